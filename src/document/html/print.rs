//! The header and footer of printed pages, written in the style sheet.

use crate::document::Document;

/// Each is one box as wide as the page, so that no marking is too long for it.
pub fn header_and_footer(document: &Document) -> String {
    let marking = document.marking.as_deref().unwrap_or_default().lines();
    let marking: String = marking.map(|line| format!("{} \"\\a\" ", css_string(line))).collect();
    let context = css_string(&document.context);
    format!(
        "@page {{\n  @top-center {{ content: {marking}{context} }}\n  \
         @bottom-center {{ content: {marking}\"Page \" counter(page) \" of \" counter(pages) }}\n}}\n"
    )
}

/// A text as a CSS string. Everything except letters, digits and spaces is escaped, so that nothing in it can end the
/// string or the style sheet.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for character in text.chars() {
        match character {
            ' ' => string.push(' '),
            plain if plain.is_alphanumeric() => string.push(plain),
            // A line end would make the header taller.
            space if space.is_whitespace() => string.push(' '),
            // Six digits, the most there can be, and a space that ends the escape.
            other => string.push_str(&format!("\\{:06x} ", u32::from(other))),
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_css_string_ends_where_it_should() {
        let cases = [
            ("OFFICIAL", "\"OFFICIAL\""),
            ("a\"b", "\"a\\000022 b\""),
            ("\\", "\"\\00005c \""),
            ("</style>", "\"\\00003c \\00002f style\\00003e \""),
            ("two\nlines", "\"two lines\""),
            ("Dyfed–Powys é", "\"Dyfed\\002013 Powys é\""),
        ];
        for (text, expected) in cases {
            assert_eq!(css_string(text), expected);
        }
    }
}
