//! How the time grows with what there is to reckon: each curve is to be about a straight line.

use std::sync::Arc;

use chrono::NaiveDate;
use divan::Bencher;
use integrity_healthcheck::assessment::{Answer, Assessment, Value};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::{Checklist, Level};
use integrity_healthcheck::document::html;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::report::region::RegionReport;

fn main() {
    divan::main();
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default()
}

/// Assessments of so many forces over fifteen years, with 60 answers each.
fn forces(checklist: &Arc<Checklist>, forces: usize) -> Vec<Assessment> {
    let one = |force: usize, year: i32| {
        let asked = checklist.level_questions().take(60).enumerate();
        let level = |at: usize| Level::ALL.get((at * 7 + force + year.unsigned_abs() as usize) % 4).copied();
        let answers = asked.filter_map(|(at, question)| {
            Some((question.id.clone(), Answer::of(Value::Level(level(at)?.into()))))
        });
        Assessment {
            force: format!("Force number {force}"),
            date: NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or_default(),
            assessor: "PSD".to_owned(),
            marking: None,
            source: None,
            checklist: Arc::clone(checklist),
            answers: answers.collect(),
            carried: Default::default(),
            actions: Vec::new(),
            last_action: 0,
            sent: Vec::new(),
        }
    };
    (0..forces).flat_map(|force| (2012..2027).map(move |year| one(force, year))).collect()
}

/// The page of a region: with 50 forces it is 45,000 answers.
#[divan::bench(args = [1, 10, 50, 100])]
fn region_of_fifteen_years(bencher: Bencher<'_, '_>, number: usize) {
    let Ok(catalogue) = Catalogue::built_in() else { return };
    let Some(checklist) = catalogue.checklist("without-fear-or-favour") else { return };
    let assessments = forces(checklist, number);
    let named: Vec<Named<'_>> =
        assessments.iter().map(|assessment| Named { name: "a.toml", assessment }).collect();
    bencher.bench(|| {
        let report = RegionReport::new(&named, None, None, today()).ok()?;
        Some(html::draw(&report.document()))
    });
}
