//! A folder with files in it, and the program run there.

use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::document::Document;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::report;
use integrity_healthcheck::results::Report;
use integrity_healthcheck::text::source::Source;
use jsonschema::Validator;
use serde_json::Value;

/// Fails unless a text has all of these words in it.
macro_rules! assert_has {
    ($text:expr, $($words:expr),+ $(,)?) => {{
        let text: &str = &$text;
        $(assert!(text.contains::<&str>(&$words), "`{}` is not in\n{text}", $words);)+
    }};
}
pub(crate) use assert_has;

/// Fails if a text has any of these words in it.
macro_rules! assert_lacks {
    ($text:expr, $($words:expr),+ $(,)?) => {{
        let text: &str = &$text;
        $(assert!(!text.contains::<&str>(&$words), "`{}` is in\n{text}", $words);)+
    }};
}
pub(crate) use assert_lacks;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_healthcheck");

/// The day on which all tests take place, unless they say otherwise.
pub const TODAY: &str = "2026-11-22";

pub fn today() -> NaiveDate {
    TODAY.parse().unwrap()
}

/// A force's own answers to the shipped checklist.
pub const OWN: &str = include_str!("../fixtures/own.toml");

/// What was typed in it, as a report shows it, with a bar for the end of a line.
pub const OWN_TYPED: [&str; 12] = [
    "essex POLICE",
    "2 November 2026",
    "Professional Standards Department",
    "Two stations still keep their own.",
    "Register audit 3 (dated 30 September 2026)",
    "A. Assessor, 20 November 2026",
    "The new policy is with the board.|It is due in January.",
    "Draft 4|Board minutes (dated 12 October 2026)",
    "No survey yet.",
    "The force buys through a neighbour.",
    "2 investigations",
    "1 November 2025 to 31 October 2026",
];

/// The same with other words in place of each of these.
pub fn own_with(fields: &[&str], words: &str) -> String {
    fields.iter().fold(OWN.to_owned(), |own, field| own.must_replace(field, words))
}

/// A checklist for arithmetic: see `scoring.rs` for what each question is for.
pub const SMALL: &str = include_str!("../fixtures/small.toml");

pub fn small() -> Arc<Checklist> {
    Arc::new(Checklist::parse(&Source::new("small.toml", SMALL)).unwrap())
}

/// An assessment, which must be valid.
#[track_caller]
pub fn parsed(source: &Source, checklist: &Arc<Checklist>) -> Assessment {
    Assessment::parse(source, checklist, today()).unwrap_or_else(|invalid| panic!("{invalid}"))
}

/// An assessment of the small checklist with these answers.
pub fn small_with(answers: &str) -> Assessment {
    parsed(&Source::new("a.toml", format!("{}\n{answers}", header("small.toml", "1"))), &small())
}

/// What makes an assessment one of published findings; it stands before the answers.
pub const SOURCE: &str = "\
source = { kind = \"force report\", title = \"On the force\", publisher = \"HMIC\", published = \"December 2012\" }\n";

/// Findings of somebody else on the small checklist, which may be ranges.
pub fn small_findings(answers: &str) -> Assessment {
    small_with(&format!("{SOURCE}{answers}"))
}

/// The head of an assessment's file.
pub fn header(checklist: &str, edition: &str) -> String {
    format!(
        "format = 1\nforce = \"Test Police\"\ndate = 2026-11-02\nassessor = \"PSD\"\nchecklist = \"{checklist}\"\n\
         edition = \"{edition}\"\n"
    )
}

/// The head of an assessment of the shipped checklist.
pub fn shipped_header() -> String {
    header("without-fear-or-favour", "2026.1")
}

/// An assessment of the shipped checklist with these answers.
pub fn shipped_with(answers: &str) -> String {
    shipped_header() + answers
}

/// The words of a command: each by itself, or a line in which what is in single quotes is one word.
pub trait Words {
    fn words(&self) -> Vec<String>;
}

impl Words for str {
    fn words(&self) -> Vec<String> {
        let pieces = self.split('\'').enumerate();
        let words = pieces.flat_map(|(at, piece)| match at % 2 {
            0 => piece.split_whitespace().collect(),
            _ => vec![piece],
        });
        words.map(str::to_owned).collect()
    }
}

impl Words for String {
    fn words(&self) -> Vec<String> {
        self.as_str().words()
    }
}

impl<W: AsRef<str>> Words for [W] {
    fn words(&self) -> Vec<String> {
        self.iter().map(|word| word.as_ref().to_owned()).collect()
    }
}

impl<W: AsRef<str>> Words for Vec<W> {
    fn words(&self) -> Vec<String> {
        self.as_slice().words()
    }
}

impl<W: AsRef<str>, const N: usize> Words for [W; N] {
    fn words(&self) -> Vec<String> {
        self.as_slice().words()
    }
}

/// A folder of its own for one test.
pub struct Folder(tempfile::TempDir);

/// What a run of the program left behind.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn with(name: &str, text: impl AsRef<[u8]>) -> Self {
        Self::new().and(name, text)
    }

    /// With an assessment of the shipped checklist in which nothing is answered, `a.toml`.
    pub fn shipped() -> Self {
        Self::with("a.toml", shipped_header())
    }

    pub fn and(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.path(name), text).unwrap();
        self
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Replaces words in a file, which must be there.
    #[track_caller]
    pub fn edit(&self, name: &str, from: &str, to: &str) {
        std::fs::write(self.path(name), self.read(name).must_replace(from, to)).unwrap();
    }

    /// The names of all files, hidden ones too.
    pub fn names(&self) -> Vec<String> {
        names_in(self.root())
    }

    pub fn command(&self, arguments: &(impl Words + ?Sized)) -> Command {
        let mut command = Command::new(PROGRAM);
        let arguments = arguments.words();
        // Help is as wide as the columns that a shell may have set.
        command.current_dir(self.root()).args(&arguments).env_remove("COLUMNS");
        if !arguments.iter().any(|word| word == "--today") {
            command.args(["--today", TODAY]);
        }
        command
    }

    pub fn run(&self, arguments: &(impl Words + ?Sized)) -> Ran {
        self.run_with_input(arguments, "")
    }

    /// Runs the program, which must end in 0 with these words on standard output.
    #[track_caller]
    pub fn prints(&self, arguments: &(impl Words + ?Sized), words: &str) {
        self.run(arguments).ends_with(0).prints(words);
    }

    /// Runs the program, which must end in 0 with these words on standard error.
    #[track_caller]
    pub fn warns(&self, arguments: &(impl Words + ?Sized), words: &str) {
        self.run(arguments).ends_with(0).warns(words);
    }

    /// Runs the program, which must end in 2 with these words on standard error.
    #[track_caller]
    pub fn refuses(&self, arguments: &(impl Words + ?Sized), words: &str) {
        self.run(arguments).ends_with(2).warns(words);
    }

    /// The text of the file that a report in a format is written into.
    #[track_caller]
    pub fn report(&self, ending: &str, arguments: &(impl Words + ?Sized)) -> String {
        let output = format!("report.{ending}");
        let report = format!("report --overwrite --output {output}").words();
        self.run(&[report, arguments.words()].concat()).ends_with(0);
        whole_text(&self.path(&output))
    }

    /// Runs the program with a text as its standard input, which then closes. What it prints goes to files: a pipe that
    /// nobody reads yet fills up, and Wine at times fails to read two of them at once (error 1359).
    pub fn run_with_input(&self, arguments: &(impl Words + ?Sized), input: &str) -> Ran {
        let (stdout, stderr) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped());
        command.stdout(stdout.try_clone().unwrap()).stderr(stderr.try_clone().unwrap());
        let mut child = command.spawn().unwrap();
        // A program that ends before it has read all of it closes the pipe.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let status = child.wait().unwrap().code().expect("the program was not killed");
        let ran = Ran { status, stdout: printed(stdout), stderr: printed(stderr) };
        if ran.stdout.starts_with('{') {
            published(&ran.stdout);
        }
        ran
    }
}

/// The names of all files in a folder, hidden ones too.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What a program has printed into a file, from its beginning.
fn printed(mut file: std::fs::File) -> String {
    let mut text = String::new();
    file.rewind().unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

impl Ran {
    #[track_caller]
    pub fn ends_with(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{}\n{}", self.stdout, self.stderr);
        self
    }

    /// Fails unless these words are on standard output.
    #[track_caller]
    pub fn prints(self, words: &str) -> Self {
        assert_has!(self.stdout, words);
        self
    }

    /// Fails unless these words are on standard error.
    #[track_caller]
    pub fn warns(self, words: &str) -> Self {
        assert_has!(self.stderr, words);
        self
    }
}

#[track_caller]
pub fn assert_begins(text: &str, words: &str) {
    assert!(text.starts_with(words), "`{words}` is not the beginning of\n{text}");
}

/// Replacing that fails if there is nothing to replace, so that a case cannot be about an unchanged text.
pub trait MustReplace {
    fn must_replace(&self, from: &str, to: &str) -> String;
}

impl MustReplace for str {
    #[track_caller]
    fn must_replace(&self, from: &str, to: &str) -> String {
        assert_has!(self, from);
        self.replace(from, to)
    }
}

/// A text with one space between its words: its lines end elsewhere in another format, or another window.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is between two pieces of a text, wherever it is.
pub fn between<'a>(text: &'a str, before: &'a str, after: &'a str) -> Vec<&'a str> {
    text.split(before).skip(1).map(|rest| rest.split_once(after).unwrap().0).collect()
}

/// The schema of the published JSON.
pub const SCHEMA: &str = include_str!("../../docs/healthcheck-1.schema.json");

/// That of many forces side by side.
pub const REGION_SCHEMA: &str = include_str!("../../docs/healthcheck-region-1.schema.json");

fn validator(schema: &str) -> Validator {
    let schema = serde_json::from_str(schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// A published JSON, which is valid by its schema.
#[track_caller]
pub fn published(text: &str) -> Value {
    static REPORT: LazyLock<Validator> = LazyLock::new(|| validator(SCHEMA));
    static REGION: LazyLock<Validator> = LazyLock::new(|| validator(REGION_SCHEMA));
    let json: Value = serde_json::from_str(text).unwrap();
    let schema = if json.get("forces").is_some() { &REGION } else { &REPORT };
    let wrong: Vec<String> =
        schema.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    json
}

/// The usual ending of every format, as the program names them where it knows none.
pub fn endings() -> Vec<String> {
    let ran = Folder::new().run(&["report", "essex-2012", "--output", "r.none"]).ends_with(2);
    let (_, named) = ran.stderr.split_once("names no format").unwrap();
    let words = named.split([' ', ',', ';', '\n']).filter_map(|word| word.strip_prefix('.'));
    let endings: Vec<String> = words.map(str::to_owned).collect();
    assert_eq!(endings, ["txt", "md", "html", "docx", "xlsx", "json"], "{}", ran.stderr);
    endings
}

/// A file as text; of a Word or an Excel file, all of its parts, names and all.
pub fn whole_text(path: &Path) -> String {
    text_of(std::fs::read(path).unwrap())
}

/// The bytes of a file as text; of a Word or an Excel file, all of its parts, names and all.
pub fn text_of(bytes: Vec<u8>) -> String {
    if !bytes.starts_with(b"PK") {
        let text = String::from_utf8(bytes).unwrap();
        if text.starts_with('{') {
            published(&text);
        }
        return text;
    }
    let zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let comment = String::from_utf8_lossy(zip.comment()).into_owned();
    zip_parts(bytes).into_iter().fold(comment, |text, (name, part)| text + &name + &part)
}

/// The parts of a Word or an Excel file, each with its name, in their order.
pub fn zip_parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let number = zip.len();
    let part = |at| {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..number).map(part).collect()
}

/// The gap report on a text that assesses the shipped checklist, beside the published findings, as a document.
pub fn gap_report(text: &str) -> Document {
    let builtin = Catalogue::built_in().unwrap();
    let checklist = builtin.edition("without-fear-or-favour", "2026.1").unwrap();
    let assessment = parsed(&Source::new("own.toml", text), checklist);
    let about = Named { name: "own.toml", assessment: &assessment };
    report::gap_report(&Report::new(about, &[], today()).with_survey(&builtin.published()))
}
