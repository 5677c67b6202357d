//! One force over three years, each made through the program itself from the last; every figure worked out by hand.
//!
//! Kent Police answers a small checklist of its own, `fixtures/years/checklist.toml`.

use serde_json::{Value, json};
use snapbox::{assert_data_eq, file};

use crate::support::{Folder, MustReplace, assert_has, assert_lacks, endings, flat};

/// The commands of each year, with its day as the last word's `--today`.
const Y2024: &[&str] = &[
    "new 2024.toml --force Kent --marking OFFICIAL --checklist checklist.toml",
    "answer 2024.toml gifts-policy=in-place gifts-owner=in-place --evidence Policy --dated 2024-01-15 --by Xanthe",
    "answer 2024.toml gifts-single-register=developing media-policy=assured procurement-checks=developing leak-tracing=unknown --by Xanthe",
    "answer 2024.toml procurement-cards=not-applicable --note None --by Xanthe",
    "answer 2024.toml media-leak-investigations=3 --from 2023-11-01 --to 2024-10-31 --by Xanthe",
    "plan add 2024.toml gifts-single-register --action Merge --owner Wilfred --due 2025-03-31",
    "plan add 2024.toml media-off-the-record --action Write --owner Ottilie --due 2025-06-30",
    "plan update 2024.toml A1 --status done --note Merged",
];
const Y2025: &[&str] = &[
    "renew 2024.toml 2025.toml",
    "answer 2025.toml --confirm gifts-policy --confirm gifts-owner --confirm procurement-cards --by Yorick",
    "answer 2025.toml gifts-single-register=in-place media-policy=in-place procurement-checks=in-place leak-tracing=developing --by Yorick",
    "answer 2025.toml media-off-the-record=absent breach-outcomes-known=developing --by Yorick",
    "answer 2025.toml media-leak-investigations=5 --from 2024-11-01 --to 2025-10-31 --by Yorick",
    "plan add 2025.toml gifts-single-register --action Check --owner Wilfred --no-due Monthly",
    "plan update 2025.toml A2 --status under-way --note Drafted",
];
const Y2026: &[&str] = &[
    "renew 2025.toml 2026.toml",
    "answer 2026.toml --confirm gifts-owner --confirm gifts-single-register --confirm media-policy --by Zebedee",
    "answer 2026.toml gifts-policy=assured breach-outcomes-known=in-place --evidence Bulletin --dated 2026-09-01 --by Zebedee",
    "answer 2026.toml --confirm leak-tracing --confirm media-off-the-record --by Zebedee",
    "answer 2026.toml procurement-checks=developing --by Zebedee",
    "answer 2026.toml media-leak-investigations=2 --from 2025-11-01 --to 2026-10-31 --by Zebedee",
    "plan update 2026.toml A2 --status done --note Written",
];

/// The checklist of three years, alone in a folder.
fn with_checklist() -> Folder {
    Folder::with("checklist.toml", include_str!("../fixtures/years/checklist.toml"))
}

fn made() -> Folder {
    let folder = with_checklist();
    for (today, commands) in [("2024-11-04", Y2024), ("2025-11-03", Y2025), ("2026-11-02", Y2026)] {
        for command in commands {
            let words: Vec<&str> = command.split_whitespace().chain(["--today", today]).collect();
            folder.run(&words).ends_with(0);
        }
    }
    folder
}

#[test]
fn the_years_in_the_fixtures_are_what_the_program_makes() {
    let folder = made();
    assert_data_eq!(folder.read("2024.toml"), file!["../fixtures/years/2024.toml"].raw());
    assert_data_eq!(folder.read("2025.toml"), file!["../fixtures/years/2025.toml"].raw());
    assert_data_eq!(folder.read("2026.toml"), file!["../fixtures/years/2026.toml"].raw());
}

/// The years as JSON, the last of the files being the one that is reported on.
fn trend(folder: &Folder, files: &[&str]) -> Value {
    let (newest, earlier) = files.split_last().unwrap();
    let ran =
        folder.run(&[&["report", newest, "--format", "json", "--earlier"], earlier].concat()).ends_with(0);
    serde_json::from_str::<Value>(&ran.stdout).unwrap()["trend"].clone()
}

/// Scores of a force's own: both ends of each are the same.
fn each(percents: &[Option<f64>]) -> Value {
    let one = |percent: &f64| json!({ "lowest": percent, "highest": percent });
    percents.iter().map(|percent| percent.as_ref().map_or(Value::Null, one)).collect()
}

fn question<'a>(trend: &'a Value, id: &str) -> &'a Value {
    trend["questions"].as_array().unwrap().iter().find(|question| question["question"] == id).unwrap()
}

fn section<'a>(trend: &'a Value, id: &str) -> &'a Value {
    trend["sections"].as_array().unwrap().iter().find(|section| section["id"] == id).unwrap()
}

#[test]
fn the_scores_of_each_section_over_the_years() {
    let folder = made();
    let trend = trend(&folder, &["2024.toml", "2025.toml", "2026.toml"]);
    // Over the questions that all three years answer, by the newest edition's weights:
    // gifts: policy (1), owner (1) and single register (2): 100 × (2+2+2×1) ÷ 12, (2+2+2×2) ÷ 12, (3+2+2×2) ÷ 12;
    // media: the policy alone, 3, 2 and 2 of 3; information: leak tracing, unknown (as absent), 1 and 1 of 3;
    // procurement: the checks, 1, 2 and 1 of 3.
    assert_eq!(trend["shared"], 6);
    assert_eq!(
        section(&trend, "gifts-and-hospitality")["percent"],
        each(&[Some(50.0), Some(66.7), Some(75.0)])
    );
    assert_eq!(section(&trend, "media")["percent"], each(&[Some(100.0), Some(66.7), Some(66.7)]));
    assert_eq!(section(&trend, "information")["percent"], each(&[Some(0.0), Some(33.3), Some(33.3)]));
    assert_eq!(section(&trend, "procurement")["percent"], each(&[Some(33.3), Some(66.7), Some(33.3)]));
    assert_eq!(section(&trend, "governance")["percent"], each(&[None, None, None]));
    // Own: 2025 and 2026 answer media-off-the-record (absent) too, 2 of 6.
    assert_eq!(section(&trend, "media")["own_percent"], each(&[Some(100.0), Some(33.3), Some(33.3)]));
    // In all, shared: (50 + 100 + 0 + 33.33) ÷ 4, (66.67 + 66.67 + 33.33 + 66.67) ÷ 4, (75 + 66.67 + 33.33 + 33.33) ÷ 4.
    assert_eq!(trend["percent"], each(&[Some(45.8), Some(58.3), Some(52.1)]));
    // Own: from 2025 with professional standards, at 1 and 2 of 3: as shared; (66.67 + 33.33 + 33.33 + 66.67 + 33.33) ÷ 5,
    // (75 + 33.33 + 33.33 + 33.33 + 66.67) ÷ 5.
    assert_eq!(trend["own_percent"], each(&[Some(45.8), Some(46.7), Some(48.3)]));
}

#[test]
fn each_question_over_the_years() {
    let trend = trend(&made(), &["2024.toml", "2025.toml", "2026.toml"]);
    // The levels, and what became of them since 2025 and since the first year with a level.
    let expected = [
        ("gifts-policy", "in-place in-place assured", "up 1", "up 1"),
        ("gifts-single-register", "developing in-place in-place", "unchanged", "up 1"),
        ("media-policy", "assured in-place in-place", "unchanged", "down 1"),
        ("gifts-owner", "in-place in-place in-place", "unchanged", "unchanged"),
        // What nobody knew did not rise, though it is scored as absent.
        ("leak-tracing", "unknown developing developing", "unchanged", "established"),
        ("breach-outcomes-known", "none developing in-place", "up 1", "up 1"),
        // It rose and fell back: a fall this year.
        ("procurement-checks", "developing in-place developing", "down 1", "unchanged"),
        ("media-off-the-record", "none absent absent", "unchanged", "unchanged"),
        ("procurement-cards", "not-applicable not-applicable none", "no-level-now", "no-level-now"),
    ];
    let word = |value: &Value| if value.is_null() { "none" } else { value.as_str().unwrap() }.to_owned();
    for (id, levels, last, first) in expected {
        let question = question(&trend, id);
        let told = |since: &str| match &question[since]["by"] {
            Value::Null => word(&question[since]["change"]),
            by => format!("{} {by}", word(&question[since]["change"])),
        };
        let found: Vec<String> = question["levels"].as_array().unwrap().iter().map(word).collect();
        assert_eq!(found.join(" "), levels, "{id}");
        assert_eq!([told("since_last"), told("since_first")], [last, first], "{id}");
    }
    assert_eq!(question(&trend, "breach-outcomes-known")["since_first"]["year"], "2025.toml");
}

#[test]
fn each_count_over_the_years() {
    let trend = trend(&made(), &["2024.toml", "2025.toml", "2026.toml"]);
    let mut counts = trend["counts"].as_array().unwrap().iter();
    let leaks = counts.find(|count| count["question"] == "media-leak-investigations").unwrap();
    assert_eq!(leaks["values"], json!([3, 5, 2]));
}

#[test]
fn the_years_read_well() {
    let folder = made();
    let ran = folder.run("trend 2026.toml 2024.toml 2025.toml").ends_with(0);
    assert_data_eq!(ran.stdout, file!["../golden/trend.txt"].raw());
}

#[test]
fn forces_are_not_mixed() {
    made().run("trend essex-2012 2026.toml").ends_with(2).warns("not the years of one force");
}

#[test]
fn what_is_carried_counts_for_nothing_until_it_is_confirmed() {
    let folder = made();
    folder.run("renew 2026.toml 2027.toml --today 2027-11-01").ends_with(0);
    let report = "report 2027.toml --format json --today 2027-11-01";
    let json: Value = serde_json::from_str(&folder.run(report).ends_with(0).stdout).unwrap();
    assert_eq!(json["coverage"]["answered"], 0);
    assert_eq!(json["score"]["percent"], Value::Null);
    // The nine answers of 2026, and that on the payment cards, which was carried along already.
    assert_eq!(json["carried"].as_array().unwrap().len(), 9 + 1);
    // Renewing again on the same day gives the same file, and never over one that is there.
    folder.run("renew 2026.toml again.toml --today 2027-11-01").ends_with(0);
    assert_eq!(folder.read("again.toml"), folder.read("2027.toml"));
    folder.run("renew 2026.toml 2027.toml --today 2027-11-02").ends_with(2);
    folder.refuses("renew essex-2012 2028.toml", "not the force's own assessment");
}

#[test]
fn the_report_says_what_was_confirmed_and_what_rests_on_old_evidence() {
    let folder = made();
    let ran = folder.run("report 2026.toml --full").ends_with(0);
    // Carried into 2026: the ten answers of 2025. Confirmed: owner, register, media policy, leak tracing, off the
    // record. Changed: gifts policy, breach outcomes, the checks of procurement, and the count. Open: the payment cards.
    let flat = flat(&ran.stdout);
    assert_has!(
        flat,
        "Last time's answers: 5 confirmed, 0 the same but answered again, 4 changed, 1 still open"
    );
    // The policy on which the ownership rests is dated before the healthcheck of 2025; the bulletin is not.
    let (_, old) = flat.split_once("Evidence from before the last healthcheck: ").unwrap();
    let old = old.split(" Answers from then").next().unwrap();
    assert_eq!(old, "- Owner of gifts controls [gifts-owner]: Policy (dated 15 January 2024)");
    assert_has!(
        flat,
        "Payment cards [procurement-cards]: still open Then: not applicable Opened: 3 November 2025"
    );
}

#[test]
fn confirming_signs_anew_and_keeps_the_record() {
    let folder = made();
    let text = folder.read("2025.toml");
    assert_has!(text, "[carried.gifts-owner]\nfrom = 2024-11-04\nlevel = \"in-place\"\n");
    let answer = "[answers.gifts-owner]\nlevel = \"in-place\"\nevidence = [{ ref = \"Policy\", dated = 2024-01-15 }]\nby = \"Yorick\"\non = 2025-11-03\n";
    assert_has!(text, answer);
    for wrong in ["media-leak-investigations", "media-boundaries", "gifts-ownr"] {
        folder.run(&["answer", "2026.toml", "--confirm", wrong]).ends_with(2);
    }
}

#[test]
fn the_plan_comes_along_and_points_out_what_is_off() {
    let folder = made();
    // A1 was done in 2024 and stayed behind; its number is not used again.
    let plan = folder.run("plan 2025.toml --today 2025-11-03").ends_with(0).stdout;
    assert_lacks!(plan, "A1.");
    assert_has!(plan, "A3. Check");
    assert!(plan.find("A2. Write").unwrap() < plan.find("A3. Check").unwrap(), "overdue first: {plan}");
    assert_has!(plan, "30 June 2025: overdue", "none: Monthly");
    // A1 was done, and the register rose for it: nothing to be said.
    assert_lacks!(plan, "Risen without an action: Single gifts register", "risen: A1");
    let plan = folder.run("plan 2026.toml").ends_with(0).stdout;
    assert_lacks!(plan, "Done, but");
    assert_has!(plan, "Risen without an action: Gifts policy [gifts-policy]");
    let late = folder.run("plan add 2026.toml gifts-policy --owner Wilfred --due 2026-01-01").ends_with(0);
    assert_has!(late.stderr, "has passed", "Added A4");
    for wrong in [
        ["update", "2026.toml", "A9", "--status", "done"],
        ["update", "2026.toml", "A2", "--status", "not-to-be-done"],
        ["update", "2026.toml", "A2", "--status", "perhaps"],
    ] {
        folder.run(&[["plan"].as_slice(), &wrong].concat()).ends_with(2);
    }
}

#[test]
fn what_was_done_is_told_even_if_the_year_after_it_answered_nothing() {
    let folder = with_checklist();
    let run = |arguments: &[&str]| folder.run(arguments).ends_with(0);
    run(&["new", "a.toml", "--force", "Kent", "--checklist", "checklist.toml", "--today", "2024-11-04"]);
    run(&["answer", "a.toml", "gifts-single-register=absent", "--today", "2024-11-04"]);
    run(&["renew", "a.toml", "b.toml", "--today", "2025-11-03"]);
    run(&["plan", "add", "b.toml", "gifts-single-register", "--owner", "Wilfred", "--due", "2025-12-01"]);
    run(&["plan", "update", "b.toml", "A1", "--status", "done"]);
    run(&["renew", "b.toml", "c.toml", "--today", "2026-11-02"]);
    run(&["answer", "c.toml", "gifts-single-register=in-place"]);
    assert_lacks!(run(&["plan", "c.toml"]).stdout, "Risen without an action");
    // And a report of this never replaces one of the assessments of which it is made, nor tells a later year.
    let over = ["report", "c.toml", "--earlier", "a.toml", "--output", "a.toml", "--format", "json"];
    folder.refuses(&[over.as_slice(), &["--overwrite"]].concat(), "a.toml is the assessment itself");
    folder.refuses("report a.toml --earlier c.toml", "c.toml is dated 2026-11-02, later than a.toml");
}

#[test]
fn the_gates_list_what_they_stop() {
    let folder = made();
    let complete = folder.run("check 2026.toml --complete").ends_with(1).stdout;
    assert_has!(
        complete,
        "2026.toml: not confirmed: Payment cards [procurement-cards]",
        "2026.toml: not answered: Limits of media contact [media-boundaries]"
    );
    let evidence = folder.run("check 2026.toml --evidence").ends_with(1).stdout;
    assert_has!(evidence, "no evidence named: Media policy [media-policy]");
    assert_lacks!(evidence, "gifts-policy");
    // Of the two essential gaps, the register has A3, and the checks of procurement nothing.
    let actions = folder.run("check 2026.toml --actions").ends_with(1).stdout;
    assert_has!(actions, "Essential gap with no open action: Checks of procurement");
    assert_lacks!(actions, "Single gifts register");
    folder.run("check 2025.toml --actions").ends_with(1).prints("Overdue: A2, Write (Ottilie)");
    folder.run("check 2026.toml").ends_with(0);
}

/// The report on 2026 with all years, as the text of its file.
fn report(folder: &Folder, ending: &str, options: &[&str]) -> String {
    folder.report(ending, &[&["2026.toml", "--earlier", "2024.toml", "2025.toml"], options].concat())
}

#[test]
fn the_report_takes_earlier_years_in_every_format() {
    let folder = made();
    for ending in endings() {
        let ending = ending.as_str();
        let text = report(&folder, ending, &[]);
        // The score over the years, what was carried along, and the plan.
        for words in ["58.3", "Wilfred", "Ottilie", "Monthly", "Drafted", "Written", "Yorick", "Zebedee"] {
            assert!(text.contains(words), "{ending} has no {words}");
        }
        // The register rose since 2024, and nothing shows it. JSON holds the answers with their evidence.
        assert!(ending == "json" || text.contains("no evidence is named"), "{ending}");
    }
}

#[test]
fn every_format_has_a_picture_of_the_years() {
    let folder = made();
    assert_has!(report(&folder, "html", &[]), "width=\"75.0%\"");
    // Word has a chart of its own: a series for each year, the register's section at 75 in the newest.
    let word = report(&folder, "docx", &[]);
    assert_eq!(
        word.matches("<c:ser>").count(),
        3 + 3,
        "the years, and targets met, missed, and missed and essential"
    );
    assert_has!(word, "<c:v>75</c:v>");
    // Nowhere are bars made of signs.
    for ending in ["txt", "md", "docx", "html"] {
        assert!(!report(&folder, ending, &[]).contains(['█', '░', '▒']), "{ending}");
    }
    // A series for each year, from the columns with the shared scores: six sections and all together.
    let excel = report(&folder, "xlsx", &[]);
    for column in ["B", "D", "F"] {
        let values = format!("'Scores over the years'!${column}$2:${column}$8");
        assert!(excel.contains(&values), "no series {values}");
    }
    assert_lacks!(excel, "'Scores over the years'!$C$2");
}

#[test]
fn the_public_reads_the_years_and_nothing_that_was_typed() {
    let folder = made();
    let typed = "Xanthe Yorick Zebedee Wilfred Ottilie Bulletin 2024.toml Drafted Monthly";
    for ending in endings() {
        let text = report(&folder, &ending, &["--public"]);
        for word in typed.split(' ').chain(["no evidence is named"]) {
            assert!(!text.contains(word), "{ending} lets {word} through");
        }
        assert!(text.contains("58.3"), "{ending}");
    }
}

#[test]
fn an_action_done_last_year_is_held_against_the_level_of_this_one() {
    let folder = made();
    // 2024 closed A1 on the register; where 2025 confirms the register as it was, that is pointed out.
    folder.run("renew 2024.toml flat.toml --today 2025-11-03").ends_with(0);
    folder.run("answer flat.toml --confirm gifts-single-register --today 2025-11-03").ends_with(0);
    folder.prints(
        "plan flat.toml --today 2025-11-03",
        "Done, but the level has not risen: A1: Merge (developing when it was opened,\n  developing now)",
    );
}

#[test]
fn confirming_takes_what_is_said_with_it_and_overwrites_nothing() {
    let folder = made();
    let run = |arguments: &[&str]| folder.run(&[arguments, &["--today", "2027-11-01"]].concat());
    run(&["renew", "2026.toml", "next.toml"]).ends_with(0);
    let said = ["--note", "Checked", "--evidence", "Audit 9", "--by", "Ursula"];
    run(&[&["answer", "next.toml", "--confirm", "gifts-owner"], &said[..]].concat()).ends_with(0);
    let text = folder.read("next.toml");
    let answer = "[answers.gifts-owner]\nlevel = \"in-place\"\nnote = \"Checked\"\n\
                  evidence = [{ ref = \"Policy\", dated = 2024-01-15 }, { ref = \"Audit 9\" }]\nby = \"Ursula\"\non = 2027-11-01\n";
    assert_has!(text, answer);
    run(&["answer", "next.toml", "--confirm", "gifts-owner"]).ends_with(2).warns("already answered");
    run(&["answer", "next.toml", "--confirm", "media-policy", "gifts-policy=absent"])
        .ends_with(2)
        .warns("put QUESTION=VALUE before --confirm");
    assert_eq!(folder.read("next.toml"), text);
}

#[test]
fn a_number_of_an_action_is_never_used_again() {
    let folder = made();
    let text = folder.read("2026.toml");
    let (before, _) = text.split_once("[[actions]]").unwrap();
    std::fs::write(folder.path("cut.toml"), before).unwrap();
    let add = "plan add cut.toml gifts-policy --owner Bob --no-due Waits";
    folder.warns(add, "Added A4");
    let full = text.must_replace("last-action = 3", "last-action = 4294967295");
    std::fs::write(folder.path("full.toml"), full).unwrap();
    folder.run("check full.toml").ends_with(1);
}

#[test]
fn a_narrative_tells_one_year() {
    made().run("report 2026.toml --narrative --earlier 2025.toml").ends_with(2);
}

#[test]
fn the_years_from_which_a_file_was_renewed_are_found_beside_it() {
    let folder = made();
    let named = report(&folder, "txt", &[]);
    // What last year's file said before its last sitting comes first by name, and is none of the years.
    let before = folder.read("2025.toml").must_replace("level = \"in-place\"", "level = \"absent\"");
    std::fs::write(folder.path("2025.before.toml"), before).unwrap();
    // Without being named: 2026 was renewed from 2025, and that from nothing that is carried along.
    let ran = folder.run("report 2026.toml --full").ends_with(0);
    assert_has!(ran.stderr, "Over the years with 2024.toml and 2025.toml, from which it was renewed.");
    assert_has!(ran.stdout, "4. OVER THE YEARS");
    assert_has!(named, "OVER THE YEARS");
    // A copy elsewhere has none beside it.
    std::fs::create_dir(folder.path("alone")).unwrap();
    for name in ["2026.toml", "checklist.toml"] {
        std::fs::copy(folder.path(name), folder.path(&format!("alone/{name}"))).unwrap();
    }
    assert_lacks!(folder.run("report alone/2026.toml --full").ends_with(0).stderr, "Over the years");
}
