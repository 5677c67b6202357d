//! A question drawn into a window: title, question and options always stand; what was said of it so far, and the
//! names of the keys, make room.

use console::{Style, Term, truncate_str};
use integrity_healthcheck::document::terminal::{hanging, wrapped};
use integrity_healthcheck::interview::{Command, Screen};

/// The rows and columns of a window.
pub type Size = (usize, usize);

/// The least that the interview needs, in rows and columns.
pub const LEAST: Size = (16, 60);

/// The widest that text is drawn; longer lines are hard to read.
const WIDEST: usize = 100;

/// The rows and columns that there are.
pub fn size(term: &Term) -> Size {
    let (rows, columns) = term.size();
    (usize::from(rows), usize::from(columns))
}

/// The columns that are drawn in: the last is left, for the cursor.
pub fn width(columns: usize) -> usize {
    columns.saturating_sub(1).clamp(1, WIDEST)
}

/// How much room is taken by what is not the question.
#[derive(Debug, Clone, Copy)]
enum Room {
    /// With blank lines, and every key named.
    Ample,
    /// Without blank lines.
    Tight,
    /// Without blank lines, and only the keys that matter most named.
    Short,
    /// Each option on one line, too.
    Clipped,
}

/// A question as lines, no more than there are rows.
pub fn question(screen: &Screen, ready: Option<usize>, (rows, columns): Size) -> Vec<String> {
    let width = width(columns);
    let wanted = screen.said.len().min(3);
    let rooms = [Room::Ample, Room::Tight, Room::Short];
    let fits =
        |room: &Room| fixed(screen, ready, width, *room).iter().map(Vec::len).sum::<usize>() + wanted <= rows;
    let room = rooms.into_iter().find(fits).unwrap_or_else(|| {
        let short = fixed(screen, ready, width, Room::Short).iter().map(Vec::len).sum::<usize>();
        if short <= rows { Room::Short } else { Room::Clipped }
    });
    let [above, below] = fixed(screen, ready, width, room);
    let left = rows.saturating_sub(above.len() + below.len());
    let mut lines = above;
    lines.extend(said(screen, width, left));
    lines.extend(below);
    lines.truncate(rows);
    lines
}

/// What stands above and below of what was said so far.
fn fixed(screen: &Screen, ready: Option<usize>, width: usize, room: Room) -> [Vec<String>; 2] {
    let bold = Style::new().bold();
    let dim = Style::new().dim();
    let blank = matches!(room, Room::Ample).then(String::new);
    let progress = format!(", {} · {}", screen.number, screen.progress);
    let room_for_section = width.saturating_sub(console::measure_text_width(&progress));
    let mut above = match room {
        Room::Ample | Room::Tight => lines_of(&wrapped(&format!("{}{progress}", screen.section), "", width)),
        _ => vec![cut(&format!("{}{progress}", cut(&screen.section, room_for_section)), width)],
    };
    above.iter_mut().for_each(|line| *line = dim.apply_to(&line).to_string());
    above.extend(blank.clone());
    above.extend(
        lines_of(&wrapped(&screen.title, "", width)).iter().map(|line| bold.apply_to(line).to_string()),
    );
    above.extend(lines_of(&wrapped(&screen.ask, "", width)));
    above.extend(blank.clone());
    for (at, option) in screen.options.iter().enumerate() {
        let is_ready = ready == Some(at);
        let mark = if is_ready { ">" } else { " " };
        let first = format!("{mark} {} ", option.number);
        let text = format!("{}: {}", option.label, option.text);
        let lines = match room {
            Room::Clipped => vec![cut(&format!("{first}{text}"), width)],
            _ => lines_of(&hanging(&text, &first, width)),
        };
        above.extend(
            lines.into_iter().map(|line| if is_ready { bold.apply_to(line).to_string() } else { line }),
        );
    }
    above.extend(screen.aim.iter().flat_map(|aim| lines_of(&wrapped(aim, "", width))));
    above.extend(blank.clone().filter(|_| !screen.said.is_empty()));
    let green = Style::new().green();
    let news = screen.news.iter().flat_map(|news| match room {
        Room::Clipped => vec![cut(news, width)],
        _ => lines_of(&wrapped(news, "", width)),
    });
    let below = blank.into_iter().chain(news.map(|line| green.apply_to(line).to_string()));
    [above, below.chain(keys(screen, width, room)).collect()]
}

/// The keys and what they do. Non-breaking spaces keep a key beside its words.
fn keys(screen: &Screen, width: usize, room: Room) -> Vec<String> {
    let how = match &screen.number_of {
        Some(unit) => format!("Type the number of {unit} or one of these letters, then Enter."),
        None => "Press a number, or arrows and Enter.".to_owned(),
    };
    let named =
        |command: &Command| format!("{}\u{a0}{}", command.key(), command.words().replace(' ', "\u{a0}"));
    let text = match room {
        Room::Ample | Room::Tight => {
            let all: Vec<String> = screen.commands.iter().map(named).collect();
            format!("{how}   {}", all.join("   "))
        }
        Room::Short | Room::Clipped => {
            let help = screen.command(Command::Help.key()).map(|_| "? help and all keys");
            let how = if screen.number_of.is_some() { how.as_str() } else { "Press a number." };
            let whole = screen.command(Command::Whole.key()).map(|_| "w shows it whole");
            std::iter::once(how).chain(whole).chain(help).collect::<Vec<_>>().join("   ")
        }
    };
    lines_of(&wrapped(&text, "", width).replace('\u{a0}', " "))
}

/// What was said so far, shortened to so many lines; that it was, is said.
fn said(screen: &Screen, width: usize, rows: usize) -> Vec<String> {
    let whole: Vec<Vec<String>> =
        screen.said.iter().map(|text| lines_of(&wrapped(text, "", width))).collect();
    if whole.iter().map(Vec::len).sum::<usize>() <= rows {
        return whole.into_iter().flatten().collect();
    }
    let hint = " (w shows it whole)";
    let mut lines: Vec<String> = Vec::new();
    let shown = rows.min(whole.len());
    for (at, text) in whole.iter().take(shown).enumerate() {
        let is_cut = text.len() > 1 || (at + 1 == shown && shown < whole.len());
        let first = text.first().cloned().unwrap_or_default();
        let is_last = at + 1 == shown;
        lines.push(match (is_cut, is_last) {
            (true, true) => format!("{}{hint}", cut_off(&first, width.saturating_sub(hint.chars().count()))),
            (true, false) => cut_off(&first, width),
            (false, true) => format!("{}{hint}", cut(&first, width.saturating_sub(hint.chars().count()))),
            (false, false) => first,
        });
    }
    lines
}

/// A text cut to so many columns.
pub fn cut(text: &str, width: usize) -> String {
    truncate_str(&text.replace(['\n', '\t'], " "), width, "…").into_owned()
}

/// A text of which more follows, cut to so many columns.
fn cut_off(text: &str, width: usize) -> String {
    let cut = cut(text, width.saturating_sub(2));
    if cut.ends_with('…') { cut } else { format!("{cut} …") }
}

fn lines_of(text: &str) -> Vec<String> {
    text.split('\n').map(str::to_owned).collect()
}
