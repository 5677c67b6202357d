//! What a report says, decided once, and one file for each way to draw it.
//!
//! A [`Report`] holds every result as a value. Its chapters turn them into a [`Document`]; [`terminal`] and
//! [`markdown`] draw documents and know nothing of healthchecks; [`json`] publishes the results themselves.

use chrono::NaiveDate;

use crate::compare::{Comparison, Named, compare};
use crate::gap::{Gap, gaps};
use crate::score::Scorecard;

mod answers;
mod comparison;
pub mod document;
mod explanation;
mod gap_list;
mod headline;
pub mod json;
pub mod markdown;
mod method;
mod reading;
pub mod terminal;
mod words;

pub use explanation::{Topic, explain};
pub use headline::figures as figures_in_words;
pub use reading::{help_facts, list, show_assessment, show_checklist};
pub use words::{
    coverage as coverage_in_words, number_of, period as period_in_words, value as value_in_words,
};

use document::{Block, Document};

/// Everything that a report draws upon.
#[derive(Debug)]
pub struct Report<'a> {
    /// The assessment that is reported on.
    pub about: Named<'a>,
    /// The day of the report.
    pub today: NaiveDate,
    /// Its scores.
    pub scorecard: Scorecard,
    /// Its gaps, in the order in which to close them.
    pub gaps: Vec<Gap<'a>>,
    /// It beside each of the others.
    pub comparisons: Vec<Comparison<'a>>,
}

impl<'a> Report<'a> {
    /// Works out everything that a report says of an assessment beside others.
    pub fn new(about: Named<'a>, others: &[Named<'a>], today: NaiveDate) -> Self {
        Self {
            about,
            today,
            scorecard: Scorecard::of(about.assessment),
            gaps: gaps(about.assessment),
            comparisons: compare(about.assessment, others),
        }
    }

    /// The published assessments among those that it stands beside.
    fn published(&self) -> impl Iterator<Item = Named<'a>> + '_ {
        let others = self.comparisons.iter().map(|comparison| comparison.with);
        others.filter(|other| other.assessment.source.is_some())
    }

    /// The gap report.
    pub fn document(&self) -> Document {
        let chapters = [
            headline::headline(self),
            headline::sections(self),
            gap_list::gaps(self),
            gap_list::without_evidence(self),
            gap_list::unknown(self),
            gap_list::not_applicable(self),
            gap_list::unanswered(self),
            comparison::then_and_now(self),
            comparison::in_sum(self),
            comparison::question_by_question(self),
            comparison::counts(self),
            answers::answers(self.about.assessment),
            method::method(self),
            method::sources(self),
        ];
        self.titled("Integrity healthcheck: gap report", chapters.concat())
    }

    /// The scores on one screen.
    pub fn score_screen(&self) -> Document {
        let chapters = [headline::headline(self), headline::sections_table(self)];
        self.titled("Integrity healthcheck: scores", chapters.concat())
    }

    /// The comparison alone.
    pub fn comparison_screen(&self) -> Document {
        let chapters = [
            headline::about(self),
            comparison::then_and_now(self),
            comparison::in_sum(self),
            comparison::question_by_question(self),
            comparison::counts(self),
        ];
        self.titled("Integrity healthcheck: comparison", chapters.concat())
    }

    fn titled(&self, title: &str, blocks: Vec<Block>) -> Document {
        let title = format!("{title}, {}", self.about.assessment.force);
        Document { title, marking: self.about.assessment.marking.clone(), blocks }
    }
}
