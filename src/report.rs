//! What a report says, decided once.
//!
//! A [`Report`] holds every result as a value. Its chapters turn them into a [`Document`], which each format of
//! [`document`](crate::document) draws; [`publish`](crate::publish) publishes the results themselves. Sheets to filter and
//! fill in are a value of their own, which [`sheets`] makes and [`workbook`](crate::workbook) draws.

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

mod answers;
mod approval;
mod chapters;
mod comparison;
mod explanation;
mod figures;
mod gap_list;
mod glossary;
mod headline;
mod merging;
mod method;
mod narrative;
mod plan;
mod public;
pub mod region;
mod review;
pub mod sheets;
mod show;
mod since;
mod status;
mod summary;
mod survey;
mod then_and_now;
mod trend;
pub(crate) mod words;

pub use approval::{document as approval_document, state_in_words as approval_in_words};
pub use explanation::{Topic, explain};
pub use headline::key_figures as figures_in_words;
pub use merging::{
    Arrived, conflict_in_words, keep_in_words, merging, plan_conflict_in_words, sides_in_words,
};
pub use plan::{plan, point as point_in_words, stopped as stopped_in_words};
pub use public::{Cleared, PublicReport, for_the_public};
pub use review::{
    agreement as agreement_in_words, drawn as drawn_in_words, reply as reply_in_words,
    to_look_at as to_look_at_in_words,
};
pub use show::{help_facts, list, show_assessment, show_checklist};
pub use status::status;
pub use summary::short as action_in_words;
pub use trend::document as trend_document;
pub use words::{
    asked as asked_in_words, change as change_in_words, coverage as coverage_in_words, due as due_in_words,
    edition_change as edition_change_in_words, essential as essential_mark, how_levels_are_read,
    how_many as how_many_in_words, open as open_in_words, period as period_in_words, terms as terms_in_words,
    value as value_in_words,
};

use crate::document::{Block, Document, Signing};
use crate::text::long_date;

/// Everything that a report draws upon.
#[derive(Debug)]
pub struct Report<'a> {
    /// The assessment that is reported on.
    pub about: Named<'a>,
    /// Who reads it. Private, so that a report for the public is made of nothing but what is [`Cleared`].
    audience: Audience,
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
    acted_upon: &'a [QuestionId],
}

/// Who reads a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
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
            scorecard: Scorecard::of(about.assessment),
            gaps: gaps(about.assessment),
            not_settled: not_settled(about.assessment),
            comparisons: compare(about.assessment, others),
            survey: Vec::new(),
            trend: None,
            acted_upon: &[],
        }
    }

    /// With a summary of what was published on all forces.
    #[must_use]
    pub fn surveying(self, published: &[Named<'a>]) -> Self {
        Self { survey: by_year(&self.about.assessment.checklist, published), ..self }
    }

    /// The published assessments among those that it stands beside.
    pub(crate) fn published(&self) -> impl Iterator<Item = Named<'a>> + '_ {
        let others = self.comparisons.iter().map(|comparison| comparison.with);
        others.filter(|other| other.assessment.source.is_some())
    }

    /// All others of whom anything is told: those that it stands beside, then the rest of the summary.
    pub(crate) fn others(&self) -> impl Iterator<Item = Named<'a>> + '_ {
        let beside = || self.comparisons.iter().map(|comparison| comparison.with);
        let surveyed = self.survey.iter().flat_map(|year| &year.forces).copied();
        let new = move |named: &Named<'a>| {
            named.assessment != self.about.assessment && beside().all(|other| other.name != named.name)
        };
        beside().chain(surveyed.filter(new))
    }

    /// The gap report.
    pub fn document(&self) -> Document {
        Document {
            signatures: self.signatures(words::DECLARED),
            ..self.titled("gap report", chapters::gap_report(self))
        }
    }

    /// Page one alone.
    pub fn summary(&self) -> Document {
        self.titled("summary", chapters::summary(self))
    }

    /// Page one and the gaps, for a screen.
    pub fn in_short(&self) -> Document {
        self.titled("gap report", chapters::in_short(self))
    }

    /// What a board is told first.
    pub fn board(&self) -> Board<'a> {
        Board::of(self.about.assessment, self.trend.as_ref(), self.today)
    }

    /// Whether it is on a force's own answers, and not on what was published.
    pub(crate) fn is_own(&self) -> bool {
        self.about.assessment.source.is_none()
    }

    /// Whether every question and figure is answered.
    pub(crate) fn is_whole(&self) -> bool {
        words::open(&self.scorecard.coverage, &self.scorecard.figures).is_none()
    }

    /// Whether its file is what was approved.
    pub(crate) fn is_approved(&self) -> bool {
        let state = self.approval.as_ref().and_then(RecordedFile::state);
        matches!(state, Some(State::AsApproved(_)))
    }

    /// Whether something is being done about a question, in a report that does not tell what.
    pub(crate) fn is_acted_upon(&self, question: &Question) -> bool {
        self.acted_upon.contains(&question.id)
    }

    /// The findings in whole paragraphs, to be laid beside the report that HMIC published.
    pub fn narrative(&self) -> Document {
        let title = format!("Findings for {}", self.about.assessment.force);
        Document {
            title,
            signatures: self.signatures(words::DECLARED_FINDINGS),
            ..self.titled("findings", chapters::narrative(self))
        }
    }

    /// The scores on one screen.
    pub fn score_screen(&self) -> Document {
        let chapters = [headline::headline(self), headline::sections_table(self)];
        self.titled("scores", chapters.concat())
    }

    /// The comparison alone.
    pub fn comparison_screen(&self) -> Document {
        let chapters = [
            headline::about(self),
            then_and_now::chapter(self),
            survey::chapter(self),
            comparison::in_sum(self),
            comparison::question_by_question(self),
            comparison::counts(self),
        ];
        self.titled("comparison", chapters.concat())
    }

    /// A force signs its own report; nobody signs what HMIC published, nor what anybody may read.
    fn signatures(&self, declared: [&str; 2]) -> Option<Signing> {
        let declared = declared.map(str::to_owned).to_vec();
        let signing = || Signing { declared, table: words::signatures() };
        (self.is_own() && !self.is_public()).then(signing)
    }

    /// The marking that stands on it; on a report for the public without one, that it is not cleared.
    pub(crate) fn marking_shown(&self) -> Option<String> {
        let not_cleared = self.is_public().then(|| public::NOT_CLEARED.to_owned());
        self.marking.clone().or(not_cleared)
    }

    fn titled(&self, what: &str, blocks: Vec<Block>) -> Document {
        let force = &self.about.assessment.force;
        Document {
            title: format!("Integrity healthcheck: {what}, {force}"),
            context: format!("{force}, {}", long_date(self.today)),
            marking: on_every_page(self.marking_shown(), self.approval.as_ref()),
            blocks,
            signatures: None,
        }
    }
}

/// What stands at head and foot of every page, a line each: the marking, and what binds the paper to an approved file.
fn on_every_page(marking: Option<String>, approval: Option<&RecordedFile>) -> Option<String> {
    let lines: Vec<String> = marking.into_iter().chain(approval.and_then(approval::stamp)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
