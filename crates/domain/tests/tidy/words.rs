//! Words that have one home, or none.

use crate::{Source, below, is, none, rust};

/// Words put together here, so that this file does not hold them itself.
fn joined(parts: &[(&str, &str)]) -> Vec<String> {
    parts
        .iter()
        .map(|(front, back)| format!("{front}{back}"))
        .collect()
}

/// Every line that holds one of the words.
fn holding(files: &[Source], words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (at, line) in file.text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(word.as_str())) {
                found.push(format!("{}:{} holds '{word}'", file.path, at + 1));
            }
        }
    }
    found
}

#[test]
fn no_test_is_switched_off_and_nothing_is_left_undone() {
    let words = joined(&[
        ("#[ign", "ore"),
        ("tod", "o!("),
        ("unimpl", "emented!("),
        ("FIX", "ME"),
    ]);
    none("finish these, or write them down", holding(&rust(), &words));
}

#[test]
fn sql_is_written_in_the_store_and_nowhere_else() {
    let words = joined(&[
        ("\"sel", "ect "),
        ("\"ins", "ert into "),
        ("\"upd", "ate "),
        ("\"del", "ete from "),
    ]);
    let mut files = rust();
    // A test may look at the rows themselves.
    files.retain(|file| !file.path.starts_with("crates/store/") && !file.path.contains("tests"));
    for file in &mut files {
        file.text = only_program(&file.text);
    }
    none("move these to crates/store", holding(&files, &words));
}

/// The file without its own tests.
fn only_program(text: &str) -> String {
    text.split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Where a banned word is an ordinary one and claims nothing about a record.
const ORDINARY: [&str; 7] = [
    "works once",
    "worked with",
    "works at the school",
    "works at home",
    "worked out",
    "works best",
    "significant needs",
];

#[test]
fn no_text_of_the_program_claims_more_than_a_record_can_show() {
    let lists = below("crates/evidence/src/statement");
    let list = lists.iter().find(|file| file.path.ends_with("banned.txt"));
    let banned: Vec<&str> = list.expect("the list").text.lines().collect();
    let mut found = Vec::new();
    for file in below("") {
        let shown: fn(&str) -> String = match &file {
            file if is(file, "html") => str::to_owned,
            file if is(file, "toml") && file.path.starts_with("forms/") => str::to_owned,
            file if is(file, "rs") && !file.path.contains("test") => quoted,
            _ => continue,
        };
        for (at, line) in only_program(&file.text).lines().enumerate() {
            let mut shown = shown(line).to_lowercase();
            for ordinary in ORDINARY {
                shown = shown.replace(ordinary, "");
            }
            let word = banned.iter().find(|word| uses(&shown, word));
            found.extend(word.map(|word| format!("{}:{} says '{word}'", file.path, at + 1)));
        }
    }
    none("say what was recorded, not what it proves", found);
}

/// The words between quotation marks on a line of Rust; keys have no spaces.
fn quoted(line: &str) -> String {
    if line.trim_start().starts_with("//") {
        return String::new();
    }
    let parts = line.split('"').skip(1).step_by(2);
    parts
        .filter(|part| part.contains(' '))
        .collect::<Vec<&str>>()
        .join(" . ")
}

/// Whether a text uses a word whole.
fn uses(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        apart(text[..at].chars().next_back()) && apart(text[at + word.len()..].chars().next())
    })
}

#[test]
fn nothing_points_outside_the_repository() {
    let words = joined(&[
        ("/wo", "rk/"),
        ("../sha", "red"),
        ("/ho", "me/"),
        ("/Us", "ers/"),
    ]);
    let mut files = below("");
    files.retain(|file| {
        let written = [
            "rs", "toml", "md", "html", "css", "js", "sql", "sh", "yml", "yaml", "txt",
        ];
        written.iter().any(|ending| is(file, ending))
            || matches!(file.path.as_str(), "justfile" | "test" | "Containerfile")
    });
    none("make a bare clone stand by itself", holding(&files, &words));
}
