//! How long a report takes in each format, from the files' bytes to the report's, beside the floor: reading and parsing
//! the same files with the same crate, and nothing else.

use std::sync::Arc;

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::document::{html, markdown, terminal, word};
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::publish;
use integrity_healthcheck::report::Report;
use integrity_healthcheck::report::sheets::workbook;
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::workbook::excel;

const CHECKLIST: &str = include_str!("../checklists/without-fear-or-favour/checklist.toml");
const ASSESSMENT: &str =
    include_str!("../checklists/without-fear-or-favour/published/greater-manchester-2012.toml");
const OTHERS: [&str; 6] = [
    include_str!("../checklists/without-fear-or-favour/published/cheshire-2012.toml"),
    include_str!("../checklists/without-fear-or-favour/published/cumbria-2012.toml"),
    include_str!("../checklists/without-fear-or-favour/published/essex-2012.toml"),
    include_str!("../checklists/without-fear-or-favour/published/staffordshire-2012.toml"),
    include_str!("../checklists/without-fear-or-favour/published/surrey-2012.toml"),
    include_str!("../checklists/without-fear-or-favour/published/thames-valley-2012.toml"),
];

fn main() {
    divan::main();
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default()
}

/// Reading and parsing the same texts, and no more.
#[divan::bench]
fn floor(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        for text in [CHECKLIST, ASSESSMENT].into_iter().chain(OTHERS) {
            let _ = black_box(toml::de::DeTable::parse(black_box(text)));
        }
    });
}

/// From the texts to a report, drawn. Fails where no report can be made, for then nothing worth knowing is measured.
fn reported<T>(bencher: Bencher<'_, '_>, draw: impl Fn(&Report<'_>) -> T + Sync) {
    let drawn = || {
        let builtin = Catalogue::built_in().ok()?;
        let checklist = Arc::new(Checklist::parse(&Source::new("c", black_box(CHECKLIST))).ok()?);
        let assessment =
            Assessment::parse(&Source::new("a", black_box(ASSESSMENT)), &checklist, today()).ok()?;
        let published = builtin.published();
        let report = Report::new(Named { name: "a", assessment: &assessment }, &published, today());
        Some(draw(&report))
    };
    assert!(drawn().is_some(), "the texts make no report");
    bencher.bench(drawn);
}

#[divan::bench]
fn as_terminal(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| terminal::draw(&report.document(), 80));
}

#[divan::bench]
fn as_markdown(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| markdown::draw(&report.document()));
}

#[divan::bench]
fn as_html(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| html::draw(&report.document()));
}

#[divan::bench]
fn as_word(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| word::draw(&report.document()));
}

#[divan::bench]
fn as_excel(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| excel::draw(&workbook(report)));
}

#[divan::bench]
fn as_json(bencher: Bencher<'_, '_>) {
    reported(bencher, publish::draw);
}
