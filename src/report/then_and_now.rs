//! What was published about the force itself, compared with its answers now.

use crate::assessment::Standing;
use crate::checklist::Question;
use crate::judge::change::{Change, Changes, QuestionChange, rose_without_evidence};
use crate::judge::compare::{Named, answer_of, standing_of};

use super::comparison::caution;
use crate::document::{Block, Column, Fact, Table};
use crate::results::Report;
use crate::text::{list_with_and, number_of};
use crate::words;

/// The lead of the list of questions whose level rose without evidence.
pub const WITHOUT_EVIDENCE: &str = "Steps up for which no evidence is named:";

struct Years<'a> {
    /// What was published about the force, oldest first.
    then: Vec<Named<'a>>,
    now: Named<'a>,
}

/// Empty if nothing was published about the force.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let Some(years) = years(report) else { return Vec::new() };
    let assessment = report.about.assessment;
    let changes = years.changes();
    let mut columns = vec![Column::words("Question")];
    columns.extend(years.then.iter().map(|then| Column::words(then.assessment.year().to_string())));
    let now = if report.is_own() { "Now".to_owned() } else { assessment.year().to_string() };
    columns.extend([Column::words(now), Column::words("Change")]);
    let rows = changes.iter().map(|change| years.row(change)).collect();
    let mut blocks = vec![
        Block::chapter("Then and now, question by question"),
        Block::paragraph(years.sources()),
        Block::Table(Table { columns, rows }),
    ];
    let unsupported =
        changes.iter().filter(|each| rose_without_evidence(each.change, assessment, each.question));
    let unsupported = unsupported.filter(|_| report.shows_evidence() && report.is_own());
    let unsupported = unsupported.map(|each| words::question_with_id(each.question));
    blocks.extend(Block::list_under(Block::paragraph(WITHOUT_EVIDENCE), unsupported));
    blocks.push(caution(&assessment.checklist));
    blocks
}

pub fn in_short(report: &Report<'_>) -> Vec<Block> {
    let Some(years) = years(report).filter(|_| report.is_own()) else { return Vec::new() };
    let changes = years.changes();
    let then: Vec<String> = years.then.iter().map(|then| then.assessment.year().to_string()).collect();
    let then = list_with_and(&then);
    let (all, up, down) = (changes.iter().count(), changes.up().count(), changes.down().count());
    let [same, open] = [Change::Unchanged, Change::NoLevelNow].map(|change| changes.number(change));
    let without = if open == 0 { String::new() } else { format!("; without a level now: {open}") };
    let others = match all - up - down - same - open {
        0 => String::new(),
        1 => " For the other one the words or the answer say too little.".to_owned(),
        others => format!(" For the other {others} the words or the answers say too little."),
    };
    let text = format!(
        "What was published on the force in {then} answers {} of this checklist. Certainly higher now: {up}; certainly \
         lower: {down}; unchanged: {same}{without}.{others} The annexes set the two side by side.",
        number_of(all, "question", "questions"),
    );
    vec![Block::chapter("Then and now"), Block::paragraph(text)]
}

pub fn found_before(report: &Report<'_>, question: &Question) -> Vec<Fact> {
    let Some(years) = years(report) else { return Vec::new() };
    let found = |then: &Named<'_>| {
        let answer = answer_of(then.assessment, report.checklist(), question)?;
        Some(Fact::new(
            format!("{}, {}", then.assessment.assessor, then.assessment.year()),
            words::finding(question, answer),
        ))
    };
    years.then.iter().filter_map(found).collect()
}

/// What was published about the force up to the date of the assessment.
fn years<'a>(report: &Report<'a>) -> Option<Years<'a>> {
    let now = report.about;
    let mut then: Vec<Named<'a>> = report
        .published()
        .filter(|then| {
            then.assessment.same_force(now.assessment) && then.assessment.date <= now.assessment.date
        })
        .collect();
    then.sort_by_key(|then| then.assessment.date);
    (!then.is_empty()).then_some(Years { then, now })
}

impl<'a> Years<'a> {
    /// Changes since something was last published on each question. Others are left out.
    fn changes(&self) -> Changes<'a> {
        let assessment = self.now.assessment;
        let change = |question| {
            let years = self.then.iter().rev();
            let mut standings =
                years.map(|then| standing_of(then.assessment, &assessment.checklist, question));
            let then = standings.find(|standing| *standing != Standing::Unanswered)?;
            Some(QuestionChange::new(question, then, assessment.standing(question)?))
        };
        assessment.checklist.level_questions().filter_map(change).collect()
    }

    fn row(&self, QuestionChange { question, now, change, .. }: QuestionChange<'_>) -> Vec<String> {
        let found = |named: &Named<'_>| {
            let answer = answer_of(named.assessment, &self.now.assessment.checklist, question);
            answer.map(|answer| words::finding(question, answer)).unwrap_or_default()
        };
        let level = match &self.now.assessment.source {
            Some(_) => found(&self.now),
            None => now.title(question.level_names()),
        };
        let change = if now == Standing::Unanswered { String::new() } else { words::change(change) };
        let then = self.then.iter().map(found);
        std::iter::once(question.title.clone()).chain(then).chain([level, change]).collect()
    }

    fn sources(&self) -> String {
        let source =
            |named: &Named<'_>| format!("{}: {}", named.assessment.year(), words::assessment_label(*named));
        let then: Vec<String> = self.then.iter().map(source).collect();
        let now = match &self.now.assessment.source {
            Some(_) => source(&self.now),
            None => "now: this assessment".to_owned(),
        };
        format!(
            "{}; {now}. The last column shows the change since something was last published on the question.",
            then.join("; ")
        )
    }
}
