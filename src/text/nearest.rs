//! What a person who mistyped a name meant.

/// Longer words, in bytes, are not compared: no id is half as long.
const LONGEST: usize = 200;

/// The candidate nearest to a mistyped id or name, if any is near enough.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearer_than(0.8, word, candidates)
}

/// The key nearest to a mistyped one. Keys are short and few, so less similarity is enough.
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
