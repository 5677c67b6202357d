//! The ids of an HTML page: each occurs once, and none is taken from an anchor that the document brings along.

use std::collections::BTreeSet;

use crate::document::{Block, Document};

/// The ids that are taken.
#[derive(Debug)]
pub struct Ids {
    taken: BTreeSet<String>,
}

impl Ids {
    /// Ids beside a document's own anchors, which are known beforehand and stay as they are.
    pub fn new(document: &Document) -> Self {
        let mut taken = BTreeSet::new();
        for block in &document.blocks {
            match block {
                Block::Entry { anchor, .. } => taken.extend(anchor.clone()),
                Block::List(points) => taken.extend(points.iter().filter_map(|point| point.anchor.clone())),
                _ => {}
            }
        }
        Self { taken }
    }

    /// A new id that reads like a text.
    pub fn unique(&mut self, text: &str) -> String {
        let slug = slug(text);
        let mut id = slug.clone();
        let mut number = 2;
        while !self.taken.insert(id.clone()) {
            id = format!("{slug}-{number}");
            number += 1;
        }
        id
    }
}

/// The letters and figures of a text, in lower case, with hyphens for everything between them.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if slug.is_empty() { "part".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Point;

    #[test]
    fn no_id_is_given_twice() {
        let point = Point { text: String::new(), anchor: Some("gaps".to_owned()) };
        let blocks = vec![Block::List(vec![point])];
        let mut ids = Ids::new(&Document { blocks, ..Document::default() });
        let given: Vec<String> = ["Gaps", "gaps 3", "Gaps!", "<?>", ""].map(|text| ids.unique(text)).to_vec();
        assert_eq!(given, ["gaps-2", "gaps-3", "gaps-4", "part", "part-2"]);
    }
}
