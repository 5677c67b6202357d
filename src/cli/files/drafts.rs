//! Texts that were being typed when the program ended: kept next to their file, as private as it, until they are saved
//! or discarded.

use std::path::{Path, PathBuf};

use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::checklist::QuestionId;
use integrity_healthcheck::interview::{Draft, DraftKind};
use integrity_healthcheck::text::long_date;
use serde::{Deserialize, Serialize};

use crate::cli::files::disk;
use crate::cli::output;

#[derive(Serialize, Deserialize)]
struct Drafts {
    #[serde(flatten)]
    key: DraftKey,
    #[serde(default)]
    drafts: Vec<Draft>,
}

/// The assessment that drafts belong to, since a file may be renamed or replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftKey {
    force: String,
    /// The assessment's date.
    opened: String,
}

impl DraftKey {
    pub fn for_assessment(assessment: &Assessment) -> Self {
        Self { force: assessment.force.clone(), opened: assessment.date.to_string() }
    }
}

const HEAD: &str = "# What was being typed and is not kept yet. The interview offers it when it goes on.";

/// A file's drafts: `kent.draft.txt` for `kent.toml`. They are not an assessment, so the name does not end in `.toml`.
fn path_of(file: &Path) -> PathBuf {
    disk::companion(file, ".draft.txt")
}

/// The drafts of a file; none if their name is taken by another file.
pub fn read(file: &Path, key: &DraftKey) -> Vec<Draft> {
    there(&disk::behind_links(file), key).unwrap_or_default()
}

/// Why drafts cannot be kept: another file has their name.
pub fn not_free(file: &Path, key: &DraftKey) -> Option<String> {
    let file = disk::behind_links(file);
    if there(&file, key).is_some() {
        return None;
    }
    let path = path_of(&file);
    let name = output::shown(Path::new(&disk::name_of(&path)));
    let what = match parsed(&path) {
        Some(Drafts { key: DraftKey { force, opened }, .. }) => {
            let opened = opened.parse().map_or(opened, long_date);
            format!(
                "{name} holds what was being typed in the healthcheck of {force} that was opened on {opened}, and is not kept: \
                 look at it."
            )
        }
        None => format!("{name} is something else."),
    };
    Some(format!(
        "{what} Until it is moved away or renamed, a text that you are typing cannot be kept there meanwhile."
    ))
}

/// Moves the drafts to the assessment's new name after its force was corrected.
pub fn follow(file: &Path, before: &DraftKey, key: &DraftKey) {
    let drafts = read(file, before);
    if before != key && !drafts.is_empty() {
        write(&disk::behind_links(file), key, drafts);
    }
}

/// The drafts of a file; `None` if another file has their name.
fn there(file: &Path, key: &DraftKey) -> Option<Vec<Draft>> {
    let path = path_of(file);
    let Ok(found) = path.symlink_metadata() else { return Some(Vec::new()) };
    if !found.is_file() {
        return None;
    }
    parsed(&path).filter(|drafts| drafts.key == *key).map(|drafts| drafts.drafts)
}

fn parsed(path: &Path) -> Option<Drafts> {
    toml::from_str(&std::fs::read_to_string(path).ok()?).ok()
}

/// Keeps a draft, replacing one for the same text. Returns whether it is kept; another file of that name is left alone.
pub fn keep(file: &Path, key: &DraftKey, draft: &Draft) -> bool {
    change(file, key, &draft.question, draft.kind, Some(draft))
}

pub fn end(file: &Path, key: &DraftKey, question: &QuestionId, kind: DraftKind) {
    change(file, key, question, kind, None);
}

fn change(
    file: &Path,
    key: &DraftKey,
    question: &QuestionId,
    kind: DraftKind,
    draft: Option<&Draft>,
) -> bool {
    let file = disk::behind_links(file);
    let Some(mut drafts) = there(&file, key) else { return false };
    let before = drafts.len();
    drafts.retain(|each| each.question != *question || each.kind != kind);
    drafts.extend(draft.cloned());
    if before == 0 && drafts.is_empty() { true } else { write(&file, key, drafts) }
}

fn write(file: &Path, key: &DraftKey, drafts: Vec<Draft>) -> bool {
    let path = path_of(file);
    if drafts.is_empty() {
        return std::fs::remove_file(&path).is_ok();
    }
    let Ok(text) = toml::to_string_pretty(&Drafts { key: key.clone(), drafts }) else { return false };
    disk::keep_beside(file, format!("{HEAD}\n{text}").as_bytes(), &path).is_ok()
}

#[cfg(test)]
mod tests {
    use integrity_healthcheck::assessment::ActionId;

    use super::*;

    fn key(force: &str) -> DraftKey {
        DraftKey { force: force.to_owned(), opened: "2026-11-02".to_owned() }
    }

    fn draft(question: &str, text: &str) -> Draft {
        Draft {
            question: QuestionId::new(question).unwrap(),
            kind: DraftKind::Note,
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
            kind: DraftKind::Words(ActionId(7)),
            owner: Some("Supt Ann O'Brien \"Bob\"".to_owned()),
            before: "As it was".to_owned(),
            ..draft("gifts-policy", "x")
        };
        assert!(keep(&file, &key("Kent"), &other));
        for text in ["Two stations,\n\nŵ and 👮 \"\"\" \\ '''", "of = \"action\"", "\u{1b}[31m\u{ad}", ""]
        {
            let draft = draft("gifts-policy", text);
            assert!(keep(&file, &key("Kent"), &draft));
            assert_eq!(read(&file, &key("Kent")), [other.clone(), draft]);
        }
        end(&file, &key("Kent"), &other.question, DraftKind::Note);
        assert_eq!(read(&file, &key("Kent")), std::slice::from_ref(&other));
        end(&file, &key("Kent"), &other.question, other.kind);
        assert!(!path_of(&file).exists());
    }

    #[test]
    fn they_follow_their_assessment_and_what_is_something_elses_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let (file, renamed) = (folder.path().join("kent.toml"), folder.path().join("k26.toml"));
        std::fs::write(&file, "").unwrap();
        let draft = draft("gifts-policy", "x");
        assert!(keep(&file, &key("Kent"), &draft));
        // Another force's healthcheck with the same file name.
        assert!(read(&file, &key("Surrey")).is_empty() && !keep(&file, &key("Surrey"), &draft));
        let said = not_free(&file, &key("Surrey")).unwrap();
        let expected = "kent.draft.txt holds what was being typed in the healthcheck of Kent that was opened on 2 November 2026";
        assert!(said.starts_with(expected), "{said}");
        std::fs::rename(&file, &renamed).unwrap();
        std::fs::rename(path_of(&file), path_of(&renamed)).unwrap();
        assert_eq!(read(&renamed, &key("Kent")), std::slice::from_ref(&draft));
        follow(&renamed, &key("Kent"), &key("Kent Police"));
        assert_eq!(read(&renamed, &key("Kent Police")), std::slice::from_ref(&draft));
        std::fs::write(&file, "").unwrap();
        std::fs::write(path_of(&file), "My own notes").unwrap();
        assert!(not_free(&file, &key("Kent")).unwrap().starts_with("kent.draft.txt is something else."));
        assert!(!keep(&file, &key("Kent"), &draft));
        end(&file, &key("Kent"), &draft.question, draft.kind);
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
        assert!(keep(&link, &key("Kent"), &draft) && read(&file, &key("Kent")) == [draft.clone()]);
        end(&link, &key("Kent"), &draft.question, draft.kind);
        let target = away.path().join("target");
        std::os::unix::fs::symlink(&target, path_of(&file)).unwrap();
        assert!(!keep(&file, &key("Kent"), &draft) && !target.exists());
    }
}
