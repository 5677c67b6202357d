//! A person at a real terminal: one screen a question, answered by single keys; text typed on an editable line.
//!
//! The cursor is never hidden, so that nothing, not even being killed, can leave it so.

use console::{Key, Term};
use integrity_healthcheck::document::Block;
use integrity_healthcheck::document::terminal::{self, hanging};
use integrity_healthcheck::interview::{Choice, Command, Gone, Person, Screen};
use rustyline::DefaultEditor;

use crate::cli::output;

/// Asks in a terminal.
pub struct Terminal {
    term: Term,
    editor: DefaultEditor,
    /// Whether something was shown that the next screen would wipe away unread.
    unread: bool,
}

impl Terminal {
    /// `None` where input or output is no terminal.
    pub fn new() -> Option<Self> {
        use std::io::IsTerminal;
        let term = Term::stdout();
        if !term.is_term() || !std::io::stdin().is_terminal() {
            return None;
        }
        let config = rustyline::Config::builder().auto_add_history(false).build();
        let editor = DefaultEditor::with_config(config).ok()?;
        Some(Self { term, editor, unread: false })
    }

    fn draw(&self, screen: &Screen, ready: Option<usize>) -> Result<(), Gone> {
        self.term
            .clear_screen()
            .and_then(|()| self.term.write_str(&drawn(screen, ready, output::width())))
            .map_err(|_| Gone)
    }

    fn key(&self) -> Result<Key, Gone> {
        match self.term.read_key_raw() {
            Ok(Key::CtrlC | Key::Char('\u{4}')) | Err(_) => Err(Gone),
            Ok(key) => Ok(key),
        }
    }

    fn wait_until_read(&mut self) -> Result<(), Gone> {
        if std::mem::take(&mut self.unread) {
            self.term.write_str("\nPress Enter to continue. ").map_err(|_| Gone)?;
            while self.key()? != Key::Enter {}
        }
        Ok(())
    }
}

impl Person for Terminal {
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Gone> {
        self.unread = true;
        self.term
            .write_str(&format!("\n{}", terminal::draw_blocks(blocks, output::width())))
            .map_err(|_| Gone)
    }

    fn choose(&mut self, screen: &Screen) -> Result<Choice, Gone> {
        self.wait_until_read()?;
        let last = screen.options.len().saturating_sub(1);
        let is_ready = |choice: &Choice| screen.options.iter().position(|option| option.choice == *choice);
        let mut ready = screen.ready.as_ref().and_then(is_ready);
        loop {
            self.draw(screen, ready)?;
            let choice = match self.key()? {
                Key::ArrowUp => {
                    ready = Some(ready.map_or(last, |ready| ready.saturating_sub(1)));
                    continue;
                }
                Key::ArrowDown => {
                    ready = Some(ready.map_or(0, |ready| (ready + 1).min(last)));
                    continue;
                }
                Key::Char(first)
                    if screen.number_of.is_some() && (first.is_ascii_digit() || first == '-') =>
                {
                    self.number(first)?
                }
                key => chosen(screen, ready, &key),
            };
            if let Some(choice) = choice {
                self.confirm(screen, &choice)?;
                return Ok(choice);
            }
        }
    }

    fn type_in(&mut self, prompt: &str) -> Result<String, Gone> {
        self.unread = false;
        let prompt = format!("\n{}\n", terminal::wrapped(prompt, "", output::width()));
        self.term.write_str(&prompt).map_err(|_| Gone)?;
        self.editor.readline("> ").map_err(|_| Gone)
    }
}

impl Terminal {
    /// The rest of a number whose first key was pressed; nothing where it was taken back.
    fn number(&mut self, first: char) -> Result<Option<Choice>, Gone> {
        self.term.write_line("").map_err(|_| Gone)?;
        let typed = self.editor.readline_with_initial("> ", (&first.to_string(), "")).map_err(|_| Gone)?;
        let typed = typed.trim();
        Ok((!typed.is_empty()).then(|| Choice::Number(typed.to_owned())))
    }

    /// Shows which option was chosen, for the prompts that may follow below.
    fn confirm(&self, screen: &Screen, choice: &Choice) -> Result<(), Gone> {
        match screen.options.iter().find(|option| option.choice == *choice) {
            Some(option) => self.term.write_str(&format!("\n{}\n\n", option.label)).map_err(|_| Gone),
            None => Ok(()),
        }
    }
}

/// What a key chooses, if anything; Enter the option at the place that is ready.
fn chosen(screen: &Screen, ready: Option<usize>, key: &Key) -> Option<Choice> {
    match key {
        Key::Enter => screen.options.get(ready?).map(|option| option.choice.clone()),
        Key::Escape => screen.command(Command::Stop.key()).map(Choice::Command),
        Key::Char(digit @ '0'..='9') => {
            screen.option(digit.to_digit(10)?).map(|option| option.choice.clone())
        }
        Key::Char(key) => screen.command(*key).map(Choice::Command),
        _ => None,
    }
}

fn drawn(screen: &Screen, ready: Option<usize>, width: usize) -> String {
    let title = terminal::wrapped(&screen.title, "", width);
    let rule = "-".repeat(title.lines().map(str::len).max().unwrap_or_default().min(width));
    let mut lines = vec![title, rule];
    lines.extend(screen.text.iter().map(|paragraph| terminal::wrapped(paragraph, "", width)));
    lines.push(String::new());
    for (at, option) in screen.options.iter().enumerate() {
        let mark = if ready == Some(at) { ">" } else { " " };
        lines.push(hanging(
            &format!("{}: {}", option.label, option.text),
            &format!("{mark} {} ", option.number),
            width,
        ));
    }
    lines.push(String::new());
    // Non-breaking spaces keep a key beside what it does.
    let commands = screen
        .commands
        .iter()
        .map(|command| format!("{} {}", command.key(), command.words()).replace(' ', "\u{a0}"));
    let commands = commands.collect::<Vec<_>>().join("   ");
    let how = match &screen.number_of {
        Some(unit) => format!("Type the number of {unit}, then Enter."),
        None => "Press a number, or arrows and Enter.".to_owned(),
    };
    let keys = format!("{how}   {commands}");
    lines.push(terminal::wrapped(&keys, "", width));
    format!("{}\n", lines.join("\n").replace('\u{a0}', " "))
}
