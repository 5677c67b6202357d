//! A text being typed: where its lines break, and where the cursor goes. Nothing here draws or reads. Lines follow from the
//! text and the width alone, so that a resized window is no special case.

use std::ops::Range;

use console::{Key, measure_text_width};

#[derive(Debug, Default)]
pub struct Editor {
    characters: Vec<char>,
    /// Where a character would be inserted.
    cursor: usize,
    /// The column that up and down return to after a shorter line.
    column: Option<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct View {
    pub lines: Vec<String>,
    /// Where the cursor is in these lines, from 0.
    pub row: usize,
    pub column: usize,
    /// How many lines above and below do not fit.
    pub hidden: (usize, usize),
}

impl Editor {
    /// Starts with the cursor at the end.
    pub fn new(text: &str) -> Self {
        let characters: Vec<char> = text.chars().collect();
        Self { cursor: characters.len(), characters, column: None }
    }

    pub fn text(&self) -> String {
        self.characters.iter().collect()
    }

    /// A tab becomes four spaces, since terminals differ in its width.
    pub fn insert(&mut self, text: &str) {
        let text: Vec<char> = text.replace("\r\n", "\n").replace('\t', "    ").chars().collect();
        self.column = None;
        let length = text.len();
        self.characters.splice(self.cursor..self.cursor, text);
        self.cursor += length;
    }

    /// Lines break at `width` columns.
    pub fn press(&mut self, key: &Key, width: usize) {
        match key {
            Key::ArrowUp => return self.move_by_lines(-1, width),
            Key::ArrowDown => return self.move_by_lines(1, width),
            Key::Enter => self.insert("\n"),
            Key::Char(character) if !character.is_control() => self.insert(&character.to_string()),
            Key::Tab => self.insert("\t"),
            Key::ArrowLeft => self.cursor = self.previous(),
            Key::ArrowRight => self.cursor = self.next(),
            Key::Backspace => {
                let previous = self.previous();
                self.characters.drain(previous..self.cursor);
                self.cursor = previous;
            }
            Key::Del => drop(self.characters.drain(self.cursor..self.next())),
            Key::Home | Key::End => {
                let lines = self.lines(width);
                let (_, line) = self.cursor_line(&lines);
                self.cursor = if *key == Key::Home { line.start } else { last_place(line, &lines) };
            }
            _ => return,
        }
        self.column = None;
    }

    /// The lines that fit so many columns and rows, among them the cursor's.
    pub fn view(&self, width: usize, rows: usize) -> View {
        let lines = self.lines(width);
        let (row, line) = self.cursor_line(&lines);
        let first = (row + 1).saturating_sub(rows.max(1));
        let shown = lines.iter().skip(first).take(rows);
        let text = |line: &Range<usize>| self.slice(line.start..line.end).trim_end_matches('\n').to_owned();
        View {
            lines: shown.map(text).collect(),
            row: row - first,
            column: self.cursor_column(line).min(width.saturating_sub(1)),
            hidden: (first, lines.len().saturating_sub(first + rows)),
        }
    }

    fn slice(&self, range: Range<usize>) -> String {
        self.characters.get(range).expect("a line lies within the text").iter().collect()
    }

    fn width_at(&self, at: usize) -> usize {
        self.characters.get(at).map_or(0, |character| measure_text_width(&character.to_string()))
    }

    /// The place one character to the left, before any combining marks.
    fn previous(&self) -> usize {
        let mut at = self.cursor.saturating_sub(1);
        while at > 0 && self.is_combining(at) {
            at -= 1;
        }
        at
    }

    /// The place one character to the right, behind any combining marks.
    fn next(&self) -> usize {
        let mut at = (self.cursor + 1).min(self.characters.len());
        while self.is_combining(at) {
            at += 1;
        }
        at
    }

    fn is_combining(&self, at: usize) -> bool {
        self.characters.get(at).is_some_and(|character| *character != '\n') && self.width_at(at) == 0
    }

    /// Where each line starts and ends. Lines break at spaces; these, and a line end, belong to the line before.
    fn lines(&self, width: usize) -> Vec<Range<usize>> {
        let width = width.max(2);
        let mut lines = Vec::new();
        let (mut start, mut columns, mut space) = (0, 0, None);
        for (at, character) in self.characters.iter().enumerate() {
            let wide = self.width_at(at);
            if *character != '\n' && *character != ' ' && columns + wide > width - 1 {
                // At the last space, or in a word that is longer than a line.
                let end = space.unwrap_or(at);
                lines.push(start..end);
                columns = measure_text_width(&self.slice(end..at));
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

    fn cursor_line<'l>(&self, lines: &'l [Range<usize>]) -> (usize, &'l Range<usize>) {
        let starts_before = |(_, line): &(usize, &Range<usize>)| line.start <= self.cursor;
        lines.iter().enumerate().rfind(starts_before).expect("the first line starts at 0")
    }

    fn cursor_column(&self, line: &Range<usize>) -> usize {
        measure_text_width(&self.slice(line.start..self.cursor))
    }

    fn move_by_lines(&mut self, by: isize, width: usize) {
        let lines = self.lines(width);
        let (row, line) = self.cursor_line(&lines);
        let column = self.column.unwrap_or_else(|| self.cursor_column(line));
        let Some(to) = row.checked_add_signed(by).and_then(|row| lines.get(row)) else { return };
        let end = last_place(to, &lines);
        let (mut at, mut columns) = (to.start, 0);
        while at < end && columns < column {
            columns += self.width_at(at);
            at += 1;
        }
        self.cursor = at;
        self.column = Some(column);
    }
}

/// The last place at which the cursor is still on this line.
fn last_place(line: &Range<usize>, lines: &[Range<usize>]) -> usize {
    if lines.last() == Some(line) { line.end } else { line.end.saturating_sub(1).max(line.start) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(editor: &Editor, width: usize) -> Vec<String> {
        editor.view(width, 99).lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn no_word_that_fits_a_line_is_broken_and_no_width_loses_text() {
        let text =
            "The force has one register since May.\n\nÉvidence: ŵ 👮 and averylongwordthatfitsnoline here";
        let editor = Editor::new(text);
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
            let whole: String = editor.lines(width).into_iter().map(|line| editor.slice(line)).collect();
            assert_eq!(whole, text, "{width}");
            let too_wide =
                seen(&editor, width).into_iter().find(|line| measure_text_width(line) >= width.max(3));
            assert_eq!(too_wide, None, "{width}");
        }
    }

    #[test]
    fn keys_change_the_text_at_the_cursor() {
        let mut editor = Editor::new("one two");
        for key in [Key::ArrowLeft, Key::ArrowLeft, Key::Backspace, Key::Char('é'), Key::Home, Key::Del] {
            editor.press(&key, 40);
        }
        // The t of two becomes é; then the first letter goes.
        assert_eq!(editor.text(), "ne éwo");
        editor.press(&Key::End, 40);
        editor.insert("\r\nnext\tline");
        assert_eq!(editor.text(), "ne éwo\nnext    line");
    }

    #[test]
    fn up_and_down_return_to_their_column() {
        let mut editor = Editor::new("a long first line\nb\na long third line");
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
    fn the_line_of_the_cursor_is_always_shown() {
        let mut editor = Editor::new("1\n2\n3\n4\n5");
        assert_eq!(
            editor.view(20, 3),
            View { lines: vec!["3".into(), "4".into(), "5".into()], row: 2, column: 1, hidden: (2, 0) }
        );
        (0..4).for_each(|_| editor.press(&Key::ArrowUp, 20));
        let view = editor.view(20, 3);
        assert_eq!((view.row, view.hidden), (0, (0, 2)));
    }
}
