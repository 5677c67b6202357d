//! The command line, and everything that touches files, the clock and the terminal.
//!
//! Each command is one file: its arguments as typed, and its function.

use std::path::PathBuf;

use anyhow::Result;
use chrono::{Local, NaiveDate};
use clap::{CommandFactory, Parser, Subcommand};

pub mod commands;
mod complete;
mod files;
mod format;
pub mod opened;
pub mod output;
mod person;
mod quoting;
mod value_parsers;
pub mod world;

use commands::{
    answer, approve, assess, check, compare, completions, correct, explain, form, list, man, merge, new,
    plan, region, renew, reopen, reply, report, review, score, show, status, trend,
};
use files::packs;
use world::{Outcome, World};

const EXAMPLES: &str = "\
Examples:
  healthcheck assess                        start a healthcheck and answer its questions
  healthcheck assess essex-police.toml      continue it
  healthcheck report essex-police.toml      the gap report, beside what HMIC published
  healthcheck report essex-2012             what HMIC published on Essex, as a report
  healthcheck region --published 2014       what HMIC published on all forces, on one page
  healthcheck list                          what is built in

A FILE is the path of an assessment, or the name of something built in, such as essex-2012.
Exit status: 0 done; 1 a requested gate is not met, or a checked file has problems; 2 could not be done.";

/// Puts the global options last in the help of every command.
const LAST: usize = 500;

/// A police force's own healthcheck of its integrity arrangements, beside what HMIC published.
#[derive(Debug, Parser)]
#[command(name = "healthcheck", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Arguments {
    /// Use this date as today's, such as 2026-11-02
    #[arg(long, global = true, value_name = "DATE", value_parser = value_parsers::date, display_order = LAST)]
    pub today: Option<NaiveDate>,
    /// Use the checklists in this folder as well as the built-in ones
    #[arg(long, global = true, value_name = "FOLDER", display_order = LAST)]
    pub checklists: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer the questions one by one, in a new assessment or an existing one
    Assess(assess::Arguments),
    /// Start an assessment without prompts; an existing file is never overwritten
    New(new::Arguments),
    /// Answer questions without prompts, for scripts
    Answer(answer::Arguments),
    /// Correct the force, the assessor or the marking of an assessment
    Correct(correct::Arguments),
    /// Start the next assessment from the last, whose answers count once confirmed
    Renew(renew::Arguments),
    /// Put the questions on forms for the departments that know the answers
    Form(form::Arguments),
    /// Take filled-in forms, action plans and other assessments back, all of them or none
    Merge(merge::Arguments),
    /// Show who was sent a form, how much is answered, and the days left
    Status(status::Arguments),
    /// List the actions about gaps, overdue first, or change them
    Plan(plan::Arguments),
    /// Show one force over the years, oldest to newest
    Trend(trend::Arguments),
    /// Show the scores on one screen
    Score(score::Arguments),
    /// Compare an assessment with the published findings, or with those named
    Compare(compare::Arguments),
    /// Show many forces side by side, by name and never ranked
    Region(region::Arguments),
    /// Write the gap report
    Report(report::Arguments),
    /// Look at a force's answers for it, in a review of one's own
    Review(review::Arguments),
    /// Reply to a review, question by question
    Reply(reply::Arguments),
    /// Approve an assessment, or check that it is as it was approved
    Approve(approve::Arguments),
    /// Open an approved assessment for changes again, with the reason
    Reopen(reopen::Arguments),
    /// Show the working behind a figure, or all there is on an answer
    Explain(explain::Arguments),
    /// List what is built in
    List,
    /// Show a checklist or an assessment in full
    Show(show::Arguments),
    /// Show every problem in an assessment or a checklist, where it is and how to mend it
    Check(check::Arguments),
    /// Print a completion script for a shell
    Completions(completions::Arguments),
    /// Write the manual pages into a folder
    #[command(hide = true)]
    Man(man::Arguments),
}

pub fn run(arguments: Arguments) -> Result<Outcome> {
    let today = arguments.today.unwrap_or_else(|| Local::now().date_naive());
    let world = World { today, catalogue: packs::catalogue(arguments.checklists.as_deref())? };
    match arguments.command {
        Command::Assess(arguments) => assess::run(&world, &arguments),
        Command::New(arguments) => new::run(&world, &arguments),
        Command::Answer(arguments) => answer::run(&world, &arguments),
        Command::Correct(arguments) => correct::run(&world, &arguments),
        Command::Renew(arguments) => renew::run(&world, &arguments),
        Command::Form(arguments) => form::run(&world, &arguments),
        Command::Merge(arguments) => merge::run(&world, &arguments),
        Command::Status(arguments) => status::run(&world, &arguments),
        Command::Plan(arguments) => plan::run(&world, &arguments),
        Command::Trend(arguments) => trend::run(&world, &arguments),
        Command::Score(arguments) => score::run(&world, &arguments),
        Command::Compare(arguments) => compare::run(&world, &arguments),
        Command::Region(arguments) => region::run(&world, &arguments),
        Command::Report(arguments) => report::run(&world, &arguments),
        Command::Explain(arguments) => explain::run(&world, &arguments),
        Command::Review(arguments) => review::run(&world, &arguments),
        Command::Reply(arguments) => reply::run(&world, &arguments),
        Command::Approve(arguments) => approve::run(&world, &arguments),
        Command::Reopen(arguments) => reopen::run(&world, &arguments),
        Command::List => list::run(&world),
        Command::Show(arguments) => show::run(&world, &arguments),
        Command::Check(arguments) => check::run(&world, &arguments),
        Command::Completions(arguments) => completions::run(&arguments, &Arguments::command()),
        Command::Man(arguments) => man::run(&arguments, Arguments::command()),
    }
}
