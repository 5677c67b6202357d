//! Many forces side by side, and what is known of them in sum, on cases worked out by hand.

use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::document::terminal;
use integrity_healthcheck::judge::change::Change;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::judge::region::{Region, RegionError};
use integrity_healthcheck::judge::survey::{by_year, tallies};
use integrity_healthcheck::report;
use integrity_healthcheck::results::RegionReport;
use integrity_healthcheck::results::{Report, for_the_public};
use snapbox::{assert_data_eq, file};

use crate::support::{
    Folder, MustReplace, OWN, assert_has, assert_lacks, endings, own_with, published, small, small_findings,
    small_with, today, whole_text,
};

/// An assessment as one of a force and a year.
fn of(force: &str, year: i32, assessment: Assessment) -> Assessment {
    let date = format!("{year}-12-31").parse().unwrap();
    Assessment { force: force.to_owned(), date, ..assessment }
}

fn named(assessments: &[Assessment]) -> Vec<Named<'_>> {
    assessments.iter().map(|assessment| Named { name: "a", assessment }).collect()
}

/// The targets of the small checklist are *in place*, but for b-high, whose is *assured*.
fn forces() -> Vec<Assessment> {
    let northford = "answers.a-light = { level = 'in-place', highest = 'assured' }
        answers.b-high = { level = 'in-place', highest = 'assured' }
        answers.b-plain = { level = 'developing', highest = 'in-place' }";
    let earlier = "answers.a-light = { level = 'absent', highest = 'developing' }";
    let eastmere = "answers.a-light = { level = 'developing' }\nanswers.c-all.count = 4";
    let ashby = "answers.a-light.level = 'unknown'\nanswers.b-high.level = 'assured'";
    vec![
        of("Northford Police", 2012, small_findings(earlier)),
        of("Northford Constabulary", 2014, small_findings(northford)),
        of("Eastmere Police", 2014, small_findings(eastmere)),
        of("Ashby Police", 2026, small_with(ashby)),
    ]
}

#[test]
fn a_tally_counts_what_is_sure_and_names_whom_to_ask() {
    let (checklist, forces) = (small(), forces());
    let tallies = tallies(&checklist, &named(&forces));
    let of = |id: &str| tallies.iter().find(|tally| tally.question.id.as_str() == id).unwrap();
    // Absent to developing, developing and unknown fall short; in place to assured meets it.
    let light = of("a-light");
    assert_eq!((light.met, light.short, light.not_settled, light.known()), (1, 3, 0, 4));
    assert_eq!(light.in_place.len(), 1);
    // In place to assured does not settle a target of assured, but it is in place; assured meets it.
    let high = of("b-high");
    assert_eq!((high.met, high.short, high.not_settled), (1, 0, 1));
    assert_eq!(high.in_place.len(), 2);
    assert_eq!((of("b-plain").not_settled, of("b-plain").in_place.len()), (1, 0));
    assert_eq!(of("d-only").known(), 0);
}

#[test]
fn years_stand_apart_oldest_first() {
    let (checklist, forces) = (small(), forces());
    let years = by_year(&checklist, &named(&forces));
    let numbers: Vec<(i32, usize)> = years.iter().map(|year| (year.year, year.forces.len())).collect();
    assert_eq!(numbers, [(2012, 1), (2014, 2), (2026, 1)]);
}

#[test]
fn a_report_asks_those_who_are_further_on_and_never_the_force_itself() {
    let forces = forces();
    let all = named(&forces);
    let told = |assessment: &Assessment| {
        let report = Report::new(Named { name: "own", assessment }, &[], today()).with_survey(&all);
        terminal::draw(&report::gap_report(&report), 80)
    };
    let ashby = told(&forces[3]);
    assert_has!(ashby, "Whom to ask: Northford (2014), according to what was published");
    let own = of("Northford", 2026, small_with("answers.a-light.level = 'absent'"));
    let own = told(&own);
    assert_lacks!(own, "according to what was published");
}

#[test]
fn the_newest_of_a_force_stands_for_it_and_moves_are_told() {
    let forces = forces();
    let region = Region::new(&named(&forces)).unwrap();
    let names: Vec<&str> = region.forces.iter().map(|force| force.newest.assessment.short_force()).collect();
    assert_eq!(names, ["Ashby", "Eastmere", "Northford"], "in the order of the alphabet, each once");
    let changes = &region.forces[2].since_first.as_ref().unwrap().changes;
    // 0–1, then 2–3: surely up. The others had no level then.
    let up: Vec<&str> = changes.up().map(|each| each.question.id.as_str()).collect();
    let [unchanged, not_settled] =
        [Change::Unchanged, Change::NotSettled].map(|change| changes.number(change));
    assert_eq!((up.as_slice(), changes.down().count(), unchanged, not_settled), (&["a-light"][..], 0, 0, 0));
    assert!(region.forces[0].since_first.is_none());
}

#[test]
fn a_force_that_was_renamed_is_one() {
    let mut then = of("Oldshire Constabulary", 2014, small_findings("answers.a-light.level = 'absent'"));
    then.source.as_mut().unwrap().force_today = Some("Oldshire and Isle Constabulary".to_owned());
    let now = of("Oldshire and Isle Police", 2026, small_with("answers.a-light.level = 'in-place'"));
    assert!(now.same_force(&then) && then.same_force(&now));
    let both = [now, then];
    let region = Region::new(&named(&both)).unwrap();
    assert_eq!(region.forces.len(), 1);
    assert_eq!(region.forces[0].since_first.as_ref().unwrap().changes.up().count(), 1);
}

#[test]
fn what_cannot_stand_side_by_side_is_refused() {
    assert_eq!(Region::new(&[]).unwrap_err(), RegionError::Nothing);
    let folder = Folder::with("own.toml", OWN)
        .and("checklist.toml", include_str!("../fixtures/years/checklist.toml"))
        .and("2026.toml", include_str!("../fixtures/years/2026.toml"));
    folder.refuses(&["region", "own.toml", "2026.toml"], "name assessments of one checklist");
    folder.refuses(
        &["region", "--published", "2013"],
        "nothing published in 2013 is known; there is 2012 and 2014",
    );
    folder.run(&["region"]).ends_with(2);
}

#[test]
fn the_paper_says_it_in_words() {
    let forces = forces();
    let report = RegionReport::new(&named(&forces), Some("Three forces".to_owned()), None, today()).unwrap();
    assert_data_eq!(
        terminal::draw(&report::region::document(&report), 80),
        file!["../golden/region.txt"].raw()
    );
}

/// A folder of two forces, what is no assessment beside them, and words that nobody but the force may read.
fn folder() -> Folder {
    let kent = own_with(&["essex POLICE"], "Kent Police").must_replace("OFFICIAL-SENSITIVE", "OFFICIAL");
    Folder::with("own.toml", OWN).and("kent.toml", kent).and("notes.toml", "colour = 1")
}

#[test]
fn a_folder_is_taken_whole_in_every_format_beside_what_was_published() {
    let folder = folder();
    for ending in endings() {
        let output = format!("../{}.{ending}", folder.root().file_name().unwrap().to_string_lossy());
        folder.warns(
            &["region", ".", "--published", "2014", "--title", "The region", "--output", &output],
            "notes.toml is left out",
        );
        let path = folder.path(&output);
        let text = whole_text(&path);
        std::fs::remove_file(path).unwrap();
        for word in ["The region", "Wiltshire", "OFFICIAL; OFFICIAL-SENSITIVE"] {
            assert!(text.contains(word), "{ending}: {word}");
        }
        assert!(!text.contains("Two stations still keep"), "{ending}: no note has a place here");
    }
}

#[test]
fn the_public_reads_levels_and_no_more() {
    let folder = folder();
    let ran = folder.run(&["region", "own.toml", "kent.toml", "--public"]).ends_with(0);
    assert!(ran.stdout.starts_with("Not cleared for release\n"), "{}", ran.stdout);
    assert_lacks!(ran.stdout, "Two stations", "A. Assessor", "Register audit", "OFFICIAL", ".toml");
    let own = small_with("[answers.a-light]\nlevel = 'absent'\nnote = 'Quokka'");
    let cleared = [for_the_public(&own, None)];
    let report = RegionReport::for_the_public(&cleared, None, Some("OFFICIAL".to_owned()), today()).unwrap();
    assert_eq!(report::region::document(&report).marking.as_deref(), Some("OFFICIAL"));
}

#[test]
fn the_nation_is_there_without_any_file() {
    let ran = Folder::new().run(&["region", "--published", "2012", "2014", "--format", "json"]).ends_with(0);
    let json = published(&ran.stdout);
    let forces = json["forces"].as_array().unwrap();
    // The nine of 2012 are all among the 43 of 2014.
    assert_eq!(forces.len(), 43);
    assert_eq!(forces.iter().filter(|force| !force["moved"].is_null()).count(), 9);
}
