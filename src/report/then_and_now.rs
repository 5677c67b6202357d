//! What was published on the force itself, each year in a column, beside how it stands now.

use crate::assessment::Standing;
use crate::checklist::Question;
use crate::judge::change::{Change, rose_without_evidence};
use crate::judge::compare::{Named, answer_of, standing_of};

use super::comparison::caution;
use crate::document::{Block, Column, Fact, Table};
use crate::results::Report;
use crate::text::{list_with_and, number_of};
use crate::words;

/// What stands above the questions whose level rose without evidence.
pub const WITHOUT_EVIDENCE: &str = "Steps up for which no evidence is named:";

/// The years in which something was published on the force, oldest first; the last column is the assessment itself.
struct Years<'a> {
    then: Vec<Named<'a>>,
    now: Named<'a>,
}

/// The force as it was found before, and as it stands now; nothing where nothing was published on it before.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let Some(years) = years(report) else { return Vec::new() };
    let assessment = report.about.assessment;
    let asked: Vec<&Question> =
        assessment.checklist.level_questions().filter(|question| years.tell_of(question)).collect();
    let mut columns = vec![Column::words("Question")];
    columns.extend(years.then.iter().map(|then| Column::words(then.assessment.year().to_string())));
    let now = if years.now.assessment.source.is_some() {
        years.now.assessment.year().to_string()
    } else {
        "Now".to_owned()
    };
    columns.extend([Column::words(now), Column::words("Change")]);
    let rows = asked.iter().map(|question| years.row(question)).collect();
    let mut blocks = vec![
        Block::Chapter("Then and now, question by question".to_owned()),
        Block::paragraph(years.named()),
        Block::Table(Table { columns, rows }),
    ];
    let unsupported =
        asked.iter().filter(|question| rose_without_evidence(years.change(question), assessment, question));
    let unsupported: Vec<String> = unsupported.map(|question| words::question_with_id(question)).collect();
    if !unsupported.is_empty() && report.shows_evidence() && assessment.source.is_none() {
        blocks.push(Block::paragraph(WITHOUT_EVIDENCE));
        blocks.push(Block::list(unsupported));
    }
    blocks.push(caution(&assessment.checklist));
    blocks
}

/// The same counted.
pub fn in_short(report: &Report<'_>) -> Vec<Block> {
    let Some(years) = years(report).filter(|_| report.is_own()) else { return Vec::new() };
    let asked =
        report.about.assessment.checklist.level_questions().filter(|question| years.tell_of(question));
    let changes: Vec<Change> = asked.map(|question| years.change(question)).collect();
    let number = |is: fn(&Change) -> bool| changes.iter().filter(|change| is(change)).count();
    let then: Vec<String> = years.then.iter().map(|then| then.assessment.year().to_string()).collect();
    let then = list_with_and(&then.iter().map(String::as_str).collect::<Vec<_>>());
    let (up, down) = (
        number(|change| matches!(change, Change::Up(_))),
        number(|change| matches!(change, Change::Down(_))),
    );
    let same = number(|change| *change == Change::Unchanged);
    let open = number(|change| *change == Change::NoLevelNow);
    let without = if open == 0 { String::new() } else { format!("; without a level now: {open}") };
    let others = match changes.len() - up - down - same - open {
        0 => String::new(),
        1 => " For the other one the words or the answer say too little.".to_owned(),
        others => format!(" For the other {others} the words or the answers say too little."),
    };
    let text = format!(
        "What was published on the force in {then} answers {} of this checklist. Certainly higher now: {up}; certainly \
         lower: {down}; unchanged: {same}{without}.{others} The annexes set the two side by side.",
        number_of(changes.len(), "question", "questions"),
    );
    vec![Block::Chapter("Then and now".to_owned()), Block::paragraph(text)]
}

/// What was found on a question before, year by year.
pub fn found_before(report: &Report<'_>, question: &Question) -> Vec<Fact> {
    let Some(years) = years(report) else { return Vec::new() };
    let checklist = &report.about.assessment.checklist;
    let found = |then: &Named<'_>| {
        let answer = answer_of(then.assessment, checklist, question)?;
        Some(Fact::new(
            format!("{}, {}", then.assessment.assessor, then.assessment.year()),
            words::finding(question, answer),
        ))
    };
    years.then.iter().filter_map(found).collect()
}

/// What was published on the force up to the year of the assessment. What was published later is laid beside it in sum.
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

impl Years<'_> {
    /// Whether any of the years before states anything on a question.
    fn tell_of(&self, question: &Question) -> bool {
        self.before(question) != Standing::Unanswered
    }

    /// How a question stood when something was last published on it.
    fn before(&self, question: &Question) -> Standing {
        let checklist = &self.now.assessment.checklist;
        let stood = self.then.iter().rev().map(|then| standing_of(then.assessment, checklist, question));
        stood.into_iter().find(|standing| *standing != Standing::Unanswered).unwrap_or(Standing::Unanswered)
    }

    /// What happened since something was last published on a question.
    fn change(&self, question: &Question) -> Change {
        let now = self.now.assessment.standing(question).unwrap_or(Standing::Unanswered);
        Change::between(self.before(question), now)
    }

    fn row(&self, question: &Question) -> Vec<String> {
        let found = |named: &Named<'_>| {
            let answer = answer_of(named.assessment, &self.now.assessment.checklist, question);
            answer.map(|answer| words::finding(question, answer)).unwrap_or_default()
        };
        let now = match &self.now.assessment.source {
            Some(_) => found(&self.now),
            None => {
                let standing = self.now.assessment.standing(question).unwrap_or(Standing::Unanswered);
                standing.title(question.level_names())
            }
        };
        let mut row = vec![question.title.clone()];
        row.extend(self.then.iter().map(found));
        let unanswered = self.now.assessment.standing(question) == Some(Standing::Unanswered);
        let change = if unanswered { String::new() } else { words::change(self.change(question)) };
        row.extend([now, change]);
        row
    }

    /// What each column rests on.
    fn named(&self) -> String {
        let then: Vec<String> = self.then.iter().map(|then| of_year(*then)).collect();
        let now = match &self.now.assessment.source {
            Some(_) => of_year(self.now),
            None => "now: this assessment".to_owned(),
        };
        format!(
            "{}; {now}. The last column shows the change since something was last published on the question.",
            then.join("; ")
        )
    }
}

fn of_year(named: Named<'_>) -> String {
    format!("{}: {}", named.assessment.year(), words::assessment_label(named))
}
