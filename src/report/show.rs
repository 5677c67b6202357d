//! Checklists and assessments, laid out to be read.

use crate::assessment::Assessment;
use crate::checklist::{Checklist, Kind, Level, Question, Scale};
use crate::judge::compare::Named;

use super::{answers, words};
use crate::document::{Block, Column, Document, Fact, Table};
use crate::text::date_in_words;

/// What is built in: the checklists and the published assessments.
pub fn list<'a>(checklists: impl Iterator<Item = &'a Checklist>, published: &[Named<'_>]) -> Document {
    let checklists = checklists
        .map(|checklist| vec![checklist.id.clone(), checklist.edition.clone(), words::asked(checklist)]);
    let found = published.iter().map(|named| {
        vec![named.name.to_owned(), words::label(*named), named.assessment.answers.len().to_string()]
    });
    let checklist_columns = ["Checklist", "Edition", "Asks"].map(Column::words).to_vec();
    let published_columns =
        vec![Column::words("Name"), Column::words("Published findings"), Column::figures("Answers")];
    Document {
        title: "Built in".to_owned(),
        blocks: vec![
            Block::Table(Table { columns: checklist_columns, rows: checklists.collect() }),
            Block::Table(Table { columns: published_columns, rows: found.collect() }),
            Block::paragraph(
                "`healthcheck show NAME` shows one in full. Each name can be used wherever a FILE can.",
            ),
        ],
        ..Document::default()
    }
}

/// A checklist with every question and its levels.
pub fn show_checklist(checklist: &Checklist) -> Document {
    let mut blocks =
        vec![Block::Facts(vec![Fact::new("Id", &checklist.id), Fact::new("Edition", &checklist.edition)])];
    blocks.extend(checklist.about.iter().map(Block::paragraph));
    blocks.push(Block::paragraph(words::how_levels_are_read(&checklist.level_names)));
    if !checklist.terms.is_empty() {
        blocks.push(Block::Chapter("What the words mean".to_owned()));
        blocks.push(words::terms(&checklist.terms));
    }
    for section in &checklist.sections {
        blocks.push(Block::Chapter(format!("{} [{}]", section.title, section.id)));
        blocks.extend(section.questions.iter().map(|question| Block::Entry {
            anchor: Some(question.id.to_string()),
            title: words::name(question),
            facts: question_facts(question),
        }));
    }
    Document { title: checklist.title.clone(), blocks, ..Document::default() }
}

/// An assessment with every answer.
pub fn show_assessment(named: Named<'_>) -> Document {
    let assessment: &Assessment = named.assessment;
    let mut facts = vec![
        Fact::new("Force", &assessment.force),
        Fact::new("Assessed by", &assessment.assessor),
        Fact::new(
            "Checklist",
            format!("{} (edition {})", assessment.checklist.id, assessment.checklist.edition),
        ),
    ];
    if assessment.source.is_none() {
        facts.insert(2, Fact::new("Opened on", date_in_words(assessment.date)));
    }
    if let Some(source) = &assessment.source {
        facts.push(Fact::new("Source", format!("{}, {}, {}", source.publisher, source.title, source.kind)));
        facts.push(Fact::new("Published", &source.published));
        facts.extend(source.isbn.iter().map(|isbn| Fact::new("ISBN", isbn)));
        facts.extend(words::period((source.from, source.to)).map(|period| Fact::new("Figures", period)));
        facts.extend(source.address.iter().map(|address| Fact::new("Address", address)));
        facts.extend(source.read.map(|read| Fact::new("Read on", date_in_words(read))));
        facts.extend(source.kind.known_in_part().map(|known| Fact::new("Partial", known)));
    }
    let blocks = [Block::Facts(facts)].into_iter().chain(answers::answers(assessment)).collect();
    let marking = assessment.marking.clone();
    Document { title: named.name.to_owned(), marking, blocks, ..Document::default() }
}

/// Everything that a checklist says of a question.
pub fn question_facts(question: &Question) -> Vec<Fact> {
    let mut facts = vec![Fact::new("Asked", &question.ask)];
    match &question.kind {
        Kind::Scale(scale) => facts.extend(scale_facts(scale)),
        Kind::Count(count) => facts.push(Fact::new("Count of", &count.unit)),
    }
    facts.extend(help_facts(question));
    facts.extend(question.action.iter().map(|action| Fact::new("To do", action)));
    facts
}

fn scale_facts(scale: &Scale) -> Vec<Fact> {
    let essential = if scale.essential { ", essential" } else { "" };
    let target = format!("{} (weight {}{essential})", scale.names.of(scale.target), scale.weight);
    let levels =
        Level::ALL.into_iter().map(|level| Fact::new(scale.names.of(level), scale.description(level)));
    levels.chain([Fact::new("Target", target)]).collect()
}

/// What helps to answer a question: why it is asked, whom to ask, what would show it, what it rests on.
pub fn help_facts(question: &Question) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.extend(question.why.iter().map(|why| Fact::new("Why", why)));
    facts.extend(question.owner.iter().map(|owner| Fact::new("Ask", owner)));
    if !question.evidence.is_empty() {
        facts.push(Fact::new("Evidence", question.evidence.join("; ")));
    }
    if !question.rests_on.is_empty() {
        facts.push(Fact::new("Rests on", question.rests_on.join("; ")));
    }
    facts
}
