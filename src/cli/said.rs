//! A text as it is typed on the command line.

use integrity_healthcheck::text::characters;

/// Reads a text that is not blank, not too long, and holds no hidden character.
pub fn said(text: &str) -> Result<String, String> {
    let too_long = || characters::too_long(text).map(|why| format!("it {why}"));
    match characters::refused_in(text).map(|(_, message)| message).or_else(too_long) {
        Some(message) => Err(message),
        None if text.trim().is_empty() => Err("it is blank".to_owned()),
        None => Ok(text.to_owned()),
    }
}
