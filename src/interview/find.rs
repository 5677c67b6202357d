//! Finding a question: by a part of its title, its id or its words, or among those that still need something.

use super::conversation::{Interrupt, Interview, catch_back};
use super::standing::stands;
use super::{Line, Menu};
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
    pub(super) fn find(&mut self) -> Result<QuestionId, Interrupt> {
        let checklist = self.checklist;
        let assessment = self.sitting.assessment();
        let shown = |filter: Filter| checklist.questions().filter(move |each| filter.shows(assessment, each));
        let menu = Menu::new("Find a question")
            .items([("w", "By a part of its title, its id or its words", "", Search::ByWords)])
            .numbered(Filter::ALL.map(|filter| {
                (filter.name(), words::number_of_questions(shown(filter)), Search::Among(filter))
            }));
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
            Search::Among(filter) => {
                let found = questions.filter(|each| filter.shows(self.assessment(), each));
                (filter.name().to_owned(), found.collect())
            }
            Search::ByWords => {
                let asked = Line::asking("A part of its title, its id or its words");
                let typed = self.ask_text(&asked)?.ok_or(Interrupt::Back)?;
                (format!("“{typed}”"), questions.filter(|each| has_words(each, &typed)).collect())
            }
        };
        if found.is_empty() {
            self.person.say(format!("{title}: there is no such question."))?;
            return Err(Interrupt::Back);
        }
        let list = list(self.assessment(), &title, &found);
        self.pick(&list)
    }
}

fn list(assessment: &Assessment, title: &str, found: &[&Question]) -> Menu<QuestionId> {
    let items = found.iter().map(|question| {
        let text = format!("{} [{}]", stands(assessment, question), question.id);
        (&question.title, text, question.id.clone())
    });
    let title = format!("{title}: {}", words::number_of_questions(found.iter().copied()));
    Menu { narrows: true, ..Menu::new(title).numbered(items) }
}

/// Whether all the words of a search are somewhere in a question, in any case.
fn has_words(question: &Question, typed: &str) -> bool {
    let levels = question.scale().map(|scale| scale.descriptions.join(" ")).unwrap_or_default();
    let all = [question.id.as_str(), &question.title, &question.ask, &levels].join(" ").to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
}
