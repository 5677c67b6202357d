//! Who may read what: every full format holds all that was typed, and no public one holds any of it.

use crate::support::{Folder, MustReplace, SOURCE, assert_has, assert_lacks, endings, flat, header};

/// A word of its own for each kind of thing that a person can type beside an answer.
const PRIVATE: [&str; 7] = ["Quagga", "Okapi", "Pangolin", "Axolotl", "Wombat", "Numbat", "Dugong"];

/// An assessment of one force with a private word in every kind of field, and dates of 1998 and 1999.
fn typed() -> Folder {
    let head = header("without-fear-or-favour", "2026.1").must_replace("\"PSD\"", "\"Quagga unit\"");
    let answers = "\
        marking = \"OFFICIAL-Okapi\"\n\
        [answers.gifts-policy]\nlevel = \"in-place\"\nnote = \"Pangolin note\"\n\
        evidence = [{ ref = \"Axolotl file\", dated = 1998-02-03 }]\nby = \"D. Wombat\"\non = 1999-04-05\n\
        [answers.procurement-cards]\nlevel = \"not-applicable\"\nnote = \"Numbat reason\"\n\
        [answers.media-policy]\nlevel = \"unknown\"\nnote = \"Dugong doubt\"\n\
        [answers.media-leak-investigations]\ncount = 7919\nfrom = 2025-11-01\nto = 2026-10-31\n";
    Folder::with("typed.toml", format!("{head}{answers}"))
}

/// The endings of the formats that hold whole paragraphs.
fn telling(folder: &Folder) -> Vec<String> {
    let mut telling = endings();
    telling.retain(|ending| {
        let output = format!("n.{ending}");
        folder.run(&["report", "typed.toml", "--narrative", "--output", &output]).status == 0
    });
    assert_eq!(telling, ["txt", "md", "html", "docx"]);
    telling
}

/// The bytes of a report, as text with what is not text replaced.
fn report(folder: &Folder, ending: &str, options: &[&str]) -> String {
    folder.report(ending, &[&["typed.toml"], options].concat())
}

#[test]
fn every_full_format_holds_everything_that_was_typed() {
    let folder = typed();
    for ending in endings() {
        let text = report(&folder, &ending, &[]);
        for word in PRIVATE.iter().chain(&["7919"]) {
            assert!(text.contains(word), "{ending} has no {word}");
        }
        // A spreadsheet counts days from the end of 1899.
        for day in [["3 February 1998", "1998-02-03", "35829"], ["5 April 1999", "1999-04-05", ">36255<"]] {
            assert!(day.iter().any(|day| text.contains(day)), "{ending} has no {}", day[0]);
        }
    }
}

#[test]
fn no_public_format_holds_anything_that_was_typed_beside_the_answers() {
    let folder = typed();
    let reports = endings().into_iter().map(|ending| (ending, vec!["--public"]));
    let narratives = telling(&folder).into_iter().map(|ending| (ending, vec!["--public", "--narrative"]));
    for (ending, options) in reports.chain(narratives) {
        let text = report(&folder, &ending, &options);
        for word in PRIVATE.iter().chain(&["1998", "1999", ">36255<", "typed.toml"]) {
            assert!(!text.contains(word), "{ending} {options:?} lets {word} through");
        }
        // The answers themselves stay, and a marking is not made up.
        assert!(text.contains("7919"), "{ending} {options:?}");
        assert!(ending == "json" || text.contains("Not cleared for release"), "{ending} {options:?}");
    }
}

#[test]
fn a_public_report_carries_the_marking_it_is_given_and_lists_what_was_left_out_once() {
    let folder = typed();
    let text = report(&folder, "txt", &["--public", "--marking", "OFFICIAL"]);
    assert!(text.starts_with("OFFICIAL\n") && text.ends_with("OFFICIAL\n"), "{text}");
    assert_lacks!(text, "Not cleared");
    assert_eq!(text.matches("Left out of this report for the public").count(), 1);
    folder.run("report typed.toml --marking OFFICIAL").ends_with(2);
    folder.run("report typed.toml --public --marking ' '").ends_with(2);
}

#[test]
fn what_hmic_published_stays_in_a_public_report() {
    let ran = Folder::new().run("report essex-2012 --public --full").ends_with(0);
    assert_has!(ran.stdout, "Staff knew the new media rules, HMIC found.");
    assert_lacks!(ran.stdout, "Left out");
    let text = report(&typed(), "txt", &["--public"]);
    let flat = flat(&text);
    assert!(flat.contains("published on 9 forces (2012) and 43 forces (2014)"), "{text}");
}

#[test]
fn what_a_force_keeps_beside_published_findings_is_not_for_the_public() {
    let head = header("without-fear-or-favour", "2026.1");
    let text = format!(
        "{head}{SOURCE}\
        [answers.gifts-policy]\nlevel = \"in-place\"\nnote = \"Quokka, it is published\"\n\
        by = \"D. Wombat\"\non = 1999-04-05\n\
        [[actions]]\nid = \"A1\"\nquestion = \"media-policy\"\naction = \"Pangolin\"\nowner = \"Numbat\"\n\
        no-due = \"Dugong\"\nstatus = \"planned\"\n"
    );
    let folder = Folder::with("typed.toml", text);
    for ending in endings() {
        let text = report(&folder, &ending, &["--public"]);
        for word in PRIVATE.iter().chain(&["1999", ">36255<"]) {
            assert!(!text.contains(word), "{ending} lets {word} through");
        }
        assert!(text.contains("Quokka"), "{ending}");
    }
}

#[test]
fn the_format_follows_the_ending_and_a_narrative_only_where_it_can() {
    let folder = typed();
    assert!(report(&folder, "md", &[]).contains("# Integrity healthcheck"));
    assert!(report(&folder, "json", &[]).starts_with('{'));
    assert!(report(&folder, "md", &["--format", "json"]).starts_with('{'));
    folder.refuses("report typed.toml --output r.pdf", "names no format");
    folder.run("report typed.toml --narrative --format json").ends_with(2);
}
