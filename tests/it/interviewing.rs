//! The interview through its trait: answering, changing, taking back, finding, starting.

use chrono::NaiveDate;
use integrity_healthcheck::assessment::{Due, Standing, Status, Value};
use integrity_healthcheck::checklist::Level;
use integrity_healthcheck::interview::{
    Draft, DraftOf, End, Found, NotKept, Start, Walk, begin, file_is_missing, where_to_start,
};

use crate::scripted::Reply::{Back, BackFrom, Keep, LeaveFrom, Number, Pick, Press, Say, Tick, Type};
use crate::scripted::{Command, Scripted, from_menu, held, memory};
use crate::support::{small_findings, small_with, today};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const A_HEAVY: &str = "answers.a-heavy = { level = 'absent', note = 'N', evidence = [{ ref = 'E', dated = 2026-01-02 }, { ref = 'F' }], by = 'A', on = 2026-11-01 }";

#[test]
fn a_level_is_kept_at_once_and_the_next_question_comes_at_once() {
    let mut record = memory("");
    // A name is asked for until there is one.
    let (person, end) = from_menu(
        &mut record,
        [Type(""), Type("A. Assessor"), Pick("Go on"), Pick("in place"), Press(Command::Stop)],
    );
    assert_eq!(end, End::Stopped);
    let answer = record.answer("a-heavy").unwrap();
    assert_eq!((answer.value, answer.note.as_deref()), (Value::from(Level::InPlace), None));
    assert_eq!((answer.by.as_deref(), answer.on), (Some("A. Assessor"), Some(today())));
    let next = person.seen.last().unwrap();
    assert!(next.contains("Light?") && next.contains("Saved: “A heavy” is in place. u undoes it"), "{next}");
}

#[test]
fn another_level_is_asked_about_and_says_what_stays() {
    let mut record = memory(A_HEAVY);
    let before = record.answer("a-heavy").cloned();
    let (person, _) = from_menu(
        &mut record,
        [
            Type("Ben"),
            Pick("1. Section A"),
            Pick("A heavy"),
            Pick("absent"), // what it is already: nothing is asked, nothing signed anew
            Press(Command::Back),
            Pick("assured"),
            Say(false),
            Press(Command::Stop),
        ],
    );
    assert!(
        person.saw("absent → assured; the note and 2 pieces of evidence stay. Change it?"),
        "{:?}",
        person.seen
    );
    assert_eq!(record.answer("a-heavy").cloned(), before);
    let replies = [
        Type("Ben"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Pick("assured"),
        Say(true),
        Press(Command::Stop),
    ];
    from_menu(&mut record, replies);
    let answer = record.answer("a-heavy").unwrap();
    assert_eq!((answer.value, answer.evidence.len()), (Value::from(Level::Assured), 2));
    assert_eq!((answer.by.as_deref(), answer.on), (Some("Ben"), Some(today())));
}

#[test]
fn a_note_that_goes_with_another_value_is_named() {
    let mut record = memory(A_HEAVY);
    let replies = [
        Type("Ben"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Press(Command::NotApplicable),
        Say(true),
        Type(""), // no reason: the question comes back, the answer is as it was
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(
        person.saw("absent → not applicable; 2 pieces of evidence stay; the note goes. Change it?"),
        "{:?}",
        person.seen
    );
    assert_eq!(record.answer("a-heavy").unwrap().note.as_deref(), Some("N"));
}

#[test]
fn clearing_says_what_goes_and_is_taken_back_whole() {
    let mut record = memory(A_HEAVY);
    let before = record.answer("a-heavy").cloned();
    let (person, _) = from_menu(
        &mut record,
        [
            Type("Ann"),
            Pick("1. Section A"),
            Pick("A heavy"),
            Press(Command::Clear),
            Say(false),
            Press(Command::Clear),
            Say(true),
            Press(Command::Undo),
            Press(Command::Stop),
        ],
    );
    let said = "This takes out the answer “absent”, the note and 2 pieces of evidence. Take it out?";
    assert_eq!(person.seen.iter().filter(|seen| *seen == said).count(), 2, "{:?}", person.seen);
    assert!(person.saw("Undone: “A heavy” is absent, with the note and 2 pieces of evidence again."));
    assert_eq!(record.answer("a-heavy").cloned(), before);
}

#[test]
fn changes_are_taken_back_one_by_one_as_far_as_the_sitting_goes() {
    let mut record = memory("answers.a-other.level = 'absent'");
    let (person, _) = from_menu(
        &mut record,
        [
            Type("Ann"),
            Pick("Go on"),
            Pick("assured"),      // a-heavy
            Pick("absent"),       // a-light
            Keep,                 // the end of the section
            Pick("in place"),     // b-plain
            Press(Command::Undo), // b-plain
            Press(Command::Undo), // a-light, which is shown
            Press(Command::Undo), // a-heavy, which is shown
            Pick("developing"),
            Press(Command::Stop),
        ],
    );
    assert!(person.saw("Undone: “A light” is open again."));
    assert_eq!(record.value("a-heavy"), Some(Value::from(Level::Developing)));
    assert_eq!((record.value("a-light"), record.value("b-plain")), (None, None));
    assert_eq!(record.value("a-other"), Some(Value::from(Level::Absent)));
    let undo = person
        .seen
        .iter()
        .filter(|seen| seen.contains("Heavy and essential?"))
        .map(|seen| seen.contains(", Undo,"));
    // Before anything was changed there is nothing to take back; nor is there once all is taken back.
    assert_eq!(undo.collect::<Vec<_>>(), [false, false]);
}

#[test]
fn a_note_is_prefilled_and_each_piece_of_evidence_is_changed_by_itself() {
    let mut record = memory(A_HEAVY);
    let (person, _) = from_menu(
        &mut record,
        [
            Type("Ben"),
            Pick("1. Section A"),
            Pick("A heavy"),
            Press(Command::Note),
            Pick("Note"),
            Type("N, and\nmore\n"),
            Pick("Evidence"), // E, the first
            Pick("Change its words"),
            Type("E2"),
            Pick("Evidence"),
            Pick("Change its date"),
            Type("30 Sep 26"),
            Pick("Add evidence"),
            Type("G2"),
            Type("yesterday"),
            Pick("Evidence"),
            Pick("Take it out"),
            Say(false),
            Back,
            Press(Command::Stop),
        ],
    );
    assert!(
        person.saw("present: \"N\"") && person.saw("present: \"E\"") && person.saw("present: \"2/1/2026\""),
        "{:#?}",
        person.seen
    );
    let answer = record.answer("a-heavy").unwrap();
    assert_eq!(answer.note.as_deref(), Some("N, and\nmore"));
    let evidence = answer.evidence.iter().map(|piece| (piece.reference.as_str(), piece.dated));
    let expected = [("E2", Some(day("2026-09-30"))), ("F", None), ("G2", Some(day("2026-11-21")))];
    assert_eq!(evidence.collect::<Vec<_>>(), expected);
    let replies = [
        Type("Ben"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Press(Command::Note),
        Pick("Evidence"),
        Pick("Take it out"),
        Say(true),
        Back,
        Press(Command::Undo),
        Press(Command::Stop),
    ];
    from_menu(&mut record, replies);
    assert_eq!(record.answer("a-heavy").unwrap().evidence.len(), 3);
}

#[test]
fn whoever_only_looks_at_what_belongs_to_an_answer_does_not_sign_it() {
    let signed = "answers.c-all = { count = 5, from = 2025-11-01, to = 2026-10-31, note = 'N', by = 'A', on = 2026-11-01 }";
    let mut record = memory(signed);
    let before = record.answer("c-all").cloned();
    let replies = [
        Keep, // A, who answered last, is offered
        Pick("3. Section C"),
        Pick("C all"),
        Press(Command::Note),
        Pick("Note"),
        Keep,
        Pick("Period"),
        Keep,
        Keep,
        Back,
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.seen[0].contains("present: \"A\""), "{}", person.seen[0]);
    assert_eq!(record.answer("c-all").cloned(), before);
}

#[test]
fn nothing_typed_is_thrown_away_unasked_and_enter_keeps_it() {
    let to_note = || [Type("Ann"), Pick("1. Section A"), Pick("A heavy"), Press(Command::Note), Pick("Note")];
    let note = |rest: Vec<crate::scripted::Reply>| {
        let mut record = memory(A_HEAVY);
        let (person, end) = from_menu(&mut record, to_note().into_iter().chain(rest));
        assert!(matches!(end, End::Stopped | End::Left), "{end:?}");
        let asked = person.saw("What you typed is not kept yet.");
        // Thrown away or kept for good, it is no draft any longer.
        assert!(record.drafts.is_empty());
        (record.answer("a-heavy").unwrap().note.clone().unwrap(), asked)
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
    let (_, end) = from_menu(&mut record, to_note().into_iter().chain([LeaveFrom("N more")]));
    let told = "A note on “A heavy” is not finished. It is offered again when you go on.";
    assert_eq!((end, record.drafts[0].text.as_str()), (End::Unfinished(told.to_owned()), "N more"));
    // Where no draft can be kept, what was typed is shown.
    let mut record = memory(A_HEAVY);
    record.keeps_drafts = false;
    let (_, end) = from_menu(&mut record, to_note().into_iter().chain([LeaveFrom("N\nmore")]));
    let End::Unfinished(told) = end else { panic!("{end:?}") };
    assert!(told.ends_with("what you typed could not be saved. Copy it from here:\n  N\n  more"), "{told}");
}

#[test]
fn a_note_that_was_being_typed_when_the_program_ended_is_offered() {
    let mut record = memory(A_HEAVY);
    let replies = [Type("Ann"), Pick("1. Section A"), Pick("A heavy"), Press(Command::Note), Pick("Note")];
    // Here the program ends: what the person sees next is another sitting.
    from_menu(&mut record, replies);
    let draft = draft_of(&record, "a-heavy", "N and half a sen");
    record.drafts = vec![draft.clone()];
    // Whoever goes back leaves it for another time, whatever else is typed meanwhile.
    let other = [
        Type("Ann"),
        Back,
        Pick("1. Section A"),
        Pick("A other"),
        Pick("in place"),
        Back, // from the end of the section
        Press(Command::Note),
        Pick("Note"),
        Type("Another"),
        Back,
        Press(Command::Stop),
    ];
    from_menu(&mut record, other);
    assert_eq!(record.drafts, std::slice::from_ref(&draft));
    let (person, _) =
        from_menu(&mut record, [Type("Ann"), Pick("Go on with it"), Keep, Pick("Save and stop")]);
    assert!(person.saw("A note on “A heavy” was not finished") && person.saw("N and half a sen"));
    assert_eq!(record.answer("a-heavy").unwrap().note.as_deref(), Some("N and half a sen"));
    assert!(record.drafts.is_empty());
    record.drafts = vec![draft.clone()];
    from_menu(&mut record, [Type("Ann"), Pick("Throw it away"), Pick("Save and stop")]);
    assert!(record.drafts.is_empty());
    // It is offered at its own place too.
    record.drafts = vec![Draft { text: "N and more".to_owned(), ..draft }];
    let later = [
        Type("Ann"),
        Back,
        Pick("1. Section A"),
        Pick("A heavy"),
        Press(Command::Note),
        Pick("Note"),
        Pick("Go on with it"),
        BackFrom("N and half a sentence"),
        Say(true),
        Back,
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, later);
    assert!(person.saw("What stood there was changed after you began."));
    assert!(record.drafts.is_empty());
}

/// What was begun of a note, from the note `N`.
fn draft_of(record: &crate::scripted::Memory, id: &str, text: &str) -> Draft {
    let question = record.assessment.checklist.question(id).unwrap().id.clone();
    Draft { question, of: DraftOf::Note, text: text.to_owned(), before: "N".to_owned(), owner: None }
}

#[test]
fn a_note_that_was_begun_from_another_is_no_reason_to_lose_either() {
    let mut record = memory("answers.a-heavy = { level = 'absent', note = 'From a merge' }");
    record.drafts = vec![draft_of(&record, "a-heavy", "N and half a sen")];
    let (person, _) =
        from_menu(&mut record, [Type("Ann"), Pick("Go on with it"), Keep, Pick("Save and stop")]);
    assert!(person.saw("What stood there was changed after you began."));
    let note = record.answer("a-heavy").unwrap().note.as_deref();
    assert_eq!(note, Some("From a merge\n\nN and half a sen"));
}

#[test]
fn a_note_on_a_question_that_is_open_again_waits_for_its_answer() {
    let mut record = memory("");
    record.drafts = vec![draft_of(&record, "a-heavy", "N and half a sen")];
    let leaves = [Type("Ann"), Pick("Answer the question"), Press(Command::Skip), Pick("Save and stop")];
    let (person, _) = from_menu(&mut record, leaves);
    assert!(person.saw("The question is open now, and a note stands beside an answer."));
    assert_eq!(record.drafts.len(), 1);
    let answers = [
        Type("Ann"),
        Pick("Answer the question"),
        Pick("absent"),
        Pick("Go on with it"),
        Keep,
        Pick("Save and stop"),
    ];
    from_menu(&mut record, answers);
    assert_eq!(record.answer("a-heavy").unwrap().note.as_deref(), Some("N and half a sen"));
    assert!(record.drafts.is_empty());
}

#[test]
fn what_was_typed_is_not_undone_unasked() {
    let mut record = memory("answers.a-heavy.level = 'absent'");
    let replies = [
        Type("Ann"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Press(Command::Note),
        Pick("Note"),
        Type("Two stations keep their own."),
        Back,
        Press(Command::Undo),
        Say(false),
        Press(Command::Undo),
        Say(true),
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.saw("“A heavy”: Two stations keep their own. Take back what you typed?"));
    assert!(person.saw("Undone: the note of “A heavy” is as it was before."));
    assert_eq!(record.answer("a-heavy").unwrap().note, None);
    // What stands in last time's answer is not lost.
    let mut record = memory(CARRIED);
    let replies =
        [Type("Ben"), Pick("Go on"), Press(Command::Confirm), Press(Command::Undo), Press(Command::Stop)];
    from_menu(&mut record, replies);
    assert_eq!(record.value("a-heavy"), None);
}

#[test]
fn what_could_not_be_saved_is_still_there() {
    let refused = || Some(NotKept::Refused("the file is open in another program".to_owned()));
    let to_question = || [Type("Ann"), Pick("1. Section A"), Pick("A heavy")];
    let mut record = memory(A_HEAVY);
    record.failing = refused();
    let note = [Press(Command::Note), Pick("Note"), Type("N more"), Keep, Back, Press(Command::Stop)];
    let (person, _) = from_menu(&mut record, to_question().into_iter().chain(note));
    assert!(person.saw("Not accepted: the file is open in another program"));
    assert_eq!(record.answer("a-heavy").unwrap().note.as_deref(), Some("N more"));
    // Whoever leaves has it offered again.
    record.failing = refused();
    let leaves = [Press(Command::Note), Pick("Note"), LeaveFrom("N and more"), Pick("Keep it")];
    let (_, end) = from_menu(&mut record, to_question().into_iter().chain(leaves));
    assert!(matches!(end, End::Unfinished(told) if told.contains("offered again")));
    assert_eq!(record.drafts[0].text, "N and more");
    // An action too.
    let mut record = memory(A_HEAVY);
    record.failing = refused();
    let action = [
        Press(Command::Action),
        Type("Write it down"),
        Type("Bob"),
        Type("31/3/27"),
        Press(Command::Action),
        Pick("Go on with it"),
        Keep,
        Keep,
        Type("31/3/27"),
        Press(Command::Stop),
    ];
    from_menu(&mut record, to_question().into_iter().chain(action));
    assert_eq!(record.assessment.actions.len(), 1);
    assert!(record.drafts.is_empty());
    // An undo that was refused can be tried again.
    (record.failing, record.after) = (refused(), 1);
    let undo = [Pick("assured"), Say(true), Press(Command::Undo), Press(Command::Undo), Press(Command::Stop)];
    from_menu(&mut record, to_question().into_iter().chain(undo));
    assert_eq!(record.value("a-heavy"), Some(Value::from(Level::Absent)));
}

#[test]
fn a_single_letter_is_asked_about_and_hidden_characters_are_asked_for_again() {
    let mut record = memory("answers.a-heavy.level = 'assured'");
    let replies = [
        Type("Ann"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Press(Command::Note),
        Pick("Note"),
        Type("q"),
        Say(false),
        Type("turned \u{202E}round"),
        Say(false),
        Type("straight \u{AD}on"),
        Say(true),
        Pick("Add evidence"),
        Type("b"),
        Say(false),
        Type("7"),
        Say(true),
        Type(""),
        Back,
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(
        person.saw("“q” is all that you typed. Keep it?")
            && person.saw("This text has a hidden character after “turned” (U+202E).")
    );
    let answer = record.answer("a-heavy").unwrap();
    assert_eq!((answer.note.as_deref(), answer.evidence[0].reference.as_str()), (Some("straight on"), "7"));
}

#[test]
fn back_skip_menu_help_and_stop_are_there_at_every_question() {
    let mut record = memory("");
    let (_, end) = from_menu(
        &mut record,
        [
            Type("Ann"),
            Pick("1. Section A"),
            Pick("A heavy"),
            Press(Command::Skip), // past a-heavy
            Pick("absent"),       // a-light
            Press(Command::Back), // from a-other back to a-light
            Pick("assured"),
            Say(true),
            Press(Command::Help), // help on a-other
            Press(Command::Menu),
            Pick("4. Section D"),
            Pick("D only"),
            Press(Command::Back), // back from the first leads to the section's list, and from there to the menu
            Back,
            Back, // there is nothing behind the menu
            Pick("Save and stop"),
        ],
    );
    assert_eq!(end, End::Stopped);
    assert_eq!(record.value("a-heavy"), None);
    assert_eq!(record.value("a-light"), Some(Value::from(Level::Assured)));
    assert_eq!(record.assessment.answers.len(), 1);
}

#[test]
fn not_applicable_asks_the_reason_and_without_one_nothing_is_answered() {
    let mut record = memory("");
    let replies = [
        Type("Ann"),
        Pick("Go on"),
        Press(Command::NotApplicable),
        Type(""), // no reason: back at the question
        Press(Command::NotApplicable),
        Back,
        Press(Command::DontKnow),
        Press(Command::NotApplicable),
        Type("The force has none."),
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.saw("Not applicable needs its reason, so nothing was changed."));
    assert_eq!(record.value("a-heavy"), Some(Value::Unknown));
    assert_eq!(record.value("a-light"), Some(Value::NotApplicable));
    assert_eq!(record.answer("a-light").unwrap().note.as_deref(), Some("The force has none."));
}

#[test]
fn a_figure_takes_a_number_and_its_period_at_the_end_of_its_section() {
    let mut record = memory("");
    let replies = [
        Type("Ann"),
        Pick("3. Section C"),
        Pick("C all"),
        Number("7x"),
        Number("-1"),
        Number("1,588"),
        Number("12"),         // of those
        Press(Command::Skip), // the end of the section
        Pick("Give periods"),
        Type("1/11/125"), // no year
        Type("2027"),     // not begun
        Type("31.10.2026"),
        Type("2025-11-01"), // the wrong way round
        Back,               // to the first
        Type("2025/26"),
        BackFrom("31/3/2026"), // once more
        Type("1/11/25"),
        Type("31 Oct 2026"),
        Keep, // the days of the last figure are ready
        Keep,
        Pick("Go on"),
        Pick("Save and stop"),
    ];
    let (person, _) = from_menu(&mut record, replies);
    for id in ["c-all", "c-some"] {
        let answer = record.answer(id).unwrap();
        assert_eq!((answer.from, answer.to), (Some(day("2025-11-01")), Some(day("2026-10-31"))), "{id}");
    }
    assert_eq!(record.value("c-all"), Some(Value::Count(1588)));
    assert!(person.saw("not a whole number") && person.saw("below zero") && person.saw("before the first"));
    // The financial year's last day is ready.
    assert!(person.saw("31/3/2026\""), "{:#?}", person.seen);
    assert!(person.saw("That is not a date") && person.saw("2 figures have no period: C all; C some."));
}

#[test]
fn at_the_end_of_a_section_what_it_lacks_is_given_in_one_round_or_left() {
    let mut record = memory("");
    let replies = [
        Type("Ann"),
        Pick("Go on"),
        Pick("absent"),
        Press(Command::Skip), // a-light
        Pick("absent"),
        Back, // to the question that was answered last
        Press(Command::Back),
        Pick("in place"),
        Pick("Name evidence"),
        Type("Audit 3"),
        Type("30/9/26"),
        Type(""), // none for a-light
        Back,     // and the rest is left
        Pick("Plan 2 actions"),
        Type("Write it down"),
        Type("Bob"),
        Type("soon"), // not a day
        Type(""),
        Type("It hangs on the merger"),
        Back, // the second is left
        Pick("Go on"),
        Press(Command::Stop), // at b-plain
    ];
    record.assessment.last_action = 6;
    let (person, _) = from_menu(&mut record, replies);
    let first = "3 answers have no evidence: A heavy; A light; A other.";
    assert!(
        person.saw(first) && person.saw("2 gaps have no action: A heavy; A other."),
        "{:#?}",
        person.seen
    );
    assert!(person.saw("2 answers have no evidence: A light; A other."));
    assert!(person.saw("1 question still open: A light."));
    assert_eq!(record.answer("a-heavy").unwrap().evidence[0].dated, Some(day("2026-09-30")));
    let action = &record.assessment.actions[0];
    assert_eq!(
        (action.id.to_string().as_str(), action.action.as_str(), action.owner.as_str()),
        ("A7", "Write it down", "Bob")
    );
    assert_eq!(action.due, Due::Never("It hangs on the merger".to_owned()));
    assert_eq!(action.level_then.and_then(Standing::word).as_deref(), Some("absent"));
    assert!(person.seen.last().unwrap().contains("Plain?"));
}

#[test]
fn a_section_in_which_nothing_was_changed_is_not_looked_through() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-other.level = 'absent'");
    let replies = [Type("Ann"), Pick("Go on"), Press(Command::Skip), Press(Command::Stop)];
    let (person, _) = from_menu(&mut record, replies);
    assert!(!person.saw("End of the section") && person.seen.last().unwrap().contains("Plain?"));
}

#[test]
fn an_action_is_planned_on_a_key_and_taken_back() {
    let mut record = memory("answers.a-heavy.level = 'absent'");
    let replies = [
        Type("Ann"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Press(Command::Action),
        Type("Write it down"),
        Type("Bob"),
        Type("31/3/27"),
        Press(Command::Undo),
        Say(false),
        Press(Command::Undo),
        Say(true),
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(
        person.saw("Added to the plan as A1. u undoes it.")
            && person.saw("In the plan as A1: Write it down (Bob, by 31 March 2027)")
            && person.saw("A1: Write it down (Bob, by 31 March 2027). Take this action out of the plan?")
    );
    assert!(person.saw("Undone: the action is no longer in the plan."));
    assert!(record.assessment.actions.is_empty());
    // Its number is never used again.
    assert_eq!(record.assessment.last_action, 1);
}

#[test]
fn what_is_said_to_be_undone_by_u_is_the_last_change() {
    let mut record = memory("answers.a-other.level = 'absent'");
    let replies = [
        Type("Ann"),
        Pick("Go on"),
        Pick("assured"),  // a-heavy
        Pick("in place"), // a-light, the last of its section
        Pick("Name evidence"),
        Type("Audit 3"),
        Type("1/9/26"),
        Type(""),
        Type(""),
        Keep,
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    let next = person.seen.iter().rfind(|seen| seen.contains("Screen")).unwrap();
    assert!(next.contains("news: None"), "{next}");
}

#[test]
fn a_few_words_of_evidence_are_not_thrown_away_by_a_slip() {
    let mut record = memory("answers.a-heavy.level = 'absent'");
    let words = "Register audit 3, page 12, and its annex";
    let replies = [
        Type("Ann"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Press(Command::Note),
        Pick("Add evidence"),
        BackFrom(words),
        Say(false),
        Keep,
        Type(""),
        Pick("Add evidence"),
        BackFrom("Audit 3"),
        Say(true),
        Pick("Add evidence"),
        BackFrom("q"), // a single letter is not asked about
        // Back from the date and from the words it is taken out again, if the person says so.
        Pick("Add evidence"),
        Type("Audit 4"),
        Back,
        Back,
        Say(true),
        Back,
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.saw("What you typed is not kept yet. Throw it away?"));
    let evidence = &record.answer("a-heavy").unwrap().evidence;
    assert_eq!(evidence.iter().map(|piece| piece.reference.as_str()).collect::<Vec<_>>(), [words]);
}

#[test]
fn a_date_that_has_passed_is_asked_about_before_an_action_is_due_on_it() {
    let mut record = memory("answers.a-heavy.level = 'absent'");
    let replies = [
        Type("Ann"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Press(Command::Action),
        Type("Write it down"),
        Type("Bob"),
        Type("1/2/2020"),
        Say(false),
        Type("1/2/2027"),
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.saw("1 February 2020 has passed. Is it the right date?"));
    assert_eq!(record.assessment.actions[0].due, Due::On(day("2027-02-01")));
}

#[test]
fn an_action_that_is_half_typed_is_told_to_whoever_leaves() {
    let to_action = || [Type("Ann"), Pick("1. Section A"), Pick("A heavy"), Press(Command::Action)];
    for rest in [vec![Type("Write it down")], vec![LeaveFrom("Write it down"), Pick("Keep it")]] {
        let mut record = memory("answers.a-heavy.level = 'absent'");
        let (_, end) = from_menu(&mut record, to_action().into_iter().chain(rest));
        let End::Unfinished(told) = end else { panic!("{end:?}") };
        assert_eq!(told, "An action about “A heavy” is not finished. It is offered again when you go on.");
        assert!(record.assessment.actions.is_empty());
        let again = [Type("Ann"), Pick("Go on with it"), Keep, Type("Bob"), Type("31/3/27")];
        let (person, _) = from_menu(&mut record, again);
        assert!(person.saw("An action about “A heavy” was not finished"));
        let action = &record.assessment.actions[0];
        assert_eq!((action.action.as_str(), action.owner.as_str()), ("Write it down", "Bob"));
        assert!(record.drafts.is_empty());
    }
    // Back from the date lies the owner, from there the words, and those are not thrown away unasked.
    let mut record = memory("answers.a-heavy.level = 'absent'");
    let rest = [
        Type("Write it"),
        Back,
        Type("Write it down"),
        Type("Bob"),
        Back,
        Back,
        Back,
        Say(false),
        Keep,
        Back,
        Back,
        Say(true),
        Press(Command::Stop),
    ];
    let (_, end) = from_menu(&mut record, to_action().into_iter().chain(rest));
    assert_eq!((end, record.assessment.actions.len()), (End::Stopped, 0));
}

#[test]
fn an_action_in_the_plan_is_changed_part_by_part_and_taken_back() {
    let mut record = memory("answers.a-heavy.level = 'absent'");
    let to_action = || [Type("Ann"), Pick("1. Section A"), Pick("A heavy"), Press(Command::Action)];
    let plan =
        [Type("Write it"), Type("Bob"), Type(""), Type("It hangs on the merger"), Press(Command::Stop)];
    from_menu(&mut record, to_action().into_iter().chain(plan));
    let changes = [
        Pick("Change A1, planned"),
        Pick("What is to be done"),
        Type("Write it down"),
        Pick("Responsible"),
        Type("Carol"),
        Pick("Due"),
        Type("31/3/27"),
        Pick("Status"),
        Pick("not to be done"),
        Type("Too dear"),
        Pick("Status"),
        Back,
        Back,
        Press(Command::Undo), // the status
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, to_action().into_iter().chain(changes));
    assert!(person.saw("label: \"Status\", text: \"not to be done: Too dear\""), "{:#?}", person.seen);
    assert!(person.saw("A1 is changed. u undoes it.") && person.saw("Undone: the plan is as it was before."));
    let [action] = record.assessment.actions.as_slice() else { panic!("{:?}", record.assessment.actions) };
    assert_eq!((action.action.as_str(), action.owner.as_str()), ("Write it down", "Carol"));
    assert_eq!((&action.due, action.status), (&Due::On(day("2027-03-31")), Status::Planned));
    // What ceased to hold is kept as a note.
    assert_eq!(action.notes[0].text, "Until now without a due date: It hangs on the merger");
    // Its words cannot be taken away; the rest may be looked at.
    let looks = [
        Pick("Change A1"),
        Pick("What is to be done"),
        Type(""),
        Pick("Due"),
        Keep,
        Pick("Responsible"),
        Back,
        Back,
        Press(Command::Stop),
    ];
    let before = record.assessment.actions.clone();
    let (person, _) = from_menu(&mut record, to_action().into_iter().chain(looks));
    assert!(person.saw("A1 stays as it was. To give it up, change its status."));
    assert_eq!(record.assessment.actions, before);
}

#[test]
fn what_was_typed_of_an_action_is_offered_with_its_owner_and_a_change_to_it_too() {
    let mut record = memory("answers.a-heavy.level = 'absent'");
    let to_action = || [Type("Ann"), Pick("1. Section A"), Pick("A heavy"), Press(Command::Action)];
    // Each time the program ends in the middle.
    from_menu(&mut record, to_action().into_iter().chain([Type("Write it"), Type("Carol")]));
    from_menu(&mut record, [Type("Ann"), Pick("Go on with it"), Keep, Keep, Type("31/3/27")]);
    assert_eq!(record.assessment.actions[0].owner, "Carol");
    let change = [Pick("Change A1"), Pick("What is to be done"), LeaveFrom("Write it down")];
    from_menu(&mut record, to_action().into_iter().chain(change));
    let (person, _) =
        from_menu(&mut record, [Type("Ann"), Pick("Go on with it"), Keep, Pick("Save and stop")]);
    assert!(person.saw("A change to A1, about “A heavy”, was not finished"));
    let [action] = record.assessment.actions.as_slice() else { panic!("{:?}", record.assessment.actions) };
    assert_eq!((action.action.as_str(), action.owner.as_str()), ("Write it down", "Carol"));
    assert!(record.drafts.is_empty());
}

#[test]
fn an_action_that_is_rubbed_out_is_no_draft_any_longer() {
    let mut record = memory("answers.a-heavy.level = 'absent'");
    let replies =
        [Type("Ann"), Pick("1. Section A"), Pick("A heavy"), Press(Command::Action), LeaveFrom("Secret")];
    from_menu(&mut record, replies);
    assert_eq!(record.drafts.len(), 1);
    record.drafts[0].owner = Some("Carol".to_owned());
    // The owner stays with the words, however often those are gone on with.
    let (_, end) = from_menu(&mut record, [Type("Ann"), Pick("Go on with it"), LeaveFrom("Secret plan")]);
    assert!(matches!(end, End::Unfinished(_)));
    assert_eq!(record.drafts[0].owner.as_deref(), Some("Carol"));
    // Back at the words from whoever is responsible too.
    let back = [Type("Ann"), Pick("Go on with it"), Keep, Back, LeaveFrom("Secret plans")];
    from_menu(&mut record, back);
    assert_eq!(
        (record.drafts[0].owner.as_deref(), record.drafts[0].text.as_str()),
        (Some("Carol"), "Secret plans")
    );
    from_menu(&mut record, [Type("Ann"), Pick("Go on with it"), Type(""), Pick("Save and stop")]);
    assert!(record.drafts.is_empty() && record.assessment.actions.is_empty());
}

#[test]
fn whoever_leaves_in_the_middle_of_a_line_is_asked_first() {
    let mut record = memory(A_HEAVY);
    let to_evidence = [Pick("1. Section A"), Pick("A heavy"), Press(Command::Note), Pick("Add evidence")];
    let leaves = [LeaveFrom("Audit 3, page 2"), Say(false), Keep, Type(""), Back, Press(Command::Stop)];
    let (person, _) = from_menu(&mut record, [Type("Ann")].into_iter().chain(to_evidence).chain(leaves));
    assert!(person.saw("What you typed is not kept yet. Throw it away?"));
    assert_eq!(record.answer("a-heavy").unwrap().evidence[2].reference, "Audit 3, page 2");
}

#[test]
fn a_figure_with_a_hidden_character_is_cleaned() {
    let mut record = memory("");
    let replies = [
        Type("Ann"),
        Pick("3. Section C"),
        Pick("C all"),
        Number("1\u{AD}4"),
        Say(true),
        Press(Command::Skip),
        Press(Command::Skip),
        Back,
        Press(Command::Stop),
    ];
    from_menu(&mut record, replies);
    assert_eq!(record.value("c-all"), Some(Value::Count(14)));
}

#[test]
fn going_on_begins_at_the_first_open_question_and_nothing_is_ready_there() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'absent'");
    let (person, _) = from_menu(&mut record, [Type("Ann"), Keep, Press(Command::Stop)]);
    let menu = &person.seen[1];
    assert!(menu.contains("4 questions and 3 figures open; next: A other"), "{menu}");
    let question = &person.seen[2];
    assert!(question.contains("Another?") && question.contains("ready: None"), "{question}");
}

#[test]
fn a_section_is_a_list_of_its_questions_with_their_answers() {
    let mut record = memory(
        "answers.a-heavy.level = 'absent'\nanswers.a-light = { level = 'assured', evidence = [{ ref = 'E' }] }",
    );
    let (person, _) = from_menu(&mut record, [Type("Ann"), Pick("1. Section A"), Keep, Press(Command::Stop)]);
    let list = &person.seen[2];
    for words in [
        "A heavy (essential)\", text: \"absent, a gap, no evidence\"",
        "\"A light\", text: \"assured\"",
        "\"A other\", text: \"open\"",
    ] {
        assert!(list.contains(words), "{words}: {list}");
    }
    // The first open one is ready.
    assert!(person.seen[3].contains("Another?"), "{}", person.seen[3]);
}

#[test]
fn finishing_shows_first_what_is_open_and_then_the_score_the_worst_gaps_and_the_next_command() {
    let answers = "answers.a-heavy.level = 'developing'\nanswers.b-high.level = 'absent'";
    let mut record = memory(answers);
    let replies = [
        Type("Ann"),
        Pick("See the result"),
        Keep,
        Press(Command::Menu),
        Pick("See the result"),
        Pick("See the result"),
    ];
    let (person, end) = from_menu(&mut record, replies);
    assert_eq!(end, End::Finished);
    for words in [
        "Still open: 4 questions and 3 figures",
        "Section A: 2 open",
        "2 of 6 questions answered, 4 open; 0 of 3 figures given, 3 open",
        "A heavy: developing, target in place (essential)",
        "healthcheck report a.toml",
    ] {
        assert!(person.saw(words), "{words}: {:?}", person.seen.last());
    }
}

#[test]
fn under_only_open_the_menu_is_there_and_the_end_is_the_result() {
    let mut record = memory("");
    let mut person = Scripted::new([Type("Ann"), Press(Command::Menu), Pick("Save and stop")]);
    assert_eq!(held(&mut person, &mut record, Walk::Open), Ok(End::Stopped));
    assert!(person.replies.is_empty());
    let all = "answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'absent'\nanswers.a-other.level = 'absent'\n\
               answers.b-plain.level = 'absent'\nanswers.b-high.level = 'absent'\nanswers.c-all.count = 1\n\
               answers.c-some.count = 1\nanswers.c-change.count = 1";
    let mut record = memory(all);
    let mut person = Scripted::new([Type("Ann"), Pick("assured"), Keep]);
    assert_eq!(held(&mut person, &mut record, Walk::Open), Ok(End::Finished));
    assert!(person.saw("healthcheck report a.toml --summary"));
}

#[test]
fn a_question_is_found_by_its_words_or_by_what_it_wants() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.b-plain.level = 'unknown'");
    let replies = [
        Type("Ann"),
        Pick("Find a question"),
        Pick("By a part"),
        Type("nothing like it"),
        Pick("By a part"),
        Type("HIGH target"), // of its words, in any case
        Pick("B high"),
        Press(Command::Find),
        Pick("Don't know"),
        Pick("B plain"),
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.saw("there is no such question"));
    let shown: Vec<&str> = ["Open", "Don't know", "No evidence", "Essential", "Gaps", "All"]
        .into_iter()
        .zip([
            "4 questions and 3 figures",
            "1 question",
            "1 question",
            "2 questions",
            "2 questions",
            "6 questions and 3 figures",
        ])
        .filter(|(filter, number)| person.saw(&format!("label: \"{filter}\", text: \"{number}\"")))
        .map(|(filter, _)| filter)
        .collect();
    assert_eq!(shown.len(), 6, "{shown:?} {:?}", person.seen[2]);
    let last = person.seen.last().unwrap();
    assert!(last.contains("Plain?"), "{last}");
}

#[test]
fn whose_it_is_and_who_answers_can_be_corrected() {
    let mut record = memory("");
    let replies = [
        Type("Ann"),
        Pick("Correct force"),
        Pick("Force"),
        Type("Kent Police"),
        Pick("Protective marking"),
        Type("OFFICIAL"),
        Pick("Who is answering"),
        Type("Ben"),
        Back,
        Pick("Go on"),
        Pick("absent"),
        Press(Command::Stop),
    ];
    from_menu(&mut record, replies);
    assert_eq!(
        (record.assessment.force.as_str(), record.assessment.marking.as_deref()),
        ("Kent Police", Some("OFFICIAL"))
    );
    assert_eq!(record.answer("a-heavy").unwrap().by.as_deref(), Some("Ben"));
}

#[test]
fn how_far_one_is_and_how_long_it_takes_is_told_at_every_question() {
    let mut record = memory("");
    let replies = [
        Type("Ann"),
        Pick("Go on"),
        Pick("assured"),
        Pick("assured"),
        Pick("assured"),
        Keep,
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    // Nine in all; a minute each by the clock of this test, which is the usual pace.
    assert!(person.saw("\"0 of 9 answered, about 9 minutes left\""), "{:?}", person.seen);
    assert!(person.saw("progress: \"0 of 9, about 9 min left\""), "{:?}", person.seen);
    assert!(person.saw("progress: \"3 of 9, about 6 min left\""), "{:?}", person.seen);
    assert!(person.saw("Target: in place. Essential: a gap here comes first in every report."));
}

#[test]
fn an_answer_that_is_refused_is_asked_again_and_one_that_cannot_be_saved_is_shown() {
    let mut record = memory("");
    record.failing = Some(NotKept::Refused("too many".to_owned()));
    let replies = [Type("Ann"), Pick("Go on"), Pick("absent"), Pick("assured"), Press(Command::Stop)];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.saw("Not accepted: too many"));
    assert_eq!(record.value("a-heavy"), Some(Value::from(Level::Assured)));

    let mut person = Scripted::new([Type("Ann"), Pick("Go on"), Pick("absent")]);
    let mut record = memory("");
    record.failing = Some(NotKept::Failed("the disk is full".to_owned()));
    let unsaved = held(&mut person, &mut record, Walk::Menu).unwrap_err();
    assert_eq!(unsaved.to_string(), "the disk is full\nNot saved: a-heavy=absent\n  by: Ann");
}

#[test]
fn a_reason_belongs_to_not_applicable_alone() {
    let mut record = memory("answers.a-heavy = { level = 'not-applicable', note = 'we have none' }");
    let replies = [
        Type("Ann"),
        Pick("1. Section A"),
        Pick("A heavy"),
        Pick("assured"),
        Say(true),
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.saw("not applicable → assured; the note goes. Change it?"));
    assert_eq!(record.answer("a-heavy").unwrap().note, None);
}

#[test]
fn going_back_while_going_on_leads_to_the_question_before_answered_or_not() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'absent'");
    let replies = [
        Type("Ann"),
        Pick("Go on"),        // a-other, the first open one
        Press(Command::Back), // a-light, answered
        Pick("assured"),
        Say(true),
        Pick("in place"), // a-other again
        Keep,             // the end of the section
        Press(Command::Stop),
    ];
    from_menu(&mut record, replies);
    assert_eq!(record.value("a-light"), Some(Value::from(Level::Assured)));
    assert_eq!(record.value("a-other"), Some(Value::from(Level::InPlace)));
}

const CARRIED: &str = "[carried]\n\
    a-heavy = { from = 2025-11-03, level = 'in-place', note = 'N', evidence = [{ ref = 'Audit 2', dated = 2025-09-30 }], by = 'A', on = 2025-11-04 }\n\
    a-light = { from = 2025-11-03, level = 'developing' }\n\
    a-other = { from = 2025-11-03, level = 'assured' }\n";

#[test]
fn last_time_is_shown_confirmed_changed_or_left() {
    let mut person = Scripted::new([
        Type("Ben"),
        Press(Command::Confirm), // a-heavy as it was
        Pick("assured"),         // a-light, changed
        Press(Command::Skip),    // a-other is left
        Keep,                    // the end of the section
        Press(Command::Stop),
    ]);
    let mut record = memory(CARRIED);
    held(&mut person, &mut record, Walk::Open).unwrap();
    let confirmed = record.answer("a-heavy").unwrap();
    assert_eq!((confirmed.value, confirmed.note.as_deref()), (Value::from(Level::InPlace), Some("N")));
    assert_eq!((confirmed.by.as_deref(), confirmed.on), (Some("Ben"), Some(today())));
    assert_eq!(record.value("a-light"), Some(Value::from(Level::Assured)));
    assert_eq!(record.value("a-other"), None);
    assert!(person.saw("Last time (3 November 2025): in place") && person.saw("Last time's note: N"));
}

#[test]
fn the_level_of_last_time_takes_along_what_was_said_beside_it_if_the_person_says_so() {
    for (picks, note) in [("Carry that forward", Some("N")), ("Answer without it", None)] {
        let mut record = memory(CARRIED);
        // Whoever goes back is back at the question.
        let replies = [
            Type("Ben"),
            Pick("Go on"),
            Pick("in place"),
            Back,
            Pick("in place"),
            Pick(picks),
            Press(Command::Stop),
        ];
        let (person, _) = from_menu(&mut record, replies);
        assert!(person.saw("Last time it was in place too, with the note and 1 piece of evidence"));
        let behind = "Not carried forward from last time: the note and 1 piece of evidence.";
        assert_eq!(person.saw(behind), note.is_none());
        let answer = record.answer("a-heavy").unwrap();
        assert_eq!((answer.value, answer.note.as_deref()), (Value::from(Level::InPlace), note));
        assert_eq!((answer.by.as_deref(), answer.on), (Some("Ben"), Some(today())));
    }
}

#[test]
fn what_a_section_lacks_can_be_given_at_any_time() {
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'in-place'");
    let replies = [
        Type("Ann"),
        Pick("1. Section A"),
        Pick("Give what is still missing"),
        Pick("Plan 1 action"),
        Type("Write it down"),
        Type("Bob"),
        Type("31/3/27"),
        Pick("Go on"),
        Pick("Give what is still missing"),
        Back,
        Back,
        Pick("Save and stop"),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(person.saw("text: \"evidence for 2, 1 action\"") && person.saw("text: \"evidence for 2\""));
    assert_eq!(record.assessment.actions.len(), 1);
}

#[test]
fn a_figure_below_zero_may_be_typed_with_any_minus() {
    let mut record = memory("");
    let replies =
        [Type("Ann"), Pick("3. Section C"), Pick("C change"), Number("–2"), Back, Press(Command::Stop)];
    let (person, _) = from_menu(&mut record, replies);
    assert_eq!(record.value("c-change"), Some(Value::Count(-2)));
    assert!(person.saw("posts (-2 means 2 fewer)"));
}

#[test]
fn last_times_answers_of_a_section_are_confirmed_from_one_list() {
    let mut record = memory(CARRIED);
    let replies = [
        Type("Ben"),
        Pick("1. Section A"),
        Pick("Confirm last time's answers from a list, 3 answers"),
        Tick(&["A heavy", "A other"]),
        Pick("A light"),
        Press(Command::LastTime), // from the question, too; nothing is ticked
        Back,
        Press(Command::Undo), // all that was confirmed together
        Press(Command::Stop),
    ];
    let (person, _) = from_menu(&mut record, replies);
    assert!(
        person.saw("\"A heavy\", text: \"in place, 4 November 2025; Audit 2 (dated 30 September 2025)\""),
        "{:#?}",
        person.seen
    );
    assert!(person.saw("\"A light\", text: \"developing, 3 November 2025; no evidence\""));
    assert!(
        person.saw("Saved: 2 answers confirmed. u undoes it.")
            && person.saw("Undone: 2 questions are open again.")
    );
    assert!(record.assessment.answers.is_empty());
    let replies = [Type("Ben"), Pick("1. Section A"), Keep, Tick(&["A heavy"]), Back, Pick("Save and stop")];
    from_menu(&mut record, replies);
    assert_eq!(record.answer("a-heavy").unwrap().by.as_deref(), Some("Ben"));
    assert_eq!(record.assessment.answers.len(), 1);
}

#[test]
fn what_is_unfinished_is_offered_first_and_a_name_that_is_not_there_is_asked_about() {
    let unfinished = Found::of("kent.toml", &small_with("answers.a-heavy.level = 'absent'")).unwrap();
    assert_eq!(unfinished.words, "5 questions and 3 figures open; Test Police, begun 2 November 2026");
    let carried = "[carried.a-heavy]\nfrom = 2025-11-03\nlevel = 'absent'\n";
    let renewed = Found::of("kent.toml", &small_with(carried)).unwrap();
    let words = "6 questions and 3 figures open, 1 answer of last time to be confirmed; Test Police, begun 2 November 2026";
    assert_eq!(renewed.words, words);
    assert_eq!(Found::of("essex.toml", &small_findings("answers.a-heavy.level = 'absent'")), None);
    let found = [unfinished];
    assert_eq!(where_to_start(&mut Scripted::new([Back, Keep]), &found), Ok(Start::Continue(&found[0])));
    assert_eq!(where_to_start(&mut Scripted::new([Pick("Start a new")]), &found), Ok(Start::New));
    assert_eq!(where_to_start(&mut Scripted::new([]), &[]), Ok(Start::New));

    let mut person = Scripted::new([Say(false)]);
    assert_eq!(file_is_missing(&mut person, "knet.toml", Some("kent.toml")), Ok(false));
    let asked =
        "There is no file knet.toml here. Did you mean kent.toml? Start a new healthcheck in knet.toml?";
    assert!(person.saw(asked), "{:?}", person.seen);

    let mut person = Scripted::new([Type("Kent Police"), Back, Keep, Type("OFFICIAL")]);
    let begun = begin(&mut person).unwrap();
    assert_eq!((begun.force.as_str(), begun.marking.as_deref()), ("Kent Police", Some("OFFICIAL")));
}
