//! What a report compares an assessment with.

use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::results::Report;

use crate::cli::files::load::Loaded;
use crate::cli::world::World;

pub struct ComparedWith<'a> {
    /// Findings on the force itself, and those asked for by name.
    pub singly: Vec<Named<'a>>,
    /// Findings on all forces, for the summary.
    pub published: Vec<Named<'a>>,
}

impl<'a> ComparedWith<'a> {
    /// The findings on this checklist, and `others` without repeats.
    pub fn new(world: &'a World, loaded: &Loaded, others: &'a [Loaded]) -> Self {
        let published = world.catalogue.published_on(&loaded.assessment.checklist);
        let own = |named: &&Named<'_>| named.assessment.same_force(&loaded.assessment);
        let own: Vec<_> = published.iter().filter(own).copied().collect();
        let others = others.iter().map(Loaded::named);
        let new: Vec<_> = others.filter(|other| own.iter().all(|own| own.name != other.name)).collect();
        Self { singly: own.into_iter().chain(new).collect(), published }
    }

    pub fn report(&self, world: &World, loaded: &'a Loaded) -> Report<'a> {
        Report::new(loaded.named(), &self.singly, world.today).with_survey(&self.published)
    }
}
