//! What ships with the program: the checklist, and what HMIC published, built in so that it runs with no file at all.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::assessment::Assessment;
use crate::checklist::Checklist;
use crate::compare::Named;
use crate::source::{Invalid, Source};

/// The checklists by the path of their files, for a reader who meets a problem in one.
const CHECKLISTS: [(&str, &str); 1] = [(
    "without-fear-or-favour/checklist.toml",
    include_str!("../checklists/without-fear-or-favour/checklist.toml"),
)];

macro_rules! published {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../checklists/without-fear-or-favour/published/", $name, ".toml")))),+]
    };
}

/// The published assessments by name.
const PUBLISHED: [(&str, &str); 7] = published![
    "cheshire-2012",
    "cumbria-2012",
    "essex-2012",
    "greater-manchester-2012",
    "staffordshire-2012",
    "surrey-2012",
    "thames-valley-2012",
];

/// Everything that is built in.
#[derive(Debug)]
pub struct Builtin {
    checklists: Vec<Arc<Checklist>>,
    published: Vec<(&'static str, Assessment)>,
}

impl Builtin {
    /// Reads what is built in.
    ///
    /// # Errors
    ///
    /// When what was built in is not valid, which the tests rule out.
    pub fn load() -> Result<Self, Invalid> {
        let read = |(name, text): (&str, &str)| Checklist::parse(&Source::new(name, text)).map(Arc::new);
        let checklists = CHECKLISTS.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let mut builtin = Self { checklists, published: Vec::new() };
        for (name, text) in PUBLISHED {
            let assessment = builtin.read_published(&Source::new(name, text))?;
            builtin.published.push((name, assessment));
        }
        Ok(builtin)
    }

    fn read_published(&self, source: &Source) -> Result<Assessment, Invalid> {
        let header = crate::assessment::Header::parse(source, NaiveDate::MAX)?;
        let checklist = self.checklist(&header.checklist);
        let checklist = checklist.ok_or_else(|| {
            header.not_held(source, NaiveDate::MAX, "the checklist is not built in", "build it in")
        })?;
        Assessment::parse(source, checklist, NaiveDate::MAX)
    }

    /// The checklists, the one for new assessments first.
    pub fn checklists(&self) -> impl Iterator<Item = &Arc<Checklist>> {
        self.checklists.iter()
    }

    /// The checklist of an id.
    pub fn checklist(&self, id: &str) -> Option<&Arc<Checklist>> {
        self.checklists().find(|checklist| checklist.id == id)
    }

    /// The published assessments, in the order of their names.
    pub fn published(&self) -> Vec<Named<'_>> {
        self.published.iter().map(|(name, assessment)| Named { name, assessment }).collect()
    }

    /// The published assessment of a name.
    pub fn assessment(&self, name: &str) -> Option<&Assessment> {
        self.published.iter().find(|(each, _)| *each == name).map(|(_, assessment)| assessment)
    }

    /// The text of the published assessment or the checklist of a name.
    pub fn source(&self, name: &str) -> Option<Source> {
        let published = PUBLISHED.iter().find(|(each, _)| *each == name).map(|(_, text)| *text);
        let checklist = || {
            let at = self.checklists.iter().position(|checklist| checklist.id == name)?;
            CHECKLISTS.get(at).map(|(_, text)| *text)
        };
        published.or_else(checklist).map(|text| Source::new(name, text))
    }

    /// The built-in name nearest to one that was mistyped.
    pub fn nearest_name(&self, name: &str) -> Option<&str> {
        let checklists = self.checklists.iter().map(|checklist| checklist.id.as_str());
        crate::source::nearest(name, self.published.iter().map(|(name, _)| *name).chain(checklists))
    }
}
