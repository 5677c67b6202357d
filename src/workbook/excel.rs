//! A [`Workbook`] as an Excel file. It only draws: what the sheets say was decided before.
//!
//! There are no formulas, and a text is written as text whatever it starts with. The file's properties hold its title
//! and the day of the report at midnight, nobody's name and no time of day, so the same workbook gives the same bytes.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color, DocProperties,
    Worksheet, XlsxError,
};

use self::text::{clean, set_header_and_footer};
use super::page::Pages;
use super::{Cell, ColumnKind, Sheet, SheetColumn, Workbook, fit};

mod look;
mod page;
mod rows;
mod rules;
mod text;

/// Extra lines below a heading for the arrow of its filter.
const FILTER_LINES: u32 = 1;

/// The height of a rotated heading in lines; the longest name of a force fits.
const ROTATED_LINES: usize = 8;

/// The colours of the bars for the newest year and for the years before.
const NEWEST: Color = Color::RGB(0x001d_3a5a);
const EARLIER: Color = Color::RGB(0x00c8_d4e0);

/// A chart's size in pixels, which fits on a printed page below the headings.
const CHART_WIDTH: u32 = 800;
const CHART_HEIGHT: u32 = 540;

/// The workbook has more rows or columns than Excel allows, or a sheet name that it refuses.
#[derive(Debug, thiserror::Error)]
#[error("the Excel file could not be made: {0}")]
pub struct DrawError(#[from] XlsxError);

/// Fails if Excel does not allow such a workbook; never because of anything typed.
pub fn draw(workbook: &Workbook) -> Result<Vec<u8>, DrawError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.set_default_format(&look::plain(), 17, 64)?;
    let title = fit::shortened(&clean(&workbook.title), 200);
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&workbook.date));
    let mut lists = Vec::new();
    for sheet in &workbook.sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        set_up_print(page, workbook);
        draw_sheet(page, sheet, &mut lists)?;
    }
    if !lists.is_empty() {
        rules::draw_lists(book.add_worksheet(), &lists)?;
    }
    Ok(book.save_to_buffer()?)
}

/// Fails if Excel does not allow such a workbook, or a text is longer than the 32,767 characters of a cell.
pub fn draw_pages(pages: &Pages) -> Result<Vec<u8>, DrawError> {
    Ok(page::draw(pages)?)
}

fn set_up_print(page: &mut Worksheet, workbook: &Workbook) {
    set_header_and_footer(page, &workbook.title, &workbook.context, workbook.marking.as_deref());
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    page.set_margins(0.4, 0.4, 0.75, 0.75, 0.3, 0.3);
}

fn draw_sheet(page: &mut Worksheet, sheet: &Sheet, lists: &mut Vec<Vec<String>>) -> Result<(), XlsxError> {
    for (column, at) in sheet.columns.iter().zip(0..) {
        page.set_column_width(at, column.width)?;
        page.write_string_with_format(0, at, clean(&column.heading), &look::heading(column))?;
    }
    let lines = look::most_lines(sheet.columns.iter().map(heading_lines));
    page.set_row_height(0, look::row_height(if sheet.filtered { lines + FILTER_LINES } else { lines }))?;
    for (row, at) in sheet.rows.iter().zip(1..) {
        draw_row(page, at, &sheet.columns, row, false)?;
    }
    let last = u32::try_from(sheet.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    if let Some(total) = &sheet.total {
        draw_row(page, last + 1, &sheet.columns, total, true)?;
    }
    page.set_freeze_panes(1, sheet.fixed)?;
    page.set_repeat_rows(0, 0)?;
    let columns = u16::try_from(sheet.columns.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    if sheet.filtered {
        page.autofilter(0, 0, last, columns.saturating_sub(1))?;
    }
    if !sheet.charted.is_empty() {
        // The chart gets a page of its own, since a page break would cut it in two.
        page.set_page_breaks(&[last + 1])?;
        page.insert_chart(last + 2, 0, &chart(sheet, last))?;
    }
    for (column, at) in sheet.columns.iter().zip(0..) {
        if let Some(text) = column.highlighted {
            page.add_conditional_format(1, at, last.max(1), at, &rules::highlighted(text))?;
        }
        if let Some(rule) = rules::rule(&column.kind, lists)? {
            page.add_data_validation(1, at, last.max(1), at, &rule)?;
        }
    }
    Ok(())
}

/// A bar for each row and charted column; the last column in the darkest colour.
fn chart(sheet: &Sheet, last: u32) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    for (&at, place) in sheet.charted.iter().zip(1..) {
        let newest = place == sheet.charted.len();
        let name = sheet.name.as_str();
        chart
            .add_series()
            .set_name((name, 0, at))
            .set_categories((name, 1, 0, last, 0))
            .set_values((name, 1, at, last, at))
            .set_format(
                ChartFormat::new()
                    .set_solid_fill(ChartSolidFill::new().set_color(if newest { NEWEST } else { EARLIER }))
                    .set_border(ChartLine::new().set_color(NEWEST)),
            )
            .set_gap(60);
    }
    // The rows from the top down, as in the sheet. In a bar chart the vertical axis is the y axis.
    chart.y_axis().set_reverse();
    chart.x_axis().set_min(0).set_max(100).set_major_gridlines_line(ChartLine::new().set_color(EARLIER));
    chart.legend().set_position(ChartLegendPosition::Top);
    chart.set_width(CHART_WIDTH).set_height(CHART_HEIGHT);
    chart.set_alt_text(format!("{}: the figures of the table above as bars from 0 to 100.", sheet.name));
    chart
}

fn draw_row(
    page: &mut Worksheet,
    row: u32,
    columns: &[SheetColumn],
    cells: &[Cell],
    total: bool,
) -> Result<(), XlsxError> {
    for ((column, cell), at) in columns.iter().zip(cells).zip(0..) {
        let format = look::cell(column, cell, total);
        match cell {
            Cell::Heading(text) | Cell::Text(text) | Cell::Step(text, _) => {
                page.write_string_with_format(row, at, clean(text), &format)?
            }
            Cell::Number(number, _) => page.write_number_with_format(row, at, *number, &format)?,
            Cell::Date(date) => page.write_datetime_with_format(row, at, date, &format)?,
            Cell::Empty => page.write_blank(row, at, &format)?,
        };
    }
    let lines = look::most_lines(columns.iter().zip(cells).map(|(column, cell)| match cell {
        Cell::Text(text) => fit::lines(text, column.width),
        _ => 1,
    }));
    page.set_row_height(row, look::row_height(lines))?;
    Ok(())
}

fn heading_lines(column: &SheetColumn) -> usize {
    if column.kind == ColumnKind::Signs {
        return ROTATED_LINES;
    }
    // Bold type is wider.
    fit::lines(&column.heading, column.width * 0.95)
}
