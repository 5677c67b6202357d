//! What a report on one assessment draws on.

use chrono::NaiveDate;

use crate::approval::{RecordedFile, State};
use crate::checklist::{Question, QuestionId};
use crate::judge::board::Board;
use crate::judge::compare::{Comparison, Named, compare};
use crate::judge::gap::{Gap, NotSettled, gaps, not_settled};
use crate::judge::review::Review;
use crate::judge::score::Scorecard;
use crate::judge::survey::{Year, by_year};
use crate::judge::trend::Trend;

/// The marking of a public report if none was given for the release.
pub const NOT_CLEARED: &str = "Not cleared for release";

/// Everything that a report draws upon.
#[derive(Debug)]
pub struct Report<'a> {
    /// The assessment that is reported on.
    pub about: Named<'a>,
    /// Who reads it. Private, so that a report for the public is made of nothing but what is [`Cleared`].
    pub(super) audience: Audience,
    /// The protective marking that stands on it.
    pub marking: Option<String>,
    /// The record of approvals of its file, and what the file is now.
    pub approval: Option<RecordedFile>,
    /// What others say of its answers.
    pub reviews: Vec<Review<'a>>,
    /// The day of the report.
    pub today: NaiveDate,
    /// Its scores.
    pub scorecard: Scorecard,
    /// Its gaps, in the order in which to close them.
    pub gaps: Vec<Gap<'a>>,
    /// Findings of which it is not settled whether they meet their target.
    pub not_settled: Vec<NotSettled<'a>>,
    /// It beside each of the others.
    pub comparisons: Vec<Comparison<'a>>,
    /// What was published on all forces, year by year; empty where that was not asked for.
    pub survey: Vec<Year<'a>>,
    /// It and the years before it, where any were named.
    pub trend: Option<Trend<'a>>,
    /// The questions about which something is being done, where no more than that may be told.
    pub(super) with_open_action: &'a [QuestionId],
}

/// Who reads a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    /// The force and its board: everything that was typed.
    Force,
    /// Anybody: nothing that was typed of a force's own answers but the answers themselves.
    Public,
}

impl<'a> Report<'a> {
    /// Works out everything that a report for the force says of an assessment beside others.
    pub fn new(about: Named<'a>, others: &[Named<'a>], today: NaiveDate) -> Self {
        Self {
            about,
            audience: Audience::Force,
            marking: about.assessment.marking.clone(),
            approval: None,
            reviews: Vec::new(),
            today,
            scorecard: Scorecard::new(about.assessment),
            gaps: gaps(about.assessment),
            not_settled: not_settled(about.assessment),
            comparisons: compare(about.assessment, others),
            survey: Vec::new(),
            trend: None,
            with_open_action: &[],
        }
    }

    /// With a summary of what was published on all forces.
    #[must_use]
    pub fn with_survey(self, published: &[Named<'a>]) -> Self {
        Self { survey: by_year(&self.about.assessment.checklist, published), ..self }
    }

    /// The published assessments among those that it stands beside.
    pub fn published(&self) -> impl Iterator<Item = Named<'a>> + '_ {
        let others = self.comparisons.iter().map(|comparison| comparison.with);
        others.filter(|other| other.assessment.source.is_some())
    }

    /// All others of whom anything is told: those that it stands beside, then the rest of the summary.
    pub fn others(&self) -> impl Iterator<Item = Named<'a>> + '_ {
        let beside = || self.comparisons.iter().map(|comparison| comparison.with);
        let surveyed = self.survey.iter().flat_map(|year| &year.forces).copied();
        let new = move |named: &Named<'a>| {
            named.assessment != self.about.assessment && beside().all(|other| other.name != named.name)
        };
        beside().chain(surveyed.filter(new))
    }

    /// What a board is told first.
    pub fn board(&self) -> Board<'a> {
        Board::new(self.about.assessment, self.trend.as_ref(), self.today)
    }

    /// Whether it is on a force's own answers, and not on what was published.
    pub fn is_own(&self) -> bool {
        self.about.assessment.source.is_none()
    }

    /// Whether every question and figure is answered.
    pub fn is_whole(&self) -> bool {
        self.scorecard.is_whole()
    }

    /// Whether its file is what was approved.
    pub fn is_approved(&self) -> bool {
        let state = self.approval.as_ref().and_then(RecordedFile::state);
        matches!(state, Some(State::AsApproved(_)))
    }

    /// Whether something is being done about a question, in a report that does not tell what.
    pub fn has_open_action(&self, question: &Question) -> bool {
        self.with_open_action.contains(&question.id)
    }

    /// The marking that stands on it; on a report for the public without one, that it is not cleared.
    pub fn marking_shown(&self) -> Option<String> {
        let not_cleared = self.is_public().then(|| NOT_CLEARED.to_owned());
        self.marking.clone().or(not_cleared)
    }
}
