//! The format of an approval record, `NAME.approved.toml`.

use chrono::NaiveDate;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::{Approval, Attached, Digest, Entry, Record, Reopening};
use crate::checklist::format_version;
use crate::text::source::{ParseError, Source};
use crate::toml_text::{Keys, Parsed, Written};

const ENTRIES: &str = "record";

const FIRST: &str = "# Who approved the file beside this one, and when it was opened again, oldest first. Written by healthcheck.\n\
                     # Delete nothing here: sha256 is what the file was, and any tool that reckons a SHA-256 can check it.\n";

impl Record {
    /// Returns every problem in the file as one error. A date after `today` is a problem.
    pub fn parse(source: &Source, today: NaiveDate) -> Result<Self, ParseError> {
        Parsed::new(source).read("a record of approvals", |fields| {
            let (file, span) = (head(&mut Keys::Read(fields), None), fields.span());
            let entries =
                Keys::Read(fields).key(ENTRIES).tables("an entry", &[], |keys, _| entry(keys, today, None));
            if entries.is_empty() && !fields.has(ENTRIES) {
                let help = "put back the file as it was, for every approval is kept";
                fields.problem(span, "the record has no entry", help);
            }
            Some(Self { file: file?, entries })
        })
    }

    /// The text of a record with another entry at its end. The bytes before it do not change. `file` is the name of the
    /// approved file, for a new record.
    pub fn with_entry(before: Option<&Source>, file: &str, new: &Entry) -> String {
        let mut text = before.map_or_else(|| new_record(file), |before| before.text().to_owned());
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let mut table = Table::new();
        Written::collect(|keys| entry(keys, NaiveDate::MAX, Some(new))).set_in(&mut table);
        let mut tables = ArrayOfTables::new();
        tables.push(table);
        let mut document = DocumentMut::new();
        document.insert(ENTRIES, Item::ArrayOfTables(tables));
        format!("{text}\n{document}")
    }
}

fn new_record(file: &str) -> String {
    let mut document = DocumentMut::new();
    Written::collect(|keys| head(keys, Some(&file.to_owned()))).set_in(document.as_table_mut());
    format!("{FIRST}{document}")
}

fn head(keys: &mut Keys<'_, '_>, given: Option<&String>) -> Option<String> {
    format_version(keys);
    keys.required("file", "\"kent.toml\"").text(given)
}

const APPROVED: &str = "approved";
const REOPENED: &str = "reopened";

fn entry(keys: &mut Keys<'_, '_>, today: NaiveDate, given: Option<&Entry>) -> Option<Entry> {
    let (approved, reopened) = match given {
        Some(Entry::Approved(approval)) => (Some(&**approval), None),
        Some(Entry::Reopened(reopening)) => (None, Some(reopening)),
        None => (None, None),
    };
    let kind = approved.map(|_| APPROVED).or(reopened.map(|_| REOPENED));
    let kind = keys.required("what", "\"approved\"").parsed(
        kind,
        |kind| (*kind).to_owned(),
        |word| [APPROVED, REOPENED].into_iter().find(|kind| *kind == word),
        |word| (format!("`{}` is no entry", word.escape_debug()), "write approved or reopened".to_owned()),
    );
    if kind == Some(REOPENED) {
        return reopening(keys, today, reopened).map(Entry::Reopened);
    }
    // An entry of unknown kind is read as an approval, so that everything wrong with it is shown at once.
    let approval = approval(keys, today, approved);
    approval.filter(|_| kind.is_some()).map(|approval| Entry::Approved(Box::new(approval)))
}

fn approval(keys: &mut Keys<'_, '_>, today: NaiveDate, given: Option<&Approval>) -> Option<Approval> {
    let name = keys.required("name", "\"J. Smith\"").text(given.map(|given| &given.name));
    let role = keys.required("role", "\"Deputy Chief Constable\"").text(given.map(|given| &given.role));
    let on = keys.required("on", &today.to_string()).past_date(today, given.map(|given| given.on));
    let statement = keys.required("statement", "\"I approve ...\"").text(given.map(|given| &given.statement));
    let open = keys.key("open").text(given.and_then(|given| given.open.as_ref()));
    let left_open = keys.key("left-open").texts(given.map_or(&[][..], |given| &given.left_open));
    let sha256 = digest(keys, given.map(|given| given.sha256));
    keys.required("checklist", "{ name = \"...\", sha256 = \"...\" }");
    let checklist =
        keys.key("checklist").table("a checklist's edition", given.map(|given| &given.checklist), attached);
    let reviews =
        keys.key("reviews").tables("a review", given.map_or(&[][..], |given| &given.reviews), attached);
    let program = program(keys, given.map(|given| &given.program));
    Some(Approval {
        name: name?,
        role: role?,
        on: on?,
        statement: statement?,
        open,
        left_open,
        sha256: sha256?,
        checklist: checklist?,
        reviews,
        program: program?,
    })
}

fn reopening(keys: &mut Keys<'_, '_>, today: NaiveDate, given: Option<&Reopening>) -> Option<Reopening> {
    let reason = keys.required("reason", "\"...\"").text(given.map(|given| &given.reason));
    let by = keys.key("by").text(given.and_then(|given| given.by.as_ref()));
    let on = keys.required("on", &today.to_string()).past_date(today, given.map(|given| given.on));
    let sha256 = digest(keys, given.map(|given| given.sha256));
    let program = program(keys, given.map(|given| &given.program));
    Some(Reopening { reason: reason?, by, on: on?, sha256: sha256?, program: program? })
}

fn program(keys: &mut Keys<'_, '_>, given: Option<&String>) -> Option<String> {
    keys.required("program", "\"healthcheck 0.1.0\"").text(given)
}

fn attached(keys: &mut Keys<'_, '_>, given: Option<&Attached>) -> Option<Attached> {
    let name = keys.required("name", "\"...\"").text(given.map(|given| &given.name));
    let sha256 = digest(keys, given.map(|given| given.sha256));
    Some(Attached { name: name?, sha256: sha256? })
}

/// The key `sha256`, which every file uses that refers to another.
pub(crate) fn digest(keys: &mut Keys<'_, '_>, given: Option<Digest>) -> Option<Digest> {
    keys.required("sha256", "\"...\"").parsed(given, Digest::to_string, Digest::from_hex, |_| {
        let help = "it has 64 digits from 0 to f, as `sha256sum` prints them";
        ("this is not a SHA-256".to_owned(), help.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::approval::State;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn approved(name: &str, on: u32, sha256: Digest) -> Entry {
        let attached = |name: &str| Attached { name: name.to_owned(), sha256: Digest::compute(name) };
        Entry::Approved(Box::new(Approval {
            name: name.to_owned(),
            role: "Chief\n\"officer\" = 1".to_owned(),
            on: day(on),
            statement: "I approve it.".to_owned(),
            open: Some("Figures are due in May.".to_owned()),
            left_open: vec!["one".to_owned(), "two".to_owned()],
            sha256,
            checklist: attached("small 1"),
            reviews: vec![attached("r.toml"), attached("r.reply.toml")],
            program: "healthcheck 0.1.0".to_owned(),
        }))
    }

    fn reopened(on: u32, sha256: Digest) -> Entry {
        let (reason, program) = ("A figure was wrong.".to_owned(), "healthcheck 0.1.0".to_owned());
        Entry::Reopened(Reopening { reason, by: Some("B".to_owned()), on: day(on), sha256, program })
    }

    fn written(entries: &[Entry]) -> Source {
        let mut text: Option<Source> = None;
        for entry in entries {
            text = Some(Source::new("k.approved.toml", Record::with_entry(text.as_ref(), "k.toml", entry)));
        }
        text.unwrap()
    }

    #[test]
    fn every_entry_is_read_as_it_was_written_and_none_changes_those_before_it() {
        let file = Digest::compute("file");
        let entries = [approved("A", 2, file), reopened(3, file), approved("C", 4, Digest::compute("other"))];
        let two = written(&entries[..2]);
        let three = written(&entries);
        assert!(three.text().starts_with(two.text()));
        let record = Record::parse(&three, day(22)).unwrap_or_else(|invalid| panic!("{invalid}"));
        assert_eq!(record, Record { file: "k.toml".to_owned(), entries: entries.to_vec() });
    }

    #[test]
    fn the_state_follows_from_the_entries_and_the_bytes() {
        let (file, other) = (Digest::compute("file"), Digest::compute("other"));
        let record = |entries: &[Entry]| Record::parse(&written(entries), day(22)).unwrap();
        let once = record(&[approved("A", 2, file)]);
        assert!(matches!(once.state(file), Some(State::AsApproved(approval)) if approval.name == "A"));
        assert!(matches!(once.state(other), Some(State::Changed(approval)) if approval.name == "A"));
        let twice = record(&[approved("A", 2, file), approved("B", 3, file)]);
        assert!(matches!(twice.state(file), Some(State::AsApproved(approval)) if approval.name == "B"));
        let open = record(&[approved("A", 2, file), reopened(3, file)]);
        for now in [file, other] {
            assert!(matches!(open.state(now), Some(State::Reopened(_))));
        }
        let again = record(&[approved("A", 2, file), reopened(3, file), approved("A", 4, other)]);
        assert!(matches!(again.state(other), Some(State::AsApproved(_))));
        assert!(matches!(again.state(file), Some(State::Changed(approval)) if approval.on == day(4)));
    }

    #[test]
    fn mistakes_are_shown_at_their_places_all_in_one_go() {
        let text = "format = 1\nfile = \"k.toml\"\n\n[[record]]\nwhat = \"signed\"\nname = \"A\"\nrole = \"B\"\non = 2027-01-01\n\
                    statement = \"C\"\nsha256 = \"12\"\nchecklist = { name = \"c\", sha256 = \"12\" }\nprogram = \"p\"\n";
        let invalid = Record::parse(&Source::new("k.approved.toml", text), day(22)).unwrap_err().to_string();
        for place in
            ["k.approved.toml:5:8", "k.approved.toml:8:6", "k.approved.toml:10:10", "k.approved.toml:11:36"]
        {
            assert!(invalid.contains(place), "{place} is not in\n{invalid}");
        }
        let none = Source::new("k.approved.toml", "format = 2\nfile = \"k.toml\"\n");
        let invalid = Record::parse(&none, day(22)).unwrap_err().to_string();
        assert!(invalid.contains("reads format 1") && invalid.contains("has no entry"), "{invalid}");
    }
}
