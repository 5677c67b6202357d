use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::judge::trend::Trend;
use integrity_healthcheck::report;
use integrity_healthcheck::results::{PublicReport, Report};

use crate::cli::commands::trend;
use crate::cli::files::compared_with::ComparedWith;
use crate::cli::files::load::{self, Loaded};
use crate::cli::files::target::Target;
use crate::cli::files::{approvals, reviews, years};
use crate::cli::format::Format;
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output, value_parsers};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    #[command(flatten)]
    pub target: Target,
    /// Page one alone: where the force stands and what the board is asked
    #[arg(long, conflicts_with = "narrative")]
    pub summary: bool,
    /// Print the whole report on the screen, not page one and the gaps alone
    #[arg(long)]
    pub full: bool,
    /// Write the findings up in paragraphs, instead of the gap report
    #[arg(long)]
    pub narrative: bool,
    /// Lay these beside it one by one, up to ten, with all that is known of each: built-in names or files
    #[arg(long, value_name = "FILE", num_args = 1..=10)]
    pub beside: Vec<PathBuf>,
    /// The earlier assessments of the same force, for the chapter on the years [default: those in the same folder from which
    /// it was renewed]
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub earlier: Vec<PathBuf>,
    /// Add what these reviews of it say, and what the force replied
    #[arg(long, value_name = "REVIEW", num_args = 1.., conflicts_with = "public")]
    pub review: Vec<PathBuf>,
    /// Leave out everything typed with the answers: notes, reasons, evidence, names and dates
    #[arg(long)]
    pub public: bool,
    /// The marking of the public report; without one it says that it is not cleared for release
    #[arg(long, value_name = "TEXT", requires = "public", value_parser = value_parsers::heading)]
    pub marking: Option<String>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let format = format(arguments)?;
    let loaded = load::assessment(world, &arguments.file)?;
    let held = reviews::read_all(world, &loaded, &arguments.review)?;
    let approval = approvals::record_of(world, &loaded)?;
    let kind = Kind::asked_for(arguments, format);
    let years = years(world, arguments, &loaded)?;
    let draw = |report: &Report<'_>| kind.draw(report, format, arguments.target.width());
    let others = load::assessments(world, &arguments.beside)?;
    let beside = ComparedWith::new(world, &loaded, &others);
    let drawn = if arguments.public {
        let cleared = |named: Named<'_>| world.for_the_public(named);
        let about = cleared(loaded.named());
        let singly: Vec<_> = beside.singly.iter().copied().map(cleared).collect();
        let published: Vec<_> = beside.published.iter().copied().map(cleared).collect();
        let changed = trend::changed(world, &years)?;
        let years: Vec<_> = years.iter().map(Loaded::named).map(cleared).collect();
        let marking = arguments.marking.clone();
        let report = PublicReport::new(&about, &singly, &published, &years, world.today, marking)?;
        draw(&report.approved(approval.as_ref()).changed(changed))?
    } else {
        let mut report = beside.report(world, &loaded);
        report.trend = over(world, &years)?;
        report.approval = approval;
        report.reviews = held.iter().map(|review| review.beside(&loaded)).collect();
        report.marking =
            trend::marking(years.iter().chain(held.iter().map(|held| &held.loaded)).chain([&loaded]));
        draw(&report)?
    };
    let made_of = std::iter::once(&arguments.file)
        .chain(&arguments.earlier)
        .chain(&arguments.beside)
        .chain(&arguments.review);
    arguments.target.take(&drawn, format, made_of)?;
    if kind == Kind::Short {
        say_there_is_more(arguments);
    }
    Ok(Outcome::Done)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Whole,
    /// The summary and the gaps, for the screen.
    Short,
    Summary,
    Narrative,
}

impl Kind {
    fn asked_for(arguments: &Arguments, format: Format) -> Self {
        match (arguments.narrative, arguments.summary, arguments.full) {
            (true, _, _) => Self::Narrative,
            (_, true, _) => Self::Summary,
            (_, _, false) if arguments.target.is_screen() && format == Format::Terminal => Self::Short,
            _ => Self::Whole,
        }
    }

    fn draw(self, report: &Report<'_>, format: Format, width: usize) -> Result<Vec<u8>> {
        match self {
            Self::Whole => format.draw(report, width),
            Self::Short => format.tell(&report::on_screen(report), width),
            Self::Summary => format.draw_summary(report, width),
            Self::Narrative => format.tell(&report::narrative(report), width),
        }
    }
}

/// The years up to and including the assessment; empty if there are no earlier ones, or for a narrative.
fn years(world: &World, arguments: &Arguments, loaded: &Loaded) -> Result<Vec<Loaded>> {
    if arguments.narrative {
        return Ok(Vec::new());
    }
    let mut years = years::earlier(world, &arguments.file, loaded, &arguments.earlier)?;
    if let Some(later) = years.iter().find(|year| year.assessment.date > loaded.assessment.date) {
        bail!(
            "{} is dated {}, later than {} ({}); report on the newest, and name the others with --earlier",
            later.name,
            later.assessment.date,
            loaded.name,
            loaded.assessment.date
        );
    }
    years.extend((!years.is_empty()).then(|| loaded.clone()));
    Ok(years)
}

fn say_there_is_more(arguments: &Arguments) {
    let file = output::in_command(&arguments.file);
    output::say(&format!(
        "This was page one and the gaps. The whole report, on the screen or as a Word file:\n  \
         healthcheck report {file} --full\n  healthcheck report {file} -o report.docx"
    ));
}

fn over<'a>(world: &World, years: &'a [Loaded]) -> Result<Option<Trend<'a>>> {
    if years.is_empty() { Ok(None) } else { trend::of_files(world, years).map(Some) }
}

/// The format, if it can hold the requested report.
fn format(arguments: &Arguments) -> Result<Format> {
    let format = arguments.target.format()?;
    if arguments.narrative && !arguments.earlier.is_empty() {
        bail!("a narrative covers one year; leave out --earlier or --narrative");
    }
    if arguments.narrative && !format.tells() {
        bail!("a narrative can be {}, but not {}", Format::telling(), format.title());
    }
    Ok(format)
}
