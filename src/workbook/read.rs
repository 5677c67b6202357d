//! Reads a returned workbook cell by cell, as Excel, LibreOffice or Google Sheets saved it.
//!
//! A cell may hold another type of value than it was sent out with, so each value says what it is.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{Data, Ods, Reader, SheetVisible, Xlsx};
use chrono::NaiveDate;

pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// After unpacking.
const MAX_UNPACKED: u64 = 100 * 1024 * 1024;

/// The form of a whole checklist has about 5,000 cells.
const MAX_CELLS: usize = 500_000;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    pub name: String,
    pub hidden: bool,
    /// By row and column, counted from 0, without blank cells.
    pub cells: BTreeMap<(u32, u32), CellValue>,
    /// Each range of merged cells as its first and last cell; always empty for an `.ods` file.
    pub merged: Vec<[(u32, u32); 2]>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    Text(String),
    Number(f64),
    Day(NaiveDate),
    /// The error that a formula shows, such as `#NAME?`.
    Error(String),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}; {help}")]
pub struct ReadError {
    pub why: String,
    pub help: &'static str,
}

/// Such as `D12`.
pub fn cell_name((row, column): (u32, u32)) -> String {
    let column = usize::try_from(column).unwrap_or_default();
    format!("{}{}", crate::text::letter(column), row + 1)
}

/// Whether a file that begins like this is read by [`sheets`], not as text: a workbook, or something sent by mistake.
pub fn is_binary(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(OLD_EXCEL) || other_kind(bytes).is_some()
}

/// A kind of file that people send by mistake, by its first bytes.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 8] = [
        (b"%PDF", "a PDF"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
        (b"RIFF", "a picture"),
        (b"{\\rt", "a text document"),
    ];
    // Pictures from phones. The length of the header comes first, and may be all there is.
    if bytes.starts_with(&[0, 0, 0]) && bytes.get(4..8).is_none_or(|kind| kind == b"ftyp") {
        return Some("a picture");
    }
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// A kind of packed file that people send by mistake, by its parts.
fn other_zip_kind(archive: &mut zip::ZipArchive<Cursor<&Vec<u8>>>) -> Option<&'static str> {
    if archive.index_for_name("word/document.xml").is_some() {
        return Some("a Word document");
    }
    let mut kind = String::new();
    let read = archive.by_name("mimetype").ok()?.take(100).read_to_string(&mut kind);
    read.ok().filter(|_| kind.trim() == "application/vnd.oasis.opendocument.text").map(|_| "a text document")
}

/// The first bytes of a file that Excel wrote before 2007, or encrypted.
const OLD_EXCEL: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The sheets of an `.xlsx` or `.ods` file, in order. Fails if it is neither, is damaged, or is larger than any form.
pub fn sheets(bytes: Vec<u8>) -> Result<Vec<Grid>, ReadError> {
    if bytes.starts_with(OLD_EXCEL) {
        let why = "it has a password, or is an Excel file of the old kind (.xls)";
        return Err(error(why, "save it as .xlsx without a password"));
    }
    let not_a_form =
        |kind: &str| error(&format!("it is {kind}, not a form"), "ask for the Excel file that was sent");
    if let Some(kind) = other_kind(&bytes) {
        return Err(not_a_form(kind));
    }
    let large = || error("it is far larger than any form", "check that this is the right file");
    if bytes.len() > MAX_BYTES {
        return Err(large());
    }
    let damaged = "it is damaged, or no workbook";
    let again = "open it in Excel or LibreOffice and save it as .xlsx";
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).map_err(|_| error(damaged, again))?;
    let sizes =
        (0..archive.len()).map(|at| archive.by_index_raw(at).map_or(MAX_UNPACKED, |part| part.size()));
    if sizes.fold(0, u64::saturating_add) >= MAX_UNPACKED {
        return Err(large());
    }
    if let Some(kind) = other_zip_kind(&mut archive) {
        return Err(not_a_form(kind));
    }
    let has = |part: &str| archive.index_for_name(part).is_some();
    let (excel, open_document) = (has("xl/workbook.xml"), has("content.xml"));
    drop(archive);
    let grids = match (excel, open_document) {
        (true, _) => Xlsx::new(Cursor::new(bytes)).ok().and_then(read_excel),
        (false, true) => Ods::new(Cursor::new(bytes)).ok().and_then(read_open_document),
        (false, false) => return Err(error("it is no workbook", again)),
    };
    grids.ok_or_else(|| error(damaged, again))
}

fn error(why: &str, help: &'static str) -> ReadError {
    ReadError { why: why.to_owned(), help }
}

fn read_excel<R: Read + Seek>(mut book: Xlsx<R>) -> Option<Vec<Grid>> {
    let mut left = MAX_CELLS;
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        // A sheet of charts has no cells.
        let merged = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let merged = merged.iter().map(|cells| [cells.start, cells.end]).collect();
        let hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Grid { name: sheet.name, hidden, cells: BTreeMap::new(), merged };
        // Cell by cell: otherwise one stray cell far away would fill the memory.
        if let Ok(mut cells) = book.worksheet_cells_reader(&grid.name) {
            while let Some(cell) = cells.next_cell().ok()? {
                left = left.checked_sub(1)?;
                let value = cell_value(cell.get_value().clone().into());
                grid.cells.extend(value.map(|value| (cell.get_position(), value)));
            }
        }
        grids.push(grid);
    }
    Some(grids)
}

fn read_open_document<R: Read + Seek>(mut book: Ods<R>) -> Option<Vec<Grid>> {
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let range = book.worksheet_range(&sheet.name).ok()?;
        let (top, left) = range.start().unwrap_or_default();
        let at = |(row, column): (usize, usize)| {
            Some((u32::try_from(row).ok()? + top, u32::try_from(column).ok()? + left))
        };
        let cells = range
            .used_cells()
            .filter_map(|(row, column, data)| Some((at((row, column))?, cell_value(data.clone())?)));
        let hidden = sheet.visible != SheetVisible::Visible;
        grids.push(Grid { name: sheet.name, hidden, cells: cells.collect(), merged: Vec::new() });
    }
    Some(grids)
}

/// `None` if the cell is blank.
fn cell_value(data: Data) -> Option<CellValue> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) if text.trim().is_empty() => return None,
        Data::String(text) => CellValue::Text(text.replace("\r\n", "\n")),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds no more digits")]
        Data::Int(number) => CellValue::Number(number as f64),
        Data::Float(number) => CellValue::Number(number),
        Data::Bool(yes) => CellValue::Text(if yes { "TRUE" } else { "FALSE" }.to_owned()),
        Data::DateTime(moment) => match moment.as_datetime().filter(|_| moment.is_datetime()) {
            Some(moment) => CellValue::Day(moment.date()),
            None => CellValue::Number(moment.as_f64()),
        },
        Data::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or(CellValue::Text(text), CellValue::Day)
        }
        Data::DurationIso(text) => CellValue::Text(text),
        Data::Error(error) => CellValue::Error(error.to_string()),
        // Types that a later calamine may add.
        #[allow(unreachable_patterns, reason = "as above")]
        other => CellValue::Text(other.to_string()),
    })
}

impl CellValue {
    /// As the cell shows it; a date in words.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => crate::text::long_date(*day),
        }
    }

    /// The text on one line, at most 60 characters, for messages.
    pub fn shortened(&self) -> String {
        let text: String =
            self.text().escape_debug().collect::<String>().replace("\\'", "'").replace("\\\"", "\"");
        super::fit::shortened(&text, 60)
    }
}
