//! The books: pages of `docs/` that are printed from the tables of the program,
//! and held to them. No page is written here by hand but its first lines.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on must stop, loudly"
)]

mod events;
mod lifecycle;
mod permissions;

use std::path::Path;

/// Compares a book with what the program would print now, or writes it.
fn holds(name: &str, printed: &str) {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one switch of this test; the program never reads it"
    )]
    let writing = std::env::var("MAINSTAY_WRITE_BOOKS").is_ok();
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(name);
    if writing {
        std::fs::write(&file, printed).expect("the book can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    if kept == printed {
        return;
    }
    let differs = kept
        .lines()
        .zip(printed.lines())
        .position(|(kept, printed)| kept != printed)
        .unwrap_or_else(|| kept.lines().count().min(printed.lines().count()));
    panic!(
        "docs/{name} is stale from line {}: look at what changed, then run `just books` \
         (it sets MAINSTAY_WRITE_BOOKS=1)",
        differs + 1
    );
}

/// A table in Markdown.
fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|word| (*word).to_owned()).collect();
    let under: Vec<String> = head.iter().map(|_| "---".to_owned()).collect();
    let mut text = line(&head) + &line(&under);
    for row in rows {
        assert_eq!(row.len(), head.len(), "a row as wide as its table");
        text += &line(&row);
    }
    text
}

/// The first lines of every book.
fn opening(title: &str, about: &str) -> String {
    format!(
        "# {title}\n\n{about}\n\nPrinted from the program by `just books` and held to it by a test. \
         Do not edit by hand.\n"
    )
}
