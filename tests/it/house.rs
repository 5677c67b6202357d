//! The house itself: which floor may use which, no circle of files, and no file too long. ARCHITECTURE.md draws it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The floors from above, as ARCHITECTURE.md draws them, each with its rooms: those of `cli`, then those of the library.
fn floors() -> Vec<Vec<String>> {
    let picture = include_str!("../../ARCHITECTURE.md").split("```text\n").nth(1).unwrap();
    let (picture, _) = picture.split_once("```").unwrap();
    let (cli, library) = picture.split_once("---").unwrap();
    let rooms = |line: &str, prefix: &str| {
        line.split("  ").next().unwrap().split(", ").map(|room| format!("{prefix}{room}")).collect()
    };
    let cli = cli.lines().map(|line| rooms(line, "cli::"));
    let floors: Vec<Vec<String>> = cli.chain(library.lines().skip(1).map(|line| rooms(line, ""))).collect();
    assert!(floors.len() > 12, "{floors:?}");
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
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        (parts.join("::"), code.collect::<Vec<_>>().join("\n"))
    };
    files.iter().map(module).collect()
}

/// The paths that a module's text names, each whole from the root of its crate. `use` lists are taken apart. What it only
/// passes on (`pub use child::X`) it does not name.
fn named(module: &str, text: &str) -> BTreeSet<String> {
    let text: String = text.split_inclusive(';').filter(|part| !is_passed_on(part)).collect();
    let mut paths = BTreeSet::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in text.match_indices(start) {
            if starts_a_path(&text[..at]) {
                leaves(base(module, start), &text[at + start.len()..], &mut paths);
            }
        }
    }
    // What a module has below it is named without a start.
    for child in children(&text) {
        for (at, _) in text.match_indices(&format!("{child}::")) {
            if starts_a_path(&text[..at]) {
                leaves(base(module, "self::"), &text[at..], &mut paths);
            }
        }
    }
    paths
}

fn is_passed_on(part: &str) -> bool {
    ["pub use ", "pub(crate) use ", "pub(super) use "]
        .iter()
        .any(|start| part.trim_start().starts_with(start))
}

/// Whether a path can begin behind this text.
fn starts_a_path(before: &str) -> bool {
    !before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
}

/// The modules that a module declares.
fn children(text: &str) -> Vec<&str> {
    let declared = |line: &str| Some(line.strip_suffix(';')?.rsplit_once("mod ")?.1.to_owned());
    text.lines()
        .filter(|line| declared(line).is_some())
        .map(|line| line[..line.len() - 1].rsplit_once("mod ").unwrap().1)
        .collect()
}

/// What each module passes on, by the path it has there: `words::steps_to_close` is `words::plan::steps_to_close`.
fn passed_on(modules: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (module, text) in modules {
        for part in text.split(';').filter(|part| is_passed_on(part)) {
            let mut paths = BTreeSet::new();
            leaves(base(module, "self::"), part.split_once(" use ").unwrap().1, &mut paths);
            let inside = if module == "lib" { String::new() } else { format!("{module}::") };
            all.extend(
                paths
                    .into_iter()
                    .map(|path| (format!("{inside}{}", path.rsplit("::").next().unwrap()), path)),
            );
        }
    }
    all
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
        "" => return,
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

/// Which modules each module uses, its parent and its children too. What a parent only passes on (`pub use child::X`) is
/// the child's.
fn uses(modules: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<&str>> {
    let passed_on = passed_on(modules);
    // A module may have the name of a function that is passed on beside it.
    let passed_on = |path: &String| passed_on.get(path).filter(|_| !modules.contains_key(path));
    let at_home = |path: &String| passed_on(path).unwrap_or(path).clone();
    let used = |(module, text): (&String, &String)| {
        let named: BTreeSet<String> = named(module, text).iter().map(at_home).collect();
        let used: BTreeSet<&str> = named.iter().filter_map(|path| module_of(modules, path)).collect();
        used.into_iter().filter(|used| used != module).collect()
    };
    modules.iter().map(|module| (module.0.as_str(), used(module))).collect()
}

/// The room of a module: in `cli` a part of it, elsewhere the first word of its path.
fn room(module: &str) -> String {
    let mut parts = module.split("::");
    let first = parts.next().unwrap();
    match parts.next() {
        Some(second) if first == "cli" => format!("cli::{second}"),
        _ => first.to_owned(),
    }
}

/// The floor of a module, counted from above.
fn floor(module: &str) -> Option<usize> {
    let room = room(module);
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
        if ["lib", "main", "cli", "build"].contains(&module) {
            continue;
        }
        let own = floor(module).unwrap_or_else(|| panic!("{module} has no floor"));
        for used in used {
            if room(module) != room(used) && floor(used).is_some_and(|floor| floor <= own) {
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
    let back = |from: &str, to: &str| reached(to).contains(from);
    let arrows = uses.iter().flat_map(|(from, used)| used.iter().map(move |to| (*from, *to)));
    let circles: Vec<String> =
        arrows.filter(|(from, to)| back(from, to)).map(|(from, to)| format!("{from} uses {to}")).collect();
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

#[test]
fn every_error_is_found_from_the_architecture() {
    let architecture = include_str!("../../ARCHITECTURE.md");
    let modules = modules();
    let words =
        modules.values().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>());
    let words: Vec<&str> = words.collect();
    let declared = words.windows(2).filter(|pair| ["struct", "enum"].contains(&pair[0]));
    let errors: BTreeSet<&str> =
        declared.map(|pair| pair[1]).filter(|name| name.ends_with("Error")).collect();
    assert!(errors.len() >= 16, "{errors:?}");
    for error in errors {
        assert!(architecture.contains(&format!("`{error}`")), "{error} is not in ARCHITECTURE.md");
    }
}
