//! What a coordinator adds: a line on a theme, up to five points to talk about,
//! and what to have in mind when everyone meets, which stays with staff.

use domain::{
    event::Event,
    programme::ProgrammeRef,
    text::{Prose, TextProblem},
};
use forms::Theme;
use store::told_notes::{self, ToldNote};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Points to talk about, at most.
pub const MOST_POINTS: usize = 5;
const HANDLING: &str = "handling";

/// What the coordinator added.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// A line on a theme.
    pub themes: Vec<(Theme, String)>,
    /// What to talk about, in order.
    pub points: Vec<String>,
    /// What to have in mind; staff alone read it.
    pub handling: String,
    /// For optimistic locking; 0 before any.
    pub revision: u32,
}

// What is written about a child must not reach a log.
impl std::fmt::Debug for Notes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Notes({})", self.revision)
    }
}

impl Notes {
    pub(super) fn read(all: Vec<ToldNote>, revision: u32) -> Self {
        let mut notes = Self {
            revision,
            ..Self::default()
        };
        for note in all.into_iter().filter(|note| !note.words.is_empty()) {
            let theme = Theme::ALL.iter().find(|theme| theme.code() == note.place);
            match (note.place.as_str(), theme) {
                (_, Some(theme)) => notes.themes.push((*theme, note.words)),
                (HANDLING, _) => notes.handling = note.words,
                _ => notes.points.push(note.words),
            }
        }
        notes
    }

    /// The line on a theme.
    pub fn on(&self, theme: Theme) -> Option<&str> {
        let found = self.themes.iter().find(|(one, _)| *one == theme);
        found.map(|(_, words)| words.as_str())
    }
}

/// Writes them as typed.
#[derive(Clone)]
pub struct NoteTold {
    /// The programme.
    pub programme: ProgrammeRef,
    /// A line on each theme; empty for none.
    pub themes: Vec<(Theme, String)>,
    /// What to talk about; empty lines are left out.
    pub points: Vec<String>,
    /// What to have in mind.
    pub handling: String,
    /// The revision they were drawn from.
    pub revision: u32,
}

impl std::fmt::Debug for NoteTold {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NoteTold({})", self.programme)
    }
}

/// The revision they then stand at.
pub type Noted = u32;

impl Command for NoteTold {
    const ACTION: Action = Action::NoteTold;
    type On = Case;
    type Output = Noted;

    fn on(&self) -> ProgrammeRef {
        self.programme.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Noted>, Refusal> {
        let rows = self.rows()?;
        let (school, programme) = (cx.school()?, case.programme.id);
        let (stored, revision) = told_notes::of_programme(cx.tx(), school, programme)?;
        if revision != self.revision {
            return Err(Refusal::Conflict);
        }
        let words = |place: &str| stored.iter().find(|note| note.place == place);
        let changed: Vec<ToldNote> = rows
            .into_iter()
            .filter(|row| words(&row.place).map_or(!row.words.is_empty(), |was| was != row))
            .collect();
        if changed.is_empty() {
            return Ok(cx.unchanged(revision));
        }
        let (version, by, at) = (revision + 1, cx.person()?.account, cx.now());
        told_notes::put(cx.tx(), (school, programme), &changed, version, (by, at))?;
        Ok(cx.record(Event::ToldNoted { programme, version }, version))
    }
}

impl NoteTold {
    fn rows(&self) -> Result<Vec<ToldNote>, Refusal> {
        let mut rows = Vec::new();
        let mut problems = Vec::new();
        let mut take = |place: String, field: String, words: &str, fits: bool, most: usize| {
            if fits {
                let words = words.trim().to_owned();
                rows.push(ToldNote { place, words });
            } else {
                problems.push((field, format!("Use {most} characters or fewer")));
            }
        };
        for (theme, words) in &self.themes {
            let place = theme.code().to_owned();
            let fits = fits::<300>(words);
            take(place.clone(), place, words, fits, 300);
        }
        let points = self.points.iter().filter(|words| !words.trim().is_empty());
        let points: Vec<&String> = points.take(MOST_POINTS).collect();
        for at in 0..MOST_POINTS {
            let words = points.get(at).map_or("", |words| words.as_str());
            let place = format!("point-{}", at + 1);
            take(place.clone(), place, words, fits::<150>(words), 150);
        }
        let fits = fits::<300>(&self.handling);
        take(HANDLING.into(), HANDLING.into(), &self.handling, fits, 300);
        if problems.is_empty() {
            Ok(rows)
        } else {
            Err(Refusal::fields(problems))
        }
    }
}

fn fits<const MOST: usize>(words: &str) -> bool {
    let read: Result<Prose<MOST>, TextProblem> = Prose::new(words);
    words.trim().is_empty() || read.is_ok()
}
