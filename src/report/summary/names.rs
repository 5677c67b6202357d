//! Lists on page one, cut to what it has room for.

/// How many things a list on page one names; the body names all.
pub const NAMED: usize = 8;

/// As many as page one names, and how many more there are.
pub fn named(all: &[String], between: &str) -> String {
    let first: Vec<&str> = all.iter().take(NAMED).map(String::as_str).collect();
    match all.len() - first.len() {
        0 => first.join(between),
        more => format!("{}{between}and {more} more", first.join(between)),
    }
}
