//! What may be filled in where, and the hidden sheet of lists to choose from.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationRule,
    ExcelDateTime, Format, Formula, Worksheet, XlsxError,
};

use super::clean;
use crate::workbook::ColumnKind;

/// The hidden sheet with the lists that are too long for a cell's own.
const LISTS: &str = "Lists";

/// What may be filled in; a list that a cell cannot hold itself is put on the hidden sheet.
pub fn rule(kind: &ColumnKind, lists: &mut Vec<Vec<String>>) -> Result<Option<DataValidation>, XlsxError> {
    let rule = match kind {
        ColumnKind::Words
        | ColumnKind::Figures
        | ColumnKind::Days
        | ColumnKind::Signs
        | ColumnKind::FillWords => {
            return Ok(None);
        }
        ColumnKind::FillDay => {
            let [first, last] =
                [ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(9999, 12, 31)?];
            DataValidation::new().allow_date(DataValidationRule::Between(first, last))
        }
        ColumnKind::FillChoice(choices) => choice(choices, lists)?,
    };
    rule.set_error_message(kind.asks_for()).map(Some)
}

/// One of these; a list that a cell cannot hold itself is put on the hidden sheet.
pub fn choice(choices: &[String], lists: &mut Vec<Vec<String>>) -> Result<DataValidation, XlsxError> {
    let choices: Vec<String> = choices.iter().map(|choice| clean(choice)).collect();
    let divided = choices.iter().any(|choice| choice.contains([',', '"', '\n']));
    if !divided && choices.join(",").encode_utf16().count() <= 255 {
        return DataValidation::new().allow_list_strings(&choices);
    }
    let column = u16::try_from(lists.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let column = column_number_to_name(column);
    let range = format!("={LISTS}!${column}$1:${column}${}", choices.len());
    lists.push(choices);
    Ok(DataValidation::new().allow_list_formula(Formula::new(range)))
}

/// Draws the lists that are too long for a cell's own, on a sheet that nobody sees.
pub fn draw_lists(page: &mut Worksheet, lists: &[Vec<String>]) -> Result<(), XlsxError> {
    page.set_name(LISTS)?.set_hidden(true);
    for (list, column) in lists.iter().zip(0..) {
        for (choice, row) in list.iter().zip(0..) {
            page.write_string(row, column, choice)?;
        }
    }
    Ok(())
}

/// Colour and bold type, so that it shows without colour too.
pub fn highlighted(text: &str) -> ConditionalFormatCell {
    let look = Format::new().set_bold().set_background_color(Color::RGB(0x00F6_D5D0));
    ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(text.to_owned()))
        .set_format(look)
}
