//! Lists of tables with ids in a file: actions, and forms that were sent.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Key, Table};

use super::action::{ActionFormat, ID, last_action};
use super::names::{ACTIONS, SENT};
use super::sent::sent;
use crate::assessment::{Action, Assessment, SentForm};
use crate::checklist::Checklist;
use crate::toml_text::{Written, change_keeping_comments, has_comments};

/// Replaces all actions.
pub(super) fn put_actions(
    document: &mut DocumentMut,
    held: &Assessment,
    actions: &[Action],
    last_action: u32,
    today: NaiveDate,
) {
    // Unchanged actions are not written again.
    let written: BTreeMap<_, _> = held.actions.iter().map(|action| (action.id, action)).collect();
    let mut format = ActionFormat::new(&held.checklist, today);
    // A number is never used again, even if someone deletes its action by hand.
    if !actions.is_empty() {
        put_last_action(document, last_action);
    }
    drop_other_actions(document, actions);
    for action in actions.iter().filter(|action| written.get(&action.id) != Some(action)) {
        let change = |document: &mut DocumentMut| put_action(document, &mut format, action);
        put_keeping_comments(document, ACTIONS, &action.id.to_string(), change);
    }
}

/// Replaces all sent forms.
pub(super) fn put_sent(
    document: &mut DocumentMut,
    checklist: &Checklist,
    all: &[SentForm],
    today: NaiveDate,
) {
    for each in all {
        let id = each.id.to_string();
        let mut seen = BTreeSet::new();
        let written = Written::collect(|keys| sent(keys, checklist, today, &mut seen, Some(each)));
        put_keeping_comments(document, SENT, &id, |document| put_listed(document, SENT, &id, written));
    }
}

fn put_keeping_comments(
    document: &mut DocumentMut,
    list: &str,
    id: &str,
    change: impl FnOnce(&mut DocumentMut),
) {
    let may_drop = match document.get(list) {
        None => false,
        Some(Item::ArrayOfTables(_)) => table_of(document, list, id)
            .is_some_and(|table| has_comments(&Key::new(id), &Item::Table(table.clone()))),
        // An inline list is about to be rewritten as tables.
        Some(_) => true,
    };
    change_keeping_comments(document, may_drop, change, |document| table_of(document, list, id));
}

pub(super) fn put_last_action(document: &mut DocumentMut, last: u32) {
    if last > 0 {
        Written::collect(|keys| last_action(keys, last)).set_in(document.as_table_mut());
    }
}

pub(super) fn put_action(document: &mut DocumentMut, format: &mut ActionFormat<'_>, action: &Action) {
    let written = Written::collect(|keys| format.action(keys, Some(action)));
    put_listed(document, ACTIONS, &action.id.to_string(), written);
}

/// Replaces the table with this id in a list, or adds one at the end.
fn put_listed(document: &mut DocumentMut, list: &str, id: &str, written: Written) {
    let item = document.entry(list).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !item.is_array_of_tables() {
        // An empty list cannot be converted.
        let tables = std::mem::take(item).into_array_of_tables().unwrap_or_default();
        *item = Item::ArrayOfTables(tables);
        // In the header of a table there are no spaces as before an equals sign.
        if let Some(mut key) = document.key_mut(list) {
            key.leaf_decor_mut().clear();
        }
    }
    match table_of(document, list, id) {
        Some(table) => written.put_in_order(table),
        None => {
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            written.put_in_order(&mut table);
            let tables = document.get_mut(list).and_then(Item::as_array_of_tables_mut);
            tables.expect("the list was made above").push(table);
        }
    }
}

fn drop_other_actions(document: &mut DocumentMut, actions: &[Action]) {
    let Some(tables) = document.get_mut(ACTIONS).and_then(Item::as_array_of_tables_mut) else { return };
    let ids: BTreeSet<String> = actions.iter().map(|action| action.id.to_string()).collect();
    tables.retain(|table| table.get(ID).and_then(Item::as_str).is_some_and(|id| ids.contains(id)));
    if tables.is_empty() {
        document.remove(ACTIONS);
    }
}

fn table_of<'a>(document: &'a mut DocumentMut, list: &str, id: &str) -> Option<&'a mut Table> {
    let tables = document.get_mut(list).and_then(Item::as_array_of_tables_mut)?;
    tables.iter_mut().find(|table| table.get(ID).and_then(Item::as_str) == Some(id))
}
