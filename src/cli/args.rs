//! The command line as it is typed. These types stop at the command's own function.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  healthcheck assess                        start a healthcheck and answer its questions
  healthcheck assess essex-police.toml      go on with it
  healthcheck report essex-police.toml      the gap report, beside what HMIC published
  healthcheck report essex-2012             what HMIC published on Essex, as a report
  healthcheck list                          what is built in

A FILE is the path of an assessment, or the name of something built in, such as essex-2012.
Exit status: 0 done; 1 a requested gate is not met; 2 could not be done.";

/// A police force's own healthcheck of its integrity arrangements, beside what HMIC published in 2012.
#[derive(Debug, Parser)]
#[command(name = "healthcheck", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Arguments {
    /// Take this day as today, such as 2026-11-02
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub today: Option<NaiveDate>,
    /// Take the checklists of this folder beside those that are built in
    #[arg(long, global = true, value_name = "FOLDER")]
    pub checklists: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer the questions, one after the other: starts a new assessment or goes on with one
    Assess(Assess),
    /// Start an assessment without a conversation, never over an existing file
    New(New),
    /// Answer questions without a conversation, for scripts
    Answer(Answer),
    /// Start the next assessment from the last: its answers are shown again, and count only once confirmed
    Renew(Renew),
    /// List the actions about gaps, overdue first, or change them
    Plan(Plan),
    /// Show one force over the years, oldest to newest
    Trend(Trend),
    /// Show the scores on one screen
    Score(Score),
    /// Set an assessment beside the published findings, or beside those named
    Compare(Compare),
    /// Write the gap report
    Report(Report),
    /// Show how a figure or an answer came about
    Explain(Explain),
    /// List what is built in
    List,
    /// Show one checklist or assessment, to read
    Show(Show),
    /// Show every problem of an assessment or a checklist, each with its place and remedy
    Check(Check),
    /// Print the completions for a shell, to be loaded by it
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Arguments of `assess`.
#[derive(Debug, Args)]
pub struct Assess {
    /// The assessment; where there is no such file, it is started. Nothing named: a name is suggested
    pub file: Option<PathBuf>,
    /// Ask by numbered lines on standard input: for screen readers, bare consoles and pipes
    #[arg(long)]
    pub plain: bool,
    /// Walk the open questions at once, without the menu
    #[arg(long, value_enum, value_name = "open")]
    pub only: Option<Only>,
}

/// What of an assessment is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// What is not answered yet
    Open,
}

/// Arguments of `renew`.
#[derive(Debug, Args)]
pub struct Renew {
    /// The assessment of last time
    pub last: PathBuf,
    /// The file to start; it must not exist
    pub next: PathBuf,
    /// The day on which the assessment is opened [default: today]
    #[arg(long, value_parser = day)]
    pub date: Option<NaiveDate>,
}

/// Arguments of `trend`.
#[derive(Debug, Args)]
pub struct Trend {
    /// Assessments of one force, in any order; a published one may be the first year
    #[arg(required = true, num_args = 2..=10, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// Arguments of `plan`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Plan {
    /// What to do with the plan; nothing named, it is listed.
    #[command(subcommand)]
    pub change: Option<PlanChange>,
    /// The assessment
    #[arg(required = true)]
    pub file: Option<PathBuf>,
}

/// A change to the plan.
#[derive(Debug, Subcommand)]
pub enum PlanChange {
    /// Add an action about a question
    Add(PlanAdd),
    /// Change an action
    Update(PlanUpdate),
}

/// Arguments of `plan add`.
#[derive(Debug, Args)]
pub struct PlanAdd {
    /// The assessment
    pub file: PathBuf,
    /// The question whose gap it closes
    pub question: String,
    /// What is to be done [default: what the checklist proposes]
    #[arg(long, value_name = "TEXT")]
    pub action: Option<String>,
    /// Who answers for it
    #[arg(long, value_name = "NAME")]
    pub owner: String,
    /// By when
    #[arg(long, value_name = "DATE", value_parser = day, required_unless_present = "no_due", conflicts_with = "no_due")]
    pub due: Option<NaiveDate>,
    /// Why it has no day
    #[arg(long, value_name = "REASON")]
    pub no_due: Option<String>,
    /// What is to be said about it, under today's date
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// Arguments of `plan update`.
#[derive(Debug, Args)]
pub struct PlanUpdate {
    /// The assessment
    pub file: PathBuf,
    /// The action, such as A1
    pub id: String,
    /// planned, under-way, done or not-to-be-done (which needs a --reason)
    #[arg(long, value_name = "STATUS", value_parser = status)]
    pub status: Option<integrity_healthcheck::assessment::Status>,
    /// Why it is not to be done
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Who answers for it from now on
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// By when from now on
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub due: Option<NaiveDate>,
    /// What is to be said about it, under today's date
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct New {
    /// The file to start; it must not exist
    pub file: PathBuf,
    /// The force, as it calls itself
    #[arg(long, value_name = "NAME")]
    pub force: String,
    /// The day on which the assessment is opened [default: today]
    #[arg(long, value_parser = day)]
    pub date: Option<NaiveDate>,
    /// Who assesses
    #[arg(long, value_name = "NAME", default_value = super::new::ASSESSOR)]
    pub assessor: String,
    /// The protective marking, to stand at the head and the foot of every report
    #[arg(long, value_name = "TEXT")]
    pub marking: Option<String>,
    /// The id of a built-in checklist, or the path of one relative to FILE
    #[arg(long, value_name = "ID|PATH", default_value = super::new::CHECKLIST)]
    pub checklist: String,
}

/// Arguments of `answer`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  healthcheck answer f.toml gifts-single-register=in-place --evidence \"Register audit 3\" --dated 2026-09-30
  healthcheck answer f.toml media-leak-investigations=2 --from 2025-11-01 --to 2026-10-31
  healthcheck answer f.toml procurement-cards=not-applicable --note \"The force has no cards.\"

VALUE is absent, developing, in-place or assured, or a whole number where a count is asked for; or unknown or
not-applicable (which needs a --note). QUESTION=unanswered takes an answer out. Several questions are saved together or
not at all; what the options say goes to each of them. A note replaces the one there was; evidence is added to it.")]
pub struct Answer {
    /// The assessment
    pub file: PathBuf,
    /// What is answered: a question's id and the answer
    #[arg(required_unless_present = "confirm", value_name = "QUESTION=VALUE")]
    pub answers: Vec<String>,
    /// Confirm last time's answer to a question; may be given again and again
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub confirm: Vec<String>,
    /// What is to be said about it; the reason, of not-applicable
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// What shows it; may be given again and again
    #[arg(long, value_name = "REF")]
    pub evidence: Vec<String>,
    /// The date on the evidence
    #[arg(long, value_name = "DATE", requires = "evidence", value_parser = day)]
    pub dated: Option<NaiveDate>,
    /// Who answers
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// The first day that a count covers
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// The last day that a count covers
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<NaiveDate>,
}

impl Answer {
    /// Whether anything is said beside the values.
    pub fn says_more(&self) -> bool {
        let period = self.from.is_some() || self.to.is_some();
        self.note.is_some() || !self.evidence.is_empty() || self.by.is_some() || period
    }
}

/// Arguments of `score`.
#[derive(Debug, Args)]
pub struct Score {
    /// The assessment
    pub file: PathBuf,
    /// Exit with 1 unless the score is at least this (0 to 100) even with everything open absent
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub require: Option<f64>,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// The assessment
    pub file: PathBuf,
    /// What to set it beside, ten at most [default: all published findings]
    #[arg(num_args = 0..=10)]
    pub others: Vec<PathBuf>,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct Report {
    /// The assessment
    pub file: PathBuf,
    /// How to draw it [default: what the file's ending says, else for the screen]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Write it to this file instead of the screen
    #[arg(long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long, requires = "output")]
    pub overwrite: bool,
    /// Tell the findings in whole paragraphs, in place of the gap report
    #[arg(long)]
    pub narrative: bool,
    /// Add a chapter on the years: earlier assessments of the same force
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub earlier: Vec<PathBuf>,
    /// Leave out everything typed beside the answers: notes, reasons, evidence, names and dates
    #[arg(long)]
    pub public: bool,
    /// The marking of the public report; without one it says that it is not cleared for release
    #[arg(long, value_name = "TEXT", requires = "public", value_parser = marking)]
    pub marking: Option<String>,
}

/// How a report can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text for the screen
    Terminal,
    /// Markdown
    Markdown,
    /// One page for a browser, that prints well
    Html,
    /// A Word document, to be edited and signed
    Docx,
    /// An Excel workbook, with the action plan to be filled in
    Xlsx,
    /// JSON, version 1, for other programs
    Json,
}

impl Format {
    /// The format that a file's ending names, given in lower case and without its dot.
    pub fn by_ending(ending: &str) -> Option<Self> {
        match ending {
            "txt" => Some(Self::Terminal),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "docx" => Some(Self::Docx),
            "xlsx" => Some(Self::Xlsx),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Terminal => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Docx => "Word",
            Self::Xlsx => "Excel",
            Self::Json => "JSON",
        }
    }

    /// Whether it can hold whole paragraphs.
    pub fn tells(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Json)
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Xlsx)
    }
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The assessment
    pub file: PathBuf,
    /// The id of a section or a question; nothing named, the whole score
    #[arg(value_name = "SECTION|QUESTION")]
    pub topic: Option<String>,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// A built-in name, or the path of a checklist or an assessment
    pub name: PathBuf,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Assessments or checklists
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// A gate: nothing unanswered, and nothing of last time unconfirmed
    #[arg(long)]
    pub complete: bool,
    /// A gate: everything in place or better names its evidence
    #[arg(long)]
    pub evidence: bool,
    /// A gate: no action overdue, no essential gap without one
    #[arg(long)]
    pub actions: bool,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    integrity_healthcheck::interview::day(text).ok_or_else(|| "write a day such as 2026-11-02".to_owned())
}

fn status(text: &str) -> Result<integrity_healthcheck::assessment::Status, String> {
    integrity_healthcheck::assessment::Status::from_words(text)
        .ok_or_else(|| "write planned, under-way, done or not-to-be-done".to_owned())
}

fn marking(text: &str) -> Result<String, String> {
    match integrity_healthcheck::text::characters::refused_in(text) {
        Some((_, message)) => Err(message),
        None if text.trim().is_empty() => Err("it is blank".to_owned()),
        None => Ok(text.to_owned()),
    }
}

fn percent(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if (0.0..=100.0).contains(&number) => Ok(number),
        _ => Err("write a number from 0 to 100".to_owned()),
    }
}
