//! What a person reads before they answer.

use super::pace;
use crate::checklist::Checklist;
use crate::document::Block;
use crate::text::number_of;
use crate::words;

/// What the checklist asks, how long it takes, and the warning.
pub fn opening(checklist: &Checklist) -> Vec<Block> {
    vec![
        Block::Chapter(checklist.healthcheck.clone()),
        Block::paragraph(format!(
            "{} in {} on the force's arrangements for {}. It takes {}, \
             in one sitting or in many: every answer is saved at once, you can stop at any question, and \
             change any answer later.",
            words::questions_asked(checklist),
            number_of(checklist.sections.len(), "section", "sections"),
            checklist.subject,
            pace::usually(checklist.questions().count())
        )),
        Block::paragraph(format!(
            "{} `?` says what the words of a question mean.",
            words::how_levels_are_read(&checklist.level_names)
        )),
        warning(),
    ]
}

/// What must not be written, since others may read the file.
pub fn warning() -> Block {
    Block::paragraph(
        "WARNING: name no person under investigation, no source and no live operation. This file may be disclosed.",
    )
}

pub fn how_it_works(checklist: &Checklist) -> Vec<Block> {
    vec![
        Block::Chapter("How this works".to_owned()),
        Block::paragraph(
            "Pick from a list with the arrow keys and Enter. At a question one key answers it and the next one comes \
             at once; ? there names every key. Esc goes back everywhere; in a line that you type, so does < and Enter.",
        ),
        Block::paragraph(words::how_levels_are_read(&checklist.level_names)),
        Block::paragraph(
            "Every answer is saved at once. Stop whenever you like; start the program again in the same folder, and it \
             offers to go on with what is open. u takes back the last change of this sitting, and the one before it.",
        ),
        Block::paragraph(
            "Essential questions are those whose gaps come first in every report. A gap is an answer below the target \
             of its question.",
        ),
    ]
}
