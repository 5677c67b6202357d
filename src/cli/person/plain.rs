//! A person at a line-by-line console: a screen reader, a simple console, or a pipe.

use std::io::{BufRead, Write};

use integrity_healthcheck::document::Block;
use integrity_healthcheck::document::terminal::{self, WIDTH};
use integrity_healthcheck::interview::{Choice, Choosable, Gone, Person, Screen};

/// Asks by numbered lines, over any pair of streams.
pub struct Plain<R, W> {
    input: R,
    output: W,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    pub fn new(input: R, output: W) -> Self {
        Self { input, output }
    }

    fn write(&mut self, text: &str) -> Result<(), Gone> {
        self.output.write_all(text.as_bytes()).and_then(|()| self.output.flush()).map_err(|_| Gone)
    }

    /// A line without its end, asked for again where it is not text; the input being closed is the person's leaving.
    fn line(&mut self) -> Result<String, Gone> {
        loop {
            let mut bytes = Vec::new();
            if self.input.read_until(b'\n', &mut bytes).map_err(|_| Gone)? == 0 {
                return Err(Gone);
            }
            match String::from_utf8(bytes) {
                Ok(line) => return Ok(line.trim().to_owned()),
                Err(_) => self.write("Not accepted: the line is not text in UTF-8. Type it again: ")?,
            }
        }
    }
}

impl<R: BufRead, W: Write> Person for Plain<R, W> {
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Gone> {
        self.write(&format!("\n{}", terminal::draw_blocks(blocks, WIDTH)))
    }

    fn choose(&mut self, screen: &Screen) -> Result<Choice, Gone> {
        let mut lines = vec![String::new(), screen.title.clone()];
        lines.extend(screen.text.iter().cloned());
        let option = |option: &Choosable| format!("{}. {}: {}", option.number, option.label, option.text);
        lines.extend(screen.options.iter().map(option));
        let commands = screen.commands.iter().map(|command| format!("{} {}", command.key(), command.words()));
        lines.push(format!("Or: {}.", commands.collect::<Vec<_>>().join(", ")));
        let lines: Vec<String> = lines.iter().map(|line| terminal::wrapped(line, "", WIDTH)).collect();
        self.write(&format!("{}\n", lines.join("\n")))?;
        let asked = asked(screen);
        loop {
            self.write(&format!("{asked}, or a letter: "))?;
            let typed = self.line()?;
            if let Some(choice) = chosen(screen, &typed) {
                return Ok(choice);
            }
            let keys = screen.commands.iter().map(|command| command.key().to_string());
            let keys = keys.collect::<Vec<_>>().join(", ");
            let help = format!("Type {}, or one of {keys}, then Enter.\n", asked.to_lowercase());
            self.write(&terminal::wrapped(&help, "", WIDTH))?;
        }
    }

    fn type_in(&mut self, prompt: &str) -> Result<String, Gone> {
        self.write(&format!("{}: ", terminal::wrapped(prompt, "", WIDTH)))?;
        self.line()
    }
}

fn asked(screen: &Screen) -> String {
    let number = |option: Option<&Choosable>| option.map(|option| option.number).unwrap_or_default();
    match &screen.number_of {
        Some(unit) => format!("The number of {unit}"),
        None => {
            format!("A number from {} to {}", number(screen.options.first()), number(screen.options.last()))
        }
    }
}

/// What a typed line chooses: a number, or the key of a command. Nothing typed is no choice: it could be a slip.
fn chosen(screen: &Screen, typed: &str) -> Option<Choice> {
    if typed.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
        return match &screen.number_of {
            Some(_) => Some(Choice::Number(typed.to_owned())),
            None => screen.option(typed.parse().ok()?).map(|option| option.choice.clone()),
        };
    }
    let mut keys = typed.chars();
    match (keys.next(), keys.next()) {
        (Some(key), None) => screen.command(key).map(Choice::Command),
        _ => None,
    }
}
