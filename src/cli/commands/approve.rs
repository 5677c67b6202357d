use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::Parsed;
use integrity_healthcheck::approval::{Approval, Attached, Digest, Entry, RecordedFile, State};
use integrity_healthcheck::assessment::{Assessment, Header};
use integrity_healthcheck::judge::gate::Gate;
use integrity_healthcheck::text::number_of;
use integrity_healthcheck::words;

use crate::cli::files::approvals::{self, PROGRAM};
use crate::cli::files::load::{self, Loaded};
use crate::cli::files::lock::Lock;
use crate::cli::files::{disk, reviews};
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output, value_parsers};

mod verify;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  healthcheck approve kent.toml --name \"J. Smith\" --role \"Deputy Chief Constable\"
  healthcheck approve kent.toml --verify

The record is kept in kent.approved.toml beside the file. From then on nothing changes the file until \
`healthcheck reopen`, and every report made from it carries its code on every page.")]
pub struct Arguments {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// Who approves it
    #[arg(long, value_name = "NAME", required_unless_present = "verify", value_parser = value_parsers::text)]
    pub name: Option<String>,
    /// Their rank or role
    #[arg(long, value_name = "ROLE", required_unless_present = "verify", value_parser = value_parsers::text)]
    pub role: Option<String>,
    /// What they put their name to [default: that they have read it and approve it as the force's own assessment]
    #[arg(long, value_name = "TEXT", value_parser = value_parsers::text)]
    pub statement: Option<String>,
    /// Approve it though something is open; the paper says so, and why
    #[arg(long, value_name = "REASON", value_parser = value_parsers::text)]
    pub with_open: Option<String>,
    /// A review that lies before the approver; may be repeated
    #[arg(long, value_name = "REVIEW", num_args = 1..)]
    pub review: Vec<PathBuf>,
    /// Say whether the file is as it was approved, and show the record; exit with 1 if it is not
    #[arg(long, conflicts_with_all = ["name", "role", "statement", "with_open", "review"])]
    pub verify: bool,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    if arguments.verify { verify::verify(world, &arguments.file) } else { approve(world, arguments) }
}

fn approve(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let file = &arguments.file;
    approvals::refuse_built_in(world, file)?;
    let _lock = Lock::take(file)?;
    let source = load::source(world, file)?;
    let parsed = Parsed::new(&source);
    let assessment = load::read_assessment(world, file, &parsed)?;
    refuse_published(file, &assessment)?;
    let required = |given: &Option<String>| given.clone().expect("clap requires it without --verify");
    let (name, role) = (required(&arguments.name), required(&arguments.role));
    let now = Digest::compute(source.text());
    refuse_twice(approvals::record_of_file(world, file, now)?.as_ref(), file, &name, &role)?;
    let loaded = Loaded {
        name: output::shown(file),
        assessment: assessment.clone(),
        file: Some(file.clone()),
        digest: Some(now),
    };
    let open = open_points(world, arguments, &loaded)?;
    let Some(open) = agreed(arguments, open)? else { return Ok(Outcome::GateNotMet) };
    let header = Header::read(&parsed, world.today)?;
    let approval = Approval {
        name,
        role,
        on: world.today,
        statement: arguments.statement.clone().unwrap_or_else(|| statement(&assessment)),
        open: arguments.with_open.clone(),
        left_open: open,
        sha256: now,
        checklist: checklist(world, file, &header, &assessment)?,
        reviews: attached_reviews(arguments)?,
        program: PROGRAM.to_owned(),
    };
    approvals::add(world, file, Entry::Approved(Box::new(approval)))?;
    let record = file.with_file_name(disk::name_of(&approvals::path_of(file)));
    output::say(&format!(
        "Approved {}. The record is {}; keep the two together.\nCode: {}",
        file.display(),
        record.display(),
        now.code()
    ));
    Ok(Outcome::Done)
}

fn refuse_published(file: &Path, assessment: &Assessment) -> Result<()> {
    if let Some(published) = &assessment.source {
        bail!(
            "{} is what {} published; a force approves its own assessment",
            file.display(),
            published.publisher
        );
    }
    Ok(())
}

/// Refuses a second approval by the same person, and a file that was changed after an approval.
fn refuse_twice(held: Option<&RecordedFile>, file: &Path, name: &str, role: &str) -> Result<()> {
    let Some(held) = held else { return Ok(()) };
    match held.state() {
        Some(State::Changed(_)) => bail!(
            "{}: {}. Put the approved file back, or open this one again first:\n  healthcheck reopen {} --reason \"...\"",
            file.display(),
            words::approval(held),
            output::in_command(file)
        ),
        Some(State::AsApproved(_))
            if held
                .record
                .current_approvals()
                .any(|approval| approval.name == name && approval.role == role) =>
        {
            bail!("{name}, {role}, has approved {} already, and it has not changed since", file.display())
        }
        _ => Ok(()),
    }
}

/// What is open, a line each: unanswered or unconfirmed questions, and differences with a reviewer without a reply.
fn open_points(world: &World, arguments: &Arguments, loaded: &Loaded) -> Result<Vec<String>> {
    let stopped = Gate::Complete.failures(&loaded.assessment, world.today);
    let names = &loaded.assessment.checklist.level_names;
    let mut open: Vec<String> = stopped.iter().map(|stopped| words::gate_failure(stopped, names)).collect();
    for review in &arguments.review {
        let held = reviews::read(world, loaded, review)?;
        let beside = held.beside(loaded);
        open.extend(beside.without_reply().map(|looked| {
            let (shown, id) = (review.display(), &looked.question.id);
            format!("{id}: {shown} differs, and the force has not replied")
        }));
    }
    Ok(open)
}

/// What is left open on purpose; `None` if that was not agreed, which is reported.
fn agreed(arguments: &Arguments, open: Vec<String>) -> Result<Option<Vec<String>>> {
    match (&arguments.with_open, open.is_empty()) {
        (Some(_), true) => bail!("nothing is open; leave out --with-open"),
        (Some(_), false) | (None, true) => Ok(Some(open)),
        (None, false) => {
            let file = output::in_command(&arguments.file);
            let points = number_of(open.len(), "point is", "points are");
            output::say(&open.join("\n"));
            output::say(&format!(
                "\nNot approved: {points} open. Settle them with `healthcheck assess {file}`, or say with --with-open \
                 \"reason\" why it is approved all the same; the paper will say so."
            ));
            Ok(None)
        }
    }
}

fn statement(assessment: &Assessment) -> String {
    format!(
        "I have read this healthcheck of {} and approve it as the force's own assessment.",
        assessment.force
    )
}

fn checklist(world: &World, file: &Path, header: &Header, assessment: &Assessment) -> Result<Attached> {
    let checklist = &assessment.checklist;
    let text = load::checklist_text(world, file, &header.checklist, &checklist.edition)?;
    Ok(Attached {
        name: format!("{}, edition {}", checklist.id, checklist.edition),
        sha256: Digest::compute(text),
    })
}

/// Reviews must be in the file's folder, so that everything can be checked together.
fn attached_reviews(arguments: &Arguments) -> Result<Vec<Attached>> {
    let folder = |path: &Path| disk::folder_of(&disk::behind_links(path)).to_owned();
    let mut attached_to = Vec::new();
    for review in &arguments.review {
        if folder(review) != folder(&arguments.file) {
            bail!(
                "{} has to lie beside {}, so that both can be checked",
                review.display(),
                arguments.file.display()
            );
        }
        attached_to.push(attached(review)?);
        let reply = reviews::path_of_reply(review);
        if reply.exists() {
            attached_to.push(attached(&reply)?);
        }
    }
    Ok(attached_to)
}

fn attached(file: &Path) -> Result<Attached> {
    Ok(Attached { name: disk::name_of(file), sha256: approvals::digest_of(file)? })
}
