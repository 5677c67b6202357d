//! How the time grows with what there is to reckon: each curve is to be about a straight line.

use std::sync::Arc;

use chrono::NaiveDate;
use divan::Bencher;
use integrity_healthcheck::assessment::{
    Action, ActionId, Answer, Assessment, Due, NewAssessment, Value, renew, set_actions,
};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::{Checklist, Level};
use integrity_healthcheck::document::{html, terminal};
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::judge::trend::Trend;
use integrity_healthcheck::report::{self, trend_document};
use integrity_healthcheck::results::RegionReport;
use integrity_healthcheck::text::source::Source;

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
            Some((question.id.clone(), Answer::new(Value::Level(level(at)?.into()))))
        });
        Assessment {
            follows: None,
            reviews: None,
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
        Some(html::draw(&report::region::document(&report)))
    });
}

/// An own checklist of so many questions, and a year's answers to all of them.
fn own(questions: usize) -> Option<(Arc<Checklist>, impl Fn(i32) -> Assessment)> {
    let question = |at: usize| {
        format!(
            "[[sections.questions]]\nid = 'question-{at}'\ntitle = 'Question {at}'\nask = 'Is it so, {at}?'\n\
             levels = {{ absent = 'a', developing = 'd', in-place = 'i', assured = 's' }}\n"
        )
    };
    let head =
        "format = 1\nid = 'own'\nedition = '1'\ntitle = 'Own'\n[[sections]]\nid = 'one'\ntitle = 'One'\n";
    let text = format!("{head}{}", (0..questions).map(question).collect::<String>());
    let checklist = Arc::new(Checklist::parse(&Source::new("own.toml", text)).ok()?);
    let year = {
        let checklist = Arc::clone(&checklist);
        move |year: i32| {
            let level = |at: usize| Level::ALL.get((at * 7 + year.unsigned_abs() as usize) % 4).copied();
            let answers = checklist.level_questions().enumerate().filter_map(|(at, question)| {
                Some((question.id.clone(), Answer::new(Value::Level(level(at)?.into()))))
            });
            let (date, checklist) =
                (NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or_default(), Arc::clone(&checklist));
            Assessment { date, answers: answers.collect(), ..empty(checklist) }
        }
    };
    Some((checklist, year))
}

fn empty(checklist: Arc<Checklist>) -> Assessment {
    Assessment {
        force: "Kent".to_owned(),
        date: today(),
        assessor: "PSD".to_owned(),
        marking: None,
        source: None,
        checklist,
        answers: Default::default(),
        carried: Default::default(),
        actions: Vec::new(),
        last_action: 0,
        sent: Vec::new(),
        follows: None,
        reviews: None,
    }
}

/// The next assessment from the last, with all that was answered carried along.
#[divan::bench(args = [10, 100, 1_000, 2_000])]
fn renew_an_own_checklist(bencher: Bencher<'_, '_>, questions: usize) {
    let Some((checklist, year)) = own(questions) else { return };
    let last = year(2025);
    bencher.bench(|| renew(&last, &checklist, "own.toml", today(), None));
}

/// Four years of one force, to the bytes on the screen.
#[divan::bench(args = [10, 100, 1_000, 2_000])]
fn trend_of_four_years(bencher: Bencher<'_, '_>, questions: usize) {
    let Some((_, year)) = own(questions) else { return };
    let years: Vec<Assessment> = (2022..2026).map(year).collect();
    let named: Vec<Named<'_>> = years.iter().map(|assessment| Named { name: "a.toml", assessment }).collect();
    bencher.bench(|| {
        let trend = Trend::new(&named).ok()?;
        Some(terminal::draw(&trend_document(&trend, today()), terminal::WIDTH))
    });
}

/// One more action in a plan of so many, read again as before it is saved.
#[divan::bench(args = [10, 100, 1_000, 5_000])]
fn add_to_a_plan(bencher: Bencher<'_, '_>, number: usize) {
    let Some((checklist, _)) = own(10) else { return };
    let Some(question) = checklist.question("question-1") else { return };
    let action = |assessment: &Assessment| {
        let due = Due::On(today());
        assessment.new_action(question, "Write".to_owned(), "Head".to_owned(), due)
    };
    let head = NewAssessment {
        force: "Kent",
        date: today(),
        assessor: "PSD",
        checklist: "own.toml",
        edition: "1",
        marking: None,
    };
    let source = Source::new("a.toml", head.to_toml());
    let Ok(begun) = Assessment::parse(&source, &checklist, today()) else { return };
    let first = action(&begun);
    let many =
        (1..=number).filter_map(|at| Some(Action { id: ActionId::new(&format!("A{at}"))?, ..first.clone() }));
    let Ok((source, planned)) = set_actions(&source, &begun, many.collect(), today()) else { return };
    bencher.bench(|| {
        let actions = planned.actions.iter().cloned().chain([action(&planned)]).collect();
        set_actions(&source, &planned, actions, today())
    });
}
