//! What somebody who mistyped a name will have meant.

/// The longest word, in bytes, that can be somebody's mistyping: no id has half as many.
const LONGEST: usize = 200;

/// The id or name nearest to one that was mistyped, if any is near.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearer_than(0.8, word, candidates)
}

/// The key nearest to one that was mistyped: keys are short and few, so that less likeness is enough.
pub(crate) fn nearest_key(word: &str, keys: &[&'static str]) -> Option<&'static str> {
    nearer_than(0.7, word, keys.iter().copied())
}

fn nearer_than<'a>(least: f64, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(nearness, _)| *nearness >= least)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
