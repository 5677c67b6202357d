use std::path::PathBuf;

use anyhow::{Result, anyhow, bail};
use clap::Args;
use integrity_healthcheck::assessment::{EditError, Replies, Reply, Stance};
use integrity_healthcheck::checklist::{Checklist, Question};
use integrity_healthcheck::judge::review::{Agreement, Review, ReviewedQuestion};
use integrity_healthcheck::words;

use crate::cli::files::lock::Lock;
use crate::cli::files::{approvals, disk, load, reviews};
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output, value_parsers};

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  healthcheck reply kent.toml audit.toml                            what the reviewer says, and what is replied
  healthcheck reply kent.toml audit.toml gifts-policy=accepted
  healthcheck reply kent.toml audit.toml gifts-policy=disputed --reason \"It is dated on page 9.\"

The replies are kept in audit.reply.toml beside the review. A reply changes no answer: to take over the \
reviewer's level, answer the question again.")]
pub struct Arguments {
    /// The force's assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// The review
    #[arg(add = complete::healthchecks())]
    pub review: PathBuf,
    /// A question's id, and accepted or disputed (which needs a --reason); without any, all are listed
    #[arg(value_name = "QUESTION=REPLY")]
    pub replies: Vec<String>,
    /// Why; it applies to each of the replies
    #[arg(long, value_name = "TEXT", requires = "replies", value_parser = value_parsers::text)]
    pub reason: Option<String>,
    /// Who replies
    #[arg(long, value_name = "NAME", requires = "replies", value_parser = value_parsers::text)]
    pub by: Option<String>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let of = load::assessment(world, &arguments.file)?;
    if arguments.replies.is_empty() {
        let held = reviews::read(world, &of, &arguments.review)?;
        output::print(listed(&held.beside(&of)))?;
        return Ok(Outcome::Done);
    }
    // An approval covers the reviews and the replies, so neither may change after it.
    approvals::refuse_change(world, &arguments.file, &load::source(world, &arguments.file)?)?;
    let path = reviews::path_of_reply(&arguments.review);
    let _lock = Lock::take(&path)?;
    let held = reviews::read(world, &of, &arguments.review)?;
    let beside = held.beside(&of);
    if beside.changed_since_reply {
        output::say(
            "The review has changed since the force last replied: look again at the earlier replies.",
        );
    }
    let checklist = &of.assessment.checklist;
    let new = arguments
        .replies
        .iter()
        .map(|typed| assignment(world, arguments, checklist, &beside, typed))
        .collect::<Result<Vec<_>>>()?;
    save(world, arguments, &path, checklist, &new)?;
    let saved: Vec<String> =
        new.iter().map(|(question, reply)| format!("{}={}", question.id, reply.stance.word())).collect();
    output::say(&format!("Saved in {}: {}", shown(&arguments.review).display(), saved.join(", ")));
    Ok(Outcome::Done)
}

/// The path of the replies as the user would write it.
fn shown(review: &std::path::Path) -> PathBuf {
    review.with_file_name(disk::name_of(&reviews::path_of_reply(review)))
}

fn assignment<'a>(
    world: &World,
    arguments: &Arguments,
    checklist: &'a Checklist,
    review: &Review<'_>,
    typed: &str,
) -> Result<(&'a Question, Reply)> {
    let Some((id, word)) = typed.split_once('=') else {
        bail!("`{}` is not QUESTION=REPLY; write, for example, gifts-policy=accepted", typed.escape_debug());
    };
    let question = load::question(checklist, id)?;
    let stance = Stance::from_word(word)
        .ok_or_else(|| anyhow!("{id}: `{}` is no reply; write accepted or disputed", word.escape_debug()))?;
    if stance == Stance::Disputed && arguments.reason.is_none() {
        bail!("{id}: a dispute needs a reason; give it with --reason");
    }
    if review.on(question).is_none() {
        bail!("{id}: the reviewer says nothing of it, so there is nothing to reply to");
    }
    let reply = Reply { stance, reason: arguments.reason.clone(), by: arguments.by.clone(), on: world.today };
    Ok((question, reply))
}

fn save(
    world: &World,
    arguments: &Arguments,
    path: &std::path::Path,
    checklist: &Checklist,
    new: &[(&Question, Reply)],
) -> Result<()> {
    let before = reviews::read_replies(world, &arguments.review, checklist)?;
    let (source, replies) = before.unzip();
    let named = Replies {
        review: disk::name_of(&arguments.review),
        sha256: approvals::digest_of(&arguments.review)?,
        replies: replies.map(|replies| replies.replies).unwrap_or_default(),
    };
    let name = path.display().to_string();
    let (written, _) =
        named.set(source.as_ref(), &name, checklist, new, world.today).map_err(|error| match error {
            EditError::Invalid(invalid) => anyhow!("{}; nothing was saved", invalid.summary()),
            other => anyhow!("{other}"),
        })?;
    match source {
        None => disk::create(path, written.text().as_bytes(), std::slice::from_ref(&arguments.review)),
        Some(before) => disk::save(path, written.text().as_bytes(), before.text().as_bytes()),
    }
}

/// The differences with the reviewer, each with its reply.
fn listed(review: &Review<'_>) -> String {
    let differing = review.questions.iter().filter(|reviewed| reviewed.agreement != Agreement::Agreed);
    let lines: Vec<String> = differing.map(line).collect();
    if lines.is_empty() {
        "The reviewer agrees with every answer that was looked at.\n".to_owned()
    } else {
        lines.concat()
    }
}

fn line(reviewed: &ReviewedQuestion<'_>) -> String {
    let names = reviewed.question.level_names();
    let reason = reviewed.reason.map(|reason| format!("\n  Reason: {reason}")).unwrap_or_default();
    let reply = reviewed.reply.map_or("none so far".to_owned(), words::reply);
    format!(
        "{}: {}\n  Force: {}; reviewer: {}{reason}\n  Reply: {reply}\n",
        reviewed.question.id,
        words::agreement(reviewed.agreement).to_lowercase(),
        reviewed.ours.title(names),
        reviewed.theirs.title(names),
    )
}
