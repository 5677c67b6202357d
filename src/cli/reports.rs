//! The commands that show results: score, compare, report, explain, list and show. They load, compute and print.

use anyhow::{Result, bail};
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::compare::Named;
use integrity_healthcheck::report::{self, Report, Topic, json, markdown, terminal};

use super::files::{self, Loaded};
use super::{Outcome, World, args, output};

pub fn score(world: &World, arguments: &args::Score) -> Result<Outcome> {
    let loaded = files::assessment(world, &arguments.file)?;
    let report = beside_published(world, &loaded);
    output::print_document(&report.score_screen())?;
    let lowest = report.scorecard.score.lowest.map(|lowest| lowest.value());
    match arguments.require {
        Some(required) if lowest.is_none_or(|lowest| lowest < required) => {
            let lowest = lowest.map_or("there is none".to_owned(), |lowest| format!("it is {lowest:.1}"));
            output::say(&format!("The lower bound of the score is to be at least {required}; {lowest}."));
            Ok(Outcome::GateNotMet)
        }
        _ => Ok(Outcome::Done),
    }
}

pub fn compare(world: &World, arguments: &args::Compare) -> Result<Outcome> {
    let loaded = files::assessment(world, &arguments.file)?;
    let others =
        arguments.others.iter().map(|other| files::assessment(world, other)).collect::<Result<Vec<_>>>()?;
    let report = if others.is_empty() {
        beside_published(world, &loaded)
    } else {
        Report::new(loaded.named(), &others.iter().map(Loaded::named).collect::<Vec<_>>(), world.today)
    };
    output::print_document(&report.comparison_screen())?;
    Ok(Outcome::Done)
}

pub fn report(world: &World, arguments: &args::Report) -> Result<Outcome> {
    let loaded = files::assessment(world, &arguments.file)?;
    let report = beside_published(world, &loaded);
    let width = if arguments.output.is_some() { terminal::WIDTH } else { output::width() };
    let text = match arguments.format {
        args::Format::Terminal => terminal::draw(&report.document(), width),
        args::Format::Markdown => markdown::draw(&report.document()),
        args::Format::Json => json::draw(&report),
    };
    match &arguments.output {
        Some(path) => {
            output::write_file(path, text.as_bytes(), arguments.overwrite)?;
            output::say(&format!("Wrote {}", path.display()));
        }
        None => output::print(&text)?,
    }
    Ok(Outcome::Done)
}

pub fn explain(world: &World, arguments: &args::Explain) -> Result<Outcome> {
    let loaded = files::assessment(world, &arguments.file)?;
    let report = beside_published(world, &loaded);
    let topic = match &arguments.topic {
        Some(id) => topic(&loaded.assessment.checklist, id)?,
        None => Topic::Whole,
    };
    output::print_document(&report::explain(&report, topic))?;
    Ok(Outcome::Done)
}

fn topic<'a>(checklist: &'a Checklist, id: &str) -> Result<Topic<'a>> {
    let question = || checklist.question(id).map(Topic::Question);
    if let Some(topic) = checklist.section(id).map(Topic::Section).or_else(question) {
        return Ok(topic);
    }
    let nearest = checklist.nearest_id(id).map(|near| format!("did you mean `{near}`?"));
    let help = nearest.unwrap_or_else(|| format!("`healthcheck show {}` lists them", checklist.id));
    bail!("the checklist has no section and no question `{}`; {help}", id.escape_debug());
}

pub fn list(world: &World) -> Result<Outcome> {
    let checklists = world.builtin.checklists().map(AsRef::as_ref);
    output::print_document(&report::list(checklists, &world.builtin.published()))?;
    Ok(Outcome::Done)
}

pub fn show(world: &World, arguments: &args::Show) -> Result<Outcome> {
    let source = files::source(world, &arguments.name)?;
    let document = if Checklist::is_claimed_by(&source) {
        report::show_checklist(&Checklist::parse(&source)?)
    } else {
        report::show_assessment(files::assessment(world, &arguments.name)?.named())
    };
    output::print_document(&document)?;
    Ok(Outcome::Done)
}

/// A report beside those published findings that answer the same checklist.
fn beside_published<'a>(world: &'a World, loaded: &'a Loaded) -> Report<'a> {
    let mut published: Vec<Named<'a>> = world.builtin.published();
    published.retain(|named| named.assessment.checklist.id == loaded.assessment.checklist.id);
    Report::new(loaded.named(), &published, world.today)
}
