//! Finding a question: by a part of its title, its id or its words, or among those that still want something.

use super::lines::{Given, text};
use super::standing::stands;
use super::walk::{Break, Interview};
use super::{Item, Line, Menu};
use crate::assessment::{Assessment, Value, Verdict};
use crate::checklist::{Question, QuestionId};
use crate::judge::gap::verdict;
use crate::words;

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

    fn words(self) -> &'static str {
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
    /// Has a question found; `None` where the person goes back.
    pub(super) fn find(&mut self) -> Result<Option<QuestionId>, Break> {
        loop {
            let checklist = self.checklist;
            let assessment = self.record.assessment();
            let shown = |filter: Filter| -> Vec<&Question> {
                checklist.questions().filter(|question| filter.shows(assessment, question)).collect()
            };
            let by_words = Item::new("w", "By a part of its title, its id or its words", "");
            let filters = (1..).zip(Filter::ALL).map(|(key, filter)| {
                Item::new(
                    key.to_string(),
                    filter.words(),
                    words::number_of_questions(shown(filter).into_iter()),
                )
            });
            let items = std::iter::once(by_words).chain(filters).collect();
            let menu = Menu {
                title: "Find a question".to_owned(),
                text: Vec::new(),
                items,
                ready: 0,
                narrows: false,
                goes_back: true,
            };
            let Some(picked) = self.person.pick(&menu)? else { return Ok(None) };
            let (title, found) = match picked.checked_sub(1).and_then(|at| Filter::ALL.get(at)) {
                Some(filter) => (filter.words().to_owned(), shown(*filter)),
                None => match text(self.person, Line::asking("A part of its title, its id or its words"))? {
                    Given::Value(typed) => (
                        format!("“{typed}”"),
                        checklist.questions().filter(|each| says(each, &typed)).collect(),
                    ),
                    Given::Nothing | Given::Back => continue,
                },
            };
            if let Some(id) = self.one_of(&title, &found)? {
                return Ok(Some(id));
            }
        }
    }

    fn one_of(&mut self, title: &str, found: &[&Question]) -> Result<Option<QuestionId>, Break> {
        if found.is_empty() {
            self.say(format!("{title}: there is no such question."))?;
            return Ok(None);
        }
        let assessment = self.record.assessment();
        let items = (1..).zip(found).map(|(key, question)| {
            let text = format!("{} [{}]", stands(assessment, question), question.id);
            Item::new(key.to_string(), &question.title, text)
        });
        let menu = Menu {
            title: format!("{title}: {}", words::number_of_questions(found.iter().copied())),
            text: Vec::new(),
            items: items.collect(),
            ready: 0,
            narrows: true,
            goes_back: true,
        };
        let picked = self.person.pick(&menu)?.and_then(|at| found.get(at));
        Ok(picked.map(|question| question.id.clone()))
    }
}

/// Whether all the words of a search stand somewhere in a question, whatever their case.
fn says(question: &Question, typed: &str) -> bool {
    let levels = question.scale().map(|scale| scale.descriptions.join(" ")).unwrap_or_default();
    let all = [question.id.as_str(), &question.title, &question.ask, &levels].join(" ").to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
}
