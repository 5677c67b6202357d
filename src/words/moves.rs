//! What happened to a question: of its level between two times, and of itself between two editions.

use crate::assessment::EditionChange;
use crate::checklist::QuestionId;
use crate::judge::change::{By, Change};

use crate::text::number_of;

/// What happened to a question between two editions.
pub fn edition_change(change: &EditionChange) -> String {
    let ids = |ids: &[QuestionId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match change {
        EditionChange::Replaced(id, by, reason) => {
            format!("{id} has become {}, and the answers cannot be compared: {reason}", ids(by))
        }
        EditionChange::Reworded(id, by) => {
            format!("{id} has become {}, and the answers can be compared.", ids(by))
        }
        EditionChange::Withdrawn(id, reason) => format!("{id} is no longer asked: {reason}"),
        EditionChange::New(id) => format!("{id} is new."),
    }
}

/// What happened to a question's level between two times.
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

/// `2 levels`; where a range is involved, the least that is sure: `at least 1 level`.
fn levels(By { levels, at_least }: By) -> String {
    let number = number_of(levels as usize, "level", "levels");
    if at_least { format!("at least {number}") } else { number }
}
