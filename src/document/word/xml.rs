//! The elements that several parts of a Word file are made of.

use maud::{Markup, html};

pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub fn paragraph(style: &str, content: &Markup) -> Markup {
    paragraph_with(style, &Markup::default(), content)
}

/// A paragraph with properties in addition to those of its style.
pub fn paragraph_with(style: &str, properties: &Markup, content: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} (properties) } (content) } }
}

/// Keeps a paragraph on the same page as the next one, if `with_next`.
pub fn keep_next(with_next: bool) -> Markup {
    html! { @if with_next { w:keepNext {} } }
}

pub fn run(text: &str) -> Markup {
    html! {
        w:r {
            @for (at, line) in text.lines().enumerate() {
                @if at > 0 { w:br {} }
                w:t xml:space="preserve" { (allowed(line)) }
            }
        }
    }
}

/// Replaces characters that XML does not allow, and tabs by four spaces as in the other formats.
pub fn allowed(text: &str) -> String {
    let text = text.replace('\t', "    ");
    text.chars().map(|character| if is_allowed(character) { character } else { '\u{fffd}' }).collect()
}

fn is_allowed(character: char) -> bool {
    !character.is_control() && !matches!(character, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_stays_text() {
        let drawn = run("<w:p> & \"a\"\n\t{ MERGEFIELD }\u{7}\u{ffff}").0;
        assert_eq!(
            drawn,
            "<w:r><w:t xml:space=\"preserve\">&lt;w:p&gt; &amp; &quot;a&quot;</w:t><w:br></w:br>\
             <w:t xml:space=\"preserve\">    { MERGEFIELD }\u{fffd}\u{fffd}</w:t></w:r>"
        );
    }
}
