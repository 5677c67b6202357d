//! Where findings were published.

use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub kind: Publication,
    pub title: String,
    pub publisher: String,
    /// As printed: "December 2012".
    pub published: String,
    pub isbn: Option<String>,
    /// The first day that its figures cover.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub address: Option<String>,
    /// The date on which it was read there.
    pub read: Option<NaiveDate>,
    /// The present name of a force that was renamed.
    pub force_today: Option<String>,
    /// What else it says, in our words, beyond the questions of the checklist.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    ForceReport,
    PressRelease,
    NewspaperReport,
    InspectionSummary,
}

impl Publication {
    pub const ALL: [Self; 4] =
        [Self::ForceReport, Self::PressRelease, Self::NewspaperReport, Self::InspectionSummary];

    /// As in files, reports and JSON.
    pub fn words(self) -> &'static str {
        match self {
            Self::ForceReport => "force report",
            Self::PressRelease => "press release",
            Self::NewspaperReport => "newspaper report",
            Self::InspectionSummary => "inspection summary",
        }
    }

    /// How much of the findings is known, if not all.
    pub fn known_in_part(self) -> Option<&'static str> {
        match self {
            Self::ForceReport => None,
            Self::PressRelease => Some("only a part of this press release is known"),
            Self::NewspaperReport => Some("known only as far as a newspaper reported it"),
            Self::InspectionSummary => Some("a short summary, which chose what to say"),
        }
    }

    pub fn is_partial(self) -> bool {
        self.known_in_part().is_some()
    }
}

impl std::fmt::Display for Publication {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.words())
    }
}
