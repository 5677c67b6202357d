//! `healthcheck check`: every problem of assessments and checklists.

use std::path::Path;

use anyhow::Result;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::report::coverage_in_words;
use integrity_healthcheck::score::Scorecard;

use super::args::Check;
use super::files::{self, Trouble};
use super::{Outcome, World, output};

pub fn run(world: &World, arguments: &Check) -> Result<Outcome> {
    let mut outcome = Outcome::Done;
    let mut unreadable = Vec::new();
    for file in &arguments.files {
        match problems(world, file) {
            Ok(summary) => output::print(format!("{}: no problems; {summary}\n", file.display()))?,
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
fn problems(world: &World, file: &Path) -> Result<String, Trouble> {
    let source = files::source(world, file)?;
    if Checklist::is_claimed_by(&source) {
        let checklist = Checklist::parse(&source).map_err(Trouble::Invalid)?;
        return Ok(format!("a checklist of {} questions", checklist.questions().count()));
    }
    let assessment = files::parse(world, file, &source)?;
    Ok(format!("an assessment, {}", coverage_in_words(&Scorecard::of(&assessment).coverage)))
}
