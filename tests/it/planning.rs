//! What about the action plan is pointed out.

use integrity_healthcheck::assessment::{Due, Standing};
use integrity_healthcheck::checklist::Level;
use integrity_healthcheck::checklist::LevelNames;
use integrity_healthcheck::judge::plan::plan_points;
use integrity_healthcheck::words;

use crate::support::{Folder, SMALL, SOURCE, assert_begins, assert_has, header, small_with, today};

/// What is pointed out of an assessment of the small checklist.
fn pointed_out(text: &str) -> Vec<String> {
    plan_points(&small_with(text), today())
        .iter()
        .map(|point| words::plan_point(point, &LevelNames::STANDARD))
        .collect()
}

/// An action on a question of the small checklist.
fn action(question: &str, status: &str, level_then: Option<&str>) -> String {
    let level_then = level_then.map(|level| format!("level-then = '{level}'\n")).unwrap_or_default();
    format!(
        "[[actions]]\nid = 'A1'\nquestion = '{question}'\n{level_then}action = 'Do it'\nowner = 'Bob'\n\
         no-due = 'Waits'\nstatus = '{status}'\n"
    )
}

#[test]
fn what_is_done_is_held_against_the_level_at_which_it_was_opened() {
    // The target of b-high is assured: no level below it is met. (level then, level now, what is said)
    let not_risen = |then, now| {
        vec![format!("Done, but the level has not risen: A1: Do it ({then} when it was opened, {now} now)")]
    };
    let not_known = vec!["Done, but nobody can say what the level is now: A1: Do it".to_owned()];
    let cases = [
        (Some("absent"), "absent", not_risen("absent", "absent")),
        (Some("in-place"), "developing", not_risen("in place", "developing")),
        (Some("absent"), "developing", Vec::new()),
        (Some("unknown"), "absent", Vec::new()), // it is established
        (Some("unknown"), "unknown", not_known.clone()),
        (Some("absent"), "unknown", not_known),
        (Some("assured"), "assured", Vec::new()), // the target is met
        (None, "absent", Vec::new()),             // nobody noted the level then
    ];
    for (then, now, said) in cases {
        let text = format!("answers.b-high.level = '{now}'\n{}", action("b-high", "done", then));
        assert_eq!(pointed_out(&text), said, "{then:?} {now}");
    }
}

#[test]
fn an_action_that_worked_last_year_is_not_blamed_this_year() {
    // It was opened at absent and done; the level rose to in place last year, and is confirmed this year.
    let year = |then: &str| {
        format!(
            "answers.b-high.level = 'in-place'\n[carried.b-high]\nfrom = 2025-11-03\nlevel = 'in-place'\n\
             done = [{{ id = 'A1', action = 'Do it', level-then = '{then}' }}]"
        )
    };
    assert_eq!(pointed_out(&year("absent")), Vec::<String>::new());
    // Had it been opened at in place, nothing would have come of it.
    let said = "Done, but the level has not risen: A1: Do it (in place when it was opened, in place now)";
    assert_eq!(pointed_out(&year("in-place")), [said]);
}

#[test]
fn an_open_action_on_a_target_that_is_met_is_pointed_out() {
    let met = format!("answers.a-light.level = 'in-place'\n{}", action("a-light", "planned", None));
    assert_eq!(pointed_out(&met), ["Still open, though the target is met: A1, Do it (Bob)"]);
    let below = format!("answers.a-light.level = 'developing'\n{}", action("a-light", "planned", None));
    assert_eq!(pointed_out(&below), Vec::<String>::new());
}

#[test]
fn a_rise_without_an_action_is_pointed_out_and_what_was_unknown_did_not_rise() {
    let year = |then: &str| {
        format!(
            "answers.a-light.level = 'in-place'\ncarried.a-light = {{ from = 2025-11-03, level = '{then}' }}"
        )
    };
    assert_eq!(pointed_out(&year("developing")), ["Risen without an action: A light [a-light]"]);
    assert_eq!(pointed_out(&year("unknown")), Vec::<String>::new());
    assert_eq!(pointed_out(&year("in-place")), Vec::<String>::new());
}

#[test]
fn an_action_keeps_the_level_of_its_day() {
    let opened = |answer: &str| {
        let assessment = small_with(answer);
        let question = assessment.checklist.question("a-light").unwrap();
        assessment.new_action(question, "Do it".into(), "Bob".into(), Due::Never("Waits".into())).level_then
    };
    let developing = Some(Standing::Level(Level::Developing.into()));
    assert_eq!(opened("answers.a-light.level = 'developing'"), developing);
    assert_eq!(opened("answers.a-light.level = 'unknown'"), Some(Standing::Unknown));
    assert_eq!(opened("answers.a-light = { level = 'not-applicable', note = 'None' }"), None);
    assert_eq!(opened(""), None);
}

#[test]
fn an_action_where_there_is_no_gap_is_taken_and_that_is_said() {
    let answers = "answers.a-light.level = 'in-place'\nanswers.a-other.level = 'absent'\n\
                   answers.b-plain = { level = 'not-applicable', note = 'None' }\n";
    let folder =
        Folder::with("small.toml", SMALL).and("a.toml", format!("{}{answers}", header("small.toml", "1")));
    let cases = [
        ("a-light", "Note: a-light has no gap: it is in place, and its target is in place.\nAdded A1"),
        ("b-plain", "Note: b-plain has no gap: it is not applicable.\nAdded A2"),
        ("b-high", "Note: b-high has no gap: it is not answered yet.\nAdded A3"),
        ("c-all", "Note: c-all has no gap: it asks for a count, which has no target.\nAdded A4"),
        ("a-other", "Added A5"),
    ];
    for (question, said) in cases {
        let add = format!("plan add a.toml {question} --action Do --owner Bob --no-due Waits");
        assert_begins(&folder.run(&add).ends_with(0).stderr, said);
    }
    // What is written is read again: the last of them was opened at absent, the third at no level.
    let other = "question = \"a-other\"\nlevel-then = \"absent\"\naction = \"Do\"\n";
    assert_has!(folder.read("a.toml"), other, "question = \"b-high\"\naction = \"Do\"\n");
}

#[test]
fn why_an_action_had_no_day_or_was_given_up_is_kept_when_it_is_taken_up() {
    let folder = Folder::with("small.toml", SMALL).and("a.toml", header("small.toml", "1"));
    folder.run("plan add a.toml b-high --action Do --owner Bob --no-due Waits").ends_with(0);
    folder.run("plan update a.toml A1 --status not-to-be-done --reason 'Too dear'").ends_with(0);
    folder.run("plan update a.toml A1 --status under-way --due 2027-01-31").ends_with(0);
    let text = folder.read("a.toml");
    assert_has!(
        text,
        "due = 2027-01-31\nstatus = \"under way\"",
        "Until now not to be done: Too dear",
        "Until now without a due date: Waits"
    );
}

#[test]
fn published_findings_have_no_plan() {
    let findings = format!("{}{SOURCE}", header("small.toml", "1"));
    let folder = Folder::with("small.toml", SMALL).and("a.toml", findings);
    let add = "plan add a.toml b-high --action Do --owner Bob --no-due Waits";
    folder.refuses(add, "this is what HMIC published, and has no plan");
}

#[test]
fn a_level_at_which_nothing_can_be_opened_is_shown_at_its_place() {
    let text =
        format!("{}{}", header("small.toml", "1"), action("a-light", "planned", Some("not-applicable")));
    let folder = Folder::with("small.toml", SMALL).and("a.toml", text);
    let ran = folder.run("check a.toml").ends_with(1);
    // Six lines of the header, then [[actions]], id, question, and this on line 10.
    assert_has!(ran.stdout, "a.toml:10:14", "not a level at which an action can have been opened");
}
