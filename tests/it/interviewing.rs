//! The interview through its trait: answering, changing, taking back, finding, starting.

use chrono::NaiveDate;
use integrity_healthcheck::assessment::{Assessment, Due, Standing, Status, Value};
use integrity_healthcheck::checklist::Level::{self, Absent, Assured, Developing, InPlace};
use integrity_healthcheck::interview::{
    Draft, DraftKind, End, Found, Mode, SaveError, Start, begin, file_is_missing, where_to_start,
};

use crate::scripted::Reply::{Back, BackFrom, Keep, LeaveFrom, Number, Pick, Press, Say, Tick, Type};
use crate::scripted::keys::{ACTION, BACK, CLEAR, CONFIRM, MENU, NOT_APPLICABLE, NOTE, SKIP, STOP, UNDO};
use crate::scripted::{Command, Memory, Reply, Scripted, Sitting, from_menu, held, memory};
use crate::support::{assert_has, small_findings, small_with, today};

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

fn level(level: Level) -> Option<Value> {
    Some(Value::from(level))
}

const A_HEAVY: &str = "answers.a-heavy = { level = 'absent', note = 'N', evidence = [{ ref = 'E', dated = 2026-01-02 }, { ref = 'F' }], by = 'A', on = 2026-11-01 }";

const A_HEAVY_ABSENT: &str = "answers.a-heavy.level = 'absent'";

#[test]
fn a_level_is_kept_at_once_and_the_next_question_comes_at_once() {
    let mut record = memory("");
    // A name is asked for until there is one.
    let person = record.sitting("").then([Type("A. Assessor")]).goes_on().then([Pick("in place")]).stops();
    assert_eq!((record.value("a-heavy"), record.note("a-heavy")), (level(InPlace), None));
    assert_eq!(record.signed("a-heavy"), (Some("A. Assessor"), Some(today())));
    assert_has!(person.seen.last().unwrap(), "Light?", "Saved: “A heavy” is in place. u undoes it");
}

#[test]
fn another_level_is_asked_about_and_says_what_stays() {
    let mut record = memory(A_HEAVY);
    let before = record.answer("a-heavy").cloned();
    let sitting = record.sitting("Ben").at("A heavy");
    // What it is already: nothing is asked, and nothing is signed again.
    let person = sitting.then([Pick("absent"), BACK, Pick("assured"), Say(false)]).stops();
    person.sees("absent → assured; the note and 2 pieces of evidence stay. Change it?");
    assert_eq!(record.answer("a-heavy").cloned(), before);
    record.sitting("Ben").at("A heavy").then([Pick("assured"), Say(true)]).stops();
    assert_eq!((record.value("a-heavy"), record.evidence("a-heavy").len()), (level(Assured), 2));
    assert_eq!(record.signed("a-heavy"), (Some("Ben"), Some(today())));
}

#[test]
fn a_note_that_goes_with_another_value_is_named() {
    let mut record = memory(A_HEAVY);
    // Without a reason the question comes back, and the answer is as it was.
    let person = record.sitting("Ben").at("A heavy").then([NOT_APPLICABLE, Say(true), Type("")]).stops();
    person.sees("absent → not applicable; 2 pieces of evidence stay; the note goes. Change it?");
    assert_eq!(record.note("a-heavy"), Some("N"));
}

#[test]
fn clearing_says_what_goes_and_is_taken_back_whole() {
    let mut record = memory(A_HEAVY);
    let before = record.answer("a-heavy").cloned();
    let clearing = record.sitting("Ann").at("A heavy").then([CLEAR, Say(false), CLEAR, Say(true)]);
    let person = clearing.then([UNDO]).stops();
    let said = "This takes out the answer “absent”, the note and 2 pieces of evidence. Take it out?";
    assert_eq!(person.seen.iter().filter(|seen| *seen == said).count(), 2, "{:?}", person.seen);
    person.sees("Undone: “A heavy” is absent, with the note and 2 pieces of evidence again.");
    assert_eq!(record.answer("a-heavy").cloned(), before);
}

#[test]
fn changes_are_taken_back_one_by_one_as_far_as_the_sitting_goes() {
    let mut record = memory("answers.a-other.level = 'absent'");
    let person = record
        .sitting("Ann")
        .goes_on()
        .then([Pick("assured"), Pick("absent")]) // a-heavy and a-light
        .then([Keep, Pick("in place")]) // the end of the section, and b-plain
        .then([UNDO, UNDO, UNDO]) // b-plain, a-light and a-heavy, which are shown
        .then([Pick("developing")])
        .stops();
    person.sees("Undone: “A light” is open again.");
    let values = ["a-heavy", "a-light", "b-plain", "a-other"].map(|id| record.value(id));
    assert_eq!(values, [level(Developing), None, None, level(Absent)]);
    let heavy = person.seen.iter().filter(|seen| seen.contains("Heavy and essential?"));
    let undo: Vec<bool> = heavy.map(|seen| seen.contains(", Undo,")).collect();
    // Before anything was changed there is nothing to take back; nor is there once all is taken back.
    assert_eq!(undo, [false, false]);
}

#[test]
fn a_note_is_prefilled_and_each_piece_of_evidence_is_changed_by_itself() {
    let mut record = memory(A_HEAVY);
    let person = record
        .sitting("Ben")
        .at("A heavy")
        .then([NOTE, Pick("Note"), Type("N, and\nmore\n")])
        .then([Pick("Evidence"), Pick("Change its words"), Type("E2")]) // E, the first
        .then([Pick("Evidence"), Pick("Change its date"), Type("30 Sep 26")])
        .then([Pick("Add evidence"), Type("G2"), Type("yesterday")])
        .then([Pick("Evidence"), Pick("Take it out"), Say(false), Back])
        .stops();
    for present in ["N", "E", "2/1/2026"] {
        person.sees(&format!("present: \"{present}\""));
    }
    assert_eq!(record.note("a-heavy"), Some("N, and\nmore"));
    let expected = [("E2", day("2026-09-30")), ("F", None), ("G2", day("2026-11-21"))];
    assert_eq!(record.evidence("a-heavy"), expected);
    let taking_out = record.sitting("Ben").at("A heavy").then([NOTE, Pick("Evidence"), Pick("Take it out")]);
    taking_out.then([Say(true), Back, UNDO]).stops();
    assert_eq!(record.evidence("a-heavy").len(), 3);
}

#[test]
fn whoever_only_looks_at_what_belongs_to_an_answer_does_not_sign_it() {
    let signed = "answers.c-all = { count = 5, from = 2025-11-01, to = 2026-10-31, note = 'N', by = 'A', on = 2026-11-01 }";
    let mut record = memory(signed);
    let before = record.answer("c-all").cloned();
    // The name of whoever answered last is offered.
    let looks =
        [Keep, Pick("3. Section C"), Pick("C all"), NOTE, Pick("Note"), Keep, Pick("Period"), Keep, Keep];
    let (person, _) = from_menu(&mut record, looks.into_iter().chain([Back, STOP]));
    assert!(person.seen[0].contains("present: \"A\""), "{}", person.seen[0]);
    assert_eq!(record.answer("c-all").cloned(), before);
}

/// A sitting up to the note on A heavy.
fn at_note(record: &mut Memory) -> Sitting<'_> {
    record.sitting("Ann").at("A heavy").then([NOTE, Pick("Note")])
}

#[test]
fn nothing_typed_is_thrown_away_unasked_and_enter_keeps_it() {
    let note = |rest: Vec<Reply>| {
        let mut record = memory(A_HEAVY);
        let (person, end) = at_note(&mut record).then(rest).ends();
        assert!(matches!(end, End::Stopped | End::Left), "{end:?}");
        let asked = person.saw("What you typed is not kept yet.");
        // Thrown away or kept for good, it is no draft any longer.
        assert!(record.drafts.is_empty());
        (record.note("a-heavy").unwrap().to_owned(), asked)
    };
    assert_eq!(note(vec![LeaveFrom("N more"), Pick("Keep it")]), ("N more".to_owned(), true));
    assert_eq!(note(vec![LeaveFrom("N more"), Pick("Throw it away")]), ("N".to_owned(), true));
    assert_eq!(note(vec![LeaveFrom("N more"), Pick("Go on typing"), Keep]), ("N more".to_owned(), true));
    assert_eq!(note(vec![LeaveFrom("N more"), Back, Keep]), ("N more".to_owned(), true));
    assert_eq!(note(vec![LeaveFrom("N")]), ("N".to_owned(), false));
    assert_eq!(note(vec![BackFrom("N more"), Say(true), Back]), ("N".to_owned(), true));
    assert_eq!(note(vec![BackFrom("N"), Back]), ("N".to_owned(), false));
    // Whoever does not throw it away is back in it.
    assert_eq!(note(vec![BackFrom("N more"), Say(false), Keep]), ("N more".to_owned(), true));
    // A second Ctrl-C, at that list, keeps it for another time.
    let mut record = memory(A_HEAVY);
    let (_, end) = at_note(&mut record).then([LeaveFrom("N more")]).ends();
    let told = "A note on “A heavy” is not finished. It is offered again when you go on.";
    assert_eq!((end, record.drafts[0].text.as_str()), (End::Unfinished(told.to_owned()), "N more"));
    // Where no draft can be kept, what was typed is shown.
    let mut record = memory(A_HEAVY);
    record.keeps_drafts = false;
    let (_, end) = at_note(&mut record).then([LeaveFrom("N\nmore")]).ends();
    let End::Unfinished(told) = end else { panic!("{end:?}") };
    assert!(told.ends_with("what you typed could not be saved. Copy it from here:\n  N\n  more"), "{told}");
}

#[test]
fn a_note_that_was_being_typed_when_the_program_ended_is_offered() {
    let mut record = memory(A_HEAVY);
    // Here the program ends: what the person sees next is another sitting.
    at_note(&mut record).ends();
    let draft = draft_of(&record, "a-heavy", "N and half a sen");
    record.drafts = vec![draft.clone()];
    // Whoever goes back leaves it for another time, whatever else is typed meanwhile.
    let leaves_it = record.sitting("Ann").then([Back]).at("A other").then([Pick("in place"), Back]);
    leaves_it.then([NOTE, Pick("Note"), Type("Another"), Back]).stops();
    assert_eq!(record.drafts, std::slice::from_ref(&draft));
    let person = record.sitting("Ann").then([Pick("Go on with it"), Keep]).saves();
    assert!(person.saw("A note on “A heavy” was not finished") && person.saw("N and half a sen"));
    assert_eq!(record.note("a-heavy"), Some("N and half a sen"));
    assert!(record.drafts.is_empty());
    record.drafts = vec![draft.clone()];
    record.sitting("Ann").then([Pick("Throw it away")]).saves();
    assert!(record.drafts.is_empty());
    // It is offered at its own place too.
    record.drafts = vec![Draft { text: "N and more".to_owned(), ..draft }];
    let at_its_place = record.sitting("Ann").then([Back]).at("A heavy").then([NOTE, Pick("Note")]);
    let goes_on = at_its_place.then([Pick("Go on with it"), BackFrom("N and half a sentence"), Say(true)]);
    goes_on.then([Back]).stops().sees("What stood there was changed after you began.");
    assert!(record.drafts.is_empty());
}

/// What was begun of a note, from the note `N`.
fn draft_of(record: &Memory, id: &str, text: &str) -> Draft {
    let question = record.assessment.checklist.question(id).unwrap().id.clone();
    Draft { question, kind: DraftKind::Note, text: text.to_owned(), before: "N".to_owned(), owner: None }
}

#[test]
fn a_note_that_was_begun_from_another_is_no_reason_to_lose_either() {
    let mut record = memory("answers.a-heavy = { level = 'absent', note = 'From a merge' }");
    record.drafts = vec![draft_of(&record, "a-heavy", "N and half a sen")];
    let person = record.sitting("Ann").then([Pick("Go on with it"), Keep]).saves();
    person.sees("What stood there was changed after you began.");
    assert_eq!(record.note("a-heavy"), Some("From a merge\n\nN and half a sen"));
}

#[test]
fn a_note_on_a_question_that_is_open_again_waits_for_its_answer() {
    let mut record = memory("");
    record.drafts = vec![draft_of(&record, "a-heavy", "N and half a sen")];
    let person = record.sitting("Ann").then([Pick("Answer the question"), SKIP]).saves();
    person.sees("The question is open now, and a note stands beside an answer.");
    assert_eq!(record.drafts.len(), 1);
    let answers = [Pick("Answer the question"), Pick("absent"), Pick("Go on with it"), Keep];
    record.sitting("Ann").then(answers).saves();
    assert_eq!(record.note("a-heavy"), Some("N and half a sen"));
    assert!(record.drafts.is_empty());
}

#[test]
fn what_was_typed_is_not_undone_unasked() {
    let mut record = memory(A_HEAVY_ABSENT);
    let typed = at_note(&mut record).then([Type("Two stations keep their own."), Back]);
    let person = typed.then([UNDO, Say(false), UNDO, Say(true)]).stops();
    person.sees("“A heavy”: Two stations keep their own. Take back what you typed?");
    person.sees("Undone: the note of “A heavy” is as it was before.");
    assert_eq!(record.note("a-heavy"), None);
    // What stands in last time's answer is not lost.
    let mut record = memory(CARRIED);
    record.sitting("Ben").goes_on().then([CONFIRM, UNDO]).stops();
    assert_eq!(record.value("a-heavy"), None);
}

#[test]
fn what_could_not_be_saved_is_still_there() {
    let refused = || Some(SaveError::Refused("the file is open in another program".to_owned()));
    let mut record = memory(A_HEAVY);
    record.failing = refused();
    let person = at_note(&mut record).then([Type("N more"), Keep, Back]).stops();
    person.sees("Not accepted: the file is open in another program");
    assert_eq!(record.note("a-heavy"), Some("N more"));
    // Whoever leaves has it offered again.
    record.failing = refused();
    let (_, end) = at_note(&mut record).then([LeaveFrom("N and more"), Pick("Keep it")]).ends();
    assert!(matches!(end, End::Unfinished(told) if told.contains("offered again")));
    assert_eq!(record.drafts[0].text, "N and more");
    // An action too.
    let mut record = memory(A_HEAVY);
    record.failing = refused();
    let action = record.sitting("Ann").at("A heavy").then([ACTION]).then(WRITE_IT_DOWN);
    action.then([ACTION, Pick("Go on with it"), Keep, Keep, Type("31/3/27")]).stops();
    assert_eq!(record.assessment.actions.len(), 1);
    assert!(record.drafts.is_empty());
    // An undo that was refused can be tried again.
    (record.failing, record.after) = (refused(), 1);
    record.sitting("Ann").at("A heavy").then([Pick("assured"), Say(true), UNDO, UNDO]).stops();
    assert_eq!(record.value("a-heavy"), level(Absent));
}

/// An action as it is typed: what is to be done, by whom and by when.
const WRITE_IT_DOWN: [Reply; 3] = [Type("Write it down"), Type("Bob"), Type("31/3/27")];

#[test]
fn a_single_letter_is_asked_about_and_hidden_characters_are_asked_for_again() {
    let mut record = memory("answers.a-heavy.level = 'assured'");
    let person = at_note(&mut record)
        .then([Type("q"), Say(false), Type("turned \u{202E}round"), Say(false)])
        .then([Type("straight \u{AD}on"), Say(true)])
        .then([Pick("Add evidence"), Type("b"), Say(false), Type("7"), Say(true), Type(""), Back])
        .stops();
    person.sees("“q” is all that you typed. Keep it?");
    person.sees("This text has a hidden character after “turned” (U+202E).");
    assert_eq!((record.note("a-heavy"), record.evidence("a-heavy")[0].0), (Some("straight on"), "7"));
}

#[test]
fn back_skip_menu_help_and_stop_are_there_at_every_question() {
    let mut record = memory("");
    record
        .sitting("Ann")
        .at("A heavy")
        .then([SKIP, Pick("absent")]) // past a-heavy, and a-light
        .then([BACK, Pick("assured"), Say(true)]) // from a-other back to a-light
        .then([Press(Command::Help), MENU]) // help on a-other
        .at("D only")
        .then([BACK, Back]) // back from the first question is its section's list, and from there the menu
        .then([Back]) // nothing is behind the menu
        .saves();
    assert_eq!((record.value("a-heavy"), record.value("a-light")), (None, level(Assured)));
    assert_eq!(record.assessment.answers.len(), 1);
}

#[test]
fn not_applicable_asks_the_reason_and_without_one_nothing_is_answered() {
    let mut record = memory("");
    let person = record
        .sitting("Ann")
        .goes_on()
        .then([NOT_APPLICABLE, Type("")]) // no reason: back at the question
        .then([NOT_APPLICABLE, Back, Press(Command::DontKnow)])
        .then([NOT_APPLICABLE, Type("The force has none.")])
        .stops();
    person.sees("Not applicable needs its reason, so nothing was changed.");
    let values = ["a-heavy", "a-light"].map(|id| record.value(id).unwrap());
    assert_eq!(values, [Value::Unknown, Value::NotApplicable]);
    assert_eq!(record.note("a-light"), Some("The force has none."));
}

#[test]
fn a_figure_takes_a_number_and_its_period_at_the_end_of_its_section() {
    let mut record = memory("");
    let person = record
        .sitting("Ann")
        .at("C all")
        .then([Number("7x"), Number("-1"), Number("1,588")])
        .then([Number("12"), SKIP]) // of those, and on to the end of the section
        .then([Pick("Give periods"), Type("1/11/125"), Type("2027"), Type("31.10.2026")]) // no year; not begun
        .then([Type("2025-11-01"), Back]) // the wrong way round, and back to the first day
        .then([Type("2025/26"), BackFrom("31/3/2026")]) // once more
        .then([Type("1/11/25"), Type("31 Oct 2026")])
        .then([Keep, Keep, Pick("Go on")]) // the days of the last figure are ready
        .saves();
    for id in ["c-all", "c-some"] {
        let answer = record.answer(id).unwrap();
        assert_eq!((answer.from, answer.to), (day("2025-11-01"), day("2026-10-31")), "{id}");
    }
    assert_eq!(record.value("c-all"), Some(Value::Count(1588)));
    for words in ["not a whole number", "below zero", "before the first", "That is not a date"] {
        person.sees(words);
    }
    // The financial year's last day is ready.
    person.sees("31/3/2026\"");
    person.sees("2 figures have no period: C all; C some.");
}

#[test]
fn at_the_end_of_a_section_what_it_lacks_is_given_in_one_round_or_left() {
    let mut record = memory("");
    record.assessment.last_action = 6;
    let person = record
        .sitting("Ann")
        .goes_on()
        .then([Pick("absent"), SKIP, Pick("absent")]) // a-light is left open
        .then([Back, BACK, Pick("in place")]) // back to the question that was answered last, and to a-light
        .then([Pick("Name evidence"), Type("Audit 3"), Type("30/9/26")])
        .then([Type(""), Back]) // none for a-light, and the rest is left
        .then([Pick("Plan 2 actions"), Type("Write it down"), Type("Bob")])
        .then([Type("soon"), Type(""), Type("It hangs on the merger")]) // not a day, and none
        .then([Back, Pick("Go on")]) // the second is left
        .stops();
    for words in [
        "3 answers have no evidence: A heavy; A light; A other.",
        "2 gaps have no action: A heavy; A other.",
        "2 answers have no evidence: A light; A other.",
        "1 question still open: A light.",
    ] {
        person.sees(words);
    }
    assert_eq!(record.evidence("a-heavy")[0].1, day("2026-09-30"));
    let action = &record.assessment.actions[0];
    assert_eq!((action.id.to_string().as_str(), action.action.as_str()), ("A7", "Write it down"));
    let due = Due::Never("It hangs on the merger".to_owned());
    assert_eq!((action.owner.as_str(), &action.due), ("Bob", &due));
    assert_eq!(action.level_then.and_then(Standing::word).as_deref(), Some("absent"));
    assert!(person.seen.last().unwrap().contains("Plain?"));
}

#[test]
fn a_section_in_which_nothing_was_changed_is_not_looked_through() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-other.level = 'absent'");
    let person = record.sitting("Ann").goes_on().then([SKIP]).stops();
    assert!(!person.saw("End of the section") && person.seen.last().unwrap().contains("Plain?"));
}

#[test]
fn an_action_is_planned_on_a_key_and_taken_back() {
    let mut record = memory(A_HEAVY_ABSENT);
    let planned = at_action(&mut record).then(WRITE_IT_DOWN);
    let person = planned.then([UNDO, Say(false), UNDO, Say(true)]).stops();
    for words in [
        "Added to the plan as A1. u undoes it.",
        "In the plan as A1: Write it down (Bob, by 31 March 2027)",
        "A1: Write it down (Bob, by 31 March 2027). Take this action out of the plan?",
        "Undone: the action is no longer in the plan.",
    ] {
        person.sees(words);
    }
    assert!(record.assessment.actions.is_empty());
    // Its number is never used again.
    assert_eq!(record.assessment.last_action, 1);
}

/// A sitting up to the action on A heavy.
fn at_action(record: &mut Memory) -> Sitting<'_> {
    record.sitting("Ann").at("A heavy").then([ACTION])
}

#[test]
fn what_is_said_to_be_undone_by_u_is_the_last_change() {
    let mut record = memory("answers.a-other.level = 'absent'");
    // a-heavy and a-light, the last of its section.
    let answered = record.sitting("Ann").goes_on().then([Pick("assured"), Pick("in place")]);
    let named = answered.then([Pick("Name evidence"), Type("Audit 3"), Type("1/9/26"), Type(""), Type("")]);
    let person = named.then([Keep]).stops();
    assert_has!(person.seen.iter().rfind(|seen| seen.contains("Screen")).unwrap(), "news: None");
}

#[test]
fn a_few_words_of_evidence_are_not_thrown_away_by_a_slip() {
    let mut record = memory(A_HEAVY_ABSENT);
    let words = "Register audit 3, page 12, and its annex";
    let person = record
        .sitting("Ann")
        .at("A heavy")
        .then([NOTE, Pick("Add evidence"), BackFrom(words), Say(false), Keep, Type("")])
        .then([Pick("Add evidence"), BackFrom("Audit 3"), Say(true)])
        .then([Pick("Add evidence"), BackFrom("q")]) // a single letter is not asked about
        // Back from the date and from the words it is taken out again, if the person says so.
        .then([Pick("Add evidence"), Type("Audit 4"), Back, Back, Say(true), Back])
        .stops();
    person.sees("What you typed is not kept yet. Throw it away?");
    assert_eq!(record.evidence("a-heavy"), [(words, None)]);
}

#[test]
fn a_date_that_has_passed_is_asked_about_before_an_action_is_due_on_it() {
    let mut record = memory(A_HEAVY_ABSENT);
    let typed = at_action(&mut record).then([Type("Write it down"), Type("Bob"), Type("1/2/2020")]);
    let person = typed.then([Say(false), Type("1/2/2027")]).stops();
    person.sees("1 February 2020 has passed. Is it the right date?");
    assert_eq!(record.assessment.actions[0].due, Due::On(day("2027-02-01").unwrap()));
}

/// The words and the owner of the only action.
fn only_action(record: &Memory) -> (&str, &str) {
    let [action] = record.assessment.actions.as_slice() else { panic!("{:?}", record.assessment.actions) };
    (&action.action, &action.owner)
}

#[test]
fn an_action_that_is_half_typed_is_told_to_whoever_leaves() {
    for rest in [vec![Type("Write it down")], vec![LeaveFrom("Write it down"), Pick("Keep it")]] {
        let mut record = memory(A_HEAVY_ABSENT);
        let (_, end) = at_action(&mut record).then(rest).ends();
        let End::Unfinished(told) = end else { panic!("{end:?}") };
        assert_eq!(told, "An action about “A heavy” is not finished. It is offered again when you go on.");
        assert!(record.assessment.actions.is_empty());
        let again = [Pick("Go on with it"), Keep, Type("Bob"), Type("31/3/27")];
        let (person, _) = record.sitting("Ann").then(again).ends();
        person.sees("An action about “A heavy” was not finished");
        assert_eq!(only_action(&record), ("Write it down", "Bob"));
        assert!(record.drafts.is_empty());
    }
    // Back from the date is the owner, from there the words, and those are not thrown away unasked.
    let mut record = memory(A_HEAVY_ABSENT);
    let typed = at_action(&mut record).then([Type("Write it"), Back, Type("Write it down"), Type("Bob")]);
    typed.then([Back, Back, Back, Say(false), Keep, Back, Back, Say(true)]).stops();
    assert_eq!(record.assessment.actions.len(), 0);
}

#[test]
fn an_action_in_the_plan_is_changed_part_by_part_and_taken_back() {
    let mut record = memory(A_HEAVY_ABSENT);
    let plan = [Type("Write it"), Type("Bob"), Type(""), Type("It hangs on the merger")];
    at_action(&mut record).then(plan).stops();
    let person = at_action(&mut record)
        .then([Pick("Change A1, planned"), Pick("What is to be done"), Type("Write it down")])
        .then([Pick("Responsible"), Type("Carol"), Pick("Due"), Type("31/3/27")])
        .then([Pick("Status"), Pick("not to be done"), Type("Too dear"), Pick("Status"), Back, Back])
        .then([UNDO]) // the status
        .stops();
    person.sees("label: \"Status\", text: \"not to be done: Too dear\"");
    person.sees("A1 is changed. u undoes it.");
    person.sees("Undone: the plan is as it was before.");
    assert_eq!(only_action(&record), ("Write it down", "Carol"));
    let action = &record.assessment.actions[0];
    assert_eq!((&action.due, action.status), (&Due::On(day("2027-03-31").unwrap()), Status::Planned));
    // The reason that no longer holds is kept as a note.
    assert_eq!(action.notes[0].text, "Until now without a due date: It hangs on the merger");
    // Its words cannot be taken away; the rest may be looked at.
    let before = record.assessment.actions.clone();
    let looks = at_action(&mut record).then([Pick("Change A1"), Pick("What is to be done"), Type("")]);
    let person = looks.then([Pick("Due"), Keep, Pick("Responsible"), Back, Back]).stops();
    person.sees("A1 stays as it was. To give it up, change its status.");
    assert_eq!(record.assessment.actions, before);
}

#[test]
fn what_was_typed_of_an_action_is_offered_with_its_owner_and_a_change_to_it_too() {
    let mut record = memory(A_HEAVY_ABSENT);
    // Each time the program ends in the middle.
    at_action(&mut record).then([Type("Write it"), Type("Carol")]).ends();
    record.sitting("Ann").then([Pick("Go on with it"), Keep, Keep, Type("31/3/27")]).ends();
    assert_eq!(record.assessment.actions[0].owner, "Carol");
    let change = [Pick("Change A1"), Pick("What is to be done"), LeaveFrom("Write it down")];
    at_action(&mut record).then(change).ends();
    let person = record.sitting("Ann").then([Pick("Go on with it"), Keep]).saves();
    person.sees("A change to A1, about “A heavy”, was not finished");
    assert_eq!(only_action(&record), ("Write it down", "Carol"));
    assert!(record.drafts.is_empty());
}

#[test]
fn an_action_that_is_rubbed_out_is_no_draft_any_longer() {
    let mut record = memory(A_HEAVY_ABSENT);
    at_action(&mut record).then([LeaveFrom("Secret")]).ends();
    assert_eq!(record.drafts.len(), 1);
    record.drafts[0].owner = Some("Carol".to_owned());
    // The owner stays with the words, however often those are gone on with.
    let (_, end) = record.sitting("Ann").then([Pick("Go on with it"), LeaveFrom("Secret plan")]).ends();
    assert!(matches!(end, End::Unfinished(_)));
    assert_eq!(record.drafts[0].owner.as_deref(), Some("Carol"));
    // Back at the words from whoever is responsible too.
    record.sitting("Ann").then([Pick("Go on with it"), Keep, Back, LeaveFrom("Secret plans")]).ends();
    let draft = &record.drafts[0];
    assert_eq!((draft.owner.as_deref(), draft.text.as_str()), (Some("Carol"), "Secret plans"));
    record.sitting("Ann").then([Pick("Go on with it"), Type("")]).saves();
    assert!(record.drafts.is_empty() && record.assessment.actions.is_empty());
}

#[test]
fn whoever_leaves_in_the_middle_of_a_line_is_asked_first() {
    let mut record = memory(A_HEAVY);
    let leaves = [NOTE, Pick("Add evidence"), LeaveFrom("Audit 3, page 2"), Say(false), Keep, Type(""), Back];
    let person = record.sitting("Ann").at("A heavy").then(leaves).stops();
    person.sees("What you typed is not kept yet. Throw it away?");
    assert_eq!(record.evidence("a-heavy")[2].0, "Audit 3, page 2");
}

#[test]
fn a_figure_with_a_hidden_character_is_cleaned() {
    let mut record = memory("");
    let cleaned = [Number("1\u{AD}4"), Say(true), SKIP, SKIP, Back];
    record.sitting("Ann").at("C all").then(cleaned).stops();
    assert_eq!(record.value("c-all"), Some(Value::Count(14)));
}

#[test]
fn going_on_begins_at_the_first_open_question_and_nothing_is_ready_there() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'absent'");
    let person = record.sitting("Ann").then([Keep]).stops();
    assert_has!(&person.seen[1], "4 questions and 3 figures open; next: A other");
    assert_has!(&person.seen[2], "Another?", "ready: None");
}

#[test]
fn a_section_is_a_list_of_its_questions_with_their_answers() {
    let light = "answers.a-light = { level = 'assured', evidence = [{ ref = 'E' }] }";
    let mut record = memory(&format!("{A_HEAVY_ABSENT}\n{light}"));
    let person = record.sitting("Ann").then([Pick("1. Section A"), Keep]).stops();
    let list = &person.seen[2];
    assert_has!(
        list,
        "A heavy (essential)\", text: \"absent, a gap, no evidence\"",
        "\"A light\", text: \"assured\"",
        "\"A other\", text: \"open\""
    );
    // The first open one is ready.
    assert!(person.seen[3].contains("Another?"), "{}", person.seen[3]);
}

#[test]
fn finishing_shows_first_what_is_open_and_then_the_score_the_worst_gaps_and_the_next_command() {
    let mut record = memory("answers.a-heavy.level = 'developing'\nanswers.b-high.level = 'absent'");
    let result = || Pick("See the result");
    let (person, end) = record.sitting("Ann").then([result(), Keep, MENU, result(), result()]).ends();
    assert_eq!(end, End::Finished);
    for words in [
        "Still open: 4 questions and 3 figures",
        "Section A: 2 open",
        "2 of 6 questions answered, 4 open; 0 of 3 figures given, 3 open",
        "A heavy: developing, target in place (essential)",
        "healthcheck report a.toml",
    ] {
        person.sees(words);
    }
}

/// Holds an interview over what is open, all of whose replies are needed.
#[track_caller]
fn over_what_is_open<const N: usize>(record: &mut Memory, replies: [Reply; N]) -> (Scripted, End) {
    let mut person = Scripted::new(replies);
    let end = held(&mut person, record, Mode::Open).unwrap();
    assert!(person.replies.is_empty());
    (person, end)
}

#[test]
fn under_only_open_the_menu_is_there_and_the_end_is_the_result() {
    let menu = [Type("Ann"), MENU, Pick("Save and stop")];
    assert_eq!(over_what_is_open(&mut memory(""), menu).1, End::Stopped);
    let levels = ["a-heavy", "a-light", "a-other", "b-plain", "b-high"];
    let figures = ["c-all", "c-some", "c-change"].map(|id| format!("answers.{id}.count = 1\n"));
    let all = levels.map(|id| format!("answers.{id}.level = 'absent'\n")).concat() + &figures.concat();
    let (person, end) = over_what_is_open(&mut memory(&all), [Type("Ann"), Pick("assured"), Keep]);
    assert_eq!(end, End::Finished);
    person.sees("healthcheck report a.toml --summary");
}

#[test]
fn a_question_is_found_by_its_words_or_by_what_it_wants() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.b-plain.level = 'unknown'");
    let person = record
        .sitting("Ann")
        .then([Pick("Find a question"), Pick("By a part"), Type("nothing like it")])
        .then([Pick("By a part"), Type("HIGH target"), Pick("B high")]) // of its words, in any case
        .then([Press(Command::Find), Pick("Don't know"), Pick("B plain")])
        .stops();
    person.sees("there is no such question");
    for (filter, number) in [
        ("Open", "4 questions and 3 figures"),
        ("Don't know", "1 question"),
        ("No evidence", "1 question"),
        ("Essential", "2 questions"),
        ("Gaps", "2 questions"),
        ("All", "6 questions and 3 figures"),
    ] {
        person.sees(&format!("label: \"{filter}\", text: \"{number}\""));
    }
    assert_has!(person.seen.last().unwrap(), "Plain?");
}

#[test]
fn whose_it_is_and_who_answers_can_be_corrected() {
    let mut record = memory("");
    record
        .sitting("Ann")
        .then([Pick("Correct force"), Pick("Force"), Type("Kent Police")])
        .then([Pick("Protective marking"), Type("OFFICIAL"), Pick("Who is answering"), Type("Ben"), Back])
        .goes_on()
        .then([Pick("absent")])
        .stops();
    let Assessment { force, marking, .. } = &record.assessment;
    assert_eq!((force.as_str(), marking.as_deref()), ("Kent Police", Some("OFFICIAL")));
    assert_eq!(record.signed("a-heavy").0, Some("Ben"));
}

#[test]
fn how_far_one_is_and_how_long_it_takes_is_told_at_every_question() {
    let mut record = memory("");
    let three = [Pick("assured"), Pick("assured"), Pick("assured"), Keep];
    let person = record.sitting("Ann").goes_on().then(three).stops();
    // Nine in all; a minute each by the clock of this test, which is the usual pace.
    person.sees("\"0 of 9 answered, about 9 minutes left\"");
    person.sees("progress: \"0 of 9, about 9 min left\"");
    person.sees("progress: \"3 of 9, about 6 min left\"");
    person.sees("Target: in place. Essential: a gap here comes first in every report.");
}

#[test]
fn an_answer_that_is_refused_is_asked_again_and_one_that_cannot_be_saved_is_shown() {
    let mut record = memory("");
    record.failing = Some(SaveError::Refused("too many".to_owned()));
    let person = record.sitting("Ann").goes_on().then([Pick("absent"), Pick("assured")]).stops();
    person.sees("Not accepted: too many");
    assert_eq!(record.value("a-heavy"), level(Assured));

    let mut person = Scripted::new([Type("Ann"), Pick("Go on"), Pick("absent")]);
    let mut record = memory("");
    record.failing = Some(SaveError::Failed("the disk is full".to_owned()));
    let unsaved = held(&mut person, &mut record, Mode::Menu).unwrap_err();
    assert_eq!(unsaved.to_string(), "the disk is full\nNot saved: a-heavy=absent\n  by: Ann");
}

#[test]
fn a_reason_belongs_to_not_applicable_alone() {
    let mut record = memory("answers.a-heavy = { level = 'not-applicable', note = 'we have none' }");
    let person = record.sitting("Ann").at("A heavy").then([Pick("assured"), Say(true)]).stops();
    person.sees("not applicable → assured; the note goes. Change it?");
    assert_eq!(record.note("a-heavy"), None);
}

#[test]
fn going_back_while_going_on_leads_to_the_question_before_answered_or_not() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'absent'");
    record
        .sitting("Ann")
        .goes_on() // to a-other, the first open one
        .then([BACK, Pick("assured"), Say(true)]) // a-light, answered
        .then([Pick("in place"), Keep]) // a-other again, and the end of the section
        .stops();
    assert_eq!((record.value("a-light"), record.value("a-other")), (level(Assured), level(InPlace)));
}

const CARRIED: &str = "[carried]\n\
    a-heavy = { from = 2025-11-03, level = 'in-place', note = 'N', evidence = [{ ref = 'Audit 2', dated = 2025-09-30 }], by = 'A', on = 2025-11-04 }\n\
    a-light = { from = 2025-11-03, level = 'developing' }\n\
    a-other = { from = 2025-11-03, level = 'assured' }\n";

#[test]
fn last_time_is_shown_confirmed_changed_or_left() {
    let mut record = memory(CARRIED);
    // a-heavy as it was, a-light changed, a-other left; then the end of the section.
    let replies = [Type("Ben"), CONFIRM, Pick("assured"), SKIP, Keep, STOP];
    let (person, _) = over_what_is_open(&mut record, replies);
    assert_eq!((record.value("a-heavy"), record.note("a-heavy")), (level(InPlace), Some("N")));
    assert_eq!(record.signed("a-heavy"), (Some("Ben"), Some(today())));
    assert_eq!((record.value("a-light"), record.value("a-other")), (level(Assured), None));
    person.sees("Last time (3 November 2025): in place");
    person.sees("Last time's note: N");
}

#[test]
fn the_level_of_last_time_takes_along_what_was_said_beside_it_if_the_person_says_so() {
    for (picks, note) in [("Carry that forward", Some("N")), ("Answer without it", None)] {
        let mut record = memory(CARRIED);
        // Whoever goes back is back at the question.
        let replies = [Pick("in place"), Back, Pick("in place"), Pick(picks)];
        let person = record.sitting("Ben").goes_on().then(replies).stops();
        person.sees("Last time it was in place too, with the note and 1 piece of evidence");
        let behind = "Not carried forward from last time: the note and 1 piece of evidence.";
        assert_eq!(person.saw(behind), note.is_none());
        assert_eq!((record.value("a-heavy"), record.note("a-heavy")), (level(InPlace), note));
        assert_eq!(record.signed("a-heavy"), (Some("Ben"), Some(today())));
    }
}

#[test]
fn what_a_section_lacks_can_be_given_at_any_time() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'in-place'");
    let person = record
        .sitting("Ann")
        .then([Pick("1. Section A"), Pick("Give what is still missing"), Pick("Plan 1 action")])
        .then(WRITE_IT_DOWN)
        .then([Pick("Go on"), Pick("Give what is still missing"), Back, Back])
        .saves();
    person.sees("text: \"evidence for 2, 1 action\"");
    person.sees("text: \"evidence for 2\"");
    assert_eq!(record.assessment.actions.len(), 1);
}

#[test]
fn a_figure_below_zero_may_be_typed_with_any_minus() {
    let mut record = memory("");
    let person = record.sitting("Ann").at("C change").then([Number("–2"), Back]).stops();
    assert_eq!(record.value("c-change"), Some(Value::Count(-2)));
    person.sees("posts (-2 means 2 fewer)");
}

#[test]
fn last_times_answers_of_a_section_are_confirmed_from_one_list() {
    let mut record = memory(CARRIED);
    let list = Pick("Confirm last time's answers from a list, 3 answers");
    let person = record
        .sitting("Ben")
        .then([Pick("1. Section A"), list, Tick(&["A heavy", "A other"]), Pick("A light")])
        .then([Press(Command::LastTime), Back]) // from the question, too; nothing is ticked
        .then([UNDO]) // all that was confirmed together
        .stops();
    for words in [
        "\"A heavy\", text: \"in place, 4 November 2025; Audit 2 (dated 30 September 2025)\"",
        "\"A light\", text: \"developing, 3 November 2025; no evidence\"",
        "Saved: 2 answers confirmed. u undoes it.",
        "Undone: 2 questions are open again.",
    ] {
        person.sees(words);
    }
    assert!(record.assessment.answers.is_empty());
    record.sitting("Ben").then([Pick("1. Section A"), Keep, Tick(&["A heavy"]), Back]).saves();
    assert_eq!(record.signed("a-heavy").0, Some("Ben"));
    assert_eq!(record.assessment.answers.len(), 1);
}

#[test]
fn what_is_unfinished_is_offered_first_and_a_name_that_is_not_there_is_asked_about() {
    let unfinished = Found::new("kent.toml", &small_with(A_HEAVY_ABSENT)).unwrap();
    assert_eq!(unfinished.words, "5 questions and 3 figures open; Test Police, begun 2 November 2026");
    let carried = "[carried.a-heavy]\nfrom = 2025-11-03\nlevel = 'absent'\n";
    let renewed = Found::new("kent.toml", &small_with(carried)).unwrap();
    let words = "6 questions and 3 figures open, 1 answer of last time to be confirmed; Test Police, begun 2 November 2026";
    assert_eq!(renewed.words, words);
    assert_eq!(Found::new("essex.toml", &small_findings(A_HEAVY_ABSENT)), None);
    let found = [unfinished];
    assert_eq!(where_to_start(&mut Scripted::new([Back, Keep]), &found), Ok(Start::Continue(&found[0])));
    assert_eq!(where_to_start(&mut Scripted::new([Pick("Start a new")]), &found), Ok(Start::New));
    assert_eq!(where_to_start(&mut Scripted::new([]), &[]), Ok(Start::New));

    let mut person = Scripted::new([Say(false)]);
    assert_eq!(file_is_missing(&mut person, "knet.toml", Some("kent.toml")), Ok(false));
    person.sees(
        "There is no file knet.toml here. Did you mean kent.toml? Start a new healthcheck in knet.toml?",
    );

    let mut person = Scripted::new([Type("Kent Police"), Back, Keep, Type("OFFICIAL")]);
    let begun = begin(&mut person).unwrap();
    assert_eq!((begun.force.as_str(), begun.marking.as_deref()), ("Kent Police", Some("OFFICIAL")));
}
