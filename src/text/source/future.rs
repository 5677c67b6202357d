//! Future dates, usually written by a fast clock: reported as one problem, or as a warning when only reading.

use chrono::NaiveDate;

use super::problem::{Fault, Problem};

/// The most line numbers listed besides the first.
const NAMED: usize = 5;

/// The future dates, each as often as it occurs.
pub(super) fn dates(problems: &[Problem]) -> Vec<NaiveDate> {
    problems.iter().filter_map(future_date).collect()
}

fn future_date(problem: &Problem) -> Option<NaiveDate> {
    match problem.fault {
        Fault::Future(date) => Some(date),
        _ => None,
    }
}

pub(super) fn is_future(problem: &Problem) -> bool {
    future_date(problem).is_some()
}

/// Joins the problems about future dates into one: usually one clock is wrong, not each date.
pub(super) fn join(problems: &mut Vec<Problem>, line_of: impl Fn(&Problem) -> usize) {
    let lines: Vec<usize> = problems.iter().filter(|problem| is_future(problem)).map(line_of).collect();
    let [first, others @ ..] = lines.as_slice() else { return };
    if others.is_empty() {
        return;
    }
    let named: Vec<String> = others.iter().take(NAMED).map(usize::to_string).collect();
    let more = match others.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!(
        "{} days in this file are in the future: on lines {first}, {}{more}",
        lines.len(),
        named.join(", ")
    );
    let help = "see whether this computer's date is right; if it is, write the days on which it happened";
    let mut joined = false;
    problems.retain_mut(|problem| {
        if is_future(problem) && !std::mem::replace(&mut joined, true) {
            problem.message = format!("{}; {message}", problem.message);
            problem.help = help.to_owned();
            return true;
        }
        !is_future(problem)
    });
}
