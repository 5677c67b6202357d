//! Where findings were published.

use chrono::NaiveDate;

/// Where an assessment was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// What kind of publication it is.
    pub kind: Publication,
    /// The title as printed.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as printed: "December 2012".
    pub published: String,
    /// The ISBN, where one is printed.
    pub isbn: Option<String>,
    /// The first day which its figures cover.
    pub from: Option<NaiveDate>,
    /// The last day which its figures cover.
    pub to: Option<NaiveDate>,
    /// Its address on the web.
    pub address: Option<String>,
    /// The day on which it was read there.
    pub read: Option<NaiveDate>,
    /// The name that the force bears today, where it is another.
    pub force_today: Option<String>,
    /// What it says besides, in our words, that no question asks.
    pub notes: Vec<String>,
}

/// What kind of publication an assessment was published in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// HMIC's report on one force, whole.
    ForceReport,
    /// HMIC's own press release, known in part only.
    PressRelease,
    /// What a newspaper reported of the findings.
    NewspaperReport,
    /// A summary of an inspection, without the report itself.
    InspectionSummary,
}

impl Publication {
    /// All kinds.
    pub const ALL: [Self; 4] =
        [Self::ForceReport, Self::PressRelease, Self::NewspaperReport, Self::InspectionSummary];

    /// The words in files, reports and JSON.
    pub fn words(self) -> &'static str {
        match self {
            Self::ForceReport => "force report",
            Self::PressRelease => "press release",
            Self::NewspaperReport => "newspaper report",
            Self::InspectionSummary => "inspection summary",
        }
    }

    /// How far what was found is known from it, where it is not whole.
    pub fn known_in_part(self) -> Option<&'static str> {
        match self {
            Self::ForceReport => None,
            Self::PressRelease => Some("only a part of this press release is known"),
            Self::NewspaperReport => Some("known only as far as a newspaper reported it"),
            Self::InspectionSummary => Some("a short summary, which chose what to say"),
        }
    }

    /// Whether only a part of what was found is known.
    pub fn is_partial(self) -> bool {
        self.known_in_part().is_some()
    }
}

impl std::fmt::Display for Publication {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.words())
    }
}
