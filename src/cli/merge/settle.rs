//! Which of several answers is taken: by a rule, else by asking a person in a terminal, one by one.

use std::io::{self, IsTerminal};

use anyhow::{Result, anyhow, bail};
use console::Term;
use dialoguer::Select;
use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::document::Block;
use integrity_healthcheck::document::terminal;
use integrity_healthcheck::judge::merge::actions::{PlanConflict, PlanMerge};
use integrity_healthcheck::judge::merge::{Conflict, Merge, Side, Take};
use integrity_healthcheck::report::{conflict_in_words, plan_conflict_in_words, side_in_words};

use crate::cli::output;

/// How the conflicts were settled.
pub struct Settled {
    /// The questions and actions that are left as they stand in the file.
    pub open: Vec<String>,
    /// Whether a person left them so.
    pub asked: bool,
}

/// Settles what it can, and moves it to what is changed.
pub fn settle(
    ours: &Assessment,
    merged: &mut Merge,
    plan: &mut PlanMerge,
    rule: Option<Take>,
    keep_notes: bool,
) -> Result<Settled> {
    let person = Person::at_terminal().filter(|_| rule.is_none());
    let mut settled = Settled { open: Vec::new(), asked: person.is_some() };
    for conflict in std::mem::take(&mut merged.conflicts) {
        let chosen = match (&person, rule) {
            (Some(person), _) => person.choose(ours, &conflict, keep_notes)?,
            (None, Some(take)) => {
                conflict.taken(take).map_or(Chosen::Nothing, |at| Chosen::At(at, keep_notes))
            }
            (None, None) => Chosen::Nothing,
        };
        apply(ours, merged, conflict, chosen, &mut settled);
    }
    for conflict in std::mem::take(&mut plan.conflicts) {
        let theirs = match (&person, rule) {
            (Some(person), _) => person.choose_action(&conflict)?,
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

/// What is taken.
enum Chosen {
    /// The answer at a place, with the notes of the others or without.
    At(usize, bool),
    /// Nothing yet.
    Nothing,
}

fn apply(ours: &Assessment, merged: &mut Merge, conflict: Conflict, chosen: Chosen, settled: &mut Settled) {
    let at = match chosen {
        Chosen::At(at, keep) => Some((at, keep)),
        Chosen::Nothing => None,
    };
    let question = ours.checklist.question(conflict.question.as_str());
    let before = ours.answer(&conflict.question);
    let taken = at.zip(question).and_then(|((at, keep), question)| {
        conflict.settled(at, keep, before, |value| value.title(question.level_names()))
    });
    match taken {
        None => settled.open.push(conflict.question.to_string()),
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

/// The person at the terminal.
struct Person {
    term: Term,
}

impl Person {
    /// A person who can be asked: both ends are a terminal, high enough for a list.
    fn at_terminal() -> Option<Self> {
        let term = Term::stderr();
        let high = term.size_checked().is_some_and(|(rows, _)| rows > 8);
        (io::stdin().is_terminal() && term.is_term() && high).then_some(Self { term })
    }

    fn choose(&self, ours: &Assessment, conflict: &Conflict, keep_notes: bool) -> Result<Chosen> {
        self.show(conflict_in_words(ours, conflict))?;
        let mut items: Vec<String> =
            conflict.sides.iter().map(|side| side_in_words(ours, &conflict.question, side)).collect();
        items.push("Leave it out: what stands in the file stays, and it is listed at the end".to_owned());
        let at = self.select("Which answer is taken?", &items)?;
        if at >= conflict.sides.len() {
            return Ok(Chosen::Nothing);
        }
        let says_more = |side: &Side| side.answer.note.is_some() || !side.answer.evidence.is_empty();
        let others = conflict.sides.iter().enumerate().any(|(other, side)| other != at && says_more(side));
        if keep_notes || !others {
            return Ok(Chosen::At(at, keep_notes));
        }
        let items = ["Keep it in the note, with its author", "Leave it in the file that came back"]
            .map(str::to_owned);
        let keep = self.select("And what was said with the other answer?", &items)? == 0;
        Ok(Chosen::At(at, keep))
    }

    fn choose_action(&self, conflict: &PlanConflict) -> Result<Option<bool>> {
        self.show(plan_conflict_in_words(conflict))?;
        let items = ["As it is in the file", "As it came back", "Leave it out: it is listed at the end"];
        let at = self.select("Which is taken?", &items.map(str::to_owned))?;
        Ok([Some(false), Some(true)].get(at).copied().flatten())
    }

    fn show(&self, block: Block) -> Result<()> {
        self.term.write_line(&format!("\n{}", terminal::draw_blocks(&[block], output::width())))?;
        Ok(())
    }

    /// The place of what was chosen. Escape ends it all, with nothing saved.
    fn select(&self, prompt: &str, items: &[String]) -> Result<usize> {
        // What is longer than the line would leave ghosts behind.
        let most = usize::from(self.term.size().1).saturating_sub(4).max(10);
        let items = items.iter().map(|item| console::truncate_str(item, most, "…").into_owned());
        let chosen = Select::new().with_prompt(prompt).items(items).default(0).interact_on_opt(&self.term);
        // The list hides the cursor; whatever happened, it is shown again.
        let _ = self.term.show_cursor();
        match chosen {
            Ok(Some(at)) => Ok(at),
            Ok(None) => bail!("stopped, so nothing was saved"),
            Err(error) => Err(anyhow!("stopped, so nothing was saved ({error})")),
        }
    }
}
