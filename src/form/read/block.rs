//! The sheet of a section, question by question: each ends with its id, and its cells stand behind their labels.

use std::ops::Range;

use super::{LeftOpen, Place, Reading};
use crate::assessment::{Answer, Base, Evidence, Mark, Period, Value};
use crate::checklist::{Level, Question, QuestionId};
use crate::form::{values, words};
use crate::workbook::read::{Grid, Held, cell_name};

/// The columns of a form: labels, what is filled in, its day, and last time's answer.
const LABEL: u32 = 0;
const WORDS: u32 = 1;
const DAY: u32 = 2;
const LAST: u32 = 3;

/// A row that is filled in.
struct Field {
    label: &'static str,
    row: u32,
}

/// The id and the marks of a question, where a cell holds them.
pub fn code(held: &Held) -> Option<(QuestionId, Base)> {
    let Held::Text(text) = held else { return None };
    let parts: Vec<&str> = text.trim().split(" / ").collect();
    match parts.as_slice() {
        [id, "open"] => Some((QuestionId::new(id)?, Base::Open)),
        [id, answer, signature] => {
            let base = Base::Was { answer: Mark::parse(answer)?, signature: Mark::parse(signature)? };
            Some((QuestionId::new(id)?, base))
        }
        _ => None,
    }
}

/// Reads the questions of a sheet. One without any is not of a section.
pub fn read_sheet(reading: &mut Reading<'_>, grid: &Grid) {
    let codes: Vec<_> = grid.cells.iter().filter_map(|(at, held)| Some((*at, code(held)?))).collect();
    if codes.is_empty() {
        return;
    }
    let is_in_place = |at: &(u32, u32)| at.1 == WORDS && text(grid, (at.0, LABEL)) == Some(words::CODE);
    if let Some((at, _)) = codes.iter().find(|(at, _)| !is_in_place(at)) {
        let message =
            "columns were moved or put in, so that nobody can say which cell belongs to which label";
        let help = "take them out again, or copy the answers into a fresh form";
        return reading.mistake(grid, *at, message, help);
    }
    let mut from = 1;
    for ((row, _), (id, base)) in codes {
        read_question(reading, grid, from..row, &id, base);
        from = row + 1;
    }
    stray(reading, grid, from..u32::MAX, LABEL..u32::MAX);
    for [first, last] in &grid.merged {
        let message = format!("the cells {}:{} were merged", cell_name(*first), cell_name(*last));
        reading.mistake(grid, *first, message, "take them apart again, and put each text into its own cell");
    }
}

fn text(grid: &Grid, at: (u32, u32)) -> Option<&str> {
    match grid.cells.get(&at) {
        Some(Held::Text(text)) => Some(text),
        _ => None,
    }
}

fn read_question(reading: &mut Reading<'_>, grid: &Grid, rows: Range<u32>, id: &QuestionId, base: Base) {
    let checklist = reading.checklist;
    let code_at = (rows.end, WORDS);
    let Some(question) = checklist.question(id.as_str()) else {
        let message = format!("the checklist has no question `{id}`");
        return reading.mistake(grid, code_at, message, "send a fresh form, and copy the answers into it");
    };
    let here = format!("{}, {}", grid.name, cell_name(code_at));
    if let Some(before) = reading.seen.insert(id.clone(), here) {
        let message = format!("the question `{id}` is on the form twice, also at {before}");
        return reading.mistake(grid, code_at, message, "delete one of the two");
    }
    note_renaming(reading, grid, question);
    let before = reading.mistakes.len();
    let fields = fields(reading, grid, rows.clone(), question);
    let is_there = |label: &&str| fields.iter().any(|field| field.label == *label);
    for missing in labels(question).into_iter().filter(|label| !is_there(label)) {
        let message = format!("the row \"{missing}\" of this question is gone, or stands below its ID");
        reading.mistake(grid, code_at, message, "put it back, or copy the answers into a fresh form");
    }
    let given = given(reading, grid, &fields, question);
    if reading.mistakes.len() > before {
        return;
    }
    match given.answer() {
        Err(said) => {
            let place = place(grid, rows, id);
            if base != Base::Open {
                let place = place.in_words(reading.checklist);
                reading.remarks.push(format!(
                    "{place}: the answer that went out with the form was taken out of it; the answer in the file stays"
                ));
            }
            reading.open.push(LeftOpen { place, note: said.note, by: said.by, on: said.on });
        }
        Ok(answer) if Base::of(Some(&answer)) == base => reading.untouched += 1,
        Ok(answer) => sign(reading, grid, &fields, id, base, answer),
    }
}

/// Where a question stands, with the number on the bar above it.
fn place(grid: &Grid, rows: Range<u32>, id: &QuestionId) -> Place {
    let number = rows.into_iter().find_map(|row| text(grid, (row, LABEL))?.parse().ok());
    Place { sheet: grid.name.clone(), number, question: id.clone() }
}

/// The labels of a question, in their order.
fn labels(question: &Question) -> Vec<&'static str> {
    let value: &[&str] = match question.count() {
        None => &[words::ANSWER],
        Some(_) => &[words::FIGURE, words::FROM, words::TO],
    };
    value.iter().copied().chain([words::NOTE, words::EVIDENCE, words::SIGNED]).collect()
}

/// The rows that are filled in. Whatever stands elsewhere was typed by somebody, and is noted.
fn fields(reading: &mut Reading<'_>, grid: &Grid, rows: Range<u32>, question: &Question) -> Vec<Field> {
    let labels = labels(question);
    let names = Level::ALL.map(|level| question.level_names().of(level));
    let mut fields: Vec<Field> = Vec::new();
    for row in rows {
        let label = text(grid, (row, LABEL)).unwrap_or_default();
        let is_number = matches!(grid.cells.get(&(row, LABEL)), Some(Held::Number(_)));
        let is_printed =
            label.parse::<u32>().is_ok() || words::GUIDES.contains(&label) || names.contains(&label);
        if let Some(label) = labels.iter().find(|each| **each == label) {
            if *label != words::EVIDENCE && fields.iter().any(|field| field.label == *label) {
                let message = format!("there is a second row \"{label}\" for one question");
                reading.mistake(grid, (row, LABEL), message, "delete the one that is not meant");
            }
            fields.push(Field { label, row });
            if [words::ANSWER, words::FIGURE, words::NOTE].contains(label) {
                stray(reading, grid, row..row + 1, DAY..LAST);
            }
        } else if is_number || is_printed {
            stray(reading, grid, row..row + 1, DAY..LAST);
        } else {
            stray(reading, grid, row..row + 1, LABEL..LAST);
        }
        stray(reading, grid, row..row + 1, LAST + 1..u32::MAX);
    }
    fields
}

/// Notes what stands where nothing belongs.
fn stray(reading: &mut Reading<'_>, grid: &Grid, rows: Range<u32>, columns: Range<u32>) {
    for (at, held) in grid.cells.range((rows.start, 0)..(rows.end, 0)) {
        if columns.contains(&at.1) {
            let message = format!(
                "\"{}\" stands outside the cells to fill in, where nobody would read it",
                held.shown()
            );
            reading.mistake(grid, *at, message, "move it into a note, or delete it");
        }
    }
}

/// A sheet that was renamed is found all the same, by the ids on it.
fn note_renaming(reading: &mut Reading<'_>, grid: &Grid, question: &Question) {
    let Some(section) = reading.checklist.section_of(&question.id) else { return };
    let name = words::sheet_name(section);
    if !grid.name.starts_with(&name) {
        let now = super::shown(&grid.name);
        let remark =
            format!("the sheet \"{name}\" is called \"{now}\" now; its questions were found by their ids");
        if !reading.remarks.contains(&remark) {
            reading.remarks.push(remark);
        }
    }
}

/// The cells of one question while they are read.
struct Cells<'r, 'c, 'g> {
    reading: &'r mut Reading<'c>,
    grid: &'g Grid,
    fields: &'g [Field],
}

impl Cells<'_, '_, '_> {
    fn row(&self, label: &str) -> Option<u32> {
        self.fields.iter().find(|field| field.label == label).map(|field| field.row)
    }

    fn words(&mut self, row: Option<u32>) -> Option<String> {
        self.reading.cell(self.grid, (row?, WORDS), values::words)
    }

    fn day(&mut self, row: Option<u32>) -> Option<chrono::NaiveDate> {
        let today = self.reading.today;
        self.reading.cell(self.grid, (row?, DAY), |held| values::past_day(held, today))
    }

    fn is_blank(&self, at: (u32, u32)) -> bool {
        !self.grid.cells.contains_key(&at)
    }

    fn evidence(&mut self) -> Vec<Evidence> {
        let rows = self.fields.iter().filter(|field| field.label == words::EVIDENCE).map(|field| field.row);
        let mut all = Vec::new();
        for row in rows {
            let (reference, dated) = (self.words(Some(row)), self.day(Some(row)));
            if dated.is_some() && self.is_blank((row, WORDS)) {
                let message = "there is a date, but no evidence that it is of";
                self.reading.mistake(
                    self.grid,
                    (row, WORDS),
                    message,
                    "name the evidence, or delete the date",
                );
            }
            all.extend(reference.map(|reference| Evidence { reference, dated }));
        }
        all
    }

    /// The days that a figure covers.
    fn period(&mut self) -> Period {
        let (first, last) = (self.row(words::FROM), self.row(words::TO));
        let (from, to) = (self.day(first), self.day(last));
        if let (Some(from), Some(to), Some(last)) = (from, to, last)
            && from > to
        {
            let message = format!("the period ends ({to}) before it begins ({from})");
            self.reading.mistake(self.grid, (last, DAY), message, "put the earlier day first");
        }
        (from, to)
    }
}

/// What stands in the cells of one question.
struct Given {
    value: Option<Value>,
    note: Option<String>,
    evidence: Vec<Evidence>,
    by: Option<String>,
    on: Option<chrono::NaiveDate>,
    period: Period,
}

impl Given {
    /// The answer; where there is none, what was said all the same.
    fn answer(self) -> Result<Answer, Self> {
        let Some(value) = self.value else { return Err(self) };
        let (from, to) = self.period;
        Ok(Answer { value, note: self.note, evidence: self.evidence, by: self.by, on: self.on, from, to })
    }
}

/// Reads the cells of one question. A question that is left open may have a note, a name and a day, but nothing else.
fn given(reading: &mut Reading<'_>, grid: &Grid, fields: &[Field], question: &Question) -> Given {
    let mut cells = Cells { reading, grid, fields };
    let value_at = cells.row(words::ANSWER).or(cells.row(words::FIGURE)).map(|row| (row, WORDS));
    let value = value_at.and_then(|at| cells.reading.cell(grid, at, |held| values::value(held, question)));
    let before = cells.reading.mistakes.len();
    let (note_row, signed) = (cells.row(words::NOTE), cells.row(words::SIGNED));
    let note = cells.words(note_row);
    let evidence = cells.evidence();
    let (by, on) = (cells.words(signed), cells.day(signed));
    let period = cells.period();
    let given = Given { value, note, evidence, by, on, period };
    let Some(at) = value_at else { return given };
    match value {
        Some(Value::NotApplicable) if given.note.is_none() && cells.reading.mistakes.len() == before => {
            let message = "\"not applicable\" needs a reason";
            cells.reading.mistake(grid, at, message, "write in the note why it does not apply");
        }
        None if cells.is_blank(at) && !given.evidence.is_empty() => {
            let message = "there is evidence below, but there is no answer";
            let help = "choose one, or move what stands as evidence into the note";
            cells.reading.mistake(grid, at, message, help);
        }
        None if cells.is_blank(at) && given.period.0.or(given.period.1).is_some() => {
            let message = "there are days below, but there is no figure";
            cells.reading.mistake(grid, at, message, "write the figure, or delete the days");
        }
        _ => {}
    }
    given
}

/// Takes an answer that is new or another, with who gave it and when: what stands beside it, else on the first sheet. Nobody
/// is made to have said what somebody else changed.
fn sign(
    reading: &mut Reading<'_>,
    grid: &Grid,
    fields: &[Field],
    id: &QuestionId,
    base: Base,
    mut answer: Answer,
) {
    let is_stale = match base {
        Base::Was { signature, .. } => signature == Mark::of_signature(&answer),
        Base::Open => false,
    };
    let (by, on) = reading.signed.clone();
    if is_stale {
        if let (Some(before), None) = (&answer.by, &by) {
            let row = fields.iter().find(|field| field.label == words::SIGNED).map_or(0, |field| field.row);
            let before = Held::Text(before.clone()).shown();
            let message = format!("the answer was changed, but still bears the name of {before}");
            let help = "write who changed it and when, here or once for all on the first sheet";
            return reading.mistake(grid, (row, WORDS), message, help);
        }
        (answer.by, answer.on) = (None, None);
    }
    answer.by = answer.by.or(by);
    answer.on = answer.on.or(on);
    if answer.by.is_none() {
        reading.remarks.push(format!("nobody is named who answered `{id}`"));
    }
    reading.answers.push((id.clone(), base, answer));
}
