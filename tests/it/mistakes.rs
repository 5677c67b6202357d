//! Mistakes in a form that came back: each told at its cell, all of them in one go, and nothing guessed.

use integrity_healthcheck::assessment::{Assessment, FormId};
use integrity_healthcheck::departments::form::{Form, layout};
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::workbook::page::{Fill, Line, Look, Page, Pages, Slot};
use integrity_healthcheck::workbook::{Cell, NumberFormat, excel};

use crate::support::{Folder, MustReplace, assert_has, flat, header, small, today};

const FILE: &str = "a.toml";

/// A folder with an assessment of the small checklist, and a form of it after a change to its pages.
fn changed(answers: &str, change: impl FnOnce(&mut Pages)) -> Folder {
    let bytes = excel::draw_pages(&pages(answers, change)).unwrap();
    folder(answers).and("back.xlsx", bytes)
}

fn folder(answers: &str) -> Folder {
    let pack = include_str!("../fixtures/small.toml");
    let folder = Folder::with(FILE, text(answers));
    std::fs::create_dir_all(folder.path("packs/small")).unwrap();
    folder.and("packs/small/checklist.toml", pack)
}

fn text(answers: &str) -> String {
    format!("{}\n{answers}", header("small", "1"))
}

fn pages(answers: &str, change: impl FnOnce(&mut Pages)) -> Pages {
    let assessment = Assessment::parse(&Source::new(FILE, text(answers)), &small(), today()).unwrap();
    let form = Form::new(&assessment, Some(FormId(1)), "all", today(), |_, _| true);
    let mut pages = layout::pages(&form);
    change(&mut pages);
    pages
}

fn page<'p>(pages: &'p mut Pages, name: &str) -> &'p mut Page {
    pages.pages.iter_mut().find(|page| page.name == name).unwrap()
}

/// Puts something into the cell behind the first label of its kind on a page, in the given column, and says which cell it is.
fn fill(page: &mut Page, label: &str, column: usize, held: Cell) -> String {
    fill_nth(page, label, 0, column, held)
}

fn fill_nth(page: &mut Page, label: &str, nth: usize, column: usize, held: Cell) -> String {
    let is_it = |line: &Line| line.slots.first().is_some_and(|slot| slot.text() == label);
    let (row, line) = page.lines.iter_mut().enumerate().filter(|(_, line)| is_it(line)).nth(nth).unwrap();
    line.slots.resize(4.max(column + 1), Slot::Empty);
    line.slots[column] = match held {
        Cell::Text(text) => Slot::Fill(Fill::Words, Cell::Text(text)),
        other => Slot::Fill(Fill::Day, other),
    };
    format!("{}{}", ["A", "B", "C", "D", "E", "F"][column], row + 1)
}

/// What `merge` says, which must be that nothing was merged.
#[track_caller]
fn refused(folder: &Folder) -> String {
    let before = folder.read(FILE);
    let merged = folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(2);
    assert_eq!(folder.read(FILE), before);
    merged.stderr
}

#[track_caller]
fn says(answers: &str, expected: &str, change: impl FnOnce(&mut Pages)) {
    let said = refused(&changed(answers, change));
    assert!(said.lines().any(|line| line == expected), "{said}\nnot: {expected}");
}

#[test]
fn what_is_no_level_is_told_at_its_cell() {
    let mut cell = String::new();
    let folder = changed("", |pages| cell = fill(page(pages, "A"), "Answer", 1, Cell::text("Yes")));
    // Title, blank, heading, question, four levels; then the answer.
    assert_eq!(cell, "B9");
    let said = refused(&folder);
    assert!(
        said.starts_with("back.xlsx, A, B9: \"Yes\" is not a level; choose absent, developing, in place, assured, don't know or not applicable\n"),
        "{said}"
    );
    let checked = folder.run(&["check", "back.xlsx", "--checklists", "packs"]).ends_with(1);
    assert_eq!(
        checked.stdout,
        "back.xlsx, A, B9: \"Yes\" is not a level; choose absent, developing, in place, assured, don't know or not applicable\n\nback.xlsx: 1 problem\n"
    );
}

#[test]
fn all_mistakes_of_all_files_are_told_at_once() {
    let folder = changed("", |pages| {
        fill(page(pages, "A"), "Answer", 1, Cell::text("Yes"));
        fill_nth(page(pages, "A"), "Answer", 1, 1, Cell::text("not applicable"));
        fill_nth(page(pages, "A"), "Evidence, and its date", 4, 1, Cell::text("Log 7"));
        fill(page(pages, "B"), "Answer", 1, Cell::text("in place"));
        fill(page(pages, "B"), "Answered by, and when", 2, Cell::text("last month"));
        fill(page(pages, "C"), "Figure", 1, Cell::text("about 5"));
        fill(page(pages, "D"), "Evidence, and its date", 2, Cell::Date("2026-10-01".parse().unwrap()));
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
        fill(page(pages, "A"), "Note", 1, Cell::text("Ask Legal Services (Mrs Jŷnes), not us."));
        fill_nth(page(pages, "A"), "Note", 1, 1, Cell::text("Ask HR."));
        fill_nth(page(pages, "A"), signed, 1, 1, Cell::text("A. Clerk"));
        fill_nth(page(pages, "A"), signed, 1, 2, Cell::Date("2026-11-03".parse().unwrap()));
        fill(page(pages, "B"), signed, 1, Cell::text("Legal Services"));
    });
    let before = folder.read(FILE);
    let merged = folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(0);
    assert_eq!(folder.read(FILE), before);
    let said = flat(&merged.stdout);
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
            fill(page(pages, "A"), label, 1, Cell::Empty);
        }
    });
    let before = folder.read(FILE);
    let merged = folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(0);
    assert_eq!(folder.read(FILE), before);
    let said = flat(&merged.stdout);
    let expected = "back.xlsx: A, question 1 (A heavy): the answer that went out with the form was taken out of it; the \
                    answer in the file stays";
    assert_has!(said, expected);
}

#[test]
fn days_of_a_period_without_a_figure_are_told() {
    says(
        "",
        "back.xlsx, C, B5: there are days below, but there is no figure; write the figure, or delete the days",
        |pages| {
            fill(page(pages, "C"), "First day", 2, Cell::Date("2026-02-01".parse().unwrap()));
        },
    );
}

#[test]
fn what_was_typed_beside_the_cells_is_told_and_not_dropped() {
    says(
        "",
        "back.xlsx, A, E9: \"See my mail\" stands outside the cells to fill in, where nobody would read it; move it into a note, or delete it",
        |pages| {
            fill(page(pages, "A"), "Answer", 4, Cell::text("See my mail"));
        },
    );
    says(
        "",
        "back.xlsx, A, B10: \"A row of mine\" stands outside the cells to fill in, where nobody would read it; move it into a note, or delete it",
        |pages| {
            let line = Line {
                slots: vec![Slot::Empty, Slot::printed("A row of mine", Look::Plain)],
                ..Line::default()
            };
            page(pages, "A").lines.insert(9, line);
        },
    );
}

#[test]
fn what_was_typed_where_nothing_is_asked_is_told_too() {
    let outside =
        "stands outside the cells to fill in, where nobody would read it; move it into a note, or delete it";
    let folder = changed("", |pages| {
        fill(page(pages, "Read me first"), "By when", 3, Cell::text("Too soon"));
        fill(page(pages, "A"), "Section A", 2, Cell::text("See annex"));
        fill(page(pages, "Read me first"), "", 1, Cell::text("See the letter"));
        // Its beginning is that of the heading of last year's answers.
        fill(page(pages, "A"), "Note", 3, Cell::text("Last time, we had no register"));
        let line = Line {
            slots: vec![Slot::printed("assured", Look::Plain), Slot::printed("Since May", Look::Plain)],
            ..Line::default()
        };
        let comments =
            Page { name: "Comments".to_owned(), hidden: false, widths: vec![9.0], lines: vec![line] };
        pages.pages.push(comments);
    });
    let said = refused(&folder);
    let lines: Vec<&str> = said.lines().collect();
    for expected in [
        // The opening's third label stands on the seventh row, a blank one behind each.
        format!("back.xlsx, Read me first, D7: \"Too soon\" {outside}"),
        format!("back.xlsx, A, C1: \"See annex\" {outside}"),
        // The last of them stands on the eleventh, the sheets on the thirteenth, who fills it in on the fifteenth.
        format!("back.xlsx, Read me first, B16: \"See the letter\" {outside}"),
        format!("back.xlsx, A, D10: \"Last time, we had no register\" {outside}"),
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
        fill(page(pages, "A"), "Question", 1, Cell::text("We asked ourselves"));
        fill(page(pages, "A"), "Answer", 1, Cell::text("absent"));
        let line = Line {
            slots: vec![Slot::printed("assured", Look::Plain), Slot::printed("Since May", Look::Plain)],
            ..Line::default()
        };
        page(pages, "B").lines.insert(9, line);
    });
    let merged = folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(0);
    let said = flat(&merged.stdout);
    assert_has!(
        said,
        "A, B4: \"We asked ourselves\" stands where something else was printed, and was not read",
        "B, B10: \"Since May\" stands where something else was printed, and was not read"
    );
    assert!(folder.read(FILE).contains("[answers.a-heavy]\nlevel = \"absent\""));
}

#[test]
fn a_sheet_that_lost_its_ids_is_not_called_foreign() {
    let expected = "back.xlsx, D, A1: the ids of the questions on this sheet are gone, so that nobody can say what belongs to \
                    which; copy the answers into a fresh form";
    says("", expected, |pages| {
        fill(page(pages, "D"), "Answer", 1, Cell::text("absent"));
        page(pages, "D").lines.retain(|line| line.slots.first().is_none_or(|slot| slot.text() != "ID"));
    });
    // A title makes no sheet of a section: what stands below it is told.
    let below = "back.xlsx, Comments, A2: \"The register was lost\" stands outside the cells to fill in, where nobody would \
                 read it; move it into a note, or delete it";
    says("", below, |pages| {
        let line = |text: &str| Line { slots: vec![Slot::printed(text, Look::Plain)], ..Line::default() };
        let lines = vec![line("Section A"), line("The register was lost")];
        pages.pages.push(Page { name: "Comments".to_owned(), hidden: false, widths: vec![9.0], lines });
    });
    // Where all of its questions were deleted, only that is told.
    let folder = changed("", |pages| page(pages, "D").lines.truncate(1));
    folder.prints(
        &["merge", FILE, "back.xlsx", "--checklists", "packs"],
        "1 question is no longer on the form",
    );
}

#[test]
fn an_answer_in_the_wrong_cell_is_told_where_it_belongs() {
    let folder = changed("", |pages| {
        fill(page(pages, "A"), "Answer", 2, Cell::text("Developing"));
        fill_nth(page(pages, "A"), "Note", 1, 1, Cell::text("in place"));
        fill_nth(page(pages, "A"), "Answer", 2, 3, Cell::text("far away"));
        fill(page(pages, "C"), "Figure", 2, Cell::text("12"));
        fill_nth(page(pages, "C"), "Note", 1, 1, Cell::text("12"));
    });
    let said = refused(&folder);
    // A question of the sheet A takes 13 rows, of which the seventh is the answer and the eighth the note.
    let expected = "\
back.xlsx, A, C9: \"Developing\" stands beside the cell for the answer; move it into B9
back.xlsx, A, B23: \"in place\" stands in the note; choose it as the answer in B22
back.xlsx, A, D35: \"far away\" stands outside the cells to fill in, where nobody would read it; move it into a note, or delete it
back.xlsx, C, C5: \"12\" stands beside the cell for the answer; move it into B5
healthcheck: nothing was merged";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn a_row_without_words_that_was_put_in_does_no_harm() {
    let folder = changed("", |pages| {
        page(pages, "A").lines.insert(9, Line::default());
        fill(page(pages, "A"), "Answer", 1, Cell::text("in place"));
    });
    folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(0);
    assert!(folder.read(FILE).contains("[answers.a-heavy]\nlevel = \"in-place\""), "{}", folder.read(FILE));
}

#[test]
fn a_row_that_is_gone_and_columns_that_were_moved_are_told() {
    says(
        "",
        "back.xlsx, A, B13: the row \"Note\" of this question is gone, or stands below its ID; put it back, or copy the answers into a fresh form",
        |pages| {
            let lines = &mut page(pages, "A").lines;
            let at = lines
                .iter()
                .position(|line| line.slots.first().is_some_and(|slot| slot.text() == "Note"))
                .unwrap();
            lines.remove(at);
        },
    );
    says(
        "",
        "back.xlsx, A, C14: columns were moved or put in, so that nobody can say which cell belongs to which label; take them out again, or copy the answers into a fresh form",
        |pages| {
            for line in page(pages, "A").lines.iter_mut().filter(|line| line.slots.len() > 1) {
                line.slots.insert(1, Slot::Empty);
            }
        },
    );
}

#[test]
fn a_sheet_that_was_renamed_is_found_and_said_to_be() {
    let folder = changed("", |pages| {
        fill(page(pages, "A"), "Answer", 1, Cell::text("In place "));
        page(pages, "A").name = "Our part".to_owned();
    });
    let merged = folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(0);
    let said = flat(&merged.stdout);
    assert_has!(
        said,
        "back.xlsx: the sheet \"A\" is called \"Our part\" now; its questions were found by their ids",
        "back.xlsx: nobody is named who answered, and no day: Our part, question 1 (A heavy); ask for both, write it on \
             the first sheet, and merge the form again"
    );
}

#[test]
fn a_question_that_is_on_it_twice_or_no_more_is_told() {
    says(
        "",
        "back.xlsx, Copy, B14: the question `a-heavy` is on the form twice, also at A, B14; delete one of the two",
        |pages| {
            let copy = Page { name: "Copy".to_owned(), ..page(pages, "A").clone() };
            pages.pages.push(copy);
        },
    );
    let folder = changed("", |pages| pages.pages.retain(|page| page.name != "A"));
    let merged = folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(0);
    let said = flat(&merged.stdout);
    assert_has!(
        said,
        "3 questions are no longer on the form, and left as they were: A heavy; A light; A other"
    );
}

#[test]
fn merged_cells_are_told() {
    use std::io::{Cursor, Read, Write};
    let bytes = excel::draw_pages(&pages("", |_| {})).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        if name == "xl/worksheets/sheet2.xml" {
            let merged = "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"B10:C11\"/></mergeCells>";
            text = text.must_replace("</sheetData>", merged);
        }
        written.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        written.write_all(text.as_bytes()).unwrap();
    }
    let folder = folder("").and("back.xlsx", written.finish().unwrap().into_inner());
    let said = refused(&folder);
    assert!(
        said.starts_with("back.xlsx, A, B10: the cells B10:C11 were merged; take them apart again"),
        "{said}"
    );
}

#[test]
fn a_date_that_cannot_be_is_told() {
    // 2026 days after the last of 1899: what a spreadsheet makes of a year alone.
    says(
        "",
        "back.xlsx, A, C13: a year or another number alone is not a date; write it like 30/9/2026, 30 Sep 2026 or 2026-09-30",
        |pages| {
            fill(page(pages, "A"), "Answer", 1, Cell::text("absent"));
            fill(page(pages, "A"), "Answered by, and when", 2, Cell::Date("1905-07-18".parse().unwrap()));
        },
    );
    let day = |day: &str| Cell::Date(day.parse().unwrap());
    says(
        "",
        "back.xlsx, A, C13: 1 January 2027 is in the future; write the day on which it happened",
        |pages| {
            fill(page(pages, "A"), "Answer", 1, Cell::text("absent"));
            fill(page(pages, "A"), "Answered by, and when", 2, day("2027-01-01"));
        },
    );
    says(
        "",
        "back.xlsx, A, C11: 45000 is a number, not a date; write it like '30 Sep 2026, with the apostrophe before it",
        |pages| {
            fill(page(pages, "A"), "Answer", 1, Cell::text("absent"));
            let label = "Evidence, and its date";
            fill(page(pages, "A"), label, 2, Cell::Empty);
            for line in &mut page(pages, "A").lines {
                if line.slots.first().is_some_and(|slot| slot.text() == label) {
                    line.slots[1] = Slot::Fill(Fill::Words, Cell::text("Audit"));
                    line.slots[2] = Slot::Fill(
                        Fill::Figure(vec!["x".to_owned()]),
                        Cell::Number(45000.0, NumberFormat::Whole),
                    );
                    break;
                }
            }
        },
    );
    says(
        "",
        "back.xlsx, C, C7: the period ends (2026-01-01) before it begins (2026-02-01); put the earlier day first",
        |pages| {
            fill(page(pages, "C"), "Figure", 1, Cell::text("12"));
            fill(page(pages, "C"), "First day", 2, day("2026-02-01"));
            fill(page(pages, "C"), "Last day", 2, day("2026-01-01"));
        },
    );
}

#[test]
fn a_form_of_another_force_day_or_edition_is_told() {
    let wrong = |name: &str, fact: &str, value: &str| {
        let folder = changed("", |pages| {
            for page in &mut pages.pages {
                for line in &mut page.lines {
                    if line.slots.first().is_some_and(|slot| slot.text() == fact) {
                        line.slots[1] = Slot::printed(value, Look::Small);
                    }
                }
            }
        });
        let said = refused(&folder);
        assert_has!(said, name);
    };
    wrong(
        "back.xlsx: it is a form of Kent Police, and this is the healthcheck of Test Police; merge it into",
        "Force",
        "Kent Police",
    );
    wrong(
        "back.xlsx: it is a form of the healthcheck of 2 November 2025, and this one is of 2 November 2026; merge it into",
        "Healthcheck of",
        "2025-11-02",
    );
    wrong(
        "back.xlsx: it is of edition 0 of the checklist `small`, which is not at hand; give its folder",
        "Edition",
        "0",
    );
}

#[test]
fn the_name_of_somebody_else_does_not_stand_on_what_was_changed() {
    let answered = "[answers.a-heavy]\nlevel = \"absent\"\nby = \"A. Assessor\"\non = 2026-11-03\n";
    says(
        answered,
        "back.xlsx, A, B13: the answer was changed, but still bears the name of A. Assessor; write who changed it and when, here or once for all on the first sheet",
        |pages| {
            fill(page(pages, "A"), "Answer", 1, Cell::text("in place"));
        },
    );
    let folder = changed(answered, |pages| {
        fill(page(pages, "A"), "Answer", 1, Cell::text("in place"));
        fill(page(pages, "Read me first"), "Filled in by, and when", 1, Cell::text("B. Other"));
        fill(page(pages, "Read me first"), "Filled in by, and when", 2, Cell::Date(today()));
    });
    folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(0);
    let expected = "[answers.a-heavy]\nlevel = \"in-place\"\nby = \"B. Other\"\non = 2026-11-22\n";
    assert!(folder.read(FILE).ends_with(expected), "{}", folder.read(FILE));
}

#[test]
fn a_form_survives_without_its_hidden_sheet() {
    let folder = changed("", |pages| {
        pages.pages.retain(|page| !page.hidden);
        fill(page(pages, "D"), "Answer", 1, Cell::text("don't know"));
    });
    folder.run(&["merge", FILE, "back.xlsx", "--checklists", "packs"]).ends_with(0);
    assert!(folder.read(FILE).contains("[answers.d-only]\nlevel = \"unknown\""));
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
    let said = refused(&folder);
    assert!(said.starts_with("back.xlsx: it does not say which healthcheck it belongs to"), "{said}");
    let folder = folder.and("back.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0]);
    let said = refused(&folder);
    assert!(
        said.starts_with("back.xlsx: it has a password, or is an Excel file of the old kind (.xls)"),
        "{said}"
    );
}

#[test]
fn what_is_no_workbook_at_all_is_told_as_what_it_is() {
    let said = |bytes: &[u8]| {
        let folder = folder("").and("back", bytes);
        let merged = folder.run(&["merge", FILE, "back", "--checklists", "packs"]).ends_with(2).stderr;
        let checked = folder.run(&["check", "back", "--checklists", "packs"]).ends_with(1).stdout;
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
