//! The results for one assessment.

use chrono::NaiveDate;

use crate::approval::{RecordedFile, State};
use crate::checklist::{Checklist, LevelNames, Question, QuestionId};
use crate::judge::board::Board;
use crate::judge::compare::{Comparison, Named, compare};
use crate::judge::gap::{Gap, gaps, not_settled};
use crate::judge::review::Review;
use crate::judge::score::Scorecard;
use crate::judge::survey::{Year, by_year};
use crate::judge::trend::Trend;

/// The marking of a public report if none was given for the release.
pub const NOT_CLEARED: &str = "Not cleared for release";

#[derive(Debug)]
pub struct Report<'a> {
    pub about: Named<'a>,
    /// Not public, so that only [`PublicReport`](super::PublicReport) makes a report for the public.
    pub(super) audience: Audience,
    pub marking: Option<String>,
    pub approval: Option<RecordedFile>,
    pub reviews: Vec<Review<'a>>,
    pub today: NaiveDate,
    pub scorecard: Scorecard,
    /// In the order in which to close them.
    pub gaps: Vec<Gap<'a>>,
    /// Findings that may or may not meet their targets.
    pub not_settled: Vec<Gap<'a>>,
    pub comparisons: Vec<Comparison<'a>>,
    /// What was published about all forces, year by year; empty if that was not requested.
    pub survey: Vec<Year<'a>>,
    /// The assessment and the years before it, if any were given.
    pub trend: Option<Trend<'a>>,
    /// In a public report, the questions with an open action.
    pub(super) with_open_action: &'a [QuestionId],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    /// The force and its board, who read everything that was typed.
    Force,
    /// Anyone, who reads a force's own answers and nothing typed with them.
    Public,
}

impl<'a> Report<'a> {
    /// A report for the force itself.
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

    #[must_use]
    pub fn with_survey(self, published: &[Named<'a>]) -> Self {
        Self { survey: by_year(&self.about.assessment.checklist, published), ..self }
    }

    /// The published assessments among those compared.
    pub fn published(&self) -> impl Iterator<Item = Named<'a>> + '_ {
        let others = self.comparisons.iter().map(|comparison| comparison.with);
        others.filter(|other| other.assessment.source.is_some())
    }

    /// All other assessments: those compared, then the rest of the survey.
    pub fn others(&self) -> impl Iterator<Item = Named<'a>> + '_ {
        let beside = || self.comparisons.iter().map(|comparison| comparison.with);
        let surveyed = self.survey.iter().flat_map(|year| &year.forces).copied();
        let new = move |named: &Named<'a>| {
            named.assessment != self.about.assessment && beside().all(|other| other.name != named.name)
        };
        beside().chain(surveyed.filter(new))
    }

    pub fn checklist(&self) -> &'a Checklist {
        &self.about.assessment.checklist
    }

    pub fn level_names(&self) -> &'a LevelNames {
        &self.checklist().level_names
    }

    pub fn board(&self) -> Board<'a> {
        Board::new(self.about.assessment, self.trend.as_ref(), self.today)
    }

    /// Whether it is about a force's own answers, and not published findings.
    pub fn is_own(&self) -> bool {
        self.about.assessment.source.is_none()
    }

    pub fn is_whole(&self) -> bool {
        self.scorecard.is_whole()
    }

    pub fn is_approved(&self) -> bool {
        let state = self.approval.as_ref().and_then(RecordedFile::state);
        matches!(state, Some(State::AsApproved(_)))
    }

    /// Whether a question has an open action, in a public report.
    pub fn has_open_action(&self, question: &Question) -> bool {
        self.with_open_action.contains(&question.id)
    }

    /// The marking; on a public report without one, that it is not cleared.
    pub fn marking_shown(&self) -> Option<String> {
        let not_cleared = self.is_public().then(|| NOT_CLEARED.to_owned());
        self.marking.clone().or(not_cleared)
    }
}
