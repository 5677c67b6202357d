//! Rows that grow with what is typed into them.
//!
//! rust_xlsxwriter marks every height that it writes as chosen by a person, and such a row never grows. Without a height,
//! LibreOffice shows only one line. So the height stays and the mark is removed.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

const CUSTOM_HEIGHT: &str = " customHeight=\"1\"";

/// Lets rows grow: for each of the first sheets, the rows to change, counted from 0.
pub fn let_grow(bytes: Vec<u8>, rows: &[BTreeSet<u32>]) -> Result<Vec<u8>, XlsxError> {
    let mut read = ZipArchive::new(Cursor::new(bytes))?;
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix);
    for at in 0..read.len() {
        let part = read.by_index(at)?;
        let name = part.name()?.into_owned();
        let of_sheet = |(number, _): &(u32, _)| name == format!("xl/worksheets/sheet{number}.xml");
        let Some((_, rows)) = (1..).zip(rows).find(of_sheet).filter(|(_, rows)| !rows.is_empty()) else {
            written.raw_copy_file(part)?;
            continue;
        };
        let mut text = String::new();
        { part }.read_to_string(&mut text)?;
        written.start_file(name, options)?;
        written.write_all(remove_custom_height(&text, rows).as_bytes())?;
    }
    Ok(written.finish()?.into_inner())
}

/// Removes the mark from some rows of a sheet. No other element has both this name and this mark.
fn remove_custom_height(sheet: &str, rows: &BTreeSet<u32>) -> String {
    let is_one = |tag: &str| {
        let number = tag.strip_prefix("r=\"").and_then(|tag| tag.split('"').next());
        let row = number.and_then(|number| number.parse::<u32>().ok());
        row.is_some_and(|row| rows.contains(&(row - 1)))
    };
    let mut parts = sheet.split("<row ");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, rest) = part.split_at(part.find('>').unwrap_or_default());
        let tag = if is_one(tag) { tag.replace(CUSTOM_HEIGHT, "") } else { tag.to_owned() };
        text.extend(["<row ", &tag, rest]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_removed_only_from_the_given_rows() {
        let sheet = "<sheetData><row r=\"1\" ht=\"9\" customHeight=\"1\"><c r=\"A1\"/></row>\
                     <row r=\"12\" spans=\"1:3\" ht=\"41.25\" customHeight=\"1\"/></sheetData>";
        let expected = "<sheetData><row r=\"1\" ht=\"9\" customHeight=\"1\"><c r=\"A1\"/></row>\
                        <row r=\"12\" spans=\"1:3\" ht=\"41.25\"/></sheetData>";
        assert_eq!(remove_custom_height(sheet, &BTreeSet::from([11])), expected);
        assert_eq!(remove_custom_height(sheet, &BTreeSet::from([1, 2])), sheet);
    }
}
