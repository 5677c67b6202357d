//! Reads a row of a returned action plan.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{ACTION, DUE, ID, MARK, NO_DATE, OWNER, PROGRESS, REASON, STATUS, TO_DO};
use crate::assessment::{Action, ActionId, ActionNote, Assessment, Due, Fingerprint, Status};
use crate::checklist::QuestionId;
use crate::departments::form::read::Mistake;
use crate::departments::form::values::{self, CellError};
use crate::departments::merge::actions::ActionClaim;
use crate::text::long_date;
use crate::workbook::read::{CellValue, Grid};

/// The start of the line in a cell whose text is too long for it.
const ELSEWHERE: &str = "… Whole on the sheet Long texts, number ";

pub struct Row<'p> {
    pub file: &'p str,
    pub grid: &'p Grid,
    pub columns: &'p BTreeMap<&'static str, u32>,
    pub at: u32,
    pub today: NaiveDate,
    pub mistakes: Vec<Mistake>,
}

impl Row<'_> {
    fn place(&self, heading: &str) -> (u32, u32) {
        (self.at, self.columns.get(heading).copied().unwrap_or(u32::MAX))
    }

    fn held(&self, heading: &str) -> Option<&CellValue> {
        self.grid.cells.get(&self.place(heading))
    }

    fn whole(&self, heading: &str) -> String {
        self.held(heading).map(CellValue::text).unwrap_or_default().trim().to_owned()
    }

    fn mistake(&mut self, heading: &str, message: impl Into<String>, help: impl Into<String>) {
        let (sheet, cell) = (Some(self.grid.name.clone()), Some(self.place(heading)));
        self.mistakes.push(Mistake { sheet, cell, message: message.into(), help: help.into() });
    }

    fn value<T>(
        &mut self,
        heading: &str,
        read: impl FnOnce(&CellValue) -> Result<T, CellError>,
    ) -> Option<T> {
        match read(self.held(heading)?) {
            Ok(value) => Some(value),
            Err(CellError { message, help }) => {
                self.mistake(heading, message, help);
                None
            }
        }
    }

    /// `None` if nobody filled in the row.
    pub fn claim(&mut self, ours: &Assessment) -> Option<ActionClaim> {
        let filled = [OWNER, DUE, NO_DATE, STATUS, REASON, PROGRESS]
            .iter()
            .any(|heading| self.held(heading).is_some());
        let named = self.held(ACTION).is_some();
        if !filled && !named && (self.held(ID).is_some() || self.held(TO_DO).is_none()) {
            return None;
        }
        let action = if named { Some(self.action(ours)?) } else { None };
        let question = match action {
            Some(action) => action.question.clone(),
            None => self.question(ours)?,
        };
        let to_do = match action {
            Some(action) => Some(action.action.clone()),
            None => self.needed(TO_DO, "say what is to be done"),
        };
        let owner = match action.filter(|_| self.whole(OWNER).contains(ELSEWHERE)) {
            Some(action) => Some(action.owner.clone()),
            None => self.needed(OWNER, "name who answers for it"),
        };
        let due = self.due();
        let status = self.status();
        let reason = self.reason(status);
        let notes = self.progress(action);
        let base = self.held(MARK).and_then(|held| Fingerprint::parse(held.text().trim()));
        Some(ActionClaim {
            from: self.file.to_owned(),
            id: action.map(|action| action.id),
            action: Action {
                id: ActionId(0),
                question,
                level_then: None,
                action: to_do?,
                owner: owner?,
                due: due?,
                status: status?,
                reason,
                notes,
            },
            base,
        })
    }

    fn action<'a>(&mut self, ours: &'a Assessment) -> Option<&'a Action> {
        let shown = self.held(ACTION).map(CellValue::shortened).unwrap_or_default();
        let id = ActionId::new(shown.trim());
        let found = ours.actions.iter().find(|action| Some(action.id) == id);
        match found {
            None => self.mistake(
                ACTION,
                format!("there is no action {shown} in the file"),
                "leave this cell empty for a new action",
            ),
            Some(action) if self.whole(ID) != action.question.as_str() => {
                let message = format!("action {} is about another question, {}", action.id, action.question);
                self.mistake(
                    ID,
                    message,
                    "put the row's own id back, or leave the action empty for a new one",
                );
            }
            Some(_) => {}
        }
        found.filter(|_| self.mistakes.is_empty())
    }

    fn question(&mut self, ours: &Assessment) -> Option<QuestionId> {
        let Some(held) = self.held(ID) else {
            self.mistake(
                ID,
                "an action needs the question whose gap it closes",
                "copy its ID from the sheet Answers",
            );
            return None;
        };
        let shown = held.shortened();
        let found = ours.checklist.question(held.text().trim()).map(|question| question.id.clone());
        if found.is_none() {
            self.mistake(
                ID,
                format!("the checklist has no question \"{shown}\""),
                "copy its ID from the sheet Answers",
            );
        }
        found
    }

    fn needed(&mut self, heading: &'static str, help: &str) -> Option<String> {
        if self.held(heading).is_none() {
            self.mistake(heading, format!("\"{heading}\" is empty"), help);
        }
        self.value(heading, values::words)
    }

    fn due(&mut self) -> Option<Due> {
        match (self.held(DUE).is_some(), self.held(NO_DATE).is_some()) {
            (true, false) => self.value(DUE, values::any_date).map(Due::On),
            (false, true) => self.value(NO_DATE, values::words).map(Due::Never),
            (true, true) => {
                self.mistake(
                    NO_DATE,
                    "there is a day, and a reason why there is none",
                    "delete one of the two",
                );
                None
            }
            (false, false) => {
                let help = "type a date such as 31/03/2027, or say beside it why there is none";
                self.mistake(DUE, "there is no day by which it is due", help);
                None
            }
        }
    }

    fn status(&mut self) -> Option<Status> {
        let Some(held) = self.held(STATUS) else { return Some(Status::Planned) };
        let shown = held.shortened();
        let status = Status::from_words(&shown.trim().to_lowercase());
        if status.is_none() {
            self.mistake(STATUS, format!("\"{shown}\" is not a status"), "choose one from the list");
        }
        status
    }

    fn reason(&mut self, status: Option<Status>) -> Option<String> {
        let reason = self.value(REASON, values::words);
        if status == Some(Status::NotToBeDone) && self.held(REASON).is_none() {
            self.mistake(REASON, "what is not to be done needs a reason", "write it here");
        }
        reason
    }

    /// The new notes. Each begins with its date.
    fn progress(&mut self, action: Option<&Action>) -> Vec<ActionNote> {
        let text = self.value(PROGRESS, values::words).unwrap_or_default();
        // Text before the line that points to the long texts is in the file already.
        let text = match text.rsplit_once(ELSEWHERE) {
            Some((_, behind)) => behind.split_once('\n').map(|(_, new)| new.to_owned()).unwrap_or_default(),
            None => text,
        };
        let mut left = format!("\n{text}\n");
        for known in action.iter().flat_map(|action| &action.notes) {
            left = left.replacen(&format!("\n{}\n", shown_note(known)), "\n", 1);
        }
        let mut notes: Vec<ActionNote> = Vec::new();
        for line in left.lines().filter(|line| !line.trim().is_empty()) {
            match (dated(line), notes.last_mut()) {
                (Some(note), _) => notes.push(note),
                (None, Some(note)) => note.text = format!("{}\n{line}", note.text),
                (None, None) => {
                    let message =
                        format!("the note \"{}\" has no date", CellValue::Text(line.to_owned()).shortened());
                    let help = "begin it with its day, such as 2 December 2026: Dates agreed.";
                    self.mistake(PROGRESS, message, help);
                }
            }
        }
        if let Some(note) = notes.iter().find(|note| note.on > self.today) {
            let message = format!("a note is dated {}, which is in the future", long_date(note.on));
            self.mistake(PROGRESS, message, "write the day on which it was written");
        }
        notes
    }
}

fn shown_note(note: &ActionNote) -> String {
    format!("{}: {}", long_date(note.on), note.text)
}

/// A note from a line that begins with its date.
fn dated(line: &str) -> Option<ActionNote> {
    let (day, text) = line.split_once(':')?;
    let on = values::any_date(&CellValue::Text(day.to_owned())).ok()?;
    let text = text.trim();
    (!text.is_empty()).then(|| ActionNote { on, text: text.to_owned() })
}
