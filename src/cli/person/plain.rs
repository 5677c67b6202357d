//! A person at a line-by-line console: a screen reader, a simple console, or a pipe.

use std::io::{BufRead, IsTerminal, Write};

use console::strip_ansi_codes;
use integrity_healthcheck::document::Block;
use integrity_healthcheck::document::terminal;
use integrity_healthcheck::interview::{Choice, Choosable, Gone, Item, Line, Menu, Person, Screen, Typed};

use super::waiting::{Lines, heed_interrupts};
use crate::cli::output::width;

/// Asks by numbered lines.
pub struct Plain<W> {
    lines: Lines,
    output: W,
    /// Whether a person types, so that lines which come at once are a paste; those of a pipe always do.
    types: bool,
}

impl<W: Write> Plain<W> {
    pub fn new(input: impl BufRead + Send + 'static, output: W) -> Self {
        heed_interrupts();
        Self { lines: Lines::of(input), output, types: std::io::stdin().is_terminal() }
    }

    /// The further lines of a paste, of which the first was read.
    fn pasted(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        while let Some(line) = self.types.then(|| self.lines.at_once()).flatten() {
            lines.push(strip_ansi_codes(&String::from_utf8_lossy(&line)).trim_end().to_owned());
        }
        lines
    }

    /// What was typed, with what was pasted behind it.
    fn with_pasted(&mut self, typed: Typed, between: &str) -> Typed {
        match typed {
            Typed::Text(text) => {
                let pasted = self.pasted();
                Typed::Text(
                    [text].into_iter().chain(pasted).collect::<Vec<_>>().join(between).trim_end().to_owned(),
                )
            }
            other => other,
        }
    }

    /// Whether more than one line came at once where one is a choice: nobody meant it as one.
    fn is_paste(&mut self) -> Result<bool, Gone> {
        if self.pasted().is_empty() {
            return Ok(false);
        }
        self.write("Not accepted: several lines came at once. Type one of them.\n")?;
        Ok(true)
    }

    fn write(&mut self, text: &str) -> Result<(), Gone> {
        self.output.write_all(text.as_bytes()).and_then(|()| self.output.flush()).map_err(|_| Gone)
    }

    fn write_lines(&mut self, lines: &[String]) -> Result<(), Gone> {
        let lines: Vec<String> = lines.iter().map(|line| terminal::wrapped(line, "", width())).collect();
        self.write(&format!("\n{}\n", lines.join("\n")))
    }

    /// A line without its end, asked for again where it is not text; the input being closed is the person's leaving. What
    /// an arrow or another key without a letter put into it is taken out.
    fn typed(&mut self) -> Result<String, Gone> {
        loop {
            match String::from_utf8(self.lines.next()?) {
                Ok(line) => return Ok(strip_ansi_codes(&line).trim().to_owned()),
                Err(_) => self.write("Not accepted: the line is not text in UTF-8. Type it again: ")?,
            }
        }
    }

    /// The line, or that the person goes back.
    fn typed_or_back(&mut self) -> Result<Typed, Gone> {
        let typed = self.typed()?;
        Ok(if typed == "<" { Typed::Back(String::new()) } else { Typed::Text(typed) })
    }

    fn write_menu(&mut self, menu: &Menu) -> Result<(), Gone> {
        let mut lines = vec![menu.title.clone()];
        lines.extend(menu.text.iter().cloned());
        let item = |item: &Item| {
            let key = format!("{}. ", item.key);
            // A section's own number stands in its name already.
            let label = item.label.strip_prefix(&key).unwrap_or(&item.label);
            if item.text.is_empty() {
                format!("{key}{label}")
            } else {
                format!("{key}{label}: {}", item.text)
            }
        };
        lines.extend(menu.items.iter().map(item));
        self.write_lines(&lines)
    }
}

impl<W: Write> Person for Plain<W> {
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Gone> {
        self.write(&format!("\n{}", terminal::draw_blocks(blocks, width())))
    }

    fn read(&mut self, blocks: &[Block]) -> Result<(), Gone> {
        self.tell(blocks)
    }

    fn question(&mut self, screen: &Screen) -> Result<Choice, Gone> {
        let mut lines: Vec<String> = screen.news.iter().cloned().collect();
        lines.extend([
            format!("{}, {}. {}.", screen.section, screen.number, screen.progress),
            screen.title.clone(),
            screen.ask.clone(),
        ]);
        lines.extend(screen.aim.iter().cloned());
        lines.extend(screen.said.iter().cloned());
        let option = |option: &Choosable| format!("{}. {}: {}", option.number, option.label, option.text);
        lines.extend(screen.options.iter().map(option));
        let commands = screen.commands.iter().map(|command| format!("{} {}", command.key(), command.words()));
        lines.push(format!("Or: {}.", commands.collect::<Vec<_>>().join(", ")));
        self.write_lines(&lines)?;
        let asked = asked(screen);
        loop {
            self.write(&format!("{asked}, or a letter: "))?;
            let typed = self.typed()?;
            if self.is_paste()? {
                continue;
            }
            if let Some(choice) = chosen(screen, &typed) {
                return Ok(choice);
            }
            let keys = screen.commands.iter().map(|command| command.key().to_string());
            let keys = keys.collect::<Vec<_>>().join(", ");
            let help = format!("Type {}, or one of {keys}, then Enter.\n", asked.to_lowercase());
            self.write(&terminal::wrapped(&help, "", width()))?;
        }
    }

    fn pick(&mut self, menu: &Menu) -> Result<Option<usize>, Gone> {
        self.write_menu(menu)?;
        loop {
            let back = if menu.goes_back { ", or < to go back" } else { "" };
            self.write(&format!("Type what stands before one of them{back}: "))?;
            let typed = self.typed()?.to_lowercase();
            if self.is_paste()? {
                continue;
            }
            if typed == "<" && menu.goes_back {
                return Ok(None);
            }
            if let Some(at) = menu.items.iter().position(|item| item.key == typed) {
                return Ok(Some(at));
            }
        }
    }

    fn tick(&mut self, menu: &Menu) -> Result<Option<Vec<usize>>, Gone> {
        self.write_menu(menu)?;
        loop {
            self.write("Type their numbers, such as 1 3 4, or all, or < to go back: ")?;
            let typed = self.typed()?.to_lowercase();
            if self.is_paste()? {
                continue;
            }
            match typed.as_str() {
                "<" | "" => return Ok(None),
                "all" => return Ok(Some((0..menu.items.len()).collect())),
                _ => {}
            }
            let words = typed.split([' ', ',']).filter(|word| !word.is_empty());
            let ticked: Option<Vec<usize>> =
                words.map(|word| menu.items.iter().position(|item| item.key == word)).collect();
            if let Some(ticked) = ticked {
                return Ok(Some(ticked));
            }
        }
    }

    fn confirm(&mut self, said: &str, question: &str) -> Result<bool, Gone> {
        let asked = terminal::wrapped(&format!("{said} {question}"), "", width());
        self.write(&format!("{asked} Type y for yes, Enter for no: "))?;
        let typed = self.typed()?.to_lowercase();
        Ok(!self.is_paste()? && matches!(typed.as_str(), "y" | "yes"))
    }

    fn line(&mut self, line: &Line) -> Result<Typed, Gone> {
        let how = if line.present.is_empty() {
            prompted(&line.prompt, line.goes_back)
        } else {
            // What Enter does where nothing stands there yet is not so here.
            let asked = line.prompt.split(" (Enter").next().unwrap_or_default();
            let prompt = format!("{asked} [Enter keeps: {}; - takes it out]", line.present);
            prompted(&prompt, line.goes_back)
        };
        self.write(&format!("{}: ", terminal::wrapped(&how, "", width())))?;
        let typed = self.typed_or_back()?;
        Ok(match self.with_pasted(typed, " ") {
            Typed::Text(typed) if typed.is_empty() => Typed::Text(line.present.clone()),
            Typed::Text(typed) if typed == "-" && !line.present.is_empty() => Typed::Text(String::new()),
            typed => typed,
        })
    }

    fn long(&mut self, line: &Line, _: &mut dyn FnMut(&str)) -> Result<Typed, Gone> {
        if line.present.is_empty() {
            let prompt = prompted(&format!("{} (Enter: none)", line.prompt), true);
            self.write(&format!("{}: ", terminal::wrapped(&prompt, "", width())))?;
            let typed = self.typed_or_back()?;
            return Ok(self.with_pasted(typed, "\n"));
        }
        let prompt = format!(
            "{}. Now: {}\nEnter keeps it, + and words add to it, other words replace it, - takes it out, < goes back",
            line.prompt, line.present
        );
        self.write(&format!("{}: ", terminal::wrapped(&prompt, "", width())))?;
        let typed = self.typed_or_back()?;
        Ok(match self.with_pasted(typed, "\n") {
            Typed::Text(typed) => Typed::Text(match typed.strip_prefix('+') {
                Some(more) => format!("{} {}", line.present, more.trim()),
                None if typed.is_empty() => line.present.clone(),
                None if typed == "-" => String::new(),
                None => typed,
            }),
            // What stands there stays.
            Typed::Back(_) => Typed::Back(line.present.clone()),
            typed => typed,
        })
    }
}

/// A prompt with how to go back, among what stands in brackets at its end.
fn prompted(prompt: &str, goes_back: bool) -> String {
    match prompt.strip_suffix(')') {
        _ if !goes_back => prompt.to_owned(),
        Some(begun) => format!("{begun}, < goes back)"),
        None => format!("{prompt} (< goes back)"),
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
        (Some('<'), None) => screen.command('b').map(Choice::Command),
        (Some(key), None) => screen.command(key).map(Choice::Command),
        // Such as unknown; else it is told how a number is written.
        (Some(_), Some(_)) if screen.number_of.is_some() => Some(Choice::Number(typed.to_owned())),
        _ => None,
    }
}
