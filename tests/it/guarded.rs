//! The file and what lies beside it: nobody sees more than before, and nothing is left, overwritten or run.

use crate::support::{Folder, MustReplace, assert_has, assert_lacks, shipped_header, shipped_with};

const ANSWER: [&str; 3] = ["answer", "a.toml", "gifts-policy=absent"];

#[test]
fn what_a_killed_save_left_goes_with_the_next_and_nothing_else_does() {
    let folder = Folder::shipped();
    let others = [
        ".a.toml.saving-",
        ".a.toml.saving-abc",
        ".b.toml.saving-AbC123",
        ".a.toml.saving-AbC12é",
        "x.saving-AbC123",
    ];
    for name in others {
        std::fs::write(folder.path(name), "kept").unwrap();
    }
    std::fs::create_dir(folder.path(".a.toml.saving-folder")).unwrap();
    std::fs::write(folder.path(".a.toml.saving-AbC123"), "a whole copy").unwrap();
    folder.run(&ANSWER).ends_with(0);
    let mut expected: Vec<&str> = others.to_vec();
    expected.extend(["a.toml", ".a.toml.saving-folder"]);
    expected.sort_unstable();
    assert_eq!(folder.names(), expected);
}

#[test]
fn a_report_never_takes_the_place_of_what_reports_are_made_of() {
    let checklist = include_str!("../fixtures/small.toml");
    let folder = Folder::shipped()
        .and("other.toml", shipped_header())
        .and("own.html", checklist)
        .and("mapping.txt", "register = \"gifts\"\n")
        .and("broken.md", shipped_with("[answers.gifts-policy\n"))
        .and("empty.toml", "# nothing yet\n");
    for target in ["other.toml", "own.html", "mapping.txt", "broken.md", "empty.toml"] {
        let before = folder.read(target);
        let report = ["report", "a.toml", "--format", "html", "--output", target, "--overwrite"];
        let ran = folder.run(&report).ends_with(2);
        assert!(ran.stderr.contains("is no report"), "{target}: {}", ran.stderr);
        assert_eq!(folder.read(target), before);
    }
}

#[test]
fn a_report_takes_the_place_of_an_earlier_one_in_every_format() {
    let folder = Folder::shipped();
    for ending in crate::support::endings() {
        let target = format!("r.{ending}");
        folder.run(&["report", "a.toml", "--output", &target]).ends_with(0);
        folder.run(&["report", "a.toml", "--output", &target, "--overwrite"]).ends_with(0);
    }
}

#[test]
fn a_name_that_could_not_be_answered_in_cannot_be_started() {
    let folder = Folder::new();
    let long = format!("{}.toml", "x".repeat(245));
    folder.refuses(&["new", &long, "--force", "Kent"], "longer than 200 characters");
    assert_eq!(folder.names(), Vec::<String>::new());
    let fitting = format!("{}.toml", "x".repeat(195));
    folder.run(&["new", &fitting, "--force", "Kent"]).ends_with(0);
    folder.run(&["answer", &fitting, "gifts-policy=absent"]).ends_with(0);
}

#[test]
fn a_file_that_a_built_in_name_would_hide_is_not_made() {
    for name in ["essex-2012", "without-fear-or-favour"] {
        let folder = Folder::new();
        folder.refuses(&["new", name, "--force", "Kent"], "built in");
        assert_eq!(folder.names(), Vec::<String>::new());
    }
}

#[test]
fn names_that_a_windows_device_or_no_file_can_have_are_refused_in_a_sentence() {
    for name in ["con.toml", "NUL", "aux.2026.toml", "Com1", "a?b.toml", "a|b.toml", "kent. ", "kent.toml."] {
        let folder = Folder::new();
        let ran = folder.run(&["new", name, "--force", "Kent"]).ends_with(2);
        assert_has!(ran.stderr, "Windows", "choose another");
        assert_eq!(folder.names(), Vec::<String>::new());
    }
    Folder::new().run("new console.toml --force Kent").ends_with(0);
}

#[test]
fn what_is_long_in_a_file_is_not_printed_whole() {
    let long = "k".repeat(900_000);
    for body in [format!("{long} = 1\n"), format!("[answers.{long}]\nlevel = \"absent\"\n")] {
        let folder = Folder::with("a.toml", shipped_with(&body));
        let ran = folder.run("check a.toml").ends_with(1);
        assert!(ran.stdout.len() < 4_000, "{}", ran.stdout.len());
    }
    let header = shipped_header().must_replace("without-fear-or-favour", &long);
    let folder = Folder::with("a.toml", header);
    let ran = folder.run("score a.toml").ends_with(2);
    assert!(ran.stderr.len() < 4_000, "{}", ran.stderr.len());
}

#[test]
fn hidden_characters_make_no_second_force() {
    for hidden in ['\u{200B}', '\u{2060}', '\u{AD}', '\u{FEFF}', '\u{3164}', '\u{E0041}', '\u{200D}'] {
        let folder = Folder::new();
        let ran = folder.run(&["new", "a.toml", "--force", &format!("Kent{hidden} Police")]).ends_with(2);
        let code = format!("U+{:04X}", u32::from(hidden));
        assert!(ran.stderr.contains(&code) && !ran.stderr.contains(hidden), "{}", ran.stderr);
        // Written as it is, or as an escape of TOML.
        for written in [hidden.to_string(), format!("\\U{:08X}", u32::from(hidden))] {
            let header = shipped_header().must_replace("Test Police", &format!("Test{written} Police"));
            let ran = Folder::with("a.toml", header).run("check a.toml").ends_with(1);
            assert!(ran.stdout.contains(&code) && !ran.stdout.contains(hidden), "{}", ran.stdout);
        }
    }
    let folder = Folder::with("a.toml", format!("\u{FEFF}{}", shipped_header()));
    folder.run("answer a.toml gifts-policy=absent --note 'Well done 👩\u{200D}✈\u{FE0F}'").ends_with(0);
}

#[test]
fn a_force_is_one_however_unicode_spells_it() {
    let named = |name: &str| shipped_header().must_replace("Test Police", name);
    let folder =
        Folder::with("a.toml", named("Ynys M\u{F4}n Police").must_replace("2026-11-02", "2025-11-02"))
            .and("b.toml", named("Ynys Mo\u{302}n Police"));
    folder.run("trend a.toml b.toml").ends_with(0);
}

#[test]
fn escapes_of_a_terminal_never_reach_it() {
    let escape = "\u{1b}[31mred\u{7}";
    let folder = Folder::shipped();
    let commands: [&[&str]; 6] = [
        &["score", escape],
        &["answer", "a.toml", escape],
        &["answer", "a.toml", &format!("gifts-policy={escape}")],
        &["report", "a.toml", "--format", escape],
        &["new", "b.toml", "--force", escape],
        &["report", "a.toml", "--output", &format!("{escape}.none")],
    ];
    for command in commands {
        let ran = folder.run(command);
        assert_ne!(ran.status, 0);
        let both = format!("{}{}", ran.stdout, ran.stderr);
        assert!(!both.contains(['\u{1b}', '\u{7}']), "{both:?}");
    }
}

#[test]
fn the_state_before_a_sitting_is_kept_once_and_copied_back_restores_it() {
    let begun = shipped_with("[answers.gifts-policy]\nlevel = \"absent\"\n");
    let folder = Folder::with("kent.toml", &begun);
    // A sitting that changes nothing leaves nothing.
    folder.run_with_input("assess kent.toml --plain", "q\n");
    assert_eq!(folder.names(), ["kent.toml"]);
    // Two answers of one sitting: what was before the first.
    let sitting = "assess kent.toml --plain --only open";
    let ran = folder.run_with_input(sitting, "A. Assessor\n1\n\n\n1\n\n\nq\n");
    assert_has!(ran.stdout, "kent.before.toml");
    assert_ne!(folder.read("kent.toml"), begun);
    assert_eq!(folder.names(), ["kent.before.toml", "kent.toml"]);
    assert_eq!(folder.read("kent.before.toml"), begun);
    std::fs::copy(folder.path("kent.before.toml"), folder.path("kent.toml")).unwrap();
    folder.prints("check kent.toml", "1 of 77");
    // It is no second force of a folder.
    assert_lacks!(folder.run("region .").ends_with(0).stdout, "before");
}

#[test]
fn another_assessment_is_never_taken_for_the_state_before() {
    let begun = shipped_with("[answers.gifts-policy]\nlevel = \"absent\"\n");
    let other = begun.must_replace("Test Police", "Essex Police");
    let folder = Folder::with("kent.toml", &begun).and("kent.before.toml", &other);
    let sitting = "assess kent.toml --plain --only open";
    assert_has!(folder.run_with_input(sitting, "A. Assessor\n1\n\n\nq\n").stderr, "is not kept");
    assert_eq!(folder.read("kent.before.toml"), other);
    assert_ne!(folder.read("kent.toml"), begun);
}

#[test]
fn a_clock_that_was_ahead_locks_nobody_out_and_writes_nothing_of_the_future() {
    let ahead = format!(
        "{}[answers.gifts-policy]\nlevel = \"absent\"\non = 2026-11-23\n",
        shipped_header().must_replace("2026-11-02", "2026-11-23")
    );
    let folder = Folder::with("a.toml", &ahead);
    for command in ["score a.toml", "answer a.toml gifts-owner=absent", "plan a.toml"] {
        let ran = folder.run(command).ends_with(0);
        assert_eq!(ran.stderr.matches("clock").count(), 1, "{}", ran.stderr);
        assert_has!(ran.stderr, "23 November 2026");
    }
    let written = folder.read("a.toml");
    let future = "answer a.toml gifts-owner=in-place --evidence E --dated 2026-11-23";
    folder.refuses(future, "is in the future");
    assert_eq!(folder.read("a.toml"), written);
    folder.run("new b.toml --force Kent --date 2026-11-23").ends_with(2);
    // Whoever looks for mistakes is shown them.
    folder.run("check a.toml").ends_with(1);
}

#[test]
fn what_is_longer_than_any_name_is_refused_where_it_stands() {
    let long = "Kent ".repeat(6_400);
    for (key, header) in [
        ("force", shipped_header().must_replace("Test Police", &long)),
        ("marking", shipped_with(&format!("marking = \"{long}\"\n"))),
    ] {
        let folder = Folder::with("a.toml", header);
        let ran = folder.run("check a.toml").ends_with(1);
        let message = format!("`{key}` has {} characters", long.len());
        assert_has!(ran.stdout, &message, "200");
    }
    let folder = Folder::shipped();
    let public = ["report", "a.toml", "--public", "--marking", &long];
    folder.refuses(&public, "at most 200");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::process::ExitStatusExt;
    use std::path::Path;
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    use super::*;

    pub fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    pub fn set_mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    }

    #[test]
    fn what_is_made_of_a_private_file_is_as_private() {
        let folder = Folder::shipped().and("old.html", "<p>");
        set_mode(&folder.path("a.toml"), 0o600);
        set_mode(&folder.path("old.html"), 0o644);
        folder.run("renew a.toml b.toml").ends_with(0);
        folder.run("report a.toml --output r.html").ends_with(0);
        folder.run("report essex-2012 --beside a.toml --output e.docx").ends_with(0);
        folder.run("region . --output n.html").ends_with(0);
        folder.run("report a.toml --output old.html --overwrite").ends_with(0);
        for made in ["b.toml", "r.html", "e.docx", "n.html", "old.html"] {
            assert_eq!(mode(&folder.path(made)), 0o600, "{made}");
        }
        set_mode(&folder.path("a.toml"), 0o644);
        folder.run("report a.toml --output wide.html").ends_with(0);
        assert_eq!(mode(&folder.path("wide.html")) & 0o077, 0o044);
    }

    #[test]
    fn the_state_before_a_sitting_is_as_private_as_the_file() {
        let begun = shipped_with("[answers.gifts-policy]\nlevel = \"absent\"\n");
        let folder = Folder::with("a.toml", begun);
        set_mode(&folder.path("a.toml"), 0o600);
        folder.run_with_input("assess a.toml --plain --only open", "A. Assessor\n1\n\n\nq\n");
        assert_eq!(mode(&folder.path("a.before.toml")), 0o600);
    }

    #[test]
    fn a_planted_link_in_the_place_of_the_lock_makes_no_file() {
        let folder = Folder::shipped();
        symlink(folder.path("target"), folder.path(".a.toml.lock")).unwrap();
        folder.refuses(&ANSWER, "not a lock but a link");
        assert!(!folder.path("target").exists());
        assert_eq!(folder.read("a.toml"), shipped_header());
    }

    #[test]
    fn a_file_with_two_names_is_split_only_after_a_warning() {
        let folder = Folder::shipped();
        std::fs::hard_link(folder.path("a.toml"), folder.path("b.toml")).unwrap();
        folder.warns(&ANSWER, "has another name too");
        assert_eq!(folder.read("b.toml"), shipped_header());
        assert!(!folder.run(&ANSWER).ends_with(0).stderr.contains("another name"));
    }

    #[test]
    fn a_suggested_command_runs_nothing_when_it_is_pasted() {
        for (name, suggested) in [
            ("$(touch x).toml", "assess '$(touch x).toml'"),
            ("./-dash.toml", "assess ./-dash.toml"),
            ("my force.toml", "assess 'my force.toml'"),
        ] {
            let folder = Folder::new();
            folder.warns(&["new", name, "--force", "Kent"], suggested);
        }
    }

    /// How many saves are killed before they have ended.
    const KILLED: usize = 24;

    #[test]
    fn saves_that_are_really_killed_leave_nothing_for_long() {
        let folder = Folder::shipped();
        let lock = folder.path(".a.toml.lock");
        let (mut tries, mut killed) = (0, 0);
        let until = Instant::now() + Duration::from_secs(60);
        while killed < KILLED {
            assert!(Instant::now() < until, "only {killed} of {tries} kills came in time");
            let level = ["absent", "assured"][killed % 2];
            let before = folder.read("a.toml");
            let answer = format!("gifts-policy={level}");
            let mut child =
                folder.command(&["answer", "a.toml", &answer]).stderr(Stdio::null()).spawn().unwrap();
            // A save begins with the lock. The kill comes at once, or up to 3 ms later.
            while !lock.exists() && child.try_wait().unwrap().is_none() {
                std::thread::yield_now();
            }
            std::thread::sleep(Duration::from_micros(200) * (tries % 16));
            child.kill().unwrap();
            let was_killed = child.wait().unwrap().signal() == Some(9);
            tries += 1;
            // It ends with the lock too: one that is left shows that the save had not ended.
            if was_killed && lock.exists() {
                killed += 1;
                let now = folder.read("a.toml");
                assert!(now == before || now.contains(&format!("level = \"{level}\"")), "{now}");
                folder.run("check a.toml").ends_with(0);
                folder.run("answer a.toml gifts-owner=absent").ends_with(0);
            }
            assert_eq!(folder.names(), ["a.toml"]);
        }
    }

    #[test]
    #[ignore = "needs a disk that keeps attributes"]
    fn attributes_go_along_with_the_file() {
        let folder = Folder::shipped();
        xattr::set(folder.path("a.toml"), "user.case", b"7").unwrap();
        folder.run(&ANSWER).ends_with(0);
        let kept = xattr::get(folder.path("a.toml"), "user.case").unwrap();
        assert_eq!(kept.as_deref(), Some(&b"7"[..]));
    }
}

/// `.ci/run` runs these.
#[cfg(target_os = "linux")]
mod access_lists {
    use super::unix::{mode, set_mode};
    use super::*;

    /// An access list as Linux keeps it: the owner and user 4242 may write, the mask allows it, the group may nothing.
    fn access_list() -> Vec<u8> {
        let entry = |tag: u16, may: u16, id: u32| {
            [&tag.to_le_bytes()[..], &may.to_le_bytes(), &id.to_le_bytes()].concat()
        };
        let none = u32::MAX;
        let entries = [(1, 6, none), (2, 6, 4242), (4, 0, none), (0x10, 6, none), (0x20, 0, none)];
        let entries = entries.into_iter().flat_map(|(tag, may, id)| entry(tag, may, id));
        2u32.to_le_bytes().into_iter().chain(entries).collect()
    }

    const ACCESS_LIST: &str = "system.posix_acl_access";

    #[test]
    #[ignore = "needs a disk that keeps access lists"]
    fn an_access_list_goes_along_and_lets_no_group_in() {
        let folder = Folder::shipped();
        let file = folder.path("a.toml");
        xattr::set(&file, ACCESS_LIST, &access_list()).unwrap();
        folder.run(&ANSWER).ends_with(0);
        assert_eq!(xattr::get(&file, ACCESS_LIST).unwrap(), Some(access_list()));
        assert_eq!(mode(&file), 0o660);
        // The mode of what is made of it would let the group in that the list keeps out.
        folder.run("report a.toml --output r.html").ends_with(0);
        assert_eq!(mode(&folder.path("r.html")), 0o600);
    }

    #[test]
    #[ignore = "needs a disk that keeps access lists"]
    fn what_a_folder_hands_on_opens_no_private_file() {
        let folder = Folder::shipped();
        set_mode(&folder.path("a.toml"), 0o600);
        xattr::set(folder.root(), "system.posix_acl_default", &access_list()).unwrap();
        folder.run(&ANSWER).ends_with(0);
        folder.run("report a.toml --output r.html").ends_with(0);
        for name in ["a.toml", "r.html"] {
            assert_eq!(mode(&folder.path(name)), 0o600, "{name}");
            assert_eq!(xattr::get(folder.path(name), ACCESS_LIST).unwrap(), None, "{name}");
        }
    }
}

/// `.ci/run` runs these as root.
#[cfg(target_os = "linux")]
mod as_root {
    use std::os::fd::AsRawFd;
    use std::os::unix::fs::{MetadataExt, chown};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use super::unix::{mode, set_mode};
    use super::*;
    use crate::support::{PROGRAM, TODAY};

    /// Runs the program as somebody else, who needs no way to the folder in which the program was built.
    fn as_another(folder: &Folder, arguments: &[&str]) -> (i32, String) {
        let program = std::fs::File::open(PROGRAM).unwrap();
        let mut command = Command::new(format!("/proc/self/fd/{}", program.as_raw_fd()));
        command.current_dir(folder.root()).args(arguments).args(["--today", TODAY]);
        let ran = command.uid(4242).gid(4242).output().unwrap();
        (ran.status.code().unwrap(), String::from_utf8(ran.stderr).unwrap())
    }

    #[test]
    #[ignore = "needs root"]
    fn who_may_write_the_folder_but_not_the_file_is_refused() {
        let folder = Folder::shipped();
        set_mode(folder.root(), 0o777);
        set_mode(&folder.path("a.toml"), 0o644);
        let (status, stderr) = as_another(&folder, &ANSWER);
        assert_eq!(status, 2, "{stderr}");
        assert_has!(stderr, "permission denied");
        assert_eq!(folder.read("a.toml"), shipped_header());
        assert_eq!(folder.names(), ["a.toml"]);
    }

    #[test]
    #[ignore = "needs root"]
    fn a_file_that_would_be_opened_to_another_group_is_refused() {
        let folder = Folder::shipped();
        let file = folder.path("a.toml");
        set_mode(folder.root(), 0o777);
        // The other person owns it, and is not in its group.
        chown(&file, Some(4242), Some(0)).unwrap();
        set_mode(&file, 0o640);
        let (status, stderr) = as_another(&folder, &ANSWER);
        assert_eq!(status, 2, "{stderr}");
        assert_has!(stderr, "a group that you are not in");
        assert_eq!(folder.names(), ["a.toml"]);
        // Nor is a group let in that is kept out, as one of all others.
        set_mode(&file, 0o604);
        let (status, stderr) = as_another(&folder, &ANSWER);
        assert!(status == 2 && stderr.contains("a group that you are not in"), "{stderr}");
        let (status, stderr) = as_another(&folder, &["report", "a.toml", "--output", "r.txt"]);
        assert_eq!((status, mode(&folder.path("r.txt"))), (0, 0o600), "{stderr}");
        std::fs::remove_file(folder.path("r.txt")).unwrap();
        set_mode(&file, 0o600);
        assert_eq!(as_another(&folder, &ANSWER).0, 0);
    }

    #[test]
    #[ignore = "needs root"]
    fn who_saves_the_file_of_somebody_else_is_told_that_it_becomes_theirs() {
        let folder = Folder::shipped();
        set_mode(folder.root(), 0o777);
        set_mode(&folder.path("a.toml"), 0o666);
        let (status, stderr) = as_another(&folder, &ANSWER);
        assert_eq!(status, 0, "{stderr}");
        assert_has!(stderr, "a.toml belongs to somebody else");
        let (_, stderr) = as_another(&folder, &ANSWER);
        assert_lacks!(stderr, "belongs to");
    }

    #[test]
    #[ignore = "needs root"]
    fn the_owner_stays_who_it_was_where_that_is_allowed() {
        let folder = Folder::shipped();
        let file = folder.path("a.toml");
        chown(&file, Some(4242), Some(4242)).unwrap();
        folder.run(&ANSWER).ends_with(0);
        let now = file.metadata().unwrap();
        assert_eq!((now.uid(), now.gid()), (4242, 4242));
    }
}
