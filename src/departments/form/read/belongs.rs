//! Whether a form that came back belongs to an assessment.

use super::mistakes::shown;
use crate::assessment::Assessment;
use crate::departments::form::Identity;
use crate::text::long_date;

impl Identity {
    /// Why a form of this identity is none of an assessment's: the sentence and what to do.
    pub fn is_not_of(&self, assessment: &Assessment) -> Option<(String, &'static str)> {
        match &self.force {
            None => {
                let help = "write the force on its first sheet, beside \"Force\"";
                return Some(("it is a blank form, and does not say which force it is of".to_owned(), help));
            }
            Some(force) if !assessment.is_for_force(force) => {
                let message = format!(
                    "it is a form of {}, and this is the healthcheck of {}",
                    shown(force),
                    assessment.force
                );
                return Some((message, "merge it into the other force's file"));
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
        let (theirs, ours) = (long_date(date), long_date(assessment.date));
        let message = format!("it is a form of the healthcheck of {theirs}, and this one is of {ours}");
        Some((message, "merge it into the file of that healthcheck"))
    }
}
