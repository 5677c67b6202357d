//! `healthcheck check`: every problem of assessments and checklists.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use integrity_healthcheck::assessment::{Assessment, Levels, Standing};
use integrity_healthcheck::checklist::{Checklist, Kind, Level};
use integrity_healthcheck::judge::plan::{Point, points};
use integrity_healthcheck::judge::score::Scorecard;
use integrity_healthcheck::report::{asked_in_words, coverage_in_words, point_in_words};

use super::files::{self, Trouble};
use super::output;
use super::world::{Outcome, World};

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Assessments or checklists
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
                output::print(format!("{}: no problems; {}\n", file.display(), checked.summary))?;
                for failed in &checked.failed {
                    outcome = Outcome::GateNotMet;
                    output::print(format!("{}: {failed}\n", file.display()))?;
                }
            }
            Err(Trouble::Invalid(invalid)) => {
                outcome = Outcome::GateNotMet;
                let number = invalid.problems().len();
                let problems = if number == 1 { "problem" } else { "problems" };
                output::print(format!("{invalid}\n\n{}: {number} {problems}\n", file.display()))?;
            }
            Err(Trouble::Unreadable(error)) => unreadable.push(format!("{error:#}")),
        }
    }
    if unreadable.is_empty() { Ok(outcome) } else { Err(anyhow::anyhow!(unreadable.join("\nhealthcheck: "))) }
}

/// Reads a file as what it is, and says in a few words what it holds.
fn problems(world: &World, arguments: &Arguments, file: &Path) -> Result<Checked, Trouble> {
    let source = files::source(world, file)?;
    if Checklist::is_claimed_by(&source) {
        let checklist = Checklist::parse(&source).map_err(Trouble::Invalid)?;
        let summary = format!("a checklist of {}", asked_in_words(&checklist));
        return Ok(Checked { summary, failed: Vec::new() });
    }
    let assessment = files::assessment_of(world, file, &source)?;
    let summary = format!("an assessment, {}", coverage_in_words(&Scorecard::of(&assessment)));
    Ok(Checked { summary, failed: gates(world, arguments, &assessment) })
}

/// What the gates that were asked for do not let through.
fn gates(world: &World, arguments: &Arguments, assessment: &Assessment) -> Vec<String> {
    let questions = || assessment.checklist.questions();
    let mut failed = Vec::new();
    if arguments.complete {
        failed.extend(assessment.open_questions().map(|question| {
            match (&question.kind, assessment.carried.contains_key(&question.id)) {
                (Kind::Count(_), _) => format!("figure not given: {}", question.id),
                (Kind::Scale(_), true) => format!("not confirmed: {}", question.id),
                (Kind::Scale(_), false) => format!("not answered: {}", question.id),
            }
        }));
    }
    if arguments.evidence {
        let without_evidence = questions().filter(|question| {
            let in_place = assessment.standing(question).and_then(Standing::levels).map(Levels::lowest)
                >= Some(Level::InPlace);
            in_place && assessment.lacks_evidence(question)
        });
        failed.extend(without_evidence.map(|question| format!("in place without evidence: {}", question.id)));
    }
    if arguments.actions {
        let points = points(assessment, world.today);
        let stopped = points
            .iter()
            .filter(|point| matches!(point, Point::Overdue(_) | Point::EssentialWithoutAction(_)));
        failed.extend(stopped.map(point_in_words));
    }
    failed
}

/// A file without problems: what it holds, and what stops it at the gates.
struct Checked {
    summary: String,
    failed: Vec<String>,
}
