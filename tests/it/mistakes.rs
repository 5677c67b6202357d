//! Mistakes in a form that came back: each told at its cell, all of them in one go, and nothing guessed.

use integrity_healthcheck::assessment::FormId;
use integrity_healthcheck::departments::form::{Form, layout};
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::workbook::page::{Fill, Line, Look, Page, Pages, Slot};
use integrity_healthcheck::workbook::{Cell, NumberFormat, excel};

use crate::support::{
    Folder, MustReplace, Ran, assert_begins, assert_has, flat, header, parsed, small, today, zip_parts,
};

const FILE: &str = "a.toml";

/// A folder with an assessment of the small checklist, and a form of it after a change to its pages.
fn changed(answers: &str, change: impl FnOnce(&mut Pages)) -> Folder {
    let bytes = excel::draw_pages(&pages(answers, change)).unwrap();
    folder(answers).and("back.xlsx", bytes)
}

fn folder(answers: &str) -> Folder {
    let pack = include_str!("../fixtures/small.toml");
    let folder = Folder::with(FILE, file(answers));
    std::fs::create_dir_all(folder.path("packs/small")).unwrap();
    folder.and("packs/small/checklist.toml", pack)
}

fn file(answers: &str) -> String {
    format!("{}\n{answers}", header("small", "1"))
}

fn pages(answers: &str, change: impl FnOnce(&mut Pages)) -> Pages {
    let assessment = parsed(&Source::new(FILE, file(answers)), &small());
    let form = Form::new(&assessment, Some(FormId(1)), "all", today(), |_, _| true);
    let mut pages = layout::pages(&form);
    change(&mut pages);
    pages
}

fn page<'p>(pages: &'p mut Pages, name: &str) -> &'p mut Page {
    pages.pages.iter_mut().find(|page| page.name == name).unwrap()
}

/// Puts something into the cell behind the first label of its kind on a sheet, in the given column.
fn fill(pages: &mut Pages, sheet: &str, label: &str, column: usize, held: Cell) {
    fill_nth(pages, sheet, label, 0, column, held);
}

/// The same behind another label of its kind, counted from 0.
fn fill_nth(pages: &mut Pages, sheet: &str, label: &str, nth: usize, column: usize, held: Cell) {
    let mut lines = page(pages, sheet).lines.iter_mut().filter(|line| is_labelled(line, label));
    let line = lines.nth(nth).unwrap();
    line.slots.resize(4.max(column + 1), Slot::Empty);
    line.slots[column] = match held {
        Cell::Text(_) => Slot::Fill(Fill::Words, held),
        Cell::Number(..) => Slot::Fill(Fill::Figure(vec!["x".to_owned()]), held),
        _ => Slot::Fill(Fill::Day, held),
    };
}

fn is_labelled(line: &Line, label: &str) -> bool {
    line.slots.first().is_some_and(|slot| slot.text() == label)
}

fn text(text: &str) -> Cell {
    Cell::text(text)
}

fn day(day: &str) -> Cell {
    Cell::Date(day.parse().unwrap())
}

/// A line of printed words, with an empty cell for none.
fn printed(words: &[&str]) -> Line {
    let slot = |words: &&str| match *words {
        "" => Slot::Empty,
        words => Slot::printed(words, Look::Plain),
    };
    Line { slots: words.iter().map(slot).collect(), ..Line::default() }
}

/// A sheet that did not go out with the form.
fn comments(lines: Vec<Line>) -> Page {
    Page { name: "Comments".to_owned(), hidden: false, widths: vec![9.0], lines }
}

/// What `merge` prints, which must end in a status.
#[track_caller]
fn merge(folder: &Folder, status: i32) -> Ran {
    folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(status)
}

/// What `merge` says, which must be that nothing was merged.
#[track_caller]
fn refused(folder: &Folder) -> String {
    let before = folder.read(FILE);
    let merged = merge(folder, 2);
    assert_eq!(folder.read(FILE), before);
    merged.stderr
}

/// What `merge` prints of a form that it takes.
#[track_caller]
fn merged(folder: &Folder) -> String {
    flat(&merge(folder, 0).stdout)
}

/// A form after a change is refused, with a line that tells this of a cell.
#[track_caller]
fn says(expected: &str, change: impl FnOnce(&mut Pages)) {
    says_of("", expected, change);
}

/// The same of a form that went out with answers.
#[track_caller]
fn says_of(answers: &str, expected: &str, change: impl FnOnce(&mut Pages)) {
    let said = refused(&changed(answers, change));
    assert!(said.lines().any(|line| line == format!("back.xlsx, {expected}")), "{said}\nnot: {expected}");
}

const OUTSIDE: &str =
    "stands outside the cells to fill in, where nobody would read it; move it into a note, or delete it";

#[test]
fn what_is_no_level_is_told_at_its_cell() {
    let folder = changed("", |pages| fill(pages, "A", "Answer", 1, text("Yes")));
    // Title, blank, heading, question, four levels; then the answer, in the ninth row.
    let told = "back.xlsx, A, B9: \"Yes\" is not a level; choose absent, developing, in place, assured, don't know or not \
                applicable\n";
    assert_begins(&refused(&folder), told);
    let checked = folder.run("check back.xlsx --checklists packs").ends_with(1).stdout;
    assert_eq!(checked, format!("{told}\nback.xlsx: 1 problem\n"));
}

#[test]
fn all_mistakes_of_all_files_are_told_at_once() {
    let folder = changed("", |pages| {
        fill(pages, "A", "Answer", 1, text("Yes"));
        fill_nth(pages, "A", "Answer", 1, 1, text("not applicable"));
        fill_nth(pages, "A", "Evidence, and its date", 4, 1, text("Log 7"));
        fill(pages, "B", "Answer", 1, text("in place"));
        fill(pages, "B", "Answered by, and when", 2, text("last month"));
        fill(pages, "C", "Figure", 1, text("about 5"));
        fill(pages, "D", "Evidence, and its date", 2, day("2026-10-01"));
    });
    let folder = folder.and("other.xlsx", b"PK nonsense");
    let missing = folder.run(&["merge", FILE, "nosuch.xlsx", "--checklists", "packs"]).ends_with(2).stderr;
    let told = "healthcheck: nothing was merged, since 1 file cannot be taken; put that right, or leave it out, and merge again\n";
    assert!(missing.starts_with("cannot read nosuch.xlsx: ") && missing.ends_with(told), "{missing}");
    let before = folder.read(FILE);
    let said =
        folder.run(&["merge", FILE, "back.xlsx", "other.xlsx", "--checklists", "packs"]).ends_with(2).stderr;
    let expected = "\
back.xlsx, A, B9: \"Yes\" is not a level; choose absent, developing, in place, assured, don't know or not applicable
back.xlsx, A, B22: \"not applicable\" needs a reason; write in the note why it does not apply
back.xlsx, A, B35: there is evidence below, but there is no answer; choose one, or move what stands as evidence into the note
back.xlsx, B, C13: \"last month\" is not a date; write it like 30/9/2026, 30 Sep 2026 or 2026-09-30
back.xlsx, C, B5: \"about 5\" is not a whole number of things; write digits alone, or choose don't know or not applicable
back.xlsx, D, B11: there is a date without the evidence it belongs to; name the evidence, or delete the date
other.xlsx: it is damaged, or no workbook; open it in Excel or LibreOffice and save it as .xlsx
healthcheck: nothing was merged, since 2 files have mistakes; mend them, or have them mended, and merge again
";
    assert_eq!(said, expected);
    assert_eq!(folder.read(FILE), before);
}

#[test]
fn what_is_said_of_a_question_that_is_left_open_is_told() {
    let signed = "Answered by, and when";
    let folder = changed("", |pages| {
        fill(pages, "A", "Note", 1, text("Ask Legal Services (Mrs Jŷnes), not us."));
        fill_nth(pages, "A", "Note", 1, 1, text("Ask HR."));
        fill_nth(pages, "A", signed, 1, 1, text("A. Clerk"));
        fill_nth(pages, "A", signed, 1, 2, day("2026-11-03"));
        fill(pages, "B", signed, 1, text("Legal Services"));
    });
    let before = folder.read(FILE);
    let said = merged(&folder);
    assert_eq!(folder.read(FILE), before);
    // Titles are made of the ids; b-plain is the first question of the second sheet, and the fourth of all.
    assert_has!(
        said,
        "LEFT OPEN, WITH SOMETHING BESIDE IT",
        "- A, question 1 (A heavy): “Ask Legal Services (Mrs Jŷnes), not us.” (back.xlsx)",
        "- A, question 2 (A light): “Ask HR.”, the name “A. Clerk”, the day 3 November 2026 (back.xlsx)",
        "- B, question 4 (B plain): the name “Legal Services” (back.xlsx)"
    );
}

#[test]
fn an_answer_that_was_taken_out_of_a_form_stays_in_the_file_and_that_is_told() {
    let answered = "[answers.a-heavy]\nlevel = \"absent\"\nby = \"A. Assessor\"\n";
    let folder = changed(answered, |pages| {
        for label in ["Answer", "Answered by, and when"] {
            fill(pages, "A", label, 1, Cell::Empty);
        }
    });
    let before = folder.read(FILE);
    let said = merged(&folder);
    assert_eq!(folder.read(FILE), before);
    let expected = "back.xlsx: A, question 1 (A heavy): the answer that went out with the form was taken out of it; the \
                    answer in the file stays";
    assert_has!(said, expected);
}

#[test]
fn days_of_a_period_without_a_figure_are_told() {
    let told = "C, B5: there are days below, but there is no figure; write the figure, or delete the days";
    says(told, |pages| fill(pages, "C", "First day", 2, day("2026-02-01")));
}

#[test]
fn what_was_typed_beside_the_cells_is_told_and_not_dropped() {
    says(&format!("A, E9: \"See my mail\" {OUTSIDE}"), |pages| {
        fill(pages, "A", "Answer", 4, text("See my mail"));
    });
    says(&format!("A, B10: \"A row of mine\" {OUTSIDE}"), |pages| {
        page(pages, "A").lines.insert(9, printed(&["", "A row of mine"]));
    });
}

#[test]
fn what_was_typed_where_nothing_is_asked_is_told_too() {
    let folder = changed("", |pages| {
        fill(pages, "Read me first", "By when", 3, text("Too soon"));
        fill(pages, "A", "Section A", 2, text("See annex"));
        fill(pages, "Read me first", "", 1, text("See the letter"));
        // Its beginning is that of the heading of last year's answers.
        fill(pages, "A", "Note", 3, text("Last time, we had no register"));
        pages.pages.push(comments(vec![printed(&["assured", "Since May"])]));
    });
    let said = refused(&folder);
    let lines: Vec<&str> = said.lines().collect();
    for expected in [
        // The opening's third label stands on the seventh row, a blank one behind each.
        format!("back.xlsx, Read me first, D7: \"Too soon\" {OUTSIDE}"),
        format!("back.xlsx, A, C1: \"See annex\" {OUTSIDE}"),
        // The last of them stands on the eleventh, the sheets on the thirteenth, who fills it in on the fifteenth.
        format!("back.xlsx, Read me first, B16: \"See the letter\" {OUTSIDE}"),
        format!("back.xlsx, A, D10: \"Last time, we had no register\" {OUTSIDE}"),
        "back.xlsx, Comments, A1: this sheet did not go out with the form, and nobody would read it; move what it says into \
         the notes, and delete the sheet"
            .to_owned(),
    ] {
        assert!(lines.contains(&expected.as_str()), "{said}\nnot: {expected}");
    }
    assert_eq!(lines.len(), 6, "{said}");
}

#[test]
fn what_stands_over_printed_words_is_told_and_harms_nothing() {
    let folder = changed("", |pages| {
        fill(pages, "A", "Question", 1, text("We asked ourselves"));
        fill(pages, "A", "Answer", 1, text("absent"));
        page(pages, "B").lines.insert(9, printed(&["assured", "Since May"]));
    });
    let said = merged(&folder);
    assert_has!(
        said,
        "A, B4: \"We asked ourselves\" stands where something else was printed, and was not read",
        "B, B10: \"Since May\" stands where something else was printed, and was not read"
    );
    assert_has!(folder.read(FILE), "[answers.a-heavy]\nlevel = \"absent\"");
}

#[test]
fn a_sheet_that_lost_its_ids_is_not_called_foreign() {
    let expected = "D, A1: the ids of the questions on this sheet are gone, so that nobody can say what belongs to which; \
                    copy the answers into a fresh form";
    says(expected, |pages| {
        fill(pages, "D", "Answer", 1, text("absent"));
        page(pages, "D").lines.retain(|line| !is_labelled(line, "ID"));
    });
    // A title makes no sheet of a section: what stands below it is told.
    says(&format!("Comments, A2: \"The register was lost\" {OUTSIDE}"), |pages| {
        pages.pages.push(comments(vec![printed(&["Section A"]), printed(&["The register was lost"])]));
    });
    // Where all of its questions were deleted, only that is told.
    let folder = changed("", |pages| page(pages, "D").lines.truncate(1));
    assert_has!(merged(&folder), "1 question is no longer on the form");
}

#[test]
fn an_answer_in_the_wrong_cell_is_told_where_it_belongs() {
    let folder = changed("", |pages| {
        fill(pages, "A", "Answer", 2, text("Developing"));
        fill_nth(pages, "A", "Note", 1, 1, text("in place"));
        fill_nth(pages, "A", "Answer", 2, 3, text("far away"));
        fill(pages, "C", "Figure", 2, text("12"));
        fill_nth(pages, "C", "Note", 1, 1, text("12"));
    });
    // A question of the sheet A takes 13 rows, of which the seventh is the answer and the eighth the note.
    let expected = "\
back.xlsx, A, C9: \"Developing\" stands beside the cell for the answer; move it into B9
back.xlsx, A, B23: \"in place\" stands in the note; choose it as the answer in B22
back.xlsx, A, D35: \"far away\" stands outside the cells to fill in, where nobody would read it; move it into a note, or delete it
back.xlsx, C, C5: \"12\" stands beside the cell for the answer; move it into B5
healthcheck: nothing was merged";
    assert_begins(&refused(&folder), expected);
}

#[test]
fn a_row_without_words_that_was_put_in_does_no_harm() {
    let folder = changed("", |pages| {
        page(pages, "A").lines.insert(9, Line::default());
        fill(pages, "A", "Answer", 1, text("in place"));
    });
    merged(&folder);
    assert_has!(folder.read(FILE), "[answers.a-heavy]\nlevel = \"in-place\"");
}

#[test]
fn a_row_that_is_gone_and_columns_that_were_moved_are_told() {
    let gone = "A, B13: the row \"Note\" of this question is gone, or stands below its ID; put it back, or copy the answers into \
                a fresh form";
    says(gone, |pages| {
        let lines = &mut page(pages, "A").lines;
        lines.remove(lines.iter().position(|line| is_labelled(line, "Note")).unwrap());
    });
    let moved = "A, C14: columns were moved or put in, so that nobody can say which cell belongs to which label; take them out \
                 again, or copy the answers into a fresh form";
    says(moved, |pages| {
        for line in page(pages, "A").lines.iter_mut().filter(|line| line.slots.len() > 1) {
            line.slots.insert(1, Slot::Empty);
        }
    });
}

#[test]
fn a_sheet_that_was_renamed_is_found_and_said_to_be() {
    let folder = changed("", |pages| {
        fill(pages, "A", "Answer", 1, text("In place "));
        page(pages, "A").name = "Our part".to_owned();
    });
    assert_has!(
        merged(&folder),
        "back.xlsx: the sheet \"A\" is called \"Our part\" now; its questions were found by their ids",
        "back.xlsx: nobody is named who answered, and no day: Our part, question 1 (A heavy); ask for both, write it on \
             the first sheet, and merge the form again"
    );
}

#[test]
fn a_question_that_is_on_it_twice_or_no_more_is_told() {
    let twice =
        "Copy, B14: the question `a-heavy` is on the form twice, also at A, B14; delete one of the two";
    says(twice, |pages| {
        let copy = Page { name: "Copy".to_owned(), ..page(pages, "A").clone() };
        pages.pages.push(copy);
    });
    let folder = changed("", |pages| pages.pages.retain(|page| page.name != "A"));
    let gone = "3 questions are no longer on the form, and left as they were: A heavy; A light; A other";
    assert_has!(merged(&folder), gone);
}

#[test]
fn merged_cells_are_told() {
    use std::io::{Cursor, Write};
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, mut text) in zip_parts(excel::draw_pages(&pages("", |_| {})).unwrap()) {
        if name == "xl/worksheets/sheet2.xml" {
            let merged = "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"B10:C11\"/></mergeCells>";
            text = text.must_replace("</sheetData>", merged);
        }
        written.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        written.write_all(text.as_bytes()).unwrap();
    }
    let folder = folder("").and("back.xlsx", written.finish().unwrap().into_inner());
    assert_begins(
        &refused(&folder),
        "back.xlsx, A, B10: the cells B10:C11 were merged; take them apart again",
    );
}

#[test]
fn a_date_that_cannot_be_is_told() {
    // 2026 days after the last of 1899: what a spreadsheet makes of a year alone.
    let signed = |pages: &mut Pages, on| {
        fill(pages, "A", "Answer", 1, text("absent"));
        fill(pages, "A", "Answered by, and when", 2, day(on));
    };
    let year = "A, C13: a year or another number alone is not a date; write it like 30/9/2026, 30 Sep 2026 or 2026-09-30";
    says(year, |pages| signed(pages, "1905-07-18"));
    let future = "A, C13: 1 January 2027 is in the future; write the day on which it happened";
    says(future, |pages| signed(pages, "2027-01-01"));
    let number =
        "A, C11: 45000 is a number, not a date; write it like '30 Sep 2026, with the apostrophe before it";
    says(number, |pages| {
        fill(pages, "A", "Answer", 1, text("absent"));
        fill(pages, "A", "Evidence, and its date", 1, text("Audit"));
        fill(pages, "A", "Evidence, and its date", 2, Cell::Number(45000.0, NumberFormat::Whole));
    });
    let period =
        "C, C7: the period ends (2026-01-01) before it begins (2026-02-01); put the earlier day first";
    says(period, |pages| {
        fill(pages, "C", "Figure", 1, text("12"));
        fill(pages, "C", "First day", 2, day("2026-02-01"));
        fill(pages, "C", "Last day", 2, day("2026-01-01"));
    });
}

#[test]
fn a_form_of_another_force_day_or_edition_is_told() {
    let wrong = |fact: &str, value: &str, expected: &str| {
        let folder = changed("", |pages| {
            let lines = pages.pages.iter_mut().flat_map(|page| &mut page.lines);
            for line in lines.filter(|line| is_labelled(line, fact)) {
                line.slots[1] = Slot::printed(value, Look::Small);
            }
        });
        assert_has!(refused(&folder), &format!("back.xlsx: it is {expected}"));
    };
    let force = "a form of Kent Police, and this is the healthcheck of Test Police; merge it into";
    wrong("Force", "Kent Police", force);
    let date =
        "a form of the healthcheck of 2 November 2025, and this one is of 2 November 2026; merge it into";
    wrong("Healthcheck of", "2025-11-02", date);
    let edition = "of edition 0 of the checklist `small`, which is not at hand; give its folder";
    wrong("Edition", "0", edition);
}

#[test]
fn the_name_of_somebody_else_does_not_stand_on_what_was_changed() {
    let answered = "[answers.a-heavy]\nlevel = \"absent\"\nby = \"A. Assessor\"\non = 2026-11-03\n";
    let told = "A, B13: the answer was changed, but still bears the name of A. Assessor; write who changed it and when, here or \
                once for all on the first sheet";
    says_of(answered, told, |pages| fill(pages, "A", "Answer", 1, text("in place")));
    let folder = changed(answered, |pages| {
        fill(pages, "A", "Answer", 1, text("in place"));
        fill(pages, "Read me first", "Filled in by, and when", 1, text("B. Other"));
        fill(pages, "Read me first", "Filled in by, and when", 2, Cell::Date(today()));
    });
    merged(&folder);
    let expected = "[answers.a-heavy]\nlevel = \"in-place\"\nby = \"B. Other\"\non = 2026-11-22\n";
    assert!(folder.read(FILE).ends_with(expected), "{}", folder.read(FILE));
}

#[test]
fn a_form_survives_without_its_hidden_sheet() {
    let folder = changed("", |pages| {
        pages.pages.retain(|page| !page.hidden);
        fill(pages, "D", "Answer", 1, text("don't know"));
    });
    merged(&folder);
    assert_has!(folder.read(FILE), "[answers.d-only]\nlevel = \"unknown\"");
}

#[test]
fn a_workbook_that_is_no_form_is_told() {
    let pages = Pages {
        title: "x".to_owned(),
        context: String::new(),
        marking: None,
        date: today(),
        pages: vec![Page { name: "S".to_owned(), hidden: false, widths: vec![], lines: vec![] }],
    };
    let folder = folder("").and("back.xlsx", excel::draw_pages(&pages).unwrap());
    assert_begins(&refused(&folder), "back.xlsx: it does not say which healthcheck it belongs to");
    let folder = folder.and("back.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0]);
    assert_begins(
        &refused(&folder),
        "back.xlsx: it has a password, or is an Excel file of the old kind (.xls)",
    );
}

#[test]
fn what_is_no_workbook_at_all_is_told_as_what_it_is() {
    let said = |bytes: &[u8]| {
        let folder = folder("").and("back", bytes);
        let merged = folder.run(&["merge", FILE, "back", "--checklists", "packs"]).ends_with(2).stderr;
        let checked = folder.run("check back --checklists packs").ends_with(1).stdout;
        let line = merged.lines().next().unwrap().to_owned();
        assert_eq!(checked, format!("{line}\n\nback: 1 problem\n"));
        line
    };
    let sentence =
        |kind: &str| format!("back: it is {kind}, not a form; ask for the Excel file that was sent");
    assert_eq!(said(b"%PDF-1.6\n%\xE2\xE3\xCF\xD3\n1 0 obj"), sentence("a PDF"));
    assert_eq!(said(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), sentence("a picture"));
    assert_eq!(said(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), sentence("a picture"));
    assert_eq!(said(b"\0\0\0\x18ftypheic"), sentence("a picture"));
    let folder = folder("");
    folder.run(&["form", FILE, "--output", "p.docx", "--checklists", "packs"]).ends_with(0);
    let word = std::fs::read(folder.path("p.docx")).unwrap();
    assert_eq!(said(&word), sentence("a Word document"));
}
