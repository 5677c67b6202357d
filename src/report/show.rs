//! Checklists and assessments in full.

use crate::assessment::Assessment;
use crate::checklist::{Checklist, Kind, Level, Question, Scale};
use crate::judge::compare::Named;
use crate::judge::survey::years;

use super::answers;
use crate::document::{Block, Column, Document, Fact, Table};
use crate::text::{long_date, number_of};
use crate::words;

pub fn list<'a>(checklists: impl Iterator<Item = &'a Checklist>, published: &[Named<'_>]) -> Document {
    let checklists = checklists.map(|checklist| {
        vec![checklist.id.clone(), checklist.edition.clone(), words::questions_asked(checklist)]
    });
    let checklist_columns = ["Checklist", "Edition", "Asks"].map(Column::words).to_vec();
    let mut blocks = vec![Block::Table(Table { columns: checklist_columns, rows: checklists.collect() })];
    blocks.extend(years(published).into_iter().flat_map(|year| published_in(year, published)));
    blocks.push(Block::paragraph(
        "`healthcheck show NAME` shows one in full. Each name can be used wherever a FILE can.",
    ));
    Document { title: "Built in".to_owned(), blocks, ..Document::default() }
}

fn published_in(year: i32, published: &[Named<'_>]) -> [Block; 2] {
    let of_year: Vec<_> = published.iter().filter(|named| named.assessment.year() == year).collect();
    let row = |named: &&Named<'_>| {
        let assessment = named.assessment;
        // A folder of checklists may hold findings that name no source.
        let kind = assessment.source.as_ref().map(words::publication_kind).unwrap_or_default();
        vec![named.name.to_owned(), assessment.force.clone(), kind, assessment.answers.len().to_string()]
    };
    let mut columns = ["Name", "Force", "Kind"].map(Column::words).to_vec();
    columns.push(Column::figures("Answers"));
    let forces = number_of(of_year.len(), "force", "forces");
    [
        Block::chapter(format!("Published findings of {year}, on {forces}")),
        Block::Table(Table { columns, rows: of_year.iter().map(row).collect() }),
    ]
}

pub fn show_checklist(checklist: &Checklist) -> Document {
    let mut blocks =
        vec![Block::Facts(vec![Fact::new("Id", &checklist.id), Fact::new("Edition", &checklist.edition)])];
    blocks.extend(checklist.about.iter().map(Block::paragraph));
    blocks.push(Block::paragraph(words::how_levels_are_read(&checklist.level_names)));
    if !checklist.terms.is_empty() {
        blocks.push(Block::chapter("What the words mean"));
        blocks.push(words::terms(&checklist.terms));
    }
    for section in &checklist.sections {
        blocks.push(Block::chapter(format!("{} [{}]", section.title, section.id)));
        blocks.extend(section.questions.iter().map(|question| Block::Entry {
            anchor: Some(question.id.to_string()),
            title: words::question_with_id(question),
            facts: question_facts(question),
            see: None,
        }));
    }
    Document { title: checklist.title.clone(), blocks, ..Document::default() }
}

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
        facts.insert(2, Fact::new("Opened on", long_date(assessment.date)));
    }
    if let Some(source) = &assessment.source {
        facts.push(Fact::new("Source", format!("{}, {}, {}", source.publisher, source.title, source.kind)));
        facts.push(Fact::new("Published", &source.published));
        facts.extend(source.isbn.iter().map(|isbn| Fact::new("ISBN", isbn)));
        facts.extend(words::period((source.from, source.to)).map(|period| Fact::new("Figures", period)));
        facts.extend(source.address.iter().map(|address| Fact::new("Address", address)));
        facts.extend(source.read.map(|read| Fact::new("Read on", long_date(read))));
        facts.extend(source.kind.known_in_part().map(|known| Fact::new("Partial", known)));
        facts.extend((!source.notes.is_empty()).then(|| Fact::new("Also found", source.notes.join("\n"))));
    }
    let blocks = [Block::Facts(facts)].into_iter().chain(answers::answers(assessment)).collect();
    let marking = assessment.marking.clone();
    Document { title: named.name.to_owned(), marking, blocks, ..Document::default() }
}

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
    let target = format!("{} (weight {}{essential})", scale.names.name(scale.target), scale.weight);
    let levels =
        Level::ALL.into_iter().map(|level| Fact::new(scale.names.name(level), scale.description(level)));
    levels.chain([Fact::new("Target", target)]).collect()
}

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
