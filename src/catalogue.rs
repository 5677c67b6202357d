//! The available checklists, with their editions and the findings published about forces.
//!
//! Each checklist is a pack: a folder with `checklist.toml`, `editions/` and `published/`. The packs in `checklists/` are
//! built in; others are read from a folder. No code knows a checklist by name, except for the default of a new assessment.

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::assessment::{Assessment, Header};
use crate::checklist::Checklist;
use crate::judge::compare::Named;
use crate::text::nearest::nearest;
use crate::text::source::{ParseError, Problem, Source};
use crate::toml_text::Parsed;

struct Texts {
    /// Oldest first.
    editions: &'static [Edition],
    published: &'static [(&'static str, &'static str)],
}

struct Edition {
    text: &'static str,
    /// What the build read from the text, as postcard.
    packed: &'static [u8],
}

/// Listed by `build.rs`.
const BUILT_IN: &[Texts] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

#[derive(Debug, Default)]
pub struct Catalogue {
    packs: Vec<Pack>,
}

#[derive(Debug)]
struct Pack {
    /// Newest first, at least one.
    editions: Vec<(Arc<Checklist>, Source)>,
    /// By name.
    published: Vec<Finding>,
}

/// A published assessment, read when it is first used.
#[derive(Debug)]
struct Finding {
    source: Source,
    read: OnceCell<Option<Assessment>>,
}

impl Catalogue {
    /// Fails only if a built-in checklist is not valid, which the build rules out.
    pub fn built_in() -> Result<Self, ParseError> {
        let mut catalogue = Self::default();
        for texts in BUILT_IN {
            let editions = texts.editions.iter().map(Edition::read).collect::<Result<Vec<_>, _>>()?;
            let published = texts.published.iter().map(|(name, text)| Source::new(*name, *text));
            catalogue.packs.push(Pack::new(editions, published.collect()));
        }
        Ok(catalogue)
    }

    /// Adds a checklist, its editions oldest first. Fails at the first invalid text, at a name that is taken, or at a
    /// finding that answers none of these editions.
    pub fn add(
        &mut self,
        editions: impl IntoIterator<Item = Source>,
        published: Vec<Source>,
    ) -> Result<(), ParseError> {
        let read = |source: Source| Ok((Checklist::parse(&source)?, source));
        let editions = editions.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        if let Some((taken, source)) =
            editions.iter().find(|(checklist, _)| self.checklist(&checklist.id).is_some())
        {
            return Err(name_taken(source, &format!("a checklist `{}` is already at hand", taken.id)));
        }
        let pack = Pack::new(editions, published);
        for finding in &pack.published {
            pack.parse(&finding.source)?;
            if self.source(finding.source.name()).is_some() {
                return Err(name_taken(&finding.source, "findings of this name are already at hand"));
            }
        }
        self.packs.push(pack);
        Ok(())
    }

    /// Every edition of every checklist, newest first within each.
    pub fn checklists(&self) -> impl Iterator<Item = &Arc<Checklist>> {
        self.packs.iter().flat_map(|pack| &pack.editions).map(|(checklist, _)| checklist)
    }

    /// The newest edition of a checklist.
    pub fn checklist(&self, id: &str) -> Option<&Arc<Checklist>> {
        self.checklists().find(|checklist| checklist.id == id)
    }

    /// An edition of a checklist; the newest if that edition is not available.
    pub fn edition(&self, id: &str, edition: &str) -> Option<&Arc<Checklist>> {
        let exact = self.checklists().find(|checklist| checklist.id == id && checklist.edition == edition);
        exact.or_else(|| self.checklist(id))
    }

    pub fn text_of(&self, id: &str, edition: &str) -> Option<&str> {
        let mut editions = self.packs.iter().flat_map(|pack| &pack.editions);
        let held = editions.find(|(checklist, _)| checklist.id == id && checklist.edition == edition);
        held.map(|(_, source)| source.text())
    }

    /// By name within each checklist.
    pub fn published(&self) -> Vec<Named<'_>> {
        self.packs.iter().flat_map(Pack::published).collect()
    }

    pub fn published_on(&self, checklist: &Checklist) -> Vec<Named<'_>> {
        self.packs.iter().filter(|pack| pack.is_of(&checklist.id)).flat_map(Pack::published).collect()
    }

    pub fn assessment(&self, name: &str) -> Option<&Assessment> {
        self.packs.iter().find_map(|pack| pack.read(pack.finding(name)?))
    }

    /// The text of a published assessment by name, or of the newest edition of a checklist by id.
    pub fn source(&self, name: &str) -> Option<Source> {
        let text = |pack: &Pack| {
            let newest = || pack.editions.first().filter(|_| pack.is_of(name)).map(|(_, source)| source);
            let source = pack.finding(name).map(|finding| &finding.source).or_else(newest);
            source.map(|source| source.text().to_owned())
        };
        self.packs.iter().find_map(text).map(|text| Source::new(name, text))
    }

    /// The name of a finding or a checklist nearest to a mistyped one.
    pub fn nearest_name(&self, name: &str) -> Option<&str> {
        let findings =
            self.packs.iter().flat_map(|pack| &pack.published).map(|finding| finding.source.name());
        let checklists = self.checklists().map(|checklist| checklist.id.as_str());
        nearest(name, findings.chain(checklists))
    }
}

fn name_taken(source: &Source, message: &str) -> ParseError {
    let help = "give it another, for a name stands for one thing only";
    ParseError::new(source.clone(), vec![Problem::new(0..0, message, help)])
}

impl Edition {
    fn read(&self) -> Result<(Checklist, Source), ParseError> {
        let source = Source::new("checklist.toml", self.text);
        let checklist = Checklist::from_packed(self.packed).map_or_else(|| Checklist::parse(&source), Ok)?;
        Ok((checklist, source))
    }
}

impl Pack {
    /// `editions` are oldest first.
    fn new(editions: Vec<(Checklist, Source)>, published: Vec<Source>) -> Self {
        let mut newest_first: Vec<(Arc<Checklist>, Source)> = Vec::new();
        for (checklist, source) in editions {
            let earlier = newest_first.first().map(|(earlier, _)| Arc::clone(earlier));
            newest_first.insert(0, (Arc::new(Checklist { earlier, ..checklist }), source));
        }
        let finding = |source| Finding { source, read: OnceCell::new() };
        Self { editions: newest_first, published: published.into_iter().map(finding).collect() }
    }

    fn is_of(&self, id: &str) -> bool {
        self.editions.first().is_some_and(|(checklist, _)| checklist.id == id)
    }

    fn published(&self) -> impl Iterator<Item = Named<'_>> {
        self.published.iter().filter_map(|finding| {
            let assessment = self.read(finding)?;
            Some(Named { name: finding.source.name(), assessment })
        })
    }

    fn finding(&self, name: &str) -> Option<&Finding> {
        self.published.iter().find(|finding| finding.source.name() == name)
    }

    fn read<'p>(&'p self, finding: &'p Finding) -> Option<&'p Assessment> {
        finding.read.get_or_init(|| self.parse(&finding.source).ok()).as_ref()
    }

    /// Reads a finding with the edition that it answers. No date in it counts as future.
    fn parse(&self, source: &Source) -> Result<Assessment, ParseError> {
        let parsed = Parsed::new(source);
        let header = Header::read(&parsed, NaiveDate::MAX)?;
        let answered = self
            .editions
            .iter()
            .find(|(checklist, _)| checklist.id == header.checklist && checklist.edition == header.edition);
        match answered {
            Some((checklist, _)) => Assessment::read(&parsed, checklist, NaiveDate::MAX),
            None => Err(header.checklist_missing(
                &parsed,
                NaiveDate::MAX,
                "this edition of the checklist is not in the folder",
                "name an edition that is beside the findings",
            )),
        }
    }
}
