//! How long a report takes in each format, from the files' bytes to the report's, beside the floor: reading and parsing
//! the same files with the same crate, and nothing else.

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use integrity_healthcheck::Parsed;
use integrity_healthcheck::assessment::{Assessment, Header};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::document::{html, markdown, terminal, word};
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::judge::score::Scorecard;
use integrity_healthcheck::publish;
use integrity_healthcheck::report::{self, sheets::workbook};
use integrity_healthcheck::results::Report;
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::words;
use integrity_healthcheck::workbook::excel;

const CHECKLIST: &str = include_str!("../checklists/without-fear-or-favour/checklist.toml");
const ASSESSMENT: &str =
    include_str!("../checklists/without-fear-or-favour/published/greater-manchester-2012.toml");
const PUBLISHED: [&str; 9] = [
    include_str!("../checklists/without-fear-or-favour/published/cheshire-2012.toml"),
    include_str!("../checklists/without-fear-or-favour/published/cumbria-2012.toml"),
    include_str!("../checklists/without-fear-or-favour/published/durham-2012.toml"),
    include_str!("../checklists/without-fear-or-favour/published/essex-2012.toml"),
    ASSESSMENT,
    include_str!("../checklists/without-fear-or-favour/published/north-yorkshire-2012.toml"),
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

/// Reading and parsing these texts, and no more.
fn parsing(bencher: Bencher<'_, '_>, texts: &[&str]) {
    bencher.bench(|| {
        for text in texts {
            let _ = black_box(toml::de::DeTable::parse(black_box(text)));
        }
    });
}

/// The floor of a report: the checklist, the assessment and all that was published.
#[divan::bench]
fn floor(bencher: Bencher<'_, '_>) {
    parsing(bencher, &[&[CHECKLIST, ASSESSMENT], &PUBLISHED[..]].concat());
}

/// The floor of what needs one file and its checklist.
#[divan::bench]
fn floor_of_two(bencher: Bencher<'_, '_>) {
    parsing(bencher, &[CHECKLIST, ASSESSMENT]);
}

/// What `check FILE` does with a file's text.
#[divan::bench]
fn check_a_file(bencher: Bencher<'_, '_>) {
    let checked = || {
        let catalogue = Catalogue::built_in().ok()?;
        let source = Source::new("a", black_box(ASSESSMENT));
        let parsed = Parsed::new(&source);
        let header = Header::read(&parsed, today()).ok()?;
        let checklist = catalogue.edition(&header.checklist, &header.edition)?;
        let assessment = Assessment::read(&parsed, checklist, today()).ok()?;
        Some(words::coverage(&Scorecard::new(&assessment)))
    };
    assert!(checked().is_some(), "the text is no assessment");
    bencher.bench(checked);
}

/// What `score` does with a built-in name.
#[divan::bench]
fn score_a_built_in(bencher: Bencher<'_, '_>) {
    let scored = || {
        let catalogue = Catalogue::built_in().ok()?;
        let assessment = catalogue.assessment(black_box("greater-manchester-2012"))?;
        let report = Report::new(Named { name: "a", assessment }, &[], today());
        Some(terminal::draw(&report::scores(&report), 80))
    };
    assert!(scored().is_some(), "nothing of that name is built in");
    bencher.bench(scored);
}

/// From the texts to a report, drawn. Fails where no report can be made, for then nothing worth knowing is measured.
fn reported<T>(bencher: Bencher<'_, '_>, draw: impl Fn(&Report<'_>) -> T + Sync) {
    let drawn = || {
        let catalogue = Catalogue::built_in().ok()?;
        let source = Source::new("a", black_box(ASSESSMENT));
        let parsed = Parsed::new(&source);
        let header = Header::read(&parsed, today()).ok()?;
        let checklist = catalogue.edition(&header.checklist, &header.edition)?;
        let assessment = Assessment::read(&parsed, checklist, today()).ok()?;
        let published = catalogue.published_on(checklist);
        let report = Report::new(Named { name: "a", assessment: &assessment }, &published, today());
        Some(draw(&report))
    };
    assert!(drawn().is_some(), "the texts make no report");
    bencher.bench(drawn);
}

#[divan::bench]
fn as_terminal(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| terminal::draw(&report::gap_report(report), 80));
}

#[divan::bench]
fn as_markdown(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| markdown::draw(&report::gap_report(report)));
}

#[divan::bench]
fn as_html(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| html::draw(&report::gap_report(report)));
}

#[divan::bench]
fn as_word(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| word::draw(&report::gap_report(report)));
}

#[divan::bench]
fn as_excel(bencher: Bencher<'_, '_>) {
    reported(bencher, |report| excel::draw(&workbook(report)));
}

#[divan::bench]
fn as_json(bencher: Bencher<'_, '_>) {
    reported(bencher, publish::draw);
}
