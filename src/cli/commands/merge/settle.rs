//! Settles conflicts by a rule, or by asking the user in a terminal.

use anyhow::{Result, bail};
use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::departments::merge;
use integrity_healthcheck::departments::merge::actions::{PlanConflict, PlanMerge};
use integrity_healthcheck::departments::merge::{Conflict, Merge, Take};
use integrity_healthcheck::document::Block;
use integrity_healthcheck::interview::{LeftError, Menu, Person};
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
        person.show(&[Block::paragraph(format!("{conflicts} to be settled, one by one."))]).ok()?;
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
        let sides = merge::side_lines(ours, conflict, into).into_iter().zip((0..).map(Some));
        let items = sides.chain([(decide_later(into), None)]);
        let Some(at) = self.pick("Which answer is taken?", &both, items)? else { return Ok(None) };
        let lost = conflict.lost(at);
        if keep_notes || lost.is_empty() {
            return Ok(Some((at, keep_notes)));
        }
        let items = [
            ("Yes, in the note of the answer that is taken", true),
            ("No, only the answer that is taken", false),
        ];
        let keep = self.pick(&merge::keep_question(&lost), &both, items)?;
        Ok(Some((at, keep)))
    }

    fn choose_action(&mut self, conflict: &PlanConflict, into: &str) -> Result<Option<bool>> {
        let items = [
            (format!("As it is in {into}"), Some(false)),
            (format!("As it came back in {}", conflict.from), Some(true)),
            (decide_later(into), None),
        ];
        self.pick("Which is taken?", &merge::plan_conflict_entry(conflict, into), items)
    }

    /// Going back stops the merge, with nothing saved.
    fn pick<L: Into<String>, T: Clone>(
        &mut self,
        question: &str,
        both: &Block,
        items: impl IntoIterator<Item = (L, T)>,
    ) -> Result<T> {
        let (title, facts) = match both {
            Block::Entry { title, facts, .. } => (title.as_str(), facts.as_slice()),
            _ => ("", &[][..]),
        };
        let facts = facts.iter().map(|fact| format!("{}: {}", fact.label, fact.text.replace('\n', "; ")));
        let menu = Menu::new(title)
            .text(facts.chain([question.to_owned()]))
            .numbered(items.into_iter().map(|(label, value)| (label, "", value)));
        match menu.pick(&mut self.0) {
            Ok(Some(value)) => Ok(value),
            Ok(None) | Err(LeftError) => bail!("stopped, so nothing was saved"),
        }
    }
}

fn decide_later(into: &str) -> String {
    format!("Decide later: {into} keeps what it has")
}
