//! The formats of a report: what each is called, which endings of a file name it, and what draws it. All of it stands in
//! one `match`, so that none is forgotten.

use anyhow::{Result, bail};
use clap::ValueEnum;
use integrity_healthcheck::document::{Document, html, markdown, terminal, word};
use integrity_healthcheck::publish;
use integrity_healthcheck::report::{self, sheets};
use integrity_healthcheck::results::RegionReport;
use integrity_healthcheck::results::Report;
use integrity_healthcheck::workbook::{Workbook, excel};

/// How a report can be drawn.
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

/// What there is to know of a format.
struct Facts {
    /// Its name for people.
    title: &'static str,
    /// The endings of its files, in lower case, the usual one first.
    endings: &'static [&'static str],
    /// Whether it is text that a terminal can show.
    is_text: bool,
    /// What draws it.
    drawing: Drawing,
}

/// What draws a format.
enum Drawing {
    /// From a document, so many columns wide; a narrative is a document too.
    Document(fn(&Document, usize) -> Result<Vec<u8>>),
    /// From sheets.
    Workbook(fn(&Workbook) -> Result<Vec<u8>>),
    /// As the results themselves.
    Json,
}

/// What can be drawn in every format.
pub trait Drawn {
    /// As a document.
    fn document(&self) -> Document;
    /// As sheets.
    fn workbook(&self) -> Workbook;
    /// As JSON.
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
    /// The format that a file's ending names, given without its dot.
    pub fn by_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        Self::all().find(|format| format.facts().endings.contains(&ending.as_str()))
    }

    /// The usual ending of each format, as a list in words: `.txt, .md or .json`.
    pub fn endings() -> String {
        let endings = Self::all().filter_map(|format| format.facts().endings.first());
        either(endings.map(|ending| format!(".{ending}")))
    }

    /// The formats that can hold whole paragraphs, as a list in words.
    pub fn telling() -> String {
        let telling = Self::all().filter(|format| format.tells());
        either(telling.filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned())))
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        self.facts().title
    }

    /// Whether it can hold whole paragraphs.
    pub fn tells(self) -> bool {
        matches!(self.facts().drawing, Drawing::Document(_))
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        self.facts().is_text
    }

    /// Draws a report; text `width` columns wide.
    pub fn draw(self, report: &dyn Drawn, width: usize) -> Result<Vec<u8>> {
        match self.facts().drawing {
            Drawing::Document(draw) => draw(&report.document(), width),
            Drawing::Workbook(draw) => draw(&report.workbook()),
            Drawing::Json => Ok(report.json().into_bytes()),
        }
    }

    /// Draws page one of a report alone; text `width` columns wide.
    pub fn draw_summary(self, report: &Report<'_>, width: usize) -> Result<Vec<u8>> {
        match self.facts().drawing {
            Drawing::Document(draw) => draw(&report::summary(report), width),
            Drawing::Workbook(draw) => draw(&sheets::summary_alone(report)),
            Drawing::Json => Ok(publish::draw(report).into_bytes()),
        }
    }

    /// Draws a document, in a format that can tell one; text `width` columns wide.
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

/// Words as a list of which one is chosen.
fn either(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.collect();
    match words.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}
