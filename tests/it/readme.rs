//! The commands of the README and of the guide, run in the order in which they stand there, print what stands there.

use snapbox::{IntoData, assert_data_eq};

use crate::support::{Folder, Ran, endings};

const README: &str = include_str!("../../README.md");
const GUIDE: &str = include_str!("../../docs/guide.md");

/// What an officer types in the guide's interview: force, marking, file, name; then one answer with its evidence.
const FIRST: &str = "Kent Police\nOFFICIAL\nkent-2026.toml\nA. Assessor, PSD\ng\n1\nb\nn\nn\nIn draft.\nv\nDraft 3\n30/9/26\n<\nq\n";

/// And the year after: who answers, and the end.
const SECOND: &str = "A. Assessor, PSD\nq\n";

/// The examples: each line that begins `$ healthcheck`, with what stands below it up to the next or the block's end.
fn examples(page: &str) -> Vec<(String, String)> {
    let blocks = page.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
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
    let examples = examples(README);
    assert!(examples.len() >= 6);
    let folder = Folder::new();
    for (command, expected) in examples {
        says(run(&folder, &words(&command), ""), &expected);
    }
}

#[test]
fn the_commands_of_the_guide_do_what_it_says() {
    let folder = Folder::new();
    let (first, next) = GUIDE.split_once("## Next year").unwrap();
    let mut number = 0;
    for (page, today, typed) in [(first, "2026-11-22", FIRST), (next, "2027-11-22", SECOND)] {
        for (command, expected) in examples(page) {
            let words = [words(&command), words(&format!("--today {today}"))].concat();
            if command.starts_with("assess") {
                let words = [words, vec!["--plain".to_owned()]].concat();
                run(&folder, &words, typed).ends_with(0);
            } else {
                says(run(&folder, &words, ""), &expected);
            }
            number += 1;
        }
    }
    assert!(number >= 14, "{number}");
    let kept = ["kent-2026.docx", "kent-2026.toml", "kent-2027.docx", "kent-2027.toml"];
    for name in kept {
        assert!(folder.names().contains(&name.to_owned()), "{name}");
    }
    let answers = folder.read("kent-2026.toml");
    assert!(answers.contains("level = \"developing\"") && answers.contains("Draft 3"), "{answers}");
}

#[test]
fn the_pages_name_only_files_that_are_there() {
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for page in ["guide.md", "installing.md", "security.md"] {
        let text = std::fs::read_to_string(docs.join(page)).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let pictures = text.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for link in links.chain(pictures).filter(|link| !link.starts_with("http")) {
            assert!(docs.join(link).is_file(), "{page}: {link}");
        }
    }
}

#[test]
fn the_file_that_it_shows_is_a_valid_one() {
    let shown = README.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let ran = Folder::with("shown.toml", shown).run(&["check", "shown.toml"]).ends_with(0);
    assert!(ran.stdout.contains("1 of 77 questions answered"), "{}", ran.stdout);
}

#[track_caller]
fn says(ran: Ran, expected: &str) {
    let shown = format!("{}{}", ran.stdout, ran.stderr);
    // The pages write folders as every system reads them.
    let shown = if cfg!(windows) { shown.replace('\\', "/") } else { shown };
    assert_data_eq!(shown.trim_end(), expected.trim_end().into_data());
}

fn run(folder: &Folder, words: &[String], typed: &str) -> Ran {
    folder.run_with_input(&words.iter().map(String::as_str).collect::<Vec<_>>(), typed)
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
