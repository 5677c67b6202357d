//! How the questions of one edition of a checklist relate to those of another.
//!
//! Ids are permanent: the same id is the same question in every edition. A question that changes its meaning gets a new id
//! and names the one it replaces. A chain over several editions is comparable only if every link is.

use std::collections::BTreeSet;

use crate::checklist::{Checklist, Question, QuestionId, Replaced};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin<'a> {
    /// The same question, or one whose answers can be compared with it.
    Comparable(&'a Question),
    /// It came from these questions, whose answers cannot be compared with its own, and why.
    NotComparable(Vec<&'a Question>, String),
    New,
}

impl Checklist {
    pub fn editions(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |checklist| checklist.earlier.as_deref())
    }

    pub fn question_in_any_edition(&self, id: &str) -> Option<&Question> {
        self.editions().find_map(|checklist| checklist.question(id))
    }

    /// What a question of this edition was in another, which may be any checklist.
    pub fn origin_of<'a>(&self, question: &Question, other: &'a Checklist) -> Origin<'a> {
        if self.id != other.id {
            return Origin::New;
        }
        if let Some(same) = other.question(question.id.as_str()) {
            return Origin::Comparable(same);
        }
        let mut ids = vec![question.id.clone()];
        let mut broken: Option<String> = None;
        for edition in self.editions().take_while(|edition| edition.edition != other.edition) {
            broken = broken.or(edition.why_not_comparable(&ids));
            ids = ids.iter().flat_map(|id| edition.replaced_by(id)).collect();
        }
        let found: Vec<&Question> = ids.iter().filter_map(|id| other.question(id.as_str())).collect();
        match (found.as_slice(), broken) {
            ([], _) => Origin::New,
            ([one], None) => Origin::Comparable(one),
            (_, reason) => {
                Origin::NotComparable(found, reason.expect("questions that were joined cannot be compared"))
            }
        }
    }

    /// The questions of the previous edition that these questions of this edition replace.
    fn links(&self, ids: &[QuestionId]) -> Vec<&Replaced> {
        let questions = ids.iter().filter_map(|id| self.question(id.as_str()));
        questions.flat_map(|question| &question.replaces).collect()
    }

    /// Why answers to these questions cannot be compared with those of the previous edition; `None` if they can.
    fn why_not_comparable(&self, ids: &[QuestionId]) -> Option<String> {
        let links = self.links(ids);
        let not_comparable = links.iter().find(|link| !link.comparable).map(|link| link.reason.clone());
        let joined = (links.len() > 1).then(|| "it was made from more than one question".to_owned());
        let was_split = links.iter().any(|link| self.number_replacing(link.id.as_str()) > 1);
        not_comparable.or(joined).or(was_split.then(|| "the earlier question was split".to_owned()))
    }

    /// The ids of a question in the previous edition: its own, if this edition replaced nothing.
    fn replaced_by(&self, id: &QuestionId) -> Vec<QuestionId> {
        match self.links(std::slice::from_ref(id)).as_slice() {
            [] => vec![id.clone()],
            links => links.iter().map(|link| link.id.clone()).collect(),
        }
    }

    /// The questions of this edition that came from a question of an earlier one, in order.
    pub fn successors_of<'a>(&'a self, earlier: &Question, older: &Checklist) -> Vec<&'a Question> {
        let came_from = |question: &&Question| match self.origin_of(question, older) {
            Origin::Comparable(past) => past.id == earlier.id,
            Origin::NotComparable(past, _) => past.iter().any(|past| past.id == earlier.id),
            Origin::New => false,
        };
        // A question that replaces nothing can only have come from itself.
        let changed = self.editions().flat_map(Self::replacing).map(|question| question.id.as_str());
        let ids: BTreeSet<&str> = changed.chain([earlier.id.as_str()]).collect();
        let mut found: Vec<&Question> =
            ids.into_iter().filter_map(|id| self.question(id)).filter(came_from).collect();
        found.sort_by_key(|question| self.place_of(question.id.as_str()));
        found
    }

    /// Why a question of an earlier edition is no longer asked.
    pub fn withdrawal_reason(&self, id: &QuestionId) -> &str {
        let mut withdrawn = self.editions().flat_map(|checklist| &checklist.withdrawn);
        withdrawn
            .find(|withdrawn| withdrawn.id == *id)
            .map_or("no reason is given", |withdrawn| withdrawn.reason.as_str())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::text::source::Source;

    /// An edition of a checklist: its questions with what each replaces, `-` where the answers cannot be compared.
    pub(crate) fn edition(
        name: &str,
        questions: &[&str],
        earlier: Option<&Arc<Checklist>>,
    ) -> Arc<Checklist> {
        let levels = "{ absent = 'a', developing = 'd', in-place = 'i', assured = 's' }";
        let question = |line: &&str| {
            let mut words = line.split(' ');
            let id = words.next().unwrap();
            let link = |word: &str| {
                let (id, comparable) = (word.trim_start_matches('-'), !word.starts_with('-'));
                format!("{{ id = '{id}', comparable = {comparable}, reason = '{id} changed' }}")
            };
            let links = words.map(link).collect::<Vec<_>>().join(", ");
            format!("{{ id = '{id}', ask = 'A?', levels = {levels}, replaces = [{links}] }}")
        };
        let questions = questions.iter().map(question).collect::<Vec<_>>().join(", ");
        let text = format!(
            "format = 1\nid = 'c'\nedition = '{name}'\ntitle = 'C'\n\
             sections = [{{ id = 'section', title = 'S', questions = [{questions}] }}]\n"
        );
        let read =
            Checklist::parse(&Source::new("c.toml", text)).unwrap_or_else(|invalid| panic!("{invalid}"));
        Arc::new(Checklist { earlier: earlier.cloned(), ..read })
    }

    /// What a question of the newest edition was in the oldest: its id, or the ids and why they cannot be compared.
    fn origin(newest: &Checklist, id: &str, oldest: &Checklist) -> String {
        match newest.origin_of(newest.question(id).unwrap(), oldest) {
            Origin::Comparable(question) => question.id.to_string(),
            Origin::NotComparable(questions, reason) => {
                let ids: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
                format!("{}: {reason}", ids.join("+"))
            }
            Origin::New => "new".to_owned(),
        }
    }

    #[test]
    fn a_question_is_itself_wherever_its_id_stands() {
        let first = edition("1", &["a"], None);
        let second = edition("2", &["a", "b"], Some(&first));
        assert_eq!(origin(&second, "a", &first), "a");
        assert_eq!(origin(&second, "b", &first), "new");
        assert_eq!(origin(&first, "a", &second), "a");
    }

    #[test]
    fn a_chain_holds_as_far_as_each_of_its_links() {
        let first = edition("1", &["a", "x"], None);
        let second = edition("2", &["b a", "y -x"], Some(&first));
        let third = edition("3", &["b", "y"], Some(&second));
        let fourth = edition("4", &["c b", "z y"], Some(&third));
        assert_eq!(origin(&fourth, "c", &first), "a");
        assert_eq!(origin(&fourth, "c", &second), "b");
        assert_eq!(origin(&fourth, "z", &second), "y");
        assert_eq!(origin(&fourth, "z", &first), "x: x changed");
    }

    #[test]
    fn what_was_split_or_joined_cannot_be_compared() {
        let first = edition("1", &["whole", "left", "right"], None);
        let second = edition("2", &["half whole", "rest whole", "both left right"], Some(&first));
        assert_eq!(origin(&second, "half", &first), "whole: the earlier question was split");
        assert_eq!(origin(&second, "rest", &first), "whole: the earlier question was split");
        assert_eq!(origin(&second, "both", &first), "left+right: it was made from more than one question");
        let successors = |id: &str| -> Vec<String> {
            let found = second.successors_of(first.question(id).unwrap(), &first);
            found.iter().map(|question| question.id.to_string()).collect()
        };
        assert_eq!(successors("whole"), ["half", "rest"]);
        assert_eq!(successors("right"), ["both"]);
    }

    #[test]
    fn another_checklist_says_nothing_of_a_question() {
        let first = edition("1", &["a"], None);
        let other = Checklist { id: "other".to_owned(), ..edition("1", &["a"], None).as_ref().clone() };
        assert_eq!(origin(&other, "a", &first), "new");
    }
}
