//! What the public may read: the answers of a force, and nothing that anybody typed beside them.
//!
//! It is taken out of an assessment before a report is made of it, so that no format can let it through: a
//! [`PublicReport`] is made of what is [`Cleared`], and [`for_the_public`] alone clears.

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

/// What a file is called whose name is nobody else's business.
const UNNAMED: &str = "FILE";

/// An assessment of which nothing is left that the public may not read.
///
/// [`for_the_public`] alone makes one. Neither can it be made of an assessment by hand:
///
/// ```compile_fail,E0451
/// # use integrity_healthcheck::{assessment::Assessment, results::Cleared};
/// fn let_through(assessment: Assessment) -> Cleared {
///     Cleared { name: "essex.toml".to_owned(), assessment }
/// }
/// ```
///
/// nor can anything be put into one that is made:
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
    /// The questions about which something is being done; what it is, and who does it, is left out.
    with_open_action: Vec<QuestionId>,
}

impl Cleared {
    /// The assessment, under the name that anybody may read.
    pub fn named(&self) -> Named<'_> {
        Named { name: &self.name, assessment: &self.assessment }
    }
}

/// Leaves out of an assessment its notes, reasons, evidence, assessor, people's names and dates of answers. What was
/// published is public, and stays whole. `known_as` is the name by which anybody can ask for it, of what is built in;
/// that of a file is left out.
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

/// An assessment with each answer as far as anybody may read it. What was answered before is the record of the force, and
/// its actions and forms name people: none of it is for the public.
fn with_answers(
    assessment: &Assessment,
    assessor: String,
    readable: impl Fn(&Answer) -> Answer,
) -> Assessment {
    // Each field is named, so that a new one is either let through here or not.
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

/// Leaves out of a record who approved, in which role and words, who opened the file again, and every reason: what stays
/// is when, and what the file was.
fn record_for_the_public(held: &RecordedFile) -> RecordedFile {
    let attached = |attached: &Attached| Attached { name: attached.name.clone(), sha256: attached.sha256 };
    // Each field is named, so that a new one is either let through here or not.
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

/// A report for the public. It is drawn like any other, and made of nothing but what is [`Cleared`].
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
/// An assessment as it was read does not do, be it the one that is reported on, one beside it or an earlier year:
///
/// ```compile_fail,E0308
/// # use integrity_healthcheck::{assessment::Assessment, results::PublicReport};
/// fn let_through(assessment: &Assessment, today: chrono::NaiveDate) {
///     let _ = PublicReport::new(assessment, &[], &[], &[], today, None);
/// }
/// ```
///
/// Nor can anything be put into a report that is made:
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
    /// Works out what a report for the public says of an assessment beside others, with a summary of what was published,
    /// and over the years where any are given. A program does not lower a marking: the one that is given stands on it, or none and that it is not
    /// cleared for release.
    ///
    /// # Errors
    ///
    /// When the years are not those of one force, or did not answer editions of one checklist.
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

    /// With the years whose files are no longer what was approved.
    #[must_use]
    pub fn changed(mut self, years: Vec<ChangedYear>) -> Self {
        if let Some(trend) = &mut self.0.trend {
            trend.changed = years;
        }
        self
    }

    /// With the record of approvals of its file, as far as anybody may read it.
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
    /// Whether anybody may read it.
    pub fn is_public(&self) -> bool {
        self.audience == Audience::Public
    }

    /// Whether anything may be said of evidence: to the public nothing is, not even that there is none.
    pub fn shows_evidence(&self) -> bool {
        !self.is_public()
    }

    /// Whether anything was left out: what was published is shown whole to everybody.
    pub fn is_redacted(&self) -> bool {
        self.is_public() && self.about.assessment.source.is_none()
    }
}
