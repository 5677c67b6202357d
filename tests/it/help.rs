//! What `--help` says of every command, each in a golden file.

use std::collections::BTreeSet;
use std::path::Path;

use snapbox::{Data, assert_data_eq};

use crate::support::Folder;

/// The commands that a help text lists, but for `help` itself.
fn listed(help: &str) -> Vec<String> {
    let listed = help.split("\nCommands:\n").nth(1).unwrap_or_default();
    // A name stands two columns in; what follows it on a line of its own stands further in.
    let lines = listed.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("  "));
    let names = lines.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

/// The help text of a command and of those below it, with their words.
fn helps(folder: &Folder, command: &[String]) -> Vec<(Vec<String>, String)> {
    let words: Vec<&str> = command.iter().map(String::as_str).chain(["--help"]).collect();
    let help = folder.run(&words).ends_with(0).stdout.replace("healthcheck.exe", "healthcheck");
    let below = listed(&help)
        .into_iter()
        .flat_map(|name| helps(folder, &[command, &[name]].concat()))
        .collect::<Vec<_>>();
    std::iter::once((command.to_vec(), help)).chain(below).collect()
}

#[test]
fn every_command_and_no_other_has_its_help_in_a_golden_file() {
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/help");
    let mut names = BTreeSet::new();
    for (command, help) in helps(&Folder::new(), &[]) {
        let name = [&["healthcheck".to_owned()], command.as_slice()].concat().join("-") + ".txt";
        assert_data_eq!(help, Data::read_from(&goldens.join(&name), None));
        names.insert(name);
    }
    // The program itself, 14 commands, and two of the plan.
    assert!(names.len() >= 17, "{names:?}");
    let held = std::fs::read_dir(goldens).unwrap();
    let held: BTreeSet<_> = held.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(held, names);
}
