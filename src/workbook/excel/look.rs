//! How cells look: typeface, borders, alignment, number format, and the height of rows.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::workbook::{Cell, ColumnKind, NumberFormat, SheetColumn, fit};

/// In points.
const LINE_HEIGHT: f64 = 12.75;
/// The height of a row in addition to its lines, in points.
const ROW_PADDING: f64 = 3.0;

/// Space after a figure, as wide as two brackets: LibreOffice indents only the first of several figures in a row.
const ROOM: &str = "_)_)";

pub fn plain() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

pub fn heading(column: &SheetColumn) -> Format {
    let format = bordered().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let format = match column.kind {
        ColumnKind::Figures => to_the_right(format),
        ColumnKind::Signs => format.set_rotation(90).set_align(FormatAlign::Bottom),
        _ => format,
    };
    format.set_background_color(Color::RGB(0x00D9_E2EC))
}

/// Aligned right, with a gap to the words in the next column.
fn to_the_right(format: Format) -> Format {
    format.set_align(FormatAlign::Right).set_indent(1)
}

fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF))
}

/// Bold in a total.
pub fn cell(column: &SheetColumn, cell: &Cell, total: bool) -> Format {
    let format = bordered().set_align(FormatAlign::Top).set_text_wrap();
    let format = if total || matches!(cell, Cell::Heading(_)) { format.set_bold() } else { format };
    // A heading may run on into the empty cell next to it.
    let format = if matches!(cell, Cell::Heading(_)) { format.unset_text_wrap() } else { format };
    let format = match &column.kind {
        ColumnKind::Figures => to_the_right(format),
        ColumnKind::Signs => format.set_align(FormatAlign::Center),
        ColumnKind::Words | ColumnKind::Days => format.set_align(FormatAlign::Left),
        ColumnKind::FillWords | ColumnKind::FillDay | ColumnKind::FillChoice(_) => {
            format.set_align(FormatAlign::Left).set_background_color(Color::RGB(0x00FF_FBE6))
        }
    };
    if let Cell::Step(_, step) = cell {
        return shaded(format, *step);
    }
    match (cell, &column.kind) {
        (Cell::Number(_, NumberFormat::Whole), _) => format.set_num_format(format!("0{ROOM}")).set_indent(0),
        (Cell::Number(_, NumberFormat::Tenths), _) => {
            format.set_num_format(format!("0.0{ROOM}")).set_indent(0)
        }
        (Cell::Date(_), _) | (_, ColumnKind::FillDay) => format.set_num_format("d mmm yyyy"),
        _ => format,
    }
}

/// The higher the step, the darker; the darkest has white type.
fn shaded(format: Format, step: u32) -> Format {
    match step {
        0 => format,
        1 => format.set_background_color(Color::RGB(0x00D9_E2EC)),
        2 => format.set_background_color(Color::RGB(0x0085_A3C2)),
        _ => format.set_background_color(Color::RGB(0x001D_3A5A)).set_font_color(Color::White),
    }
}

/// The lines of a row: as many as its highest cell has, but no more than a row can show.
pub fn most_lines(lines: impl Iterator<Item = usize>) -> u32 {
    let most = lines.max().unwrap_or(1).clamp(1, fit::TALLEST);
    u32::try_from(most).unwrap_or(1)
}

pub fn row_height(lines: u32) -> f64 {
    f64::from(lines) * LINE_HEIGHT + ROW_PADDING
}
