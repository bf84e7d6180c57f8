//! The walk printed: every address, everybody, and what came back, over all
//! the places of a programme together. `docs/routes.md` is held to it.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use web::routes::{self, Route};

use super::people::Is;
use crate::knock::Answer;

/// What came back, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Got {
    NotThere,
    SignIn,
    NotAllowed,
    ComesIn,
}

impl Got {
    fn of(answer: &Answer) -> Self {
        match answer.status.as_u16() {
            404 => Self::NotThere,
            403 => Self::NotAllowed,
            _ if answer.asks_to_sign_in() => Self::SignIn,
            _ => Self::ComesIn,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::NotThere => " ",
            Self::SignIn => "s",
            Self::NotAllowed => "·",
            Self::ComesIn => "●",
        }
    }
}

/// The most that anybody got at each address, at any place so far.
#[derive(Debug, Default)]
pub struct Book(BTreeMap<(String, usize), Got>);

impl Book {
    /// One answer more.
    pub fn note(&mut self, route: &Route, who: usize, answer: &Answer) {
        let got = Got::of(answer);
        let kept = self.0.entry((name(route), who)).or_insert(got);
        *kept = (*kept).max(got);
    }

    /// Everything of another walk too.
    pub fn and(&mut self, other: Self) {
        for (at, got) in other.0 {
            let kept = self.0.entry(at).or_insert(got);
            *kept = (*kept).max(got);
        }
    }

    fn table(&self, text: &mut String, which: impl Fn(Is) -> bool) {
        let all = Is::all();
        let columns: Vec<usize> = (0..all.len()).filter(|who| which(all[*who])).collect();
        let heads: Vec<String> = columns.iter().map(|who| column(all[*who])).collect();
        let _ = writeln!(text, "\n| address | {} |", heads.join(" | "));
        let _ = writeln!(text, "| --- |{}", " :-: |".repeat(heads.len()));
        for route in routes::all() {
            let name = name(&route);
            let sign = |who: &usize| {
                self.0
                    .get(&(name.clone(), *who))
                    .map_or(" ", |got| got.sign())
            };
            let cells: Vec<&str> = columns.iter().map(sign).collect();
            let _ = writeln!(text, "| `{name}` | {} |", cells.join(" | "));
        }
    }

    fn printed(&self) -> String {
        let mut text = String::from(OPENING);
        text += "\n## By what one is in the school\n";
        self.table(&mut text, |who| !matches!(who, Is::InCase(_)));
        text += "\n## By one's part in the programme\n";
        self.table(&mut text, |who| matches!(who, Is::InCase(_)));
        text
    }

    /// The book says what came back; or it is written anew.
    pub fn holds(&self) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/routes.md");
        let printed = self.printed();
        #[expect(
            clippy::disallowed_methods,
            reason = "the one switch of this test; the program never reads it"
        )]
        let writing = std::env::var("MAINSTAY_WRITE_BOOKS").is_ok();
        if writing {
            std::fs::write(&file, &printed).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        let stale = kept
            .lines()
            .zip(printed.lines())
            .find(|(kept, new)| kept != new);
        assert!(
            kept == printed,
            "docs/routes.md is stale ({stale:?}): look at what changed, then run `just books`"
        );
    }
}

const OPENING: &str = "# Who comes in where

Every address, knocked at by everybody there can be, at nine places of a programme from its draft to its aftercare.
What came back, the most at any of them:

| sign | meaning |
| :-: | --- |
| ● | came in; what is on the page is still cut to what they may read |
| · | told that it is not theirs to do |
| s | asked to sign in |
|   | not there: the same answer, to the byte, as for what never was |

Addresses that need no signing in are knocked at with a one-time word that was never given out, so they stay shut.

Printed from the walk over HTTP by `just books` and held to it by a test. Do not edit by hand.
";

fn name(route: &Route) -> String {
    format!("{} {}", route.method, route.path)
}

fn column(who: Is) -> String {
    match who {
        Is::Stranger => "stranger".into(),
        Is::Gone => "closed account".into(),
        Is::Elsewhere => "another school’s coordinator".into(),
        Is::Author => "writer of the referral".into(),
        Is::InSchool(role) => role.label().to_lowercase(),
        Is::InCase(role) => role.label().to_lowercase(),
    }
}
