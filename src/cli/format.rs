//! The formats of a report: name, endings and drawing function, all in one `match`, so that none is forgotten.

use anyhow::{Result, bail};
use clap::ValueEnum;
use integrity_healthcheck::document::{Document, html, markdown, terminal, word};
use integrity_healthcheck::publish;
use integrity_healthcheck::report::{self, sheets};
use integrity_healthcheck::results::RegionReport;
use integrity_healthcheck::results::Report;
use integrity_healthcheck::workbook::{Workbook, excel};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text for the screen
    Terminal,
    /// Markdown
    Markdown,
    /// A page for a browser that also prints well
    Html,
    /// A Word document, to be edited and signed
    Docx,
    /// An Excel workbook, with the action plan to be filled in
    Xlsx,
    /// JSON, version 1, for other programs
    Json,
}

struct Facts {
    title: &'static str,
    /// In lower case, the usual one first.
    endings: &'static [&'static str],
    is_text: bool,
    drawing: Drawing,
}

enum Drawing {
    /// Draws a document at a width in columns.
    Document(fn(&Document, usize) -> Result<Vec<u8>>),
    Workbook(fn(&Workbook) -> Result<Vec<u8>>),
    /// Prints the results themselves.
    Json,
}

/// A report that every format can draw.
pub trait Drawn {
    fn document(&self) -> Document;
    fn workbook(&self) -> Workbook;
    fn json(&self) -> String;
}

impl Drawn for Report<'_> {
    fn document(&self) -> Document {
        report::gap_report(self)
    }

    fn workbook(&self) -> Workbook {
        sheets::workbook(self)
    }

    fn json(&self) -> String {
        publish::draw(self)
    }
}

impl Drawn for RegionReport<'_> {
    fn document(&self) -> Document {
        report::region::document(self)
    }

    fn workbook(&self) -> Workbook {
        sheets::region::workbook(self)
    }

    fn json(&self) -> String {
        publish::region::draw(self)
    }
}

impl Format {
    /// The format for a file's ending, without its dot.
    pub fn by_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        Self::all().find(|format| format.facts().endings.contains(&ending.as_str()))
    }

    /// The usual endings: `.txt, .md or .json`.
    pub fn endings() -> String {
        let endings = Self::all().filter_map(|format| format.facts().endings.first());
        either(endings.map(|ending| format!(".{ending}")))
    }

    /// The names of the formats that can hold paragraphs.
    pub fn telling() -> String {
        let telling = Self::all().filter(|format| format.tells());
        either(telling.filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned())))
    }

    pub fn title(self) -> &'static str {
        self.facts().title
    }

    /// Whether it can hold paragraphs.
    pub fn tells(self) -> bool {
        matches!(self.facts().drawing, Drawing::Document(_))
    }

    pub fn is_text(self) -> bool {
        self.facts().is_text
    }

    /// Text is `width` columns wide.
    pub fn draw(self, report: &dyn Drawn, width: usize) -> Result<Vec<u8>> {
        match self.facts().drawing {
            Drawing::Document(draw) => draw(&report.document(), width),
            Drawing::Workbook(draw) => draw(&report.workbook()),
            Drawing::Json => Ok(report.json().into_bytes()),
        }
    }

    /// Text is `width` columns wide.
    pub fn draw_summary(self, report: &Report<'_>, width: usize) -> Result<Vec<u8>> {
        match self.facts().drawing {
            Drawing::Document(draw) => draw(&report::summary(report), width),
            Drawing::Workbook(draw) => draw(&sheets::summary_alone(report)),
            Drawing::Json => Ok(publish::draw(report).into_bytes()),
        }
    }

    /// Text is `width` columns wide. Fails for sheets and JSON.
    pub fn tell(self, document: &Document, width: usize) -> Result<Vec<u8>> {
        match self.facts().drawing {
            Drawing::Document(draw) => draw(document, width),
            Drawing::Workbook(_) | Drawing::Json => bail!("{} cannot hold it", self.title()),
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        Self::value_variants().iter().copied()
    }

    fn facts(self) -> Facts {
        match self {
            Self::Terminal => Facts {
                title: "plain text",
                endings: &["txt"],
                is_text: true,
                drawing: Drawing::Document(
                    |document, width| Ok(terminal::draw(document, width).into_bytes()),
                ),
            },
            Self::Markdown => Facts {
                title: "Markdown",
                endings: &["md", "markdown"],
                is_text: true,
                drawing: Drawing::Document(|document, _| Ok(markdown::draw(document).into_bytes())),
            },
            Self::Html => Facts {
                title: "HTML",
                endings: &["html", "htm"],
                is_text: true,
                drawing: Drawing::Document(|document, _| Ok(html::draw(document).into_bytes())),
            },
            Self::Docx => Facts {
                title: "Word",
                endings: &["docx"],
                is_text: false,
                drawing: Drawing::Document(|document, _| Ok(word::draw(document)?)),
            },
            Self::Xlsx => Facts {
                title: "Excel",
                endings: &["xlsx"],
                is_text: false,
                drawing: Drawing::Workbook(|workbook| Ok(excel::draw(workbook)?)),
            },
            Self::Json => Facts { title: "JSON", endings: &["json"], is_text: true, drawing: Drawing::Json },
        }
    }
}

/// A list with "or" before the last word.
fn either(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.collect();
    match words.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}
