//! Reports as HTML. What a browser makes of them is checked by `.ci/html`; here stands what can be seen in the text.

use std::collections::BTreeSet;

use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::document::html;
use integrity_healthcheck::document::{
    Block, Chart, Column, Document, Fact, Figure, Fill, Grid, LevelSection, Mark, Point, Signing, Table,
    TargetBar,
};
use snapbox::{assert_data_eq, file};

use crate::support::{OWN, OWN_TYPED, assert_has, assert_lacks, between, gap_report};

fn own() -> String {
    html::draw(&gap_report(OWN))
}

fn drawn(blocks: Vec<Block>) -> String {
    html::draw(&Document { title: "A title".to_owned(), blocks, ..Document::default() })
}

#[test]
fn the_report_on_a_force_of_ones_own() {
    assert_data_eq!(own(), file!["../golden/own.html"].raw());
    assert_eq!(own(), own());
}

#[test]
fn every_question_can_be_pointed_at_and_every_id_stands_once() {
    let page = own();
    let ids = between(&page, " id=\"", "\"");
    let once: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), once.len());
    let builtin = Catalogue::built_in().unwrap();
    for question in builtin.edition("without-fear-or-favour", "2026.1").unwrap().questions() {
        assert!(once.contains(question.id.as_str()), "{}", question.id);
    }
    for attribute in ["href=\"#", "aria-labelledby=\"", "aria-describedby=\""] {
        let named = between(&page, attribute, "\"");
        assert!(!named.is_empty() && named.iter().all(|id| once.contains(id)), "{attribute} {named:?}");
    }
}

#[test]
fn it_is_whole_in_itself() {
    let page = own();
    // What a browser would load; an address that is only printed loads nothing.
    assert_lacks!(page, "<script", "<link", "<img", "<iframe", "src=", "url(", "@import");
    let outside: Vec<_> =
        between(&page, "href=\"", "\"").into_iter().filter(|target| !target.starts_with('#')).collect();
    assert!(outside.is_empty(), "{outside:?}");
    assert!(page.contains("http"), "an address is printed, so that this looks for more than the word");
}

#[test]
fn everything_that_was_typed_is_in_it() {
    let page = own();
    assert_has!(page, "OFFICIAL-SENSITIVE");
    OWN_TYPED.iter().for_each(|typed| assert_has!(page, &typed.replace('|', "<br>")));
}

#[test]
fn what_a_person_typed_cannot_become_markup() {
    let hostile = "</style></title><script>alert(1)</script><!-- ]]> &amp; \" ' onload=x <b>";
    let table = Table { columns: vec![Column::words(hostile)], rows: vec![vec![hostile.to_owned()]] };
    let bar = TargetBar { label: hostile.to_owned(), essential: 1, ..TargetBar::default() };
    let figure = Figure {
        title: hostile.to_owned(),
        description: hostile.to_owned(),
        chart: Chart::Targets(vec![bar]),
        table: Some(table.clone()),
    };
    let fact = Fact::new(hostile, hostile);
    let blocks = vec![
        Block::Chapter(hostile.to_owned()),
        Block::Part(hostile.to_owned()),
        Block::paragraph(hostile),
        Block::List(vec![Point { text: hostile.to_owned(), anchor: Some(hostile.to_owned()) }]),
        Block::Facts(vec![fact.clone()]),
        Block::Entry {
            title: hostile.to_owned(),
            anchor: Some(format!("a{hostile}")),
            facts: vec![fact],
            see: None,
        },
        Block::Table(table.clone()),
        Block::Figure(figure),
    ];
    let page = html::draw(&Document {
        title: hostile.to_owned(),
        context: hostile.to_owned(),
        marking: Some(hostile.to_owned()),
        blocks,
        signatures: Some(Signing { declared: vec![hostile.to_owned()], table }),
    });
    assert_lacks!(page, "<script", "<b>", "<!--", "&amp; \" '");
    for once in ["</style>", "</title>\n<style>"] {
        assert_eq!(page.matches(once).count(), 1, "{once}");
    }
    assert_has!(page, "&lt;script&gt;alert(1)&lt;/script&gt;");
}

#[test]
fn a_marking_stays_a_string_of_the_style_sheet() {
    let marking = "A\" } body { display: none } \" \\22\n*/ é";
    let context = "B</style>".to_owned();
    let page = html::draw(&Document { marking: Some(marking.to_owned()), context, ..Document::default() });
    // By hand: " is 22, } 7d, { 7b, : 3a, \ 5c, * 2a, / 2f, < 3c, > 3e; a line end begins a string of its own.
    let marking = "\"A\\000022  \\00007d  body \\00007b  display\\00003a  none \\00007d  \\000022  \\00005c 22\" \"\\a\" \"\\00002a \\00002f  é\"";
    let context = "\"B\\00003c \\00002f style\\00003e \"";
    let head = format!("@top-center {{ content: {marking} \"\\a\" {context} }}\n");
    let foot = format!("@bottom-center {{ content: {marking} \"\\a\" \"Page \" counter(page)");
    assert_has!(page, &head, &foot);
}

#[test]
fn headings_never_skip_a_level() {
    let entry =
        |title: &str| Block::Entry { title: title.to_owned(), anchor: None, facts: Vec::new(), see: None };
    let page = drawn(vec![
        entry("first"),
        Block::Part("part alone".to_owned()),
        entry("under a part alone"),
        Block::Chapter("chapter".to_owned()),
        entry("under a chapter"),
        Block::Part("part".to_owned()),
        entry("under a part"),
        Block::Chapter("another".to_owned()),
        entry("under another"),
    ]);
    let headings: Vec<&str> = page.split("<h").skip(1).filter_map(|rest| rest.get(..1)).collect();
    // html and head, the title, then "Contents" and the blocks.
    assert_eq!(headings.concat(), "te12".to_owned() + "223" + "2334" + "23");
}

#[test]
fn a_table_says_what_heads_its_columns_and_rows() {
    let columns = vec![Column::words(""), Column::words("Name"), Column::figures("Number")];
    let rows = vec![
        vec!["A".to_owned(), "x".to_owned(), "1".to_owned()],
        vec![String::new(), "y".to_owned(), "2".to_owned()],
    ];
    let page = drawn(vec![Block::Table(Table { columns, rows })]);
    let expected = "<thead><tr><th scope=\"col\"><span class=\"heard\">Row</span></th><th scope=\"col\">Name</th>\
                    <th scope=\"col\" class=\"figures\">Number</th></tr></thead>";
    assert_has!(
        page,
        expected,
        "<tr><th scope=\"row\">A</th><td data-column=\"Name\">x</td><td class=\"figures\" data-column=\"Number\">1</td></tr>",
        "<tr><td data-column=\"\"></td><th scope=\"row\">y</th><td class=\"figures\" data-column=\"Number\">2</td></tr>"
    );
}

fn figure(chart: Chart) -> String {
    let figure = Figure { title: "T".to_owned(), description: "D".to_owned(), chart, table: None };
    let page = drawn(vec![Block::Figure(figure)]);
    // Without its key, which has a small picture for each mark.
    page.split("role=\"img\"").skip(1).collect()
}

#[test]
fn a_box_stands_for_each_target() {
    let bar = |label: &str, met, not_settled, missed, essential| TargetBar {
        label: label.to_owned(),
        met,
        not_settled,
        missed,
        essential,
    };
    let picture = figure(Chart::Targets(vec![bar("One", 3, 1, 2, 1), bar("Open", 0, 0, 0, 0)]));
    // Filled: three met, and half of the one that is not settled. Hollow: that one, two missed and one essential.
    assert_eq!(between(&picture, "<rect class=\"full\"", ">").len(), 3 + 1);
    assert_eq!(between(&picture, "<rect class=\"hollow\"", ">").len(), 1 + 2 + 1);
    assert_eq!(between(&picture, "<line class=\"line\"", ">").len(), 2, "the essential one is crossed");
    assert_has!(picture, ">3 of 7<", ">nothing answered<");
}

#[test]
fn a_square_is_the_fuller_the_higher_the_level() {
    let square = |lowest, highest| Mark::Square(Fill { lowest, highest });
    let levels = [0, 1, 2, 3].map(|level| square(level, level));
    let others = [Mark::Word("?"), Mark::Word("n/a"), Mark::Dot];
    let row = ("A question".to_owned(), levels.into_iter().chain(others).collect());
    // From two thirds to the whole: 8 of 12 filled, and the rest half as wide.
    let ranged = ("A finding".to_owned(), vec![square(2, 3)]);
    let columns = ["This", "A", "B", "C", "D", "E", "F"].map(str::to_owned).to_vec();
    let sections = vec![LevelSection { label: "One".to_owned(), rows: vec![row, ranged] }];
    let grid = Grid { title: "T".to_owned(), columns, key: Vec::new(), sections };
    let page = drawn(vec![Block::Grid(grid)]);
    // Each kind of mark is drawn once, and stands in the cells by its name; a dot is an empty cell.
    let (drawn_once, cells) = page.split_once("</svg>").unwrap();
    assert_eq!(between(drawn_once, "<rect class=\"box\"", ">").len(), 5);
    // The square is 12 wide: a third is 4.
    let filled = between(drawn_once, "<rect class=\"full\"", ">");
    assert_eq!(filled.len(), 5);
    for (square, (width, height)) in filled.iter().zip([(12, 4), (12, 8), (12, 12), (6, 4), (12, 8)]) {
        assert!(square.ends_with(&format!("width=\"{width}\" height=\"{height}\"")), "{square}");
    }
    assert!(drawn_once.contains(">?</text>") && drawn_once.contains(">n/a</text>"), "{page}");
    // Six marks in the first row, whose dot is an empty cell, and the range in the second.
    assert_eq!(cells.matches("<use href=\"#mark").count(), 6 + 1);
    assert!(cells.contains("aria-label=\"2–3\""), "{page}");
}
