//! `healthcheck report`: the gap report, on the screen or in a file.

use std::path::Path;

use anyhow::{Result, bail};
use integrity_healthcheck::report::{json, markdown, terminal};

use super::args::{Format, Report};
use super::{Outcome, World, disk, files, output};

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
            write(&arguments.file, path, text.as_bytes(), arguments.overwrite)?;
            output::say(&format!("Wrote {}", path.display()));
        }
        None => output::print(&text)?,
    }
    Ok(Outcome::Done)
}

/// Writes the report, never over the assessment itself.
fn write(assessment: &Path, output: &Path, bytes: &[u8], overwrite: bool) -> Result<()> {
    let shown = output.display();
    if !output.exists() {
        return disk::create(output, bytes);
    }
    if disk::behind_links(output) == disk::behind_links(assessment) {
        bail!("{shown} is the assessment itself; name another file for the report");
    }
    if !overwrite {
        bail!("{shown} is there already; add --overwrite to replace it, or name another file");
    }
    disk::replace(output, bytes)
}
