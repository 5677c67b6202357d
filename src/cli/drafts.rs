//! A text that was still being typed when the program ended, however it ended: kept beside its file, as private as it, until
//! it is kept for good or thrown away.

use std::path::{Path, PathBuf};

use integrity_healthcheck::assessment::ActionId;
use integrity_healthcheck::checklist::QuestionId;
use integrity_healthcheck::interview::{Draft, DraftOf};
use toml_edit::{DocumentMut, value};

use super::disk;

/// Where a draft of a file lies: `kent.draft.txt` beside `kent.toml`. It is no assessment, so it does not end like one.
pub fn path_of(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{}.draft.txt", name.strip_suffix(".toml").unwrap_or(&name)))
}

/// The draft in a file; `None` where there is none, or something else.
pub fn read(path: &Path) -> Option<Draft> {
    let text = std::fs::read_to_string(path).ok()?.parse::<DocumentMut>().ok()?;
    let entry = |key: &str| text.get(key)?.as_str();
    let of = match entry("of")? {
        NOTE => DraftOf::Note,
        ACTION => DraftOf::Action,
        id => DraftOf::Words(ActionId::new(id)?),
    };
    let owner = entry("owner").map(str::to_owned);
    Some(Draft { question: QuestionId::new(entry("question")?)?, of, text: entry("text")?.to_owned(), owner })
}

const NOTE: &str = "note";
const ACTION: &str = "action";

/// Keeps a draft beside a file, or with `None` removes it. Something else of that name stays, and so does the interview
/// where nothing can be kept: the text is still on the screen.
pub fn keep(file: &Path, draft: Option<&Draft>) {
    let path = path_of(file);
    let is_there = path.symlink_metadata().is_ok();
    if is_there && read(&path).is_none() {
        return;
    }
    match draft {
        None if is_there => drop(std::fs::remove_file(&path)),
        None => {}
        Some(draft) => drop(disk::keep_beside(file, in_full(draft).as_bytes(), &path)),
    }
}

fn in_full(draft: &Draft) -> String {
    let mut text = DocumentMut::new();
    text.insert("question", value(draft.question.as_str()));
    text.insert(
        "of",
        match draft.of {
            DraftOf::Note => value(NOTE),
            DraftOf::Action => value(ACTION),
            DraftOf::Words(id) => value(id.to_string()),
        },
    );
    text.insert("text", value(&draft.text));
    if let Some(owner) = &draft.owner {
        text.insert("owner", value(owner));
    }
    format!("# What was being typed and is not kept yet. The interview offers it when it goes on.\n{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_read_as_it_was_kept_and_nothing_else_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kent.toml");
        std::fs::write(&file, "").unwrap();
        let draft = |text: &str| Draft {
            question: QuestionId::new("gifts-policy").unwrap(),
            of: DraftOf::Note,
            text: text.to_owned(),
            owner: None,
        };
        for text in ["Two stations,\n\nŵ and 👮 \"\"\" \\ '''", "of = \"action\"", ""] {
            keep(&file, Some(&draft(text)));
            assert_eq!(read(&path_of(&file)), Some(draft(text)));
        }
        let of_an_action = Draft {
            of: DraftOf::Words(ActionId(7)),
            owner: Some("Supt Ann O'Brien \"Bob\"".to_owned()),
            ..draft("x")
        };
        keep(&file, Some(&of_an_action));
        assert_eq!(read(&path_of(&file)), Some(of_an_action));
        keep(&file, None);
        assert!(!path_of(&file).exists());
        std::fs::write(path_of(&file), "My own notes").unwrap();
        keep(&file, Some(&draft("x")));
        keep(&file, None);
        assert_eq!(std::fs::read_to_string(path_of(&file)).unwrap(), "My own notes");
    }
}
