//! `healthcheck report`: the gap report, on the screen or in a file.

use anyhow::Result;
use integrity_healthcheck::report::{json, markdown, terminal};

use super::args::{Format, Report};
use super::{Outcome, World, files, output};

pub fn run(world: &World, arguments: &Report) -> Result<Outcome> {
    let loaded = files::assessment(world, &arguments.file)?;
    let report = files::beside_published(world, &loaded);
    let width = if arguments.output.is_some() { terminal::WIDTH } else { output::width() };
    let text = match arguments.format {
        Format::Terminal => terminal::draw(&report.document(), width),
        Format::Markdown => markdown::draw(&report.document()),
        Format::Json => json::draw(&report),
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
