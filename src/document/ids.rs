//! Unique ids for an HTML page, next to the document's own anchors.

use std::collections::BTreeSet;

use crate::document::{Block, Document};

#[derive(Debug)]
pub struct Ids {
    taken: BTreeSet<String>,
}

impl Ids {
    /// Reserves the document's anchors.
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

    /// A new id made from a text, with a number behind it if needed.
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

/// The letters and digits of a text in lower case, with hyphens for everything else.
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
