//! With the departments: forms out, back, merged; who has answered; and the action plan taken back.

use chrono::NaiveDate;
use integrity_healthcheck::assessment::{Answer, Assessment, Evidence, FormId, Value};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::Level;
use integrity_healthcheck::departments::form::{Form, layout};
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::report::sheets;
use integrity_healthcheck::results::Report;
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::workbook::page::{Pages, Slot};
use integrity_healthcheck::workbook::{Cell, Sheet, excel};

use crate::support::{
    Folder, MustReplace, assert_has, flat, names_in, parsed, shipped_header, shipped_with, today,
};

/// What one person answers to one question.
struct Said {
    question: &'static str,
    level: Level,
    note: &'static str,
    by: &'static str,
    on: &'static str,
}

fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn assessment(folder: &Folder, name: &str) -> Assessment {
    let catalogue = Catalogue::built_in().unwrap();
    let checklist = catalogue.checklist("without-fear-or-favour").unwrap();
    parsed(&Source::new(name, folder.read(name)), checklist)
}

/// The form that went out to an owner.
fn form<'a>(assessment: &'a Assessment, owner: &'a str, sent: u32) -> Form<'a> {
    Form::new(assessment, Some(FormId(sent)), owner, today(), |_, question| {
        question.owner.as_deref() == Some(owner)
    })
}

/// The form that went out to procurement, after a change to its pages.
fn of_procurement(folder: &Folder, change: impl FnOnce(&mut Pages)) -> Vec<u8> {
    let assessment = assessment(folder, "f.toml");
    let mut pages = layout::pages(&form(&assessment, "procurement", 1));
    change(&mut pages);
    excel::draw_pages(&pages).unwrap()
}

/// The form that went out to an owner, filled in by hand.
fn filled(assessment: &Assessment, owner: &str, sent: u32, said: &[Said]) -> Vec<u8> {
    let mut form = form(assessment, owner, sent);
    for said in said {
        let asked = form.parts.iter_mut().flat_map(|part| &mut part.asked);
        let asked = asked.into_iter().find(|asked| asked.question.id.as_str() == said.question).unwrap();
        asked.given = Some(Answer {
            note: Some(said.note.to_owned()),
            evidence: vec![Evidence { reference: "Log 7".to_owned(), dated: Some(day("2026-10-01")) }],
            by: Some(said.by.to_owned()),
            on: Some(day(said.on)),
            ..Answer::new(Value::from(said.level))
        });
    }
    excel::draw_pages(&layout::pages(&form)).unwrap()
}

fn new() -> Folder {
    Folder::with("f.toml", shipped_header())
}

#[test]
fn a_form_goes_to_each_owner_and_the_file_says_so() {
    let folder = new();
    let told = "procurement.xlsx: 6 questions for procurement\n";
    folder.warns("form f.toml --output out --by 2026-12-11", told);
    // The files by their names, in the order in which they are kept as sent, and the questions in each.
    let owners = [
        ("chief-officers", 4),
        ("corporate-communications", 15),
        ("human-resources", 1),
        ("information-security", 4),
        ("learning-and-development", 4),
        ("local-policing-body-s-office", 4),
        ("procurement", 6),
        ("professional-standards", 45),
    ];
    assert_eq!(names_in(&folder.path("out")), owners.map(|(owner, _)| format!("{owner}.xlsx")));
    let assessment = assessment(&folder, "f.toml");
    let sent: Vec<_> =
        assessment.sent.iter().map(|sent| (sent.id.to_string(), sent.questions.len())).collect();
    let ids = ["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"].map(str::to_owned);
    assert_eq!(sent, ids.into_iter().zip(owners.map(|(_, number)| number)).collect::<Vec<_>>());
    assert_eq!(assessment.sent[6].due, Some(day("2026-12-11")));

    // A file is not replaced, and then nothing is kept as sent.
    let before = folder.read("f.toml");
    folder.refuses("form f.toml --output out", "already exists; add --overwrite to replace it");
    assert_eq!(folder.read("f.toml"), before);
}

#[test]
fn what_is_asked_for_wrongly_is_told() {
    let folder = new();
    let owners = "the checklist names no owner \"nobody\"; it names chief officers, corporate communications";
    folder.refuses("form f.toml --for nobody --output o.xlsx", owners);
    let sections = "the checklist has no section `nothing`; it has media, ";
    folder.refuses("form f.toml --section nothing --output o.xlsx", sections);
    let formats = "a form is .xlsx, to be taken back, or .docx or .html, to be printed";
    folder.refuses("form f.toml --output o.pdf", formats);
    folder.refuses("form essex-2012 --output o.xlsx", "essex-2012 is built in and cannot be changed");
    let blank = "form without-fear-or-favour --open --output o.xlsx";
    folder.refuses(blank, "a blank form is of the whole checklist");
    assert_eq!(folder.names(), ["f.toml"]);
}

#[test]
fn the_first_sheet_of_a_form_leads_to_what_its_words_mean() {
    let assessment = assessment(&new(), "f.toml");
    let pages = layout::pages(&form(&assessment, "procurement", 1)).pages;
    let texts = |name: &str| -> Vec<String> {
        let page = pages.iter().find(|page| page.name == name).unwrap();
        page.lines.iter().flat_map(|line| &line.slots).map(|slot| slot.text().to_owned()).collect()
    };
    let led = texts("Read me first").into_iter().find(|text| text.contains("“What words mean”")).unwrap();
    let ends = "have one exact meaning here: read the sheet “What words mean” before you choose.";
    assert!(led.ends_with(ends), "{led}");
    // The words that it names are explained there.
    let named: Vec<&str> = led.split('“').skip(1).filter_map(|rest| rest.split('”').next()).collect();
    for word in &named[..2] {
        assert!(
            texts("What words mean").iter().any(|text| text.split(", ").any(|each| each == *word)),
            "{led}"
        );
    }
}

/// Fills in the first cell that is to be filled in behind a label.
fn fill(pages: &mut Pages, label: &str, text: &str) {
    let slots = pages.pages.iter_mut().flat_map(|page| &mut page.lines).map(|line| line.slots.as_mut_slice());
    let found = slots.filter_map(|slots| match slots {
        [first, Slot::Fill(_, cell), ..] if first.text() == label => Some(cell),
        _ => None,
    });
    *found.into_iter().next().unwrap() = Cell::text(text);
}

#[test]
fn a_blank_form_is_taken_back_once_it_says_the_force() {
    let folder = new();
    folder.run("form without-fear-or-favour --output blank.xlsx").ends_with(0);
    folder.refuses(
        "merge f.toml blank.xlsx",
        "does not say which force it is of; write the force on its first sheet",
    );
    let catalogue = Catalogue::built_in().unwrap();
    let form = Form::blank(catalogue.checklist("without-fear-or-favour").unwrap(), "PSD", today());
    let mut pages = layout::pages(&form);
    fill(&mut pages, "Force", "Test Constabulary");
    fill(&mut pages, "Answer", "assured");
    let folder = folder.and("blank.xlsx", excel::draw_pages(&pages).unwrap());
    folder.run("merge f.toml blank.xlsx").ends_with(0);
    assert_eq!(assessment(&folder, "f.toml").answers.len(), 1);
}

#[test]
fn a_form_on_paper_has_every_level_to_tick_and_the_warning() {
    let folder = new();
    folder.run("form f.toml --for procurement --output p.html").ends_with(0);
    let page = folder.read("p.html");
    assert_eq!(page.matches("☐").count(), 6 * 6); // six questions, each with four levels and two more
    assert_has!(page, "Name no person under investigation, no source and no live operation");
    folder.run("form f.toml --for procurement --output p.docx").ends_with(0);
    assert!(crate::support::whole_text(&folder.path("p.docx")).contains("☐ in place"));
}

#[test]
fn forms_come_back_are_merged_and_go_out_again_the_same() {
    let folder = new();
    folder.run("form f.toml --output out --by 2026-11-25").ends_with(0);
    let said = |question, level, note, on| Said { question, level, note, by: "P. Curer", on };
    let said = [
        said("procurement-cards", Level::InPlace, "=1+1", "2026-11-20"),
        said("procurement-scrutiny", Level::Absent, "None.\nYet.", "2026-11-21"),
    ];
    let bytes = filled(&assessment(&folder, "f.toml"), "procurement", 7, &said);
    let folder = folder.and("whatever name.xlsx", bytes);
    let merged = folder.run("merge f.toml 'whatever name.xlsx'").ends_with(0);
    assert_has!(
        merged.stdout,
        "New answers:  2\n",
        "Left open:    4\n",
        "\nLEFT OPEN\n---------\n\n- Gifts from bidders; Bidders declare conflicts; "
    );
    let after = assessment(&folder, "f.toml");
    for said in &said {
        let answer = after.answers.iter().find(|(id, _)| id.as_str() == said.question).unwrap().1;
        assert_eq!((answer.value, answer.note.as_deref()), (Value::from(said.level), Some(said.note)));
        assert_eq!((answer.by.as_deref(), answer.on), (Some(said.by), Some(day(said.on))));
        assert_eq!(answer.evidence[0].dated, Some(day("2026-10-01")));
    }
    assert_eq!(after.sent[6].returned, Some(today()));

    // The next form shows what was answered, and changes nothing when it comes back as it went.
    folder.run("form f.toml --for Procurement --output again.xlsx").ends_with(0);
    let checked = folder.run("check again.xlsx").ends_with(0).stdout;
    let summary = "a form with 0 new or changed answers, 2 unchanged since the form went out, and 4 questions left open";
    assert_eq!(checked, format!("again.xlsx: no problems; {summary}\n"));
    folder.run("merge f.toml again.xlsx").ends_with(0);
    assert_eq!(assessment(&folder, "f.toml").answers, after.answers);

    folder.prints("status f.toml", "procurement");
    let open = "form f.toml --open --for procurement --output open.xlsx";
    folder.warns(open, "open.xlsx: 4 questions for procurement");
}

#[test]
fn a_name_that_comes_later_is_told_as_nothing_else() {
    let folder = new();
    folder.run("form f.toml --for procurement --output p.xlsx").ends_with(0);
    let once = of_procurement(&folder, |pages| fill(pages, "Answer", "don't know"));
    let signed = of_procurement(&folder, |pages| {
        fill(pages, "Answer", "don't know");
        fill(pages, "Filled in by, and when", "P. Curer");
    });
    let folder = folder.and("once.xlsx", once).and("signed.xlsx", signed);

    let missing = "nobody is named who answered, and no day: Gifts and hospitality, question 1 (Gifts from bidders); ask for both, \
                   write it on the first sheet, and merge the form again";
    let checked = folder.run("check once.xlsx").ends_with(0).stdout;
    let summary =
        "a form with 1 new or changed answer, 0 unchanged since the form went out, and 5 questions left open";
    assert_eq!(checked, format!("once.xlsx: no problems; {summary}\nonce.xlsx: {missing}\n"));
    let merged = flat(&folder.run("merge f.toml once.xlsx").ends_with(0).stdout);
    assert_has!(merged, "[gifts-from-bidders]: don't know (once.xlsx)", missing);
    let again = flat(&folder.run("merge f.toml signed.xlsx").ends_with(0).stdout);
    assert_has!(again, "[gifts-from-bidders]: don't know as before; name added, P. Curer (signed.xlsx)");
}

#[test]
fn a_form_in_which_nothing_was_filled_in_has_not_come_back() {
    let folder = new();
    folder.run("form f.toml --for procurement --output p.xlsx").ends_with(0);
    let before = folder.read("f.toml");
    let merged = folder.run("merge f.toml p.xlsx").ends_with(0);
    assert_eq!(folder.read("f.toml"), before);
    let said = flat(&merged.stdout);
    let nothing = "p.xlsx: nothing in it was filled in, so it does not count as come back";
    assert_has!(said, "Came back: 0 files", nothing);

    // A note beside an open answer is something: the form came back, with no answer.
    let noted = of_procurement(&folder, |pages| fill(pages, "Note", "Ask Finance."));
    let folder = folder.and("p.xlsx", noted);
    let tried = folder.run("merge f.toml p.xlsx --dry-run").ends_with(0);
    assert_eq!(tried.stderr, "This was a dry run: nothing was saved.\n");
    assert_eq!(folder.read("f.toml"), before);
    let merged = folder.run("merge f.toml p.xlsx").ends_with(0);
    assert_eq!(merged.stderr, "Saved in f.toml: no answer, only the day on which a form came back\n");
    assert_eq!(assessment(&folder, "f.toml").sent[0].returned, Some(today()));
}

#[test]
fn two_who_differ_are_shown_and_nothing_is_saved_until_somebody_settles_it() {
    let folder = new();
    folder.run("form f.toml --output out").ends_with(0);
    let said = |level, note, by, on| [Said { question: "procurement-cards", level, note, by, on }];
    let ours = assessment(&folder, "f.toml");
    let one = said(Level::InPlace, "Checked monthly.", "P. Curer", "2026-11-20");
    let other = said(Level::Absent, "Nobody checks.", "Q. Other", "2026-11-21");
    let [one, other] = [one, other].map(|said| filled(&ours, "procurement", 7, &said));
    let folder = folder.and("one.xlsx", one).and("other.xlsx", other);
    let before = folder.read("f.toml");
    let stopped = folder.run("merge f.toml one.xlsx other.xlsx").ends_with(1);
    assert_has!(
        stopped.stdout,
        "one.xlsx:",
        "other.xlsx:",
        "Note: Checked monthly.",
        "Evidence: Log 7 (dated 1 October 2026)",
        "Answered: Q. Other, 21 November 2026"
    );
    assert_has!(stopped.stderr, "Nothing was saved: 1 conflict is not settled: Checks on payment cards.");
    folder.run("merge f.toml one.xlsx other.xlsx --take theirs").ends_with(1);
    folder.run("merge f.toml one.xlsx other.xlsx --take newest --dry-run").ends_with(0);
    assert_eq!(folder.read("f.toml"), before);

    folder.run("merge f.toml one.xlsx other.xlsx --take newest --keep-notes").ends_with(0);
    let after = assessment(&folder, "f.toml");
    let answer = after.answers.values().next().unwrap();
    let note = "Nobody checks.\n\nNot taken: in place, by P. Curer, 20 November 2026. Checked monthly. Evidence: Log 7 \
                (dated 1 October 2026)";
    assert_eq!((answer.by.as_deref(), answer.note.as_deref()), (Some("Q. Other"), Some(note)));
}

#[test]
fn another_file_of_the_same_healthcheck_is_merged_and_one_of_another_is_not() {
    let folder = new().and("copy.toml", shipped_header());
    folder.run("answer copy.toml gifts-policy=in-place --by 'B. Other'").ends_with(0);
    folder.run("plan add copy.toml gifts-owner --owner Head --due 2027-03-31").ends_with(0);
    folder.run("merge f.toml copy.toml").ends_with(0);
    let after = assessment(&folder, "f.toml");
    assert_eq!(after.answers.len(), 1);
    assert_eq!(after.actions, assessment(&folder, "copy.toml").actions);
    folder.warns("merge f.toml copy.toml", "f.toml stays as it was: nothing that came back is new.");
    let folder = folder.and("last.toml", shipped_header().must_replace("2026-11-02", "2025-11-02"));
    let last = "last.toml: it is an assessment of the healthcheck of 2 November 2025";
    folder.refuses("merge f.toml last.toml", last);
    let other = shipped_header().must_replace("Test Police", "Home of a form of police");
    let folder = folder.and("other.toml", other);
    let said = "other.toml: it is an assessment of Home of a form of police, and this is the healthcheck of Test Police";
    folder.refuses("merge f.toml other.toml", said);
    folder.refuses("merge f.toml essex-2012", "essex-2012: it is what HMIC published");
}

/// The report's workbook of an assessment, with the rows of its action plan changed.
fn plan(assessment: &Assessment, change: impl FnOnce(&mut Vec<Vec<Cell>>)) -> Vec<u8> {
    plan_sheet(assessment, |sheet| change(&mut sheet.rows))
}

fn plan_sheet(assessment: &Assessment, change: impl FnOnce(&mut Sheet)) -> Vec<u8> {
    let report = Report::new(Named { name: "f.toml", assessment }, &[], today());
    let mut workbook = sheets::workbook(&report);
    change(workbook.sheets.iter_mut().find(|sheet| sheet.name == "Action plan").unwrap());
    excel::draw(&workbook).unwrap()
}

/// The columns of the plan that are filled in.
const TO_DO: usize = 5;
const OWNER: usize = 7;
const DUE: usize = 8;
const NO_DATE: usize = 9;
const STATUS: usize = 12;
const REASON: usize = 13;
const PROGRESS: usize = 14;

fn with_plan() -> Folder {
    let folder = new();
    folder.run("answer f.toml gifts-policy=absent gifts-owner=absent --by A").ends_with(0);
    folder.run("plan add f.toml gifts-policy --owner Head --due 2027-03-31 --note Agreed.").ends_with(0);
    folder
}

#[test]
fn a_plan_that_was_filled_in_is_taken_back() {
    let folder = with_plan();
    let bytes = plan(&assessment(&folder, "f.toml"), |rows| {
        rows[0][OWNER] = Cell::text("Deputy");
        rows[0][DUE] = Cell::Date(day("2027-04-30"));
        rows[0][STATUS] = Cell::text("under way");
        rows[0][PROGRESS] =
            Cell::text("22 November 2026: Agreed.\n21 November 2026: Begun.\nWith the board.");
        rows[1][OWNER] = Cell::text("Registrar");
        rows[1][NO_DATE] = Cell::text("it goes on");
    });
    let folder = folder.and("plan.xlsx", bytes);
    folder.run("merge f.toml plan.xlsx").ends_with(0);
    let after = assessment(&folder, "f.toml");
    let listed = folder.run("plan f.toml").ends_with(0).stdout;
    assert_has!(
        listed,
        "Deputy",
        "30 April 2027",
        "under way",
        "21 November 2026: Begun.",
        "With the board.",
        "Registrar",
        "none: it goes on"
    );
    assert_eq!(after.actions[0].notes.len(), 2);
    assert_eq!((after.actions.len(), after.actions[1].question.as_str()), (2, "gifts-owner"));
    // Once more it changes nothing.
    folder.warns("merge f.toml plan.xlsx", "stays as it was");
}

#[test]
fn a_reason_that_ceases_to_hold_is_kept_as_a_note() {
    let folder = with_plan();
    folder.run("plan add f.toml gifts-owner --owner Head --no-due 'Waits for the board'").ends_with(0);
    folder.run("plan update f.toml A1 --status not-to-be-done --reason 'Too dear'").ends_with(0);
    let ours = assessment(&folder, "f.toml");
    let untouched = plan(&ours, |_| {});
    let of = |rows: &[Vec<Cell>], id: &str| rows.iter().position(|row| row[0] == Cell::text(id)).unwrap();
    let again = plan(&ours, |rows| {
        let (first, second) = (of(rows, "A1"), of(rows, "A2"));
        rows[first][STATUS] = Cell::text("planned");
        rows[second][DUE] = Cell::Date(day("2027-04-30"));
        rows[second][NO_DATE] = Cell::Empty;
    });
    let otherwise = plan(&ours, |rows| {
        let (first, second) = (of(rows, "A1"), of(rows, "A2"));
        rows[first][REASON] = Cell::text("Done by the region");
        rows[second][NO_DATE] = Cell::text("Waits for the system");
    });
    let folder =
        folder.and("untouched.xlsx", untouched).and("again.xlsx", again).and("otherwise.xlsx", otherwise);
    let before = folder.read("f.toml");
    folder.run("merge f.toml untouched.xlsx").ends_with(0);
    assert_eq!(folder.read("f.toml"), before);
    folder.run("merge f.toml otherwise.xlsx").ends_with(0);
    let kept = ["Until now not to be done: Too dear", "Until now without a due date: Waits for the board"];
    assert_has!(folder.read("f.toml"), "Done by the region", "Waits for the system", kept[0], kept[1]);
    std::fs::write(folder.path("f.toml"), before).unwrap();
    folder.run("merge f.toml again.xlsx").ends_with(0);
    assert_has!(folder.read("f.toml"), kept[0], kept[1]);
}

#[test]
fn an_action_that_was_changed_here_since_is_a_conflict() {
    let folder = with_plan();
    let bytes = plan(&assessment(&folder, "f.toml"), |rows| rows[0][STATUS] = Cell::text("done"));
    let untouched = plan(&assessment(&folder, "f.toml"), |_| {});
    // The heading of the mark had no remark behind it once.
    let earlier = plan_sheet(&assessment(&folder, "f.toml"), |sheet| {
        sheet.rows[0][STATUS] = Cell::text("done");
        sheet.columns.last_mut().unwrap().heading = "Mark".to_owned();
    });
    let folder = folder.and("plan.xlsx", bytes).and("untouched.xlsx", untouched).and("earlier.xlsx", earlier);
    folder.run("plan update f.toml A1 --owner Deputy").ends_with(0);
    let before = folder.read("f.toml");
    // What was not filled in takes nothing back.
    folder.run("merge f.toml untouched.xlsx").ends_with(0);
    assert_eq!(folder.read("f.toml"), before);
    for returned in ["plan.xlsx", "earlier.xlsx"] {
        folder.run(&["merge", "f.toml", returned]).ends_with(1).warns("1 conflict is not settled: A1.");
        assert_eq!(folder.read("f.toml"), before);
    }
    folder.run("merge f.toml plan.xlsx --take theirs").ends_with(0);
    assert_has!(folder.read("f.toml"), "status = \"done\"");
}

#[test]
fn mistakes_in_a_plan_are_told_at_their_cells() {
    let folder = with_plan();
    let bytes = plan(&assessment(&folder, "f.toml"), |rows| {
        rows[0][OWNER] = Cell::Empty;
        rows[0][DUE] = Cell::text("soon");
        rows[0][STATUS] = Cell::text("nearly");
        rows[1][OWNER] = Cell::text("Registrar");
        rows[1][STATUS] = Cell::text("not to be done");
        rows[1][REASON] = Cell::Empty;
        rows[1][PROGRESS] = Cell::text("Begun.");
        rows[2][TO_DO] = Cell::text("Buy a safe.");
    });
    let folder = folder.and("plan.xlsx", bytes);
    let before = folder.read("f.toml");
    let said = folder.run("merge f.toml plan.xlsx").ends_with(2).stderr;
    let expected = "\
plan.xlsx, Action plan, H2: \"Owner\" is empty; name who answers for it
plan.xlsx, Action plan, I2: \"soon\" is not a date; write it like 30/9/2026, 30 Sep 2026 or 2026-09-30
plan.xlsx, Action plan, M2: \"nearly\" is not a status; choose one from the list
plan.xlsx, Action plan, I3: there is no day by which it is due; type a date such as 31/03/2027, or say beside it why there is none
plan.xlsx, Action plan, N3: what is not to be done needs a reason; write it here
plan.xlsx, Action plan, O3: the note \"Begun.\" has no date; begin it with its day, such as 2 December 2026: Dates agreed.
plan.xlsx, Action plan, D4: an action needs the question whose gap it closes; copy its ID from the sheet Answers
healthcheck: nothing was merged, since 1 file has mistakes; mend them, or have them mended, and merge again
";
    assert_eq!(said, expected);
    assert_eq!(folder.read("f.toml"), before);
}

#[test]
fn status_tells_who_was_asked_how_much_is_answered_and_the_days_left() {
    let sent = "\
sent = [
    { id = 'F1', to = 'procurement', on = 2026-11-10, due = 2026-11-20, questions = ['procurement-cards', 'procurement-scrutiny'] },
    { id = 'F2', to = 'chief officers', on = 2026-11-10, due = 2026-11-23, questions = ['values-programme'], returned = 2026-11-12 },
    { id = 'F3', to = 'chief officers', on = 2026-11-12, questions = ['values-programme', 'action-plan-oversight'] },
]
";
    let answers = "[answers.procurement-cards]\nlevel = \"absent\"\n";
    let folder = Folder::with("f.toml", shipped_with(&format!("{sent}{answers}")));
    let said = folder.run("status f.toml").ends_with(0).stdout;
    snapbox::assert_data_eq!(said, snapbox::file!["../golden/status.txt"].raw());
    Folder::with("f.toml", shipped_header()).prints("status f.toml", "No form has been sent yet");
}

#[test]
fn from_the_forms_to_the_approved_paper_and_the_next_year() {
    let folder = new();
    folder.run("form f.toml --output out").ends_with(0);
    let said = |question, level, by, on| Said { question, level, note: "Seen.", by, on };
    let ours = assessment(&folder, "f.toml");
    let of_procurement =
        |level, by, on| filled(&ours, "procurement", 7, &[said("procurement-cards", level, by, on)]);
    let security = [said("leak-tracing", Level::InPlace, "S. Curity", "2026-11-20")];
    let folder = folder
        .and("one.xlsx", of_procurement(Level::InPlace, "P. Curer", "2026-11-20"))
        .and("other.xlsx", of_procurement(Level::Absent, "Q. Other", "2026-11-21"))
        .and("security.xlsx", filled(&ours, "information security", 4, &security));
    // Two are in conflict: nothing is saved until somebody settles it.
    let returns = "merge f.toml one.xlsx other.xlsx security.xlsx";
    folder.run(returns).ends_with(1);
    folder.run(&format!("{returns} --take newest --keep-notes")).ends_with(0);
    assert_eq!(assessment(&folder, "f.toml").answers.len(), 2);

    // Somebody else looks at a sample.
    folder.run("review f.toml r.toml --start --assessor 'Internal Audit' --sample 1 --seed 7").ends_with(0);
    // It is approved, with what is open said; from then on nothing changes it.
    let approve = "approve f.toml --name 'D. Chief' --role 'Deputy Chief Constable'";
    folder.run(approve).ends_with(1);
    folder.run(&format!("{approve} --with-open 'The rest comes in spring.'")).ends_with(0);
    folder.run("answer f.toml gifts-policy=absent").ends_with(2);
    folder.run(returns).ends_with(2);
    let paper = folder.run("report f.toml --review r.toml --full").ends_with(0).stdout;
    assert_has!(paper, "Approved, code ", "Internal Audit");

    // One byte is changed and found, and put back.
    folder.edit("f.toml", "Seen.", "Seen!");
    folder.run("approve f.toml --verify").ends_with(1).prints("NOT AS APPROVED");
    folder.edit("f.toml", "Seen!", "Seen.");
    folder.run("approve f.toml --verify").ends_with(0);
    // The next year knows which file it follows.
    folder.run("renew f.toml g.toml --today 2027-11-22").ends_with(0);
    assert_has!(folder.read("g.toml"), "follows = {");
}
