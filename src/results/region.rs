//! The results for many forces.

use chrono::NaiveDate;

use super::public::Cleared;
use super::report::NOT_CLEARED;
use crate::judge::compare::Named;
use crate::judge::region::{Region, RegionError};
use crate::text::number_of;

#[derive(Debug)]
pub struct RegionReport<'a> {
    pub region: Region<'a>,
    pub title: String,
    pub marking: Option<String>,
    pub today: NaiveDate,
}

impl<'a> RegionReport<'a> {
    /// Without a title, the title says how many forces there are.
    ///
    /// # Errors
    ///
    /// As [`Region::new`].
    pub fn new(
        assessments: &[Named<'a>],
        title: Option<String>,
        marking: Option<String>,
        today: NaiveDate,
    ) -> Result<Self, RegionError> {
        let region = Region::new(assessments)?;
        let title = title.unwrap_or_else(|| {
            let forces = number_of(region.forces.len(), "force", "forces");
            format!("{}: {forces} side by side", region.checklist.healthcheck)
        });
        Ok(Self { region, title, marking, today })
    }

    /// A report for the public, from cleared assessments only. Without a marking it is marked as not cleared for release.
    ///
    /// # Errors
    ///
    /// As [`Region::new`].
    pub fn for_the_public(
        assessments: &'a [Cleared],
        title: Option<String>,
        marking: Option<String>,
        today: NaiveDate,
    ) -> Result<Self, RegionError> {
        let named: Vec<Named<'a>> = assessments.iter().map(Cleared::named).collect();
        Self::new(&named, title, marking.or_else(|| Some(NOT_CLEARED.to_owned())), today)
    }
}
