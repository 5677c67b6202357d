//! Another checklist is data: a tiny one, with names of its own for the levels and a finding of its own, goes through
//! every command without a line of code for it.

use crate::support::{Folder, text_of};

const PACKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/packs");

/// What only the built-in checklist and its findings say.
const NOT_ITS_OWN: [&str; 8] = [
    "HMIC",
    "in place",
    "assured.",
    "gifts",
    "second jobs",
    "ntegrity",
    "improper influence",
    "Without Fear",
];

/// Runs a command with the checklists of the fixtures at hand.
#[track_caller]
fn run(folder: &Folder, status: i32, arguments: &[&str]) -> String {
    let arguments: Vec<&str> = ["--checklists", PACKS].iter().chain(arguments).copied().collect();
    let ran = folder.run(&arguments).ends_with(status);
    format!("{}{}", ran.stdout, ran.stderr)
}

#[track_caller]
fn speaks_for_itself(what: &str, text: &str) {
    for word in NOT_ITS_OWN {
        assert!(!text.contains(word), "{what} says `{word}`:\n{text}");
    }
}

/// An assessment of Marshland with a level for each question, a figure, and an action.
fn answered() -> Folder {
    let folder = Folder::new();
    run(&folder, 0, &["new", "m.toml", "--force", "Marshland Police", "--checklist", "evidence-stores"]);
    run(&folder, 0, &["answer", "m.toml", "store-log=developing", "store-keys=in-place", "items-lost=2"]);
    run(&folder, 0, &["plan", "add", "m.toml", "store-log", "--owner", "A", "--due", "2027-01-31"]);
    folder
}

#[test]
fn it_is_listed_shown_and_checked_by_its_own_words() {
    let folder = Folder::new();
    let listed = run(&folder, 0, &["list"]);
    assert!(listed.contains("evidence-stores") && listed.contains("marshland-2020"), "{listed}");
    assert!(listed.contains("without-fear-or-favour") && listed.contains("essex-2012"), "{listed}");
    let shown = run(&folder, 0, &["show", "evidence-stores"]);
    assert!(shown.contains("working:") && shown.contains("all: Nine stores in ten."), "{shown}");
    speaks_for_itself("show", &shown);
    let found = run(&folder, 0, &["show", "marshland-2020"]);
    assert!(found.contains("working to proven"), "{found}");
    speaks_for_itself("show", &found);
    for name in ["evidence-stores", "marshland-2020"] {
        assert!(run(&folder, 0, &["check", name]).contains("no problems"));
    }
}

#[test]
fn it_is_answered_scored_compared_and_explained() {
    let folder = answered();
    // 100 × (2 × 1 + 1 × 2) ÷ (3 × 3) = 44.4; the one of two targets met is that of the keys.
    let score = run(&folder, 0, &["score", "m.toml"]);
    assert!(score.contains("44.4 of 100") && score.contains("1 of the 2 questions"), "{score}");
    // On the log ours (1) is behind theirs (2 to 3); on the keys ours (2) is ahead of theirs (0).
    // Theirs over both: 100 × (2 × 2 + 0) ÷ 9 = 44.4, and 100 × (2 × 3 + 0) ÷ 9 = 66.7.
    let compared = run(&folder, 0, &["compare", "m.toml"]);
    assert!(compared.contains("44.4 to") && compared.contains("66.7"), "{compared}");
    assert!(compared.contains("a reading of the college's visits"), "{compared}");
    let explained = run(&folder, 0, &["explain", "m.toml", "store-log"]);
    assert!(explained.contains("begun") && explained.contains("working, not met"), "{explained}");
    let whole = run(&folder, 0, &["explain", "m.toml"]);
    for (what, text) in [("score", score), ("compare", compared), ("explain", explained + &whole)] {
        speaks_for_itself(what, &text);
    }
}

#[test]
fn every_format_reports_on_it_by_its_own_names() {
    let folder = answered();
    let text = run(&folder, 0, &["report", "m.toml"]);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("Now: begun Target: working, in the checklist's words: “"), "{text}");
    speaks_for_itself("the terminal", &text);
    for ending in ["md", "html", "docx", "xlsx", "json", "txt"] {
        let name = format!("m.{ending}");
        run(&folder, 0, &["report", "m.toml", "--output", &name]);
        let bytes = std::fs::read(folder.path(&name)).unwrap();
        let text = String::from_utf8(bytes).unwrap_or_else(|error| text_of(error.into_bytes()));
        let level = if ending == "json" { "developing" } else { "begun" };
        assert!(text.contains(level), "{ending}");
        assert!(!text.contains("HMIC"), "{ending}");
    }
    let narrative = run(&folder, 0, &["report", "m.toml", "--narrative"]);
    assert!(narrative.contains("HOW IS EVIDENCE KEPT?"), "{narrative}");
    speaks_for_itself("the narrative", &narrative);
    speaks_for_itself("the public's", &run(&folder, 0, &["report", "m.toml", "--public"]));
}

#[test]
fn it_is_planned_renewed_and_told_over_the_years() {
    let folder = answered();
    let plan = run(&folder, 0, &["plan", "m.toml"]);
    assert!(plan.contains("Keep a log at the counter.") && plan.contains("begun"), "{plan}");
    run(&folder, 0, &["plan", "update", "m.toml", "A1", "--status", "done"]);
    run(&folder, 0, &["--today", "2027-11-22", "renew", "m.toml", "next.toml"]);
    let answers = ["answer", "next.toml", "store-log=in-place", "--confirm", "store-keys"];
    run(&folder, 0, &[&["--today", "2027-11-22"], &answers[..]].concat());
    let trend = ["--today", "2027-11-22", "trend", "marshland-2020", "m.toml", "next.toml"];
    let told = run(&folder, 0, &trend);
    assert!(told.contains("working") && told.contains("up 1 level"), "{told}");
    speaks_for_itself("trend", &told);
    let gates = ["--today", "2027-11-22", "check", "next.toml", "--complete", "--evidence", "--actions"];
    speaks_for_itself("check", &run(&folder, 1, &gates));
}

#[test]
fn the_interview_asks_it_by_its_own_names() {
    let folder = Folder::new();
    // Yes, a new one; the force, no marking, who answers; how it works; go on; the log is begun, the keys are working.
    let typed = "y\nMarshland Police\n\nA. Assessor\n?\ng\n1\n2\nq\n";
    let arguments =
        ["--checklists", PACKS, "assess", "new.toml", "--plain", "--checklist", "evidence-stores"];
    let ran = folder.run_with_input(&arguments, typed).ends_with(0);
    assert!(ran.stdout.contains("1. begun: Some stores keep one."), "{}", ran.stdout);
    speaks_for_itself("the interview", &ran.stdout);
}

/// Every command with the second checklist, and the files that it writes.
const COMMANDS: [(&str, &[&str], &[&str]); 25] = [
    ("new", &["new.toml", "--force", "Dover Police", "--checklist", "evidence-stores"], &["new.toml"]),
    ("correct", &["m.toml", "--assessor", "Audit"], &[]),
    (
        "answer",
        &["m.toml", "store-keys=in-place", "--evidence", "Key log", "--dated", "2026-11-20"],
        &["m.toml"],
    ),
    ("check", &["m.toml"], &[]),
    ("score", &["m.toml"], &[]),
    ("compare", &["m.toml"], &[]),
    ("explain", &["m.toml"], &[]),
    ("show", &["m.toml"], &[]),
    ("plan", &["m.toml"], &[]),
    ("form", &["m.toml", "--output", "form.xlsx"], &["form.xlsx"]),
    ("form", &["m.toml", "--output", "form.docx"], &["form.docx"]),
    ("form", &["m.toml", "--output", "form.html"], &["form.html"]),
    ("status", &["m.toml"], &[]),
    ("report", &["m.toml", "--full"], &[]),
    ("report", &["m.toml", "--output", "m.xlsx"], &["m.xlsx"]),
    ("report", &["m.toml", "--public", "--output", "p.docx"], &["p.docx"]),
    ("report", &["m.toml", "--public", "--output", "p.json"], &["p.json"]),
    ("merge", &["m.toml", "m.xlsx"], &[]),
    ("region", &["m.toml", "marshland-2020", "--output", "r.html"], &["r.html"]),
    ("review", &["m.toml", "r.toml", "--start", "--assessor", "Audit"], &["r.toml"]),
    ("reply", &["m.toml", "r.toml"], &[]),
    ("approve", &["m.toml", "--name", "A", "--role", "B"], &["m.approved.toml"]),
    ("reopen", &["m.toml", "--reason", "Trial."], &[]),
    ("renew", &["m.toml", "next.toml", "--today", "2027-11-22"], &["next.toml"]),
    ("trend", &["marshland-2020", "m.toml"], &[]),
];

/// Commands that speak of no checklist, of all of them, or with a person; the last have tests of their own.
const OF_NONE: [&str; 4] = ["list", "completions", "help", "assess"];

#[test]
fn every_command_speaks_of_it_in_its_own_words() {
    let folder = answered();
    for (command, arguments, files) in COMMANDS {
        let printed = run(&folder, 0, &[&[command], arguments].concat());
        speaks_for_itself(command, &printed);
        for file in files {
            speaks_for_itself(file, &text_of(std::fs::read(folder.path(file)).unwrap()));
        }
    }
    let help = folder.run(&["--help"]).ends_with(0).stdout;
    let (_, commands) = help.split_once("Commands:").unwrap();
    let (commands, _) = commands.split_once("Options:").unwrap();
    let names = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    for name in names.map(|line| line.split_whitespace().next().unwrap()) {
        let is_run = COMMANDS.iter().any(|(command, ..)| *command == name);
        assert!(is_run || OF_NONE.contains(&name), "{name} is not tried with another checklist");
    }
}

#[test]
fn a_folder_without_a_checklist_and_one_with_mistakes_are_told() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.path("empty")).unwrap();
    let none = folder.run(&["--checklists", "empty", "list"]).ends_with(2);
    assert!(none.stderr.contains("no checklist in empty"), "{}", none.stderr);
    for copy in ["twice/one", "twice/two"] {
        std::fs::create_dir_all(folder.path(copy)).unwrap();
        let text = std::fs::read(format!("{PACKS}/evidence-stores/checklist.toml")).unwrap();
        std::fs::write(folder.path(&format!("{copy}/checklist.toml")), text).unwrap();
    }
    let twice = folder.run(&["--checklists", "twice", "list"]).ends_with(2);
    assert!(twice.stderr.contains("a checklist `evidence-stores` is already at hand"), "{}", twice.stderr);
    std::fs::create_dir_all(folder.path("bad/one")).unwrap();
    std::fs::write(folder.path("bad/one/checklist.toml"), "format = 1\nid = 'one'\n").unwrap();
    let bad = folder.run(&["--checklists", "bad", "list"]).ends_with(2);
    assert!(bad.stderr.contains("one/checklist.toml:1:1") || bad.stderr.contains("one\\checklist.toml:1:1"));
}
