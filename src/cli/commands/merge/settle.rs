//! Settles conflicts by a rule, or by asking the user in a terminal.

use anyhow::{Result, bail};
use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::departments::merge;
use integrity_healthcheck::departments::merge::actions::{PlanConflict, PlanMerge};
use integrity_healthcheck::departments::merge::{Conflict, Merge, Take};
use integrity_healthcheck::document::Block;
use integrity_healthcheck::interview::{Item, LeftError, Menu, Person};
use integrity_healthcheck::text::number_of;

use crate::cli::person::Terminal;

pub struct Settled {
    /// Questions and actions left as they are in the file.
    pub open: Vec<String>,
    /// Whether the user left them so.
    pub asked: bool,
}

/// Settles conflicts, and moves them to the changes; `into` is the file's name.
pub fn settle(
    ours: &Assessment,
    into: &str,
    merged: &mut Merge,
    plan: &mut PlanMerge,
    rule: Option<Take>,
    keep_notes: bool,
) -> Result<Settled> {
    let number = if rule.is_none() { merged.conflicts.len() + plan.conflicts.len() } else { 0 };
    let mut person = AtTerminal::new(number);
    let mut settled = Settled { open: Vec::new(), asked: person.is_some() };
    for conflict in std::mem::take(&mut merged.conflicts) {
        let chosen = match (&mut person, rule) {
            (Some(person), _) => person.choose(ours, into, &conflict, keep_notes)?,
            (None, Some(take)) => conflict.taken(take).map(|at| (at, keep_notes)),
            (None, None) => None,
        };
        apply(ours, merged, conflict, chosen, &mut settled);
    }
    for conflict in std::mem::take(&mut plan.conflicts) {
        let theirs = match (&mut person, rule) {
            (Some(person), _) => person.choose_action(&conflict, into)?,
            (None, Some(Take::Theirs)) => Some(true),
            (None, Some(Take::Ours)) => Some(false),
            (None, Some(Take::Newest) | None) => None,
        };
        match theirs {
            Some(true) => take_action(plan, conflict),
            Some(false) => {}
            None => settled.open.push(conflict.ours.id.to_string()),
        }
    }
    Ok(settled)
}

/// The index of an answer, and whether to keep the notes of the others.
type Chosen = (usize, bool);

fn apply(
    ours: &Assessment,
    merged: &mut Merge,
    conflict: Conflict,
    chosen: Option<Chosen>,
    settled: &mut Settled,
) {
    let question = ours.checklist.question(conflict.question.as_str());
    let before = ours.answer(&conflict.question);
    let taken = chosen.zip(question).and_then(|((at, keep), question)| {
        conflict.settled(at, keep, before, |value| value.title(question.level_names()))
    });
    match taken {
        None => settled
            .open
            .push(question.map_or(conflict.question.to_string(), |question| question.title.clone())),
        Some(taken) if Some(&taken.answer) == before => merged.same.push(conflict.question),
        Some(taken) if before.is_none() => merged.new.push(taken),
        Some(taken) => merged.changed.push(taken),
    }
}

fn take_action(plan: &mut PlanMerge, conflict: PlanConflict) {
    if let Some(action) = plan.actions.iter_mut().find(|action| action.id == conflict.theirs.id) {
        let notes = action.notes.clone();
        *action = conflict.theirs;
        action.notes = notes;
        plan.changed.push(action.id);
    }
}

struct AtTerminal(Terminal);

impl AtTerminal {
    /// Announces the questions so that the user can read what there is. `None` without a terminal or conflicts.
    fn new(number: usize) -> Option<Self> {
        let mut person = Terminal::new().filter(|_| number > 0)?;
        let conflicts = number_of(number, "conflict is", "conflicts are");
        person.tell(&[Block::paragraph(format!("{conflicts} to be settled, one by one."))]).ok()?;
        Some(Self(person))
    }

    fn choose(
        &mut self,
        ours: &Assessment,
        into: &str,
        conflict: &Conflict,
        keep_notes: bool,
    ) -> Result<Option<Chosen>> {
        let both = merge::conflict_entry(ours, conflict, into);
        let mut items = merge::side_lines(ours, conflict, into);
        items.push(format!("Decide later: {into} keeps what it has"));
        let at = self.pick("Which answer is taken?", &both, &items)?;
        if at >= conflict.sides.len() {
            return Ok(None);
        }
        let lost = conflict.lost(at);
        if keep_notes || lost.is_empty() {
            return Ok(Some((at, keep_notes)));
        }
        let items = ["Yes, in the note of the answer that is taken", "No, only the answer that is taken"];
        let keep = self.pick(&merge::keep_question(&lost), &both, &items.map(str::to_owned))? == 0;
        Ok(Some((at, keep)))
    }

    fn choose_action(&mut self, conflict: &PlanConflict, into: &str) -> Result<Option<bool>> {
        let items = [
            format!("As it is in {into}"),
            format!("As it came back in {}", conflict.from),
            format!("Decide later: {into} keeps what it has"),
        ];
        let both = merge::plan_conflict_entry(conflict, into);
        let at = self.pick("Which is taken?", &both, &items)?;
        Ok([Some(false), Some(true)].get(at).copied().flatten())
    }

    /// Going back stops the merge, with nothing saved.
    fn pick(&mut self, question: &str, both: &Block, items: &[String]) -> Result<usize> {
        let (title, facts) = match both {
            Block::Entry { title, facts, .. } => (title.as_str(), facts.as_slice()),
            _ => ("", &[][..]),
        };
        let mut text: Vec<String> =
            facts.iter().map(|fact| format!("{}: {}", fact.label, fact.text.replace('\n', "; "))).collect();
        text.push(question.to_owned());
        let items = (1..)
            .zip(items)
            .map(|(number, item): (u32, _)| Item::new(number.to_string(), item, ""))
            .collect();
        let menu = Menu { title: title.to_owned(), text, items, ready: 0, narrows: false, goes_back: true };
        match self.0.pick(&menu) {
            Ok(Some(at)) => Ok(at),
            Ok(None) | Err(LeftError) => bail!("stopped, so nothing was saved"),
        }
    }
}
