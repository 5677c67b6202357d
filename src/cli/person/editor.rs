//! A text of several lines as it is edited on the screen: wrapped at words, in whatever room there is.
//!
//! Nothing here draws or reads: what stands on which line follows from the text and the width alone, so that a window
//! of another size is no special case.

use std::ops::Range;

use console::{Key, measure_text_width};

/// A text and the place in it at which something is typed.
#[derive(Debug, Default)]
pub struct Editor {
    characters: Vec<char>,
    at: usize,
    /// The column that going up and down keeps to.
    column: Option<usize>,
}

/// What is seen of a text: its lines, and where in them the cursor stands.
#[derive(Debug, PartialEq, Eq)]
pub struct View {
    /// The lines that there is room for.
    pub lines: Vec<String>,
    /// The line of the cursor, from 0.
    pub row: usize,
    /// The column of the cursor, from 0.
    pub column: usize,
    /// Lines that there is no room for, above and below.
    pub hidden: (usize, usize),
}

impl Editor {
    /// A text with the cursor at its end.
    pub fn of(text: &str) -> Self {
        let characters: Vec<char> = text.chars().collect();
        Self { at: characters.len(), characters, column: None }
    }

    /// The text as it stands.
    pub fn text(&self) -> String {
        self.characters.iter().collect()
    }

    /// Puts a text in at the cursor. A tab is as wide as a terminal likes, so spaces stand for it.
    pub fn insert(&mut self, text: &str) {
        let text: Vec<char> = text.replace("\r\n", "\n").replace('\t', "    ").chars().collect();
        self.column = None;
        let number = text.len();
        self.characters.splice(self.at..self.at, text);
        self.at += number;
    }

    /// Does what a key does to a text that is so many columns wide.
    pub fn press(&mut self, key: &Key, width: usize) {
        match key {
            Key::ArrowUp => return self.move_by_lines(-1, width),
            Key::ArrowDown => return self.move_by_lines(1, width),
            Key::Enter => self.insert("\n"),
            Key::Char(character) if !character.is_control() => self.insert(&character.to_string()),
            Key::Tab => self.insert("\t"),
            Key::ArrowLeft => self.at = self.before(),
            Key::ArrowRight => self.at = self.behind(),
            Key::Backspace => {
                let before = self.before();
                self.characters.drain(before..self.at);
                self.at = before;
            }
            Key::Del => drop(self.characters.drain(self.at..self.behind())),
            Key::Home => self.at = self.line(width).start,
            Key::End => self.at = self.end_of(&self.line(width), width),
            _ => return,
        }
        self.column = None;
    }

    /// What is seen of it in so many columns and rows, the cursor's line among it.
    pub fn view(&self, width: usize, rows: usize) -> View {
        let lines = self.lines(width);
        let row = self.row(&lines);
        let first = (row + 1).saturating_sub(rows.max(1));
        let shown = lines.iter().skip(first).take(rows);
        let text = |line: &Range<usize>| self.shown(line).trim_end_matches('\n').to_owned();
        let column = lines.get(row).map_or(0, |line| measure_text_width(&self.shown(&(line.start..self.at))));
        View {
            lines: shown.map(text).collect(),
            row: row - first,
            column: column.min(width.saturating_sub(1)),
            hidden: (first, lines.len().saturating_sub(first + rows)),
        }
    }

    fn shown(&self, range: &Range<usize>) -> String {
        self.characters.get(range.clone()).unwrap_or_default().iter().collect()
    }

    fn width_of(&self, at: usize) -> usize {
        self.characters.get(at).map_or(0, |character| measure_text_width(&character.to_string()))
    }

    /// The place one character back, over marks that stand on it.
    fn before(&self) -> usize {
        let mut at = self.at.saturating_sub(1);
        while at > 0 && self.width_of(at) == 0 && self.characters.get(at) != Some(&'\n') {
            at -= 1;
        }
        at
    }

    fn behind(&self) -> usize {
        let mut at = (self.at + 1).min(self.characters.len());
        while self.characters.get(at).is_some_and(|character| *character != '\n') && self.width_of(at) == 0 {
            at += 1;
        }
        at
    }

    /// Where each line begins and ends. A line end, or the spaces at which a line is broken, belong to the line before.
    fn lines(&self, width: usize) -> Vec<Range<usize>> {
        let width = width.max(2);
        let mut lines = Vec::new();
        let (mut start, mut columns, mut space) = (0, 0, None);
        for (at, character) in self.characters.iter().enumerate() {
            let wide = self.width_of(at);
            if *character != '\n' && *character != ' ' && columns + wide > width - 1 {
                // At the last space, or in a word that is longer than a line.
                let end = space.unwrap_or(at);
                lines.push(start..end);
                columns = measure_text_width(&self.shown(&(end..at)));
                (start, space) = (end, None);
            }
            columns += wide;
            match character {
                '\n' => {
                    lines.push(start..at + 1);
                    (start, columns, space) = (at + 1, 0, None);
                }
                ' ' => space = Some(at + 1),
                _ => {}
            }
        }
        lines.push(start..self.characters.len());
        lines
    }

    /// The line of the cursor: the last that begins before or at it.
    fn row(&self, lines: &[Range<usize>]) -> usize {
        lines.iter().rposition(|line| line.start <= self.at).unwrap_or(0)
    }

    fn line(&self, width: usize) -> Range<usize> {
        let lines = self.lines(width);
        lines.get(self.row(&lines)).cloned().unwrap_or_default()
    }

    /// The last place on a line at which the cursor still stands on it.
    fn end_of(&self, line: &Range<usize>, width: usize) -> usize {
        let is_last = self.lines(width).last() == Some(line);
        if is_last { line.end } else { line.end.saturating_sub(1).max(line.start) }
    }

    fn move_by_lines(&mut self, by: isize, width: usize) {
        let lines = self.lines(width);
        let row = self.row(&lines);
        let Some(line) = lines.get(row) else { return };
        let column = self.column.unwrap_or_else(|| measure_text_width(&self.shown(&(line.start..self.at))));
        let Some(to) = row.checked_add_signed(by).and_then(|row| lines.get(row)) else { return };
        let end = self.end_of(to, width);
        let mut at = to.start;
        let mut columns = 0;
        while at < end && columns < column {
            columns += self.width_of(at);
            at += 1;
        }
        self.at = at;
        self.column = Some(column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(editor: &Editor, width: usize) -> Vec<String> {
        editor.view(width, 99).lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn no_word_is_broken_that_fits_a_line_and_nothing_is_lost_in_any_width() {
        let text =
            "The force has one register since May.\n\nÉvidence: ŵ 👮 and averylongwordthatfitsnoline here";
        let editor = Editor::of(text);
        assert_eq!(
            seen(&editor, 20),
            [
                "The force has one",
                "register since May.",
                "",
                "Évidence: ŵ 👮 and",
                "averylongwordthatfi",
                "tsnoline here"
            ]
        );
        for width in 2..90 {
            let whole: String = editor.lines(width).into_iter().map(|line| editor.shown(&line)).collect();
            assert_eq!(whole, text, "{width}");
            let too_wide =
                seen(&editor, width).into_iter().find(|line| measure_text_width(line) >= width.max(3));
            assert_eq!(too_wide, None, "{width}");
        }
    }

    #[test]
    fn what_is_typed_stands_where_the_cursor_is() {
        let mut editor = Editor::of("one two");
        for key in [Key::ArrowLeft, Key::ArrowLeft, Key::Backspace, Key::Char('é'), Key::Home, Key::Del] {
            editor.press(&key, 40);
        }
        // Behind the t of two, which becomes é; then the first letter goes.
        assert_eq!(editor.text(), "ne éwo");
        editor.press(&Key::End, 40);
        editor.insert("\r\nnext\tline");
        assert_eq!(editor.text(), "ne éwo\nnext    line");
    }

    #[test]
    fn up_and_down_keep_to_their_column() {
        let mut editor = Editor::of("a long first line\nb\na long third line");
        let at = |editor: &Editor| {
            let view = editor.view(40, 9);
            (view.row, view.column)
        };
        assert_eq!(at(&editor), (2, 17));
        editor.press(&Key::ArrowUp, 40);
        assert_eq!(at(&editor), (1, 1));
        editor.press(&Key::ArrowUp, 40);
        assert_eq!(at(&editor), (0, 17));
        editor.press(&Key::ArrowUp, 40);
        assert_eq!(at(&editor), (0, 17));
    }

    #[test]
    fn the_line_of_the_cursor_is_always_seen() {
        let mut editor = Editor::of("1\n2\n3\n4\n5");
        assert_eq!(
            editor.view(20, 3),
            View { lines: vec!["3".into(), "4".into(), "5".into()], row: 2, column: 1, hidden: (2, 0) }
        );
        (0..4).for_each(|_| editor.press(&Key::ArrowUp, 20));
        let view = editor.view(20, 3);
        assert_eq!((view.row, view.hidden), (0, (0, 2)));
    }
}
