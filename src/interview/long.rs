//! Texts of several lines: kept as drafts while they are typed, and thrown away only if the person says so.

use super::conversation::{Interrupt, Interview, catch_back};
use super::lines::{NOT_KEPT, is_meant, throws_away, without_hidden};
use super::{Draft, DraftKind, End, LeftError, Line, Menu, Typed};
use crate::checklist::Question;

pub struct Kept {
    pub draft: Draft,
    /// Whether they leave once it is kept.
    pub leaves: bool,
}

#[derive(Clone, Copy)]
enum Ending {
    Keep { leaves: bool },
    ThrowAway { leaves: bool },
    GoOn,
}

impl Interview<'_> {
    pub(super) fn ask_long_until_saved(
        &mut self,
        question: &Question,
        kind: DraftKind,
        asked: &Line,
        mut begun: Option<Draft>,
        save: impl Fn(&mut Self, &str) -> Result<(), Interrupt>,
    ) -> Result<(), Interrupt> {
        loop {
            let Kept { draft, leaves } = self.ask_long(question, kind, asked, begun)?;
            let is_saved = catch_back(save(self, draft.text.trim()))?.is_some();
            if is_saved {
                self.sitting.delete_draft(question, kind);
            }
            if leaves {
                return Err(Interrupt::End(End::Stopped));
            } else if is_saved {
                return Ok(());
            }
            begun = Some(draft);
        }
    }

    /// Asks for a long text, which stays a draft until the caller ends that.
    pub(super) fn ask_long(
        &mut self,
        question: &Question,
        kind: DraftKind,
        asked: &Line,
        begun: Option<Draft>,
    ) -> Result<Kept, Interrupt> {
        let text = self.begins_with(asked, begun.as_ref())?;
        let mut draft = Draft::new(question, kind, text);
        draft.before.clone_from(&asked.present);
        draft.owner = begun.and_then(|begun| begun.owner);
        loop {
            let sitting = &mut self.sitting;
            let typed = self.person.ask_long_text(&asked.clone().with(&draft.text), &mut |text| {
                sitting.save_draft(&Draft { text: text.to_owned(), ..draft.clone() });
            })?;
            let (Typed::Text(text) | Typed::Back(text) | Typed::Leave(text)) = &typed;
            draft.text.clone_from(text);
            let is_unchanged = text.trim() == asked.present.trim();
            if !is_unchanged {
                self.save_draft(question, &draft);
            }
            match self.ending(&typed, is_unchanged)? {
                Ending::GoOn => {}
                Ending::ThrowAway { leaves } => {
                    self.sitting.delete_draft(question, kind);
                    return Err(if leaves { LeftError.into() } else { Interrupt::Back });
                }
                Ending::Keep { leaves } => {
                    let Some(text) = without_hidden(self.person, &draft.text)? else { continue };
                    draft.text = text;
                    if leaves || is_unchanged || is_meant(self.person, &draft.text)? {
                        return Ok(Kept { draft, leaves });
                    }
                }
            }
        }
    }

    /// The text that the person begins with: the present one and the draft, if the present one was changed meanwhile.
    fn begins_with(&mut self, asked: &Line, begun: Option<&Draft>) -> Result<String, LeftError> {
        let now = asked.present.trim();
        let Some(begun) = begun else { return Ok(asked.present.clone()) };
        if now.is_empty() || now == begun.before.trim() || now == begun.text.trim() {
            return Ok(begun.text.clone());
        }
        self.person.show_text(
            "What stood there was changed after you began. Both are there now: first what stands there, then what you typed.",
        )?;
        Ok(format!("{now}\n\n{}", begun.text))
    }

    fn ending(&mut self, typed: &Typed, is_unchanged: bool) -> Result<Ending, LeftError> {
        Ok(match typed {
            Typed::Text(_) => Ending::Keep { leaves: false },
            Typed::Back(_) if is_unchanged || throws_away(self.person)? => {
                Ending::ThrowAway { leaves: false }
            }
            Typed::Back(_) => Ending::GoOn,
            Typed::Leave(_) if is_unchanged => Ending::ThrowAway { leaves: true },
            Typed::Leave(_) => {
                let menu = Menu::new(NOT_KEPT).numbered([
                    ("Keep it, and stop", "", Ending::Keep { leaves: true }),
                    ("Go on typing", "", Ending::GoOn),
                    ("Throw it away, and stop", "", Ending::ThrowAway { leaves: true }),
                ]);
                menu.pick(self.person)?.unwrap_or(Ending::GoOn)
            }
        })
    }
}
