//! The interview by plain lines: for screen readers, simple consoles and pipes.

use crate::support::{Folder, assert_begins, assert_has, assert_lacks, shipped_with};

#[test]
fn plain_lines_start_answer_stop_and_go_on() {
    let folder = Folder::new();
    let first =
        "Essex Police\n\n\nA. Assessor\ng\n2\nb\nn\nn\nOne since May.\nv\nPolicy v3\n2026-05-01\n<\nq\n";
    let ran = folder.run_with_input("assess --plain", first).ends_with(0);
    assert_eq!(folder.names(), ["essex-police-2026-11-22.toml"]);
    // The whole path is shown, not the name alone; it may be wrapped.
    let flat: String = ran.stdout.split_whitespace().collect();
    let place = folder.root().file_name().unwrap().to_str().unwrap();
    assert_has!(flat, &format!("{place}{}essex-police-2026-11-22.toml", std::path::MAIN_SEPARATOR));
    assert_has!(ran.stdout, "name no person under investigation");
    // What is typed for a level is the number that reports print for it.
    assert_has!(ran.stdout, "\n2. in place: ", "A number from 0 to 3,");
    assert_has!(ran.stderr, "healthcheck assess essex-police-2026-11-22.toml");
    let text = folder.read("essex-police-2026-11-22.toml");
    let expected = "[answers.media-policy]\nlevel = \"in-place\"\nnote = \"One since May.\"\n\
                    evidence = [{ ref = \"Policy v3\", dated = 2026-05-01 }]\nby = \"A. Assessor\"\non = 2026-11-22\n";
    assert!(text.ends_with(expected), "{text}");
    // The input closes in the middle of the next answer: what was answered is kept.
    folder.run_with_input("assess essex-police-2026-11-22.toml --plain", "\ng\nhm\n4\n1\n").ends_with(0);
    let text = folder.read("essex-police-2026-11-22.toml");
    assert_has!(text, "[answers.media-policy-national-guidance]\nlevel = \"developing\"");
}

#[test]
fn another_checklist_is_assessed_by_its_path_and_an_assessment_keeps_its_own() {
    let folder = Folder::with("small.toml", crate::support::SMALL);
    let assess = ["assess", "a.toml", "--plain", "--checklist", "small.toml"];
    folder
        .run_with_input(&assess, "y\nEssex Police\n\nA. Assessor\ng\n2\nq\n")
        .ends_with(0)
        .prints("A heavy");
    assert_has!(folder.read("a.toml"), "checklist = \"small.toml\"", "[answers.a-heavy]");
    folder.run_with_input(&assess, "").ends_with(2).warns("--checklist is for a new assessment");
    folder
        .run_with_input("assess b.toml --plain --checklist nobodys", "")
        .ends_with(2)
        .warns("neither built in nor");
    assert_eq!(folder.names(), ["a.toml", "small.toml"]);
}

#[test]
fn without_a_terminal_it_refuses_in_one_sentence_and_creates_nothing() {
    let folder = Folder::new();
    let ran = folder.run("assess").ends_with(2);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
    assert_has!(ran.stderr, "--plain", "healthcheck new");
    folder.run("assess a.toml").ends_with(2);
    assert!(folder.names().is_empty());
}

#[test]
fn an_input_that_closes_before_there_is_a_file_creates_nothing() {
    let folder = Folder::new();
    folder.run_with_input("assess --plain", "Essex Police\n").ends_with(0).warns("Nothing was started");
    assert!(folder.names().is_empty());
}

#[test]
fn what_is_wrong_with_a_file_is_said_before_the_conversation() {
    let folder = Folder::with("a.toml", shipped_with("[answers.nothing]\nlevel = 'absent'\n"));
    let ran = folder.run_with_input("assess a.toml --plain", "A\n").ends_with(2);
    assert_eq!(ran.stdout, "");
    assert_begins(&ran.stderr, "a.toml:7:10:");
}

#[test]
fn a_line_that_is_not_text_is_asked_for_again() {
    use std::io::Write;
    let folder = Folder::shipped();
    let mut command = folder.command("assess a.toml --plain");
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"Me\ng\n2\nb\nn\nn\nCost \xa3500\nCost 500 pounds\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("Not accepted: the line is not text"));
    assert_has!(folder.read("a.toml"), "note = \"Cost 500 pounds\"");
}

#[test]
fn a_folder_and_a_file_of_another_program_get_their_own_sentence() {
    let folder = Folder::with("kent.docx", b"PK\x03\x04\xff\xfe").and("notes.txt", "Ring Bob.\n");
    std::fs::create_dir(folder.path("kent")).unwrap();
    let says = |file: &str| folder.run(&["assess", file, "--plain"]).ends_with(2).stderr;
    assert!(says("kent").contains("kent is a folder; name a file in it, such as kent"), "{}", says("kent"));
    for file in ["kent.docx", "notes.txt"] {
        let said =
            format!("{file} is no healthcheck: a healthcheck is a text file, and its name ends in .toml");
        assert!(says(file).contains(&said), "{}", says(file));
    }
    assert_eq!(folder.names(), ["kent", "kent.docx", "notes.txt"]);
}

#[test]
fn by_plain_lines_a_note_is_added_to_and_evidence_taken_out() {
    let text = shipped_with(
        "[answers.media-policy]\nlevel = 'absent'\nnote = 'Old.'\nevidence = [{ ref = 'One' }, { ref = 'Two' }]\n",
    );
    let folder = Folder::with("a.toml", text);
    // The note, then the first piece of evidence; a yes to taking it out.
    let typed = "Ann\n1\n1\nn\nn\n+ New.\n1\n3\ny\n<\nq\n";
    folder
        .run_with_input("assess a.toml --plain", typed)
        .ends_with(0)
        .prints("Take this evidence out? Type y for yes, Enter for no");
    let text = folder.read("a.toml");
    assert!(text.contains("note = \"Old. New.\"") || text.contains("note = 'Old. New.'"), "{text}");
    assert_has!(text, "evidence = [{ ref = \"Two\" }]");
}

#[test]
fn going_back_from_a_note_leaves_it_as_it_is() {
    let folder = Folder::shipped();
    folder.run("answer a.toml media-policy=absent --note 'Two stations keep their own.'").ends_with(0);
    let before = folder.read("a.toml");
    let ran = folder.run_with_input("assess a.toml --plain", "Me\n1\n1\nn\nn\n<\n<\nq\n").ends_with(0);
    assert_has!(ran.stdout, "Now: Two stations");
    assert_lacks!(ran.stdout, "Throw it away");
    assert_eq!(folder.read("a.toml"), before);
}
