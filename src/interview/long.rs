//! Texts of several lines: kept as drafts while they are typed, and thrown away only if the person says so.

use super::conversation::{Interrupt, Interview, Saved};
use super::lines::{NOT_KEPT, is_meant, throws_away, without_hidden};
use super::menu::Menu;
use super::occasion::End;
use super::person::Gone;
use super::record::{Draft, DraftOf};
use super::screen::{Line, Typed};
use crate::checklist::Question;

/// What becomes of a long text.
pub enum Long {
    Keep(Draft),
    KeepAndLeave(Draft),
    Back,
}

/// How the person ends a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Keep,
    KeepAndLeave,
    GoOn,
    ThrowAway,
    ThrowAwayAndLeave,
}

impl Interview<'_> {
    /// Asks for a long text until `save` takes it or the person goes back.
    pub(super) fn write(
        &mut self,
        question: &Question,
        of: DraftOf,
        asked: &Line,
        mut begun: Option<Draft>,
        save: impl Fn(&mut Self, &str) -> Result<Saved, Interrupt>,
    ) -> Result<(), Interrupt> {
        loop {
            let (draft, leaves) = match self.long(question, of, asked, begun)? {
                Long::Back => return Ok(()),
                Long::Keep(draft) => (draft, false),
                Long::KeepAndLeave(draft) => (draft, true),
            };
            let saved = save(self, draft.text.trim())?;
            if saved == Saved::Yes {
                self.sitting.end_draft(question, of);
            }
            if leaves {
                return Err(Interrupt::End(End::Stopped));
            } else if saved == Saved::Yes {
                return Ok(());
            }
            begun = Some(draft);
        }
    }

    /// Asks for a long text, which stays a draft until whoever gets it ends that.
    pub(super) fn long(
        &mut self,
        question: &Question,
        of: DraftOf,
        asked: &Line,
        begun: Option<Draft>,
    ) -> Result<Long, Gone> {
        let text = self.begins_with(asked, begun.as_ref())?;
        let owner = begun.and_then(|begun| begun.owner);
        let mut draft =
            Draft { question: question.id.clone(), of, text, before: asked.present.clone(), owner };
        loop {
            let sitting = &mut self.sitting;
            let typed = self.person.long(&asked.clone().with(&draft.text), &mut |text| {
                sitting.keep_draft(&Draft { text: text.to_owned(), ..draft.clone() });
            })?;
            let (Typed::Text(text) | Typed::Back(text) | Typed::Leave(text)) = &typed;
            draft.text.clone_from(text);
            let is_unchanged = text.trim() == asked.present.trim();
            if !is_unchanged {
                self.keep_draft(question, &draft);
            }
            let ending = self.ending(&typed, is_unchanged)?;
            match ending {
                Ending::GoOn => {}
                Ending::ThrowAway | Ending::ThrowAwayAndLeave => {
                    self.sitting.end_draft(question, of);
                    return if ending == Ending::ThrowAway { Ok(Long::Back) } else { Err(Gone) };
                }
                Ending::Keep | Ending::KeepAndLeave => {
                    let Some(text) = without_hidden(self.person, &draft.text)? else { continue };
                    draft.text = text;
                    if ending == Ending::KeepAndLeave {
                        return Ok(Long::KeepAndLeave(draft));
                    } else if is_unchanged || is_meant(self.person, &draft.text)? {
                        return Ok(Long::Keep(draft));
                    }
                }
            }
        }
    }

    /// The text that the person begins with: the present one and the draft, if the present one was changed meanwhile.
    fn begins_with(&mut self, asked: &Line, begun: Option<&Draft>) -> Result<String, Gone> {
        let now = asked.present.trim();
        let Some(begun) = begun else { return Ok(asked.present.clone()) };
        if now.is_empty() || now == begun.before.trim() || now == begun.text.trim() {
            return Ok(begun.text.clone());
        }
        self.person.say(
            "What stood there was changed after you began. Both are there now: first what stands there, then what you typed.",
        )?;
        Ok(format!("{now}\n\n{}", begun.text))
    }

    fn ending(&mut self, typed: &Typed, is_unchanged: bool) -> Result<Ending, Gone> {
        Ok(match typed {
            Typed::Text(_) => Ending::Keep,
            Typed::Back(_) if is_unchanged || throws_away(self.person)? => Ending::ThrowAway,
            Typed::Back(_) => Ending::GoOn,
            Typed::Leave(_) if is_unchanged => Ending::ThrowAwayAndLeave,
            Typed::Leave(_) => {
                let menu = Menu::new(NOT_KEPT).numbered([
                    ("Keep it, and stop", "", Ending::KeepAndLeave),
                    ("Go on typing", "", Ending::GoOn),
                    ("Throw it away, and stop", "", Ending::ThrowAwayAndLeave),
                ]);
                menu.pick(self.person)?.unwrap_or(Ending::GoOn)
            }
        })
    }
}
