use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::report::{self, Topic};

use crate::cli::files::compared_with::ComparedWith;
use crate::cli::files::load;
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// The id of a section or a question, or the title of a question [default: the whole score]
    #[arg(value_name = "SECTION|QUESTION", add = complete::topics())]
    pub topic: Option<String>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = load::assessment(world, &arguments.file)?;
    let report = ComparedWith::new(world, &loaded, &[]).report(world, &loaded);
    let topic = match &arguments.topic {
        Some(id) => topic(&loaded.assessment.checklist, id)?,
        None => Topic::Whole,
    };
    output::print_document(&report::explain(&report, topic))?;
    Ok(Outcome::Done)
}

fn topic<'a>(checklist: &'a Checklist, id: &str) -> Result<Topic<'a>> {
    let question = || load::find_question(checklist, id).map(Topic::Question);
    if let Some(topic) = checklist.section(id).map(Topic::Section).or_else(question) {
        return Ok(topic);
    }
    let nearest = checklist.nearest_id(id).map(|near| format!("did you mean `{near}`?"));
    let help = nearest.unwrap_or_else(|| format!("`healthcheck show {}` lists them", checklist.id));
    bail!("the checklist has no section or question `{}`; {help}", id.escape_debug());
}
