//! Quotes a text as one word of a command to paste: nothing in it runs, and it is never an option.

pub fn quoted(text: &str) -> String {
    if cfg!(windows) { for_windows(text) } else { for_sh(text) }
}

fn for_sh(text: &str) -> String {
    let text = not_an_option(text, '/');
    // Only NUL cannot be quoted, and no file name has it.
    shlex::try_quote(&text).map_or_else(|_| "FILE".to_owned(), |quoted| quoted.into_owned())
}

/// For PowerShell and cmd, since either may be open: in double quotes, where cmd runs nothing, with a backtick before
/// what PowerShell would run. At worst cmd does not find the file.
fn for_windows(text: &str) -> String {
    let text = not_an_option(text, '\\');
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '\\' | ':');
    if !text.is_empty() && text.chars().all(is_plain) {
        return text;
    }
    // No Windows file name has these except `%`, which cmd cannot quote.
    if text.contains(['"', '\n', '\r', '%']) {
        return "FILE".to_owned();
    }
    // PowerShell also accepts typographic quotation marks.
    let special = |c: char| matches!(c, '$' | '`' | '\u{201C}'..='\u{201E}');
    let escaped: String =
        text.chars().flat_map(|c| special(c).then_some('`').into_iter().chain([c])).collect();
    format!("\"{escaped}\"")
}

fn not_an_option(text: &str, separator: char) -> String {
    if text.starts_with('-') { format!(".{separator}{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_pasted_into_sh_is_one_word_and_runs_nothing() {
        let cases = [
            ("kent.toml", "kent.toml"),
            ("my force.toml", "'my force.toml'"),
            ("$(touch x).toml", "'$(touch x).toml'"),
            ("it's.toml", "\"it's.toml\""),
            ("-dash.toml", "./-dash.toml"),
            ("a`id`;b.toml", "'a`id`;b.toml'"),
        ];
        for (name, expected) in cases {
            assert_eq!(for_sh(name), expected);
        }
    }

    #[test]
    fn a_name_pasted_into_powershell_or_cmd_runs_nothing() {
        let cases = [
            ("C:\\Users\\kent.toml", "C:\\Users\\kent.toml"),
            ("my force.toml", "\"my force.toml\""),
            ("$(calc).toml", "\"`$(calc).toml\""),
            ("a & calc.toml", "\"a & calc.toml\""),
            ("-dash.toml", ".\\-dash.toml"),
            ("a\u{201D};calc.toml", "\"a`\u{201D};calc.toml\""),
            ("%PATH%.toml", "FILE"),
        ];
        for (name, expected) in cases {
            assert_eq!(for_windows(name), expected);
        }
    }
}
