//! A force's answers beside a reviewer's: where they agree, how far beyond chance, and which questions a sample draws.
//!
//! A reviewer's level never takes the place of the force's: both stand side by side, and only the force's is scored.

use std::collections::BTreeSet;

use crate::assessment::{Assessment, Replies, Reply, Sample, Standing};
use crate::checklist::{Checklist, Level, Question, QuestionId, Section};
use crate::judge::compare::Named;

/// How a reviewer's answer stands to the force's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Both are one and the same level, or both hold that the question does not apply.
    Agreed,
    /// The reviewer's lies wholly below the force's.
    Lower,
    /// The reviewer's lies wholly above the force's.
    Higher,
    /// The reviewer's is a range that fits the force's and others, or the reviewer could not say.
    NotSettled,
    /// One holds that the question does not apply, the other gives it a level.
    WhetherItApplies,
    /// The force has not answered it.
    NotAnswered,
}

impl Agreement {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Agreed,
        Self::Lower,
        Self::Higher,
        Self::NotSettled,
        Self::WhetherItApplies,
        Self::NotAnswered,
    ];

    fn between(ours: Standing, theirs: Standing) -> Option<Self> {
        Some(match (ours, theirs) {
            (_, Standing::Unanswered) => return None,
            (Standing::Unanswered, _) => Self::NotAnswered,
            (_, Standing::Unknown) => Self::NotSettled,
            (Standing::NotApplicable, Standing::NotApplicable) => Self::Agreed,
            (Standing::NotApplicable, _) | (_, Standing::NotApplicable) => Self::WhetherItApplies,
            _ => {
                let (ours, theirs) = (ours.levels()?, theirs.levels()?);
                if theirs.highest() < ours.lowest() {
                    Self::Lower
                } else if theirs.lowest() > ours.highest() {
                    Self::Higher
                } else if ours.is_one() && theirs.is_one() {
                    Self::Agreed
                } else {
                    Self::NotSettled
                }
            }
        })
    }

    /// Whether the force is asked to reply: the two say different things.
    pub fn differs(self) -> bool {
        matches!(self, Self::Lower | Self::Higher | Self::WhetherItApplies)
    }
}

/// A question at which a reviewer looked.
#[derive(Debug, Clone, Copy)]
pub struct Looked<'a> {
    /// The question.
    pub question: &'a Question,
    /// How the force stands.
    pub ours: Standing,
    /// What the reviewer says.
    pub theirs: Standing,
    /// The one beside the other.
    pub agreement: Agreement,
    /// Why the reviewer says so.
    pub reason: Option<&'a str>,
    /// What the force replied.
    pub reply: Option<&'a Reply>,
}

/// One review of an assessment.
#[derive(Debug, Clone)]
pub struct Review<'a> {
    /// The review, under its name.
    pub by: Named<'a>,
    /// The draw of its questions; none where all were to be looked at.
    pub sample: Option<Sample>,
    /// How many questions were to be looked at.
    pub asked: usize,
    /// The questions that were, in the checklist's order.
    pub looked: Vec<Looked<'a>>,
    /// How far the two agree beyond chance.
    pub kappa: Kappa,
    /// Whether the file is what it was when the review began.
    pub same_file: bool,
    /// Whether the review has changed since the force replied to it.
    pub changed_since_reply: bool,
}

/// Agreement beyond chance, weighted by the distance between the levels.
///
/// κ = 1 − Σ|i − j|·o(i, j) ÷ Σ|i − j|·e(i, j), where o(i, j) is the share of questions to which the force gives level i
/// and the reviewer level j, and e(i, j) the share that chance alone would give: that of i among the force's levels times
/// that of j among the reviewer's. Weights are linear, as the levels are one step apart each. Source: J. Cohen, "Weighted
/// kappa: nominal scale agreement with provision for scaled disagreement or partial credit", Psychological Bulletin 70
/// (1968), pp. 213–220.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kappa {
    /// The figure in hundredths, from −100 to 100, halves rounded up; 100 only where all agree. None where chance leaves
    /// nothing to disagree about, as when both give one level throughout, and over a single question.
    pub hundredths: Option<i64>,
    /// Over how many questions: those to which both give one single level, the force's unknown as absent.
    pub n: usize,
}

impl Kappa {
    /// The figure over pairs of levels, the force's first.
    pub fn of(pairs: &[(Level, Level)]) -> Self {
        let apart = |one: Level, other: Level| i64::from(one.points().abs_diff(other.points()));
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let n = number(pairs.len());
        let observed: i64 = pairs.iter().map(|(ours, theirs)| apart(*ours, *theirs)).sum();
        let given = |level: Level, of: fn(&(Level, Level)) -> Level| {
            number(pairs.iter().filter(|pair| of(pair) == level).count())
        };
        let by_chance: i64 = Level::ALL
            .into_iter()
            .flat_map(|one| Level::ALL.map(|other| (one, other)))
            .map(|(one, other)| apart(one, other) * given(one, |pair| pair.0) * given(other, |pair| pair.1))
            .sum();
        // Both sums times n × n, so that all is whole until the one division.
        let beyond = by_chance - n * observed;
        let rounded = || (200 * beyond + by_chance).div_euclid(2 * by_chance);
        let hundredths = (pairs.len() > 1 && by_chance > 0)
            .then(rounded)
            .map(|rounded| if observed > 0 { rounded.min(99) } else { rounded });
        Self { hundredths, n: pairs.len() }
    }
}

impl<'a> Review<'a> {
    /// Sets a review beside the assessment that it reviews, with what the force replied. `same_file` and
    /// `changed_since_reply` are what the digests of the files say.
    pub fn of(
        ours: &'a Assessment,
        by: Named<'a>,
        replies: Option<&'a Replies>,
        same_file: bool,
        changed_since_reply: bool,
    ) -> Self {
        let sample = by.assessment.reviews.as_ref().and_then(|reviews| reviews.sample);
        let looked: Vec<Looked<'a>> = ours
            .checklist
            .level_questions()
            .filter_map(|question| looked(ours, by.assessment, replies, question))
            .collect();
        let single = |looked: &Looked<'_>| {
            let one = |standing: Standing| standing.levels().filter(|levels| levels.is_one());
            let theirs = one(looked.theirs).filter(|_| looked.theirs != Standing::Unknown);
            Some((one(looked.ours)?.lowest(), theirs?.lowest()))
        };
        let kappa = Kappa::of(&looked.iter().filter_map(single).collect::<Vec<_>>());
        let asked = asked(&ours.checklist, sample).len();
        Self { by, sample, asked, looked, kappa, same_file, changed_since_reply }
    }

    /// How many questions stand in a relation.
    pub fn number(&self, agreement: Agreement) -> usize {
        self.looked.iter().filter(|looked| looked.agreement == agreement).count()
    }

    /// Where the reviewer differs and the force has not replied.
    pub fn without_reply(&self) -> impl Iterator<Item = &Looked<'a>> {
        self.looked.iter().filter(|looked| looked.agreement.differs() && looked.reply.is_none())
    }

    /// What the reviewer says of a question.
    pub fn on(&self, question: &Question) -> Option<&Looked<'a>> {
        self.looked.iter().find(|looked| looked.question.id == question.id)
    }
}

fn looked<'a>(
    ours: &'a Assessment,
    review: &'a Assessment,
    replies: Option<&'a Replies>,
    question: &'a Question,
) -> Option<Looked<'a>> {
    let (ours, theirs) = (ours.standing(question)?, review.standing(question)?);
    let agreement = Agreement::between(ours, theirs)?;
    let reason = review.answer(&question.id).and_then(|answer| answer.note.as_deref());
    let reply = replies.and_then(|replies| replies.replies.get(&question.id));
    Some(Looked { question, ours, theirs, agreement, reason, reply })
}

/// The questions that a review looks at: those for a level, of a sample the essential ones and those that are drawn.
///
/// The draw shuffles the questions that are not essential, in the checklist's order, as far as there are to be drawn
/// (Fisher and Yates, from the front), by the numbers of [`SplitMix64`]. It is written out here rather than taken from a
/// crate so that the same number, seed and edition draw the same on every machine and in every version.
pub fn asked(checklist: &Checklist, sample: Option<Sample>) -> BTreeSet<QuestionId> {
    let Some(sample) = sample else {
        return checklist.level_questions().map(|question| question.id.clone()).collect();
    };
    let (essential, mut others): (Vec<_>, Vec<_>) =
        checklist.level_questions().partition(|question| question.is_essential());
    let mut numbers = SplitMix64(u64::from(sample.seed));
    let drawn = usize::try_from(sample.number).unwrap_or(usize::MAX).min(others.len());
    for at in 0..drawn {
        let left = u64::try_from(others.len() - at).unwrap_or(1);
        let with = at + usize::try_from(numbers.below(left)).unwrap_or_default();
        others.swap(at, with);
    }
    essential.into_iter().chain(others.into_iter().take(drawn)).map(|question| question.id.clone()).collect()
}

/// A checklist that asks these questions alone.
pub fn narrowed(checklist: &Checklist, asked: &BTreeSet<QuestionId>) -> Checklist {
    let only = |section: &Section| {
        let questions = section.questions.iter().filter(|question| asked.contains(&question.id));
        Section { questions: questions.cloned().collect(), ..section.clone() }
    };
    let sections = checklist.sections.iter().map(only).filter(|section| !section.questions.is_empty());
    Checklist { sections: sections.collect(), ..checklist.clone() }
}

/// A small generator of numbers that are the same everywhere: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014. It draws samples, and is no cryptography.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below another, each as likely: those past the last whole round are passed over.
    fn below(&mut self, end: u64) -> u64 {
        let rounds = u64::MAX - u64::MAX % end.max(1);
        loop {
            let number = self.next();
            if number < rounds {
                return number % end.max(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{Absent, Assured, Developing, InPlace};

    #[test]
    fn kappa_by_hand() {
        // Four of five agree, one is a level apart.
        //   Force: 0 1 2 2 3, reviewer: 0 1 1 2 3. Observed: 1.
        //   Force's levels 1 1 2 1, the reviewer's 1 2 1 1. By chance, each |i − j| times both counts:
        //   from 0: 0·1 + 1·2 + 2·1 + 3·1 = 7, times 1; from 1: 1 + 0 + 1 + 2 = 4, times 1;
        //   from 2: 2·1 + 1·2 + 0 + 1·1 = 5, times 2; from 3: 3 + 2·2 + 1 + 0 = 8, times 1. In all 7 + 4 + 10 + 8 = 29.
        //   κ = 1 − 5 × 1 ÷ 29 = 0.8276.
        let pairs = [
            (Absent, Absent),
            (Developing, Developing),
            (InPlace, Developing),
            (InPlace, InPlace),
            (Assured, Assured),
        ];
        assert_eq!(Kappa::of(&pairs), Kappa { hundredths: Some(83), n: 5 });
        // Opposite throughout: observed 3 + 3 = 6; by chance 3·1·1 + 3·1·1 = 6; κ = 1 − 2 × 6 ÷ 6 = −1.
        assert_eq!(Kappa::of(&[(Absent, Assured), (Assured, Absent)]).hundredths, Some(-100));
        // As chance would have it: observed 1 + 1, by chance 4 pairs of 2 × 2 on two levels: 2·2 + 2·2 = 8; 4 × 2 ÷ 8 = 1.
        let chance = [(Absent, Absent), (Absent, Developing), (Developing, Absent), (Developing, Developing)];
        assert_eq!(Kappa::of(&chance).hundredths, Some(0));
        // All agree: 1. On one level alone there is nothing to disagree about, nor over no question.
        assert_eq!(Kappa::of(&[(Absent, Absent), (Assured, Assured)]).hundredths, Some(100));
        assert_eq!(Kappa::of(&[(InPlace, InPlace); 3]), Kappa { hundredths: None, n: 3 });
        assert_eq!(Kappa::of(&[(InPlace, Absent)]), Kappa { hundredths: None, n: 1 });
        assert_eq!(Kappa::of(&[]), Kappa { hundredths: None, n: 0 });
        // One of 400 a level apart is not full agreement: 1 − 400 ÷ 119,800 or so rounds to 1.00, and is shown as 0.99.
        let mut many = vec![(Absent, Absent); 200];
        many.extend([(Assured, Assured); 199]);
        many.push((Assured, InPlace));
        assert_eq!(Kappa::of(&many).hundredths, Some(99));
    }

    #[test]
    fn the_generator_gives_the_numbers_of_its_reference() {
        // The first numbers from seed 0 and from 1234567, as the reference implementation in C prints them.
        let mut zero = SplitMix64(0);
        assert_eq!([zero.next(), zero.next()], [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4]);
        let mut other = SplitMix64(1_234_567);
        assert_eq!([other.next(), other.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn a_reviewers_answer_stands_to_the_forces_by_its_whole_range() {
        use crate::assessment::Levels;
        use Standing::{NotApplicable, Unanswered, Unknown};
        let one = |level: Level| Standing::Level(level.into());
        let range = |lowest, highest| Standing::Level(Levels::new(lowest, highest).unwrap());
        let cases = [
            (one(InPlace), one(InPlace), Some(Agreement::Agreed)),
            (one(InPlace), one(Developing), Some(Agreement::Lower)),
            (one(InPlace), range(Absent, Developing), Some(Agreement::Lower)),
            (one(InPlace), one(Assured), Some(Agreement::Higher)),
            (one(InPlace), range(Developing, InPlace), Some(Agreement::NotSettled)),
            (one(InPlace), Unknown, Some(Agreement::NotSettled)),
            // What nobody at the force could say scores as absent.
            (Unknown, one(Absent), Some(Agreement::Agreed)),
            (Unknown, one(InPlace), Some(Agreement::Higher)),
            (NotApplicable, NotApplicable, Some(Agreement::Agreed)),
            (NotApplicable, one(Absent), Some(Agreement::WhetherItApplies)),
            (one(Absent), NotApplicable, Some(Agreement::WhetherItApplies)),
            (Unanswered, one(Absent), Some(Agreement::NotAnswered)),
            (one(Absent), Unanswered, None),
        ];
        for (ours, theirs, expected) in cases {
            assert_eq!(Agreement::between(ours, theirs), expected, "{ours:?} and {theirs:?}");
        }
    }
}
