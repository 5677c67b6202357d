//! How long it takes to read 100 returns of 70 questions each, and to merge them into one healthcheck.

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use integrity_healthcheck::assessment::{Answer, Assessment, Evidence, FormId, Value, set_answers};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::Level;
use integrity_healthcheck::departments::form::read::Opened;
use integrity_healthcheck::departments::form::{Form, layout};
use integrity_healthcheck::departments::merge::{Claim, merge};
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::workbook::excel;

const RETURNS: usize = 100;
const QUESTIONS: usize = 70;

const FILE: &str = "\
format = 1
force = \"Kent Police\"
date = 2026-11-02
assessor = \"PSD\"
checklist = \"without-fear-or-favour\"
edition = \"2026.1\"
";

fn main() {
    divan::main();
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default()
}

/// A form of 70 questions, every one answered with a note and evidence.
fn filled(assessment: &Assessment) -> Option<Vec<u8>> {
    let asked: Vec<_> =
        assessment.checklist.level_questions().take(QUESTIONS).map(|each| each.id.clone()).collect();
    let mut form = Form::new(assessment, Some(FormId(1)), "all", today(), |_, each| asked.contains(&each.id));
    for asked in form.parts.iter_mut().flat_map(|part| &mut part.asked) {
        asked.given = Some(Answer {
            note: Some(
                "Two stations still keep their own, and will until the new register is in use.".to_owned(),
            ),
            evidence: vec![Evidence { reference: "Register audit 3".to_owned(), dated: Some(today()) }],
            by: Some("A. Assessor".to_owned()),
            on: Some(today()),
            ..Answer::new(Value::from(Level::Developing))
        });
    }
    excel::draw_pages(&layout::pages(&form)).ok()
}

/// From the bytes of the files to the text of the healthcheck with all answers in it.
#[divan::bench(sample_count = 5)]
fn hundred_returns_of_seventy_questions(bencher: Bencher<'_, '_>) {
    let Ok(catalogue) = Catalogue::built_in() else { return };
    let Some(checklist) = catalogue.checklist("without-fear-or-favour") else { return };
    let source = Source::new("kent.toml", FILE);
    let Ok(assessment) = Assessment::parse(&source, checklist, today()) else { return };
    let Some(form) = filled(&assessment) else { return };
    let forms = vec![form; RETURNS];
    bencher.bench(|| {
        let mut claims = Vec::new();
        for (form, number) in forms.iter().zip(1..) {
            let opened =
                Opened::new(format!("{number}.xlsx"), form.clone()).map_err(|wrong| wrong.to_string());
            let read = opened.and_then(|opened| {
                let identity = opened.identity().map_err(|wrong| wrong.to_string())?;
                opened.read(&identity, checklist, today()).map_err(|wrong| wrong.to_string())
            });
            let Ok(read) = read else { return 0 };
            claims.extend(read.answers.into_iter().map(|(question, base, answer)| Claim {
                question,
                from: read.name.clone(),
                base: Some(base),
                answer,
            }));
        }
        let merge = merge(&assessment, &claims);
        let taken: Vec<_> = merge
            .new
            .iter()
            .filter_map(|taken| {
                Some((checklist.question(taken.question.as_str())?, Some(taken.answer.clone())))
            })
            .collect();
        assert_eq!(taken.len(), QUESTIONS);
        black_box(set_answers(&source, &assessment, &taken, today())).map_or(0, |(text, _)| text.text().len())
    });
}
