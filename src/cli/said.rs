//! A text as it is typed on the command line.

use integrity_healthcheck::text::characters::{refused_in, too_long};

/// Reads a text that is not blank and holds no hidden character.
pub fn said(text: &str) -> Result<String, String> {
    match refused_in(text) {
        Some((_, message)) => Err(message),
        None if text.trim().is_empty() => Err("it is blank".to_owned()),
        None => Ok(text.to_owned()),
    }
}

/// Reads a text that stands at the head of a page, and so may not be long either.
pub fn short(text: &str) -> Result<String, String> {
    match too_long(text) {
        Some(why) => Err(format!("it {why}")),
        None => said(text),
    }
}
