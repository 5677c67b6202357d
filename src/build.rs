//! Lists what is built in: each folder of `checklists/` is a pack, named after its checklist. It holds `checklist.toml`, the
//! newest edition; `editions/*.toml`, the earlier ones, in the order of their names; and `published/*.toml`, findings
//! under the names of their files. A new pack, edition or finding needs no line of code.
//!
//! Checklists are read here, by the library's own reader, and packed, so that a program that starts reads none of their text.
#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the library's modules; the library uses all of them"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

mod checklist;
mod text;
mod toml_text;

use checklist::Checklist;
use text::source::Source;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=checklists");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("checklists");
    println!("cargo::rerun-if-changed=src");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut number = 0;
    let mut packs = String::from("&[\n");
    for folder in sorted(&root)?.into_iter().filter(|path| path.join("checklist.toml").is_file()) {
        let mut editions = texts(&folder.join("editions"))?;
        editions.push(folder.join("checklist.toml"));
        packs.push_str("    Texts {\n        editions: &[");
        for edition in &editions {
            number += 1;
            let packed = out.join(format!("checklist-{number}.bin"));
            fs::write(&packed, read(edition)?)?;
            let (text, packed) = (shown(edition), shown(&packed));
            let _ = write!(
                packs,
                "Edition {{ text: include_str!({text:?}), packed: include_bytes!({packed:?}) }}, "
            );
        }
        packs.push_str("],\n        published: &[");
        for finding in texts(&folder.join("published"))? {
            let name = finding.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let _ = write!(packs, "({name:?}, include_str!({:?})), ", shown(&finding));
        }
        packs.push_str("],\n    },\n");
    }
    packs.push_str("]\n");
    fs::write(out.join("packs.rs"), packs)?;
    windows(&out)
}

/// What Windows shows of the program, and how it runs it: icon, version and manifest. Nothing where it is built for others.
fn windows(out: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-changed=packaging/windows");
    let part = |name: &str| env::var(name).unwrap_or_default();
    let numbers =
        ["MAJOR", "MINOR", "PATCH"].map(|name| part(&format!("CARGO_PKG_VERSION_{name}"))).join(",");
    let version = part("CARGO_PKG_VERSION");
    fs::write(
        out.join("version.h"),
        format!("#define NUMBERS {numbers},0\n#define VERSION \"{version}\"\n"),
    )?;
    embed_resource::compile("packaging/windows/healthcheck.rc", embed_resource::NONE)
        .manifest_optional()
        .map_err(io::Error::other)
}

/// A checklist, read and packed; its problems stop the build.
fn read(path: &Path) -> io::Result<Vec<u8>> {
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
