//! A workbook that came back, cell by cell, as Excel, LibreOffice or Google Sheets saved it.
//!
//! No cell is believed to be what it was: whoever reads one is told whether words, a figure or a day stand in it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{Data, Ods, Reader, SheetVisible, Xlsx};
use chrono::NaiveDate;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;

/// The most bytes that may be packed into it.
const UNPACKED: u64 = 100 * 1024 * 1024;

/// The most cells that are read of a workbook; a form of a whole checklist has some five thousand.
const CELLS: usize = 500_000;

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// What stands in its cells, by row and column from 0. Cells with nothing in them are not there.
    pub cells: BTreeMap<(u32, u32), Held>,
    /// The cells that were merged, each as its first and its last; not known of every format.
    pub merged: Vec<[(u32, u32); 2]>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    /// Words.
    Text(String),
    /// A figure.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// What a formula shows that cannot be worked out, such as `#NAME?`.
    Fault(String),
}

/// A file that is no workbook that can be read: why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}; {help}")]
pub struct Unreadable {
    /// Why.
    pub why: String,
    /// What to do.
    pub help: &'static str,
}

/// A cell as people name it: `D12`.
pub fn cell_name((row, column): (u32, u32)) -> String {
    let column = usize::try_from(column).unwrap_or_default();
    format!("{}{}", crate::text::letter(column), row + 1)
}

/// Whether bytes are for [`sheets`] to judge, and no text: a packed file, one of the kind that Excel wrote before, or another
/// that people send in the place of a workbook.
pub fn is_claimed_by(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(OLD) || other_kind(bytes).is_some()
}

/// What a file is that people send in the place of a workbook, by how it begins.
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
    // As telephones take them: the length of the head stands first, of which there may be no more to see.
    if bytes.starts_with(&[0, 0, 0]) && bytes.get(4..8).is_none_or(|kind| kind == b"ftyp") {
        return Some("a picture");
    }
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// What a packed file is that is no workbook, by its parts.
fn other_packed(archive: &mut zip::ZipArchive<Cursor<&Vec<u8>>>) -> Option<&'static str> {
    if archive.index_for_name("word/document.xml").is_some() {
        return Some("a Word document");
    }
    let mut kind = String::new();
    let read = archive.by_name("mimetype").ok()?.take(100).read_to_string(&mut kind);
    read.ok().filter(|_| kind.trim() == "application/vnd.oasis.opendocument.text").map(|_| "a text document")
}

/// How a file begins that Excel wrote before 2007, or encrypted.
const OLD: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The sheets of a workbook, `.xlsx` or `.ods`, in their order.
///
/// # Errors
///
/// When it is neither, is damaged, or is larger than any form.
pub fn sheets(bytes: Vec<u8>) -> Result<Vec<Grid>, Unreadable> {
    if bytes.starts_with(OLD) {
        let why = "it has a password, or is an Excel file of the old kind (.xls)";
        return Err(unreadable(why, "save it as .xlsx without a password"));
    }
    let not_a_form =
        |kind: &str| unreadable(&format!("it is {kind}, not a form"), "ask for the Excel file that was sent");
    if let Some(kind) = other_kind(&bytes) {
        return Err(not_a_form(kind));
    }
    let large = || unreadable("it is far larger than any form", "check that this is the right file");
    if bytes.len() > LARGEST {
        return Err(large());
    }
    let damaged = "it is damaged, or no workbook";
    let again = "open it in Excel or LibreOffice and save it as .xlsx";
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).map_err(|_| unreadable(damaged, again))?;
    let sizes = (0..archive.len()).map(|at| archive.by_index_raw(at).map_or(UNPACKED, |part| part.size()));
    if sizes.fold(0, u64::saturating_add) >= UNPACKED {
        return Err(large());
    }
    if let Some(kind) = other_packed(&mut archive) {
        return Err(not_a_form(kind));
    }
    let has = |part: &str| archive.index_for_name(part).is_some();
    let (excel, open_document) = (has("xl/workbook.xml"), has("content.xml"));
    drop(archive);
    let grids = match (excel, open_document) {
        (true, _) => Xlsx::new(Cursor::new(bytes)).ok().and_then(of_excel),
        (false, true) => Ods::new(Cursor::new(bytes)).ok().and_then(of_open_document),
        (false, false) => return Err(unreadable("it is no workbook", again)),
    };
    grids.ok_or_else(|| unreadable(damaged, again))
}

fn unreadable(why: &str, help: &'static str) -> Unreadable {
    Unreadable { why: why.to_owned(), help }
}

fn of_excel<R: Read + Seek>(mut book: Xlsx<R>) -> Option<Vec<Grid>> {
    let mut left = CELLS;
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        // A sheet of charts has no cells, and none that are merged.
        let merged = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let merged = merged.iter().map(|cells| [cells.start, cells.end]).collect();
        let hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Grid { name: sheet.name, hidden, cells: BTreeMap::new(), merged };
        // Cell by cell: a stray one far away would otherwise fill the memory.
        if let Ok(mut cells) = book.worksheet_cells_reader(&grid.name) {
            while let Some(cell) = cells.next_cell().ok()? {
                left = left.checked_sub(1)?;
                let held = held(cell.get_value().clone().into());
                grid.cells.extend(held.map(|held| (cell.get_position(), held)));
            }
        }
        grids.push(grid);
    }
    Some(grids)
}

fn of_open_document<R: Read + Seek>(mut book: Ods<R>) -> Option<Vec<Grid>> {
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let range = book.worksheet_range(&sheet.name).ok()?;
        let (top, left) = range.start().unwrap_or_default();
        let at = |(row, column): (usize, usize)| {
            Some((u32::try_from(row).ok()? + top, u32::try_from(column).ok()? + left))
        };
        let cells = range
            .used_cells()
            .filter_map(|(row, column, data)| Some((at((row, column))?, held(data.clone())?)));
        let hidden = sheet.visible != SheetVisible::Visible;
        grids.push(Grid { name: sheet.name, hidden, cells: cells.collect(), merged: Vec::new() });
    }
    Some(grids)
}

/// What stands in a cell; nothing where it is blank.
fn held(data: Data) -> Option<Held> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) if text.trim().is_empty() => return None,
        Data::String(text) => Held::Text(text.replace("\r\n", "\n")),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds no more digits")]
        Data::Int(number) => Held::Number(number as f64),
        Data::Float(number) => Held::Number(number),
        Data::Bool(yes) => Held::Text(if yes { "TRUE" } else { "FALSE" }.to_owned()),
        Data::DateTime(moment) => match moment.as_datetime().filter(|_| moment.is_datetime()) {
            Some(moment) => Held::Day(moment.date()),
            None => Held::Number(moment.as_f64()),
        },
        Data::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or(Held::Text(text), Held::Day)
        }
        Data::DurationIso(text) => Held::Text(text),
        Data::Error(error) => Held::Fault(error.to_string()),
        // A kind of cell that calamine may come to know.
        #[allow(unreachable_patterns, reason = "as above")]
        other => Held::Text(other.to_string()),
    })
}

impl Held {
    /// As it stands in the cell.
    pub fn whole(&self) -> String {
        match self {
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => crate::text::long_date(*day),
        }
    }

    /// As a person sees it, on one line and not too long.
    pub fn shown(&self) -> String {
        let text: String =
            self.whole().escape_debug().collect::<String>().replace("\\'", "'").replace("\\\"", "\"");
        super::fit::shortened(&text, 60)
    }
}
