//! Changing an answer and taking it out, once the person knows what that does to what is said beside it.

use super::conversation::{Interrupt, Interview, Saved};
use super::parts::{self, Part};
use super::person::Gone;
use crate::assessment::{Answer, Value};
use crate::checklist::Question;
use crate::words;

impl Interview<'_> {
    /// Whether an answer may get another value.
    pub(super) fn may_become(
        &mut self,
        question: &Question,
        now: &Answer,
        value: Value,
    ) -> Result<bool, Gone> {
        let changed = now.clone().with_value(value);
        let (goes, stays): (Vec<_>, Vec<_>) =
            parts::parts(now).into_iter().partition(|part| *part == Part::Note && changed.note.is_none());
        let with_verb = |parts: &[Part], one: &str, many: &str| {
            let verb = if parts::are_many(parts) { many } else { one };
            parts::in_words(parts).map(|words| format!("{words} {verb}"))
        };
        let change = format!("{} → {}", words::value(question, now.value), words::value(question, value));
        let all = [Some(change), with_verb(&stays, "stays", "stay"), with_verb(&goes, "goes", "go")];
        let all: Vec<String> = all.into_iter().flatten().collect();
        self.person.confirm(&format!("{}.", all.join("; ")), "Change it?")
    }

    /// Takes an answer out, if the person agrees.
    pub(super) fn clear(&mut self, question: &Question) -> Result<(), Interrupt> {
        let Some(now) = self.assessment().answer(&question.id) else { return Ok(()) };
        let value = format!("the answer “{}”", words::value(question, now.value));
        let parts = parts::parts(now).into_iter().map(Part::name);
        let all: Vec<String> = std::iter::once(value).chain(parts).collect();
        let said = format!("This takes out {}.", parts::list(&all));
        if self.person.confirm(&said, "Take it out?")? && self.save(&[(question, None)])? == Saved::Yes {
            self.news = Some("Taken out. u brings it back.".to_owned());
        }
        Ok(())
    }
}
