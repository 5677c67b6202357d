//! Data validation: what may be typed in a cell, and the hidden sheet of lists to choose from.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationRule,
    ExcelDateTime, Format, Formula, Worksheet, XlsxError,
};

use super::text::clean;
use crate::workbook::ColumnKind;

/// The name of the hidden sheet for lists that do not fit in a cell's own rule.
const LISTS: &str = "Lists";

/// A list that does not fit in the rule is added to `lists`.
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
    rule.set_error_message(kind.error_message()).map(Some)
}

/// The rule holds at most 255 characters and no comma within a choice; a longer list is added to `lists`.
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

pub fn draw_lists(page: &mut Worksheet, lists: &[Vec<String>]) -> Result<(), XlsxError> {
    page.set_name(LISTS)?.set_hidden(true);
    for (list, column) in lists.iter().zip(0..) {
        for (choice, row) in list.iter().zip(0..) {
            page.write_string(row, column, choice)?;
        }
    }
    Ok(())
}

/// Bold as well, so that it also shows without colour.
pub fn highlighted(text: &str) -> ConditionalFormatCell {
    let look = Format::new().set_bold().set_background_color(Color::RGB(0x00F6_D5D0));
    ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(text.to_owned()))
        .set_format(look)
}
