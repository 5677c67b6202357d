//! Every format gives the same facts: the headline, the gaps in their order, and the actions in theirs.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::text::source::Source;
use serde_json::Value;

use crate::support::{Folder, endings, flat, published, whole_text};

/// What a reader is to find, whatever the format.
#[derive(Debug, PartialEq, Eq)]
struct Facts {
    /// Targets met and targets, essential gaps and essential questions open, score, both bounds, and gaps in all.
    headline: Vec<String>,
    /// The ids of the questions.
    gaps: Vec<String>,
    /// All actions: number, what is to be done, id of the question, owner and status.
    actions: Vec<[String; 5]>,
}

/// The third of the years in `fixtures/years`. Levels, of weight 1 but for the register, which has 2:
///
/// | Section | Levels | Score | Lowest bound | Highest bound |
/// |---|---|--:|--:|--:|
/// | media | 2, 0, one open | 2 ÷ 6 = 33.3 | 2 ÷ 9 = 22.2 | 5 ÷ 9 = 55.6 |
/// | information | 1 | 1 ÷ 3 = 33.3 | 33.3 | 33.3 |
/// | gifts | 3, 2 and twice 2 | 9 ÷ 12 = 75 | 75 | 75 |
/// | procurement | 1, one open | 1 ÷ 3 = 33.3 | 1 ÷ 6 = 16.7 | 4 ÷ 6 = 66.7 |
/// | standards | 2 | 2 ÷ 3 = 66.7 | 66.7 | 66.7 |
/// | governance | one open | none | 0 | 100 |
///
/// Score (33.33 + 33.33 + 75 + 33.33 + 66.67) ÷ 5 = 48.3; bounds 213.89 ÷ 6 = 35.6 and 397.22 ÷ 6 = 66.2. Below their
/// targets: the register and the checks, both essential, then the briefings by two levels and the tracing by one. Of
/// the actions the open one comes first.
fn expected() -> Facts {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Facts {
        headline: words(&["4", "8", "2", "0", "48.3", "35.6", "66.2", "4"]),
        gaps: words(&["gifts-single-register", "procurement-checks", "media-off-the-record", "leak-tracing"]),
        actions: vec![
            ["A3", "Check", "gifts-single-register", "Wilfred", "planned"].map(str::to_owned),
            ["A2", "Write", "media-off-the-record", "Ottilie", "done"].map(str::to_owned),
        ],
    }
}

#[test]
fn every_format_gives_the_same_facts() {
    let folder = Folder::with("checklist.toml", include_str!("../fixtures/years/checklist.toml"))
        .and("2026.toml", include_str!("../fixtures/years/2026.toml"));
    for ending in endings() {
        let output = format!("r.{ending}");
        folder.run(&["report", "2026.toml", "--output", &output]).ends_with(0);
        let text = || whole_text(&folder.path(&output));
        let facts = match ending.as_str() {
            "txt" => in_text(&text().replace("   ", "|")),
            "md" => in_text(&text().replace(['*', '#', '\\'], "")),
            "html" => in_text(&without_tags(text().split_once("</nav>").unwrap().1)),
            "docx" => in_text(&without_tags(&text())),
            "xlsx" => in_workbook(std::fs::read(folder.path(&output)).unwrap()),
            "json" => in_json(&published(&text())),
            other => panic!("say how the facts are read from a .{other}"),
        };
        assert_eq!(facts, expected(), "{ending}");
    }
}

/// The text of HTML or Word: each row of a table on a line of its own, with a bar after each cell.
fn without_tags(markup: &str) -> String {
    let pieces = markup.split('<').filter_map(|piece| piece.split_once('>'));
    let text = pieces.map(|(tag, text)| match tag.replace("w:", "").as_str() {
        "tr" | "/tr" => format!("\n{text}"),
        "/th" | "/td" | "/tc" => format!("|{text}"),
        _ => format!("{text} "),
    });
    text.collect()
}

fn after<'t>(text: &'t str, what: &str) -> &'t str {
    let at = text.to_ascii_lowercase().find(what).unwrap_or_else(|| panic!("no {what} in {text}"));
    &text[at + what.len()..]
}

/// The first numbers behind a label.
fn numbers(text: &str, label: &str, count: usize) -> Vec<String> {
    let words = after(text, label).split(|c: char| !c.is_ascii_digit() && c != '.');
    words
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .take(count)
        .map(str::to_owned)
        .collect()
}

fn headline(text: &str) -> Vec<String> {
    // In the contents it stands too.
    let text =
        &text[text.to_lowercase().rfind("scores and coverage").unwrap() + "scores and coverage".len()..];
    let labels = [("targets met", 2), ("essential", 2), ("score", 1), ("bounds", 2), ("gaps in all", 1)];
    labels.iter().flat_map(|(label, count)| numbers(text, label, *count)).collect()
}

/// The id of the question with a title.
fn id_of(title: &str) -> String {
    let checklist = Source::new("checklist.toml", include_str!("../fixtures/years/checklist.toml"));
    let checklist = Checklist::parse(&checklist).unwrap();
    let question = checklist.questions().find(|question| question.title == title);
    question.unwrap_or_else(|| panic!("no question is called {title}")).id.to_string()
}

/// The gaps are headings, `2.2 Single register (essential)`, and the actions are the rows of the first table of the plan.
fn in_text(lines: &str) -> Facts {
    let text = flat(lines);
    let body = after(&text, "in the order in which to close them");
    let chapter = &body[..body.to_ascii_lowercase().find("3. action plan").unwrap()];
    let heading = |number: usize| chapter.split_once(&format!("2.{number} "))?.1.split_once("Asked");
    let title =
        |heading: &str| heading.trim_end_matches(['-', ' ']).trim_end_matches(" (essential)").to_owned();
    let gaps = (2..).map_while(heading).map(|(heading, _)| id_of(&title(heading)));
    let rows = lines.lines().map(|line| {
        let cells = line.trim().trim_matches('|').split('|').map(str::trim);
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
    });
    let plan = rows.skip_while(|cells| *cells != ["Action", "For", "Owner", "Due", "Status"]).skip(1);
    // Blank lines and the rule below the headings; the table ends at the first line that is not a row of it.
    let is_rule = |cells: &Vec<&str>| cells.iter().all(|cell| cell.trim_matches('-').is_empty());
    let plan = plan.filter(|cells| !is_rule(cells)).map_while(|cells| <[&str; 5]>::try_from(cells).ok());
    let actions = plan.map(|[action, title, owner, _, status]| {
        let (number, to_do) = action.split_once(": ").unwrap();
        [number, to_do, &id_of(title), owner, status].map(str::to_owned)
    });
    Facts { headline: headline(&text), gaps: gaps.collect(), actions: actions.collect() }
}

fn in_workbook(file: Vec<u8>) -> Facts {
    let mut book = Xlsx::new(Cursor::new(file)).unwrap();
    let mut sheet = |name: &str, columns: &[&str]| -> Vec<Vec<String>> {
        let range = book.worksheet_range(name).unwrap();
        let rows: Vec<Vec<String>> =
            range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        let at = |heading: &&str| rows[0].iter().position(|each| each == heading).unwrap();
        let columns: Vec<usize> = columns.iter().map(at).collect();
        rows[1..].iter().map(|row| columns.iter().map(|at| row[*at].clone()).collect()).collect()
    };
    let title = "Integrity healthcheck: gap report, Kent";
    let summary: Vec<String> =
        sheet("Summary", &["Summary", title]).iter().map(|row| row.join(" ")).collect();
    let actions = sheet("Action plan", &["Action", "To do", "ID", "Owner", "Status"]);
    // A gap without an action is a row with neither number nor owner nor status.
    let is_action = |row: &Vec<String>| [0, 3, 4].iter().any(|at| !row[*at].is_empty());
    Facts {
        headline: headline(&summary.join(" ")),
        gaps: sheet("Gaps", &["ID"]).concat(),
        actions: actions.into_iter().filter(is_action).map(|row| row.try_into().unwrap()).collect(),
    }
}

fn in_json(json: &Value) -> Facts {
    let score = &json["score"];
    let gaps = json["gaps"].as_array().unwrap();
    let headline = [
        &score["targets_met"],
        &score["targets"],
        &score["essential_gaps"],
        &score["essential_open"],
        &score["percent"]["lowest"],
        &score["bounds"]["lowest"],
        &score["bounds"]["highest"],
        &gaps.len().into(),
    ];
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    // By their numbers; the open ones first, as they are read.
    let mut actions: Vec<&Value> = json["actions"].as_array().unwrap().iter().collect();
    actions.sort_by_key(|action| action["status"] == "done");
    let action =
        |action: &Value| ["id", "action", "question", "owner", "status"].map(|key| word(&action[key]));
    Facts {
        headline: headline.iter().map(ToString::to_string).collect(),
        gaps: gaps.iter().map(|gap| word(&gap["question"])).collect(),
        actions: actions.into_iter().map(action).collect(),
    }
}
