//! The data that ships: the checklist is whole, and the findings say exactly what HMIC printed.

use std::collections::BTreeSet;

use integrity_healthcheck::assessment::{Publication, Value};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::{Checklist, Question};

/// Facts on fictional forces, written by people who saw the questions and not the levels.
const FACTS: [&str; 4] = [
    include_str!("../fixtures/facts/wessex-vale.md"),
    include_str!("../fixtures/facts/severnside.md"),
    include_str!("../fixtures/facts/mercia-borders.md"),
    include_str!("../fixtures/facts/northmoor.md"),
];

/// The questions that ask for a count.
const COUNTS: [&str; 6] = [
    "media-leak-investigations",
    "social-media-cases",
    "second-job-applications",
    "second-job-approvals",
    "conduct-investigations",
    "anti-corruption-staff-change",
];

fn builtin() -> Catalogue {
    Catalogue::built_in().unwrap_or_else(|invalid| panic!("{invalid}"))
}

fn checklist(builtin: &Catalogue) -> &Checklist {
    builtin.checklist("without-fear-or-favour").unwrap()
}

#[test]
fn the_checklist_asks_what_it_promises() {
    let builtin = builtin();
    let checklist = checklist(&builtin);
    let sections: Vec<&str> = checklist.sections.iter().map(|section| section.id.as_str()).collect();
    let expected = "media information gifts-and-hospitality procurement business-interests professional-standards \
                    governance training-and-communication";
    assert_eq!(sections.join(" "), expected);
    assert_eq!(checklist.level_questions().count(), 77);
    assert_eq!(checklist.level_questions().filter(|question| question.is_essential()).count(), 11);
    let counts: BTreeSet<&str> = checklist.count_questions().map(|question| question.id.as_str()).collect();
    assert_eq!(counts, BTreeSet::from(COUNTS));
}

#[test]
fn every_question_helps_whoever_answers_it() {
    let builtin = builtin();
    for question in checklist(&builtin).questions() {
        let id = &question.id;
        assert!(question.ask.ends_with('?'), "{id}");
        assert!(question.why.is_some() && question.owner.is_some() && !question.rests_on.is_empty(), "{id}");
        assert!(question.title.chars().count() <= 30, "{id}: {}", question.title);
        if question.scale().is_some() {
            assert!(question.action.is_some() && !question.evidence.is_empty(), "{id}");
        }
    }
}

/// The texts of a question's levels, lowest first.
fn levels(question: &Question) -> [&str; 4] {
    question.scale().unwrap().descriptions.each_ref().map(String::as_str)
}

#[test]
fn levels_are_observable() {
    let vague = ["adequate", "appropriate ", "robust", "effective", "sufficient", "regular ", "regularly"];
    let builtin = builtin();
    for question in checklist(&builtin).level_questions() {
        for text in levels(question) {
            let text = text.replace("appropriate authority", "authority");
            for word in vague {
                assert!(!text.contains(word), "{} says `{word}`: {text}", question.id);
            }
        }
    }
}

#[test]
fn levels_nest_and_what_is_in_place_says_what_is_there() {
    let builtin = builtin();
    for question in checklist(&builtin).level_questions() {
        let [_, developing, in_place, assured] = levels(question);
        assert!(assured.starts_with("In place, and "), "{}: {assured}", question.id);
        for text in [in_place, assured] {
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
            let words = format!(" {} ", words.join(" ").to_lowercase());
            for negative in ["no", "not", "nothing", "never", "without evidence"] {
                let found = words.contains(&format!(" {negative} "));
                assert!(!found, "{} says `{negative}`: {text}", question.id);
            }
        }
        assert!(!developing.contains(in_place), "{}", question.id);
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn median(mut lengths: Vec<usize>) -> usize {
    lengths.sort_unstable();
    lengths[lengths.len() / 2]
}

#[test]
fn a_question_is_short_enough_to_be_read() {
    let builtin = builtin();
    let (mut of_levels, mut of_questions) = (Vec::new(), Vec::new());
    for question in checklist(&builtin).level_questions() {
        let texts = levels(question);
        for text in texts {
            assert!(words(text) <= 30, "{}: {text}", question.id);
            let ors = text.split_whitespace().filter(|word| word.eq_ignore_ascii_case("or")).count();
            assert!(ors <= 1, "{}: {text}", question.id);
            of_levels.push(words(text));
        }
        let whole = words(&question.ask) + texts.map(words).iter().sum::<usize>();
        assert!(whole <= 100, "{}: {whole} words", question.id);
        of_questions.push(whole);
    }
    assert!(median(of_levels) < 20);
    assert!(median(of_questions) < 80);
}

/// What decides an answer is said once, and every word that is explained is used.
#[test]
fn every_term_is_used() {
    let builtin = builtin();
    let checklist = checklist(&builtin);
    let used: BTreeSet<String> = checklist
        .questions()
        .flat_map(|question| checklist.terms_of(question))
        .flat_map(|term| term.words)
        .collect();
    for words in checklist.terms.iter().flat_map(|term| &term.words) {
        assert!(used.contains(words), "`{words}` is explained and stands nowhere");
    }
}

/// The facts by which it was tried whether two people choose the same level stand on every question.
#[test]
fn the_facts_of_the_trials_are_those_of_the_questions() {
    let builtin = builtin();
    let asked: Vec<&str> =
        checklist(&builtin).level_questions().map(|question| question.id.as_str()).collect();
    for facts in FACTS {
        let told: Vec<&str> = facts.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        assert_eq!(told, asked);
    }
}

/// The figures of the five reports, as HMIC printed them: leak investigations, social media cases, second-job
/// applications and approvals, conduct investigations, change of anti-corruption staff.
#[test]
fn counts_are_those_that_hmic_printed() {
    let printed = [
        ("cheshire-2012", [0, 7, 40, 40, 12, 0]),
        ("cumbria-2012", [1, 4, 18, 17, 17, 0]),
        ("essex-2012", [2, 9, 71, 71, 116, 0]),
        ("greater-manchester-2012", [15, 5, 76, 72, 117, 0]),
        ("staffordshire-2012", [0, 0, 84, 79, 48, 0]),
    ];
    let builtin = builtin();
    for (name, figures) in printed {
        for (question, figure) in COUNTS.iter().zip(figures) {
            assert_eq!(answer(&builtin, name, question), Some(Value::Count(figure)), "{name} {question}");
        }
    }
    assert_eq!(answer(&builtin, "durham-2012", "social-media-cases"), Some(Value::Count(4)));
    assert_eq!(answer(&builtin, "north-yorkshire-2012", "media-leak-investigations"), Some(Value::Count(2)));
    assert_eq!(answer(&builtin, "thames-valley-2012", "media-leak-investigations"), Some(Value::Count(3)));
    assert_eq!(answer(&builtin, "surrey-2012", "media-leak-investigations"), Some(Value::Count(4)));
}

fn answer(builtin: &Catalogue, name: &str, question: &str) -> Option<Value> {
    let assessment = builtin.assessment(name)?;
    let question: &Question = assessment.checklist.question(question)?;
    assessment.answer(&question.id).map(|answer| answer.value)
}

/// Findings whose words leave no doubt, read from the reports: the coding rules must lead here.
#[test]
fn plain_findings_are_coded_as_the_rules_say() {
    let findings = [
        ("cheshire-2012", "gifts-single-register", "in-place to assured"), // a single register, checked regularly
        ("staffordshire-2012", "gifts-single-register", "in-place to assured"), // one that allows monitoring
        ("greater-manchester-2012", "gifts-single-register", "developing to assured"), // registers, a register
        ("cheshire-2012", "procurement-gifts-cross-reference", "absent"), // no monitoring in place
        ("essex-2012", "procurement-gifts-cross-reference", "developing"), // only on specific concerns
        ("staffordshire-2012", "procurement-gifts-cross-reference", "in-place to assured"), // a check that runs
        ("cumbria-2012", "media-staff-knowledge", "in-place to assured"),                   // staff knew
        ("staffordshire-2012", "media-staff-knowledge", "developing"), // limited knowledge
        ("cheshire-2012", "social-media-staff-understanding", "in-place"), // generally understood
        ("essex-2012", "social-media-monitoring", "developing"),       // when a concern is raised
        ("essex-2012", "local-body-oversight", "in-place to assured"), // whom its member met is not settled
        ("greater-manchester-2012", "business-interests-central-decision", "developing"), // officers only
        ("greater-manchester-2012", "policy-understanding-checked", "absent"), // no mechanism
        ("cheshire-2012", "business-interests-boundaries", "developing"), // being introduced
        ("essex-2012", "gifts-policy", "in-place to assured"), // updated or being reviewed: it is there
        ("staffordshire-2012", "business-interests-scrutiny", "developing to assured"), // changes around it
        ("surrey-2012", "media-boundaries", "developing to assured"), // what relationships should be like
    ];
    let builtin = builtin();
    for (name, question, level) in findings {
        let found = answer(&builtin, name, question).map(Value::word);
        assert_eq!(found.as_deref(), Some(level), "{name} {question}");
    }
}

#[test]
fn every_finding_has_its_place_and_its_source() {
    let builtin = builtin();
    let published = builtin.published();
    let of = |year: i32| published.iter().filter(|named| named.assessment.year() == year).count();
    assert_eq!((of(2012), of(2014), published.len()), (9, 43, 52));
    for named in &published {
        let source = named.assessment.source.as_ref().unwrap();
        let (printed, day, kinds): (_, _, &[Publication]) = match named.assessment.year() {
            2012 => (
                "December 2012",
                "2012-12-31",
                &[Publication::ForceReport, Publication::PressRelease, Publication::NewspaperReport],
            ),
            _ => ("November 2014", "2014-11-30", &[Publication::InspectionSummary]),
        };
        assert_eq!((source.published.as_str(), named.assessment.date.to_string().as_str()), (printed, day));
        assert!(kinds.contains(&source.kind), "{}", named.name);
        match source.kind {
            Publication::ForceReport => assert_eq!(source.publisher, "HMIC"),
            _ => assert!(source.address.is_some() && source.read.is_some(), "{}", named.name),
        }
        // Nothing is known of a page without an answer but its notes.
        assert!(!named.assessment.answers.is_empty() || !source.notes.is_empty(), "{}", named.name);
        for (id, answer) in &named.assessment.answers {
            assert!(answer.note.is_some() && !answer.evidence.is_empty(), "{} {id}", named.name);
            assert!(!matches!(answer.value, Value::Unknown | Value::NotApplicable), "{} {id}", named.name);
        }
    }
    let isbn = |name: &str| builtin.assessment(name).unwrap().source.clone().unwrap().isbn;
    assert_eq!(isbn("cheshire-2012").as_deref(), Some("978-1-78246-041-1"));
    assert_eq!(isbn("cumbria-2012").as_deref(), Some("978-1-78246-044-2"));
    assert_eq!(isbn("essex-2012").as_deref(), Some("978-1-78246-051-0"));
    assert_eq!(isbn("staffordshire-2012"), None, "none is printed in the report as we have it");
}
