//! Reviews of an assessment, with the force's replies.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use integrity_healthcheck::approval::Digest;
use integrity_healthcheck::assessment::{Replies, Reviews};
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::judge::review::Review;
use integrity_healthcheck::text::source::Source;

use crate::cli::files::disk;
use crate::cli::files::load::{self, LoadError, Loaded};
use crate::cli::output;
use crate::cli::world::World;

pub const ENDING: &str = ".reply.toml";

pub struct LoadedReview {
    pub loaded: Loaded,
    pub reviews: Reviews,
    pub replies: Option<Replies>,
}

/// The replies to a review: `audit.reply.toml` for `audit.toml`.
pub fn path_of_reply(review: &Path) -> PathBuf {
    disk::companion(&disk::behind_links(review), ENDING)
}

pub fn read_all(world: &World, of: &Loaded, reviews: &[PathBuf]) -> Result<Vec<LoadedReview>> {
    reviews.iter().map(|review| read(world, of, review)).collect()
}

/// Fails if the review is not of this force and edition.
pub fn read(world: &World, of: &Loaded, review: &Path) -> Result<LoadedReview> {
    let loaded = load::assessment(world, review)?;
    let shown = review.display();
    let Some(reviews) = loaded.assessment.reviews.clone() else {
        bail!(
            "{shown} is not a review; `healthcheck review {} NEW` starts one",
            output::in_command(Path::new(&of.name))
        );
    };
    let (ours, theirs) = (&of.assessment, &loaded.assessment);
    if !theirs.same_force(ours) {
        bail!("{shown} is a review of {}, and {} is of {}", theirs.force, of.name, ours.force);
    }
    if (&theirs.checklist.id, &theirs.checklist.edition) != (&ours.checklist.id, &ours.checklist.edition) {
        bail!("{shown} does not answer the edition of the checklist that {} answers", of.name);
    }
    let replies = read_replies(world, review, &ours.checklist)?.map(|(_, replies)| replies);
    Ok(LoadedReview { loaded, reviews, replies })
}

pub fn read_replies(
    world: &World,
    review: &Path,
    checklist: &Checklist,
) -> Result<Option<(Source, Replies)>> {
    let Some(source) = load::read_if_there(&path_of_reply(review))? else { return Ok(None) };
    let read = |today| Replies::parse(&source, checklist, today).map_err(LoadError::Invalid);
    let replies = load::allowing_future(world, read, |_| {})?;
    Ok(Some((source, replies)))
}

impl LoadedReview {
    /// Compares the review with what it reviews.
    pub fn beside<'a>(&'a self, of: &'a Loaded) -> Review<'a> {
        let now: Option<Digest> = self.loaded.digest;
        let changed_since_reply = self.replies.as_ref().is_some_and(|replies| Some(replies.sha256) != now);
        let same_file = of.digest == Some(self.reviews.sha256);
        Review::new(
            &of.assessment,
            self.loaded.named(),
            self.replies.as_ref(),
            same_file,
            changed_since_reply,
        )
    }
}
