//! Lists the built-in checklists. Each folder of `checklists/` is a pack: `checklist.toml` is the newest edition,
//! `editions/*.toml` are the earlier ones in the order of their names, and `published/*.toml` are findings, named after
//! their files. A new pack, edition or finding needs no code.
//!
//! Checklists are read here with the library's own reader and packed, so that the program does not parse them at every start.
#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the library's modules; the library uses all of them"
)]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

mod checklist;
mod text;
mod toml_text;

use checklist::Checklist;
use text::source::Source;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=checklists");
    let root = Path::new(&set_by_cargo("CARGO_MANIFEST_DIR")).join("checklists");
    let out = PathBuf::from(set_by_cargo("OUT_DIR"));
    let mut number = 0;
    let mut packs = String::from("&[\n");
    for folder in sorted(&root)?.into_iter().filter(|path| path.join("checklist.toml").is_file()) {
        let mut editions = texts(&folder.join("editions"))?;
        editions.push(folder.join("checklist.toml"));
        packs.push_str("    Texts {\n        editions: &[");
        for edition in &editions {
            number += 1;
            let file = out.join(format!("checklist-{number}.bin"));
            fs::write(&file, packed(edition)?)?;
            let (text, packed) = (shown(edition), shown(&file));
            packs.push_str(&format!(
                "Edition {{ text: include_str!({text:?}), packed: include_bytes!({packed:?}) }}, "
            ));
        }
        packs.push_str("],\n        published: &[");
        for finding in texts(&folder.join("published"))? {
            let name = finding.file_stem().expect("a listed file has a name").to_string_lossy();
            packs.push_str(&format!("({name:?}, include_str!({:?})), ", shown(&finding)));
        }
        packs.push_str("],\n    },\n");
    }
    packs.push_str("]\n");
    fs::write(out.join("packs.rs"), packs)?;
    windows(&out)
}

fn set_by_cargo(name: &str) -> String {
    env::var(name).expect("cargo sets its variables for every build script")
}

/// Adds icon, version and manifest to a program for Windows.
fn windows(out: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-changed=packaging/windows");
    let numbers =
        ["MAJOR", "MINOR", "PATCH"].map(|name| set_by_cargo(&format!("CARGO_PKG_VERSION_{name}"))).join(",");
    let version = set_by_cargo("CARGO_PKG_VERSION");
    fs::write(
        out.join("version.h"),
        format!("#define NUMBERS {numbers},0\n#define VERSION \"{version}\"\n"),
    )?;
    embed_resource::compile("packaging/windows/healthcheck.rc", embed_resource::NONE)
        .manifest_optional()
        .map_err(io::Error::other)
}

/// Reads and packs a checklist. A problem in it stops the build.
fn packed(path: &Path) -> io::Result<Vec<u8>> {
    let source = Source::from_bytes(shown(path), fs::read(path)?).map_err(io::Error::other)?;
    let checklist = Checklist::parse(&source).map_err(io::Error::other)?;
    postcard::to_stdvec(&checklist).map_err(io::Error::other)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

fn texts(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    Ok(sorted(folder)?.into_iter().filter(is_toml).collect())
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
