//! Removes what XML does not allow, and shortens texts for the header and footer of a page.

use rust_xlsxwriter::Worksheet;

use crate::text::characters::is_refused;

pub fn set_header_and_footer(page: &mut Worksheet, title: &str, context: &str, marking: Option<&str>) {
    let marking = marking.map(marking_text);
    // A long marking needs some of the width that the context and the title would take.
    let long = |marking: &String| marking.lines().any(|line| line.len() > 40) || marking.len() > 80;
    let beside = if marking.as_ref().is_some_and(long) { 20 } else { 60 };
    let part = |text: &str| header_text(&clean(text), beside);
    let middle = marking.map(|marking| format!("&C&\"Arial,Bold\"{marking}")).unwrap_or_default();
    // Excel does not print a header of more than 255 characters; these have at most 200.
    page.set_header(format!("&L{}{middle}&R&A", part(context)));
    page.set_footer(format!("&L{}{middle}&RPage &P of &N", part(title)));
}

/// The marking as a header. Its last line is kept whole, since the code of the approved file may be in it.
fn marking_text(marking: &str) -> String {
    const MOST: usize = 100;
    let marking = clean(marking);
    let (marking, last) = marking.rsplit_once('\n').unwrap_or(("", &marking));
    let last = header_text(last, MOST);
    if marking.is_empty() {
        return last;
    }
    format!("{}\n{last}", header_text(marking, MOST.saturating_sub(last.encode_utf16().count() + 1)))
}

/// A text for a header: on one line, `&` doubled, at most `most` UTF-16 code units of the file.
fn header_text(text: &str, most: usize) -> String {
    let signs: Vec<String> = text
        .chars()
        .map(|sign| match sign {
            '&' => "&&".to_owned(),
            '\n' | '\t' => " ".to_owned(),
            other => other.to_string(),
        })
        .collect();
    let length = |signs: &[String]| signs.iter().map(|sign| sign.encode_utf16().count()).sum::<usize>();
    if length(&signs) <= most {
        return signs.concat();
    }
    let kept = (0..signs.len()).rev().find_map(|kept| signs.get(..kept).filter(|kept| length(kept) < most));
    format!("{}…", kept.unwrap_or_default().concat())
}

/// Replaces what XML does not allow and characters that cannot be seen, other than line ends.
pub fn clean(text: &str) -> String {
    let seen = |sign| match sign {
        '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        other if is_refused(other) => '\u{FFFD}',
        other => other,
    };
    text.replace("\r\n", "\n").chars().map(seen).collect()
}
