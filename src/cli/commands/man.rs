//! `healthcheck man`: the manual pages, for packagers. It is not in the help.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::world::Outcome;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder into which the pages are written; those of the same names are replaced
    pub folder: PathBuf,
}

pub fn run(arguments: &Arguments, whole: clap::Command) -> Result<Outcome> {
    let folder = &arguments.folder;
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(whole, folder))
        .with_context(|| format!("the manual pages cannot be written to {}", folder.display()))?;
    Ok(Outcome::Done)
}
