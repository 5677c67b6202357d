//! Finding a question: by a part of its title, its id or its words, or among those that still need something.

use super::conversation::{Interrupt, Interview};
use super::lines::{Given, ask_text};
use super::menu::Menu;
use super::screen::Line;
use super::standing::stands;
use crate::assessment::{Assessment, Value, Verdict};
use crate::checklist::{Question, QuestionId};
use crate::judge::gap::verdict;
use crate::words;

#[derive(Clone, Copy)]
enum Search {
    ByWords,
    Among(Filter),
}

/// Which questions are shown.
#[derive(Clone, Copy)]
enum Filter {
    Open,
    Unknown,
    NoEvidence,
    Essential,
    Gaps,
    All,
}

impl Filter {
    const ALL: [Self; 6] =
        [Self::Open, Self::Unknown, Self::NoEvidence, Self::Essential, Self::Gaps, Self::All];

    fn name(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Unknown => "Don't know",
            Self::NoEvidence => "No evidence",
            Self::Essential => "Essential",
            Self::Gaps => "Gaps",
            Self::All => "All",
        }
    }

    fn shows(self, assessment: &Assessment, question: &Question) -> bool {
        let answer = assessment.answer(&question.id);
        match self {
            Self::Open => answer.is_none(),
            Self::Unknown => answer.is_some_and(|answer| answer.value == Value::Unknown),
            Self::NoEvidence => assessment.lacks_evidence(question),
            Self::Essential => question.is_essential(),
            Self::Gaps => verdict(assessment, question) == Some(Verdict::Gap),
            Self::All => true,
        }
    }
}

impl Interview<'_> {
    /// The question that the person finds; `None` if they go back.
    pub(super) fn find(&mut self) -> Result<Option<QuestionId>, Interrupt> {
        let checklist = self.checklist;
        let assessment = self.sitting.assessment();
        let shown = |filter: Filter| checklist.questions().filter(move |each| filter.shows(assessment, each));
        let menu = Menu::new("Find a question")
            .items([("w", "By a part of its title, its id or its words", "", Search::ByWords)])
            .numbered(
                Filter::ALL
                    .map(|filter| (filter.name(), words::how_many(shown(filter)), Search::Among(filter))),
            );
        while let Some(search) = menu.pick(self.person)? {
            let (title, found) = match search {
                Search::Among(filter) => (filter.name().to_owned(), shown(filter).collect()),
                Search::ByWords => {
                    let asked = Line::asking("A part of its title, its id or its words");
                    let Given::Value(typed) = ask_text(self.person, &asked)? else { continue };
                    let found: Vec<&Question> =
                        checklist.questions().filter(|each| has_words(each, &typed)).collect();
                    (format!("“{typed}”"), found)
                }
            };
            if found.is_empty() {
                self.person.say(format!("{title}: there is no such question."))?;
                continue;
            }
            if let Some(id) = list(assessment, &title, &found).pick(self.person)? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }
}

fn list(assessment: &Assessment, title: &str, found: &[&Question]) -> Menu<QuestionId> {
    let items = found.iter().map(|question| {
        let text = format!("{} [{}]", stands(assessment, question), question.id);
        (&question.title, text, question.id.clone())
    });
    let title = format!("{title}: {}", words::how_many(found.iter().copied()));
    Menu { narrows: true, ..Menu::new(title).numbered(items) }
}

/// Whether all the words of a search are somewhere in a question, in any case.
fn has_words(question: &Question, typed: &str) -> bool {
    let levels = question.scale().map(|scale| scale.descriptions.join(" ")).unwrap_or_default();
    let all = [question.id.as_str(), &question.title, &question.ask, &levels].join(" ").to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
}
