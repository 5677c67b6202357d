//! A person at a line-by-line console: a screen reader, a bare console, or a pipe.

use std::io::{BufRead, Write};

use integrity_healthcheck::interview::{Choice, Left, Person, Screen};
use integrity_healthcheck::report::document::Block;
use integrity_healthcheck::report::terminal::{self, WIDTH};

/// Asks by numbered lines, over any pair of streams.
pub struct Plain<R, W> {
    input: R,
    output: W,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    pub fn new(input: R, output: W) -> Self {
        Self { input, output }
    }

    fn write(&mut self, text: &str) -> Result<(), Left> {
        self.output.write_all(text.as_bytes()).and_then(|()| self.output.flush()).map_err(|_| Left)
    }

    /// A line without its end; the input being closed, or not text, is the person's leaving.
    fn line(&mut self) -> Result<String, Left> {
        let mut line = String::new();
        match self.input.read_line(&mut line) {
            Ok(0) | Err(_) => Err(Left),
            Ok(_) => Ok(line.trim().to_owned()),
        }
    }
}

impl<R: BufRead, W: Write> Person for Plain<R, W> {
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Left> {
        self.write(&format!("\n{}", terminal::draw_blocks(blocks, WIDTH)))
    }

    fn choose(&mut self, screen: &Screen) -> Result<Choice, Left> {
        let mut text = format!("\n{}\n", terminal::wrapped(&screen.title, "", WIDTH));
        for paragraph in &screen.text {
            text.push_str(&format!("{}\n", terminal::wrapped(paragraph, "", WIDTH)));
        }
        for (at, option) in screen.options.iter().enumerate() {
            let line = format!("{}. {}: {}", at + 1, option.label, option.text);
            text.push_str(&format!("{}\n", terminal::wrapped(&line, "", WIDTH)));
        }
        let commands = screen.commands.iter().map(|(letter, what)| format!("{letter} {what}"));
        let commands = format!("Or: {}.", commands.collect::<Vec<_>>().join(", "));
        text.push_str(&format!("{}\n", terminal::wrapped(&commands, "", WIDTH)));
        self.write(&text)?;
        loop {
            self.write("Number or letter: ")?;
            let typed = self.line()?;
            if let Some(choice) = chosen(screen, &typed) {
                return Ok(choice);
            }
            let letters =
                screen.commands.iter().map(|(letter, _)| letter.to_string()).collect::<Vec<_>>().join(", ");
            let asked = format!(
                "Type a number from 1 to {}, or one of {letters}, and Enter.\n",
                screen.options.len()
            );
            self.write(&terminal::wrapped(&asked, "", WIDTH))?;
        }
    }

    fn type_in(&mut self, prompt: &str) -> Result<String, Left> {
        self.write(&format!("{}: ", terminal::wrapped(prompt, "", WIDTH)))?;
        self.line()
    }
}

/// What a typed line chooses: a number, or the letter of a command. Nothing typed is no choice: it could be a slip.
fn chosen(screen: &Screen, typed: &str) -> Option<Choice> {
    if let Ok(number) = typed.parse::<usize>() {
        return (1..=screen.options.len()).contains(&number).then(|| Choice::Option(number - 1));
    }
    let command = |(letter, _): &&(char, &str)| typed.to_lowercase() == letter.to_string();
    screen.commands.iter().find(command).map(|(letter, _)| Choice::Command(*letter))
}
