//! Levels, and how they changed.

use crate::assessment::Standing;
use crate::checklist::{Level, LevelNames, Question};
use crate::judge::change::{By, Change};
use crate::text::number_of;

/// Shown wherever a level is chosen.
pub fn how_levels_are_read(names: &LevelNames) -> String {
    format!(
        "The answer is the highest level all of whose words are known to be true. What exists but falls short of {} is \
         {}. In doubt between two levels, choose the lower.",
        names.name(Level::InPlace),
        names.name(Level::Developing)
    )
}

/// The short form for narrow columns: `2`, `2–3`, `?`.
pub fn level_sign(standing: Standing) -> String {
    match standing {
        Standing::Level(levels) => match levels.up_to() {
            None => levels.lowest().points().to_string(),
            Some(highest) => format!("{}–{}", levels.lowest().points(), highest.points()),
        },
        Standing::Unknown => "?".to_owned(),
        Standing::NotApplicable => "n/a".to_owned(),
        Standing::Unanswered => "-".to_owned(),
    }
}

/// A level with its description for a question. The description may name several states, of which the force is in one.
pub fn level_described(question: &Question, level: Level) -> String {
    let name = question.level_names().name(level);
    match question.scale() {
        Some(scale) => format!("{name}, in the checklist's words: “{}”", scale.description_in_full(level)),
        None => name.to_owned(),
    }
}

/// The levels with their numbers: `0 absent, 1 developing, ...`.
pub fn level_numbers(names: &LevelNames) -> String {
    Level::ALL.map(|level| format!("{} {}", level.points(), names.name(level))).join(", ")
}

pub fn change(change: Change) -> String {
    match change {
        Change::Up(by) => format!("up {}", levels(by)),
        Change::Down(by) => format!("down {}", levels(by)),
        Change::Unchanged => "unchanged".to_owned(),
        Change::NotSettled => "not settled".to_owned(),
        Change::Established => "established".to_owned(),
        Change::ToBeEstablished => "to be established".to_owned(),
        Change::NotComparable => "not comparable".to_owned(),
        Change::New => "new".to_owned(),
        Change::NoLevelThen => "no level then".to_owned(),
        Change::NoLevelNow => "no level now".to_owned(),
    }
}

/// `2 levels`, or if one of the two is a range `at least 1 level`.
fn levels(By { levels, at_least }: By) -> String {
    let number = number_of(levels as usize, "level", "levels");
    if at_least { format!("at least {number}") } else { number }
}
