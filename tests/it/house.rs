//! The house itself: which floor may use which, no circle of files, and no file too long. ARCHITECTURE.md draws it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The floors of the library from above, as ARCHITECTURE.md draws them, each with its rooms.
fn floors() -> Vec<Vec<&'static str>> {
    let picture = include_str!("../../ARCHITECTURE.md").split("```text\n").nth(1).unwrap();
    let (picture, _) = picture.split_once("```").unwrap();
    let library = picture.lines().skip_while(|line| !line.starts_with("---")).skip(1);
    let floors: Vec<Vec<&str>> =
        library.map(|line| line.split("  ").next().unwrap().split(", ").collect()).collect();
    assert!(floors.len() > 5, "{floors:?}");
    floors
}

/// No file is longer.
const LONGEST: usize = 350;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files_in(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_in(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The modules of the package by their paths: `document::charts` and its text, less its comments and its unit tests.
fn modules() -> BTreeMap<String, String> {
    let mut files = Vec::new();
    files_in(&root(), &mut files);
    let module = |path: &PathBuf| {
        let name = path.strip_prefix(root()).unwrap().with_extension("");
        let parts: Vec<_> = name.iter().map(|part| part.to_str().unwrap()).collect();
        let text = std::fs::read_to_string(path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        (parts.join("::"), code.collect::<Vec<_>>().join("\n"))
    };
    files.iter().map(module).collect()
}

/// The paths that a module's text names, each whole from the root of its crate. `use` lists are taken apart.
fn named(module: &str, text: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in text.match_indices(start) {
            let before = text[..at].chars().next_back();
            if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                leaves(base(module, start), &text[at + start.len()..], &mut paths);
            }
        }
    }
    // What a module has below it is named without a start.
    for line in text.lines().filter_map(|line| line.strip_prefix("pub use ").or(line.strip_prefix("use "))) {
        let first = line.split([':', ';']).next().unwrap();
        if !["crate", "super", "self", "std"].contains(&first) {
            leaves(base(module, "self::"), line, &mut paths);
        }
    }
    paths
}

fn base(module: &str, start: &str) -> Vec<String> {
    let mut parts: Vec<String> = module.split("::").map(str::to_owned).collect();
    match start {
        "crate::" => parts.clear(),
        "super::" => drop(parts.pop()),
        _ => {}
    }
    parts
}

/// Every path of what stands behind `use`, up to the end of the path or of the list in braces.
fn leaves(mut base: Vec<String>, text: &str, paths: &mut BTreeSet<String>) {
    let text = text.trim_start();
    if let Some(list) = text.strip_prefix('{') {
        let mut depth = 0;
        let mut from = 0;
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                ',' | '}' if depth == 0 => {
                    leaves(base.clone(), &list[from..at], paths);
                    from = at + 1;
                    if c == '}' {
                        return;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
        return;
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    match word {
        "" => {}
        "super" => drop(base.pop()),
        "self" => {}
        word => base.push(word.to_owned()),
    }
    match rest.strip_prefix("::") {
        Some(rest) => leaves(base, rest, paths),
        None => drop(paths.insert(base.join("::"))),
    }
}

/// The module in which a path lies: the longest beginning of it that is one.
fn module_of<'m>(modules: &'m BTreeMap<String, String>, path: &str) -> Option<&'m str> {
    let parts: Vec<&str> = path.split("::").collect();
    let beginnings = (1..=parts.len()).rev().map(|length| parts[..length].join("::"));
    beginnings.filter_map(|name| modules.get_key_value(&name)).map(|(name, _)| name.as_str()).next()
}

/// Which modules each module uses. A file and its parts are one room: what lies around a module or in it is left out.
fn uses(modules: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<&str>> {
    let around = |outer: &str, inner: &str| format!("{inner}::").starts_with(&format!("{outer}::"));
    let apart = |one: &str, other: &str| !around(one, other) && !around(other, one);
    let used = |(module, text): (&String, &String)| {
        let named = named(module, text);
        let used: BTreeSet<&str> = named.iter().filter_map(|path| module_of(modules, path)).collect();
        used.into_iter().filter(|used| apart(module, used)).collect()
    };
    modules.iter().map(|module| (module.0.as_str(), used(module))).collect()
}

/// The floor of a module, counted from above.
fn floor(module: &str) -> Option<usize> {
    let room = module.split("::").next().unwrap();
    floors().iter().position(|rooms| rooms.contains(&room))
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let text = "use crate::{a::{B, c::d}, e};\nuse super::super::words;\nfn f() { crate::text::date(); self::x::y() }\n";
    let found = named("report::years::moved", text);
    let expected = ["a::B", "a::c::d", "e", "report::words", "text::date", "report::years::moved::x::y"];
    assert_eq!(found, expected.map(str::to_owned).into());
}

#[test]
fn every_room_has_its_floor_and_uses_none_above_or_beside_it() {
    let modules = modules();
    let mut wrong = Vec::new();
    for (module, used) in uses(&modules) {
        let room = module.split("::").next().unwrap();
        if ["lib", "main", "cli", "build"].contains(&room) {
            continue;
        }
        let own = floor(module).unwrap_or_else(|| panic!("{module} has no floor"));
        for used in used {
            let other = used.split("::").next().unwrap();
            if room != other && floor(used).is_some_and(|floor| floor <= own) {
                wrong.push(format!("{module} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_circle_of_files() {
    let modules = modules();
    let uses = uses(&modules);
    let reached = |from: &str| {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&str> = uses[from].iter().copied().collect();
        while let Some(module) = next.pop() {
            if reached.insert(module) {
                next.extend(&uses[module]);
            }
        }
        reached
    };
    let circles: Vec<&str> =
        modules.keys().map(String::as_str).filter(|name| reached(name).contains(name)).collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let mut files = Vec::new();
    files_in(&root(), &mut files);
    for file in files {
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", file.display());
    }
}
