//! The action plan in an assessment's file, changed with all else left as it is.

use chrono::NaiveDate;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value as Toml};

use super::text::{changed, keep_comments};
use super::{Unwritable, read_back, set, toml_date};
use crate::assessment::{Action, ActionNote, Assessment, Done, Due, Standing};
use crate::text::source::Source;

/// The text of an assessment with its actions replaced by these, and the assessment that it then is.
///
/// # Errors
///
/// When the text would not be a valid assessment with them, or would not say what was meant.
pub fn set_actions(
    source: &Source,
    assessment: &Assessment,
    actions: Vec<Action>,
    today: NaiveDate,
) -> Result<(Source, Assessment), Unwritable> {
    let highest = actions.iter().map(|action| action.id.0).max().unwrap_or_default();
    let last_action = highest.max(assessment.last_action);
    let text = changed(source.text(), |document| {
        // A number is never used again, not even that of an action which somebody deletes by hand.
        if !actions.is_empty() {
            set(document.as_table_mut(), "last-action", Some(i64::from(last_action).into()));
        }
        for action in &actions {
            let before = document.to_string();
            put_action(document, action);
            keep_comments(&before, document, |document| table_of(document, action));
        }
    })?;
    let meant = Assessment { actions, last_action, ..assessment.clone() };
    read_back(source, text, &meant, today)
}

/// Puts an action in the place of the one of its id, or behind all others.
pub fn put_action(document: &mut DocumentMut, action: &Action) {
    let item = document.entry("actions").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !item.is_array_of_tables() {
        // An empty list has no tables to become.
        let tables = std::mem::take(item).into_array_of_tables().unwrap_or_default();
        *item = Item::ArrayOfTables(tables);
        // As the name of tables it stands without the spaces that stood before an equals sign.
        if let Some(mut key) = document.key_mut("actions") {
            key.leaf_decor_mut().clear();
        }
    }
    if table_of(document, action).is_none() {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        set(&mut table, "id", Some(action.id.to_string().into()));
        let tables = document.get_mut("actions").and_then(Item::as_array_of_tables_mut);
        tables.into_iter().for_each(|tables| tables.push(table.clone()));
    }
    let Some(table) = table_of(document, action) else { return };
    let (due, never) = match &action.due {
        Due::On(day) => (Some(Toml::from(toml_date(*day))), None),
        Due::Never(reason) => (None, Some(Toml::from(reason.as_str()))),
    };
    set(table, "question", Some(action.question.as_str().into()));
    set(table, "level-then", action.level_then.and_then(Standing::word).map(Toml::from));
    set(table, "action", Some(action.action.as_str().into()));
    set(table, "owner", Some(action.owner.as_str().into()));
    set(table, "due", due);
    set(table, "no-due", never);
    set(table, "status", Some(action.status.words().into()));
    set(table, "reason", action.reason.as_deref().map(Toml::from));
    set(table, "notes", (!action.notes.is_empty()).then(|| notes(&action.notes)));
}

/// The table of an action that is there.
fn table_of<'a>(document: &'a mut DocumentMut, action: &Action) -> Option<&'a mut Table> {
    let id = action.id.to_string();
    let tables = document.get_mut("actions").and_then(Item::as_array_of_tables_mut)?;
    tables.iter_mut().find(|table| table.get("id").and_then(Item::as_str) == Some(id.as_str()))
}

/// Actions that were done and stayed behind.
pub fn done(done: &[Done]) -> Toml {
    let mut array = Array::new();
    for each in done {
        let mut table = InlineTable::new();
        table.insert("id", each.id.to_string().into());
        table.insert("action", each.action.as_str().into());
        if let Some(word) = each.level_then.and_then(Standing::word) {
            table.insert("level-then", word.into());
        }
        array.push(table);
    }
    array.into()
}

fn notes(notes: &[ActionNote]) -> Toml {
    let mut array = Array::new();
    for note in notes {
        let mut table = InlineTable::new();
        table.insert("on", toml_date(note.on).into());
        table.insert("text", note.text.as_str().into());
        array.push(table);
    }
    array.into()
}
