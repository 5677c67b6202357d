//! Draws a question into a window. Its title, text and options are always shown; the answers so far and the list of
//! keys are shortened if there is too little room.

use console::{Style, Term, measure_text_width, truncate_str};
use integrity_healthcheck::document::terminal::{hanging, wrapped};
use integrity_healthcheck::interview::{Command, Screen};

/// In characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub rows: usize,
    pub columns: usize,
}

impl Size {
    /// The smallest window in which every question fits.
    pub const SMALLEST: Self = Self { rows: 16, columns: 60 };

    pub fn new(term: &Term) -> Self {
        let (rows, columns) = term.size();
        Self { rows: rows.into(), columns: columns.into() }
    }

    /// How wide text is drawn: the last column is for the cursor, and lines over 100 columns are hard to read.
    pub fn text_width(self) -> usize {
        self.columns.saturating_sub(1).clamp(1, 100)
    }

    pub fn is_too_small(self) -> bool {
        self.rows < Self::SMALLEST.rows || self.columns < Self::SMALLEST.columns
    }
}

/// From the most to the least room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// With blank lines, and every key listed.
    Spacious,
    /// Without blank lines.
    Compact,
    /// With only the most important keys listed, too.
    FewKeys,
    /// With each option on one line, too.
    OneLineOptions,
}

/// Draws a question in at most as many lines as the window has rows, with `selected` as the option that Enter chooses.
pub fn draw_question(screen: &Screen, selected: Option<usize>, size: Size) -> Vec<String> {
    let width = size.text_width();
    let draw = |layout| (above(screen, selected, width, layout), below(screen, width, layout));
    let height = |layout| {
        let (above, below) = draw(layout);
        above.len() + below.len()
    };
    let wanted = screen.said.len().min(3);
    let layout = [Layout::Spacious, Layout::Compact, Layout::FewKeys]
        .into_iter()
        .find(|layout| height(*layout) + wanted <= size.rows)
        .unwrap_or(if height(Layout::FewKeys) <= size.rows {
            Layout::FewKeys
        } else {
            Layout::OneLineOptions
        });
    let (mut lines, below) = draw(layout);
    lines.extend(said(screen, width, size.rows.saturating_sub(lines.len() + below.len())));
    lines.extend(below);
    lines.truncate(size.rows);
    lines
}

/// The lines above the answers so far.
fn above(screen: &Screen, selected: Option<usize>, width: usize, layout: Layout) -> Vec<String> {
    let bold = Style::new().bold();
    let blank = (layout == Layout::Spacious).then(String::new);
    let progress = format!(", {} · {}", screen.number, screen.progress);
    let place = if matches!(layout, Layout::Spacious | Layout::Compact) {
        wrapped_lines(&format!("{}{progress}", screen.section), width)
    } else {
        let section = cut(&screen.section, width.saturating_sub(measure_text_width(&progress)));
        vec![cut(&format!("{section}{progress}"), width)]
    };
    let mut lines = styled(&Style::new().dim(), place);
    lines.extend(blank.clone());
    lines.extend(styled(&bold, wrapped_lines(&screen.title, width)));
    lines.extend(wrapped_lines(&screen.ask, width));
    lines.extend(blank.clone());
    for (at, option) in screen.options.iter().enumerate() {
        let is_selected = selected == Some(at);
        let bullet = format!("{} {} ", if is_selected { ">" } else { " " }, option.number);
        let text = format!("{}: {}", option.label, option.text);
        let option = match layout {
            Layout::OneLineOptions => vec![cut(&format!("{bullet}{text}"), width)],
            _ => split_lines(&hanging(&text, &bullet, width)),
        };
        lines.extend(if is_selected { styled(&bold, option) } else { option });
    }
    lines.extend(screen.aim.iter().flat_map(|aim| wrapped_lines(aim, width)));
    lines.extend(blank.filter(|_| !screen.said.is_empty()));
    lines
}

/// The lines below the answers so far: the news and the keys.
fn below(screen: &Screen, width: usize, layout: Layout) -> Vec<String> {
    let mut lines: Vec<String> = (layout == Layout::Spacious).then(String::new).into_iter().collect();
    if let Some(news) = &screen.news {
        let news = match layout {
            Layout::OneLineOptions => vec![cut(news, width)],
            _ => wrapped_lines(news, width),
        };
        lines.extend(styled(&Style::new().green(), news));
    }
    lines.extend(key_hints(screen, width, layout));
    lines
}

fn key_hints(screen: &Screen, width: usize, layout: Layout) -> Vec<String> {
    let how = match &screen.unit {
        Some(unit) => format!("Type the number of {unit} or one of these letters, then Enter."),
        None => "Press a number, or arrows and Enter.".to_owned(),
    };
    // Non-breaking spaces keep a key on the same line as its words.
    let named =
        |command: &Command| format!("{}\u{a0}{}", command.key(), command.words().replace(' ', "\u{a0}"));
    let text = match layout {
        Layout::Spacious | Layout::Compact => {
            let all: Vec<String> = screen.commands.iter().map(named).collect();
            format!("{how}   {}", all.join("   "))
        }
        Layout::FewKeys | Layout::OneLineOptions => {
            let how = if screen.unit.is_some() { how.as_str() } else { "Press a number." };
            let whole = screen.command(Command::Whole.key()).map(|_| "w shows it whole");
            let help = screen.command(Command::Help.key()).map(|_| "? help and all keys");
            [Some(how), whole, help].into_iter().flatten().collect::<Vec<_>>().join("   ")
        }
    };
    split_lines(&wrapped(&text, "", width).replace('\u{a0}', " "))
}

/// The answers so far, in at most `rows` lines. If it is shortened, each paragraph keeps one line, and the last line
/// names the key that shows it whole.
fn said(screen: &Screen, width: usize, rows: usize) -> Vec<String> {
    let paragraphs: Vec<Vec<String>> = screen.said.iter().map(|text| wrapped_lines(text, width)).collect();
    if paragraphs.iter().map(Vec::len).sum::<usize>() <= rows {
        return paragraphs.concat();
    }
    let shown = rows.min(paragraphs.len());
    let line = |(at, paragraph): (usize, &Vec<String>)| {
        let is_last = at + 1 == shown;
        let hint = if is_last { " (w shows it whole)" } else { "" };
        let width = width.saturating_sub(hint.len());
        let first = paragraph.first().expect("a wrapped text has a line");
        let more_follows = paragraph.len() > 1 || (is_last && shown < paragraphs.len());
        format!("{}{hint}", if more_follows { cut_with_ellipsis(first, width) } else { cut(first, width) })
    };
    paragraphs.iter().take(shown).enumerate().map(line).collect()
}

/// Cuts a text to one line of `width` columns, ending in … if something was cut.
pub fn cut(text: &str, width: usize) -> String {
    truncate_str(&text.replace(['\n', '\t'], " "), width, "…").into_owned()
}

/// The same for a text that goes on: it always ends in ….
fn cut_with_ellipsis(text: &str, width: usize) -> String {
    let cut = cut(text, width.saturating_sub(2));
    if cut.ends_with('…') { cut } else { format!("{cut} …") }
}

pub fn wrapped_lines(text: &str, width: usize) -> Vec<String> {
    split_lines(&wrapped(text, "", width))
}

pub fn styled(style: &Style, lines: Vec<String>) -> Vec<String> {
    lines.iter().map(|line| style.apply_to(line).to_string()).collect()
}

fn split_lines(text: &str) -> Vec<String> {
    text.split('\n').map(str::to_owned).collect()
}
