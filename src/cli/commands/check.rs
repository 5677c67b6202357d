use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use integrity_healthcheck::Parsed;
use integrity_healthcheck::approval::{Digest, Record, State};
use integrity_healthcheck::assessment::{Assessment, Replies};
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::departments::form::read::Returned;
use integrity_healthcheck::judge::gate::Gate;
use integrity_healthcheck::judge::score::Scorecard;
use integrity_healthcheck::text::number_of;
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::words;

use crate::cli::files::load::{self, LoadError};
use crate::cli::files::returns::{self, Return, ReturnError};
use crate::cli::files::{approvals, disk, reviews};
use crate::cli::output;
use crate::cli::world::{Outcome, World};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Assessments, checklists or filled-in forms
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Gate: everything is answered, and last time's answers are confirmed
    #[arg(long)]
    pub complete: bool,
    /// Gate: every answer of in place or better has evidence
    #[arg(long)]
    pub evidence: bool,
    /// Gate: no action is overdue, and no essential gap is without an action
    #[arg(long)]
    pub actions: bool,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let mut outcome = Outcome::Done;
    let mut unreadable = Vec::new();
    for file in &arguments.files {
        match problems(world, arguments, file) {
            Ok(checked) => {
                output::print_sentences(&format!("{}: no problems; {}\n", file.display(), checked.summary))?;
                if checked.changed {
                    outcome = Outcome::GateNotMet;
                }
                for stopped in &checked.stopped {
                    outcome = Outcome::GateNotMet;
                    output::print_sentences(&format!("{}: {stopped}\n", file.display()))?;
                }
            }
            Err(ReturnError::Workbook(mistakes)) => {
                outcome = Outcome::GateNotMet;
                let number = number_of(mistakes.mistakes.len(), "problem", "problems");
                output::print_sentences(&format!("{mistakes}\n\n{}: {number}\n", file.display()))?;
            }
            Err(ReturnError::Load(LoadError::Invalid(invalid))) => {
                outcome = Outcome::GateNotMet;
                let number = number_of(invalid.problems().len(), "problem", "problems");
                output::print(format!("{invalid}\n\n{}: {number}\n", file.display()))?;
            }
            Err(ReturnError::Load(LoadError::Unreadable(error))) => unreadable.push(format!("{error:#}")),
        }
    }
    if unreadable.is_empty() { Ok(outcome) } else { Err(anyhow::anyhow!(unreadable.join("\nhealthcheck: "))) }
}

/// Checks a file as what it is, and summarises what is in it.
fn problems(world: &World, arguments: &Arguments, file: &Path) -> Result<Checked, ReturnError> {
    if returns::is_workbook(file) {
        let summary = describe_workbook(world, file, &returns::read(world, file)?);
        return Ok(Checked { summary, ..Checked::default() });
    }
    Ok(text_problems(world, arguments, file)?)
}

fn describe_workbook(world: &World, file: &Path, returned: &Return) -> String {
    match returned {
        Return::Form(form) => describe_form(world, file, form),
        Return::Plan(_) => {
            "a report, whose action plan is checked when it is merged into its file".to_owned()
        }
        Return::Assessment(_) => "an assessment".to_owned(),
    }
}

/// The counts of a form, then a line for each thing that a merge would report.
fn describe_form(world: &World, file: &Path, form: &Returned) -> String {
    let summary = format!(
        "a form with {}, {} unchanged since the form went out, and {} left open",
        number_of(form.answers.len(), "new or changed answer", "new or changed answers"),
        form.untouched,
        number_of(form.open.len(), "question", "questions")
    );
    let identity = &form.identity;
    let held = world.catalogue.edition(&identity.checklist, &identity.edition);
    let said =
        held.into_iter().flat_map(|checklist| form.open.iter().filter_map(|open| open.describe(checklist)));
    let said = said.map(|said| format!("left open, with something beside it: {said}"));
    let told = said.chain(form.remarks.iter().cloned());
    let told = told.map(|told| format!("\n{}: {told}", file.display()));
    std::iter::once(summary).chain(told).collect()
}

fn text_problems(world: &World, arguments: &Arguments, file: &Path) -> Result<Checked, LoadError> {
    let source = load::source(world, file)?;
    if let Some(summary) = beside_an_assessment(world, file, &source)? {
        return Ok(Checked { summary, ..Checked::default() });
    }
    let parsed = Parsed::new(&source);
    if Checklist::looks_like(&parsed) {
        let checklist = Checklist::read(&parsed)?;
        let summary = format!("a checklist of {}", words::questions_asked(&checklist));
        return Ok(Checked { summary, ..Checked::default() });
    }
    let assessment = match world.catalogue.assessment(&file.display().to_string()) {
        Some(assessment) => assessment.clone(),
        // Other commands only warn about future dates; this one shows each.
        None => load::read_strictly(world, file, &parsed, world.today)?,
    };
    let summary = format!("an assessment, {}", words::coverage(&Scorecard::new(&assessment)));
    let approval = approvals::record_of_file(world, file, Digest::compute(source.text()))?;
    let summary = match &approval {
        Some(held) => format!("{summary}\n{}: {}", file.display(), words::approval(held)),
        None => summary,
    };
    let changed = approval.is_some_and(|held| matches!(held.state(), Some(State::Changed(_))));
    Ok(Checked { summary, stopped: stopped(world, arguments, &assessment), changed })
}

/// What a file next to an assessment is, by its name: an approval record, or replies to a review.
fn beside_an_assessment(world: &World, file: &Path, source: &Source) -> Result<Option<String>, LoadError> {
    let name = disk::name_of(file);
    if name.ends_with(approvals::ENDING) {
        let record = Record::parse(source, world.today)?;
        let entries = number_of(record.entries.len(), "entry", "entries");
        return Ok(Some(format!("a record of the approvals of {}, {entries}", record.file)));
    }
    let Some(review) = name.strip_suffix(reviews::ENDING) else { return Ok(None) };
    let review = file.with_file_name(format!("{review}.toml"));
    let of = load::assessment(world, &review).map_err(LoadError::Unreadable)?;
    let replies = Replies::parse(source, &of.assessment.checklist, world.today)?;
    let number = number_of(replies.replies.len(), "reply", "replies");
    Ok(Some(format!("{number} to the review {}", replies.review)))
}

fn stopped(world: &World, arguments: &Arguments, assessment: &Assessment) -> Vec<String> {
    let asked = [
        (arguments.complete, Gate::Complete),
        (arguments.evidence, Gate::Evidence),
        (arguments.actions, Gate::Actions),
    ];
    let gates = asked.into_iter().filter(|(asked, _)| *asked).map(|(_, gate)| gate);
    let stopped = gates.flat_map(|gate| gate.failures(assessment, world.today));
    stopped.map(|stopped| words::gate_failure(&stopped, &assessment.checklist.level_names)).collect()
}

/// A file without problems.
#[derive(Default)]
struct Checked {
    summary: String,
    stopped: Vec<String>,
    /// Whether the file has changed since its approval.
    changed: bool,
}
