//! `check`: every problem, at its place, with its remedy.

use crate::support::{
    Folder, SOURCE, assert_begins, assert_has, assert_lacks, header, shipped_header, shipped_with,
};

/// The places and messages that `check` prints for an assessment with this body, one line each.
#[track_caller]
fn problems(body: &str) -> Vec<String> {
    problems_of(&shipped_with(body))
}

/// Line and column count from the file; the head of a shipped assessment has six lines.
#[track_caller]
fn problems_of(text: &str) -> Vec<String> {
    let ran = Folder::with("a.toml", text).run("check a.toml").ends_with(1);
    assert_eq!(ran.stderr, "");
    ran.stdout
        .lines()
        .filter_map(|line| line.strip_prefix("a.toml:"))
        .filter(|line| line.contains(": ") && line.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn all_problems_of_a_file_are_shown_in_one_go() {
    let found = problems(
        "colour = 1\n\
         [answers.gifts-single-registr]\nlevel = \"in-place\"\n\
         [answers.media-policy]\nlevel = \"good\"\nnots = \"x\"\n\
         [answers.leak-tracing]\nlevel = \"not-applicable\"\n\
         [answers.social-media-cases]\ncount = -1\n\
         [answers.gifts-policy]\ncount = 3\n\
         [answers.gifts-owner]\nlevel = \"in-place\"\non = 2031-01-01\n\
         [answers.media-boundaries]\nlevel = 2\n\
         [answers.procurement-cards]\n\
         [answers.second-job-applications]\ncount = 2\n\
         [answers.second-job-approvals]\ncount = 3\n",
    );
    let expected = [
        "7:1: an assessment has no key `colour`",
        "8:10: the checklist has no question `gifts-single-registr`",
        "11:9: `good` is not a level",
        "12:1: an answer has no key `nots`",
        "14:9: not-applicable is given without a reason",
        "16:9: -1 is below zero, and the number of cases cannot be",
        "18:1: `count` does not answer this question, which asks for a level",
        "21:6: `on` is in the future (2031-01-01; today is 2026-11-22)",
        "23:9: `level` is not a word",
        "24:10: an answer has no `level`",
        "28:9: 3 approvals are more than the 2 of `second-job-applications`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn only_findings_are_ranges_and_a_range_leads_upwards() {
    let answers = "\
         [answers.media-policy]\nlevel = \"developing\"\nhighest = \"in-place\"\n\
         [answers.gifts-policy]\nlevel = \"in-place\"\nhighest = \"in-place\"\n\
         [answers.gifts-owner]\nlevel = \"in-place\"\nhighest = \"absent\"\n\
         [answers.media-boundaries]\nlevel = \"unknown\"\nhighest = \"assured\"\n\
         [answers.leak-tracing]\nlevel = \"absent\"\nhighest = \"good\"\n\
         [answers.media-leak-investigations]\ncount = 2\nhighest = \"assured\"\n";
    let own = "a force's own answer is one level; `highest` belongs to findings and reviews, in a file with `source` or `reviews`";
    let expected: Vec<String> = [9, 12, 15, 18, 21, 24].map(|line| format!("{line}:1: {own}")).to_vec();
    assert_eq!(problems(answers), expected);
    let expected = [
        "13:11: `highest` is in-place, the same as `level`",
        "16:11: `highest` (absent) is below `level` (in-place)",
        "19:11: `highest` goes with a level, and this answer is unknown",
        "22:11: `good` is not a level",
        "25:11: `highest` goes with a level, and this answer is 2",
    ];
    assert_eq!(problems(&format!("{SOURCE}{answers}")), expected);
}

#[test]
fn what_is_carried_along_is_one_level_too() {
    let carried = "[carried.media-policy]\nfrom = 2025-11-03\nlevel = \"absent\"\nhighest = \"assured\"\n";
    for head in ["", SOURCE] {
        let found = problems(&format!("{head}{carried}"));
        assert!(found.len() == 1 && found[0].contains("a force's own answer is one level"), "{found:?}");
    }
}

#[test]
fn a_problem_shows_line_caret_and_remedy() {
    let text = shipped_with("[answers.gifts-single-registr]\nlevel = \"in-place\"\n");
    let ran = Folder::with("a.toml", text).run("check a.toml").ends_with(1);
    let expected = "\
a.toml:7:10: the checklist has no question `gifts-single-registr`
  |
7 | [answers.gifts-single-registr]
  |          ^^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `gifts-single-register`?

a.toml: 1 problem
";
    assert_eq!(ran.stdout, expected);
}

#[test]
fn the_head_of_a_file_is_checked() {
    assert_eq!(
        problems_of(
            "format = 2\nforce = \" \"\ndate = \"2026-11-02\"\nchecklist = \"without-fear-or-favour\"\nedition = \"1999\"\n"
        ),
        [
            "1:1: an assessment has no `assessor`",
            "1:10: this is format 2, and this program reads format 1",
            "2:9: `force` is blank",
            "3:8: `date` is text, but should be a date",
            "5:11: edition 1999 of `without-fear-or-favour` is not available here",
        ]
    );
    let text = header("without-fear-or-favor", "2026.1");
    let ran = Folder::with("a.toml", text).run("check a.toml").ends_with(1);
    assert_begins(
        &ran.stdout,
        "a.toml:5:13: the checklist `without-fear-or-favor` is neither built in nor a file",
    );
    assert_has!(ran.stdout, "did you mean `without-fear-or-favour`?");
}

#[test]
fn wrong_toml_a_duplicate_and_a_day_that_is_none() {
    assert_eq!(problems("[answers.media-policy\n").len(), 1);
    let twice =
        problems("[answers.media-policy]\nlevel = \"absent\"\n[answers.media-policy]\nlevel = \"assured\"\n");
    assert_eq!(twice, ["9:10: `media-policy` is already set", "10:1: `level` is already set"]);
    let none = problems(
        "[answers.media-policy]\nlevel = \"absent\"\non = 2026-02-30\n[answers.gifts-policy]\nlevel = \"so\"\n",
    );
    assert_eq!(none.len(), 2, "the rest is read all the same: {none:?}");
    assert!(none[0].starts_with("9:") && none[0].contains("invalid date"), "{none:?}");
    assert_eq!(none[1], "11:9: `so` is not a level");
}

#[test]
fn hidden_characters_are_refused_wherever_they_stand() {
    let found = problems(
        "# a comment with \u{202E} in it\n\
         [answers.media-policy]\nlevel = \"absent\"\nnote = \"red \\u001B[31m\"\n\
         [answers.gifts-policy]\nlevel = \"absent\"\nnote = \"turned \u{2066}round\"\n",
    );
    let expected = [
        "7:18: the hidden character U+202E is not allowed",
        "10:8: the hidden character U+001B is not allowed",
        "13:16: the hidden character U+2066 is not allowed",
    ];
    assert_eq!(found, expected);
}

#[test]
fn unknown_and_not_applicable_answer_a_count_too() {
    let text = shipped_with(
        "[answers.social-media-cases]\ncount = \"unknown\"\n\
         [answers.conduct-investigations]\ncount = \"not-applicable\"\nnote = \"x\"\n\
         [answers.anti-corruption-staff-change]\ncount = -2\n",
    );
    Folder::with("a.toml", text).run("check a.toml").ends_with(0);
}

#[test]
fn every_spelling_of_toml_is_read() {
    let spellings = [
        "[answers.media-policy]\nlevel = 'assured'\n",
        "answers.media-policy.level = \"assured\"\n",
        "[answers]\nmedia-policy = { level = \"assured\" }\n",
        "answers = { media-policy = { level = \"\"\"assured\"\"\" } }\n",
        "[\"answers\".'media-policy']\n\"level\" = \"assu\\u0072ed\"\n",
    ];
    for spelling in spellings {
        for text in [spelling.to_owned(), spelling.replace('\n', "\r\n")] {
            let folder = Folder::with("a.toml", shipped_with(&text));
            let ran = folder.run("check a.toml").ends_with(0);
            assert!(ran.stdout.contains("1 of 77 questions answered"), "{spelling}: {}", ran.stdout);
        }
    }
    let marked = format!("\u{FEFF}{}", shipped_header());
    Folder::with("a.toml", marked).run("check a.toml").ends_with(0);
}

#[test]
fn too_large_and_nonsense_files_are_bad_content_and_missing_ones_unreadable() {
    let folder =
        Folder::with("big.toml", vec![b'a'; 10_000_000]).and("nonsense.toml", [0xFF, 0x00, 0x1B, 0x9C]);
    let big = folder.run("check big.toml").ends_with(1);
    assert_begins(&big.stdout, "big.toml:1:1: the file is larger than 1 MB");
    let nonsense = folder.run("check nonsense.toml").ends_with(1);
    assert_begins(&nonsense.stdout, "nonsense.toml:1:1: the file is not plain text");
    let missing = folder.run("check missing.toml big.toml").ends_with(2);
    assert!(missing.stdout.contains("larger than"), "the files that can be read are checked all the same");
    assert_has!(missing.stderr, "cannot read missing.toml");
}

#[test]
fn a_checklist_is_checked_as_one() {
    let text = "format = 1\nid = \"mine\"\nedition = \"1\"\ntitle = \"Mine\"\n\
                [[sections]]\nid = \"a\"\ntitle = \"A\"\n\
                [[sections.questions]]\nid = \"a\"\nask = \"Is it?\"\nlevels = { absent = \"No\", developing = \"Partly\", in-place = \"Yes\" }\n\
                [[sections.questions]]\nid = \"b\"\nask = \"How many?\"\nunit = \"things\"\nat-most = \"c\"\nessential = true\n\
                [[sections.questions]]\nid = \"Not An Id\"\nask = \"Is it?\"\n";
    let expected = [
        "9:6: the id `a` is already used by a section",
        "11:10: the table of levels has no `assured`",
        "16:11: `c` does not ask for a count",
        "17:1: `essential` belongs to a question that is scored, and a count is not",
        "18:1: a question has no `levels`",
        "19:6: `Not An Id` is not an id",
    ];
    let mut found = problems_of(text);
    found.sort_by_key(|line| line.split(':').next().unwrap().parse::<u32>().unwrap());
    assert_eq!(found, expected);
}

#[test]
fn a_checklist_of_ones_own_is_found_beside_the_assessment() {
    let folder = Folder::with("small.toml", crate::support::SMALL);
    std::fs::create_dir(folder.path("inner")).unwrap();
    let folder = folder
        .and("inner/a.toml", format!("{}answers.a-heavy.level = 'absent'\n", header("../small.toml", "1")));
    folder.prints("check inner/a.toml", "1 of 6 questions answered");
    assert_lacks!(folder.run("report inner/a.toml").ends_with(0).stdout, "COMPARISON", "ON ALL FORCES");
}

#[test]
fn without_its_checklist_a_file_shows_all_that_is_wrong_besides() {
    let found =
        problems_of("format = 1\nforce = \"\"\ndate = 2030-01-01\nchecklist = \"nobodys\"\ncolour = 1\n");
    let expected = [
        "1:1: an assessment has no `assessor`",
        "1:1: an assessment has no `edition`",
        "2:9: `force` is blank",
        "3:8: `date` is in the future (2030-01-01; today is 2026-11-22)",
        "4:13: the checklist `nobodys` is neither built in nor a file that can be read: there is no such file or folder; check the name",
        "5:1: an assessment has no key `colour`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_mistyped_id_hides_nothing_else() {
    let found = problems("[answers.gifts-polcy]\nlevel = \"absent\"\non = 2099-01-01\nnots = 1\n");
    let expected = [
        "7:10: the checklist has no question `gifts-polcy`",
        "9:6: `on` is in the future (2099-01-01; today is 2026-11-22)",
        "10:1: an answer has no key `nots`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_wrong_is_shown_without_the_escapes_in_it() {
    let text = shipped_with("\"\\u001b[31mred\" = 1\n[answers]\n\"\\u001b[2Jq\" = 3\n");
    let ran = Folder::with("a.toml", text).run("check a.toml").ends_with(1);
    assert!(!ran.stdout.contains('\u{1b}'), "{:?}", ran.stdout);
}

#[test]
fn a_text_is_no_count_and_a_day_before_1900_no_day() {
    let found = problems(
        "[answers.social-media-cases]\ncount = \"5\"\non = 0026-10-01\n[source]\nkind = \"rumour\"\ntitle = \"T\"\npublisher = \"P\"\npublished = \"D\"\n",
    );
    let expected = [
        "8:9: `count` is text, but should be a whole number",
        "9:6: `on` is before 1900",
        "11:8: `rumour` is not a kind of publication",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_large_file_of_nonsense_is_answered_at_once() {
    let before = std::time::Instant::now();
    let folder = Folder::with("a.toml", "=\n".repeat(150_000)).and("b.toml", vec![0; 1_000_000]);
    folder.run("check a.toml b.toml").ends_with(1);
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
}

#[test]
fn a_clock_that_is_wrong_is_one_problem_however_many_days_it_concerns() {
    let mut text = shipped_header();
    for id in ["media-policy", "media-boundaries", "gifts-policy"] {
        text += &format!("[answers.{id}]\nlevel = 'absent'\nby = 'A'\non = 2026-11-20\n");
    }
    let folder = Folder::with("a.toml", text);
    let ran = folder.run("check a.toml --today 2026-11-01").ends_with(1);
    // The head is of 2 November; the answers' days stand on every fourth line behind it.
    let said = "`date` is in the future (2026-11-02; today is 2026-11-01); 4 days in this file are in the future: \
                on lines 3, 10, 14, 18\n";
    let out = format!("{}{}", ran.stdout, ran.stderr);
    assert_has!(out, said, "see whether this computer's date is right");
    assert_eq!(out.matches("in the future").count(), 2, "{out}");
}
