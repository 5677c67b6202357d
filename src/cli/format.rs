//! The formats in which a report can be drawn.

use clap::ValueEnum;

/// How a report can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text for the screen
    Terminal,
    /// Markdown
    Markdown,
    /// One page for a browser, that prints well
    Html,
    /// A Word document, to be edited and signed
    Docx,
    /// An Excel workbook, with the action plan to be filled in
    Xlsx,
    /// JSON, version 1, for other programs
    Json,
}

impl Format {
    /// The format that a file's ending names, given in lower case and without its dot.
    pub fn by_ending(ending: &str) -> Option<Self> {
        match ending {
            "txt" => Some(Self::Terminal),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "docx" => Some(Self::Docx),
            "xlsx" => Some(Self::Xlsx),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Terminal => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Docx => "Word",
            Self::Xlsx => "Excel",
            Self::Json => "JSON",
        }
    }

    /// Whether it can hold whole paragraphs.
    pub fn tells(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Json)
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Xlsx)
    }
}
