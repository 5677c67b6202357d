//! Lists what is built in: each folder of `checklists/` is a pack, named after its checklist. It holds `checklist.toml`, the
//! newest edition; `editions/*.toml`, the earlier ones, in the order of their names; and `published/*.toml`, findings
//! under the names of their files. A new pack, edition or finding needs no line of code.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=checklists");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("checklists");
    let mut packs = String::from("&[\n");
    for folder in sorted(&root)?.into_iter().filter(|path| path.join("checklist.toml").is_file()) {
        let mut editions = texts(&folder.join("editions"))?;
        editions.push(folder.join("checklist.toml"));
        packs.push_str("    Texts {\n        editions: &[");
        for edition in &editions {
            let _ = write!(packs, "include_str!({:?}), ", shown(edition));
        }
        packs.push_str("],\n        published: &[");
        for finding in texts(&folder.join("published"))? {
            let name = finding.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let _ = write!(packs, "({name:?}, include_str!({:?})), ", shown(&finding));
        }
        packs.push_str("],\n    },\n");
    }
    packs.push_str("]\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("packs.rs"), packs)
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
