//! The command line: parse, run, exit code. Every effect of the program is in here and in `cli`.

use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use clap_complete::CompleteEnv;

mod cli;

fn main() -> ExitCode {
    // A shell asks what to offer; then that is all that is done.
    CompleteEnv::with_factory(cli::Arguments::command).var(cli::commands::completions::ASKED).complete();
    let typed = std::env::args_os().collect();
    let (arguments, closes) = cli::opened::instead_of_none(typed, own_console::is_ours_alone());
    let status = match cli::Arguments::try_parse_from(arguments) {
        Ok(arguments) => run(arguments),
        Err(error) => cli::output::misunderstood(&error),
    };
    if closes {
        cli::opened::wait();
    }
    status
}

fn run(arguments: cli::Arguments) -> ExitCode {
    match cli::run(arguments) {
        Ok(cli::world::Outcome::Done) => ExitCode::SUCCESS,
        Ok(cli::world::Outcome::GateNotMet) => ExitCode::from(1),
        Err(error) => {
            cli::output::complain(&error);
            ExitCode::from(2)
        }
    }
}
