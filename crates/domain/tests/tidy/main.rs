//! The house is tidy: what no compiler says about files, words and layers.
//!
//! Reads the repository it stands in. There are no lists of exceptions.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on must stop, loudly"
)]

mod files;
mod layers;
mod migrations;
mod words;

use std::path::{Path, PathBuf};

/// One file of the repository.
struct Source {
    /// Its path from the top, with `/`.
    path: String,
    text: String,
}

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every text file below a folder of the repository, in order.
fn below(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&top().join(folder), folder, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(folder: &Path, path: &str, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the repository") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}/{name}")
        };
        let kind = entry.file_type().expect("a kind of file");
        if kind.is_dir() {
            // Git's own files and what is built are no part of the source.
            if name != ".git" && name != "target" {
                walk(&entry.path(), &path, found);
            }
        } else if let Ok(text) = std::fs::read_to_string(entry.path()) {
            found.push(Source { path, text });
        }
    }
}

/// Every Rust file of the house.
fn rust() -> Vec<Source> {
    let mut all = below("crates");
    all.extend(below("tests"));
    all.retain(|source| is(source, "rs"));
    assert!(all.len() > 100, "the house was found");
    all
}

fn is(source: &Source, ending: &str) -> bool {
    Path::new(&source.path)
        .extension()
        .is_some_and(|end| end == ending)
}

/// Fails with every fault at once.
fn none(what: &str, faults: Vec<String>) {
    assert!(faults.is_empty(), "{what}:\n  {}", faults.join("\n  "));
}
