//! `healthcheck approve --verify`: whether a file, and what its approval rests on, is unchanged.

use std::path::Path;

use anyhow::{Context, Result};
use integrity_healthcheck::Parsed;
use integrity_healthcheck::approval::{Approval, Digest, State};
use integrity_healthcheck::assessment::Header;
use integrity_healthcheck::report::approval_document;
use integrity_healthcheck::text::source::Source;

use crate::cli::files::{approvals, disk, load};
use crate::cli::output;
use crate::cli::world::{Outcome, World};

/// Does not require a valid file: a changed byte may make it anything.
pub fn verify(world: &World, file: &Path) -> Result<Outcome> {
    approvals::refuse_built_in(world, file)?;
    let Some(held) = approvals::record_of_file(world, file, approvals::digest_of(file)?)? else {
        let record = approvals::path_of(file);
        output::print(format!("{}: not approved; there is no {}\n", file.display(), disk::name_of(&record)))?;
        return Ok(Outcome::GateNotMet);
    };
    output::print_document(&approval_document(&held))?;
    let mut outcome = Outcome::GateNotMet;
    if let Some(State::AsApproved(approval)) = held.state() {
        outcome = Outcome::Done;
        for changed in changed_since(world, file, approval).context("what it rests on cannot be checked")? {
            outcome = Outcome::GateNotMet;
            output::print(format!("\n{changed}\n"))?;
        }
    }
    Ok(outcome)
}

/// What the approval rests on that has changed or cannot be checked.
fn changed_since(world: &World, file: &Path, approval: &Approval) -> Result<Vec<String>> {
    let mut changed = Vec::new();
    for review in &approval.reviews {
        let path = disk::behind_links(file).with_file_name(&review.name);
        match std::fs::read(&path) {
            Ok(bytes) if Digest::compute(&bytes) == review.sha256 => {}
            Ok(_) => changed.push(format!("{} is not what it was when the file was approved.", review.name)),
            Err(error) => {
                changed.push(format!("{} cannot be checked: {}.", review.name, disk::cause(&error)))
            }
        }
    }
    let source: Source = load::source(world, file)?;
    let header = Header::read(&Parsed::new(&source), world.today)?;
    let text = load::checklist_text(world, file, &header.checklist, &header.edition)?;
    if Digest::compute(text) != approval.checklist.sha256 {
        changed.push(format!(
            "The checklist ({}) is not what it was when the file was approved.",
            approval.checklist.name
        ));
    }
    Ok(changed)
}
