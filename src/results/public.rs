//! What the public may read: the answers of a force, and nothing typed with them.
//!
//! The rest is taken out before a report is made, so that no format can let it through: a [`PublicReport`] is made only of
//! what is [`Cleared`], and only [`for_the_public`] clears.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::approval::{Approval, Attached, Entry, Record, RecordedFile, Reopening};
use crate::assessment::{Answer, Assessment};
use crate::checklist::QuestionId;
use crate::judge::compare::Named;
use crate::judge::trend::{ChangedYear, Trend, TrendError};

use super::report::{Audience, Report};

/// Stands for the name of a file, which is not public.
const UNNAMED: &str = "FILE";

/// An assessment with only what the public may read.
///
/// Only [`for_the_public`] makes one. It cannot be built by hand:
///
/// ```compile_fail,E0451
/// # use integrity_healthcheck::{assessment::Assessment, results::Cleared};
/// fn let_through(assessment: Assessment) -> Cleared {
///     Cleared { name: "essex.toml".to_owned(), assessment }
/// }
/// ```
///
/// and nothing can be put into it:
///
/// ```compile_fail,E0616
/// # use integrity_healthcheck::results::Cleared;
/// fn let_through(mut cleared: Cleared) {
///     cleared.assessment.assessor = "A. Assessor".to_owned();
/// }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Cleared {
    name: String,
    assessment: Assessment,
    /// The questions with an open action. What it is, and who does it, is left out.
    with_open_action: Vec<QuestionId>,
}

impl Cleared {
    /// The assessment with a name that the public may read.
    pub fn named(&self) -> Named<'_> {
        Named { name: &self.name, assessment: &self.assessment }
    }
}

/// Leaves out notes, reasons, evidence, the assessor, people's names and the dates of answers. Published findings are
/// public, and stay whole. `known_as` is the built-in name; the name of a file is left out.
pub fn for_the_public(assessment: &Assessment, known_as: Option<&str>) -> Cleared {
    let name = known_as.unwrap_or(UNNAMED).to_owned();
    if assessment.source.is_some() {
        let published = |answer: &Answer| Answer { by: None, on: None, ..answer.clone() };
        let assessment = with_answers(assessment, assessment.assessor.clone(), published);
        return Cleared { name, assessment, with_open_action: Vec::new() };
    }
    let value_alone =
        |answer: &Answer| Answer { from: answer.from, to: answer.to, ..Answer::new(answer.value) };
    let open = assessment.actions.iter().filter(|action| action.is_open());
    let with_open_action = open.map(|action| action.question.clone()).collect();
    Cleared { name, assessment: with_answers(assessment, String::new(), value_alone), with_open_action }
}

/// Earlier answers, actions and forms are left out: they are the force's own record, and name people.
fn with_answers(
    assessment: &Assessment,
    assessor: String,
    readable: impl Fn(&Answer) -> Answer,
) -> Assessment {
    // Every field is named, so that for a new one somebody must decide.
    Assessment {
        force: assessment.force.clone(),
        date: assessment.date,
        assessor,
        marking: None,
        follows: None,
        reviews: None,
        source: assessment.source.clone(),
        checklist: Arc::clone(&assessment.checklist),
        answers: assessment.answers.iter().map(|(id, answer)| (id.clone(), readable(answer))).collect(),
        carried: BTreeMap::new(),
        actions: Vec::new(),
        last_action: 0,
        sent: Vec::new(),
    }
}

/// Leaves out names, roles, statements and reasons. Dates and SHA-256 values stay.
fn record_for_the_public(held: &RecordedFile) -> RecordedFile {
    let attached = |attached: &Attached| Attached { name: attached.name.clone(), sha256: attached.sha256 };
    // Every field is named, as above.
    let entry = |entry: &Entry| match entry {
        Entry::Approved(approval) => Entry::Approved(Box::new(Approval {
            name: String::new(),
            role: String::new(),
            on: approval.on,
            statement: String::new(),
            open: approval.open.as_ref().map(|_| String::new()),
            left_open: approval.left_open.iter().map(|_| String::new()).collect(),
            sha256: approval.sha256,
            checklist: attached(&approval.checklist),
            reviews: Vec::new(),
            program: approval.program.clone(),
        })),
        Entry::Reopened(reopening) => Entry::Reopened(Reopening {
            reason: String::new(),
            by: None,
            on: reopening.on,
            sha256: reopening.sha256,
            program: reopening.program.clone(),
        }),
    };
    let entries = held.record.entries.iter().map(entry).collect();
    RecordedFile { record: Record { file: UNNAMED.to_owned(), entries }, now: held.now }
}

/// A report for the public, made only of what is [`Cleared`] and drawn like any other.
///
/// ```
/// # use integrity_healthcheck::{assessment::Assessment, judge::trend::TrendError};
/// use integrity_healthcheck::results::{PublicReport, for_the_public};
///
/// fn public(assessment: &Assessment, today: chrono::NaiveDate) -> Result<String, TrendError> {
///     let cleared = for_the_public(assessment, None);
///     let report = PublicReport::new(&cleared, &[], &[], &[], today, Some("OFFICIAL".to_owned()))?;
///     Ok(report.about.assessment.force.clone())
/// }
/// ```
///
/// An assessment that is not cleared does not compile, whether it is the subject, a comparison or an earlier year:
///
/// ```compile_fail,E0308
/// # use integrity_healthcheck::{assessment::Assessment, results::PublicReport};
/// fn let_through(assessment: &Assessment, today: chrono::NaiveDate) {
///     let _ = PublicReport::new(assessment, &[], &[], &[], today, None);
/// }
/// ```
///
/// Nor can anything be put into the report:
///
/// ```compile_fail,E0594
/// # use integrity_healthcheck::{judge::trend::Trend, results::PublicReport};
/// fn let_through<'a>(mut report: PublicReport<'a>, years: Trend<'a>) {
///     report.trend = Some(years);
/// }
/// ```
#[derive(Debug)]
pub struct PublicReport<'a>(Report<'a>);

impl<'a> PublicReport<'a> {
    /// The report has the marking given, or says that it is not cleared for release: a program does not lower a marking.
    ///
    /// # Errors
    ///
    /// As [`Trend::new`].
    pub fn new(
        about: &'a Cleared,
        others: &'a [Cleared],
        published: &'a [Cleared],
        years: &'a [Cleared],
        today: NaiveDate,
        marking: Option<String>,
    ) -> Result<Self, TrendError> {
        let named = |cleared: &'a [Cleared]| cleared.iter().map(Cleared::named).collect::<Vec<_>>();
        let trend = if years.is_empty() { None } else { Some(Trend::new(&named(years))?) };
        let report = Report::new(about.named(), &named(others), today).with_survey(&named(published));
        Ok(Self(Report {
            audience: Audience::Public,
            marking,
            trend,
            with_open_action: &about.with_open_action,
            ..report
        }))
    }

    #[must_use]
    pub fn changed(mut self, years: Vec<ChangedYear>) -> Self {
        if let Some(trend) = &mut self.0.trend {
            trend.changed = years;
        }
        self
    }

    /// Adds the approval record, as far as the public may read it.
    #[must_use]
    pub fn approved(self, held: Option<&RecordedFile>) -> Self {
        Self(Report { approval: held.map(record_for_the_public), ..self.0 })
    }
}

impl<'a> Deref for PublicReport<'a> {
    type Target = Report<'a>;

    fn deref(&self) -> &Report<'a> {
        &self.0
    }
}

impl Report<'_> {
    pub fn is_public(&self) -> bool {
        self.audience == Audience::Public
    }

    /// Whether evidence may be mentioned. The public is not even told that there is none.
    pub fn shows_evidence(&self) -> bool {
        !self.is_public()
    }

    /// Whether anything was left out: published findings are shown whole to everyone.
    pub fn is_redacted(&self) -> bool {
        self.is_public() && self.about.assessment.source.is_none()
    }
}
