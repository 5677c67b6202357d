//! The commands that need no conversation: what they do, and how they end.

use integrity_healthcheck::catalogue::Catalogue;

use crate::support::{
    Folder, MustReplace, assert_begins, assert_has, assert_lacks, flat, shipped_header, shipped_with,
};

#[test]
fn new_starts_an_assessment_and_never_over_a_file() {
    let folder = Folder::new();
    folder.run("new a.toml --force 'Essex Police' --marking OFFICIAL").ends_with(0);
    let text = folder.read("a.toml");
    let builtin = Catalogue::built_in().unwrap();
    let edition = format!("edition = \"{}\"", builtin.checklist("without-fear-or-favour").unwrap().edition);
    for line in [
        "format = 1",
        "force = \"Essex Police\"",
        "date = 2026-11-22",
        "assessor = \"Professional Standards Department\"",
        "checklist = \"without-fear-or-favour\"",
        edition.as_str(), // the newest that is held
        "marking = \"OFFICIAL\"",
    ] {
        assert!(text.lines().any(|each| each == line), "{line} is missing from\n{text}");
    }
    folder.refuses("new a.toml --force 'Kent Police'", "a.toml already exists");
    assert_eq!(folder.read("a.toml"), text);
    assert_eq!(folder.names(), ["a.toml"]);
}

#[test]
fn new_refuses_what_could_not_be_read_again() {
    let folder = Folder::new();
    for arguments in [
        ["--force", " ", "--date", "2026-11-02"],
        ["--force", "X\u{202E}", "--date", "2026-11-02"],
        ["--force", "Essex Police", "--date", "2027-01-01"],
        ["--force", "Essex Police", "--checklist", "nobodys"],
    ] {
        folder.run(&[&["new", "a.toml"], arguments.as_slice()].concat()).ends_with(2);
        assert!(folder.names().is_empty(), "{arguments:?}");
    }
    // A built-in name would be opened in its place.
    folder.run("new essex-2012 --force 'Essex Police'").ends_with(2);
    assert!(folder.names().is_empty());
}

#[test]
fn answers_are_saved_together_or_not_at_all() {
    let folder = Folder::shipped();
    let answer = ["answer", "a.toml", "gifts-single-register=in-place", "--note", "One since May."];
    let evidence = ["--evidence", "Audit 3", "--evidence", "Audit 4", "--dated", "2026-09-30"];
    folder.run(&[&answer[..], &evidence, &["--by", "A. Assessor"]].concat()).ends_with(0);
    let expected = shipped_with(
        "\n[answers.gifts-single-register]\nlevel = \"in-place\"\nnote = \"One since May.\"\n\
         evidence = [{ ref = \"Audit 3\", dated = 2026-09-30 }, { ref = \"Audit 4\", dated = 2026-09-30 }]\n\
         by = \"A. Assessor\"\non = 2026-11-22\n",
    );
    assert_eq!(folder.read("a.toml"), expected);
    folder.refuses(
        "answer a.toml media-policy=assured media-boundaries=perhaps",
        "media-boundaries: `perhaps` is not a level",
    );
    assert_eq!(folder.read("a.toml"), expected);
    folder.run("answer a.toml gifts-single-register=unanswered").ends_with(0);
    assert_eq!(folder.read("a.toml"), shipped_header());
}

#[test]
fn a_mistyped_answer_is_an_error_with_the_nearest_that_is_right() {
    let folder = Folder::shipped();
    for (typed, message) in [
        ("gift-single-register=in-place", "did you mean `gifts-single-register`?"),
        ("gifts-single-register=yes", "`yes` is not a level"),
        ("gifts-single-register=2", "`2` is not a level"),
        ("gifts-single-register=In place", "write in-place"),
        ("gifts-single-register=inplace", "write in-place"),
        ("gifts-single-register", "is not QUESTION=VALUE"),
        ("social-media-cases=-1", "below zero"),
        ("social-media-cases=in-place", "is not a whole number of cases"),
        ("gifts-policy=not-applicable", "without a reason"),
    ] {
        let ran = folder.run(&["answer", "a.toml", typed]).ends_with(2);
        assert!(ran.stderr.contains(message), "{typed}: {}", ran.stderr);
    }
    assert_eq!(folder.read("a.toml"), shipped_header());
    folder.refuses("answer essex-2012 media-policy=absent", "built in and cannot be changed");
}

#[test]
fn a_new_answer_keeps_note_and_evidence_but_not_who_gave_the_old_one() {
    let folder = Folder::shipped();
    folder.run("answer a.toml gifts-policy=absent --note N --evidence E --by A").ends_with(0);
    folder.run("--today 2026-11-23 answer a.toml gifts-policy=in-place --evidence F").ends_with(0);
    let text = folder.read("a.toml");
    assert_has!(text, "note = \"N\"", "{ ref = \"E\" }, { ref = \"F\" }");
    assert_lacks!(text, "by =");
}

#[test]
fn who_gave_an_answer_is_not_made_to_have_said_something_else() {
    let said = "[answers.gifts-policy]\nlevel = \"absent\"\nnote = \"N\"\nby = \"A\"\non = 2026-11-01\n";
    let folder = Folder::with("a.toml", shipped_with(said));
    folder.run("answer a.toml gifts-policy=absent").ends_with(0);
    assert_has!(folder.read("a.toml"), "by = \"A\"\non = 2026-11-01");
    folder.run("answer a.toml gifts-policy=absent --note 'Another note'").ends_with(0);
    let text = folder.read("a.toml");
    assert_has!(text, "on = 2026-11-22");
    assert_lacks!(text, "by =");
}

#[test]
fn the_gate_looks_at_the_lower_bound() {
    let folder = Folder::shipped();
    folder.run("answer a.toml media-policy=assured").ends_with(0);
    // What is answered scores 100, but with everything else absent hardly anything is left.
    let ran = folder.run("score a.toml --require 50").ends_with(1);
    assert_has!(ran.stdout, "100.0");
    assert_has!(ran.stderr, "with everything open absent");
    folder.run("score a.toml --require 0.5").ends_with(0);
    folder.run("score a.toml --require 101").ends_with(2);
}

#[test]
fn a_wrong_name_or_topic_ends_with_the_nearest_that_is_right() {
    let folder = Folder::new();
    folder.refuses("report esex-2012", "did you mean `essex-2012`?");
    let ran = folder.run("explain essex-2012 procuremnt").ends_with(2);
    assert_has!(ran.stderr, "did you mean `procurement`?");
    // A question is known by the title that every report prints, too.
    let explained = |name: &str| folder.run(&["explain", "essex-2012", name]).ends_with(0).stdout;
    assert_eq!(explained("single GIFTS register"), explained("gifts-single-register"));
    folder.refuses("score without-fear-or-favour", "is a checklist");
}

#[test]
fn an_invalid_file_is_shown_at_its_place_by_every_command() {
    let folder = Folder::with("a.toml", shipped_with("[answers.media-policy]\nlevel = \"good\"\n"));
    for command in ["score", "compare", "report", "explain", "show"] {
        let ran = folder.run(&[command, "a.toml"]).ends_with(2);
        assert!(ran.stderr.starts_with("a.toml:8:9: `good` is not a level"), "{command}: {}", ran.stderr);
        assert_eq!(ran.stdout, "", "{command}");
    }
    let ran = folder.run("answer a.toml media-policy=absent").ends_with(2);
    assert_begins(&ran.stderr, "a.toml:8:9:");
}

#[test]
fn a_report_in_a_file_is_whole_and_replaces_nothing_unasked() {
    let folder = Folder::new();
    let screen = folder.run("report essex-2012 --format markdown").ends_with(0);
    folder.run("report essex-2012 --format markdown --output r.md").ends_with(0);
    assert_eq!(folder.read("r.md"), screen.stdout);
    std::fs::write(folder.path("r.md"), "mine").unwrap();
    folder.refuses("report essex-2012 --output r.md", "--overwrite");
    assert_eq!(folder.read("r.md"), "mine");
    folder.run("report essex-2012 --format markdown --output r.md --overwrite").ends_with(0);
    assert_eq!(folder.read("r.md"), screen.stdout);
    assert_eq!(folder.names(), ["r.md"]);
}

#[test]
fn compare_takes_others_and_leaves_out_the_same() {
    let folder = Folder::new();
    let all = folder.run("compare essex-2012").ends_with(0);
    assert_has!(all.stdout, "Cheshire");
    assert_lacks!(all.stdout, "Then and now");
    let one = folder.run("compare essex-2012 cumbria-2012 essex-2012").ends_with(0);
    assert_has!(one.stdout, "Cumbria");
    assert_lacks!(one.stdout, "Cheshire");
}

#[test]
fn every_assessment_command_takes_built_in_names() {
    let folder = Folder::new();
    for command in ["score", "compare", "report", "explain", "show", "check"] {
        folder.run(&[command, "surrey-2012"]).ends_with(0);
        // On any day, that on which it was put together (24 November 2026) not come yet.
        folder.run(&[command, "surrey-2012", "--today", "2025-01-01"]).ends_with(0);
    }
    assert_has!(folder.run("list").ends_with(0).stdout, "surrey-2012", "(partial)");
}

#[test]
fn help_and_completions_teach() {
    let folder = Folder::new();
    assert_has!(folder.run("--help").ends_with(0).stdout, "healthcheck report essex-2012");
    for shell in ["bash", "powershell", "zsh", "fish"] {
        let script = folder.run(&["completions", shell]).ends_with(0);
        assert!(script.stdout.contains("COMPLETE") && script.stdout.contains("healthcheck"), "{shell}");
        folder.prints("completions --help", &format!("healthcheck completions {shell}"));
    }
}

#[test]
fn a_shell_is_offered_files_and_the_ids_of_the_questions_that_a_file_answers() {
    let small = format!("{}[answers.a-light]\nlevel = 'absent'\n", crate::support::header("small.toml", "1"));
    let folder =
        Folder::with("kent.toml", small).and("small.toml", crate::support::SMALL).and("notes.txt", "");
    // The words before the cursor, and what is offered for the last of them; fish says what each means behind a tab.
    let offered = |words: &[&str]| {
        let all = [&["--", "healthcheck"], words].concat();
        let output = folder.command("").env("COMPLETE", "fish").args(all).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(offered(&["explain", "k"]), ["kent.toml"]);
    assert!(!offered(&["explain", ""]).contains(&"notes.txt".to_owned()));
    assert_eq!(offered(&["explain", "kent.toml", "a-"]), ["a-heavy", "a-light", "a-other"]);
    assert_eq!(offered(&["plan", "add", "kent.toml", "b-"]), ["b-plain", "b-high"]);
    assert_eq!(offered(&["answer", "kent.toml", "a-l"]), ["a-light="]);
    assert_eq!(offered(&["answer", "kent.toml", "a-light=a"]), ["a-light=absent", "a-light=assured"]);
    assert_eq!(offered(&["answer", "kent.toml", "a-light=absent", "--confirm", "d"]), ["d-only"]);
    // Without a file of one's own they are those of a new healthcheck.
    assert_eq!(offered(&["explain", "essex-2012", "media-contact-recor"]), ["media-contact-recorded"]);
}

#[test]
fn whose_it_is_is_corrected_and_all_else_stays() {
    let text = "# Ours.\nformat = 1\nforce = \"Knet Police\"  # to be checked\ndate = 2026-11-02\n\
                assessor = \"PSD\"\nchecklist = \"without-fear-or-favour\"\nedition = \"2026.1\"\n\n\
                [answers.media-policy]\nlevel = \"absent\"\n";
    let folder = Folder::with("a.toml", text);
    folder.run("correct a.toml --force 'Kent Police' --marking OFFICIAL").ends_with(0);
    let corrected =
        text.must_replace("Knet", "Kent").must_replace("2026.1\"\n", "2026.1\"\nmarking = \"OFFICIAL\"\n");
    assert_eq!(folder.read("a.toml"), corrected);
    folder.run("correct a.toml --no-marking").ends_with(0);
    assert_eq!(folder.read("a.toml"), text.must_replace("Knet", "Kent"));
    folder.refuses("correct a.toml", "there is nothing to correct");
    folder.refuses("correct a.toml --force ' '", "nothing was saved");
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_ends_quietly() {
    let folder = Folder::new();
    let mut command = folder.command("report essex-2012 --full");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command
        .stdout(writer)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap()
        .wait_with_output()
        .unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn answers_are_judged_together_whatever_their_order() {
    let counts = "[answers.second-job-applications]\ncount = 10\n[answers.second-job-approvals]\ncount = 9\n";
    let folder = Folder::with("a.toml", shipped_with(counts));
    folder.run("answer a.toml second-job-approvals=71 second-job-applications=71").ends_with(0);
    folder.run("answer a.toml second-job-applications=5 second-job-approvals=5").ends_with(0);
    folder.refuses("answer a.toml second-job-approvals=6", "6 approvals are more than the 5");
}

#[test]
fn what_could_mean_two_things_is_refused() {
    let folder = Folder::shipped();
    folder.refuses("answer a.toml gifts-policy=assured gifts-policy=absent", "answered twice");
    folder.run("answer a.toml gifts-policy=unanswered --note lost").ends_with(2);
    folder.run("answer a.toml gifts-policy=absent --evidence E --dated 26-10-01").ends_with(2);
    assert_eq!(folder.read("a.toml"), shipped_header());
}

#[test]
fn a_note_is_no_reason_and_a_reason_no_note() {
    let folder = Folder::shipped();
    folder.run("answer a.toml procurement-cards=in-place --note 'Audited monthly.'").ends_with(0);
    folder.refuses("answer a.toml procurement-cards=not-applicable", "without a reason");
    folder.run("answer a.toml procurement-cards=not-applicable --note 'We have none.'").ends_with(0);
    folder.run("answer a.toml procurement-cards=assured").ends_with(0);
    assert_lacks!(folder.read("a.toml"), "note");
}

#[test]
fn a_report_never_replaces_the_assessment_or_a_folder() {
    let folder = Folder::shipped();
    std::fs::create_dir(folder.path("inner")).unwrap();
    for target in ["a.toml", "./a.toml", "inner"] {
        folder.run(&["report", "a.toml", "--output", target, "--overwrite"]).ends_with(2);
    }
    assert_eq!(folder.read("a.toml"), shipped_header());
    assert_eq!(folder.names(), ["a.toml", "inner"]);
}

#[test]
fn the_place_of_a_problem_comes_first_whatever_the_name() {
    let folder = Folder::with("my file.toml", shipped_with("[answers.nothing]\nlevel = 'absent'\n"));
    let ran = folder.run("score 'my file.toml'").ends_with(2);
    assert_begins(&ran.stderr, "my file.toml:7:10: ");
}

#[test]
fn what_was_named_is_not_left_out_without_a_word() {
    let folder = Folder::shipped().and("b.toml", shipped_header()).and("small.toml", crate::support::SMALL);
    let folder = folder.and("c.toml", crate::support::header("small.toml", "1"));
    let ran = folder.run("compare a.toml b.toml c.toml").ends_with(0);
    assert_has!(ran.stderr, "b.toml is identical to a.toml");
    assert_has!(flat(&ran.stdout), "another checklist");
}
