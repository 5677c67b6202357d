//! Whether a returned file belongs to an assessment.

use super::mistakes::shown;
use crate::assessment::Assessment;
use crate::departments::form::Identity;
use crate::text::long_date;

/// Why a return does not belong to an assessment, and what to do about it.
pub type Mismatch = (String, &'static str);

/// What was returned, in a message: "a form of", "an assessment of" or "a report on".
pub type Kind = &'static str;

impl Identity {
    /// `None` if it does belong to `assessment`.
    pub fn mismatch(&self, kind: Kind, assessment: &Assessment) -> Option<Mismatch> {
        match &self.force {
            None => {
                let help = "write the force on its first sheet, beside \"Force\"";
                return Some(("it is a blank form, and does not say which force it is of".to_owned(), help));
            }
            Some(force) if !assessment.is_for_force(force) => {
                return Some(another_force(kind, &shown(force), assessment));
            }
            Some(_) => {}
        }
        if self.checklist != assessment.checklist.id {
            let message = format!(
                "it is of the checklist `{}`, not `{}`",
                shown(&self.checklist),
                assessment.checklist.id
            );
            return Some((message, "merge it into a healthcheck of that checklist"));
        }
        if self.edition != assessment.checklist.edition {
            let message = format!(
                "it is of edition {}, and this healthcheck is of edition {}, whose questions may mean something else",
                shown(&self.edition),
                assessment.checklist.edition
            );
            return Some((message, "send a fresh form, and copy the answers into it"));
        }
        let date = self.date.filter(|date| *date != assessment.date)?;
        Some(another_date(kind, &long_date(date), assessment))
    }
}

pub(in crate::departments) fn another_force(kind: Kind, theirs: &str, assessment: &Assessment) -> Mismatch {
    let message = format!("it is {kind} {theirs}, and this is the healthcheck of {}", assessment.force);
    (message, "merge it into the other force's file")
}

pub(in crate::departments) fn another_date(kind: Kind, theirs: &str, assessment: &Assessment) -> Mismatch {
    let ours = long_date(assessment.date);
    let message = format!("it is {kind} the healthcheck of {theirs}, and this one is of {ours}");
    (message, "merge it into the file of that healthcheck")
}
