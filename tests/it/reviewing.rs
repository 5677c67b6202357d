//! Another pair of eyes: a review of a force's answers, its sample, the force's replies, and what the report says.

use std::collections::BTreeSet;

use integrity_healthcheck::assessment::{Answer, Assessment, Sample, Value};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::{Checklist, Level};
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::judge::review::{Agreement, Review, questions_to_review};
use snapbox::{assert_data_eq, file};

use crate::support::{
    Folder, SMALL, assert_begins, assert_has, assert_lacks, between, endings, flat, header, published, small,
    small_with,
};

/// The force's answers to the six questions of the small checklist that ask for a level.
const OURS: &str = "\
[answers.a-heavy]\nlevel = \"in-place\"\nnote = \"One register.\"\nevidence = [{ ref = \"Audit 3\" }]\nby = \"A. Assessor\"\n\
[answers.a-light]\nlevel = \"absent\"\n[answers.a-other]\nlevel = \"assured\"\n[answers.b-plain]\nlevel = \"developing\"\n\
[answers.b-high]\nlevel = \"assured\"\n[answers.d-only]\nlevel = \"not-applicable\"\nnote = \"There is none.\"\n\
[answers.c-all]\ncount = 5\n[answers.c-some]\ncount = 4\n[answers.c-change]\ncount = 0\n";

fn folder() -> Folder {
    let text = format!("{}{OURS}", header("small.toml", "1"));
    Folder::with("k.toml", text).and("small.toml", SMALL)
}

/// A review of it: one question agreed, one lower, one higher, one not settled, and one that is said to apply.
fn reviewed() -> Folder {
    let folder = folder();
    folder.run("review k.toml r.toml --start --assessor 'Internal Audit'").ends_with(0);
    folder.run("answer r.toml a-light=absent b-plain=developing..in-place d-only=absent").ends_with(0);
    folder.run("answer r.toml a-heavy=absent..developing --note 'Two stations keep their own.'").ends_with(0);
    folder.run("answer r.toml b-high=in-place --note 'No check since 2024.'").ends_with(0);
    folder
}

#[test]
fn a_review_is_an_assessment_that_names_what_it_reviews() {
    let folder = reviewed();
    let head = folder.read("r.toml");
    let sha256 = integrity_healthcheck::approval::Digest::compute(folder.read("k.toml")).to_string();
    assert_has!(
        head,
        &format!("reviews = {{ file = \"k.toml\", sha256 = \"{sha256}\" }}"),
        "assessor = \"Internal Audit\"",
        "highest = \"developing\""
    );
    folder.run("check r.toml").ends_with(0);
    // The force's own answers stay one level each.
    folder.refuses("answer k.toml a-light=absent..in-place", "a force's own answer is one level");
    let refused = folder.run("answer r.toml a-light=in-place..absent").ends_with(2).stderr;
    assert_has!(refused, "is not a level");
    // A review is no year of the force's, is not renewed, reviewed or continued as an assessment.
    let commands = [
        "trend k.toml r.toml",
        "renew r.toml n.toml",
        "review r.toml s.toml --start --assessor A",
        "assess r.toml --plain",
    ];
    for command in commands {
        let refused = folder.run(command).ends_with(2).stderr;
        assert!(refused.contains("review"), "{command:?}: {refused}");
    }
    // Nor does it ever take the place of the force's levels.
    folder.refuses("merge k.toml r.toml --take theirs", "never take the place of the force's");
    folder.run("merge r.toml k.toml --take theirs").ends_with(2);
    folder.run("review essex-2012 s.toml --start --assessor A").ends_with(2);
    folder.run("review k.toml r.toml --start --assessor A").ends_with(2);
    folder.run("report k.toml --review k.toml").ends_with(2);
}

#[test]
fn the_report_says_who_looked_at_what_and_where_they_differ() {
    let folder = reviewed();
    folder.run("reply k.toml r.toml a-heavy=accepted --by 'Head of PSD'").ends_with(0);
    folder.refuses("reply k.toml r.toml b-high=disputed", "a dispute needs a reason");
    folder.run("reply k.toml r.toml b-high=disputed --reason 'The audit of 2026 is one.'").ends_with(0);
    assert_data_eq!(folder.read("r.reply.toml").replace("\r\n", "\n"), file!["../golden/reply.toml"].raw());
    folder.prints("check r.reply.toml", "2 replies to the review r.toml");
    let listed = folder.run("reply k.toml r.toml").ends_with(0).stdout;
    assert_data_eq!(listed, file!["../golden/replies.txt"].raw());
    let paper = folder.run("report k.toml --review r.toml --full").ends_with(0).stdout;
    let page_one = paper.split("1. SUMMARY").next().unwrap();
    let expected = "Reviewed: Internal Audit looked at 5 questions: 1 agreed; 2 reviewer lower, 1 not settled, 1 differ on \
                    whether it applies";
    assert_has!(flat(page_one), expected);
    let chapter = between(&paper, "\n3. REVIEWS\n", "\n\n\n")[0];
    assert_data_eq!(format!("3. REVIEWS\n{chapter}\n"), file!["../golden/review.txt"].raw());
    // At the gap too: b-plain is one, and the reviewer leaves it open.
    let gaps = between(&paper, "\n2. GAPS", "\n3. REVIEWS\n")[0];
    assert_has!(gaps, "Reviewer: Internal Audit: developing to in place");
    for ending in endings() {
        let text = folder.report(&ending, "k.toml --review r.toml");
        for words in ["Two stations keep their own.", "The audit of 2026 is one.", "Internal Audit"] {
            assert!(text.contains(words), "{ending} has no {words}");
        }
    }
    folder.refuses("report k.toml --review r.toml --public", "--public");
}

#[test]
fn a_review_never_changes_what_is_scored() {
    let folder = reviewed();
    let json = |options: &str| published(&folder.report("json", &format!("k.toml {options}")));
    let (mut with, alone) = (json("--review r.toml"), json(""));
    let reviews = std::mem::replace(&mut with["reviews"], serde_json::Value::Array(Vec::new()));
    assert_eq!(with, alone);
    // By hand: a-light is 0 and 0, b-high 3 and 2; the others are ranges or do not apply. Observed 1; by chance, levels
    // 0 and 3 against 0 and 2: 0 + 2 + 3 + 1 = 6. 1 − 2 × 1 ÷ 6 = 0.67.
    assert_eq!((&reviews[0]["kappa"], &reviews[0]["kappa_questions"]), (&0.67.into(), &2.into()));
    assert_eq!(reviews[0]["questions"][0]["agreement"], "lower");
    assert_eq!(folder.read("k.toml"), format!("{}{OURS}", header("small.toml", "1")));
}

#[test]
fn a_file_that_changed_since_the_review_is_said_to_have() {
    let folder = reviewed();
    let changed = "has changed since this review began";
    let paper = || flat(&folder.run("report k.toml --review r.toml --full").ends_with(0).stdout);
    assert_lacks!(paper(), changed);
    folder.run("answer k.toml a-light=developing").ends_with(0);
    assert_has!(paper(), changed);
    folder.run("reply k.toml r.toml a-heavy=accepted").ends_with(0);
    assert_lacks!(paper(), "since the force last replied");
    folder.run("answer r.toml a-other=assured").ends_with(0);
    assert_has!(paper(), "This review has changed since the force last replied to it.");
}

#[test]
fn a_difference_without_a_reply_stops_the_approval_and_review_and_reply_are_bound() {
    let folder = reviewed();
    let approve = "approve k.toml --name A --role B --review r.toml";
    let refused = folder.run(approve).ends_with(1).stderr;
    for id in ["a-heavy", "b-high", "d-only"] {
        assert_has!(refused, &format!("{id}: r.toml differs, and the force has not replied"));
    }
    let replies = "reply k.toml r.toml a-heavy=accepted b-high=accepted d-only=accepted";
    folder.run(replies).ends_with(0);
    folder.run(approve).ends_with(0);
    assert_has!(folder.read("k.approved.toml"), "name = \"r.toml\"", "name = \"r.reply.toml\"");
    folder.refuses(replies, "is approved");
    folder.run("approve k.toml --verify").ends_with(0);
    folder.run("answer r.toml a-other=absent").ends_with(0);
    let changed = "r.toml is not what it was when the file was approved.";
    folder.run("approve k.toml --verify").ends_with(1).prints(changed);
}

#[test]
fn a_reply_is_to_something_that_the_reviewer_says() {
    let folder = reviewed();
    let cases = [
        ("a-other=accepted", "the reviewer says nothing of it"),
        ("a-heavy=agreed", "write accepted or disputed"),
        ("a-hevy=accepted", "did you mean `a-heavy`?"),
        ("a-heavy", "is not QUESTION=REPLY"),
    ];
    for (typed, expected) in cases {
        let refused = folder.run(&["reply", "k.toml", "r.toml", typed]).ends_with(2).stderr;
        assert!(refused.contains(expected), "{typed}: {refused}");
    }
    assert!(!folder.names().contains(&"r.reply.toml".to_owned()));
    // What a person writes by hand is told at its place.
    let head = format!("format = 1\nreview = \"r.toml\"\nsha256 = \"{}\"\n", "0".repeat(64));
    let wrong = format!("{head}[replies.a-heavy]\nreply = \"disputed\"\non = 2026-11-22\n");
    std::fs::write(folder.path("r.reply.toml"), wrong).unwrap();
    let said = folder.run("report k.toml --review r.toml --full").ends_with(2).stderr;
    folder.run("check r.reply.toml").ends_with(1);
    assert_has!(said, "r.reply.toml:5:9", "without a reason");
}

#[test]
fn the_interview_shows_what_the_force_says_and_asks_how_far_the_evidence_settles_it() {
    let folder = folder();
    // Who reviews, who answers, on to the first question: developing, up to in place, a reason; back to it, and out.
    let typed = "Internal Audit\nB. Brown, auditor\ng\n1\n2\nI saw one of three.\nb\nq\n";
    let said = flat(&folder.run_with_input("review k.toml r.toml --plain", typed).ends_with(0).stdout);
    assert_has!(
        said,
        "The force: in place",
        "The force's note: One register.",
        "The force's evidence: Audit 3",
        "2 in place, 3 assured",
        "n note and evidence"
    );
    // In an assessment an action is offered beside the note.
    assert_lacks!(said, "plan an action");
    let answer = "[answers.a-heavy]\nlevel = \"developing\"\nhighest = \"in-place\"\nnote = \"I saw one of three.\"\n\
                  by = \"B. Brown, auditor\"\n";
    assert_has!(folder.read("r.toml"), answer);
    // A reviewer who leaves at a question is told what is saved, like any other person.
    let left = folder.run_with_input("review k.toml r.toml --plain", "B. Brown\ng\n").ends_with(0).stderr;
    assert_has!(flat(&left), "Every answer is saved. A line that was not finished is not. Continue with:");
}

#[test]
fn only_what_is_drawn_is_asked_and_the_report_says_that_it_was_drawn() {
    let folder = folder();
    folder.run("review k.toml r.toml --start --assessor A --sample 2").ends_with(2);
    let drawn = "It looks at the 4 questions of a sample: every essential one, and 2 of the others drawn by the program from the seed 7.";
    folder.warns("review k.toml r.toml --start --assessor Peer --sample 2 --seed 7", drawn);
    // To the result as it stands: the two essential questions and two others are open.
    let ran = folder.run_with_input("review k.toml r.toml --plain", "Ann Brown\nr\nr\n").ends_with(0);
    ran.prints("Open:      4");
    let paper = folder.run("report k.toml --review r.toml --full").ends_with(0).stdout;
    assert_has!(paper, "drawn as a sample", "the seed 7");
}

fn shipped() -> std::sync::Arc<Checklist> {
    Catalogue::built_in().unwrap().edition("without-fear-or-favour", "2026.1").unwrap().clone()
}

#[test]
fn a_draw_is_the_same_everywhere_and_always_has_what_is_essential() {
    let checklist = shipped();
    let draw = |number, seed| questions_to_review(&checklist, Some(Sample { number, seed }));
    let essential: BTreeSet<_> =
        checklist.level_questions().filter(|each| each.is_essential()).map(|each| each.id.clone()).collect();
    for (number, seed) in [(0, 1), (1, 1), (10, 2026), (10, 2027), (10_000, 3)] {
        let drawn = draw(number, seed);
        assert!(drawn.is_superset(&essential));
        let all = checklist.level_questions().count();
        assert_eq!(drawn.len(), (essential.len() + usize::try_from(number).unwrap()).min(all));
        assert_eq!(drawn, draw(number, seed));
        assert!(checklist.count_questions().all(|count| !drawn.contains(&count.id)));
    }
    assert_ne!(draw(10, 2026), draw(10, 2027));
    // Of the small checklist, which is never reworded: this draw is for ever.
    let drawn = |seed| {
        questions_to_review(&small(), Some(Sample { number: 1, seed }))
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!([drawn(1), drawn(2), drawn(3)].concat().join(" "), SMALL_DRAWS);
}

/// One question beside the essential a-heavy and d-only, for the seeds 1, 2 and 3: the first number of SplitMix64 from
/// each, reckoned apart, leaves 1, 2 and 1 when divided by four, and a-light, a-other, b-plain and b-high stand at 0 to 3.
const SMALL_DRAWS: &str = "a-heavy a-other d-only a-heavy b-plain d-only a-heavy a-other d-only";

#[test]
fn each_question_is_drawn_about_as_often() {
    let checklist = small();
    let drawn = |seed| questions_to_review(&checklist, Some(Sample { number: 1, seed }));
    // Of a-light, a-other, b-plain and b-high each in about a quarter of 4,000 draws: 1,000, give or take 4 × 27.
    for id in ["a-light", "a-other", "b-plain", "b-high"] {
        let id = &checklist.question(id).unwrap().id.clone();
        let times = (0..4_000).filter(|seed| drawn(*seed).contains(id)).count();
        assert!((890..=1_110).contains(&times), "{id}: {times}");
    }
}

#[test]
fn every_question_that_was_looked_at_is_counted_once() {
    let ours: Assessment =
        small_with("[answers.a-heavy]\nlevel = 'in-place'\n[answers.a-light]\nlevel = 'absent'\n");
    let mut review = ours.clone();
    review
        .answers
        .insert(small().question("b-plain").unwrap().id.clone(), Answer::new(Value::from(Level::Absent)));
    let beside = Review::new(&ours, Named { name: "r", assessment: &review }, None, true, false);
    assert_eq!(beside.number(Agreement::Agreed), 2);
    assert_eq!(beside.number(Agreement::NotAnswered), 1);
    assert_eq!(Agreement::ALL.map(|each| beside.number(each)).iter().sum::<usize>(), beside.questions.len());
}

#[test]
fn a_folder_of_forces_leaves_out_what_lies_beside_their_files() {
    let folder = reviewed();
    folder.run("reply k.toml r.toml a-heavy=accepted b-high=accepted d-only=accepted").ends_with(0);
    folder.run("approve k.toml --name A --role B").ends_with(0);
    std::fs::create_dir(folder.path("forces")).unwrap();
    for name in ["k.toml", "r.toml", "r.reply.toml", "k.approved.toml", "small.toml"] {
        std::fs::copy(folder.path(name), folder.path("forces").join(name)).unwrap();
    }
    let ran = folder.run("region forces").ends_with(0);
    assert_has!(ran.stderr, "r.toml is left out: it is a review");
    assert_lacks!(ran.stderr, "approved", "reply");
}

#[test]
fn the_report_carries_the_marking_of_the_review_too() {
    let folder = reviewed();
    folder.edit("r.toml", "assessor =", "marking = \"OFFICIAL-SENSITIVE\"\nassessor =");
    let paper = folder.run("report k.toml --review r.toml").ends_with(0).stdout;
    assert_begins(&paper, "OFFICIAL-SENSITIVE\n");
}
