//! Approved, and unchanged since: the record beside a file, what refuses to change it, and what says so.

use integrity_healthcheck::approval::Digest;
use snapbox::{assert_data_eq, file};

use crate::support::{
    Folder, MustReplace, assert_begins, assert_has, assert_lacks, between, endings, flat, header, published,
};

const CHECKLIST: &str = include_str!("../fixtures/small.toml");

/// Everything of the small checklist answered.
const ANSWERS: &str = "\
marking = \"OFFICIAL\"\n\
[answers.a-heavy]\nlevel = \"in-place\"\n[answers.a-light]\nlevel = \"absent\"\n[answers.a-other]\nlevel = \"assured\"\n\
[answers.b-plain]\nlevel = \"in-place\"\n[answers.b-high]\nlevel = \"assured\"\n[answers.d-only]\nlevel = \"unknown\"\n\
[answers.c-all]\ncount = 5\n[answers.c-some]\ncount = 4\n[answers.c-change]\ncount = 0\n";

fn text() -> String {
    format!("{}{ANSWERS}", header("small.toml", "1"))
}

fn folder() -> Folder {
    Folder::with("k.toml", text()).and("small.toml", CHECKLIST)
}

const APPROVE: &str = "approve k.toml --name 'J. Smith' --role 'Deputy Chief Constable'";

fn approved() -> Folder {
    let folder = folder();
    folder.run(APPROVE).ends_with(0);
    folder
}

/// What `sha256sum` prints of a file, reckoned here from its bytes.
fn digest(folder: &Folder, name: &str) -> Digest {
    Digest::compute(std::fs::read(folder.path(name)).unwrap())
}

#[test]
fn the_record_says_who_what_and_when_and_the_screen_gives_the_code() {
    let folder = folder();
    let said = folder.run(APPROVE).ends_with(0).stderr;
    let code = digest(&folder, "k.toml").code();
    assert_has!(said, "Approved k.toml", &code);
    assert_eq!(folder.read("k.toml"), text(), "the file itself stays as it is");
    assert_eq!(folder.names(), ["k.approved.toml", "k.toml", "small.toml"]);
    assert_data_eq!(folder.read("k.approved.toml"), file!["../golden/approved.toml"].raw());
}

#[test]
fn what_is_open_stops_it_unless_the_reason_is_given_which_the_paper_repeats() {
    let folder = folder();
    folder.edit("k.toml", "[answers.d-only]\nlevel = \"unknown\"\n", "");
    folder.edit("k.toml", "count = 0\n", "count = \"unknown\"\n");
    assert_has!(folder.run(APPROVE).ends_with(1).stderr, "d-only", "Not approved: 1 point is open");
    assert_eq!(folder.names(), ["k.toml", "small.toml"]);
    folder.run(&format!("{APPROVE} --with-open ' '")).ends_with(2);
    folder.run(&format!("{APPROVE} --with-open 'The figure is due in May.'")).ends_with(0);
    folder.prints("report k.toml --full", "1 point open (The figure is due in May.)");
    // With nothing open there is no reason to give.
    let settled = "approve k.toml --name 'A. Other' --role 'Chief Constable' --with-open None.";
    approved().refuses(settled, "nothing is open");
}

#[test]
fn last_times_answers_have_to_be_confirmed_first() {
    let folder = folder();
    folder.run("renew k.toml n.toml").ends_with(0);
    folder.run("approve n.toml --name A --role B").ends_with(1).warns("not confirmed");
}

#[test]
fn every_writing_command_refuses_an_approved_file_and_says_how_to_go_on() {
    let folder = approved().and("other.toml", text().must_replace("\"absent\"", "\"in-place\""));
    let commands = [
        "merge k.toml other.toml",
        "form k.toml --output form.xlsx",
        "correct k.toml --assessor A",
        "answer k.toml a-light=in-place",
        "plan add k.toml a-light --owner A --no-due B",
        "plan update k.toml A1 --note N",
        "assess k.toml --plain",
    ];
    for command in commands {
        let refused = folder.run_with_input(command, "A\n").ends_with(2).stderr;
        assert_has!(refused, "is approved", "J. Smith", "healthcheck reopen k.toml --reason");
    }
    assert_eq!(folder.read("k.toml"), text());
}

#[test]
fn one_changed_byte_is_named_by_every_command_that_shows_the_file() {
    let folder = approved();
    folder.run("approve k.toml --verify").ends_with(0);
    let then = digest(&folder, "k.toml").to_string();
    folder.edit("k.toml", "PSD", "PSd");
    let now = digest(&folder, "k.toml").to_string();
    let commands = [
        ("approve k.toml --verify", 1),
        ("check k.toml", 1),
        ("report k.toml --full", 0),
        ("report k.toml --public", 0),
        ("score k.toml", 0),
        ("compare k.toml", 0),
    ];
    for (command, status) in commands {
        let said = flat(&folder.run(command).ends_with(status).stdout);
        assert_has!(said, "NOT AS APPROVED", &then, &now);
    }
    // Nor is it approved again behind the approver's back, nor changed further.
    let again = "approve k.toml --name 'A. Other' --role 'Chief Constable'";
    folder.refuses(again, "NOT AS APPROVED");
    folder.refuses("answer k.toml a-light=in-place", "NOT AS APPROVED");
    // A byte that makes it no assessment at all is found too.
    std::fs::write(folder.path("k.toml"), b"\xff").unwrap();
    folder.run("approve k.toml --verify").ends_with(1).prints("NOT AS APPROVED");
    // Put back, it is what was approved.
    std::fs::write(folder.path("k.toml"), text()).unwrap();
    folder.run("approve k.toml --verify").ends_with(0);
}

#[test]
fn reopened_changed_and_approved_again_with_every_step_in_the_record() {
    let folder = approved();
    let first = folder.read("k.approved.toml");
    folder.run("reopen k.toml --reason ''").ends_with(2);
    folder.run("reopen k.toml --reason 'A level was wrong.' --by 'B. Brown'").ends_with(0);
    folder.refuses("reopen k.toml --reason Again.", "is open already");
    let paper = folder.run("report k.toml --full").ends_with(0).stdout;
    assert_begins(&paper, "OFFICIAL\nNot approved: reopened on 22 November 2026\n");
    folder.run("approve k.toml --verify").ends_with(1);
    folder.run("answer k.toml a-light=in-place").ends_with(0);
    folder.run(&format!("{APPROVE} --today 2026-11-24")).ends_with(0);
    assert!(folder.read("k.approved.toml").starts_with(&first), "nothing is deleted");
    let shown = folder.run("approve k.toml --verify --today 2026-11-25").ends_with(0).stdout;
    assert_data_eq!(shown, file!["../golden/approvals.txt"].raw());
}

#[test]
fn a_second_approver_signs_the_same_file_and_nobody_signs_it_twice() {
    let folder = approved();
    assert_has!(folder.run(APPROVE).ends_with(2).stderr, "already");
    folder.run("approve k.toml --name 'C. Jones' --role 'Chief Constable'").ends_with(0);
    folder.run("approve k.toml --verify").ends_with(0);
    folder.prints("check k.approved.toml", "a record of the approvals of k.toml, 2 entries");
    folder.run("reopen never.toml --reason R").ends_with(2);
    folder.refuses("reopen small.toml --reason R", "was never approved");
}

#[test]
fn every_format_carries_the_code_of_the_approved_file_and_of_no_other() {
    let folder = approved();
    let code = digest(&folder, "k.toml").code();
    // In the style sheet everything but letters and digits stands by its number.
    let in_css = code.replace('-', "\\00002d ");
    for ending in endings() {
        for options in ["", "--public"] {
            let text = folder.report(&ending, &format!("k.toml {options}"));
            let found = text.matches(&code).count() + text.matches(&in_css).count();
            // Head, foot, page one, and the first sentence and the entry of the chapter on the approval. HTML has head and
            // foot for paper too. A workbook has them on each sheet: own and public ones on five, and the plan on its own.
            let expected = match ending.as_str() {
                "json" => 1,
                "html" => 2 + 2 + 3,
                "xlsx" if options.is_empty() => 2 * 6 + 3,
                "xlsx" => 2 * 5 + 3,
                _ => 2 + 3,
            };
            assert_eq!(found, expected, "{ending} {options}");
        }
    }
    folder.run("reopen k.toml --reason R").ends_with(0);
    folder.run("answer k.toml a-light=in-place").ends_with(0);
    for ending in endings() {
        let now = digest(&folder, "k.toml").code();
        let text = folder.report(&ending, "k.toml");
        assert!(!text.contains(&now) && !text.contains(&in_css), "{ending}");
    }
}

#[test]
fn the_code_stands_in_head_and_foot_of_what_is_printed() {
    let folder = approved();
    let code = digest(&folder, "k.toml").code();
    let parts = folder.report("docx", "k.toml");
    for (begins, ends) in [("<w:hdr", "</w:hdr>"), ("<w:ftr", "</w:ftr>")] {
        assert_has!(between(&parts, begins, ends)[0], "OFFICIAL", &code);
    }
    let parts = folder.report("xlsx", "k.toml");
    let heads = between(&parts, "<oddHeader>", "</oddHeader>");
    let feet = between(&parts, "<oddFooter>", "</oddFooter>");
    let whole = format!("OFFICIAL\nApproved, code {code}");
    // Summary, Sections, Answers, Gaps, Counts and Action plan.
    assert_eq!((heads.len(), feet.len()), (6, 6));
    let is_whole = |text: &&str| text.contains(&whole) && text.len() <= 255 + 40;
    assert!(heads.iter().chain(&feet).all(is_whole), "{heads:?}");
}

#[test]
fn a_long_marking_leaves_the_code_whole_on_a_sheet() {
    let long = text().must_replace("OFFICIAL", "OFFICIAL-SENSITIVE ".repeat(9).trim());
    let folder = Folder::with("k.toml", &long).and("small.toml", CHECKLIST);
    folder.run(APPROVE).ends_with(0);
    let code = digest(&folder, "k.toml").code();
    let parts = folder.report("xlsx", "k.toml");
    let head = between(&parts, "<oddHeader>", "</oddHeader>")[0];
    let printed = head.replace("&amp;", "&").replace("&quot;", "\"");
    assert!(printed.contains(&code) && printed.chars().count() <= 255, "{head}");
}

#[test]
fn a_report_for_the_public_names_nobody_of_the_record() {
    let folder = folder();
    folder.edit("k.toml", "[answers.d-only]\nlevel = \"unknown\"\n", "");
    let open = "--with-open 'Gannet reason' --statement 'Heron statement'";
    folder.run(&format!("approve k.toml --name Egret --role Osprey {open}")).ends_with(0);
    let private = ["Egret", "Osprey", "Gannet", "Heron"];
    let whole = folder.run("report k.toml --full").ends_with(0).stdout;
    assert!(private.iter().all(|word| whole.contains(word)), "{whole}");
    folder.run("reopen k.toml --reason Petrel --by Plover").ends_with(0);
    for ending in endings() {
        let text = folder.report(&ending, "k.toml --public");
        for word in private.iter().chain(&["Petrel", "Plover"]) {
            assert!(!text.contains(word), "{ending} lets {word} through");
        }
    }
}

#[test]
fn a_record_that_was_meddled_with_is_shown_at_its_place_and_nothing_is_written() {
    let folder = approved();
    folder.edit("k.approved.toml", "what = \"approved\"", "what = \"aproved\"");
    let record = folder.read("k.approved.toml");
    let commands = ["answer k.toml a-light=absent", "report k.toml --full", "reopen k.toml --reason R"];
    for command in commands {
        assert_has!(folder.run(command).ends_with(2).stderr, "k.approved.toml:", "`aproved` is no entry");
    }
    folder.run("check k.toml").ends_with(1);
    folder.run("check k.approved.toml").ends_with(1).prints("k.approved.toml:7:8");
    assert_eq!(folder.read("k.approved.toml"), record);
}

#[test]
fn what_is_built_in_or_published_is_not_approved_and_a_lost_file_is_not_begun_anew() {
    let folder = approved();
    folder.run("approve essex-2012 --name A --role B").ends_with(2);
    folder.run("approve essex-2012 --verify").ends_with(2);
    folder.run("approve small.toml --verify").ends_with(1).prints("not approved");
    std::fs::remove_file(folder.path("k.toml")).unwrap();
    folder.refuses("new k.toml --force Kent", "k.approved.toml is its record");
}

#[test]
fn the_checklist_is_bound_too() {
    let folder = approved();
    std::fs::write(folder.path("small.toml"), format!("{CHECKLIST}# one more line\n")).unwrap();
    let changed = "The checklist (small, edition 1) is not what it was";
    folder.run("approve k.toml --verify").ends_with(1).prints(changed);
}

/// An approved healthcheck of 2026, and the one of 2027 that was renewed from it with every answer confirmed.
fn two_years() -> Folder {
    let folder = approved();
    folder.run("renew k.toml n.toml --today 2027-11-22").ends_with(0);
    let levels = "a-heavy a-light a-other b-plain b-high d-only";
    folder.run(&format!("answer n.toml --confirm {levels} --today 2027-11-22")).ends_with(0);
    folder
}

#[test]
fn renewal_keeps_what_was_approved_and_the_years_say_where_it_was_changed_after_that() {
    let folder = two_years();
    let then = digest(&folder, "k.toml").to_string();
    let kept = format!("follows = {{ date = 2026-11-02, approved = 2026-11-22, sha256 = \"{then}\" }}");
    assert_has!(folder.read("n.toml"), &kept);
    let trend = || flat(&folder.run("trend k.toml n.toml --today 2027-11-22").ends_with(0).stdout);
    assert_lacks!(trend(), "NOT AS APPROVED");
    folder.edit("k.toml", "level = \"absent\"", "level = \"in-place\"");
    assert_has!(trend(), "2026 is NOT AS APPROVED on 22 November 2026: its file was changed after that.");
    // Even with its record gone the year after knows.
    std::fs::remove_file(folder.path("k.approved.toml")).unwrap();
    let by_the_next =
        "2026 is NOT AS APPROVED on 22 November 2026: its file is not the one from which 2027 was renewed.";
    assert_has!(trend(), by_the_next);
    for options in ["", "--public"] {
        let options = format!("n.toml --earlier k.toml --today 2027-11-22 {options}");
        let json = published(&folder.report("json", &options));
        let changed = |year: usize| json["trend"]["years"][year]["changed_after_approval"].as_bool();
        assert_eq!([changed(0), changed(1)], [Some(true), Some(false)], "{options}");
    }
}

#[test]
fn renewal_warns_of_a_file_that_is_not_what_was_approved() {
    let folder = approved();
    let then = digest(&folder, "k.toml").to_string();
    std::fs::write(folder.path("k.toml"), format!("{}# more\n", text())).unwrap();
    assert_has!(folder.run("renew k.toml n.toml").ends_with(0).stderr, "Warning: k.toml: NOT AS APPROVED");
    assert!(folder.read("n.toml").contains(&then), "what was approved is kept, not what there is");
    folder.run("reopen k.toml --reason R").ends_with(0);
    folder.warns("renew k.toml o.toml", "Warning: k.toml: Reopened");
    assert_lacks!(folder.read("o.toml"), "follows");
}

/// The README says that `sha256sum` alone can check a file, and how the code is spelled from what it prints.
#[cfg(target_os = "linux")]
#[test]
fn sha256sum_alone_can_check_it() {
    let folder = approved();
    let record = folder.read("k.approved.toml");
    let spelled = "sha256sum k.toml | cut -c1-16 | tr 0-9a-f BCDFGHJKMNPRTWXZ";
    let ran = |command: &str| {
        let output = std::process::Command::new("sh")
            .args(["-c", command])
            .current_dir(folder.root())
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let sum = ran("sha256sum k.toml");
    assert!(record.contains(sum.split(' ').next().unwrap()), "{sum}");
    assert_eq!(ran(spelled), digest(&folder, "k.toml").code().replace('-', ""));
}
