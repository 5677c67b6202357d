//! Where a report goes: to the screen, or to a file whose ending selects the format.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::Parsed;
use integrity_healthcheck::document::terminal;
use integrity_healthcheck::text::source::Source;

use crate::cli::files::lock::Lock;
use crate::cli::files::{disk, load, names};
use crate::cli::format::Format;
use crate::cli::output;

#[derive(Debug, Args)]
pub struct Target {
    /// The format [default: as the ending of --output says, otherwise terminal]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write it to this file instead of the screen
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    overwrite: bool,
}

impl Target {
    /// The requested format, or the one for the file's ending.
    pub fn format(&self) -> Result<Format> {
        let format = match (self.format, &self.output) {
            (Some(format), _) => format,
            (None, Some(path)) => by_ending(path)?,
            (None, None) => Format::Terminal,
        };
        if !format.is_text() && self.output.is_none() && io::stdout().is_terminal() {
            bail!("a {} file is not for the screen; name one with --output", format.title());
        }
        Ok(format)
    }

    pub fn is_screen(&self) -> bool {
        self.output.is_none()
    }

    pub fn width(&self) -> usize {
        if self.output.is_some() { terminal::WIDTH } else { output::width() }
    }

    /// Writes a report, never over a file that it is made of.
    pub fn take<'p>(
        &self,
        drawn: &[u8],
        format: Format,
        made_of: impl IntoIterator<Item = &'p PathBuf>,
    ) -> Result<()> {
        let Some(path) = &self.output else { return output::print(drawn) };
        let made_of: Vec<PathBuf> = made_of.into_iter().cloned().collect();
        self.write(path, drawn, &made_of)?;
        output::say(&format!("Wrote {} ({})", path.display(), format.title()));
        Ok(())
    }

    fn write(&self, path: &Path, bytes: &[u8], made_of: &[PathBuf]) -> Result<()> {
        let shown = path.display();
        if !path.exists() {
            let _lock = Lock::take(path)?;
            return disk::create(path, bytes, made_of);
        }
        if made_of.iter().any(|each| disk::behind_links(each) == disk::behind_links(path)) {
            bail!("{shown} is the assessment itself; name another file for the report");
        }
        if is_of_ours(path) {
            bail!(
                "{shown} is no report but a file that reports are made of, such as an assessment or a checklist; name \
                 another file for the report"
            );
        }
        if !self.overwrite {
            bail!("{shown} already exists; add --overwrite to replace it, or name another file");
        }
        let _lock = path.is_file().then(|| Lock::take(path)).transpose()?;
        disk::replace(path, bytes, made_of)
    }
}

/// Whether a person writes this file: any `.toml` file, and any other with TOML content.
fn is_of_ours(path: &Path) -> bool {
    names::is_toml(path)
        || path.is_file() && load::read(path).is_ok_and(|read| read.is_ok_and(|text| is_written(&text)))
}

fn is_written(text: &Source) -> bool {
    let markup = text.text().trim_start().starts_with(['<', '{']);
    let parsed = Parsed::new(text);
    !markup && (parsed.has_content() || parsed.has("format"))
}

fn by_ending(path: &Path) -> Result<Format> {
    let ending = path.extension().map(|ending| ending.to_string_lossy()).unwrap_or_default();
    Format::by_ending(&ending).ok_or_else(|| {
        anyhow::anyhow!(
            "the ending of {} names no format; use {}, or give --format",
            path.display(),
            Format::endings()
        )
    })
}
