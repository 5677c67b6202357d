//! Pages to be filled in, drawn: locked without a password, the cells to fill in unlocked and coloured, upright on A4.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime,
    Format, FormatAlign, FormatBorder, ProtectionOptions, Worksheet, XlsxError,
};

use super::text::{clean, set_header_and_footer};
use super::{look, rows, rules};
use crate::workbook::page::{Fill, Line, Look, Page, Pages, Slot};
use crate::workbook::{Cell, fit};

/// The width between the margins of a portrait page of A4, in pixels, and its height, in points, at full size.
const PAGE_WIDTH: f64 = 717.0;
const PAGE_HEIGHT: f64 = 715.0;

/// The width of a digit in pixels as LibreOffice draws it, wider than Excel.
const DIGIT_WIDTH: f64 = 7.6;

pub fn draw(pages: &Pages) -> Result<Vec<u8>, XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.set_default_format(&look::plain(), 17, 64)?;
    let title = fit::shortened(&clean(&pages.title), 200);
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&pages.date));
    let mut lists = Vec::new();
    for page in &pages.pages {
        let sheet = book.add_worksheet();
        sheet.set_name(&page.name)?.set_hidden(page.hidden);
        set_header_and_footer(sheet, &pages.title, &pages.context, pages.marking.as_deref());
        sheet.set_margins(0.4, 0.4, 0.75, 0.75, 0.3, 0.3).set_paper_size(9).set_screen_gridlines(false);
        draw_page(sheet, page, &mut lists)?;
    }
    if !lists.is_empty() {
        rules::draw_lists(book.add_worksheet(), &lists)?;
    }
    let typed_into = |page: &Page| {
        let rows = (0..).zip(&page.lines).filter(|(_, line)| is_typed_into(line));
        rows.map(|(row, _)| row).collect()
    };
    let rows: Vec<BTreeSet<u32>> = pages.pages.iter().map(typed_into).collect();
    rows::let_grow(book.save_to_buffer()?, &rows)
}

fn draw_page(sheet: &mut Worksheet, page: &Page, lists: &mut Vec<Vec<String>>) -> Result<(), XlsxError> {
    for (width, at) in page.widths.iter().zip(0..) {
        sheet.set_column_width(at, *width)?;
    }
    for (line, row) in page.lines.iter().zip(0..) {
        for (slot, column) in line.slots.iter().zip(0..) {
            draw_slot(sheet, (row, column), slot, lists)?;
        }
        sheet.set_row_height(row, look::row_height(lines_of(line, &page.widths)))?;
        if is_typed_into(line) {
            keep_min_height(sheet, row, line, page.widths.len())?;
        }
    }
    let pixels: f64 = page.widths.iter().map(|width| width * DIGIT_WIDTH + 2.0).sum();
    let scale = (PAGE_WIDTH / pixels).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    sheet.set_print_scale(((scale * 100.0).floor() as u16).max(10));
    sheet.set_page_breaks(&page_breaks(page, PAGE_HEIGHT / scale))?;
    // People who write a lot can make rows higher.
    sheet.protect_with_options(&ProtectionOptions { format_rows: true, ..ProtectionOptions::default() });
    Ok(())
}

fn is_typed_into(line: &Line) -> bool {
    line.slots.iter().any(|slot| matches!(slot, Slot::Fill(..)))
}

/// Keeps a row at its least height: a row that can grow also shrinks to one line once someone types. Line ends in an
/// unused cell prevent that, and are blank to readers.
fn keep_min_height(sheet: &mut Worksheet, row: u32, line: &Line, columns: usize) -> Result<(), XlsxError> {
    let is_free = |at: &usize| matches!(line.slots.get(*at), None | Some(Slot::Empty));
    let Some(free) = (0..columns).find(is_free).filter(|_| line.min_lines > 1) else { return Ok(()) };
    let column = u16::try_from(free).map_err(|_| XlsxError::RowColumnLimitError)?;
    sheet.write_string_with_format(row, column, "\n".repeat(line.min_lines - 1), &printed(Look::Plain))?;
    Ok(())
}

/// The rows before which a page ends, so that blocks stay on one page. `page_height` is in points.
fn page_breaks(page: &Page, page_height: f64) -> Vec<u32> {
    let heights: Vec<f64> =
        page.lines.iter().map(|line| look::row_height(lines_of(line, &page.widths))).collect();
    let starts: Vec<usize> = (0..page.lines.len())
        .filter(|at| page.lines.get(*at).is_some_and(|line| line.starts_block))
        .chain([page.lines.len()])
        .collect();
    let height_of = |from: usize, to: usize| heights.get(from..to).unwrap_or_default().iter().sum::<f64>();
    let mut used = height_of(0, starts.first().copied().unwrap_or_default());
    let mut breaks = Vec::new();
    for (from, to) in starts.iter().zip(starts.iter().skip(1)) {
        let block = height_of(*from, *to);
        if used > 0.0 && used + block > page_height && *from > 0 {
            breaks.extend(u32::try_from(*from));
            used = 0.0;
        }
        used += block;
        while used > page_height {
            used -= page_height;
        }
    }
    breaks
}

fn lines_of(line: &Line, widths: &[f64]) -> u32 {
    let lines = line.slots.iter().zip(widths).map(|(slot, width)| match slot {
        Slot::Printed(_, Look::Across | Look::Bar) => 1,
        Slot::Printed(_, Look::Title) => 2,
        Slot::Printed(text, Look::Small) => fit::lines(text, width * 1.3),
        Slot::Printed(text, Look::Strong | Look::Label) => fit::lines(text, width * 0.93),
        other => fit::lines(other.text(), *width),
    });
    look::most_lines(lines.chain([line.min_lines]))
}

fn draw_slot(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    slot: &Slot,
    lists: &mut Vec<Vec<String>>,
) -> Result<(), XlsxError> {
    match slot {
        Slot::Empty => {}
        Slot::Printed(text, look) => {
            sheet.write_string_with_format(row, column, clean(text), &printed(*look))?;
        }
        Slot::Fill(fill, held) => {
            let format = filled(fill);
            match held {
                Cell::Text(text) => sheet.write_string_with_format(row, column, clean(text), &format)?,
                Cell::Date(day) => sheet.write_datetime_with_format(row, column, day, &format)?,
                Cell::Number(number, _) => sheet.write_number_with_format(row, column, *number, &format)?,
                _ => sheet.write_blank(row, column, &format)?,
            };
            if let Some(rule) = rule(fill, lists)? {
                sheet.add_data_validation(row, column, row, column, &rule)?;
            }
        }
    }
    Ok(())
}

fn printed(look: Look) -> Format {
    let format = look::plain().set_align(FormatAlign::Top).set_align(FormatAlign::Left);
    let wrapped = || format.clone().set_text_wrap();
    match look {
        Look::Title => format.set_font_size(16).set_bold(),
        Look::Bar => format
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(0x001D_3A5A))
            .set_align(FormatAlign::VerticalCenter),
        Look::Plain => wrapped(),
        Look::Strong => wrapped().set_bold(),
        Look::Label => wrapped().set_font_color(Color::RGB(0x0040_4040)),
        Look::Small => wrapped().set_font_size(7).set_font_color(Color::RGB(0x0080_8080)),
        Look::Across => format.set_bold(),
    }
}

fn filled(fill: &Fill) -> Format {
    let format = look::plain()
        .set_unlocked()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_align(FormatAlign::Left)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x0080_8080))
        .set_background_color(Color::RGB(0x00FF_F2CC));
    match fill {
        Fill::Day => format.set_num_format("d mmm yyyy"),
        Fill::Figure(_) => format.set_num_format("0"),
        // Text format keeps what is typed as typed: no formula, and no date out of 1/2.
        Fill::Words | Fill::Choice(_) => format.set_num_format("@"),
    }
}

fn rule(fill: &Fill, lists: &mut Vec<Vec<String>>) -> Result<Option<DataValidation>, XlsxError> {
    let rule = match fill {
        Fill::Words => return Ok(None),
        Fill::Day => {
            let [first, last] =
                [ExcelDateTime::from_ymd(1900, 3, 1)?, ExcelDateTime::from_ymd(9999, 12, 31)?];
            DataValidation::new()
                .allow_date(DataValidationRule::Between(first, last))
                .set_error_message("Write a date, such as 31/03/2026, or leave it empty.")?
        }
        Fill::Choice(choices) => {
            rules::choice(choices, lists)?.set_error_message("Choose one from the list.")?
        }
        // A number can be typed too, so the list is only a suggestion.
        Fill::Figure(words) => rules::choice(words, lists)?
            .set_error_style(DataValidationErrorStyle::Information)
            .set_error_message("A whole number, or one from the list.")?
            .show_error_message(false),
    };
    Ok(Some(rule))
}
