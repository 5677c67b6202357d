//! The Excel file, read back cell by cell. The figures of `own.toml` are worked out by hand in `reports.rs`.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::report::sheets::workbook;
use integrity_healthcheck::workbook::{Cell, ColumnKind, NumberFormat, Sheet, SheetColumn, Workbook, excel};

use integrity_healthcheck::results::{PublicReport, Report, for_the_public};
use integrity_healthcheck::text::source::Source;
use snapbox::{assert_data_eq, file};

use crate::support::{
    Folder, MustReplace, OWN, assert_begins, assert_has, assert_lacks, own_with, parsed, today, zip_parts,
};

/// What somebody might type to have it run.
const HOSTILE: [&str; 4] = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)"];

#[derive(Clone, Copy, PartialEq)]
enum For {
    Force,
    Public,
}

/// What was published in 2012.
fn of_2012(builtin: &Catalogue) -> Vec<Named<'_>> {
    builtin.published().into_iter().filter(|named| named.assessment.year() == 2012).collect()
}

/// The workbook of a report beside each of the published findings of 2012.
fn workbook_of(text: &str, readers: For) -> Workbook {
    let builtin = Catalogue::built_in().unwrap();
    let checklist = Arc::clone(builtin.edition("without-fear-or-favour", "2026.1").unwrap());
    let assessment = parsed(&Source::new("own.toml", text), &checklist);
    let published = of_2012(&builtin);
    match readers {
        For::Force => workbook(
            &Report::new(Named { name: "own.toml", assessment: &assessment }, &published, today())
                .with_survey(&published),
        ),
        For::Public => {
            let about = for_the_public(&assessment, None);
            let others: Vec<_> =
                published.iter().map(|other| for_the_public(other.assessment, Some(other.name))).collect();
            workbook(&PublicReport::new(&about, &others, &others, &[], today(), None).unwrap())
        }
    }
}

fn file_of(text: &str, readers: For) -> Vec<u8> {
    excel::draw(&workbook_of(text, readers)).unwrap()
}

/// A file as a reader of spreadsheets has it.
struct Opened(Xlsx<Cursor<Vec<u8>>>);

impl Opened {
    fn new(file: Vec<u8>) -> Self {
        Self(Xlsx::new(Cursor::new(file)).unwrap())
    }

    fn own() -> Self {
        Self::new(file_of(OWN, For::Force))
    }

    fn rows(&mut self, sheet: &str) -> Vec<Vec<Data>> {
        self.0.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    fn headings(&mut self, sheet: &str) -> Vec<String> {
        self.rows(sheet)[0].iter().map(ToString::to_string).collect()
    }

    /// The cell under a heading, in the row that has this text somewhere.
    fn cell(&mut self, sheet: &str, row: &str, heading: &str) -> Data {
        let at = self.headings(sheet).iter().position(|each| each == heading).unwrap();
        let rows = self.rows(sheet);
        rows.iter().find(|cells| cells.contains(&Data::String(row.to_owned()))).unwrap()[at].clone()
    }

    fn all_text(&mut self) -> String {
        let cells = self.0.sheet_names().into_iter().flat_map(|name| self.rows(&name)).flatten();
        cells.map(|cell| format!("{cell}\n")).collect()
    }
}

fn part(file: Vec<u8>, name: &str) -> String {
    zip_parts(file).into_iter().find(|(each, _)| each == name).unwrap().1
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[track_caller]
fn assert_day(cell: Data, day: &str) {
    let Data::DateTime(held) = cell else { panic!("{cell:?} is not a day") };
    assert_eq!(held.as_datetime().unwrap().date(), day.parse::<NaiveDate>().unwrap());
}

#[test]
fn each_sheet_has_as_many_rows_as_the_report_says() {
    let mut own = Opened::own();
    let sheets = [
        // 1 heading, and: 8 sections and all of them; 77 level questions and 6 counts; the gaps of the JSON;
        // 77 level questions; 9 published; 77 again; 6 counts of 10; the gaps again (empty rows for more are not read).
        ("Sections", 1 + 8 + 1),
        ("Answers", 1 + 77 + 6),
        // One piece for the register and two for the policy.
        ("Evidence", 1 + 3),
        ("Gaps", 1 + 3),
        ("Comparison", 1 + 77),
        ("Comparison in total", 1 + 9),
        ("All forces", 1 + 77),
        ("Counts", 1 + 6 * 10),
        ("Action plan", 1 + 3),
    ];
    assert_eq!(own.0.sheet_names()[0], "Summary");
    assert_eq!(own.0.sheet_names()[1..], sheets.map(|(name, _)| name));
    for (name, rows) in sheets {
        assert_eq!(own.rows(name).len(), rows, "{name}");
    }
}

#[test]
fn the_headings_are_these() {
    let mut own = Opened::own();
    let headings = [
        ("Summary", "Summary|Integrity healthcheck: gap report, essex POLICE"),
        (
            "Sections",
            "Section|Score|Bounds, lowest|Bounds, highest|Asked|Answered|Unknown|Not applicable|Open|Targets met|\
             Not settled|Targets|Essential gaps|Essential open|Weight",
        ),
        (
            "Answers",
            "Section|Question|ID|Asked|Essential|Answer|Level, 0 to 3|Weight|Target|Target, 0 to 3|Met|Note|Answered by|Answered on|From|To",
        ),
        (
            "Gaps",
            "Order|Section|Question|ID|Essential|Weight|Shortfall|Now|Target|To do|Belongs to|Whom to ask|\
             Actions",
        ),
        (
            "Comparison in total",
            "Compared with|Shared|Ahead|Level|Behind|Not settled|This|Other, lowest|Other, highest",
        ),
        ("Counts", "Count|ID|Force|Value|Unit|From|To|Caution"),
        (
            "Action plan",
            "Action|Section|Question|ID|Essential|To do|Belongs to|Owner|Due|Why there is no date|Overdue|Days late|\
             Status|Reason, if not to be done|Progress|Mark (leave as it is)",
        ),
        ("Evidence", "Section|Question|ID|Essential|Evidence|Dated|Answer"),
    ];
    for (sheet, expected) in headings {
        assert_eq!(own.headings(sheet).join("|"), expected);
    }
    let comparison = own.headings("Comparison");
    assert_eq!(comparison[..5], ["Section", "Question", "ID", "Target", "This"]);
    assert_eq!(comparison[5], "Cheshire Constabulary, HMIC force report, December 2012");
}

#[test]
fn figures_are_figures() {
    let mut own = Opened::own();
    let gifts = "Gifts and hospitality";
    let figures =
        [("Score", 40.0), ("Asked", 10.0), ("Answered", 4.0), ("Targets met", 1.0), ("Essential gaps", 1.0)];
    for (heading, figure) in figures {
        assert_eq!(own.cell("Sections", gifts, heading), Data::Float(figure), "{heading}");
    }
    assert_eq!(own.cell("Sections", "In all", "Score"), Data::Float(40.0));
    assert_eq!(own.cell("Sections", "In all", "Open"), Data::Float(72.0));
    // Nothing is answered there, so there is no score, which is not 0.
    assert_eq!(own.cell("Sections", "Procurement and contracts", "Score"), Data::Empty);
    let cheshire = "Cheshire Constabulary, HMIC force report, December 2012";
    let headings = ["Shared", "Ahead", "Behind", "Not settled", "This", "Other, lowest", "Other, highest"];
    let figures = headings.map(|heading| own.cell("Comparison in total", cheshire, heading));
    assert_eq!(figures, [4.0, 0.0, 3.0, 1.0, 40.0, 66.7, 100.0].map(Data::Float));
    assert_eq!(own.cell("Answers", "media-leak-investigations", "Answer"), Data::Float(2.0));
    let summary = own.rows("Summary");
    assert!(summary.contains(&vec![text("Score"), text("40.0 of 100, the mean of 1 of 8 sections")]));
}

/// The headings of every sheet of a file in a folder, a sheet a line.
fn headings(folder: &Folder, file: &str) -> String {
    let mut opened = Opened::new(std::fs::read(folder.path(file)).unwrap());
    let names = opened.0.sheet_names();
    let visible = names.iter().filter(|name| *name != "Lists");
    visible.map(|name| format!("{name}: {}\n", opened.headings(name).join(" | "))).collect()
}

#[test]
fn every_sheet_has_its_headings() {
    let board = |year: &str, text: &str| (format!("{year}.toml"), text.to_owned());
    let long = "One line of what was said.\\n".repeat(99);
    let newest = include_str!("../fixtures/board/2026.toml");
    let newest = newest.replacen("note = \"See", &format!("note = \"{long}See"), 1);
    assert!(newest.contains(&long));
    let files = [
        board("2024", include_str!("../fixtures/board/2024.toml")),
        board("2025", include_str!("../fixtures/board/2025.toml")),
        board("2026", &newest),
    ];
    let folder = files.iter().fold(Folder::new(), |folder, (name, text)| folder.and(name, text));
    folder.run("review 2026.toml r.toml --start --assessor Audit").ends_with(0);
    folder.run("answer r.toml media-policy=absent").ends_with(0);
    let earlier = ["--earlier", "2024.toml", "2025.toml"];
    let with_review = [&earlier[..], &["--review", "r.toml"]].concat();
    let reports: [(&str, &[&str]); 4] = [
        ("own", &[&["report", "2026.toml"], &with_review[..]].concat()),
        ("public", &[&["report", "2026.toml", "--public"], &earlier[..]].concat()),
        ("findings", &["report", "essex-2012", "--beside", "surrey-2012"]),
        ("region", &["region", "2024.toml", "2025.toml", "2026.toml"]),
    ];
    let mut all = String::new();
    for (title, arguments) in reports {
        let file = format!("{title}.xlsx");
        folder.run(&[arguments, &["--output", &file]].concat()).ends_with(0);
        all.push_str(&format!("{title}\n\n{}\n", headings(&folder, &file)));
    }
    assert_data_eq!(all, file!["../golden/headings.txt"].raw());
}

#[test]
fn days_are_days() {
    let mut own = Opened::own();
    assert_day(own.cell("Answers", "gifts-single-register", "Answered on"), "2026-11-20");
    assert_day(own.cell("Answers", "media-leak-investigations", "From"), "2025-11-01");
    assert_day(own.cell("Answers", "media-leak-investigations", "To"), "2026-10-31");
    let counts = own.rows("Counts");
    let leaks = |whose: &str| {
        let is = |row: &&Vec<Data>| {
            row[1] == text("media-leak-investigations") && row[2].to_string().starts_with(whose)
        };
        counts.iter().find(is).unwrap().clone()
    };
    let own = leaks("essex POLICE");
    assert_eq!(own[3..5], [Data::Float(2.0), text("investigations")]);
    assert_day(own[5].clone(), "2025-11-01");
    // Greater Manchester's figures cover the days that its report gives for all of them.
    assert_eq!(leaks("Greater Manchester")[3], Data::Float(15.0));
    assert_day(leaks("Greater Manchester")[5].clone(), "2011-09-01");
    assert_day(leaks("Greater Manchester")[6].clone(), "2012-05-31");
}

#[test]
fn a_day_or_a_count_that_no_spreadsheet_holds_stays_words() {
    let old = OWN.must_replace("from = 2025-11-01", "from = 1900-01-15");
    let old = old.must_replace("count = 2", "count = 9007199254740993");
    let mut opened = Opened::new(file_of(&old, For::Force));
    let cell = |opened: &mut Opened, heading| opened.cell("Answers", "media-leak-investigations", heading);
    assert_eq!(cell(&mut opened, "From"), text("15 January 1900"));
    assert_eq!(cell(&mut opened, "Answer"), text("9007199254740993"));
}

#[test]
fn a_question_without_an_answer_is_there_to_be_filtered() {
    let mut own = Opened::own();
    assert_eq!(own.cell("Answers", "media-policy", "Answer"), text("not answered"));
    assert_eq!(own.cell("Answers", "media-policy", "Met"), Data::Empty);
    assert_eq!(own.cell("Comparison", "gifts-single-register", "This"), text("developing"));
    let surrey = "Surrey Police, HMIC press release (partial), December 2012";
    assert_eq!(own.cell("Comparison", "media-off-the-record", surrey), text("not stated"));
}

#[test]
fn gaps_stand_in_the_order_in_which_to_close_them() {
    let mut own = Opened::own();
    for sheet in ["Gaps", "Action plan"] {
        let at = own.headings(sheet).iter().position(|heading| heading == "ID").unwrap();
        let ids: Vec<String> = own.rows(sheet)[1..4].iter().map(|row| row[at].to_string()).collect();
        assert_eq!(ids, ["gifts-single-register", "gifts-staff-understanding", "gifts-policy"], "{sheet}");
    }
    assert_eq!(own.cell("Gaps", "gifts-staff-understanding", "Shortfall"), Data::Float(2.0));
    assert_eq!(own.cell("Gaps", "gifts-staff-understanding", "Now"), text("unknown"));
    assert_eq!(own.cell("Gaps", "gifts-single-register", "Essential"), text("yes"));
    let to_do = own.cell("Gaps", "gifts-staff-understanding", "To do").to_string();
    assert_begins(&to_do, "Establish the facts.\n");
    let found = own.cell("Gaps", "gifts-single-register", "Whom to ask").to_string();
    // Greater Manchester's words speak of registers and of a register: not surely in place.
    assert_eq!(found, "Cheshire, Cumbria, Durham and Staffordshire (2012), according to what was published");
}

#[test]
fn everything_that_was_typed_is_there() {
    let mut own = Opened::own();
    let typed = [
        ("gifts-single-register", "Note", "Two stations still keep their own."),
        ("gifts-single-register", "Answered by", "A. Assessor"),
        ("gifts-policy", "Note", "The new policy is with the board.\nIt is due in January."),
        ("gifts-staff-understanding", "Note", "No survey yet."),
        ("gifts-from-bidders", "Note", "The force buys through a neighbour."),
    ];
    for (id, heading, expected) in typed {
        assert_eq!(own.cell("Answers", id, heading), text(expected));
    }
    // A row for each piece of evidence, its day a day.
    assert_eq!(own.cell("Evidence", "Register audit 3", "ID"), text("gifts-single-register"));
    assert_day(own.cell("Evidence", "Register audit 3", "Dated"), "2026-09-30");
    assert_eq!(own.cell("Evidence", "Draft 4", "Dated"), Data::Empty);
    assert_day(own.cell("Evidence", "Board minutes", "Dated"), "2026-10-12");
    let summary = own.rows("Summary");
    for (label, says) in [
        ("Marking", "OFFICIAL-SENSITIVE"),
        ("Force", "essex POLICE"),
        ("Assessed by", "Professional Standards Department"),
        ("Opened on", "2 November 2026"),
    ] {
        assert!(summary.contains(&vec![text(label), text(says)]), "{label}");
    }
}

#[test]
fn what_a_person_typed_cannot_become_a_formula() {
    for hostile in HOSTILE {
        let fields = [
            "Two stations still keep their own.",
            "Register audit 3",
            "A. Assessor",
            "essex POLICE",
            "Professional Standards Department",
            "OFFICIAL-SENSITIVE",
        ];
        let file = file_of(&own_with(&fields, hostile), For::Force);
        let mut opened = Opened::new(file.clone());
        for heading in ["Note", "Answered by"] {
            assert_eq!(opened.cell("Answers", "gifts-single-register", heading), text(hostile));
        }
        assert!(opened.rows("Summary").contains(&vec![text("Marking"), text(hostile)]));
        for name in opened.0.sheet_names() {
            assert!(opened.0.worksheet_formula(&name).unwrap().is_empty(), "{name}");
        }
        for (name, xml) in zip_parts(file) {
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name}");
            assert_lacks!(name, "externalLink");
            assert_lacks!(xml, "hyperlink");
        }
    }
}

#[test]
fn what_a_person_typed_cannot_become_markup_or_a_field_of_a_header() {
    let hostile = "&Z&F <b>&amp; _x0041_ ]]>";
    let fields = ["Two stations still keep their own.", "OFFICIAL-SENSITIVE"];
    let file = file_of(&own_with(&fields, hostile), For::Force);
    let mut opened = Opened::new(file.clone());
    // Every `&` is doubled, then written as XML.
    assert_has!(part(file, "xl/worksheets/sheet1.xml"), "&amp;&amp;Z&amp;&amp;F &lt;b&gt;");
    assert!(opened.rows("Summary").iter().any(|row| row[1] == text(hostile)));
    assert_eq!(opened.cell("Answers", "gifts-single-register", "Note"), text(hostile));
}

#[test]
fn the_action_plan_is_filled_in_from_lists() {
    let xml = part(file_of(OWN, For::Force), "xl/worksheets/sheet10.xml");
    assert_has!(
        xml,
        "<formula1>\"planned,under way,done,not to be done\"</formula1>",
        "type=\"list\"",
        "type=\"date\""
    );
    // Three gaps and twelve rows for more.
    assert_has!(xml, "sqref=\"M2:M16\"", "sqref=\"I2:I16\"");
}

#[test]
fn every_sheet_prints_on_a4_with_its_marking_and_headings() {
    let file = file_of(OWN, For::Force);
    let sheets: Vec<_> = zip_parts(file.clone())
        .into_iter()
        .filter(|(name, _)| name.starts_with("xl/worksheets/sheet"))
        .collect();
    assert_eq!(sheets.len(), 10);
    for (name, xml) in &sheets {
        for expected in [
            "paperSize=\"9\"",
            "orientation=\"landscape\"",
            "fitToHeight=\"0\"",
            "<pane ",
            "Page &amp;P of &amp;N",
            "essex POLICE, 22 November 2026",
        ] {
            assert!(xml.contains(expected), "{name}: {expected}");
        }
        assert_eq!(xml.matches("OFFICIAL-SENSITIVE").count(), 2, "{name}");
        assert_eq!(xml.contains("<autoFilter "), name != "xl/worksheets/sheet1.xml", "{name}");
    }
    let book = part(file, "xl/workbook.xml");
    assert_eq!(book.matches("_xlnm.Print_Titles").count(), 10);
}

#[test]
fn the_same_report_gives_the_same_bytes_with_no_name_and_no_time_of_day() {
    assert_eq!(file_of(OWN, For::Force), file_of(OWN, For::Force));
    let core = part(file_of(OWN, For::Force), "docProps/core.xml");
    assert_has!(
        core,
        "<dc:title>Integrity healthcheck: gap report, essex POLICE</dc:title>",
        "<dc:creator></dc:creator>",
        "<cp:lastModifiedBy></cp:lastModifiedBy>"
    );
    assert_eq!(core.matches("2026-11-22T00:00:00Z").count(), 2, "{core}");
    assert!(!part(file_of(OWN, For::Force), "docProps/app.xml").contains("<Company>O"), "{core}");
}

#[test]
fn nothing_private_is_anywhere_in_a_file_for_the_public() {
    let private = "stations still|Register audit|Assessor|with the board|due in January|Draft 4|Board minutes|survey|through a \
                   neighbour|Professional Standards Department|OFFICIAL|Answered by|Answered on|no evidence is named";
    let private: Vec<&str> = private.split('|').collect();
    let file = file_of(OWN, For::Public);
    // The plan, to be filled in, is the force's.
    assert!(!Opened::new(file.clone()).0.sheet_names().contains(&"Action plan".to_owned()));
    for (name, xml) in zip_parts(file.clone()) {
        for word in &private {
            assert!(!xml.contains(word), "{name}: {word}");
        }
        // Days are numbers of days: 20 November 2026, on which was answered, and those of the evidence.
        for day in ["46346", "46295", "46307"] {
            assert!(!xml.contains(day), "{name}: {day}");
        }
    }
    // In the full report they are found where this looks for them.
    let full: String = zip_parts(file_of(OWN, For::Force)).into_iter().map(|(_, xml)| xml).collect();
    assert!(private.iter().all(|word| full.contains(word)) && full.contains("46346"));

    let mut public = Opened::new(file);
    assert_eq!(
        public.headings("Answers").join("|"),
        "Section|Question|ID|Asked|Essential|Answer|Level, 0 to 3|Weight|Target|Target, 0 to 3|Met|From|To"
    );
    assert_eq!(public.cell("Answers", "gifts-single-register", "Answer"), text("developing"));
    assert!(public.rows("Summary").contains(&vec![text("Marking"), text("Not cleared for release")]));
    // HMIC's findings stay.
    assert_has!(public.all_text(), "Cheshire, Cumbria, Durham and Staffordshire (2012)");
}

#[test]
fn a_text_too_long_for_a_row_stands_whole_on_a_sheet_of_its_own() {
    let whole: String = (0..4000).map(|number| format!("Line {number} of what was said.\n")).collect();
    let typed = own_with(&["Two stations still keep their own."], &whole.replace('\n', "\\n"));
    let mut opened = Opened::new(file_of(&typed, For::Force));
    let note = opened.cell("Answers", "gifts-single-register", "Note").to_string();
    assert_begins(&note, "Line 0 of what was said.\nLine 1 ");
    assert!(note.ends_with("\n… Whole on the sheet Long texts, number 1."), "{note}");
    // A heading, 77 questions and 6 counts.
    assert_eq!(opened.rows("Answers").len(), 84, "a question is one row");
    let rows = opened.rows("Long texts");
    assert_eq!(
        rows[1][..5],
        [Data::Float(1.0), text("Answers"), text("gifts-single-register"), text("Note"), Data::Float(1.0)]
    );
    // A row shows 31 lines, and there are 4,000 and the empty one after the last: 4,001 ÷ 31 = 129.06.
    assert_eq!(rows[1..].len(), 130);
    let pieces: String = rows[1..].iter().map(|row| row[5].to_string()).collect();
    assert_eq!(pieces, whole);
}

#[test]
fn a_marking_too_long_for_a_header_is_whole_on_the_summary() {
    let long = "OFFICIAL & SENSITIVE ".repeat(9);
    let file = file_of(&own_with(&["OFFICIAL-SENSITIVE"], long.trim()), For::Force);
    let mut opened = Opened::new(file.clone());
    assert!(opened.rows("Summary").contains(&vec![text("Marking"), text(long.trim())]));
    // A header of more than 255 signs would not be written at all.
    assert!(part(file, "xl/worksheets/sheet1.xml").contains("<oddHeader>"));
}

fn fill_in(choices: Vec<String>, held: Cell) -> Workbook {
    let column = |heading: &str, kind| SheetColumn {
        heading: heading.to_owned(),
        width: 20.0,
        kind,
        highlighted: None,
    };
    let sheet = Sheet {
        name: "Sheet".to_owned(),
        columns: vec![column("Status", ColumnKind::FillChoice(choices)), column("Held", ColumnKind::Words)],
        fixed: 0,
        rows: vec![vec![Cell::Empty, held]],
        total: None,
        filtered: true,
        charted: Vec::new(),
    };
    let (title, context) = ("Title".to_owned(), "Context".to_owned());
    Workbook { title, context, marking: None, date: today(), sheets: vec![sheet] }
}

#[test]
fn a_list_too_long_for_a_cell_is_on_a_hidden_sheet() {
    for choices in
        [(0..60).map(|number| format!("choice {number}")).collect(), vec!["one, or the other".to_owned()]]
    {
        let file = excel::draw(&fill_in(choices.clone(), Cell::Number(1.0, NumberFormat::Whole))).unwrap();
        let sheet = part(file.clone(), "xl/worksheets/sheet1.xml");
        assert!(sheet.contains(&format!("<formula1>Lists!$A$1:$A${}</formula1>", choices.len())), "{sheet}");
        let hidden = "name=\"Lists\" sheetId=\"2\" state=\"hidden\"";
        assert_has!(part(file.clone(), "xl/workbook.xml"), hidden);
        let listed: Vec<String> =
            Opened::new(file).rows("Lists").iter().map(|row| row[0].to_string()).collect();
        assert_eq!(listed, choices);
    }
}

#[test]
fn what_xml_does_not_allow_never_reaches_it() {
    let hostile = "a\u{0}b\u{1b}[31mc\u{FFFE}d\r\ne\u{202E}f".to_owned();
    let file = excel::draw(&fill_in(vec![hostile.clone()], Cell::Text(hostile))).unwrap();
    for (name, xml) in zip_parts(file.clone()) {
        let bad =
            |c: char| (c.is_control() && !"\n\r\t".contains(c)) || ['\u{FFFE}', '\u{202E}'].contains(&c);
        assert!(!xml.contains(bad) && !xml.contains("_x00"), "{name}");
    }
    let mut opened = Opened::new(file);
    assert_eq!(opened.rows("Sheet")[1][1], text("a\u{FFFD}b\u{FFFD}[31mc\u{FFFD}d\ne\u{FFFD}f"));
}
