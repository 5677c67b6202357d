//! Levels in the published JSON: of a range, its lowest and its highest.

use crate::assessment::Standing;
use crate::checklist::Level;

/// The highest level of a finding that is a range.
pub fn highest_word(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Level(levels) => levels.up_to().map(Level::word),
        _ => None,
    }
}

/// The level, or the lowest of a range; or the word that stands in its place.
pub fn level_word(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Level(levels) => Some(levels.lowest().word()),
        Standing::Unknown => Some("unknown"),
        Standing::NotApplicable => Some("not-applicable"),
        Standing::Unanswered => None,
    }
}
