use anyhow::{Result, anyhow};
use clap::Args;
use clap_complete::Shell;
use clap_complete::env::Shells;

use crate::cli::output;
use crate::cli::world::Outcome;

/// The environment variable by which a shell asks for completions.
pub const ASKED: &str = "COMPLETE";

#[derive(Debug, Args)]
#[command(after_help = "\
To load them in every new window, add a line to the file that your shell reads when it starts:
  bash, ~/.bashrc: source <(healthcheck completions bash)
  zsh, ~/.zshrc, behind compinit: source <(healthcheck completions zsh)
  fish, ~/.config/fish/config.fish: healthcheck completions fish | source
  PowerShell, $PROFILE: healthcheck completions powershell | Out-String | Invoke-Expression
  Elvish, ~/.config/elvish/rc.elv: eval (healthcheck completions elvish | slurp)

Then Tab completes commands, options, files and the ids of questions.")]
pub struct Arguments {
    /// The shell
    pub shell: Shell,
}

/// The script makes the shell ask the program, since only the program knows the questions.
pub fn run(arguments: &Arguments, whole: &clap::Command) -> Result<Outcome> {
    let shell = arguments.shell.to_string();
    let shells = Shells::builtins();
    let completer =
        shells.completer(&shell).ok_or_else(|| anyhow!("there are no completions for {shell}"))?;
    let name = whole.get_name();
    let mut script = Vec::new();
    completer.write_registration(ASKED, name, name, name, &mut script)?;
    output::print(script)?;
    Ok(Outcome::Done)
}
