//! The README's commands, run in the order in which they stand there, print what stands there.

use snapbox::{IntoData, assert_data_eq};

use crate::support::{Folder, endings};

const README: &str = include_str!("../../README.md");

/// The examples: each line that begins `$ healthcheck`, with what stands below it up to the next or the block's end.
fn examples() -> Vec<(String, String)> {
    let blocks = README.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let commands = blocks.flat_map(|block| block.split("$ healthcheck ").skip(1));
    commands
        .map(|command| {
            // A backslash at a line's end goes on with the command.
            let command = command.replace("\\\n", " ");
            let (line, output) = command.split_once('\n').unwrap();
            (line.to_owned(), output.to_owned())
        })
        .collect()
}

#[test]
fn it_names_every_format() {
    for ending in endings() {
        assert!(README.contains(&format!("`.{ending}`")), "{ending}");
    }
}

#[test]
fn the_commands_do_what_it_says() {
    let examples = examples();
    assert!(examples.len() >= 6);
    let folder = Folder::new();
    for (command, expected) in examples {
        let words: Vec<String> = words(&command);
        let ran = folder.run(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let shown = format!("{}{}", ran.stdout, ran.stderr);
        assert_data_eq!(shown.trim_end(), expected.trim_end().into_data());
    }
}

#[test]
fn the_file_that_it_shows_is_a_valid_one() {
    let shown = README.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let ran = Folder::with("shown.toml", shown).run(&["check", "shown.toml"]).ends_with(0);
    assert!(ran.stdout.contains("1 of 77 questions answered"), "{}", ran.stdout);
}

/// A command's words, those in quotes kept together.
fn words(command: &str) -> Vec<String> {
    let quoted = command.split('"').enumerate();
    quoted
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}
