//! Lays out a form as pages: one to read first, one for each section, the terms, and a hidden page with its identity.

use super::words::{self, Medium, value};
use super::{Asked, Form, Part};
use crate::assessment::{Answer, Base, Carried, Value};
use crate::checklist::{Kind, Level, Question};
use crate::text::long_date;
use crate::words::evidence;
use crate::workbook::Cell;
use crate::workbook::page::{Fill, Line, Look, Page, Pages, Slot};

/// The fewest rows for evidence. There is always one more than is filled in.
const PIECES: usize = 2;

pub fn pages(form: &Form<'_>) -> Pages {
    let recalls = form.asked().any(|asked| asked.last.is_some());
    let names = sheet_names(form);
    let mut pages = vec![first(form, &names)];
    let mut number = 0;
    for (part, name) in form.parts.iter().zip(names) {
        pages.push(section(part, name, recalls, &mut number));
    }
    pages.extend(terms(form));
    for page in &mut pages {
        let marking = form.marking.iter().map(|text| line(vec![Slot::printed(text, Look::Across)]));
        page.lines.splice(0..0, marking);
    }
    pages.push(hidden(form));
    Pages {
        title: words::title(form),
        context: words::context(form),
        marking: form.marking.clone(),
        date: form.today,
        pages,
    }
}

fn sheet_names(form: &Form<'_>) -> Vec<String> {
    let mut taken =
        [words::FIRST, words::TERMS, words::HIDDEN, "Lists", "History"].map(str::to_lowercase).to_vec();
    let mut free = |name: String| {
        let numbered = (2..100).map(|number| format!("{name} {number}"));
        let all = std::iter::once(name.clone()).chain(numbered);
        let free = all.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or(name);
        taken.push(free.to_lowercase());
        free
    };
    form.parts.iter().map(|part| free(words::sheet_name(part.section))).collect()
}

fn line(slots: Vec<Slot>) -> Line {
    Line { slots, ..Line::default() }
}

fn printed(label: &str, text: impl Into<String>) -> Line {
    line(vec![Slot::printed(label, Look::Label), Slot::printed(text, Look::Plain)])
}

fn first(form: &Form<'_>, names: &[String]) -> Page {
    let mut lines = vec![line(vec![Slot::printed(words::title(form), Look::Title)]), Line::default()];
    for (label, text) in words::opening(form, Medium::Workbook) {
        let look = if words::OPENING.iter().take(2).any(|plain| *plain == label) {
            Look::Plain
        } else {
            Look::Strong
        };
        lines.push(line(vec![Slot::printed(label, Look::Label), Slot::printed(text, look)]));
        lines.push(Line::default());
    }
    let counted = form.parts.iter().zip(names).map(|(part, name)| format!("{name} ({})", part.asked.len()));
    lines.push(printed(words::SHEETS, counted.collect::<Vec<_>>().join(", ")));
    lines.extend(words::exact(form).map(|exact| line(vec![Slot::Empty, Slot::printed(exact, Look::Plain)])));
    lines.push(Line::default());
    let fill = |fill| Slot::Fill(fill, Cell::Empty);
    let label = |text| Slot::printed(text, Look::Label);
    lines.push(Line {
        slots: vec![label(words::FILLED), fill(Fill::Words), fill(Fill::Day)],
        min_lines: 2,
        starts_block: false,
    });
    lines.push(line(vec![Slot::Empty, Slot::printed(words::ONCE, Look::Plain)]));
    if form.identity.force.is_none() {
        lines.push(line(vec![label(words::FORCE), fill(Fill::Words)]));
    }
    lines.push(Line::default());
    lines.push(line(vec![Slot::Empty, Slot::printed(words::WAY_BACK, Look::Small)]));
    let facts = words::facts(&form.identity);
    lines.extend(facts.into_iter().map(|(label, text)| {
        line(vec![Slot::printed(label, Look::Small), Slot::printed(text, Look::Small)])
    }));
    Page { name: words::FIRST.to_owned(), hidden: false, widths: vec![21.0, 60.0, 13.0], lines }
}

fn section(part: &Part<'_>, name: String, recalls: bool, number: &mut usize) -> Page {
    let title = Slot::printed(&part.section.title, Look::Title);
    let mut lines = vec![line(vec![title])];
    for asked in &part.asked {
        *number += 1;
        lines.extend(block(asked, *number, recalls));
    }
    let widths = if recalls { vec![21.0, 52.0, 13.0, 29.0] } else { vec![21.0, 60.0, 13.0] };
    Page { name, hidden: false, widths, lines }
}

fn block(asked: &Asked<'_>, number: usize, recalls: bool) -> Vec<Line> {
    let question = asked.question;
    let mut lines = vec![Line { starts_block: true, ..Line::default() }, heading(asked, number, recalls)];
    let ask = Slot::printed(&question.ask, Look::Strong);
    lines.push(line(vec![Slot::printed(words::QUESTION, Look::Label), ask]));
    lines.extend(question.why.iter().map(|why| printed(words::WHY, why)));
    lines.extend(levels(question));
    if !question.evidence.is_empty() {
        lines.push(printed(words::WHAT_SHOWS, question.evidence.join("; ")));
    }
    let fields = fields(asked);
    let last = asked.last.map(|last| recalled(question, last)).unwrap_or_default();
    for mut field in fields {
        let label = field.slots.first().expect("a row begins with its label").text().to_owned();
        if let Some((_, text)) = last.iter().find(|(of, _)| *of == label) {
            let is_first =
                !lines.iter().any(|line| line.slots.first().is_some_and(|slot| slot.text() == label));
            field.slots.resize(3, Slot::Empty);
            field.slots.extend(is_first.then(|| Slot::printed(text, Look::Plain)));
        }
        lines.push(field);
    }
    let code = Slot::printed(code(asked), Look::Small);
    lines.push(line(vec![Slot::printed(words::CODE, Look::Small), code]));
    lines
}

fn heading(asked: &Asked<'_>, number: usize, recalls: bool) -> Line {
    let last = asked.last.map(|last| format!("{}{}", words::LAST_TIME, long_date(last.from)));
    let bar = |text: String| Slot::Printed(text, Look::Bar);
    let mut slots = vec![bar(number.to_string()), bar(asked.question.title.clone()), bar(String::new())];
    slots.extend(recalls.then(|| bar(last.unwrap_or_default())));
    line(slots)
}

/// The id and the fingerprints of the answer, by which a returned question is matched.
pub(super) fn code(asked: &Asked<'_>) -> String {
    match asked.base {
        Base::Open => format!("{} / open", asked.question.id),
        Base::Was { answer, signature } => format!("{} / {answer} / {signature}", asked.question.id),
    }
}

fn levels(question: &Question) -> Vec<Line> {
    match &question.kind {
        Kind::Scale(scale) => Level::ALL
            .iter()
            .map(|level| {
                let name = Slot::printed(scale.names.name(*level), Look::Strong);
                line(vec![name, Slot::printed(scale.description_in_full(*level), Look::Plain)])
            })
            .collect(),
        Kind::Count(_) => Vec::new(),
    }
}

fn fields(asked: &Asked<'_>) -> Vec<Line> {
    let (question, given) = (asked.question, asked.given.as_ref());
    let label = |text: &str| Slot::printed(text, Look::Label);
    let of_words = |text: Option<&String>| Slot::Fill(Fill::Words, text.into());
    let of_day = |day| Slot::Fill(Fill::Day, Cell::from(day));
    let choices = words::choices(question);
    let mut lines = Vec::new();
    match &question.kind {
        Kind::Scale(scale) => {
            let chosen = Cell::from(given.map(|given| value(given.value, &scale.names)));
            lines.push(line(vec![label(words::ANSWER), Slot::Fill(Fill::Choice(choices), chosen)]));
        }
        Kind::Count(count) => {
            lines.push(line(vec![label(words::FIGURE), Slot::Fill(Fill::Figure(choices), figure(given))]));
            let covers = |text: &str| {
                Slot::printed(
                    format!("{text} of the period that the number of {} covers", count.unit),
                    Look::Plain,
                )
            };
            let days = [
                (words::FROM, "the first day", given.and_then(|given| given.from)),
                (words::TO, "the last day", given.and_then(|given| given.to)),
            ];
            lines.extend(days.map(|(name, text, day)| line(vec![label(name), covers(text), of_day(day)])));
        }
    }
    let note = vec![label(words::NOTE), of_words(given.and_then(|given| given.note.as_ref()))];
    lines.push(Line { slots: note, min_lines: 3, starts_block: false });
    let pieces = given.map(|given| given.evidence.as_slice()).unwrap_or_default();
    for at in 0..PIECES.max(pieces.len() + 1) {
        let piece = pieces.get(at);
        let reference = of_words(piece.map(|piece| &piece.reference));
        let slots = vec![label(words::EVIDENCE), reference, of_day(piece.and_then(|piece| piece.dated))];
        lines.push(line(slots));
    }
    let by = of_words(given.and_then(|given| given.by.as_ref()));
    lines.push(line(vec![label(words::SIGNED), by, of_day(given.and_then(|given| given.on))]));
    lines
}

fn figure(given: Option<&Answer>) -> Cell {
    match given.map(|given| given.value) {
        Some(Value::Count(number)) => Cell::from(number),
        Some(Value::Unknown) => Cell::text(words::DONT_KNOW),
        Some(Value::NotApplicable) => Cell::text(words::NOT_APPLICABLE),
        Some(Value::Level(_)) | None => Cell::Empty,
    }
}

/// By the label of the row that shows it.
fn recalled(question: &Question, last: &Carried) -> Vec<(&'static str, String)> {
    let answer = &last.answer;
    let label = if question.count().is_some() { words::FIGURE } else { words::ANSWER };
    let mut all = vec![(label, value(answer.value, question.level_names()))];
    all.extend(answer.note.iter().map(|note| (words::NOTE, note.clone())));
    all.extend(evidence(&answer.evidence, "; ").map(|evidence| (words::EVIDENCE, evidence)));
    let on = answer.on.map(long_date);
    let signed: Vec<String> = answer.by.iter().cloned().chain(on).collect();
    if !signed.is_empty() {
        all.push((words::SIGNED, signed.join(", ")));
    }
    all
}

fn terms(form: &Form<'_>) -> Option<Page> {
    let mut lines = vec![line(vec![Slot::printed(words::TERMS, Look::Title)]), Line::default()];
    lines.extend(words::terms(form).into_iter().map(|term| {
        line(vec![
            Slot::printed(term.words.join(", "), Look::Strong),
            Slot::printed(&term.means, Look::Plain),
        ])
    }));
    (lines.len() > 2).then(|| Page {
        name: words::TERMS.to_owned(),
        hidden: false,
        widths: vec![28.0, 66.0],
        lines,
    })
}

fn hidden(form: &Form<'_>) -> Page {
    let two = |label: &str, text: String| {
        line(vec![Slot::printed(label, Look::Plain), Slot::printed(text, Look::Plain)])
    };
    let facts = words::facts(&form.identity).into_iter().map(|(label, text)| two(label, text));
    let codes = form.asked().map(|asked| two(words::CODE, code(asked)));
    let lines = facts.chain(codes).collect();
    Page { name: words::HIDDEN.to_owned(), hidden: true, widths: vec![15.0, 80.0], lines }
}
