//! What ships with the program: the checklist, and what HMIC published, built in so that it runs with no file at all.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::assessment::Assessment;
use crate::checklist::Checklist;
use crate::judge::compare::Named;
use crate::text::source::{Invalid, Source};

/// The editions of the checklist, oldest first: an assessment is always read with its own.
const EDITIONS: [&str; 1] = [include_str!("../checklists/without-fear-or-favour/checklist.toml")];

macro_rules! published {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../checklists/without-fear-or-favour/published/", $name, ".toml")))),+]
    };
}

/// The published assessments by name.
const PUBLISHED: [(&str, &str); 9] = published![
    "cheshire-2012",
    "cumbria-2012",
    "durham-2012",
    "essex-2012",
    "greater-manchester-2012",
    "north-yorkshire-2012",
    "staffordshire-2012",
    "surrey-2012",
    "thames-valley-2012",
];

/// Everything that is built in.
#[derive(Debug)]
pub struct Builtin {
    /// Every edition with its text, newest first.
    editions: Vec<(Arc<Checklist>, Source)>,
    /// Every published assessment with its text, which bears its name.
    published: Vec<(Assessment, Source)>,
}

impl Builtin {
    /// Reads what is built in.
    ///
    /// # Errors
    ///
    /// When what was built in is not valid, which the tests rule out.
    pub fn load() -> Result<Self, Invalid> {
        Self::of(&EDITIONS, &PUBLISHED)
    }

    /// Reads editions of checklists, those of each oldest first, and published assessments by name.
    ///
    /// # Errors
    ///
    /// When one of them is not valid, or a published one answers a checklist that is not among them.
    pub fn of(editions: &[&str], published: &[(&str, &str)]) -> Result<Self, Invalid> {
        let mut builtin = Self { editions: Vec::new(), published: Vec::new() };
        for text in editions {
            let source = Source::new("checklist.toml", *text);
            let read = Checklist::parse(&source)?;
            let earlier = builtin.checklist(&read.id).cloned();
            builtin.editions.insert(0, (Arc::new(Checklist { earlier, ..read }), source));
        }
        for (name, text) in published {
            let source = Source::new(*name, *text);
            builtin.published.push((builtin.read_published(&source)?, source));
        }
        Ok(builtin)
    }

    fn read_published(&self, source: &Source) -> Result<Assessment, Invalid> {
        let header = crate::assessment::Header::parse(source, NaiveDate::MAX)?;
        let checklist = self.edition(&header.checklist, &header.edition);
        let checklist = checklist.ok_or_else(|| {
            header.not_held(source, NaiveDate::MAX, "the checklist is not built in", "build it in")
        })?;
        Assessment::parse(source, checklist, NaiveDate::MAX)
    }

    /// Every edition of the checklists, the one for new assessments first.
    pub fn checklists(&self) -> impl Iterator<Item = &Arc<Checklist>> {
        self.editions.iter().map(|(checklist, _)| checklist)
    }

    /// The newest edition of the checklist of an id.
    pub fn checklist(&self, id: &str) -> Option<&Arc<Checklist>> {
        self.checklists().find(|checklist| checklist.id == id)
    }

    /// One edition of a checklist; the newest where that one is not held.
    pub fn edition(&self, id: &str, edition: &str) -> Option<&Arc<Checklist>> {
        let exact = self.checklists().find(|checklist| checklist.id == id && checklist.edition == edition);
        exact.or_else(|| self.checklist(id))
    }

    /// The published assessments, in the order of their names.
    pub fn published(&self) -> Vec<Named<'_>> {
        self.published.iter().map(|(assessment, source)| Named { name: source.name(), assessment }).collect()
    }

    /// The published assessment of a name.
    pub fn assessment(&self, name: &str) -> Option<&Assessment> {
        self.published.iter().find(|(_, source)| source.name() == name).map(|(assessment, _)| assessment)
    }

    /// The text of the published assessment or the checklist (the newest edition) of a name.
    pub fn source(&self, name: &str) -> Option<Source> {
        let published = self.published.iter().map(|(_, source)| source).find(|source| source.name() == name);
        let newest = || self.editions.iter().find(|(checklist, _)| checklist.id == name);
        let text = published.or_else(|| newest().map(|(_, source)| source))?.text();
        Some(Source::new(name, text))
    }

    /// The built-in name nearest to one that was mistyped.
    pub fn nearest_name(&self, name: &str) -> Option<&str> {
        let checklists = self.checklists().map(|checklist| checklist.id.as_str());
        crate::text::nearest::nearest(
            name,
            self.published.iter().map(|(_, source)| source.name()).chain(checklists),
        )
    }
}
