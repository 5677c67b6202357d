//! The checklists at hand, each a pack: its editions, and the findings that were published on forces.
//!
//! A pack is data: a folder with `checklist.toml`, `editions/` and `published/`. Those of `checklists/` are built in, so that
//! the program runs with no file at all; others are read from a folder. No code knows any of them by name, but for the
//! default of a new assessment.

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::assessment::{Assessment, Header};
use crate::checklist::Checklist;
use crate::judge::compare::Named;
use crate::text::nearest::nearest;
use crate::text::source::{ParseError, Problem, Source};
use crate::toml_text::Parsed;

/// A pack's texts as they are built in: editions oldest first, findings by name.
struct Texts {
    editions: &'static [Edition],
    published: &'static [(&'static str, &'static str)],
}

/// An edition's text, and what was read from it when the program was built.
struct Edition {
    text: &'static str,
    packed: &'static [u8],
}

/// What is built in, listed when the program is built.
const BUILT_IN: &[Texts] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The checklists at hand, with the findings that answer them.
#[derive(Debug, Default)]
pub struct Catalogue {
    packs: Vec<Pack>,
}

/// One checklist: every edition of it, and the findings that answer it.
#[derive(Debug)]
struct Pack {
    /// Every edition with its text, newest first; there is at least one.
    editions: Vec<(Arc<Checklist>, Source)>,
    /// In the order of their names.
    published: Vec<Finding>,
}

/// A published assessment, read when it is first asked for.
#[derive(Debug)]
struct Finding {
    /// Its text, under its name.
    source: Source,
    read: OnceCell<Option<Assessment>>,
}

impl Catalogue {
    /// What is built in. Findings are read when they are asked for; the tests read each.
    ///
    /// # Errors
    ///
    /// When a checklist that was built in is not valid, which the tests rule out.
    pub fn built_in() -> Result<Self, ParseError> {
        let mut catalogue = Self::default();
        for texts in BUILT_IN {
            let editions = texts.editions.iter().map(Edition::read).collect::<Result<Vec<_>, _>>()?;
            let published = texts.published.iter().map(|(name, text)| Source::new(*name, *text));
            catalogue.packs.push(Pack::new(editions, published.collect()));
        }
        Ok(catalogue)
    }

    /// Adds a checklist from its texts: editions oldest first, findings under their names. All of them are read.
    ///
    /// # Errors
    ///
    /// Every problem of the first text that is not valid; a finding must answer an edition of this checklist.
    pub fn add(
        &mut self,
        editions: impl IntoIterator<Item = Source>,
        published: Vec<Source>,
    ) -> Result<(), ParseError> {
        let read = |source: Source| Ok((Checklist::parse(&source)?, source));
        let editions = editions.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let held = |(checklist, source): &(Checklist, Source)| {
            let taken = self.checklist(&checklist.id).is_some();
            taken.then(|| name_taken(source, &format!("a checklist `{}` is already at hand", checklist.id)))
        };
        if let Some(taken) = editions.iter().find_map(held) {
            return Err(taken);
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

    /// Every edition of every checklist, those of each newest first.
    pub fn checklists(&self) -> impl Iterator<Item = &Arc<Checklist>> {
        self.packs.iter().flat_map(|pack| &pack.editions).map(|(checklist, _)| checklist)
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

    /// The text of one edition of a checklist.
    pub fn text_of(&self, id: &str, edition: &str) -> Option<&str> {
        let mut editions = self.packs.iter().flat_map(|pack| &pack.editions);
        let held = editions.find(|(checklist, _)| checklist.id == id && checklist.edition == edition);
        held.map(|(_, source)| source.text())
    }

    /// The findings that were published on forces, in the order of their names, checklist by checklist.
    pub fn published(&self) -> Vec<Named<'_>> {
        self.packs.iter().flat_map(Pack::published).collect()
    }

    /// The findings that answer a checklist.
    pub fn published_on(&self, checklist: &Checklist) -> Vec<Named<'_>> {
        self.packs.iter().filter(|pack| pack.is_of(&checklist.id)).flat_map(Pack::published).collect()
    }

    /// The published assessment of a name.
    pub fn assessment(&self, name: &str) -> Option<&Assessment> {
        self.packs.iter().find_map(|pack| pack.assessment(name))
    }

    /// The text of the published assessment or the checklist (the newest edition) of a name.
    pub fn source(&self, name: &str) -> Option<Source> {
        let text = |pack: &Pack| {
            let finding = pack.published.iter().find(|finding| finding.source.name() == name);
            let newest = || pack.editions.first().filter(|_| pack.is_of(name)).map(|(_, source)| source);
            finding.map(|finding| &finding.source).or_else(newest).map(|source| source.text().to_owned())
        };
        self.packs.iter().find_map(text).map(|text| Source::new(name, text))
    }

    /// The name at hand nearest to one that was mistyped.
    pub fn nearest_name(&self, name: &str) -> Option<&str> {
        let findings =
            self.packs.iter().flat_map(|pack| &pack.published).map(|finding| finding.source.name());
        let checklists = self.checklists().map(|checklist| checklist.id.as_str());
        nearest(name, findings.chain(checklists))
    }
}

/// A name that would stand for two things.
fn name_taken(source: &Source, message: &str) -> ParseError {
    let help = "give it another, for a name stands for one thing only";
    ParseError::new(source.clone(), vec![Problem::new(0..0, message, help)])
}

impl Edition {
    /// What was packed, which is what its text says: the build reads the text, and fails where it is not valid.
    fn read(&self) -> Result<(Checklist, Source), ParseError> {
        let source = Source::new("checklist.toml", self.text);
        let checklist = Checklist::from_packed(self.packed).map_or_else(|| Checklist::parse(&source), Ok)?;
        Ok((checklist, source))
    }
}

impl Pack {
    /// A pack of editions with their texts, oldest first, and of findings.
    fn new(editions: Vec<(Checklist, Source)>, published: Vec<Source>) -> Self {
        let mut held: Vec<(Arc<Checklist>, Source)> = Vec::new();
        for (read, source) in editions {
            let earlier = held.first().map(|(checklist, _)| Arc::clone(checklist));
            held.insert(0, (Arc::new(Checklist { earlier, ..read }), source));
        }
        let finding = |source| Finding { source, read: OnceCell::new() };
        Self { editions: held, published: published.into_iter().map(finding).collect() }
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

    fn assessment(&self, name: &str) -> Option<&Assessment> {
        self.published
            .iter()
            .find(|finding| finding.source.name() == name)
            .and_then(|finding| self.read(finding))
    }

    fn read<'p>(&'p self, finding: &'p Finding) -> Option<&'p Assessment> {
        finding.read.get_or_init(|| self.parse(&finding.source).ok()).as_ref()
    }

    /// Reads a finding with the edition that it answers. What was published has no day before which it is not known.
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
