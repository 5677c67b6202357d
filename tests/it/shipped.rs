//! The data that ships: the checklist is whole, and the findings say exactly what HMIC printed.

use std::collections::BTreeSet;

use integrity_healthcheck::assessment::Value;
use integrity_healthcheck::builtin::Builtin;
use integrity_healthcheck::checklist::{Checklist, Question};

fn builtin() -> Builtin {
    Builtin::load().unwrap_or_else(|invalid| panic!("{invalid}"))
}

fn checklist(builtin: &Builtin) -> &Checklist {
    builtin.checklist("without-fear-or-favour").unwrap()
}

#[test]
fn the_checklist_asks_what_it_promises() {
    let builtin = builtin();
    let checklist = checklist(&builtin);
    let sections: Vec<&str> = checklist.sections.iter().map(|section| section.id.as_str()).collect();
    let expected = [
        "media",
        "information",
        "gifts-and-hospitality",
        "procurement",
        "business-interests",
        "professional-standards",
        "governance",
        "training-and-communication",
    ];
    assert_eq!(sections, expected);
    assert!((55..=70).contains(&checklist.level_questions().count()));
    assert!((8..=12).contains(&checklist.level_questions().filter(|question| question.essential).count()));
    let counts: BTreeSet<&str> = checklist.count_questions().map(|question| question.id.as_str()).collect();
    let expected = [
        "anti-corruption-staff-change",
        "conduct-investigations",
        "media-leak-investigations",
        "second-job-applications",
        "second-job-approvals",
        "social-media-cases",
    ];
    assert_eq!(counts, BTreeSet::from(expected));
}

#[test]
fn every_question_helps_whoever_answers_it() {
    let builtin = builtin();
    for question in checklist(&builtin).questions() {
        let id = &question.id;
        assert!(question.ask.ends_with('?'), "{id}");
        assert!(question.why.is_some() && question.owner.is_some() && !question.rests_on.is_empty(), "{id}");
        assert!(question.title.chars().count() <= 30, "{id}: {}", question.title);
        if question.target().is_some() {
            assert!(question.action.is_some() && !question.evidence.is_empty(), "{id}");
        }
    }
}

#[test]
fn levels_are_observable() {
    let vague = ["adequate", "appropriate ", "robust", "effective", "sufficient", "regular ", "regularly"];
    let builtin = builtin();
    for question in checklist(&builtin).level_questions() {
        for level in integrity_healthcheck::checklist::Level::ALL {
            let text = question.description(level).unwrap().replace("appropriate authority", "authority");
            for word in vague {
                assert!(!text.contains(word), "{} says `{word}` at {}", question.id, level.word());
            }
        }
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
    let questions = [
        "media-leak-investigations",
        "social-media-cases",
        "second-job-applications",
        "second-job-approvals",
        "conduct-investigations",
        "anti-corruption-staff-change",
    ];
    let builtin = builtin();
    for (name, figures) in printed {
        for (question, figure) in questions.iter().zip(figures) {
            assert_eq!(answer(&builtin, name, question), Some(Value::Count(figure)), "{name} {question}");
        }
    }
    assert_eq!(answer(&builtin, "thames-valley-2012", "media-leak-investigations"), Some(Value::Count(3)));
    assert_eq!(answer(&builtin, "surrey-2012", "media-leak-investigations"), Some(Value::Count(4)));
}

fn answer(builtin: &Builtin, name: &str, question: &str) -> Option<Value> {
    let assessment = builtin.assessment(name)?;
    let question: &Question = assessment.checklist.question(question)?;
    assessment.answer(&question.id).map(|answer| answer.value)
}

/// Findings whose words leave no doubt, read from the reports: the coding rules must lead here.
#[test]
fn plain_findings_are_coded_as_the_rules_say() {
    let findings = [
        ("cheshire-2012", "gifts-single-register", "assured"), // a single register, checked regularly
        ("cumbria-2012", "gifts-single-register", "in-place"), // a single register
        ("greater-manchester-2012", "gifts-single-register", "developing"), // registers
        ("cheshire-2012", "procurement-gifts-cross-reference", "absent"), // no monitoring in place
        ("essex-2012", "procurement-gifts-cross-reference", "developing"), // only on specific concerns
        ("staffordshire-2012", "procurement-gifts-cross-reference", "in-place"), // a check that runs
        ("cumbria-2012", "media-staff-knowledge", "assured"),  // staff knew
        ("staffordshire-2012", "media-staff-knowledge", "developing"), // limited knowledge
        ("cheshire-2012", "social-media-staff-understanding", "in-place"), // generally understood
        ("essex-2012", "social-media-monitoring", "developing"), // when a concern is raised
        ("greater-manchester-2012", "business-interests-central-decision", "developing"), // officers only
        ("greater-manchester-2012", "policy-understanding-checked", "absent"), // no mechanism
        ("cheshire-2012", "business-interests-policy", "developing"), // being introduced
        ("essex-2012", "gifts-policy", "developing"),          // updated or being reviewed
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
    assert_eq!(builtin.published().len(), 7);
    for named in builtin.published() {
        let source = named.assessment.source.as_ref().unwrap();
        assert_eq!((source.publisher.as_str(), source.published.as_str()), ("HMIC", "December 2012"));
        assert_eq!(named.assessment.date.to_string(), "2012-12-31");
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
