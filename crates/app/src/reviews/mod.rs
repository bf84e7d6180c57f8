//! Reviews and the end: settling a review, stopping and starting the clock, the
//! judgement, and what comes after. Every move from the running plan on.

pub mod after;
pub mod after_view;
pub mod again;
pub mod concern;
pub mod confirm;
pub mod correct;
pub(crate) mod dates;
pub(crate) mod days;
mod figures;
pub mod finish;
pub mod happened;
mod kept;
pub mod leave;
pub mod moves_view;
mod next_plan;
pub mod not_enough_view;
pub mod outcome_view;
pub mod own;
pub mod own_ending;
pub mod own_parts;
pub mod pause;
pub mod propose;
pub mod record;
mod second;
#[cfg(test)]
mod tests;
pub mod view;

use domain::{
    id::PersonId,
    programme::{Moved, Programme, Run},
    text::{Line, Prose},
};
use jiff::civil::Date;
use store::programmes;

pub use crate::meetings::record::Progress;
pub(crate) use dates::rhythm;
pub use days::{StepDays, StepSpan, TargetDays};
pub use evidence::StepPrompt;
pub use kept::PromiseKept;
pub use store::{
    aftercare::ChosenRow,
    outcomes::{ConfirmedRow, EndingState},
};

use crate::{Identity, Refusal, gate::Granted, programmes::settle::settle, subject::Case};

/// Saves a move and gives the programme back as it is stored, ready for the
/// next move of the same verb.
fn settled(cx: &mut Granted<'_, '_>, moved: Moved) -> Result<Programme, Refusal> {
    let (saved, _) = settle(cx, moved)?;
    programmes::by_id(cx.tx(), saved.school, saved.id)?.ok_or(Refusal::NotFound)
}

/// The plan and its dates.
fn run_of(case: &Case) -> Result<Run, Refusal> {
    let run = case.programme.stage.run().cloned();
    run.ok_or_else(|| Refusal::rule("This programme has no plan yet"))
}

/// Words that must be there, under their field's name.
fn words<const MAX: usize>(field: &str, typed: &str, ask: &str) -> Result<Prose<MAX>, Refusal> {
    Prose::new(typed).map_err(|problem| Refusal::field(field, asked(problem, ask)))
}

/// A line that may be blank, under its field's name.
fn maybe_line<const MAX: usize>(field: &str, typed: &str) -> Result<Option<Line<MAX>>, Refusal> {
    Line::optional(typed).map_err(|problem| Refusal::field(field, asked(problem, "")))
}

fn asked(problem: domain::text::TextProblem, ask: &str) -> String {
    match problem {
        domain::text::TextProblem::Empty => ask.to_owned(),
        domain::text::TextProblem::TooLong { max, .. } => format!("Use {max} characters or fewer"),
    }
}

/// A code chosen from a list, under its field's name.
fn chosen<T: std::str::FromStr>(field: &str, typed: &str, ask: &str) -> Result<T, Refusal> {
    typed.parse().map_err(|_| Refusal::field(field, ask))
}

/// A day, as 2026-11-10, under its field's name.
fn day(field: &str, typed: &str, ask: &str) -> Result<Date, Refusal> {
    let typed = typed.trim();
    typed.parse().map_err(|_| Refusal::field(field, ask))
}

/// A day that has come, or today.
fn day_past(field: &str, typed: &str, today: Date, ask: &str) -> Result<Date, Refusal> {
    match day(field, typed, ask)? {
        on if on <= today => Ok(on),
        _ => Err(Refusal::field(field, "Choose today, or a day before")),
    }
}

/// Someone with an account as the record of an ending names them: by their
/// account, so that one person is one person whatever part they take.
fn as_owner(account: domain::id::AccountId, name: &str) -> Option<domain::commitment::Owner> {
    Some(domain::commitment::Owner {
        person: PersonId::new(account.uuid()),
        name: Line::new(name).ok()?,
    })
}

fn me_as_owner(me: &Identity) -> Result<domain::commitment::Owner, Refusal> {
    as_owner(me.account, &me.name).ok_or(Refusal::NotFound)
}
