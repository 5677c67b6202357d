//! A person who is asked line by line, for a screen reader, a simple console or a pipe.

use std::io::{BufRead, IsTerminal, Write};

use console::strip_ansi_codes;
use integrity_healthcheck::document::Block;
use integrity_healthcheck::document::terminal::{draw_blocks, wrapped};
use integrity_healthcheck::interview::{
    Choice, Item, LeftError, LevelOption, Line, Menu, Person, Screen, Typed,
};

use super::waiting::{Lines, catch_ctrl_c};
use crate::cli::output::width;

pub struct Plain<W> {
    lines: Lines,
    output: W,
    /// Whether lines that come at once are a paste. Those from a pipe always come at once.
    is_typed: bool,
}

impl<W: Write> Plain<W> {
    pub fn new(input: impl BufRead + Send + 'static, output: W) -> Self {
        catch_ctrl_c();
        Self { lines: Lines::new(input), output, is_typed: std::io::stdin().is_terminal() }
    }

    fn write(&mut self, text: &str) -> Result<(), LeftError> {
        self.output.write_all(text.as_bytes()).and_then(|()| self.output.flush()).map_err(|_| LeftError)
    }

    fn write_lines(&mut self, lines: &[String]) -> Result<(), LeftError> {
        let lines: Vec<String> = lines.iter().map(|line| wrapped(line, "", width())).collect();
        self.write(&format!("\n{}\n", lines.join("\n")))
    }

    fn write_menu(&mut self, menu: &Menu) -> Result<(), LeftError> {
        let mut lines = vec![menu.title.clone()];
        lines.extend(menu.text.iter().cloned());
        let item = |item: &Item| {
            let key = format!("{}. ", item.key);
            // The label of a section already starts with its number.
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

    /// Reads a line, again if it is not UTF-8. Removes escape sequences, which arrows and other keys send.
    fn read_line(&mut self) -> Result<String, LeftError> {
        loop {
            match String::from_utf8(self.lines.next()?) {
                Ok(line) => return Ok(strip_ansi_codes(&line).trim().to_owned()),
                Err(_) => self.write("Not accepted: the line is not text in UTF-8. Type it again: ")?,
            }
        }
    }

    /// Reads the further lines of a paste whose first line was read.
    fn read_pasted_lines(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        while self.is_typed
            && let Some(line) = self.lines.next_pasted()
        {
            lines.push(strip_ansi_codes(&String::from_utf8_lossy(&line)).trim_end().to_owned());
        }
        lines
    }

    /// Asks for a choice. Refuses several lines at once with a message and `None`: nobody meant them as a choice.
    fn ask_choice(&mut self, prompt: &str) -> Result<Option<String>, LeftError> {
        self.write(prompt)?;
        let typed = self.read_line()?;
        if self.read_pasted_lines().is_empty() {
            return Ok(Some(typed));
        }
        self.write("Not accepted: several lines came at once. Type one of them.\n")?;
        Ok(None)
    }

    /// Asks for a text. The lines of a paste are joined with `separator`; `<` alone goes back.
    fn ask_text(&mut self, prompt: &str, separator: &str) -> Result<Typed, LeftError> {
        self.write(&format!("{}: ", wrapped(prompt, "", width())))?;
        let typed = self.read_line()?;
        if typed == "<" {
            return Ok(Typed::Back(String::new()));
        }
        let lines = [vec![typed], self.read_pasted_lines()].concat();
        Ok(Typed::Text(lines.join(separator).trim_end().to_owned()))
    }
}

impl<W: Write> Person for Plain<W> {
    fn show(&mut self, blocks: &[Block]) -> Result<(), LeftError> {
        self.write(&format!("\n{}", draw_blocks(blocks, width())))
    }

    fn show_page(&mut self, blocks: &[Block]) -> Result<(), LeftError> {
        self.show(blocks)
    }

    fn ask(&mut self, screen: &Screen) -> Result<Choice, LeftError> {
        let mut lines: Vec<String> = screen.news.iter().cloned().collect();
        lines.extend([
            format!("{}, {}. {}.", screen.section, screen.number, screen.progress),
            screen.title.clone(),
            screen.ask.clone(),
        ]);
        lines.extend(screen.aim.iter().cloned());
        lines.extend(screen.said.iter().cloned());
        let option = |option: &LevelOption| format!("{}. {}: {}", option.number, option.label, option.text);
        lines.extend(screen.options.iter().map(option));
        let commands = screen.commands.iter().map(|command| format!("{} {}", command.key(), command.words()));
        lines.push(format!("Or: {}.", commands.collect::<Vec<_>>().join(", ")));
        self.write_lines(&lines)?;
        let range = range_in_words(screen);
        loop {
            let Some(typed) = self.ask_choice(&format!("{range}, or a letter: "))? else { continue };
            if let Some(choice) = find_choice(screen, &typed) {
                return Ok(choice);
            }
            let keys: Vec<String> = screen.commands.iter().map(|command| command.key().to_string()).collect();
            let help = format!("Type {}, or one of {}, then Enter.\n", range.to_lowercase(), keys.join(", "));
            self.write(&wrapped(&help, "", width()))?;
        }
    }

    fn pick(&mut self, menu: &Menu) -> Result<Option<usize>, LeftError> {
        self.write_menu(menu)?;
        let back = if menu.goes_back { ", or < to go back" } else { "" };
        let prompt = format!("Type what stands before one of them{back}: ");
        loop {
            let Some(typed) = self.ask_choice(&prompt)? else { continue };
            let typed = typed.to_lowercase();
            if typed == "<" && menu.goes_back {
                return Ok(None);
            }
            if let Some(at) = menu.items.iter().position(|item| item.key == typed) {
                return Ok(Some(at));
            }
        }
    }

    fn tick(&mut self, menu: &Menu) -> Result<Option<Vec<usize>>, LeftError> {
        self.write_menu(menu)?;
        loop {
            let prompt = "Type their numbers, such as 1 3 4, or all, or < to go back: ";
            let Some(typed) = self.ask_choice(prompt)? else { continue };
            let typed = typed.to_lowercase();
            match typed.as_str() {
                "<" | "" => return Ok(None),
                "all" => return Ok(Some((0..menu.items.len()).collect())),
                _ => {}
            }
            let keys = typed.split([' ', ',']).filter(|key| !key.is_empty());
            let ticked: Option<Vec<usize>> =
                keys.map(|key| menu.items.iter().position(|item| item.key == key)).collect();
            if ticked.is_some() {
                return Ok(ticked);
            }
        }
    }

    fn confirm(&mut self, said: &str, question: &str) -> Result<bool, LeftError> {
        let asked = wrapped(&format!("{said} {question}"), "", width());
        let typed = self.ask_choice(&format!("{asked} Type y for yes, Enter for no: "))?;
        Ok(typed.is_some_and(|typed| matches!(typed.to_lowercase().as_str(), "y" | "yes")))
    }

    fn ask_line(&mut self, line: &Line) -> Result<Typed, LeftError> {
        let prompt = if line.present.is_empty() {
            line.prompt.clone()
        } else {
            // The hint about Enter in the prompt is for a line without a text.
            let asked = line.prompt.split_once(" (Enter").map_or(line.prompt.as_str(), |(asked, _)| asked);
            format!("{asked} [Enter keeps: {}; - takes it out]", line.present)
        };
        let prompt = if line.goes_back { with_back_hint(&prompt) } else { prompt };
        Ok(match self.ask_text(&prompt, " ")? {
            Typed::Text(typed) if typed.is_empty() => Typed::Text(line.present.clone()),
            Typed::Text(typed) if typed == "-" && !line.present.is_empty() => Typed::Text(String::new()),
            typed => typed,
        })
    }

    fn ask_long_text(&mut self, line: &Line, _: &mut dyn FnMut(&str)) -> Result<Typed, LeftError> {
        if line.present.is_empty() {
            return self.ask_text(&with_back_hint(&format!("{} (Enter: none)", line.prompt)), "\n");
        }
        let prompt = format!(
            "{}. Now: {}\nEnter keeps it, + and words add to it, other words replace it, - takes it out, < goes back",
            line.prompt, line.present
        );
        Ok(match self.ask_text(&prompt, "\n")? {
            Typed::Text(typed) => Typed::Text(match typed.strip_prefix('+') {
                Some(more) => format!("{} {}", line.present, more.trim()),
                None if typed.is_empty() => line.present.clone(),
                None if typed == "-" => String::new(),
                None => typed,
            }),
            Typed::Back(_) => Typed::Back(line.present.clone()),
            typed => typed,
        })
    }
}

/// Adds the hint to the brackets at the end of the prompt, if it has any.
fn with_back_hint(prompt: &str) -> String {
    match prompt.strip_suffix(')') {
        Some(start) => format!("{start}, < goes back)"),
        None => format!("{prompt} (< goes back)"),
    }
}

fn range_in_words(screen: &Screen) -> String {
    if let Some(unit) = &screen.unit {
        return format!("The number of {unit}");
    }
    let number = |option: Option<&LevelOption>| option.expect("this question has options").number;
    format!("A number from {} to {}", number(screen.options.first()), number(screen.options.last()))
}

/// The choice that a typed line makes: a number, or the key of a command. An empty line makes none: it could be a slip.
fn find_choice(screen: &Screen, typed: &str) -> Option<Choice> {
    if typed.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
        return match &screen.unit {
            Some(_) => Some(Choice::Number(typed.to_owned())),
            None => screen.option(typed.parse().ok()?).map(|option| option.choice.clone()),
        };
    }
    let mut characters = typed.chars();
    match (characters.next(), characters.next()) {
        (Some('<'), None) => screen.command('b').map(Choice::Command),
        (Some(key), None) => screen.command(key).map(Choice::Command),
        // Such as unknown. If it is neither, the interview says how a number is written.
        (Some(_), Some(_)) if screen.unit.is_some() => Some(Choice::Number(typed.to_owned())),
        _ => None,
    }
}
