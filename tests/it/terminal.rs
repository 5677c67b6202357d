//! The real interview in a pseudo-terminal, in the usual window and in the least that many people have.

use crate::session::{CTRL_C, CTRL_S, DOWN, ESC, SIZES, Session, UP};
use crate::support::{Folder, assert_has, assert_lacks, flat};

/// Begins `a.toml` and answers the first question, with what is said beside it.
#[track_caller]
fn answer_first(folder: &Folder, answer: &str, beside: &[&str]) {
    folder.run("new a.toml --force 'Essex Police'").ends_with(0);
    let given = format!("media-policy={answer}");
    folder.run(&[&["answer", "a.toml", &given], beside].concat()).ends_with(0);
}

/// Does it in each of the windows.
fn in_each_window(each: impl Fn(Folder, (u16, u16))) {
    for window in SIZES {
        each(Folder::new(), window);
    }
}

#[test]
fn start_answer_back_stop_and_go_on_to_the_result() {
    in_each_window(|folder, window| {
        let mut session = Session::start_in(folder.root(), &["assess"], window, &[]);
        session.answers("Which force is this?", "Essex Police").answers("Protective marking", "");
        // What cannot be a name is asked again, and an ending is put in.
        session.at("Its name (Enter takes it as it stands", "\u{15}C:k.toml\r");
        session.sees("Windows allows no : in the name of a file").at("> C:k.toml", "\u{15}Essex 2026\r");
        session.at("Essex 2026.toml. Is that right? [y/N]", "n").sees_no("Is that right?");
        session.at("> Essex 2026", "\u{15}essex-police-2026-11-22.toml\r");
        session.answers("Who is answering?", "A. Assessor");
        session.sees("> Go on: 77 questions and 6 figures open").keys("\r");
        session.sees("Relationships with the media and others, 1 of 14");
        session.keys("\r"); // nothing is ready, so an Enter too many answers nothing
        session.keys("n").at("n: Answer this question first.", "2").at("2 of 14", "b");
        session.at("> 2 in place", DOWN).at("> 3 assured", "\r");
        session.at("in place → assured. Change it? [y/N]", "y");
        session.at("Saved: “Media policy” is assured.", "q");
        session.sees("healthcheck assess essex-police-2026-11-22.toml").ends();

        // Without a name what is unfinished is offered first, and who answered last is ready.
        let mut session = Session::start_in(folder.root(), &["assess"], window, &[]);
        session.at("> essex-police-2026-11-22", "\r").sees("> A. Assessor").keys("\r");
        session.at("1 of 83 answered", UP); // round to the last, save and stop
        session.at("> Save and stop", UP).at("> See the result", "\r");
        session.at("Still open: 76 questions and 6 figures", DOWN);
        session.at("> See the result as it stands", "\r");
        session.sees("healthcheck report essex-police-2026-11-22.toml --summary").ends();
        let text = folder.read("essex-police-2026-11-22.toml");
        assert_has!(text, "level = \"assured\"\nby = \"A. Assessor\"\n");
        assert_eq!(folder.names(), ["essex-police-2026-11-22.toml"]);
    });
}

/// Whether a question stands there whole, with so many answered.
fn is_asked(shown: &str, answered: usize) -> bool {
    let shown = flat(shown);
    let ends = ["Press a number", "Type the number of"].iter().any(|words| shown.contains(words));
    shown.contains(&format!("· {answered} of 83")) && ends
}

#[test]
fn a_whole_interview_takes_few_keys() {
    in_each_window(|folder, window| {
        let mut session = Session::at_menu(&folder, window);
        session.at("> Go on", "\r");
        for answered in 0..83 {
            // The end of a section asks once, and Enter leaves it for later.
            session.waits_until(
                |shown| is_asked(shown, answered) || shown.contains("> Go on, and leave the rest"),
                "no question comes",
            );
            if session.shown().contains("> Go on, and leave the rest") {
                session.keys("\r");
                session.waits_until(|shown| is_asked(shown, answered), "no question comes");
            }
            let is_figure = session.shown().contains("Type the number of");
            session.keys(if is_figure { "0\r" } else { "2" });
        }
        session.at("> Go on, and leave the rest", "\r").at("> See the result", "\r");
        session.sees("healthcheck report a.toml --output a.docx");
        // The first page takes 1 key, the name 4, going on 1, each of 77 levels 1, each of 6 figures 2, the end of each of
        // 8 sections 1, and the result 1.
        assert_eq!(session.pressed, 1 + 4 + 1 + 77 + 6 * 2 + 8 + 1);
        session.ends();
        folder.run("check a.toml --complete").ends_with(0);
        let text = folder.read("a.toml");
        assert_eq!(text.matches("level = \"in-place\"").count(), 77);
        assert_eq!(text.matches("count = 0").count(), 6);
    });
}

#[test]
fn a_stray_key_costs_nothing_and_u_takes_back_the_last_changes() {
    in_each_window(|folder, window| {
        answer_first(&folder, "absent", &["--note", "Old.", "--evidence", "One", "--evidence", "Two"]);
        let before = folder.read("a.toml");
        let mut session = Session::at_menu(&folder, window);
        session.at("> Go on", DOWN).at("> 1. Relationships", "\r").at("> Media: national guidance", UP);
        session.at("> Media policy", "\r").at("1 of 14", "3");
        session.at("absent → assured; the note and 2 pieces of evidence stay. Change it? [y/N]", "\r");
        session.sees_no("Change it?").at("> 0 absent", "c");
        session.at("the answer “absent”, the note and 2 pieces of evidence. Take it out? [y/N]", ESC);
        session.at("> 0 absent", "c").at("Take it out? [y/N]", "n");
        assert_eq!(folder.read("a.toml"), before);
        session.at("> 0 absent", "c").at("Take it out? [y/N]", "y").sees("Taken out. u brings it back.");
        assert_lacks!(folder.read("a.toml"), "Old.");
        session.keys("2").at("2 of 14", "u").at("Undone: “Media policy” is open again.", "u");
        session.sees("Undone: “Media policy” is absent, with the note and 2 pieces of evidence again.");
        let after = folder.read("a.toml");
        assert_eq!(after.trim_end(), before.trim_end());
        session.stops();
    });
}

/// What five pasted lines become, behind what stood there.
const FIVE: &str = "\"\"\"\nOld words.\nq is no key here\n2\né, ŵ and 👮\nfifth\"\"\"";

#[test]
fn a_note_is_edited_in_place_through_a_resize_and_a_paste() {
    in_each_window(|folder, window| {
        for (start, end) in [("", ""), ("\u{1b}[200~", "\u{1b}[201~")] {
            answer_first(&folder, "absent", &["--note", "Old words."]);
            let mut session = Session::at_first(&folder, window);
            session.keys("n").at("> Note: Old words.", "\r").sees("Old words.");
            session.at("Ctrl-S keeps it.", &format!("{start}\rq is no key here\r2\ré, ŵ and 👮\rfifth{end}"));
            session.sees("fifth").resizes((18, 61));
            session.sees(
                "A note on “Media policy” Old words. q is no key here 2 é, ŵ and 👮 fifth Ctrl-S keeps it.",
            );
            session.resizes((12, 50)).sees("This window is too small: it has 50 columns and 12 lines");
            session.resizes((30, 100)).sees("é, ŵ and 👮").keys(CTRL_S);
            session.sees("> Note: Old words. q is no key");
            assert_has!(folder.read("a.toml"), &format!("note = {FIVE}"));
            session.keys(ESC).at("Press a number", "q").ends();
            std::fs::remove_file(folder.path("a.toml")).unwrap();
        }
    });
}

#[test]
fn in_what_is_typed_about_a_figure_no_letter_is_a_key() {
    in_each_window(|folder, window| {
        answer_first(&folder, "assured", &[]);
        let mut session = Session::at_menu(&folder, window);
        session.at("> Go on", "\r").at("2 of 14", "2").at("3 of 14", "f").at("> By a part", "\r");
        session.answers("A part of its title, its id or its words", "media-leak-investigations");
        session.at("> Media leak investigations", "\r");
        // The letters of these would go back, undo, and answer another question.
        session.at("Number of investigations:", "about 40\r").at("Not accepted:", "\r");
        session.sees_no("Not accepted:").at("Number of investigations:", "12");
        session.at("Number of investigations: 12", "\u{7f}\u{7f}unknown\r");
        session.at("Saved: “Media leak investigations”", "u");
        session.at("Undone: “Media leak investigations” is open again.", "");
        session.at("Number of investigations:", "b\r").sees_no("Number of investigations:").keys(CTRL_C);
        session.ends();
        let text = folder.read("a.toml");
        assert_has!(
            text,
            "[answers.media-policy]\nlevel = \"assured\"",
            "[answers.media-policy-national-guidance]\nlevel = \"in-place\""
        );
        assert_eq!(text.matches("[answers.").count(), 2, "{text}");
    });
}

#[test]
fn what_is_pasted_into_a_line_is_one_line_and_into_a_menu_is_no_keys() {
    in_each_window(|folder, window| {
        for (start, end) in [("", ""), ("\u{1b}[200~", "\u{1b}[201~")] {
            answer_first(&folder, "absent", &[]);
            let mut session = Session::at_menu(&folder, window);
            session.at("> Go on", DOWN);
            // Its space would pick, and what follows answer.
            session.at("> 1. Relationships", "a b c\rd 2\r3");
            std::thread::sleep(std::time::Duration::from_millis(300));
            session.at("> 1. Relationships", "\r").at("> Media: national guidance", UP);
            session.at("> Media policy", "\r").at("Press a number", "2 or 3\r\r3");
            // As long as a paste comes in, nothing is a key.
            std::thread::sleep(std::time::Duration::from_millis(300));
            // However short it is.
            session.at("Press a number", "2012");
            std::thread::sleep(std::time::Duration::from_millis(300));
            session.keys("n").at("> Note", DOWN).at("> Add evidence", "\r");
            session.at("Enter takes it.", &format!("{start}Line 1\r\nLine 2 é\rŵ and 👮{end}"));
            session.at("Line 1", "\r").at("Its date", "30/9/26\r").at("> Evidence: Line 1", ESC);
            session.at("Press a number", "q").ends();
            let text = folder.read("a.toml");
            assert_eq!(text.matches("[answers.").count(), 1, "{text}");
            assert_has!(text, "level = \"absent\"");
            let evidence = "evidence = [{ ref = \"Line 1 Line 2 é ŵ and 👮\", dated = 2026-09-30 }]";
            assert_has!(text, evidence);
            std::fs::remove_file(folder.path("a.toml")).unwrap();
            let _ = std::fs::remove_file(folder.path("a.before.toml"));
        }
    });
}

#[test]
fn esc_goes_back_from_a_line_and_from_a_date_to_its_words() {
    in_each_window(|folder, window| {
        answer_first(&folder, "absent", &[]);
        let mut session = Session::at_first(&folder, window);
        session.keys("n").at("> Note", DOWN).at("> Add evidence", "\r").at("Enter takes it.", ESC);
        session.at("> Add evidence", "\r").at("Enter takes it.", "Audit 33\r").at("Its date", ESC);
        session.at("> Audit 33", "\u{7f}\r").at("Its date", "32/13/2026\r");
        session.at("There is no such day", "\u{15}").sees_no("32/13/2026").keys("yesterday\r");
        session.at("> Evidence: Audit 3 (dated", ESC).at("Press a number", "a");
        session.at("> As the checklist", "\r").at("Who is responsible?", "Ann\r");
        session.at("When is it due, such as 31/3/2027?", ESC).at("Who is responsible?", ESC);
        session.at("Press a number", "q").ends();
        let text = folder.read("a.toml");
        assert_has!(text, "evidence = [{ ref = \"Audit 3\", dated = 2026-11-21 }]");
        assert_lacks!(text, "[[actions]]");
    });
}

#[test]
fn a_note_whose_window_is_killed_is_offered_again() {
    in_each_window(|folder, window| {
        answer_first(&folder, "absent", &[]);
        let mut session = Session::at_first(&folder, window);
        session.keys("n").at("> Note", "\r").at("Ctrl-S keeps it.", "Five lines\rwith ŵ").sees("with ŵ");
        session.waits_until(|_| folder.names().contains(&"a.draft.txt".to_owned()), "no draft is kept");
        session.child.kill().unwrap();
        session.child.wait().unwrap();
        let mut session = Session::at_menu(&folder, window);
        session.at("A note on “Media policy” was not finished Answered: absent, a gap, no evidence Five lines with ŵ", "\r");
        session.at("Ctrl-S keeps it.", CTRL_S).at("> Go on", CTRL_C).ends();
        assert_has!(folder.read("a.toml"), "note = \"\"\"\nFive lines\nwith ŵ\"\"\"");
        assert_eq!(folder.names(), ["a.before.toml", "a.toml"]);
    });
}

#[test]
fn each_piece_of_evidence_is_changed_by_itself() {
    in_each_window(|folder, window| {
        answer_first(&folder, "absent", &["--evidence", "One", "--evidence", "Two"]);
        let mut session = Session::at_first(&folder, window);
        session.keys("n").at("> Note: none yet", DOWN).at("> Evidence: One", DOWN);
        session.at("> Evidence: Two", "\r").at("> Change its words", "\r");
        session.at("> Two", "\u{7f}\u{7f}\u{7f}Register audit number 3, file 12\r");
        session.at("> Evidence: Register audit", "\r");
        // Nothing was typed but the sign to go back, which is no part of it.
        session.at("> Change its words", "\r").at("> Register audit number 3, file 12", "<\r");
        session.at("> Evidence: Register audit", "\r").at("> Change its words", "\r");
        session.at("> Register audit number 3, file 12", "\u{15}Audit 3\r").at("> Evidence: Audit 3", UP);
        session.at("> Evidence: One", "\r").at("> Change its words", DOWN).at("> Change its date", DOWN);
        session.at("> Take it out", "\r").at("Take this evidence out? [y/N]", "y").sees_no("One");
        session.at("> Evidence: Audit 3", ESC).at("Press a number", "q").ends();
        assert_has!(folder.read("a.toml"), "evidence = [{ ref = \"Audit 3\" }]");
    });
}

#[test]
fn the_question_stands_whatever_is_said_of_it_and_however_small_the_window() {
    in_each_window(|folder, window| {
        folder.run("new a.toml --force 'Essex Police'").ends_with(0);
        let note = "Many old words stand here. ".repeat(60);
        let answer =
            ["answer", "a.toml", "media-contact-recorded=absent", "--note", &note, "--evidence", "One"];
        folder.run(&answer).ends_with(0);
        let mut session = Session::at_menu(&folder, window);
        session.at("> Go on", DOWN).at("> 1. Relationships", "\r");
        while !session.shown().contains("> Record of media contact") {
            session.keys(DOWN);
            std::thread::sleep(std::time::Duration::from_millis(30));
        }
        session.keys("\r").sees("Answered: absent");
        for small in [window, (16, 60), (24, 70)] {
            session.resizes(small).sees("w shows it whole");
            for words in ["0 absent:", "1 developing:", "2 in place:", "3 assured:", "Target:"] {
                session.sees(words);
            }
            assert!(session.shown().lines().count() <= usize::from(small.0), "{}", session.shown());
        }
        session.keys("w").at("Page 1 of", "\r").at("Page 2 of", ESC).at("Answered: absent", "?");
        session.sees("Why:").sees_no("Answered: absent").keys(ESC).sees("Answered: absent");
        session.resizes((15, 60));
        session.sees(
            "This window is too small: it has 60 columns and 15 lines, and the questions need 60 and 16.",
        );
        session.keys("3"); // does nothing unseen
        session.resizes((24, 80)).at("Answered: absent", "q").ends();
        assert_has!(folder.read("a.toml"), "level = \"absent\"");
    });
}

#[test]
fn esc_goes_back_everywhere_and_ends_nothing() {
    in_each_window(|folder, window| {
        let mut session = Session::at_menu(&folder, window);
        session.at("> Go on", ESC).at("> Go on", "\r").at("1 of 14", "2").at("2 of 14", "f");
        session.at("> By a part", DOWN).at("> Open: 76 questions and 6 figures", "\r");
        session.sees("Esc goes back. 82 in all; the arrows lead to the rest. Type to narrow:");
        session.keys("oversight").sees_no("Media policy").keys(ESC).at("> By a part", ESC);
        session.at("2 of 14", ESC).at("> 2 in place", "n").at("> Note", "\r");
        session.at("Ctrl-S keeps it.", "half a note").at("half a note", ESC);
        session.at("What you typed is not kept yet. Throw it away? [y/N]", ESC);
        session.at("half a note Ctrl-S keeps it.", CTRL_S).at("> Note: half a note", ESC);
        session.at("> 2 in place", ESC).at("> Go on", ESC).at("> Go on", CTRL_C);
        session.sees("Every answer and every action in the plan is saved.").ends();
    });
}

#[test]
fn a_question_is_found_by_typing_a_part_of_it() {
    in_each_window(|folder, window| {
        let mut session = Session::at_menu(&folder, window);
        session.at("> Go on", "\r").at("1 of 14", "f").at("> By a part", "\r");
        session.answers("A part of its title, its id or its words", "procurement CARDS");
        session.at("> Checks on payment cards", "\r").sees("Procurement and contracts,").stops();
    });
}

#[test]
fn an_interview_at_each_prompt_ends_sanely_by_ctrl_c() {
    in_each_window(|folder, window| {
        answer_first(&folder, "absent", &[]);
        // The keys that lead to each kind of prompt from the first question, and what stands there.
        let prompts: [(&[(&str, &str)], &str); 9] = [
            (&[], "1 of 14"),
            (&[("1 of 14", "?")], "Why:"),
            (&[("1 of 14", "3")], "Change it? [y/N]"),
            (&[("1 of 14", "n")], "> Note"),
            (&[("1 of 14", "f"), ("> By a part", DOWN), ("> Open", "\r")], "Type to narrow:"),
            (&[("1 of 14", "f"), ("> By a part", "\r")], "A part of its title"),
            (&[("1 of 14", "n"), ("> Note", "\r")], "Ctrl-S keeps it."),
            (&[("1 of 14", "a"), ("> As the checklist", "\r")], "Who is responsible?"),
            (&[("1 of 14", "m")], "> Go on"),
        ];
        for (keys, prompt) in prompts {
            let mut session = Session::at_first(&folder, window);
            for (words, keys) in keys {
                session.at(words, keys);
            }
            session.at(prompt, CTRL_C).sees("Continue with: healthcheck assess a.toml");
            let unfinished = match prompt {
                "A part of its title" => "saved. A line that was not finished is not.",
                "Who is responsible?" => {
                    "An action about “Media policy” is not finished. It is offered again when you go on."
                }
                _ => "",
            };
            session.sees(unfinished).ends();
            let _ = std::fs::remove_file(folder.path("a.draft.txt"));
        }
        // At the very first line nothing is started.
        let mut session = Session::start_in(folder.root(), &["assess", "b.toml"], window, &[]);
        session.at("Start a new healthcheck in b.toml? [y/N]", "y");
        session.at("77 questions and 6 figures in 8 sections", CTRL_C).sees("Nothing was started.").ends();
        assert_eq!(folder.names(), ["a.toml"]);
    });
}

#[test]
fn ctrl_c_in_a_note_asks_whether_to_keep_it() {
    in_each_window(|folder, window| {
        answer_first(&folder, "absent", &[]);
        let mut session = Session::at_first(&folder, window);
        session.keys("n").at("> Note", "\r").at("Ctrl-S keeps it.", "Half a note");
        session.at("Half a note", CTRL_C).sees("What you typed is not kept yet.");
        session.at("> Keep it, and stop", "\r").sees("Continue with:").ends();
        assert_has!(folder.read("a.toml"), "note = \"Half a note\"");
    });
}

#[test]
fn starting_tells_what_is_there_and_asks_before_it_starts_another() {
    in_each_window(|folder, window| {
        folder.run("new kent.toml --force 'Kent Police'").ends_with(0);
        let mut session = Session::start_in(folder.root(), &["assess", "knet.toml"], window, &[]);
        session.at("There is no file knet.toml here. Did you mean kent.toml?", "\r");
        session.sees("Nothing was started.").ends();
        let mut session = Session::start_in(folder.root(), &["assess"], window, &[]);
        session.at("> kent.toml: 77 questions and 6 figures open", DOWN);
        session.at("> Start a new healthcheck", ESC).at("> kent.toml", "\r");
        session.answers("Who is answering?", "").at("> Go on", UP);
        for words in ["> Save and stop", "> See the result", "> Help"] {
            session.at(words, UP);
        }
        session.at("> Correct force", "\r").at("> Force: Kent Police", "\r");
        session.at("> Kent Police", " and others\r").at("> Force: Kent Police and others", ESC);
        // What was picked last is ready, and not what would go on.
        session.at("> Correct force", CTRL_C).sees("Continue with:").ends();
        assert_has!(folder.read("kent.toml"), "force = \"Kent Police and others\"\n");
        assert_eq!(folder.names(), ["kent.toml"]);
    });
}

#[test]
fn a_dumb_terminal_is_asked_by_lines_and_ctrl_c_says_how_to_go_on() {
    in_each_window(|folder, window| {
        folder.run("new a.toml --force 'Essex Police'").ends_with(0);
        for (arguments, set) in [
            (vec!["assess", "a.toml", "--plain"], vec![]),
            (vec!["assess", "a.toml"], vec![("TERM", "dumb")]),
        ] {
            let mut session = Session::start_in(folder.root(), &arguments, window, &set);
            // An arrow in the middle of a name is no part of it.
            session.answers("Who is answering?", "An\u{1b}[D\u{1b}[1;5Dn").answers("1. Relationships", "?");
            session
                .waits_until(|_| session.written().contains("Essential questions are those"), "no help came");
            session.keys("1\r").answers("2. Media: national guidance", "1").answers("1 of 14", "3");
            session.sees("Saved: “Media policy”").keys(CTRL_C);
            session.sees("Continue with: healthcheck assess a.toml").ends();
            assert_has!(folder.read("a.toml"), "level = \"assured\"\nby = \"Ann\"\n");
            folder.run("answer a.toml media-policy=unanswered").ends_with(0);
        }
        assert_eq!(folder.names(), ["a.toml"]);
    });
}

#[test]
fn by_lines_too_a_paste_is_one_text_and_no_choices() {
    in_each_window(|folder, window| {
        answer_first(&folder, "absent", &[]);
        let mut session = Session::start_in(folder.root(), &["assess", "a.toml", "--plain"], window, &[]);
        session.answers("Who is answering?", "Ann").answers("1. Relationships", "1");
        session.answers("2. Media: national guidance", "1");
        session.answers("A number from 0 to 3, or a letter", "3\r3\ry");
        session.sees("Not accepted: several lines came at once.").keys("3\r");
        session.at("Change it? Type y for yes, Enter for no", "no thanks\r3\r");
        let twice = |_: &str| session.written().matches("Not accepted: several lines").count() == 2;
        session.waits_until(twice, "the second paste was taken");
        session.at("A number from 0 to 3, or a letter", "n\r").answers("n. Note", "n");
        session.answers("A note on “Media policy” (Enter: none, < goes back)", "Five lines\r2\r\ré and ŵ");
        session.answers("n. Note: Five lines", "v");
        session.answers("what shows it, and where it is (Enter: none, < goes back)", "Audit 3\rpage 2");
        session.answers("Its date", "30/9/26");
        session.answers("1. Evidence: Audit 3 page 2 (dated 30 September 2026)", "<");
        session.answers("é and ŵ Evidence: Audit 3 page 2 (dated 30 September 2026)", "q").ends();
        let text = folder.read("a.toml");
        assert_has!(text, "note = \"\"\"\nFive lines\n2\n\né and ŵ\"\"\"");
        assert!(text.contains("level = \"absent\"") && text.matches("[answers.").count() == 1, "{text}");
    });
}

#[test]
fn next_year_a_sections_unchanged_answers_are_confirmed_from_one_list() {
    in_each_window(|folder, window| {
        folder.run("new 2025.toml --force 'Kent Police' --today 2025-11-03").ends_with(0);
        let answers =
            ["media-policy=in-place", "media-policy-national-guidance=assured", "media-boundaries=in-place"];
        let said = ["--evidence", "Audit 2", "--dated", "2025-10-01", "--today", "2025-11-03"];
        folder.run(&[["answer", "2025.toml"].as_slice(), &answers, &said].concat()).ends_with(0);
        folder.run("renew 2025.toml 2026.toml").ends_with(0);
        let arguments = ["assess", "2026.toml", "--only", "open", "--plain"];
        let mut session = Session::start_in(folder.root(), &arguments, window, &[]);
        session.answers("Who is answering?", "Ben").answers("A number from 0 to 3, or a letter", "l");
        session.answers("Type their numbers", "1\r2");
        session.at("Not accepted: several lines came at once.", CTRL_C).ends();
        assert_lacks!(folder.read("2026.toml"), "[answers.");
        let mut session =
            Session::start_in(folder.root(), &["assess", "2026.toml", "--only", "open"], window, &[]);
        session.answers("Who is answering?", "Ben").sees("Last time (3 November 2025): in place");
        session.at("Audit 2", "l").sees("Media policy: in place, 3 November 2025; Audit 2");
        session.at("> [ ] Media policy", " ").at("> [x] Media policy", DOWN);
        session.at("> [ ] Media: national guidance", DOWN).keys(" ").sees("> [x]").keys("\r");
        session.at("Saved: 2 answers confirmed. u undoes it.", "y").at("4 of 14", "q").ends();
        let text = folder.read("2026.toml");
        for id in ["media-policy", "media-policy-national-guidance", "media-boundaries"] {
            assert!(text.contains(&format!("[answers.{id}]")), "{id}: {text}");
        }
        assert_eq!(text.matches("by = \"Ben\"\non = 2026-11-22").count(), 3, "{text}");
    });
}

#[test]
fn the_editor_that_is_set_takes_the_note() {
    let folder = Folder::with("write.sh", "#!/bin/sh\nsleep 1.1\nprintf ' And more.' >> \"$1\"\n");
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder.path("write.sh"), std::fs::Permissions::from_mode(0o755)).unwrap();
    answer_first(&folder, "absent", &["--note", "Old."]);
    let script = folder.path("write.sh");
    for (set, offered) in [(script.to_str().unwrap(), true), (" ", false)] {
        let mut session =
            Session::start_in(folder.root(), &["assess", "a.toml"], SIZES[0], &[("EDITOR", set)]);
        session.answers("Who is answering?", "").at("> Go on", "\r").at("2 of 14", "b").sees("1 of 14");
        if offered {
            session.at("note in your editor", "e").sees("Note: Old. And more.");
        } else {
            session.keys("e").sees_no("in your editor");
        }
        session.stops();
    }
    assert_has!(folder.read("a.toml"), "note = \"Old. And more.\"");
}

#[test]
fn colour_never_stands_alone_and_not_at_all_where_it_is_not_wanted() {
    let folder = Folder::new();
    folder.run("new a.toml --force 'Essex Police'").ends_with(0);
    for (set, coloured) in [(vec![("TERM", "xterm-256color")], true), (vec![("NO_COLOR", "1")], false)] {
        let mut session = Session::start_in(folder.root(), &["assess", "a.toml"], SIZES[0], &set);
        session.answers("Who is answering?", "").at("> Go on", "\r").at("1 of 14", "q");
        session.sees("Continue with");
        let written = session.written();
        assert_eq!(written.contains("\u{1b}[1m"), coloured, "{written:?}");
        session.ends();
    }
}

#[test]
fn a_killed_process_loses_nothing_that_was_answered() {
    let folder = Folder::new();
    let mut session = Session::at_menu(&folder, SIZES[0]);
    session.at("> Go on", "\r").at("1 of 14", "3").sees("2 of 14");
    session.child.kill().unwrap();
    session.child.wait().unwrap();
    assert_has!(folder.read("a.toml"), "[answers.media-policy]\nlevel = \"assured\"");
    // What the killed program left behind blocks nobody.
    folder.run("answer a.toml gifts-policy=absent").ends_with(0);
    assert_eq!(folder.names(), ["a.toml"]);
}

#[test]
fn a_small_window_is_filled_and_not_overrun() {
    let folder = Folder::new();
    let mut session = Session::at_menu(&folder, SIZES[1]);
    session.sees("> Go on").sees_no("in all; the arrows lead to the rest");
    let overrun = session.shown().lines().any(|line| line.chars().count() >= usize::from(SIZES[1].1));
    assert!(!overrun, "{}", session.shown());
}

#[test]
fn the_question_screen_is_as_the_readme_shows_it() {
    let readme = include_str!("../../README.md");
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap();
    let folder = Folder::new();
    let others = ["gifts-policy=in-place", "gifts-owner=in-place", "gifts-policy-national-guidance=in-place"];
    let note = ["gifts-single-register=developing", "--note", "Two stations still keep their own."];
    let evidence = ["--evidence", "Register audit 3", "--dated", "2026-09-30"];
    answer_first(&folder, "in-place", &[&others[..], &note, &evidence].concat());
    let mut session = Session::at_menu(&folder, SIZES[0]);
    session.at("> Go on", "\r").at("2 of 14", "f").at("> By a part", "\r");
    session.answers("A part of its title, its id or its words", "gifts-single-register");
    session.at("> Single gifts register", "\r").sees("Answered: developing");
    session.waits_until(|screen| screen == shown, "it is another");
    session.stops();
}

#[test]
fn a_list_that_goes_on_beyond_the_window_says_so() {
    let folder = Folder::new();
    let mut session = Session::at_menu(&folder, (16, 60));
    session.sees("14 in all; the arrows lead to the rest.").sees_no("Save and stop");
    // A window in which nothing can be drawn ends nothing.
    session.resizes((2, 60)).at("This window is too small", DOWN).resizes((16, 60)).sees("> Go on");
    assert_eq!(session.shown().matches("Healthcheck: Essex Police").count(), 1, "{}", session.shown());
    // A letter leads to its item, and a number.
    session.at("> Go on", "8").at("> 8. Training", "q").at("> Save and stop", "g").at("> Go on", UP);
    session.at("> Save and stop", "\r").sees("Continue with:").ends();
}

#[test]
fn a_conflict_is_settled_from_a_list_that_shows_both() {
    in_each_window(|folder, window| {
        let head = crate::support::shipped_header();
        let folder = folder.and("f.toml", &head).and("g.toml", &head);
        let answer = |file: &str, level: &str, by: &str, note: &str| {
            let given = format!("gifts-policy={level}");
            folder.run(&["answer", file, &given, "--by", by, "--note", note]).ends_with(0);
        };
        answer("f.toml", "absent", "A. Assessor", "None that we know.");
        answer("g.toml", "in-place", "B. Other", "Issued in May.");
        let before = folder.read("f.toml");

        let merging = || {
            let mut session = Session::start_in(folder.root(), &["merge", "f.toml", "g.toml"], window, &[]);
            session.at("1 conflict is to be settled, one by one.", "\r");
            session
        };

        // Going back ends it, and nothing is saved.
        let mut session = merging();
        session.sees("Which answer is taken?").sees("Note: None that we know.");
        session.at("Note: Issued in May.", ESC).ends();
        assert_eq!(folder.read("f.toml"), before);

        let mut session = merging();
        session.at("> absent, A. Assessor (f.toml)", DOWN).at("> in place, B. Other (g.toml)", "\r");
        session.at("Keep what A. Assessor wrote with the answer not taken?", "\r").ends();
        let after = folder.read("f.toml");
        assert_has!(
            after,
            "level = \"in-place\"",
            "Not taken: absent, by A. Assessor, 22 November 2026. None that we know."
        );
    });
}
