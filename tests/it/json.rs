//! The published JSON: golden files of what other programs read, and its schema, which is a promise to them.
//!
//! Every JSON that any test has the program print is held against the schema too: see `Folder::run`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use snapbox::{assert_data_eq, file};

use crate::support::{Folder, OWN, SCHEMA, published};

fn printed(folder: &Folder, arguments: &[&str]) -> String {
    folder.run(&[&["report", "--format", "json"], arguments].concat()).ends_with(0).stdout
}

fn own() -> Folder {
    Folder::with("own.toml", OWN)
}

fn years() -> Folder {
    Folder::with("checklist.toml", include_str!("../fixtures/years/checklist.toml"))
        .and("2024.toml", include_str!("../fixtures/years/2024.toml"))
        .and("2025.toml", include_str!("../fixtures/years/2025.toml"))
        .and("2026.toml", include_str!("../fixtures/years/2026.toml"))
}

const YEARS: [&str; 4] = ["2026.toml", "--earlier", "2024.toml", "2025.toml"];

#[test]
fn a_force_of_ones_own() {
    assert_data_eq!(printed(&own(), &["own.toml"]), file!["../golden/json/own.json"].raw());
}

#[test]
fn a_force_of_ones_own_for_the_public() {
    let text = printed(&own(), &["own.toml", "--public"]);
    assert_data_eq!(text, file!["../golden/json/own-public.json"].raw());
}

#[test]
fn three_years() {
    assert_data_eq!(printed(&years(), &YEARS), file!["../golden/json/years.json"].raw());
}

#[test]
fn three_years_for_the_public() {
    let text = printed(&years(), &[&YEARS[..], &["--public"]].concat());
    assert_data_eq!(text, file!["../golden/json/years-public.json"].raw());
}

/// The names of the values of a JSON with the kinds that each of them takes; `[]` stands for every element of a list.
fn shape(json: &Value) -> String {
    let mut kinds = BTreeMap::new();
    walk("", json, &mut kinds);
    kinds.iter().fold(String::new(), |shape, (name, kinds)| {
        let kinds: Vec<&str> = kinds.iter().copied().collect();
        format!("{shape}{name}: {}\n", kinds.join(" or "))
    })
}

fn walk(name: &str, value: &Value, kinds: &mut BTreeMap<String, BTreeSet<&'static str>>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(number) if number.is_f64() => "figure",
        Value::Number(_) => "whole number",
        Value::String(_) => "text",
        Value::Array(elements) => {
            elements.iter().for_each(|element| walk(&format!("{name}[]"), element, kinds));
            "list"
        }
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| walk(&format!("{name}.{key}"), member, kinds));
            "object"
        }
    };
    kinds.entry(if name.is_empty() { ".".to_owned() } else { name.to_owned() }).or_default().insert(kind);
}

#[test]
fn every_shipped_assessment_has_its_shape() {
    let list = Folder::new().run("list").ends_with(0).stdout;
    let words = list.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let shipped: BTreeSet<&str> =
        words.filter(|word| word.ends_with("-2012") || *word == "essex-2014").collect();
    assert_eq!(shipped.len(), 9 + 1, "nine forces in 2012, and one in 2014 that is shown whole: {list}");
    for name in shipped {
        let json = published(&printed(&Folder::new(), &[name]));
        let golden = format!("tests/golden/json/{name}.txt");
        assert_data_eq!(shape(&json), snapbox::Data::read_from(golden.as_ref(), None).raw());
    }
}

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

/// Every object of the schema that has properties, with the place where it stands.
fn objects(place: &str, value: &Value, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(members) => {
            if members.get("properties").is_some_and(Value::is_object) {
                found.push((place.to_owned(), value.clone()));
            }
            members.iter().for_each(|(key, member)| objects(&format!("{place}/{key}"), member, found));
        }
        Value::Array(elements) => elements.iter().for_each(|element| objects(place, element, found)),
        _ => {}
    }
}

#[test]
fn the_schema_is_closed_and_describes_every_key() {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema));
    let mut found = Vec::new();
    objects("", &schema, &mut found);
    // The whole and each definition.
    let definitions = schema["$defs"].as_object().unwrap();
    assert_eq!((definitions.len(), found.len()), (32, 1 + 32));
    for (place, object) in found {
        assert_eq!(object["additionalProperties"], false, "{place}");
        let properties = object["properties"].as_object().unwrap();
        let required: BTreeSet<&str> =
            object["required"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        assert_eq!(properties.keys().map(String::as_str).collect::<BTreeSet<_>>(), required, "{place}");
        for (key, property) in properties {
            let named = property["$ref"].as_str().and_then(|name| schema.pointer(name.strip_prefix('#')?));
            let described = property.get("description").or(named.and_then(|named| named.get("description")));
            assert!(described.is_some_and(|text| text.as_str().unwrap().ends_with('.')), "{place}/{key}");
        }
    }
}

#[test]
fn renaming_any_key_breaks_the_promise() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let whole = published(&printed(&years(), &YEARS));
    let mut keys = BTreeSet::new();
    names(&whole, &mut keys);
    for key in keys {
        let renamed = renamed(&whole, &key);
        assert!(!validator.is_valid(&renamed), "{key} can be renamed");
    }
}

/// The keys of every object, but for those that are names of assessments.
fn names(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            keys.insert(key.clone());
            names(member, keys);
        }),
        Value::Array(elements) => elements.iter().for_each(|element| names(element, keys)),
        _ => {}
    }
}

fn renamed(value: &Value, name: &str) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, member)| {
                let key = if key == name { format!("{key}_renamed") } else { key.clone() };
                (key, renamed(member, name))
            })
            .collect(),
        Value::Array(elements) => elements.iter().map(|element| renamed(element, name)).collect(),
        other => other.clone(),
    }
}
