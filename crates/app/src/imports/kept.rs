//! What is kept of a run when its file is gone: codes, counts and line
//! numbers. No value of any cell, and no name.

use std::collections::BTreeMap;

use intake::{headings::Named, reason::Reason, report::Report, warning::Warning};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Kind,
    changes::{Changes, Clash, Clashed, Counts, Section},
    look::Rows,
};

/// Line numbers kept of one warning: enough to look at a few.
const LINES: usize = 20;

/// The stored form of a run.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The published report, as it is.
    pub(super) report: serde_json::Value,
    refused: Vec<(u32, String)>,
    warnings: BTreeMap<String, Warned>,
    clashes: Vec<(u32, String)>,
    /// What it would change; once confirmed, what it changed.
    pub(super) counts: Counts,
    /// Of a roster, the same part by part.
    #[serde(default)]
    pub(super) parts: Vec<(String, Counts)>,
    /// What a person said of its headings.
    #[serde(default)]
    named: BTreeMap<String, String>,
    /// The SHA-256 of the file, which tells whether it is the one somebody has.
    #[serde(default)]
    pub(super) sha256: String,
    /// What undoing it did.
    #[serde(default)]
    pub(super) undone: Option<Undone>,
}

/// What undoing did, in rows of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// As they were before, or gone as they were new.
    pub back: usize,
    /// Changed or used by somebody since, and left as they are.
    pub stay: usize,
}

/// How often one warning was given, and where.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Warned {
    pub(super) count: usize,
    pub(super) lines: Vec<u32>,
}

impl Kept {
    pub(super) fn of(report: &Report, rows: &Rows, changes: &Changes, counts: Counts) -> Self {
        let mut warnings: BTreeMap<String, Warned> = BTreeMap::new();
        for (warning, line) in rows.warnings() {
            let warned = warnings.entry(warning.code().to_owned()).or_default();
            warned.count += 1;
            if warned.lines.len() < LINES {
                warned.lines.extend(line);
            }
        }
        Self {
            report: serde_json::to_value(report).unwrap_or_default(),
            refused: rows
                .refused()
                .into_iter()
                .map(|(line, reason)| (line, reason.code().to_owned()))
                .collect(),
            warnings,
            clashes: changes
                .clashes
                .iter()
                .map(|clashed| (clashed.line, clashed.clash.code().to_owned()))
                .collect(),
            counts,
            parts: parts(changes, counts),
            named: BTreeMap::new(),
            sha256: String::new(),
            undone: None,
        }
    }

    /// What is kept of a file that cannot be read before its headings are named.
    pub(super) fn unread(report: &Report) -> Self {
        Self {
            report: serde_json::to_value(report).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// With the fingerprint of its file.
    pub(super) fn fingerprinted(mut self, bytes: &[u8]) -> Self {
        self.sha256 = hex(&Sha256::digest(bytes));
        self
    }

    /// With what a person said of its headings.
    pub(super) fn named(mut self, named: &Named) -> Self {
        let pairs = named.pairs();
        self.named = pairs
            .map(|(heading, field)| (heading.to_owned(), field.to_owned()))
            .collect();
        self
    }

    /// What a person said of its headings.
    pub(super) fn headings(&self, kind: Kind) -> Named {
        let pairs = self.named.iter();
        Named::new(
            kind.read_as(),
            pairs.map(|(heading, field)| (heading.as_str(), field.as_str())),
        )
    }

    /// Whether its headings have to be named before it can be read.
    pub(super) fn is_unread(&self) -> bool {
        self.word("outcome") == intake::report::Outcome::FileRejected.code()
    }

    pub(super) fn read(stored: &str) -> Option<Self> {
        serde_json::from_str(stored).ok()
    }

    pub(super) fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Refused rows: the table, of a roster, the line and why.
    pub(super) fn refused(&self) -> Vec<(String, u32, Reason)> {
        let all = self.refused.iter();
        let all = all.filter_map(|(line, code)| Some((String::new(), *line, code.parse().ok()?)));
        all.chain(self.refused_of_tables()).collect()
    }

    fn refused_of_tables(&self) -> Vec<(String, u32, Reason)> {
        let files = self.report.get("files").and_then(|all| all.as_object());
        let rows = files.into_iter().flatten().flat_map(|(name, table)| {
            let rows = table.get("row_reasons").and_then(|rows| rows.as_array());
            let rows = rows.into_iter().flatten();
            rows.filter_map(move |row| {
                let line = u32::try_from(row.get("line")?.as_u64()?).ok()?;
                let reason = row.get("reason")?.as_str()?.parse().ok()?;
                Some((name.clone(), line, reason))
            })
        });
        rows.collect()
    }

    /// Of a roster, how many of each in each part.
    pub(super) fn parts(&self) -> Vec<(Section, Counts)> {
        let all = self.parts.iter();
        all.filter_map(|(code, counts)| Some((code.parse().ok()?, *counts)))
            .collect()
    }

    pub(super) fn clashes(&self) -> Vec<Clashed> {
        let all = self.clashes.iter();
        all.filter_map(|(line, code)| {
            Some(Clashed {
                line: *line,
                clash: code.parse::<Clash>().ok()?,
            })
        })
        .collect()
    }

    pub(super) fn warnings(&self) -> Vec<(Warning, &Warned)> {
        let all = self.warnings.iter();
        all.filter_map(|(code, warned)| Some((code.parse().ok()?, warned)))
            .collect()
    }

    /// A count of the report, such as `total` or `rejected`.
    pub(super) fn count(&self, key: &str) -> usize {
        let number = self.report.get(key).and_then(serde_json::Value::as_u64);
        number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
    }

    /// A word of the report, such as `units`.
    pub(super) fn word(&self, key: &str) -> &str {
        let word = self.report.get(key).and_then(serde_json::Value::as_str);
        word.unwrap_or_default()
    }

    /// Headings nobody read.
    pub(super) fn ignored(&self) -> Vec<String> {
        let list = self
            .report
            .get("ignored_columns")
            .and_then(|list| list.as_array());
        list.into_iter()
            .flatten()
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect()
    }
}

/// How many of each in each part, once those who left are known.
pub(super) fn parts(changes: &Changes, all: Counts) -> Vec<(String, Counts)> {
    let parts = changes.parts.iter();
    parts
        .map(|part| {
            let left = if part.of == Section::Pupils {
                all.left
            } else {
                0
            };
            (
                part.of.code().to_owned(),
                Counts {
                    left,
                    ..part.counts
                },
            )
        })
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
