//! Draws a document as an editable Word file: WordprocessingML in a ZIP archive (ISO/IEC 29500, transitional).
//!
//! Styles, bullets and settings are the same in every file, and are next to this one as XML. maud escapes all text. The file's
//! properties have only the title, and no clock is read, so the same document gives the same bytes.

use std::io::{self, Cursor, Write};

use maud::{Markup, html};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::document::Document;

mod body;
mod chart;
mod grid;
mod page;
mod table;
mod xml;

use xml::{RELATIONSHIPS, allowed};

/// Set here, so that another crate's choice of features does not change the bytes.
const COMPRESSION: i64 = 6;

/// Returns the bytes of a `.docx` file. Fails only beyond four gigabytes.
pub fn draw(document: &Document) -> io::Result<Vec<u8>> {
    let charts: Vec<String> = chart::charts(document).map(|figure| part(&chart::part(figure))).collect();
    let named = |number: usize| format!("word/charts/chart{number}.xml");
    let mut parts: Vec<(String, String)> = fixed(document, charts.len());
    parts.extend(charts.into_iter().zip(1..).map(|(text, number)| (named(number), text)));
    // The same date and system, whenever and wherever it is written.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(COMPRESSION))
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The parts of every document, which refer to this many charts.
fn fixed(document: &Document, charts: usize) -> Vec<(String, String)> {
    let types = (1..=charts).map(|number| {
        format!("<Override PartName=\"/word/charts/chart{number}.xml\" ContentType=\"{CHART_TYPE}\"/>")
    });
    let types = include_str!("word/content-types.xml")
        .replace("</Types>", &format!("{}</Types>", types.collect::<String>()));
    let named = (1..=charts).map(|number| {
        format!("<Relationship Id=\"chart{number}\" Type=\"{RELATIONSHIPS}/chart\" Target=\"charts/chart{number}.xml\"/>")
    });
    let named = include_str!("word/document.rels")
        .replace("</Relationships>", &format!("{}</Relationships>", named.collect::<String>()));
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", include_str!("word/package.rels").to_owned()),
        ("docProps/core.xml", part(&properties(document))),
        ("word/document.xml", part(&body::draw(document))),
        ("word/_rels/document.xml.rels", named),
        ("word/styles.xml", include_str!("word/styles.xml").to_owned()),
        ("word/numbering.xml", include_str!("word/numbering.xml").to_owned()),
        ("word/settings.xml", include_str!("word/settings.xml").to_owned()),
        ("word/header.xml", part(&page::header(document))),
        ("word/footer.xml", part(&page::footer(document))),
    ];
    parts.map(|(name, text)| (name.to_owned(), text)).into()
}

const CHART_TYPE: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

fn part(root: &Markup) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{}", root.0)
}

/// Only the title: author and date are in the report itself, if anywhere.
fn properties(document: &Document) -> Markup {
    html! {
        cp:coreProperties
            xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/" {
            dc:title { (allowed(&document.title)) }
        }
    }
}
