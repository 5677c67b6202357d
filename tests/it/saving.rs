//! What a person wrote in the file survives every answer, and no answer is half saved.

use integrity_healthcheck::catalogue::Catalogue;

use crate::support::{Folder, MustReplace, assert_has, assert_lacks, shipped_header, shipped_with};

#[track_caller]
fn after(body: &str, answers: &[&str]) -> String {
    let folder = Folder::with("a.toml", shipped_with(body));
    folder.run(&[&["answer", "a.toml"], answers].concat()).ends_with(0);
    folder.run("check a.toml").ends_with(0);
    let text = folder.read("a.toml");
    text.strip_prefix(&shipped_header()).unwrap_or(&text).to_owned()
}

const COMMENTED: &str = "
# Settled at the May board.
[answers.gifts-policy] # see minutes
# the level was disputed
level = \"absent\" # DCI Brown disagrees
note = \"None yet.\" # to be written
# after the answer
";

#[test]
fn comments_stay_where_they_were() {
    let expected = COMMENTED
        .must_replace("\"absent\"", "\"in-place\"")
        .must_replace("# after the answer\n", "on = 2026-11-22\n# after the answer\n");
    let found = after(COMMENTED, &["gifts-policy=in-place"]);
    assert_eq!(found, expected);
}

#[test]
fn comments_outlive_the_answer_they_stood_at() {
    let found = after(COMMENTED, &["gifts-policy=unanswered"]);
    let comments: Vec<&str> =
        COMMENTED.lines().filter_map(|line| line.find('#').map(|at| &line[at..])).collect();
    assert_eq!(comments.len(), 6);
    comments.iter().for_each(|comment| assert_has!(found, comment));
    assert_lacks!(found, "[answers");
}

#[test]
fn comments_inside_a_value_that_is_replaced_are_kept() {
    let body =
        "[answers.gifts-policy]\nlevel = \"absent\"\nevidence = [\n  { ref = \"A\" }, # the old one\n]\n";
    let found = after(body, &["gifts-policy=absent", "--evidence", "B"]);
    assert_has!(found, "# the old one", "{ ref = \"A\" }, { ref = \"B\" }");
}

#[test]
fn answers_that_are_saved_together_give_the_file_that_they_give_one_by_one() {
    let second = "\n[answers.gifts-owner] # also May\n# to be checked\nlevel = \"absent\" # for now\n";
    let evidence = "[[answers.gifts-owner.evidence]]\nref = \"A\" # the old one\n# end\n";
    let body = format!("{COMMENTED}{second}{evidence}");
    let inline = "answers = { gifts-policy = { level = \"absent\" } } # why\n".to_owned();
    let answers = [
        "gifts-owner=unanswered",
        "media-policy=assured",
        "gifts-policy=in-place",
        "media-boundaries=unknown",
        "gifts-single-register=developing",
    ];
    for body in [body, inline] {
        let answers = if body.starts_with("answers") { &answers[1..] } else { &answers[..] };
        for header in [shipped_header(), shipped_header().must_replace("\n", "\r\n")] {
            let body = if header.contains('\r') { body.replace('\n', "\r\n") } else { body.clone() };
            let folder =
                Folder::with("a.toml", format!("{header}{body}")).and("b.toml", format!("{header}{body}"));
            for answer in answers {
                folder.run(&["answer", "a.toml", answer]).ends_with(0);
            }
            folder.run(&[&["answer", "b.toml"], answers].concat()).ends_with(0);
            assert_eq!(folder.read("b.toml"), folder.read("a.toml"));
        }
    }
}

#[test]
fn other_spellings_become_tables_of_their_own_and_keep_what_they_said() {
    for body in [
        "[answers]\ngifts-policy = { level = \"absent\", note = \"N\" } # why\ngifts-owner = { level = \"absent\" }\n",
        "answers = { gifts-policy = { level = \"absent\", note = \"N\" }, gifts-owner = { level = \"absent\" } } # why\n",
        "answers.gifts-policy.level = \"absent\" # why\nanswers.gifts-policy.note = \"N\"\nanswers.gifts-owner.level = \"absent\"\n",
    ] {
        let found = after(body, &["gifts-policy=in-place", "media-policy=assured"]);
        for part in
            ["[answers.gifts-policy]", "[answers.media-policy]", "note = \"N\"", "# why", "gifts-owner"]
        {
            assert!(found.contains(part), "{part} is missing from\n{found}\nwhich was\n{body}");
        }
    }
}

#[test]
fn line_ends_are_kept() {
    let folder = Folder::with("a.toml", shipped_with("# end\n").replace('\n', "\r\n"));
    folder.run(&["answer", "a.toml", "gifts-policy=absent", "--note", "first\nsecond"]).ends_with(0);
    let text = folder.read("a.toml");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
    folder.run("answer a.toml gifts-owner=absent").ends_with(0);
    folder.prints("report a.toml --format json", "\"note\": \"first\\nsecond\"");
    // Mixed line ends: those that are not touched stay as they are.
    let mixed = shipped_with("# unix\n# windows\r\n# unix again\n");
    let folder = Folder::with("a.toml", &mixed);
    folder.run("answer a.toml gifts-policy=absent").ends_with(0);
    assert_has!(folder.read("a.toml"), "# unix\n# windows\r\n# unix again\n");
}

#[test]
fn comments_are_not_run_together_where_the_last_line_has_no_end() {
    let found =
        after("# why\n[answers.gifts-policy]\nlevel = \"absent\"\n# last", &["gifts-policy=unanswered"]);
    assert_eq!(found.lines().filter(|line| line.starts_with('#')).collect::<Vec<_>>(), ["# last", "# why"]);
}

#[test]
fn evidence_in_tables_of_its_own_stays_as_it_is_written() {
    let body = "[answers.gifts-policy]\nlevel = \"absent\"\n\n# seen by Sue\n[[answers.gifts-policy.evidence]]\nref = \"A\"\n\n# seen by Bob\n[[answers.gifts-policy.evidence]]\nref = \"B\"\n";
    let found = after(body, &["gifts-policy=in-place"]);
    assert_has!(found, "# seen by Sue\n[[answers.gifts-policy.evidence]]\nref = \"A\"\n\n# seen by Bob\n[[");
}

#[test]
fn nothing_is_left_behind() {
    let folder = Folder::shipped();
    folder.run("answer a.toml gifts-policy=absent").ends_with(0);
    folder.run("answer a.toml gifts-policy=wrong").ends_with(2);
    assert_eq!(folder.names(), ["a.toml"]);
}

#[test]
fn a_second_writer_is_refused_with_the_reason() {
    let folder = Folder::shipped();
    let lock = std::fs::File::create(folder.path(".a.toml.lock")).unwrap();
    lock.lock().unwrap();
    folder.refuses("answer a.toml gifts-policy=absent", "open in another window");
    assert_eq!(folder.read("a.toml"), shipped_header());
    // A lock that nobody holds any more blocks nobody.
    drop(lock);
    folder.run("answer a.toml gifts-policy=absent").ends_with(0);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn permissions_are_kept_and_a_link_stays_one() {
        let folder = Folder::shipped();
        std::fs::set_permissions(folder.path("a.toml"), PermissionsExt::from_mode(0o664)).unwrap();
        symlink(folder.path("a.toml"), folder.path("link.toml")).unwrap();
        folder.run("answer link.toml gifts-policy=absent").ends_with(0);
        let mode = std::fs::metadata(folder.path("a.toml")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o664);
        assert!(folder.path("link.toml").is_symlink());
        assert_has!(folder.read("a.toml"), "gifts-policy");
    }

    #[test]
    fn a_file_that_may_not_be_written_is_left_alone() {
        let folder = Folder::shipped();
        std::fs::set_permissions(folder.path("a.toml"), PermissionsExt::from_mode(0o444)).unwrap();
        let ran = folder.run("answer a.toml gifts-policy=absent --note N").ends_with(2);
        assert_has!(ran.stderr, "is read-only", "gifts-policy=absent\n  note: N");
        assert_eq!(folder.read("a.toml"), shipped_header());
        assert_eq!(folder.names(), ["a.toml"]);
    }

    #[test]
    fn a_private_file_stays_private() {
        let folder = Folder::shipped();
        std::fs::set_permissions(folder.path("a.toml"), PermissionsExt::from_mode(0o600)).unwrap();
        folder.run("answer a.toml gifts-policy=absent").ends_with(0);
        assert_eq!(std::fs::metadata(folder.path("a.toml")).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_file_changed_underneath_is_left_as_it_is() {
        let folder = Folder::shipped();
        // The pipe stays open while the interview waits for the next line.
        let mut child = folder
            .command("assess a.toml --plain")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut output = std::io::BufReader::new(child.stdout.take().unwrap());
        use std::io::{BufRead, Read, Write};
        let mut line = String::new();
        while !line.contains("Who is answering") {
            line.clear();
            let mut byte = [0];
            while !line.ends_with(": ") && !line.ends_with('\n') && output.read(&mut byte).unwrap() == 1 {
                line.push(char::from(byte[0]));
            }
        }
        let changed = shipped_with("# by hand\n");
        std::fs::write(folder.path("a.toml"), &changed).unwrap();
        input.write_all(b"A. Assessor\ng\n2\n").unwrap();
        drop(input);
        let mut rest = Vec::new();
        let _ = output.fill_buf().map(<[u8]>::len);
        output.read_to_end(&mut rest).unwrap();
        let ended = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(2), "{stderr}");
        assert_has!(stderr, "was changed by something else", "media-policy=in-place");
        assert_eq!(folder.read("a.toml"), changed);
    }
}

#[test]
fn a_plan_is_changed_with_all_else_left_as_it_is() {
    let actions = "[[actions]] # the first\nid = \"A1\"\nquestion = \"gifts-policy\"\naction = \"Write\" # as agreed\n\
                   owner = \"Bob\"\nno-due = \"Waits\" # for the merger\nstatus = \"planned\" # so far\n";
    let inline = "actions = [{ id = \"A1\", question = \"gifts-policy\", action = \"Write\", owner = \"Bob\", \
                  no-due = \"Waits\", status = \"planned\" }] # all of them\n";
    for body in [actions.to_owned(), actions.replace('\n', "\r\n"), inline.to_owned()] {
        let answer = "[answers.gifts-policy]\nlevel = \"absent\" # still\n";
        let folder = Folder::with("a.toml", shipped_with(&format!("{body}{answer}")));
        folder.run("plan update a.toml A1 --status under-way --due 2027-01-31").ends_with(0);
        folder.run("plan add a.toml gifts-owner --owner Cat --no-due Waits").ends_with(0);
        folder.run("answer a.toml gifts-policy=in-place").ends_with(0);
        let text = folder.read("a.toml");
        let comments =
            ["# the first", "# as agreed", "# for the merger", "# so far", "# still", "# all of them"];
        for comment in comments.iter().filter(|comment| body.contains(**comment) || **comment == "# still") {
            assert!(text.contains(comment), "{comment} is lost from\n{text}");
        }
        assert_has!(text, "status = \"under way\"", "id = \"A2\"");
        assert_lacks!(text, "no-due = \"Waits\" # for");
        folder.run("check a.toml").ends_with(0);
    }
}

#[test]
fn nothing_is_saved_that_would_be_too_large_to_be_read_again() {
    let folder = Folder::new();
    folder.run("new a.toml --force Kent").ends_with(0);
    // Windows takes a command of 32,767 characters: the same note for many questions, whose names come to some 1,500.
    let note = "x".repeat(28_000);
    let builtin = Catalogue::built_in().unwrap();
    let checklist = builtin.checklist("without-fear-or-favour").unwrap();
    let mut absent = checklist.level_questions().map(|question| format!("{}=absent", question.id));
    let fitting: Vec<String> = absent.by_ref().take(37).collect();
    let answers: Vec<&str> = fitting.iter().map(String::as_str).collect();
    folder.run(&[&["answer", "a.toml", "--note", &note], answers.as_slice()].concat()).ends_with(0);
    // Of 1,048,576 bytes 37 notes take 1,036,000, and less than 200 go with each of them; 38 take 1,064,000.
    let over = absent.next().unwrap();
    folder.refuses(&["answer", "a.toml", &over, "--note", &note], "larger than 1 MB");
    folder.prints("check a.toml", "37 of 77 questions answered");
}
