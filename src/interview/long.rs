//! Texts of several lines: kept as drafts while they are typed, and never thrown away unasked.

use super::lines::{NOT_KEPT, is_meant, throws_away, without_hidden};
use super::walk::Interview;
use super::{Draft, DraftOf, Gone, Item, Line, Menu, Typed};
use crate::checklist::Question;

/// What became of a long text.
pub enum Long {
    Keep(String),
    KeepAndLeave(String),
    Back,
}

/// What becomes of a long text now.
enum Then {
    Keep,
    KeepAndLeave,
    GoOn,
    Back,
    Leave,
}

impl Interview<'_> {
    /// Asks for a long text, kept as a draft until it is kept for good, which ends it. Nothing that was typed is thrown
    /// away unasked.
    pub(super) fn long(
        &mut self,
        asked: &Line,
        begun: Option<Draft>,
        question: &Question,
        of: DraftOf,
    ) -> Result<Long, Gone> {
        let before = asked.present.clone();
        let owner = begun.as_ref().and_then(|begun| begun.owner.clone());
        let draft = |text: &str| Draft {
            question: question.id.clone(),
            of,
            text: text.to_owned(),
            before: before.clone(),
            owner: owner.clone(),
        };
        let mut line = asked.clone().with(self.begins_with(asked, begun)?);
        loop {
            let record = &mut *self.record;
            let typed = self.person.long(&line, &mut |text| {
                record.keep_draft(&draft(text));
            })?;
            let (Typed::Text(text) | Typed::Back(text) | Typed::Leave(text)) = &typed;
            let is_as_it_was = text.trim() == asked.present.trim();
            line.present.clone_from(text);
            if !is_as_it_was {
                self.keep_draft(question, &draft(text));
            }
            let then = match typed {
                Typed::Text(_) => Then::Keep,
                Typed::Back(_) if is_as_it_was || throws_away(self.person)? => Then::Back,
                Typed::Back(_) => Then::GoOn,
                Typed::Leave(_) if is_as_it_was => Then::Leave,
                Typed::Leave(_) => self.how_to_leave()?,
            };
            match then {
                Then::GoOn => {}
                Then::Back | Then::Leave => {
                    self.end_draft(question, of);
                    return if matches!(then, Then::Leave) { Err(Gone) } else { Ok(Long::Back) };
                }
                Then::Keep | Then::KeepAndLeave => {
                    let leaves = matches!(then, Then::KeepAndLeave);
                    let Some(text) = without_hidden(self.person, &line.present)? else { continue };
                    line.present = text;
                    if leaves {
                        return Ok(Long::KeepAndLeave(line.present));
                    } else if is_as_it_was || is_meant(self.person, &line.present)? {
                        return Ok(Long::Keep(line.present));
                    }
                }
            }
        }
    }

    /// What stands there first. Where it was begun from another text than there is now, both do.
    fn begins_with(&mut self, asked: &Line, begun: Option<Draft>) -> Result<String, Gone> {
        let Some(begun) = begun else { return Ok(asked.present.clone()) };
        let now = asked.present.trim();
        if now.is_empty() || now == begun.before.trim() || now == begun.text.trim() {
            return Ok(begun.text);
        }
        self.say(
            "What stood there was changed after you began. Both are there now: first what stands there, then what you typed.",
        )?;
        Ok(format!("{now}\n\n{}", begun.text))
    }

    /// What becomes of what is typed, of somebody who leaves in the middle. Whoever does not say leaves it as a draft.
    fn how_to_leave(&mut self) -> Result<Then, Gone> {
        let menu = Menu {
            title: NOT_KEPT.to_owned(),
            text: Vec::new(),
            items: vec![
                Item::new("1", "Keep it, and stop", ""),
                Item::new("2", "Go on typing", ""),
                Item::new("3", "Throw it away, and stop", ""),
            ],
            ready: 0,
            narrows: false,
            goes_back: true,
        };
        Ok(match self.person.pick(&menu)? {
            Some(0) => Then::KeepAndLeave,
            Some(2) => Then::Leave,
            _ => Then::GoOn,
        })
    }
}
