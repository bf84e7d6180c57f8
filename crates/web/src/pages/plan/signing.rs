//! The list of people and their parts: who has signed, and what the others said.

use app::plans::view::{AgreedView, SigningLine, Whose};
use domain::{
    commitment::Party,
    signature::{Answer, Method},
};

use crate::{
    components::Initials,
    pages::case_band::{stands, who},
    words,
};

/// Everyone who is asked, for the page.
pub(crate) struct Signing {
    pub heading: String,
    pub count: String,
    pub lines: Vec<Line>,
    /// What a form sends back: the version and the hash that were shown.
    pub version: u32,
    pub hash: String,
}

/// One person.
pub(crate) struct Line {
    pub id: String,
    pub initials: Initials,
    pub name: String,
    pub part: String,
    pub stand: Stand,
    pub whose: Whose,
}

/// How a person's line stands.
pub(crate) enum Stand {
    /// The name as they typed it, and when; or how they said yes.
    Signed { name: Option<String>, words: String },
    /// Nothing yet, a refusal, or attempts.
    Open { words: String },
}

impl Line {
    pub fn is_mine(&self) -> bool {
        self.whose == Whose::Mine
    }

    pub fn is_open(&self) -> bool {
        matches!(self.stand, Stand::Open { .. })
    }
}

impl Signing {
    /// The list of one version.
    pub fn of(view: &AgreedView) -> Self {
        Self::with(&view.signing, view.plan.version.number(), &view.hash)
    }

    /// The list of what has no versions: a review, or an ending.
    pub fn of_paper(lines: &[SigningLine], hash: domain::signature::WordsHash) -> Self {
        Self::with(lines, 0, &hash)
    }

    fn with(lines: &[SigningLine], version: u32, hash: &domain::plan::PlanHash) -> Self {
        let lines: Vec<Line> = lines.iter().map(line).collect();
        let people = lines.len();
        let signed = lines.iter().filter(|line| !line.is_open()).count();
        Self {
            heading: words::capital(&format!(
                "{}, {}",
                words::count(people, "person", "people"),
                words::count(people, "part", "parts")
            )),
            count: format!("{signed} signed, {} to go", people - signed),
            lines,
            version,
            hash: hash.to_string(),
        }
    }
}

fn line(line: &SigningLine) -> Line {
    let name = line.person.name.as_str();
    let part = if line.promises.is_empty() {
        String::new()
    } else {
        format!("{}.", words::capital(&line.promises.join(". ")))
    };
    Line {
        id: line.person.person.to_string(),
        initials: Initials::of(name, stands(Party::from(line.role))),
        name: who(name, line.note.as_deref(), line.role),
        part,
        stand: stand(line),
        whose: line.whose,
    }
}

fn stand(line: &SigningLine) -> Stand {
    let day = |at| words::long_date(domain::clock::london_date(at));
    match &line.answer {
        Some(Answer::Signed { method, at }) => match method {
            Method::Typed { name } => Stand::Signed {
                name: Some(name.to_string()),
                words: format!("Signed {}", day(*at)),
            },
            Method::Here { name, held_by } => Stand::Signed {
                name: Some(name.to_string()),
                words: format!("Signed {} on {}’s screen", day(*at), held_by.name),
            },
            Method::Verbal { witness } => Stand::Signed {
                name: None,
                words: format!("Said yes on {}. {} heard it.", day(*at), witness.name),
            },
            Method::Paper { kept_by } => Stand::Signed {
                name: None,
                words: format!("Signed on paper. {} has it.", kept_by.name),
            },
        },
        Some(Answer::Refused { reason, at }) => Stand::Open {
            words: format!("Chose not to sign on {}: “{reason}”", day(*at)),
        },
        Some(Answer::Unable { reason, .. }) => Stand::Open {
            words: format!("Could not sign: {reason}"),
        },
        Some(Answer::Absent { .. }) | None => Stand::Open {
            words: attempts(line),
        },
    }
}

fn attempts(line: &SigningLine) -> String {
    if line.attempts.is_empty() {
        return "Not signed yet".into();
    }
    let made = line.attempts.iter().map(|one| {
        let how = one.by.label().to_lowercase();
        format!("{how}, {}", words::day_month(one.on))
    });
    let made: Vec<String> = made.collect();
    format!("No answer yet. Asked: {}.", made.join("; "))
}
