//! The person who is asked, through whatever shows the questions to them.

use super::{Choice, Line, Menu, Screen, Typed};
use crate::document::Block;

/// A person who is asked. Each method fails with [`LeftError`] if they leave.
pub trait Person {
    /// Shows a text below what is shown already.
    fn show(&mut self, blocks: &[Block]) -> Result<(), LeftError>;

    /// Shows a text on a screen of its own, until the person has read it.
    fn show_page(&mut self, blocks: &[Block]) -> Result<(), LeftError>;

    /// Shows a question and waits for a choice that it offers.
    fn ask(&mut self, screen: &Screen) -> Result<Choice, LeftError>;

    /// The place of the item that is picked; `None` if the person goes back.
    fn pick(&mut self, menu: &Menu) -> Result<Option<usize>, LeftError>;

    /// The places of the items that are ticked; `None` if the person goes back.
    fn tick(&mut self, menu: &Menu) -> Result<Option<Vec<usize>>, LeftError>;

    /// Asks a yes-or-no question below what it is about; anything but a clear yes is a no.
    fn confirm(&mut self, said: &str, question: &str) -> Result<bool, LeftError>;

    fn ask_line(&mut self, line: &Line) -> Result<Typed, LeftError>;

    /// Asks for a text of any length, such as a note. `meanwhile` gets the text now and then while it is typed. A person
    /// who leaves in the middle returns [`Typed::Leave`] with the text; [`LeftError`] means that nothing was typed.
    fn ask_long_text(&mut self, line: &Line, meanwhile: &mut dyn FnMut(&str)) -> Result<Typed, LeftError>;

    fn editor(&self) -> Option<String> {
        None
    }

    /// Opens a text in the person's editor; `None` if they do not save it there.
    fn edit(&mut self, _text: &str) -> Result<Option<String>, LeftError> {
        Ok(None)
    }
}

impl dyn Person + '_ {
    pub fn show_text(&mut self, text: impl Into<String>) -> Result<(), LeftError> {
        self.show(&[Block::paragraph(text)])
    }
}

/// The person left: the input was closed, or they pressed Ctrl-C.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the person is gone")]
pub struct LeftError;

impl<T: Clone> Menu<T> {
    /// The value of the item that is picked; `None` if the person goes back.
    pub fn pick(&self, person: &mut dyn Person) -> Result<Option<T>, LeftError> {
        self.pick_again(person, &mut None)
    }

    /// Picks from a menu that was open before: it opens where the person last was in it, and sets that again.
    pub fn pick_again(
        &self,
        person: &mut dyn Person,
        last: &mut Option<usize>,
    ) -> Result<Option<T>, LeftError> {
        let mut menu = self.without_values();
        if let Some(last) = *last {
            menu.ready = last.min(menu.items.len().saturating_sub(1));
        }
        *last = person.pick(&menu)?;
        Ok(last.map(|at| self.value(at)))
    }

    /// The values of the items that are ticked; `None` if the person goes back.
    pub fn tick(&self, person: &mut dyn Person) -> Result<Option<Vec<T>>, LeftError> {
        let ticked = person.tick(&self.without_values())?;
        Ok(ticked.map(|ticked| ticked.into_iter().map(|at| self.value(at)).collect()))
    }

    fn value(&self, at: usize) -> T {
        self.items.get(at).expect("the person picks an item of this menu").value.clone()
    }
}
