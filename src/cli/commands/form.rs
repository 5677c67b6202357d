use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use integrity_healthcheck::assessment::{Assessment, FormId, Revision, SentForm};
use integrity_healthcheck::checklist::{Checklist, Question, Section};
use integrity_healthcheck::departments::form::{Form, layout, paper};
use integrity_healthcheck::document::{html, word};
use integrity_healthcheck::text::number_of;
use integrity_healthcheck::workbook::excel;

use crate::cli::files::store::{Store, unsaved};
use crate::cli::files::{disk, start};
use crate::cli::world::{Outcome, World};
use crate::cli::{output, value_parsers};

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  healthcheck form kent.toml --output forms --by 2026-12-11
  healthcheck form kent.toml --for procurement --output procurement.xlsx
  healthcheck form kent.toml --open --output open.xlsx
  healthcheck form without-fear-or-favour --output blank.xlsx

Into a folder goes a form for each owner that the checklist names, into a file one form for all. What \
was sent is kept in FILE, and `healthcheck status FILE` says what has come back. Take the forms back \
with `healthcheck merge FILE RETURN…`.")]
pub struct Arguments {
    /// The assessment; or a checklist, for a blank form
    pub file: PathBuf,
    /// Only the questions of this owner, such as procurement
    #[arg(long = "for", value_name = "OWNER", conflicts_with = "section")]
    pub owner: Option<String>,
    /// Only the questions of this section
    #[arg(long, value_name = "ID")]
    pub section: Option<String>,
    /// Only the questions that are not answered yet
    #[arg(long)]
    pub open: bool,
    /// The day by which it is wanted back
    #[arg(long, value_name = "DATE", value_parser = value_parsers::date)]
    pub by: Option<NaiveDate>,
    /// To whom it goes back [default: who assesses]
    #[arg(long, value_name = "TEXT", value_parser = value_parsers::heading)]
    pub back_to: Option<String>,
    /// The file, or the folder for a file each
    #[arg(long, short, value_name = "PATH")]
    pub output: PathBuf,
    /// Excel to be filled in and taken back, or Word or HTML to be printed [default: as the ending says, otherwise xlsx]
    #[arg(long, value_enum)]
    pub format: Option<Kind>,
    /// Replace files that exist
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// An Excel workbook, which `merge` takes back
    Xlsx,
    /// A Word document, to be printed
    Docx,
    /// A page for a browser, to be printed
    Html,
}

impl Kind {
    fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Html => "html",
        }
    }

    fn draw(self, form: &Form<'_>) -> Result<Vec<u8>> {
        Ok(match self {
            Self::Xlsx => excel::draw_pages(&layout::pages(form))?,
            Self::Docx => word::draw(&paper::document(form))?,
            Self::Html => html::draw(&paper::document(form)).into_bytes(),
        })
    }
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let target = Target::from_arguments(arguments)?;
    let name = arguments.file.display().to_string();
    if let Some(checklist) = world.catalogue.checklist(&name) {
        return blank(world, arguments, &target, checklist);
    }
    let mut store = Store::open(world, &arguments.file)?;
    let assessment = store.assessment().clone();
    if let Some(source) = &assessment.source {
        bail!(
            "{name} is what {} published, and asks nobody; name the force's own assessment",
            source.publisher
        );
    }
    let forms = forms(world, arguments, &target, &assessment)?;
    write_all(&target, arguments, &forms)?;
    let sent = forms.iter().filter_map(|form| sent(form, world.today));
    let sent = assessment.sent.iter().cloned().chain(sent).collect();
    store.revise(&Revision { sent: Some(sent), ..Revision::default() }).map_err(unsaved)?;
    let file = output::in_command(&arguments.file);
    output::say(&format!("See what comes back with:\n  healthcheck status {file}"));
    Ok(Outcome::Done)
}

fn blank(world: &World, arguments: &Arguments, target: &Target, checklist: &Checklist) -> Result<Outcome> {
    if arguments.owner.is_some() || arguments.section.is_some() || arguments.open {
        bail!(
            "a blank form is of the whole checklist; leave out --for, --section and --open, or name an assessment"
        );
    }
    let back_to = arguments.back_to.clone().unwrap_or_else(|| start::ASSESSOR.to_owned());
    let mut form = Form::blank(checklist, back_to, world.today);
    form.due = arguments.by;
    write_all(target, arguments, &[form])?;
    Ok(Outcome::Done)
}

fn forms<'a>(
    world: &World,
    arguments: &Arguments,
    target: &Target,
    assessment: &'a Assessment,
) -> Result<Vec<Form<'a>>> {
    let checklist = &assessment.checklist;
    let mut number = assessment.next_form_id().0;
    let mut forms = Vec::new();
    for asked in whom(arguments, target, checklist)? {
        let choose = |section: &Section, question: &Question| {
            let is_open = assessment.answer(&question.id).is_none();
            let of_owner = asked.owner.as_ref().is_none_or(|owner| *owner == question.owner);
            let of_section = arguments.section.as_ref().is_none_or(|id| *id == section.id);
            of_owner && of_section && (is_open || !arguments.open)
        };
        let mut form = Form::new(assessment, Some(FormId(number)), asked.to.as_str(), world.today, choose);
        if form.parts.is_empty() {
            continue;
        }
        form.due = arguments.by;
        form.back_to = arguments.back_to.clone().unwrap_or(form.back_to);
        forms.push(form);
        number += 1;
    }
    if forms.is_empty() {
        bail!("there is nothing left to ask; leave out --open to send what is answered already, too");
    }
    Ok(forms)
}

struct Whom {
    /// The name on the form and in the file.
    to: String,
    /// `None` for all questions; `Some(None)` for the questions without an owner.
    owner: Option<Option<String>>,
}

fn whom(arguments: &Arguments, target: &Target, checklist: &Checklist) -> Result<Vec<Whom>> {
    if let Some(id) = &arguments.section {
        let section = checklist.section(id).ok_or_else(|| unknown_section(checklist, id))?;
        return Ok(vec![Whom { to: section.title.clone(), owner: None }]);
    }
    let mut owners: Vec<Option<String>> =
        checklist.questions().map(|question| question.owner.clone()).collect();
    owners.sort();
    owners.dedup();
    if let Some(asked) = &arguments.owner {
        let known = owners.into_iter().flatten().collect::<Vec<_>>();
        let same = known.iter().find(|owner| owner.to_lowercase() == asked.trim().to_lowercase());
        let Some(owner) = same else {
            bail!("the checklist names no owner \"{}\"; it names {}", asked.escape_debug(), known.join(", "));
        };
        return Ok(vec![Whom { to: owner.clone(), owner: Some(Some(owner.clone())) }]);
    }
    if !target.is_folder {
        return Ok(vec![Whom { to: "everyone who can answer".to_owned(), owner: None }]);
    }
    let one = |owner: Option<String>| Whom {
        to: owner.clone().unwrap_or_else(|| "those without an owner".to_owned()),
        owner: Some(owner),
    };
    Ok(owners.into_iter().map(one).collect())
}

fn unknown_section(checklist: &Checklist, id: &str) -> anyhow::Error {
    let ids: Vec<&str> = checklist.sections.iter().map(|section| section.id.as_str()).collect();
    anyhow!("the checklist has no section `{}`; it has {}", id.escape_debug(), ids.join(", "))
}

fn sent(form: &Form<'_>, today: NaiveDate) -> Option<SentForm> {
    let (id, to) = (form.identity.sent?, form.to.clone());
    Some(SentForm { id, to, on: today, due: form.due, questions: form.ids(), returned: None })
}

struct Target {
    path: PathBuf,
    is_folder: bool,
    kind: Kind,
}

impl Target {
    fn from_arguments(arguments: &Arguments) -> Result<Self> {
        let path = arguments.output.clone();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let is_folder = path.is_dir() || ending.is_none();
        let named = ending.as_deref().filter(|_| !is_folder);
        let by_ending = named.map(|named| Kind::value_variants().iter().find(|kind| kind.ending() == named));
        let kind = match (arguments.format, by_ending) {
            (Some(kind), _) | (None, Some(Some(&kind))) => kind,
            (None, None) => Kind::Xlsx,
            (None, Some(None)) => {
                bail!(
                    "a form is .xlsx, to be taken back, or .docx or .html, to be printed; {} is none of these",
                    path.display()
                )
            }
        };
        Ok(Self { path, is_folder, kind })
    }

    fn file(&self, form: &Form<'_>) -> PathBuf {
        if !self.is_folder {
            return self.path.clone();
        }
        let plain = |sign: char| if sign.is_alphanumeric() { sign } else { '-' };
        let name: String = form.to.to_lowercase().chars().map(plain).collect();
        let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
        self.path.join(format!("{}.{}", words.join("-"), self.kind.ending()))
    }
}

/// Draws all forms before writing the first, and writes none if a file is in the way.
fn write_all(target: &Target, arguments: &Arguments, forms: &[Form<'_>]) -> Result<()> {
    let draw = |form| Ok((target.file(form), target.kind.draw(form)?, form));
    let drawn = forms.iter().map(draw).collect::<Result<Vec<(PathBuf, Vec<u8>, &Form<'_>)>>>()?;
    if let Some((path, _, _)) = drawn.iter().find(|(path, _, _)| path.exists()) {
        if disk::behind_links(path) == disk::behind_links(&arguments.file) {
            bail!("{} is the assessment itself; name another file for the form", path.display());
        }
        if !arguments.overwrite {
            bail!("{} already exists; add --overwrite to replace it, or name another", path.display());
        }
    }
    if target.is_folder && !target.path.exists() {
        std::fs::create_dir_all(&target.path).map_err(|error| {
            anyhow!("cannot make the folder {}: {}", target.path.display(), disk::cause(&error))
        })?;
    }
    // Nobody can read a form who cannot read the assessment. A blank form contains nothing of a file.
    let made_of: Vec<PathBuf> = arguments.file.exists().then(|| arguments.file.clone()).into_iter().collect();
    for (path, bytes, form) in &drawn {
        write(path, bytes, &made_of)?;
        let number = number_of(form.asked().count(), "question", "questions");
        output::say(&format!("Wrote {}: {number} for {}", path.display(), form.to));
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8], made_of: &[PathBuf]) -> Result<()> {
    if path.exists() { disk::replace(path, bytes, made_of) } else { disk::create(path, bytes, made_of) }
}
