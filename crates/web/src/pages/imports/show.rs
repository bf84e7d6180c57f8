//! One import: what it would change, confirming it, and what it did.

use app::{
    action::Action,
    imports::{
        Kind,
        changes::{Changes, Item, Told},
        confirm::{ConfirmImport, Missing},
        view::{ImportView, RunStage, ViewImport, Warned},
    },
    policy::ActionSet,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{clock::london_date, id::ImportId};

use super::{
    PATH,
    together::{Stretch, together},
    words,
};
use crate::{
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
    words::{figures, list, long_date},
};

/// How many of a list a page shows; the rest are counted.
const SHOWN: usize = 400;

mod lists;

#[derive(Template)]
#[template(path = "pages/imports/show.html")]
struct ImportPage {
    frame: Frame,
    state: FormState,
    view: ImportView,
    may: ActionSet,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(import): Path<String>) -> Result<Response, Failure> {
    draw(&visit, StatusCode::OK, read(&import)?, FormState::new()).await
}

/// Stores what was shown.
///
/// # Errors
/// [`Failure`].
pub async fn confirm(
    visit: Visit,
    Path(import): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let import = read(&import)?;
    let missing = match (posted.value("missing"), posted.value("many")) {
        ("left", "yes") => Missing::ManyLeft,
        ("left", _) => Missing::Left,
        _ => Missing::Stay,
    };
    match visit.execute(ConfirmImport { import, missing }).await {
        Ok(done) => Ok(see_other(
            &format!("{PATH}/{import}"),
            Some(&words::done(done.kind, done.counts)),
        )),
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                match reason.field {
                    Some(field) => state.problem(field, reason.words),
                    None => state.problem_with_the_form(reason.words),
                }
            }
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, import, state).await
        }
        Err(other) => Err(other),
    }
}

pub(super) fn read(import: &str) -> Result<ImportId, Failure> {
    import.parse().map_err(|_| Failure::NotFound)
}

pub(super) async fn draw(
    visit: &Visit,
    status: StatusCode,
    import: ImportId,
    state: FormState,
) -> Result<Response, Failure> {
    let fetched = visit.fetch(ViewImport { import }).await?;
    let view = fetched.answer;
    let title = match view.line.stage {
        RunStage::Unread { .. } => {
            return Ok(see_other(&format!("{PATH}/{import}/headings"), None));
        }
        RunStage::Waiting { .. } => "Check before you import",
        RunStage::Done { .. } => "What was imported",
        RunStage::Undone { .. } => "Undone",
        RunStage::Dropped => "Not imported",
    };
    let frame = visit
        .frame(title)
        .section("Imports")
        .problems(state.summary());
    page_with(
        status,
        &ImportPage {
            frame,
            state,
            view,
            may: fetched.may,
        },
    )
}

impl ImportPage {
    fn kind(&self) -> Kind {
        self.view.line.kind
    }

    /// The page in one sentence.
    fn lead(&self) -> String {
        let line = &self.view.line;
        match line.stage {
            RunStage::Waiting { .. } | RunStage::Unread { .. } => words::would(line),
            RunStage::Done { .. } => words::did(line),
            RunStage::Undone { .. } => line.undone.map_or_else(String::new, words::undid),
            RunStage::Dropped => {
                "This file was erased before anybody confirmed it. Nothing of it was stored.".into()
            }
        }
    }

    /// Where the file came from.
    fn about(&self) -> String {
        let line = &self.view.line;
        let one = self.view.units.strip_suffix('s').unwrap_or("row");
        let one = if self.view.units == "entries" {
            "entry"
        } else {
            one
        };
        let kept = match line.stage {
            RunStage::Waiting { until } | RunStage::Unread { until } => {
                format!(" The file is kept until {}.", words::moment(until))
            }
            RunStage::Done { at } => format!(" Stored {}.", words::moment(at)),
            RunStage::Undone { at } => format!(" Undone {}.", words::moment(at)),
            RunStage::Dropped => String::new(),
        };
        format!(
            "{} with {}, brought in by {} on {}.{kept}",
            line.file_name,
            figures(self.view.total, one, &self.view.units),
            line.made_by,
            words::moment(line.made_at)
        )
    }

    fn is_waiting(&self) -> bool {
        matches!(self.view.line.stage, RunStage::Waiting { .. })
    }

    /// Whether this person may say what a column is.
    fn can_name(&self) -> bool {
        self.is_waiting() && self.kind().has_headings() && self.may.has(Action::PreviewImport)
    }

    /// Whether there is something to confirm, and this person may.
    fn can_confirm(&self) -> bool {
        let counts = self.view.line.counts;
        let something = !counts.unchanged() || self.can_leave();
        self.is_waiting() && something && self.may.has(Action::ImportFile)
    }

    /// Pupils may be marked as having left; staff have a last day instead.
    fn can_leave(&self) -> bool {
        let missing = self
            .view
            .changes
            .as_ref()
            .map_or(0, |all| all.missing.len());
        (self.kind() == Kind::Pupils || self.kind().is_roster()) && missing > 0
    }

    /// Until which day this person may undo it.
    fn undo_until(&self) -> Option<String> {
        let until = self.view.undo_until?;
        let may = self.may.has(Action::UndoImport);
        may.then(|| long_date(london_date(until)))
    }

    fn counted(&self, n: usize) -> String {
        words::counted(self.kind(), n)
    }

    fn button(&self) -> String {
        let counts = self.view.line.counts;
        match counts.added + counts.changed {
            0 => "Confirm".to_owned(),
            _ if self.kind().is_roster() => "Import the roster".to_owned(),
            n => format!("Import {}", self.counted(n)),
        }
    }

    fn stay(&self) -> FormState {
        if self.state.value("missing").is_empty() {
            self.state.clone().with("missing", "stay")
        } else {
            self.state.clone()
        }
    }

    fn ignored(&self) -> String {
        list(&self.view.ignored)
    }

    fn tables(&self) -> Vec<(&'static str, String, &'static str, Vec<Stretch<'_>>)> {
        let rows = |n: usize, end: &str| format!("{} {end}", figures(n, "row", "rows"));
        let refused = self.view.refused.len();
        let clashes = self.view.clashes.len();
        let was = if refused == 1 {
            "was refused"
        } else {
            "were refused"
        };
        let is = if clashes == 1 {
            "needs a person to look"
        } else {
            "need a person to look"
        };
        [
            (
                "refused",
                rows(refused, was),
                "None of these is stored. The rest of the file is not held up by them.",
                together(&self.view.refused),
            ),
            (
                "clashes",
                rows(clashes, is),
                "None of these is stored, because storing it might mix two people up.",
                together(&self.view.clashes),
            ),
        ]
        .into_iter()
        .filter(|(.., told)| !told.is_empty())
        .collect()
    }

    fn first<T>(all: &[T]) -> &[T] {
        all.get(..SHOWN).unwrap_or(all)
    }

    fn rest<T>(all: &[T]) -> usize {
        all.len().saturating_sub(SHOWN)
    }

    /// Rows that are not on the page.
    fn rows_left(all: &[Stretch<'_>]) -> u32 {
        all.iter().skip(SHOWN).map(Stretch::rows).sum()
    }

    /// "Max Patel (7A), Leah Ahmed (7B)".
    fn names(items: &[Item]) -> String {
        let named = Self::first(items).iter().map(|item| {
            if item.about.is_empty() {
                item.name.clone()
            } else {
                format!("{} ({})", item.name, item.about)
            }
        });
        let names: Vec<String> = named.collect();
        match Self::rest(items) {
            0 => list(&names),
            more => format!("{} and {more} more", names.join(", ")),
        }
    }

    fn lines(warning: &Warned) -> String {
        words::lines(warning.count, &warning.lines)
    }

    fn many(changes: &Changes) -> bool {
        changes.many_missing()
    }
}
