//! A form to print and fill in by hand. It cannot be imported: someone types the answers in.

use super::words::{self, Medium, value};
use super::{Asked, Form};
use crate::assessment::Answer;
use crate::checklist::{Kind, Level, Question};
use crate::document::{Block, Document, Fact};
use crate::text::long_date;
use crate::words::evidence;

const RULE: &str = "………………………………………………………………………";

const BOX: &str = "☐";
const TICKED: &str = "☒";

pub fn document(form: &Form<'_>) -> Document {
    let opening = words::opening(form, Medium::Paper).into_iter();
    let mut blocks = vec![Block::Facts(opening.map(|(label, text)| Fact::new(label, text)).collect())];
    blocks.push(Block::Facts(vec![Fact::new(words::FILLED, RULE)]));
    let mut number = 0;
    for part in &form.parts {
        blocks.push(Block::Chapter(part.section.title.clone()));
        for asked in &part.asked {
            number += 1;
            blocks.push(entry(asked, number));
        }
    }
    let terms: Vec<Fact> =
        words::terms(form).iter().map(|term| Fact::new(term.words.join(", "), &term.means)).collect();
    if !terms.is_empty() {
        blocks.extend([Block::Chapter(words::TERMS.to_owned()), Block::Facts(terms)]);
    }
    let facts = words::facts(&form.identity).into_iter().map(|(label, text)| Fact::new(label, text));
    blocks.extend([Block::Chapter("Of which healthcheck".to_owned()), Block::Facts(facts.collect())]);
    Document {
        title: words::title(form),
        context: words::context(form),
        marking: form.marking.clone(),
        blocks,
        signatures: None,
    }
}

fn entry(asked: &Asked<'_>, number: usize) -> Block {
    let (question, given) = (asked.question, asked.given.as_ref());
    let mut facts = vec![Fact::new(words::QUESTION, &question.ask)];
    facts.extend(question.why.iter().map(|why| Fact::new(words::WHY, why)));
    facts.extend(
        (!question.evidence.is_empty()).then(|| Fact::new(words::WHAT_SHOWS, question.evidence.join("; "))),
    );
    if let Some(last) = asked.last {
        let said = [Some(value(last.answer.value, question.level_names())), last.answer.note.clone()];
        let said: Vec<String> = said.into_iter().flatten().collect();
        facts.push(Fact::new(format!("Last time, {}", long_date(last.from)), said.join("\n")));
    }
    facts.push(Fact::new(words::ANSWER, answers(question, given).join("\n")));
    let text = |text: Option<String>| text.unwrap_or_else(|| format!("{RULE}\n{RULE}"));
    facts.push(Fact::new(words::NOTE, text(given.and_then(|given| given.note.clone()))));
    let evidence = given.and_then(|given| evidence(&given.evidence, "; "));
    facts.push(Fact::new(words::EVIDENCE, text(evidence)));
    let signed = given.and_then(|given| {
        let on = given.on.map(long_date);
        let signed: Vec<String> = given.by.iter().cloned().chain(on).collect();
        (!signed.is_empty()).then(|| signed.join(", "))
    });
    facts.push(Fact::new(words::SIGNED, signed.unwrap_or_else(|| RULE.to_owned())));
    let title = format!("{number}. {} [{}]", question.title, question.id);
    Block::Entry { title, anchor: None, facts, see: None }
}

/// The choices to tick, or for a count the line to write on.
fn answers(question: &Question, given: Option<&Answer>) -> Vec<String> {
    let chosen = given.map(|given| value(given.value, question.level_names()));
    let tick = |choice: &str| if chosen.as_deref() == Some(choice) { TICKED } else { BOX };
    let mut lines = match &question.kind {
        Kind::Scale(scale) => Level::ALL
            .iter()
            .map(|level| {
                let name = scale.names.name(*level);
                format!("{} {name}: {}", tick(name), scale.description_in_full(*level))
            })
            .collect(),
        Kind::Count(count) => {
            let figure = chosen.clone().filter(|chosen| chosen.parse::<i64>().is_ok());
            vec![
                format!("Number of {}: {}", count.unit, figure.unwrap_or_else(|| "…………………".to_owned())),
                "from …………………… to ……………………".to_owned(),
            ]
        }
    };
    lines.extend([words::DONT_KNOW, words::NOT_APPLICABLE].map(|word| format!("{} {word}", tick(word))));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn what_people_typed_is_printed_as_they_typed_it() {
        let catalogue = Catalogue::built_in().unwrap();
        let checklist = catalogue.checklist("without-fear-or-favour").unwrap();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let printed = document(&Form::blank(checklist, "Ann, who may choose@kent.uk", today));
        let Some(Block::Facts(opening)) = printed.blocks.first() else { panic!("no opening") };
        let texts: Vec<&str> = opening.iter().map(|fact| fact.text.as_str()).collect();
        assert!(texts.contains(&"Send it back to: Ann, who may choose@kent.uk."), "{texts:?}");
        let to_do = texts.iter().find(|text| text.starts_with("For each question tick the highest")).unwrap();
        assert!(!to_do.contains("choose"), "{to_do}");
    }
}
