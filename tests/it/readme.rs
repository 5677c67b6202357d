//! The README and the pages of docs/: their commands, run in order, print what the page shows, and their links lead
//! somewhere.
//!
//! A page gets a folder of its own. A ```toml block whose first line is a comment with a file's name is that file, put there
//! before the first command. The commands are those of the ```console blocks; under the heading `Next year` it is a year
//! later.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use snapbox::{IntoData, assert_data_eq};

use crate::support::{Folder, Ran, TODAY, endings};

const A_YEAR_LATER: &str = "2027-11-22";

/// What is typed in the interviews that a page shows, one text for each `assess`.
fn typed(page: &str) -> &'static [&'static str] {
    match page {
        // Force, marking, file and name; then one answer with its evidence. A year later: who answers, and the end.
        "docs/guide.md" => &[
            "Kent Police\nOFFICIAL\nkent-2026.toml\nA. Assessor, PSD\ng\n1\nb\nn\nn\nIn draft.\nv\nDraft 3\n30/9/26\n<\nq\n",
            "A. Assessor, PSD\nq\n",
        ],
        _ => &[],
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(page: &str) -> String {
    std::fs::read_to_string(root().join(page)).unwrap().replace("\r\n", "\n")
}

/// The Markdown files of a folder of the repository, named from its root.
fn pages_in(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut pages: Vec<String> = names
        .filter(|name| name.ends_with(".md"))
        .map(|name| if folder.is_empty() { name } else { format!("{folder}/{name}") })
        .collect();
    pages.sort();
    pages
}

/// The README and the pages of docs/.
fn pages_for_users() -> Vec<String> {
    [vec!["README.md".to_owned()], pages_in("docs")].concat()
}

/// A block of code: its language, its text, and whether it is under the heading `Next year`.
struct Block {
    language: String,
    text: String,
    is_next_year: bool,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    let mut is_next_year = false;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(language), None) => {
                open = Some(Block { language: language.to_owned(), text: String::new(), is_next_year });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => block.text.extend([line, "\n"]),
            (None, None) => {
                if let Some(heading) = line.strip_prefix("## ") {
                    is_next_year = heading == "Next year";
                }
            }
        }
    }
    assert!(open.is_none(), "a block of code has no end");
    blocks
}

/// The files that a page shows, by their names.
fn files(blocks: &[Block]) -> Vec<(&str, &str)> {
    let shown = blocks.iter().filter(|block| block.language == "toml");
    shown
        .filter_map(|block| {
            let name = block.text.lines().next()?.strip_prefix("# ")?;
            (name.ends_with(".toml") && !name.contains(' ')).then_some((name, block.text.as_str()))
        })
        .collect()
}

/// The commands of a block, each with what is below it up to the next.
fn examples(block: &Block) -> Vec<(String, String)> {
    let commands = block.text.split("$ healthcheck ").skip(1);
    commands
        .map(|command| {
            // A backslash at the end of a line continues the command.
            let command = command.replace("\\\n", " ");
            let (line, output) = command.split_once('\n').unwrap();
            (line.to_owned(), output.to_owned())
        })
        .collect()
}

/// Runs the commands of a page in a folder of its own.
fn run_page(page: &str, blocks: &[Block]) -> Folder {
    let folder = Folder::new();
    for (name, text) in files(blocks) {
        std::fs::create_dir_all(folder.path(name).parent().unwrap()).unwrap();
        std::fs::write(folder.path(name), text).unwrap();
    }
    let mut typed = typed(page).iter();
    for block in blocks.iter().filter(|block| block.language == "console") {
        let examples = examples(block);
        assert!(!examples.is_empty(), "{page}: a block without a command:\n{}", block.text);
        let today = if block.is_next_year { A_YEAR_LATER } else { TODAY };
        for (command, expected) in examples {
            println!("{page}: healthcheck {command}");
            let mut words = words(&command);
            if !words.iter().any(|word| word == "--today") {
                words.extend(["--today".to_owned(), today.to_owned()]);
            }
            if words[0] == "assess" {
                words.push("--plain".to_owned());
                run(&folder, &words, typed.next().expect("what is typed")).ends_with(0);
            } else {
                says(run(&folder, &words, ""), &expected);
            }
        }
    }
    assert_eq!(typed.next(), None, "{page} has fewer interviews than there is typed");
    folder
}

#[test]
fn the_commands_of_each_page_print_what_it_shows() {
    let mut run = Vec::new();
    for page in pages_for_users() {
        let blocks = blocks(&read(&page));
        let folder = run_page(&page, &blocks);
        if page == "docs/guide.md" {
            leaves_both_years_with_the_answers(&folder);
        }
        if blocks.iter().any(|block| block.language == "console") {
            run.push(page);
        }
    }
    for page in ["README.md", "docs/guide.md", "docs/files.md"] {
        assert!(run.iter().any(|run| run == page), "{page} shows no command; those that do: {run:?}");
    }
}

#[track_caller]
fn leaves_both_years_with_the_answers(folder: &Folder) {
    for name in ["kent-2026.docx", "kent-2026.toml", "kent-2027.docx", "kent-2027.toml"] {
        assert!(folder.names().contains(&name.to_owned()), "{name}");
    }
    let answers = folder.read("kent-2026.toml");
    assert!(answers.contains("level = \"developing\"") && answers.contains("Draft 3"), "{answers}");
}

#[test]
fn the_readme_and_the_page_on_formats_name_every_format() {
    for page in ["README.md", "docs/formats.md"] {
        let text = read(page);
        for ending in endings() {
            assert!(text.contains(&format!("`.{ending}`")), "{page}: {ending}");
        }
    }
}

#[test]
fn the_readme_names_every_command() {
    let help = Folder::new().run(&["--help"]).ends_with(0).stdout;
    let listed = help.split("\nCommands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap();
    let names =
        listed.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names: Vec<&str> =
        names.filter_map(|line| line.split(' ').next()).filter(|name| *name != "help").collect();
    assert!(names.contains(&"assess") && names.contains(&"completions"), "{names:?}");
    let readme = read("README.md");
    for name in names {
        let is_named = [" ", "`"].iter().any(|end| readme.contains(&format!("`{name}{end}")));
        assert!(is_named, "{name}");
    }
}

/// The keys that a file may have, as the program names them where it meets one that it does not know.
fn keys_named_for(folder: &Folder, name: &str, text: &str) -> BTreeSet<String> {
    std::fs::write(folder.path(name), text).unwrap();
    let ran = folder.run(&["check", name]).ends_with(1);
    let lists: Vec<&str> =
        ran.stdout.split(" may have: ").skip(1).filter_map(|rest| rest.lines().next()).collect();
    assert_eq!(lists.len(), text.matches("zzzzzzzzzzzz").count(), "{}", ran.stdout);
    lists.iter().flat_map(|list| list.split(", ")).map(str::to_owned).collect()
}

#[test]
fn the_page_on_files_names_every_key() {
    let digest = "0".repeat(64);
    let head = "format = 1\nforce = 'A'\ndate = 2026-11-02\nassessor = 'B'\nchecklist = 'without-fear-or-favour'\n\
                edition = '2026.1'\n";
    let unknown = "zzzzzzzzzzzz = 1";
    let assessment = format!(
        "{head}{unknown}
        follows = {{ {unknown} }}
        [source]
        {unknown}
        [answers.gifts-policy]
        level = 'in-place'
        {unknown}
        evidence = [{{ ref = 'A', {unknown} }}]
        [carried.gifts-policy]
        from = 2025-11-02
        level = 'in-place'
        {unknown}
        done = [{{ {unknown} }}]
        [[actions]]
        {unknown}
        notes = [{{ {unknown} }}]
        [[sent]]
        {unknown}
        "
    );
    let review = format!("{head}reviews = {{ {unknown} }}\n");
    let reviewed = format!("{head}reviews = {{ file = 'a.toml', sha256 = '{digest}' }}\n");
    let reply = format!(
        "format = 1\nreview = 'r.toml'\nsha256 = '{digest}'\n{unknown}\n[replies.gifts-policy]\n{unknown}\n"
    );
    let approved = format!(
        "format = 1\nfile = 'k.toml'\n{unknown}\n[[record]]\nwhat = 'approved'\nchecklist = {{ {unknown} }}\n{unknown}\n\
         [[record]]\nwhat = 'reopened'\n{unknown}\n"
    );
    let folder = Folder::with("r.toml", reviewed);
    let files = [
        ("a.toml", assessment),
        ("review.toml", review),
        ("r.reply.toml", reply),
        ("k.approved.toml", approved),
    ];
    let keys: BTreeSet<String> =
        files.into_iter().flat_map(|(name, text)| keys_named_for(&folder, name, &text)).collect();
    let page = read("docs/files.md");
    let missing: Vec<&String> = keys.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Where the links and pictures of a page lead.
fn links(text: &str) -> Vec<&str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let pictures = text.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.chain(pictures).filter(|link| !link.starts_with("http")).collect()
}

/// The anchors of a page's headings, spelled as the host of the repository spells them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let spelled = |line: &str| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        words
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
            .collect::<String>()
            .replace(' ', "-")
    };
    headings.map(spelled).collect()
}

#[test]
fn links_and_pictures_lead_to_files_and_headings_that_are_there() {
    let folders = ["", "docs", "docs/decisions", "checklists"];
    let mut number = 0;
    for page in folders.into_iter().flat_map(pages_in) {
        let text = read(&page);
        let folder = root().join(&page).parent().map(PathBuf::from).unwrap();
        for link in links(&text) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { root().join(&page) } else { folder.join(file) };
            assert!(target.exists(), "{page}: {link}");
            let found = || anchors(&std::fs::read_to_string(&target).unwrap()).contains(heading);
            assert!(heading.is_empty() || found(), "{page}: {link} names no heading");
            number += 1;
        }
    }
    assert!(number > 20, "{number}");
}

/// The files of the repository that a page names between backticks; those with a name to be chosen are none.
fn files_named(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let folders = ["src/", "tests/", "docs/", "checklists/", "benches/", "packaging/", ".ci/", ".github/"];
    let paths = quoted.filter(|path| folders.iter().any(|folder| path.starts_with(folder)));
    paths
        .filter(|path| !path.contains([' ', '*']) && !["NNN", "ROOM"].iter().any(|name| path.contains(name)))
        .collect()
}

/// The source files that a page names between backticks by their name alone, such as `merge.rs`.
fn source_files_named(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(|name| name.ends_with(".rs") && !name.contains(['/', ' ', '*']))
}

/// The names of the files in a folder of the repository and in the folders below it.
fn names_below(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => names_below(&path),
            _ => BTreeSet::from([entry.file_name().into_string().unwrap()]),
        })
        .collect()
}

#[test]
fn the_pages_for_developers_name_files_that_are_there() {
    let pages =
        [vec!["ARCHITECTURE.md".to_owned(), "CONTRIBUTING.md".to_owned()], pages_in("docs/decisions")]
            .concat();
    let names: BTreeSet<String> =
        ["src", "tests"].into_iter().flat_map(|folder| names_below(&root().join(folder))).collect();
    let mut missing = Vec::new();
    let mut paths = 0;
    let mut bare_names = 0;
    for page in pages {
        let text = read(&page);
        for path in files_named(&text) {
            paths += 1;
            if !root().join(path).exists() {
                missing.push(format!("{page}: {path}"));
            }
        }
        for name in source_files_named(&text) {
            bare_names += 1;
            if !names.contains(name) {
                missing.push(format!("{page}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(paths > 90, "{paths}");
    assert!(bare_names > 20, "{bare_names}");
}

#[track_caller]
fn says(ran: Ran, expected: &str) {
    // What could not be done is shown as an error, and never passed over by `...`.
    assert!(ran.status < 2 || expected.contains("healthcheck: "), "{}", ran.stderr);
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
