//! The page on forms sent out.

use chrono::NaiveDate;

use super::{Recipient, asked, asked_of_nobody};
use crate::assessment::{Assessment, Renewed};
use crate::checklist::QuestionId;
use crate::document::{Block, Column, Document, Table};
use crate::judge::score::Scorecard;
use crate::text::{long_date, number_of};

use crate::words;

pub fn status(assessment: &Assessment, today: NaiveDate) -> Document {
    let all = asked(assessment);
    let answered = words::coverage(&Scorecard::new(assessment));
    let carried = match assessment.count_renewed(Renewed::Open) {
        0 => String::new(),
        number => format!("; {} of last time to be confirmed", number_of(number, "answer", "answers")),
    };
    let mut blocks = vec![Block::paragraph(format!("{answered}{carried}."))];
    if all.is_empty() {
        blocks.push(Block::paragraph(
            "No form has been sent yet; `healthcheck form` makes one for each department.",
        ));
    } else {
        let figures = ["Questions", "Answered"].map(Column::figures);
        let days = ["Due", "Left", "Came back"].map(Column::words);
        let columns = std::iter::once(Column::words("Asked")).chain(figures).chain(days).collect();
        blocks
            .push(Block::Table(Table { columns, rows: all.iter().map(|asked| row(asked, today)).collect() }));
        let open = open_questions(assessment, &all);
        if !open.is_empty() {
            blocks.extend([Block::Chapter("Still open of what was begun".to_owned()), Block::list(open)]);
        }
    }
    let nobody = asked_of_nobody(assessment);
    if nobody > 0 && !all.is_empty() {
        let open = number_of(nobody, "more question is open and was", "more questions are open and were");
        blocks.push(Block::paragraph(format!("{open} sent to nobody.")));
    }
    let context = format!("{}, {}", assessment.force, long_date(today));
    Document {
        title: format!("Forms sent: {}", assessment.force),
        context,
        marking: assessment.marking.clone(),
        blocks,
        signatures: None,
    }
}

/// A line for each recipient who has answered some questions. If nothing is answered, the table says it all.
fn open_questions(assessment: &Assessment, all: &[Recipient]) -> Vec<String> {
    let begun = all.iter().filter(|asked| !asked.open.is_empty() && asked.answered() > 0);
    let line = |asked: &Recipient| {
        let of = |id: &QuestionId| assessment.checklist.question(id.as_str());
        let titles: Vec<String> = asked.open.iter().filter_map(of).map(|of| of.title.clone()).collect();
        format!("{}: {}", asked.to, titles.join("; "))
    };
    begun.map(line).collect()
}

fn row(asked: &Recipient, today: NaiveDate) -> Vec<String> {
    let in_days = |days: i64| number_of(usize::try_from(days).expect("not negative"), "day", "days");
    let left = match asked.days_left(today) {
        None => String::new(),
        Some(0) => "today".to_owned(),
        Some(days) if days < 0 => format!("{} late", in_days(-days)),
        Some(days) => in_days(days),
    };
    vec![
        asked.to.clone(),
        asked.questions.to_string(),
        asked.answered().to_string(),
        asked.due.map(long_date).unwrap_or_default(),
        left,
        asked.returned.map_or("not yet".to_owned(), long_date),
    ]
}
