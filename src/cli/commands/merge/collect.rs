//! Reads the files to merge, and collects what is in them.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use integrity_healthcheck::assessment::{Assessment, FormId};
use integrity_healthcheck::departments::form::Identity;
use integrity_healthcheck::departments::merge::actions::ActionClaim;
use integrity_healthcheck::departments::merge::{Claim, ReturnedFiles};
use integrity_healthcheck::departments::plan_sheet::Plan;
use integrity_healthcheck::text::number_of;

use crate::cli::files::disk;
use crate::cli::files::load::LoadError;
use crate::cli::files::returns::{self, Return, ReturnError};
use crate::cli::output;
use crate::cli::world::World;

#[derive(Default)]
pub struct Collected {
    pub claims: Vec<Claim>,
    pub actions: Vec<ActionClaim>,
    pub forms: Vec<FormId>,
    pub files: ReturnedFiles,
}

/// Reads all returned files. Every mistake in them is reported before anything is merged.
pub fn read_all(world: &World, ours: &Assessment, into: &Path, paths: &[PathBuf]) -> Result<Collected> {
    let files = ReturnedFiles { into: disk::name_of(into), ..ReturnedFiles::default() };
    let mut collected = Collected { files, ..Collected::default() };
    let mut wrong: Vec<String> = Vec::new();
    let mut unread = 0;
    for path in paths {
        if let Err(why) = take_in(world, ours, path, &mut collected) {
            wrong.push(match why {
                ReturnError::Workbook(mistakes) => mistakes.to_string(),
                ReturnError::Load(LoadError::Invalid(invalid)) => invalid.to_string(),
                ReturnError::Load(LoadError::Unreadable(error)) => {
                    unread += 1;
                    format!("{error:#}")
                }
            });
        }
    }
    if wrong.is_empty() {
        return Ok(collected);
    }
    wrong.iter().for_each(|wrong| output::say(wrong));
    let missed = number_of(unread, "file cannot be taken", "files cannot be taken");
    match wrong.len() - unread {
        0 => bail!("nothing was merged, since {missed}; put that right, or leave it out, and merge again"),
        number => {
            let also = if unread > 0 { format!(", and {missed}") } else { String::new() };
            let files = number_of(number, "file has mistakes", "files have mistakes");
            bail!("nothing was merged, since {files}{also}; mend them, or have them mended, and merge again")
        }
    }
}

fn take_in(
    world: &World,
    ours: &Assessment,
    path: &Path,
    collected: &mut Collected,
) -> Result<(), ReturnError> {
    let shown = disk::name_of(path);
    match returns::read(world, path)? {
        Return::Form(form) => {
            if let Some((message, help)) = form.identity.mismatch("a form of", ours) {
                return Err(not_of(path, &message, help));
            }
            collected.files.remarks.extend(form.remarks.iter().map(|remark| format!("{shown}: {remark}")));
            if !form.is_filled_in {
                let nothing = "nothing in it was filled in, so it does not count as come back; ask for the filled-in one";
                collected.files.remarks.push(format!("{shown}: {nothing}"));
                return Ok(());
            }
            let claim =
                |(question, base, answer)| Claim { question, from: shown.clone(), base: Some(base), answer };
            collected.claims.extend(form.answers.into_iter().map(claim));
            collected.forms.extend(form.identity.sent);
            collected.files.open.extend(form.open.iter().map(|open| open.place.question.clone()));
            let said = form.open.iter().filter_map(|open| open.describe(&ours.checklist));
            collected.files.notes_on_open.extend(said.map(|said| format!("{said} ({shown})")));
        }
        Return::Plan(opened) => {
            let plan = Plan::find(&opened).expect("a workbook without a plan is not returned as one");
            let claims = plan.read(ours, world.today)?;
            collected
                .actions
                .extend(claims.into_iter().map(|claim| ActionClaim { from: shown.clone(), ..claim }));
        }
        Return::Assessment(theirs) => take_in_assessment(ours, *theirs, path, &shown, collected)?,
    }
    collected.files.number += 1;
    Ok(())
}

fn take_in_assessment(
    ours: &Assessment,
    theirs: Assessment,
    path: &Path,
    shown: &str,
    collected: &mut Collected,
) -> Result<(), ReturnError> {
    if let Some(source) = &theirs.source {
        let message = format!("it is what {} published, not the force's own answers", source.publisher);
        return Err(not_of(path, &message, "compare the two with `healthcheck compare`"));
    }
    if let Some(reviews) = &theirs.reviews {
        let message =
            format!("it is a review of {}, whose levels never take the place of the force's", reviews.file);
        return Err(not_of(
            path,
            &message,
            "show it beside them with `healthcheck report FILE --review REVIEW`",
        ));
    }
    let identity = Identity {
        force: Some(theirs.force),
        date: Some(theirs.date),
        checklist: theirs.checklist.id.clone(),
        edition: theirs.checklist.edition.clone(),
        sent: None,
    };
    if let Some((message, help)) = identity.mismatch("an assessment of", ours) {
        return Err(not_of(path, &message, help));
    }
    let claim = |(question, answer)| Claim { question, from: shown.to_owned(), base: None, answer };
    collected.claims.extend(theirs.answers.into_iter().map(claim));
    let claim = |action| ActionClaim { from: shown.to_owned(), id: None, action, base: None };
    collected.actions.extend(theirs.actions.into_iter().map(claim));
    Ok(())
}

fn not_of(path: &Path, message: &str, help: &str) -> ReturnError {
    ReturnError::Load(LoadError::Unreadable(anyhow!("{}: {message}; {help}", path.display())))
}
