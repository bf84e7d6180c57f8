//! Migrations: one text for both engines, so the words both understand alike.

use crate::{Source, below, is, none};

/// The types of the portable dialect.
const TYPES: [&str; 3] = ["text", "bigint", "bytea"];

fn portable() -> Vec<Source> {
    let mut all = below("migrations");
    all.retain(|file| {
        is(file, "sql")
            && !file.path.ends_with(".sqlite.sql")
            && !file.path.ends_with(".postgres.sql")
    });
    assert!(all.len() > 3, "the migrations were found");
    all
}

/// The statements of a migration without what is said about them.
fn statements(file: &Source) -> String {
    let lines = file.text.lines().map(|line| {
        let said = line.find("--").unwrap_or(line.len());
        &line[..said]
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines that declare a column: inside `create table (...)`, not a constraint.
fn columns(statement: &str) -> Vec<String> {
    let Some((head, body)) = statement.split_once('(') else {
        return Vec::new();
    };
    if !head.trim_start().starts_with("create table") {
        return Vec::new();
    }
    let body = body.rsplit_once(')').map_or(body, |(body, _)| body);
    let mut depth = 0_usize;
    let mut parts = vec![String::new()];
    for letter in body.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
    }
    let constraints = ["primary", "foreign", "unique", "check", "constraint"];
    parts.retain(|part| {
        part.split_whitespace()
            .next()
            .is_some_and(|word| !constraints.iter().any(|other| word.starts_with(other)))
    });
    parts
}

#[test]
fn every_column_is_text_a_number_or_bytes() {
    let mut odd = Vec::new();
    let mut seen = 0;
    for file in portable() {
        for statement in statements(&file).split(';') {
            for column in columns(statement) {
                seen += 1;
                let kind = column
                    .split_whitespace()
                    .nth(1)
                    .unwrap_or_default()
                    .to_owned();
                if !TYPES.contains(&kind.as_str()) {
                    odd.push(format!("{}: {}", file.path, column.trim()));
                }
            }
        }
    }
    assert!(seen > 50, "the columns were found");
    none("use text, bigint or bytea", odd);
}

#[test]
fn migrations_are_written_small() {
    let mut shouting = Vec::new();
    for file in portable() {
        let quoted = |line: &str| line.contains('\'');
        for line in statements(&file).lines() {
            if line.chars().any(char::is_uppercase) && !quoted(line) {
                shouting.push(format!("{}: {}", file.path, line.trim()));
            }
        }
    }
    none("write these in small letters", shouting);
}

#[test]
fn migrations_follow_each_other_and_none_has_the_number_of_another() {
    let mut numbers: Vec<String> = portable()
        .iter()
        .filter_map(|file| file.path.strip_prefix("migrations/"))
        .filter_map(|name| name.get(..4).map(str::to_owned))
        .collect();
    let all = numbers.len();
    numbers.dedup();
    assert_eq!(
        numbers.len(),
        all,
        "two migrations share a number: {numbers:?}"
    );
    assert!(numbers.iter().all(|number| number.parse::<u16>().is_ok()));
}
