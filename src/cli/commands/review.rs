use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::Parsed;
use integrity_healthcheck::approval::Digest;
use integrity_healthcheck::assessment::{
    Action, Answer, Assessment, Details, Header, NewAssessment, Reviews, Sample,
};
use integrity_healthcheck::checklist::{Question, QuestionId};
use integrity_healthcheck::document::{Block, Fact};
use integrity_healthcheck::interview::{
    Draft, DraftKind, End, LeftError, Line, Mode, Person, Record, SaveError, first_text, warning,
};
use integrity_healthcheck::judge::review::{questions_to_review, restricted_to};
use integrity_healthcheck::text::number_of;
use integrity_healthcheck::words;

use crate::cli::files::load::{self, Loaded};
use crate::cli::files::store::Store;
use crate::cli::files::{disk, reviews, start};
use crate::cli::person::{interview, say_how_to_continue, with_person};
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output, value_parsers};

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  healthcheck review kent.toml audit.toml                          start a review, or continue it
  healthcheck review kent.toml audit.toml --sample 20 --seed 2026  the essential questions and 20 others
  healthcheck review kent.toml audit.toml --start --assessor \"Internal Audit\"
  healthcheck answer audit.toml gifts-policy=developing..in-place --note \"No date on it.\"

The review is a file of its own; the force's file is never changed. A level may be a range, where the \
evidence does not settle it: LOWEST..HIGHEST.")]
pub struct Arguments {
    /// The force's assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// The review, started if there is no such file
    #[arg(add = complete::healthchecks())]
    pub review: PathBuf,
    /// Who reviews; asked for where it is not given
    #[arg(long, value_name = "NAME", value_parser = value_parsers::text)]
    pub assessor: Option<String>,
    /// Look at the essential questions and at this many of the others, drawn from the seed
    #[arg(long, value_name = "N", requires = "seed")]
    pub sample: Option<u32>,
    /// What the draw begins from: the same seed draws the same questions
    #[arg(long, value_name = "S", requires = "sample")]
    pub seed: Option<u32>,
    /// Only start it, without the interview
    #[arg(long, requires = "assessor")]
    pub start: bool,
    /// Ask line by line on standard input: for screen readers, simple consoles and pipes
    #[arg(long)]
    pub plain: bool,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let of = load::assessment(world, &arguments.file)?;
    refuse(&of)?;
    if arguments.start {
        let assessor = arguments.assessor.clone().expect("clap requires it with --start");
        begin(world, arguments, &of, &assessor)?;
        let (file, review) = (output::in_command(&arguments.file), output::in_command(&arguments.review));
        output::say(&format!(
            "Started {}. It looks at {}.\nContinue with:\n  healthcheck review {file} {review}",
            arguments.review.display(),
            words::questions_to_review(&reviews::read(world, &of, &arguments.review)?.beside(&of))
        ));
        return Ok(Outcome::Done);
    }
    let without_terminal = "review needs a terminal; add --plain to answer line by line on standard input, or use \
                            --start and `healthcheck answer`";
    with_person(arguments.plain, without_terminal, |person| conduct(world, arguments, &of, person))
}

/// Only a force's own answers can be reviewed.
fn refuse(of: &Loaded) -> Result<()> {
    if let Some(source) = &of.assessment.source {
        bail!("{} is what {} published; a review is of a force's own assessment", of.name, source.publisher);
    }
    match &of.assessment.reviews {
        Some(reviews) => bail!("{} is a review itself, of {}", of.name, reviews.file),
        None => Ok(()),
    }
}

fn conduct(world: &World, arguments: &Arguments, of: &Loaded, person: &mut dyn Person) -> Result<Outcome> {
    if !arguments.review.exists() {
        let asked = Line::first("Who reviews? The force, department or office, such as Internal Audit");
        let typed = arguments.assessor.clone().map_or_else(|| first_text(person, &asked), Ok);
        let Ok(assessor) = typed else {
            output::say("\nNothing was started.");
            return Ok(Outcome::Done);
        };
        begin(world, arguments, of, &assessor)?;
    } else if arguments.sample.is_some() || arguments.assessor.is_some() {
        bail!(
            "{} already exists; --assessor, --sample and --seed are for a new review",
            arguments.review.display()
        );
    }
    let held = reviews::read(world, of, &arguments.review)?;
    let mut record =
        Reviewing::new(Store::open(world, &arguments.review)?, &of.assessment, held.reviews.sample);
    let end = match person.show(&opening(arguments, of, &held)) {
        Ok(()) => interview(world, person, &mut record, &arguments.review, Mode::Menu)?,
        Err(LeftError) => End::Left,
    };
    let (file, review) = (output::in_command(&arguments.file), output::in_command(&arguments.review));
    say_how_to_continue(&end, "Every answer is", &format!("review {file} {review}"), arguments.plain);
    Ok(Outcome::Done)
}

fn begin(world: &World, arguments: &Arguments, of: &Loaded, assessor: &str) -> Result<()> {
    let source = load::source(world, &arguments.file)?;
    let named = Header::read(&Parsed::new(&source), world.today)?.checklist;
    let is_file = world.catalogue.checklist(&named).is_none();
    if is_file && disk::folder_of(&arguments.file) != disk::folder_of(&arguments.review) {
        bail!(
            "the checklist {named} is a file beside {}; start the review in the same folder",
            arguments.file.display()
        );
    }
    let new = NewAssessment {
        force: &of.assessment.force,
        date: world.today,
        assessor,
        checklist: &named,
        edition: &of.assessment.checklist.edition,
        marking: of.assessment.marking.as_deref(),
    };
    let reviews = Reviews {
        file: disk::name_of(&arguments.file),
        sha256: Digest::compute(source.text()),
        sample: arguments.sample.zip(arguments.seed).map(|(number, seed)| Sample { number, seed }),
    };
    start::create(world, &arguments.review, new.to_review(reviews), std::slice::from_ref(&arguments.file))
}

fn opening(arguments: &Arguments, of: &Loaded, held: &reviews::LoadedReview) -> Vec<Block> {
    let beside = held.beside(of);
    let mut blocks = vec![
        Block::Chapter(format!("Review of {}", of.assessment.force)),
        Block::paragraph(
            "Each question shows what the force answered, with its note and evidence. Give the level that you would give, \
             and why; where the evidence does not settle it, the highest that it leaves open too. Your levels stand beside \
             the force's and never take their place.",
        ),
        warning(),
        Block::Facts(vec![
            Fact::new("Review", output::shown_in_full(&arguments.review)),
            Fact::new("So far", words::questions_reviewed(&beside)),
        ]),
    ];
    if !beside.same_file {
        let name = Path::new(&of.name).display();
        blocks.push(Block::paragraph(format!(
            "{name} has changed since this review began: look again at what you have answered."
        )));
    }
    let open = of.assessment.open_questions().count();
    if open > 0 {
        let open = number_of(open, "question", "questions");
        blocks.push(Block::paragraph(format!("The force has left {open} open.")));
    }
    blocks
}

/// A review during the interview. Its checklist has only the questions to review.
struct Reviewing<'w, 'a> {
    store: Store<'w>,
    reviewed: &'a Assessment,
    shown: Assessment,
}

impl<'w, 'a> Reviewing<'w, 'a> {
    fn new(store: Store<'w>, reviewed: &'a Assessment, sample: Option<Sample>) -> Self {
        let whole = store.assessment().clone();
        let checklist =
            restricted_to(&whole.checklist, &questions_to_review(&whole.checklist, sample)).into();
        Self { store, reviewed, shown: Assessment { checklist, ..whole } }
    }

    /// Updates the answers shown, which are those of the questions to review.
    fn follow(&mut self) {
        let checklist = Arc::clone(&self.shown.checklist);
        self.shown = Assessment { checklist, ..self.store.assessment().clone() };
    }
}

impl Record for Reviewing<'_, '_> {
    fn assessment(&self) -> &Assessment {
        &self.shown
    }

    fn reviewed(&self) -> Option<&Assessment> {
        Some(self.reviewed)
    }

    fn save_answers(&mut self, changes: &[(&Question, Option<Answer>)]) -> Result<(), SaveError> {
        self.store.save_answers(changes)?;
        self.follow();
        Ok(())
    }

    fn save_actions(&mut self, actions: Vec<Action>) -> Result<(), SaveError> {
        self.store.save_actions(actions)?;
        self.follow();
        Ok(())
    }

    fn save_details(&mut self, details: Details) -> Result<(), SaveError> {
        self.store.save_details(details)?;
        self.follow();
        Ok(())
    }

    fn save_draft(&mut self, draft: &Draft) -> bool {
        self.store.save_draft(draft)
    }

    fn delete_draft(&mut self, question: &QuestionId, kind: DraftKind) {
        self.store.delete_draft(question, kind);
    }

    fn drafts(&self) -> Vec<Draft> {
        self.store.drafts()
    }
}
