//! The interview through its trait, and by plain lines.

use std::collections::VecDeque;

use chrono::NaiveDate;
use integrity_healthcheck::assessment::{Action, Answer, Assessment, Due, Standing, Value};
use integrity_healthcheck::checklist::{Level, Question};
use integrity_healthcheck::document::Block;
use integrity_healthcheck::interview::{
    Choice, Command, End, Gone, NotKept, Person, Record, Screen, Walk, interview,
};

use crate::support::{Folder, shipped_header, small_with, today};

/// What the person does next.
enum Reply {
    /// Chooses the option of this label.
    Pick(&'static str),
    /// Types a number.
    Number(&'static str),
    /// Gives a command.
    Press(Command),
    /// Types a line.
    Type(&'static str),
}
use Reply::{Number, Pick, Press, Type};

/// Somebody who does what they are told, remembers what they saw, and leaves when there is nothing more to do.
struct Scripted {
    replies: VecDeque<Reply>,
    seen: Vec<String>,
}

impl Scripted {
    fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self { replies: replies.into_iter().collect(), seen: Vec::new() }
    }

    fn saw(&self, words: &str) -> bool {
        self.seen.iter().any(|seen| seen.contains(words))
    }
}

impl Person for Scripted {
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Gone> {
        self.seen.push(format!("{blocks:?}"));
        Ok(())
    }

    fn choose(&mut self, screen: &Screen) -> Result<Choice, Gone> {
        self.seen.push(format!("{screen:?}"));
        for command in &screen.commands {
            assert_eq!(screen.command(command.key()), Some(*command), "one key, two commands: {screen:?}");
        }
        match self.replies.pop_front() {
            Some(Pick(label)) => {
                let option = screen.options.iter().find(|option| option.label == label);
                let option = option.unwrap_or_else(|| panic!("no option {label} on {screen:?}"));
                Ok(option.choice.clone())
            }
            Some(Press(command)) => {
                assert!(screen.commands.contains(&command), "no {command:?} on {screen:?}");
                Ok(Choice::Command(command))
            }
            Some(Number(typed)) => {
                assert!(screen.number_of.is_some(), "no number at {screen:?}");
                Ok(Choice::Number(typed.to_owned()))
            }
            Some(Type(text)) => panic!("{text} is to be typed at {screen:?}"),
            None => Err(Gone),
        }
    }

    fn type_in(&mut self, prompt: &str) -> Result<String, Gone> {
        self.seen.push(prompt.to_owned());
        match self.replies.pop_front() {
            Some(Type(text)) => Ok(text.to_owned()),
            Some(_) => panic!("something is to be chosen at {prompt}"),
            None => Err(Gone),
        }
    }
}

/// Keeps answers in memory, or fails to.
struct Memory {
    assessment: Assessment,
    failing: Option<NotKept>,
}

impl Record for Memory {
    fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    fn keep(&mut self, question: &Question, answer: Option<Answer>) -> Result<(), NotKept> {
        if let Some(failure) = self.failing.take() {
            return Err(failure);
        }
        match answer {
            Some(answer) => self.assessment.answers.insert(question.id.clone(), answer),
            None => self.assessment.answers.remove(&question.id),
        };
        Ok(())
    }

    fn add_action(&mut self, action: Action) -> Result<(), NotKept> {
        self.assessment.last_action = action.id.0;
        self.assessment.actions.push(action);
        Ok(())
    }
}

fn memory(answers: &str) -> Memory {
    Memory { assessment: small_with(answers), failing: None }
}

impl Memory {
    fn answer(&self, id: &str) -> Option<&Answer> {
        self.assessment.answer(&self.assessment.checklist.question(id)?.id)
    }

    fn value(&self, id: &str) -> Option<Value> {
        self.answer(id).map(|answer| answer.value)
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn an_answer_is_kept_with_note_evidence_person_and_day() {
    let mut person = Scripted::new([
        Type(""), // a name is asked for until there is one
        Type("A. Assessor"),
        Pick("Continue"),
        Pick("in place"),
        Type("One since May."),
        Type("Audit 3"),
        Type("30/9/2026"),
        Type("Audit 4"),
        Type("the other day"), // not a day
        Type("2027-01-01"),    // in the future
        Type(""),
        Type(""),
    ]);
    let mut record = memory("");
    assert_eq!(interview(&mut person, &mut record, "a.toml", Walk::Menu, today()), Ok(End::Stopped));
    let answer = record.answer("a-heavy").unwrap();
    assert_eq!(answer.value, Value::from(Level::InPlace));
    assert_eq!(answer.note.as_deref(), Some("One since May."));
    let evidence: Vec<_> =
        answer.evidence.iter().map(|piece| (piece.reference.as_str(), piece.dated)).collect();
    assert_eq!(evidence, [("Audit 3", Some(day("2026-09-30"))), ("Audit 4", None)]);
    assert_eq!((answer.by.as_deref(), answer.on), (Some("A. Assessor"), Some(today())));
    assert!(person.saw("That is not a date") && person.saw("is in the future"));
}

#[test]
fn back_skip_menu_help_and_stop_are_there_at_every_question() {
    let mut person = Scripted::new([
        Type("A"),
        Pick("Section A"),
        Press(Command::Skip), // past a-heavy
        Pick("absent"),       // a-light
        Type(""),
        Type(""),
        Type(""),             // no action
        Press(Command::Back), // from a-other back to a-light
        Pick("assured"),
        Type(""),
        Type(""),
        Press(Command::Help), // help on a-other
        Press(Command::Menu),
        Pick("Section D, which weighs two"),
        Press(Command::Back), // back from the first leads to the menu
        Press(Command::Stop),
    ]);
    let mut record = memory("");
    assert_eq!(interview(&mut person, &mut record, "a.toml", Walk::Menu, today()), Ok(End::Stopped));
    assert!(person.replies.is_empty());
    assert_eq!(record.value("a-heavy"), None);
    assert_eq!(record.value("a-light"), Some(Value::from(Level::Assured)));
    assert_eq!(record.assessment.answers.len(), 1);
}

#[test]
fn not_applicable_asks_the_reason_and_without_one_nothing_is_answered() {
    let mut person = Scripted::new([
        Type("A"),
        Pick("Continue"),
        Press(Command::NotApplicable),
        Type(""), // no reason: back at the question
        Press(Command::DontKnow),
        Type(""), // a note, but no evidence for what nobody knows
        Type(""), // no action
        Press(Command::NotApplicable),
        Type("The force has none."),
        Press(Command::Stop),
    ]);
    let mut record = memory("");
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    assert_eq!(record.value("a-heavy"), Some(Value::Unknown));
    assert_eq!(record.value("a-light"), Some(Value::NotApplicable));
    assert_eq!(record.answer("a-light").unwrap().note.as_deref(), Some("The force has none."));
}

#[test]
fn a_count_takes_a_number_and_its_period() {
    let mut person = Scripted::new([
        Type("A"),
        Pick("Section C, counts alone"),
        Number("7x"),
        Number("-1"),
        Number("1,588"),
        Type("1/11/125"),   // no year
        Type("2026-10-31"), // the wrong way round: both are asked again
        Type("2025-11-01"),
        Type("2025-11-01"),
        Type("2026-10-31"),
        Type(""),
        Type(""),
        Press(Command::Stop),
    ]);
    let mut record = memory("");
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    let answer = record.answer("c-all").unwrap();
    assert_eq!(answer.value, Value::Count(1588));
    assert_eq!((answer.from, answer.to), (Some(day("2025-11-01")), Some(day("2026-10-31"))));
    assert!(person.saw("not a whole number") && person.saw("below zero") && person.saw("before the first"));
    assert!(person.saw("That is not a date"));
}

#[test]
fn whoever_only_looks_at_a_period_does_not_sign_it() {
    let mut person = Scripted::new([
        Type("B"),
        Pick("Section C, counts alone"),
        Press(Command::Note),
        Type(""), // the first day
        Type(""), // the last
        Type(""), // the note
        Type(""), // the evidence
        Press(Command::Stop),
    ]);
    let signed =
        "answers.c-all = { count = 5, from = 2025-11-01, to = 2026-10-31, by = 'A', on = 2026-11-01 }";
    let mut record = memory(signed);
    let before = record.answer("c-all").cloned();
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    assert_eq!(record.answer("c-all").cloned(), before);
}

#[test]
fn a_changed_answer_keeps_note_and_evidence_and_is_signed_anew() {
    let mut person = Scripted::new([
        Type("B"),
        Pick("Section A"),
        Pick("assured"),
        Type(""),
        Type(""),
        Press(Command::Back),
        Press(Command::Note),
        Type("-"), // takes the note out
        Type("-"), // and the evidence
        Type(""),
        Press(Command::Stop),
    ]);
    let mut record = memory(
        "answers.a-heavy = { level = 'absent', note = 'N', evidence = [{ ref = 'E' }], by = 'A', on = 2026-11-01 }",
    );
    let before = record.answer("a-heavy").cloned().unwrap();
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    let answer = record.answer("a-heavy").unwrap();
    assert_eq!(answer.value, Value::from(Level::Assured));
    assert_eq!((answer.by.as_deref(), answer.on), (Some("B"), Some(today())));
    assert_eq!((before.note.as_deref(), answer.note.as_deref()), (Some("N"), None));
    assert!(answer.evidence.is_empty());
}

#[test]
fn clearing_takes_an_answer_out() {
    let mut person =
        Scripted::new([Type("A"), Pick("Section A"), Press(Command::Clear), Press(Command::Stop)]);
    let mut record = memory("answers.a-heavy.level = 'absent'");
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    assert_eq!(record.value("a-heavy"), None);
}

#[test]
fn going_on_begins_at_the_first_open_question_and_nothing_is_ready_there() {
    let mut person = Scripted::new([Type("A"), Pick("Continue"), Press(Command::Stop)]);
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'absent'");
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    let menu = &person.seen[1];
    assert!(
        menu.contains("4 questions and 3 figures open; next: A other") && menu.contains("ready: Some(GoOn)"),
        "{menu}"
    );
    let question = &person.seen[2];
    assert!(question.contains("Another?") && question.contains("ready: None"), "{question}");
}

#[test]
fn finishing_shows_what_is_open_the_score_the_worst_gaps_and_the_next_command() {
    let mut person = Scripted::new([Type("A"), Press(Command::Finish)]);
    let mut record = memory("answers.a-heavy.level = 'developing'\nanswers.b-high.level = 'absent'");
    assert_eq!(interview(&mut person, &mut record, "my.toml", Walk::Menu, today()), Ok(End::Finished));
    for words in [
        "4 questions and 3 figures",
        "2 of 6 questions answered, 4 open; 0 of 3 figures given, 3 open",
        "A heavy: developing, target in place (essential)",
        "healthcheck report my.toml",
    ] {
        assert!(person.saw(words), "{words}: {:?}", person.seen.last());
    }
}

#[test]
fn an_answer_that_is_refused_is_asked_again_and_one_that_cannot_be_saved_is_shown() {
    let mut person = Scripted::new([
        Type("A"),
        Pick("Continue"),
        Pick("absent"),
        Pick("assured"),
        Type(""),
        Type(""),
        Press(Command::Stop),
    ]);
    let mut record = memory("");
    record.failing = Some(NotKept::Refused("too many".to_owned()));
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    assert!(person.saw("Not accepted: too many"));
    assert_eq!(record.value("a-heavy"), Some(Value::from(Level::Assured)));

    let mut person = Scripted::new([Type("A"), Pick("Continue"), Pick("absent")]);
    let mut record = memory("");
    record.failing = Some(NotKept::Failed("the disk is full".to_owned()));
    let unsaved = interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap_err();
    assert_eq!(unsaved.to_string(), "the disk is full\nNot saved: a-heavy=absent\n  by: A");
}

#[test]
fn hidden_characters_are_asked_for_again() {
    let mut person = Scripted::new([
        Type("A"),
        Pick("Continue"),
        Pick("absent"),
        Type("turned \u{202E}round"),
        Type("straight"),
        Type(""), // no evidence
        Type(""), // no action
        Press(Command::Stop),
    ]);
    let mut record = memory("");
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    assert!(person.saw("U+202E is not allowed"));
    assert_eq!(record.answer("a-heavy").unwrap().note.as_deref(), Some("straight"));
}

#[test]
fn plain_lines_start_answer_stop_and_go_on() {
    let folder = Folder::new();
    let first = "Essex Police\n\n\n\nA. Assessor\n1\n2\nOne since May.\nPolicy v3\n2026-05-01\n\nq\n";
    let ran = folder.run_with_input(&["assess", "--plain"], first).ends_with(0);
    assert_eq!(folder.names(), ["essex-police-2026-11-22.toml"]);
    // The whole path is shown, not the name alone; it may be wrapped.
    let flat: String = ran.stdout.split_whitespace().collect();
    let place = folder.root().file_name().unwrap().to_str().unwrap();
    assert!(
        flat.contains(&format!("{place}{}essex-police-2026-11-22.toml", std::path::MAIN_SEPARATOR)),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("name no person under investigation"), "{}", ran.stdout);
    // What is typed for a level is the number that reports print for it.
    assert!(
        ran.stdout.contains("\n2. in place: ") && ran.stdout.contains("A number from 0 to 3,"),
        "{}",
        ran.stdout
    );
    assert!(ran.stderr.contains("healthcheck assess essex-police-2026-11-22.toml"), "{}", ran.stderr);
    let text = folder.read("essex-police-2026-11-22.toml");
    let expected = "[answers.media-policy]\nlevel = \"in-place\"\nnote = \"One since May.\"\n\
                    evidence = [{ ref = \"Policy v3\", dated = 2026-05-01 }]\nby = \"A. Assessor\"\non = 2026-11-22\n";
    assert!(text.ends_with(expected), "{text}");
    // The input closes in the middle of the next answer: what was answered is kept.
    folder
        .run_with_input(&["assess", "essex-police-2026-11-22.toml", "--plain"], "B\n1\nhm\n4\n1\n")
        .ends_with(0);
    let text = folder.read("essex-police-2026-11-22.toml");
    assert!(text.contains("[answers.media-policy-national-guidance]\nlevel = \"developing\""), "{text}");
}

#[test]
fn another_checklist_is_assessed_by_its_path_and_an_assessment_keeps_its_own() {
    let folder = Folder::with("small.toml", crate::support::SMALL);
    let assess = ["assess", "a.toml", "--plain", "--checklist", "small.toml"];
    let ran = folder.run_with_input(&assess, "Essex Police\n\n\nA. Assessor\n1\n2\n\n\nq\n").ends_with(0);
    assert!(ran.stdout.contains("A heavy"), "{}", ran.stdout);
    let text = folder.read("a.toml");
    assert!(text.contains("checklist = \"small.toml\"") && text.contains("[answers.a-heavy]"), "{text}");
    let again = folder.run_with_input(&assess, "").ends_with(2);
    assert!(again.stderr.contains("--checklist is for a new assessment"), "{}", again.stderr);
    let unknown =
        folder.run_with_input(&["assess", "b.toml", "--plain", "--checklist", "nobodys"], "").ends_with(2);
    assert!(unknown.stderr.contains("neither built in nor"), "{}", unknown.stderr);
    assert_eq!(folder.names(), ["a.toml", "small.toml"]);
}

#[test]
fn without_a_terminal_it_refuses_in_one_sentence_and_creates_nothing() {
    let folder = Folder::new();
    let ran = folder.run(&["assess"]).ends_with(2);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("--plain") && ran.stderr.contains("healthcheck new"), "{}", ran.stderr);
    folder.run(&["assess", "a.toml"]).ends_with(2);
    assert!(folder.names().is_empty());
}

#[test]
fn an_input_that_closes_before_there_is_a_file_creates_nothing() {
    let folder = Folder::new();
    let ran = folder.run_with_input(&["assess", "--plain"], "Essex Police\n").ends_with(0);
    assert!(ran.stderr.contains("Nothing was started"), "{}", ran.stderr);
    assert!(folder.names().is_empty());
}

#[test]
fn what_is_wrong_with_a_file_is_said_before_the_conversation() {
    let folder = Folder::with("a.toml", format!("{}[answers.nothing]\nlevel = 'absent'\n", shipped_header()));
    let ran = folder.run_with_input(&["assess", "a.toml", "--plain"], "A\n").ends_with(2);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.starts_with("a.toml:7:10:"), "{}", ran.stderr);
}

#[test]
fn a_reason_belongs_to_not_applicable_alone() {
    let mut person = Scripted::new([
        Type("A"),
        Pick("Section A"),
        Press(Command::NotApplicable),
        Type(""),
        Pick("assured"),
        Type(""),
        Type(""),
        Press(Command::Stop),
    ]);
    let mut record = memory("answers.a-heavy = { level = 'in-place', note = 'audited monthly' }");
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    // The note on another answer was no reason: with none typed the question came back, and the answer stayed.
    assert_eq!(record.answer("a-heavy").unwrap().note.as_deref(), Some("audited monthly"));
    let mut person = Scripted::new([
        Type("A"),
        Pick("Section A"),
        Pick("assured"),
        Type(""),
        Type(""),
        Press(Command::Stop),
    ]);
    let mut record = memory("answers.a-heavy = { level = 'not-applicable', note = 'we have none' }");
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    assert_eq!(record.answer("a-heavy").unwrap().note, None);
}

#[test]
fn going_back_while_going_on_leads_to_the_question_before_answered_or_not() {
    let mut person = Scripted::new([
        Type("A"),
        Pick("Continue"),     // a-other, the first open one
        Press(Command::Back), // a-light, answered
        Pick("assured"),
        Type(""),
        Type(""),
        Pick("in place"), // a-other again
        Type(""),
        Type(""),
        Press(Command::Stop),
    ]);
    let mut record = memory("answers.a-heavy.level = 'absent'\nanswers.a-light.level = 'absent'");
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    assert_eq!(record.value("a-light"), Some(Value::from(Level::Assured)));
    assert_eq!(record.value("a-other"), Some(Value::from(Level::InPlace)));
}

#[test]
fn a_line_that_is_not_text_is_asked_for_again() {
    use std::io::Write;
    let folder = Folder::with("a.toml", shipped_header());
    let mut command = folder.command(&["assess", "a.toml", "--plain"]);
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"Me\n1\n2\nCost \xa3500\nCost 500 pounds\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("Not accepted: the line is not text"));
    assert!(folder.read("a.toml").contains("note = \"Cost 500 pounds\""), "{}", folder.read("a.toml"));
}

#[test]
fn last_time_is_shown_confirmed_changed_or_left() {
    let mut person = Scripted::new([
        Type("B"),
        Press(Command::Confirm), // a-heavy as it was
        Pick("assured"),         // a-light, changed
        Type(""),
        Type(""),
        Press(Command::Skip), // a-other is left
        Press(Command::Stop),
    ]);
    let mut record = memory(
        "[carried]\n\
         a-heavy = { from = 2025-11-03, level = 'in-place', note = 'N', by = 'A', on = 2025-11-04 }\n\
         a-light = { from = 2025-11-03, level = 'developing' }\n\
         a-other = { from = 2025-11-03, level = 'assured' }\n",
    );
    interview(&mut person, &mut record, "a.toml", Walk::Open, today()).unwrap();
    let confirmed = record.answer("a-heavy").unwrap();
    assert_eq!((confirmed.value, confirmed.note.as_deref()), (Value::from(Level::InPlace), Some("N")));
    assert_eq!((confirmed.by.as_deref(), confirmed.on), (Some("B"), Some(today())));
    assert_eq!(record.value("a-light"), Some(Value::from(Level::Assured)));
    assert_eq!(record.value("a-other"), None);
    assert!(person.saw("Last time (3 November 2025): in place"));
}

#[test]
fn an_action_is_offered_after_a_gap_and_numbered_on() {
    let mut person = Scripted::new([
        Type("A"),
        Pick("Continue"),
        Pick("absent"),
        Type(""),
        Type(""),
        Type("Write it down"),
        Type("Bob"),
        Type("soon"), // not a day
        Type(""),
        Type("It hangs on the merger"),
        Pick("assured"), // no gap, no offer
        Type(""),
        Type(""),
        Press(Command::Stop),
    ]);
    let mut record = memory("");
    record.assessment.last_action = 6;
    interview(&mut person, &mut record, "a.toml", Walk::Menu, today()).unwrap();
    let action = &record.assessment.actions[0];
    assert_eq!(
        (action.id.to_string().as_str(), action.action.as_str(), action.owner.as_str()),
        ("A7", "Write it down", "Bob")
    );
    assert_eq!(action.due, Due::Never("It hangs on the merger".to_owned()));
    assert_eq!(action.level_then.and_then(Standing::word).as_deref(), Some("absent"));
    assert!(person.replies.is_empty());
}
