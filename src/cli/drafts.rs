//! Texts that were still being typed when the program ended, however it ended: kept beside their file, as private as it,
//! until they are kept for good or thrown away.

use std::path::{Path, PathBuf};

use integrity_healthcheck::checklist::QuestionId;
use integrity_healthcheck::interview::{Draft, DraftOf};
use serde::{Deserialize, Serialize};

use super::disk;

/// What lies beside a file.
#[derive(Serialize, Deserialize)]
struct Drafts {
    /// The file's name: another could have drafts of the same name.
    file: String,
    #[serde(default)]
    drafts: Vec<Draft>,
}

const HEAD: &str = "# What was being typed and is not kept yet. The interview offers it when it goes on.";

/// Where the drafts of a file lie: `kent.draft.txt` beside `kent.toml`. They are no assessment, so they do not end like one.
fn path_of(file: &Path) -> PathBuf {
    let name = name_of(file);
    file.with_file_name(format!("{}.draft.txt", name.strip_suffix(".toml").unwrap_or(&name)))
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The drafts of a file; none where there are none, or something else.
pub fn read(file: &Path) -> Vec<Draft> {
    there(&disk::behind_links(file)).unwrap_or_default()
}

/// The drafts beside a file; `None` where something else has their name.
fn there(file: &Path) -> Option<Vec<Draft>> {
    let path = path_of(file);
    let Ok(found) = path.symlink_metadata() else { return Some(Vec::new()) };
    if !found.is_file() {
        return None;
    }
    let drafts: Drafts = toml::from_str(&std::fs::read_to_string(&path).ok()?).ok()?;
    (drafts.file == name_of(file)).then_some(drafts.drafts)
}

/// Keeps a draft beside a file, in place of one that is to become the same; whether it is kept. Something else of that
/// name stays.
pub fn keep(file: &Path, draft: &Draft) -> bool {
    change(file, &draft.question, draft.of, Some(draft))
}

/// Removes a draft.
pub fn end(file: &Path, question: &QuestionId, of: DraftOf) {
    change(file, question, of, None);
}

fn change(file: &Path, question: &QuestionId, of: DraftOf, draft: Option<&Draft>) -> bool {
    let file = disk::behind_links(file);
    let Some(mut drafts) = there(&file) else { return false };
    let before = drafts.len();
    drafts.retain(|each| each.question != *question || each.of != of);
    drafts.extend(draft.cloned());
    let path = path_of(&file);
    if drafts.is_empty() {
        return before == 0 || std::fs::remove_file(&path).is_ok();
    }
    let Ok(text) = toml::to_string_pretty(&Drafts { file: name_of(&file), drafts }) else { return false };
    disk::keep_beside(&file, format!("{HEAD}\n{text}").as_bytes(), &path).is_ok()
}

#[cfg(test)]
mod tests {
    use integrity_healthcheck::assessment::ActionId;

    use super::*;

    fn draft(question: &str, text: &str) -> Draft {
        Draft {
            question: QuestionId::new(question).unwrap(),
            of: DraftOf::Note,
            text: text.to_owned(),
            before: String::new(),
            owner: None,
        }
    }

    #[test]
    fn drafts_are_read_as_they_were_kept_each_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kent.toml");
        std::fs::write(&file, "").unwrap();
        let other = Draft {
            of: DraftOf::Words(ActionId(7)),
            owner: Some("Supt Ann O'Brien \"Bob\"".to_owned()),
            before: "As it was".to_owned(),
            ..draft("gifts-policy", "x")
        };
        assert!(keep(&file, &other));
        for text in ["Two stations,\n\nŵ and 👮 \"\"\" \\ '''", "of = \"action\"", "\u{1b}[31m\u{ad}", ""]
        {
            let draft = draft("gifts-policy", text);
            assert!(keep(&file, &draft));
            assert_eq!(read(&file), [other.clone(), draft]);
        }
        end(&file, &other.question, DraftOf::Note);
        assert_eq!(read(&file), std::slice::from_ref(&other));
        end(&file, &other.question, other.of);
        assert!(!path_of(&file).exists());
    }

    #[test]
    fn what_is_something_elses_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join("kent.toml"), folder.path().join("kent"));
        for file in [&file, &other] {
            std::fs::write(file, "").unwrap();
        }
        let draft = draft("gifts-policy", "x");
        assert!(keep(&other, &draft) && !keep(&file, &draft));
        assert!(read(&file).is_empty());
        std::fs::write(path_of(&file), "My own notes").unwrap();
        assert!(!keep(&file, &draft));
        end(&file, &draft.question, draft.of);
        assert_eq!(std::fs::read_to_string(path_of(&file)).unwrap(), "My own notes");
    }

    #[cfg(unix)]
    #[test]
    fn they_lie_beside_the_file_behind_a_link_and_a_link_of_their_name_is_left() {
        let (folder, away) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (file, link) = (away.path().join("kent.toml"), folder.path().join("k.toml"));
        std::fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let draft = draft("gifts-policy", "x");
        assert!(keep(&link, &draft) && read(&file) == [draft.clone()]);
        end(&link, &draft.question, draft.of);
        let target = away.path().join("target");
        std::os::unix::fs::symlink(&target, path_of(&file)).unwrap();
        assert!(!keep(&file, &draft) && !target.exists());
    }
}
