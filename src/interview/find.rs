//! Finding a question: by a part of its title, its id or its words, or among those that still need something.

use super::conversation::{Interrupt, Interview, catch_back};
use super::standing::question_status;
use super::{Line, Menu};
use crate::assessment::{Assessment, Value, Verdict};
use crate::checklist::{Question, QuestionId};
use crate::judge::gap::verdict;
use crate::words;

type Filter = fn(&Assessment, &Question) -> bool;

const FILTERS: [(&str, Filter); 6] = [
    ("Open", |assessment, question| assessment.answer(&question.id).is_none()),
    ("Don't know", |assessment, question| {
        assessment.answer(&question.id).is_some_and(|answer| answer.value == Value::Unknown)
    }),
    ("No evidence", Assessment::lacks_evidence),
    ("Essential", |_, question| question.is_essential()),
    ("Gaps", |assessment, question| verdict(assessment, question) == Some(Verdict::Gap)),
    ("All", |_, _| true),
];

#[derive(Clone, Copy)]
enum Search {
    ByWords,
    Among(&'static str, Filter),
}

impl Interview<'_> {
    pub(super) fn find(&mut self) -> Result<QuestionId, Interrupt> {
        let assessment = self.sitting.assessment();
        let how_many = |filter: Filter| {
            words::number_of_questions(self.checklist.questions().filter(|each| filter(assessment, each)))
        };
        let menu = Menu::new("Find a question")
            .items([("w", "By a part of its title, its id or its words", "", Search::ByWords)])
            .numbered(FILTERS.map(|(name, filter)| (name, how_many(filter), Search::Among(name, filter))));
        loop {
            let search = self.pick(&menu)?;
            if let Some(id) = catch_back(self.search(search))? {
                return Ok(id);
            }
        }
    }

    fn search(&mut self, search: Search) -> Result<QuestionId, Interrupt> {
        let questions = self.checklist.questions();
        let (title, found): (_, Vec<&Question>) = match search {
            Search::Among(name, filter) => {
                (name.to_owned(), questions.filter(|each| filter(self.assessment(), each)).collect())
            }
            Search::ByWords => {
                let asked = Line::asking("A part of its title, its id or its words");
                let typed = self.ask_text(&asked)?.ok_or(Interrupt::Back)?;
                (format!("“{typed}”"), questions.filter(|each| has_words(each, &typed)).collect())
            }
        };
        if found.is_empty() {
            self.person.show_text(format!("{title}: there is no such question."))?;
            return Err(Interrupt::Back);
        }
        let items = found.iter().map(|question| {
            let text = format!("{} [{}]", question_status(self.assessment(), question), question.id);
            (&question.title, text, question.id.clone())
        });
        let title = format!("{title}: {}", words::number_of_questions(found.iter().copied()));
        let menu = Menu { narrows: true, ..Menu::new(title).numbered(items) };
        self.pick(&menu)
    }
}

/// Whether all the words of a search are somewhere in a question, in any case.
fn has_words(question: &Question, typed: &str) -> bool {
    let levels = question.scale().map(|scale| scale.descriptions.join(" ")).unwrap_or_default();
    let all = [question.id.as_str(), &question.title, &question.ask, &levels].join(" ").to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
}
