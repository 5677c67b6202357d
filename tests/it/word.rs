//! The report as a Word file: read back part by part, as Word would.

use std::collections::BTreeSet;
use std::io::Cursor;

use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::document::word;
use integrity_healthcheck::document::{Block, Document};
use integrity_healthcheck::report;
use integrity_healthcheck::results::{PublicReport, for_the_public};
use integrity_healthcheck::text::source::Source;
use roxmltree::Node;

use crate::support::{
    OWN, OWN_TYPED, assert_begins, assert_has, gap_report, own_with, parsed, today, zip_parts,
};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a Word file, by name.
struct Parts(Vec<(String, String)>);

impl Parts {
    fn of(document: &Document) -> Self {
        Self(zip_parts(word::draw(document).unwrap()))
    }

    fn text(&self, name: &str) -> &str {
        &self.0.iter().find(|(part, _)| part == name).unwrap().1
    }

    fn names(&self) -> Vec<&str> {
        self.0.iter().map(|(name, _)| name.as_str()).collect()
    }
}

/// Reads a part and looks at its root.
fn read<T>(xml: &str, look: impl FnOnce(Node<'_, '_>) -> T) -> T {
    let xml = roxmltree::Document::parse(xml).unwrap_or_else(|error| panic!("{error}\n{xml}"));
    look(xml.root_element())
}

fn all<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.has_tag_name((W, name)))
}

fn value<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute((W, "val")).unwrap()
}

/// What a paragraph says, a line break as a line end.
fn said(paragraph: Node<'_, '_>) -> String {
    let pieces = paragraph.descendants().filter_map(|node| match node.tag_name().name() {
        "t" => node.text(),
        "br" => Some("\n"),
        _ => None,
    });
    pieces.collect()
}

/// Every paragraph with its style.
fn paragraphs(document: &Document) -> Vec<(String, String)> {
    read(Parts::of(document).text("word/document.xml"), |root| {
        let style = |paragraph| all(paragraph, "pStyle").next().map(|style| value(style).to_owned());
        all(root, "p").filter_map(|paragraph| Some((style(paragraph)?, said(paragraph)))).collect()
    })
}

fn of_style(paragraphs: &[(String, String)], style: &str) -> Vec<String> {
    let of_style = paragraphs.iter().filter(|(of, _)| of == style);
    of_style.map(|(_, text)| text.clone()).collect()
}

#[test]
fn headings_carry_the_styles_that_navigation_shows() {
    let document = gap_report(OWN);
    let paragraphs = paragraphs(&document);
    assert_eq!(of_style(&paragraphs, "Title"), ["Integrity healthcheck: gap report, essex POLICE"]);
    let named = |wanted: fn(&Block) -> Option<&String>| -> Vec<String> {
        document.blocks.iter().filter_map(wanted).cloned().collect()
    };
    let mut chapters = named(|block| if let Block::Chapter(title) = block { Some(title) } else { None });
    chapters.push("Signed".to_owned());
    assert_eq!(of_style(&paragraphs, "Heading1"), chapters);
    let parts = named(|block| if let Block::Part(title) = block { Some(title) } else { None });
    assert_eq!(of_style(&paragraphs, "Heading2"), parts);
    let entries = named(|block| if let Block::Entry { title, .. } = block { Some(title) } else { None });
    assert_eq!(of_style(&paragraphs, "Heading3"), entries);
    // The summary, the gaps, the plan, 11 annexes and what is to be signed; three gaps and six answers.
    assert_eq!((chapters.len(), entries.len()), (3 + 11 + 1, 3 + 6));
}

#[test]
fn every_style_that_is_used_exists() {
    let parts = Parts::of(&gap_report(OWN));
    let styles: Vec<String> = read(parts.text("word/styles.xml"), |root| {
        let levels = all(root, "outlineLvl").map(value).collect::<Vec<_>>();
        assert_eq!(levels, ["0", "1", "2"]);
        assert!(all(root, "lang").any(|lang| value(lang) == "en-GB"));
        all(root, "style").map(|style| style.attribute((W, "styleId")).unwrap().to_owned()).collect()
    });
    for part in ["word/document.xml", "word/header.xml", "word/footer.xml", "word/numbering.xml"] {
        read(parts.text(part), |root| {
            for used in ["pStyle", "rStyle", "tblStyle"].into_iter().flat_map(|name| all(root, name)) {
                assert!(styles.iter().any(|style| style == value(used)), "{part}: {}", value(used));
            }
        });
    }
}

#[test]
fn every_part_is_named_by_another_and_has_a_type() {
    let parts = Parts::of(&gap_report(OWN));
    let names = parts.names();
    assert_eq!(names[0], "[Content_Types].xml");
    let rest = names[1..].iter().filter(|name| !name.ends_with(".rels"));
    let rest: BTreeSet<String> = rest.map(|name| (*name).to_owned()).collect();
    let attributes = |part: &str, attribute: &str, folder: &str| -> Vec<String> {
        read(parts.text(part), |root| {
            assert!(root.children().all(|node| node.attribute("TargetMode").is_none()), "nothing outside");
            let held = root.children().filter_map(|node| node.attribute(attribute));
            held.map(|held| format!("{folder}{}", held.trim_start_matches('/'))).collect()
        })
    };
    assert_eq!(BTreeSet::from_iter(attributes("[Content_Types].xml", "PartName", "")), rest);
    let mut named = attributes("_rels/.rels", "Target", "");
    named.extend(attributes("word/_rels/document.xml.rels", "Target", "word/"));
    assert_eq!(BTreeSet::from_iter(named), rest);
}

#[test]
fn tables_repeat_their_header_and_split_no_row() {
    read(Parts::of(&gap_report(OWN)).text("word/document.xml"), |root| {
        // Targets by section, scores, what was published, counts, and what is to be signed.
        assert_eq!(all(root, "tbl").count(), 5);
        for table in all(root, "tbl") {
            let rows: Vec<_> = all(table, "tr").collect();
            assert_eq!(all(rows[0], "tblHeader").count(), 1);
            assert_eq!(all(table, "tblHeader").count(), 1);
            assert_eq!(all(table, "cantSplit").count(), rows.len());
            let columns = all(table, "gridCol").count();
            assert!(rows.iter().all(|row| all(*row, "tc").count() == columns));
            let widths = all(table, "gridCol").map(|column| column.attribute((W, "w")).unwrap());
            // A4 is 11906 wide; 1134 are left on either side.
            assert_eq!(widths.map(|width| width.parse::<usize>().unwrap()).sum::<usize>(), 9638);
        }
    });
}

#[test]
fn a_figure_is_its_table_under_its_name() {
    let paragraphs = paragraphs(&gap_report(OWN));
    let captions = of_style(&paragraphs, "Caption");
    assert_eq!(captions, ["Targets met by section"]);
}

#[test]
fn what_is_to_be_signed_comes_last_with_room_to_sign() {
    let document = gap_report(OWN);
    read(Parts::of(&document).text("word/document.xml"), |root| {
        let table = all(root, "tbl").last().unwrap();
        let cells: Vec<String> = all(table, "p").map(said).collect();
        assert_eq!(cells[..6], ["", "Name", "Rank or role", "Date", "Signature", "Assessor"]);
        assert_eq!(all(table, "trHeight").count(), 2);
        // 1.7 cm in twentieths of a point, of which 1 cm has 567.
        assert!(all(table, "trHeight").all(|height| value(height) == "964"));
    });
    let unsigned = Document { signatures: None, ..document };
    assert!(!Parts::of(&unsigned).text("word/document.xml").contains("Signed"));
}

#[test]
fn everything_that_was_typed_is_in_it() {
    let text = paragraphs(&gap_report(OWN)).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
    OWN_TYPED.iter().for_each(|typed| assert_has!(text, &typed.replace('|', "\n")));
}

#[test]
fn what_is_typed_stays_text() {
    let hostile = "<w:p> </w:t></w:r> &amp; { MERGEFIELD a } =1+1 ]]> <!-- --> \" w:x=\" <?xml?>";
    let plain = gap_report(OWN);
    let typed = hostile.replace('"', "\\\"");
    let fields = ["Two stations still keep their own.", "essex POLICE", "OFFICIAL-SENSITIVE"];
    let document = gap_report(&own_with(&fields, &typed));
    let parts = Parts::of(&document);
    let elements = |parts: &Parts, part: &str| read(parts.text(part), |root| root.descendants().count());
    for part in ["word/header.xml", "word/footer.xml", "docProps/core.xml"] {
        assert_eq!(elements(&parts, part), elements(&Parts::of(&plain), part), "{part}");
    }
    for part in ["word/header.xml", "word/footer.xml"] {
        read(parts.text(part), |root| assert_eq!(said(all(root, "p").next().unwrap()), hostile));
    }
    read(parts.text("word/document.xml"), |root| {
        assert_eq!(all(root, "p").map(said).filter(|said| said.ends_with(hostile)).count(), 4);
        // The contents are a field; nothing that is typed becomes one.
        for instruction in all(root, "fldSimple").filter_map(|field| field.attribute((W, "instr"))) {
            assert_begins(instruction, " PAGEREF _c");
        }
        assert_eq!(all(root, "instrText").count(), 1);
        assert!(all(root, "hyperlink").all(|link| link.attribute((W, "anchor")).is_some()));
    });
}

#[test]
fn what_xml_does_not_allow_never_reaches_it() {
    let blocks = vec![Block::paragraph("a\u{0}\u{b}\u{1f}\u{fffe}b\tc\r\nd")];
    let document = Document { title: "\u{1}".to_owned(), blocks, ..Document::default() };
    let paragraphs = paragraphs(&document);
    assert_eq!(of_style(&paragraphs, "BodyText"), ["a\u{fffd}\u{fffd}\u{fffd}\u{fffd}b    c\nd"]);
    assert_eq!(of_style(&paragraphs, "Title"), ["\u{fffd}"]);
}

#[test]
fn every_page_has_the_marking_and_its_number() {
    let parts = Parts::of(&gap_report(OWN));
    read(parts.text("word/header.xml"), |root| {
        let said: Vec<String> = all(root, "p").map(said).collect();
        assert_eq!(said, ["OFFICIAL-SENSITIVE", "essex POLICE, 22 November 2026"]);
    });
    read(parts.text("word/footer.xml"), |root| {
        let said: Vec<String> = all(root, "p").map(said).collect();
        assert_eq!(said, ["OFFICIAL-SENSITIVE", "Page 1 of 1"]);
        let fields: Vec<_> =
            all(root, "fldSimple").map(|field| field.attribute((W, "instr")).unwrap().trim()).collect();
        assert_eq!(fields, ["PAGE", "NUMPAGES"]);
    });
    read(parts.text("word/document.xml"), |root| {
        // One section, so that no page escapes its head and foot.
        assert_eq!(all(root, "sectPr").count(), 1);
        assert_eq!(all(root, "headerReference").count(), 1);
        assert_eq!(all(root, "footerReference").count(), 1);
        let size = all(root, "pgSz").next().unwrap();
        assert_eq!((size.attribute((W, "w")), size.attribute((W, "h"))), (Some("11906"), Some("16838")));
    });
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = gap_report(OWN);
    assert_eq!(word::draw(&document).unwrap(), word::draw(&gap_report(OWN)).unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(word::draw(&document).unwrap())).unwrap();
    for at in 0..archive.len() {
        let part = archive.by_index(at).unwrap();
        assert_eq!(part.last_modified(), Some(zip::DateTime::DEFAULT), "{at}");
    }
}

#[test]
fn its_properties_hold_the_title_and_nothing_else() {
    let parts = Parts::of(&gap_report(OWN));
    let properties: Vec<&str> =
        parts.names().into_iter().filter(|name| name.starts_with("docProps/")).collect();
    assert_eq!(properties, ["docProps/core.xml"]);
    read(parts.text("docProps/core.xml"), |root| {
        let held: Vec<_> = root.children().map(|node| (node.tag_name().name(), node.text())).collect();
        assert_eq!(held, [("title", Some("Integrity healthcheck: gap report, essex POLICE"))]);
    });
}

#[test]
fn nothing_private_is_in_a_report_for_the_public() {
    let builtin = Catalogue::built_in().unwrap();
    let checklist = builtin.edition("without-fear-or-favour", "2026.1").unwrap();
    let about = for_the_public(&parsed(&Source::new("own.toml", OWN), checklist), None);
    let report = PublicReport::new(&about, &[], &[], &[], today(), None).unwrap();
    for (part, text) in Parts::of(&report::gap_report(&report)).0 {
        for private in
            ["stations still", "Register audit", "A. Assessor", "Professional Standards Dep", "SENSITIVE"]
        {
            assert!(!text.contains(private), "{part}: {private}");
        }
    }
}
