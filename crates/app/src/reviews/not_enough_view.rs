//! Looking at a plan that may not be enough: whether home was spoken to, what
//! was promised and whether it happened, and what else was talked over. At any
//! week; nothing has to have gone wrong.

use std::collections::BTreeMap;

use domain::{
    commitment::Party,
    id::CommitmentId,
    outcome::Choice,
    plan::{AgreedPlan, Plan},
    programme::{NextOption, ProgrammeRef, Stage, StageName},
    review::{PromiseAnswer, adults_first},
};
use jiff::civil::Date;
use store::{
    aftercare::{self, ChosenRow},
    notes::NoteKind,
    outcomes, reviews,
    reviews::ReviewRow,
};

use super::{happened::Happened, run_of};
use crate::{Query, Refusal, action::Action, gate::Viewing, subject::Case};

/// Notes looked through for the last talk with home.
const NOTES: u32 = 60;

/// Shows it.
#[derive(Debug)]
pub struct NotEnoughView {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// Help that was promised by an adult.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Who promised it.
    pub who: String,
    /// What.
    pub text: String,
    /// What became of it over every review so far; nothing before the first.
    pub happened: Option<Happened>,
    /// What was said about it last.
    pub why: String,
}

impl Tried {
    /// Whether less than half of it has happened.
    pub fn is_short(&self) -> bool {
        self.happened.as_ref().is_some_and(Happened::is_short)
    }
}

/// What the page shows.
#[derive(Debug, Clone)]
pub struct NotEnough {
    /// What the pupil is called.
    pub pupil: String,
    /// How far the programme is.
    pub stage: StageName,
    /// Since when the next step is being chosen.
    pub since: Option<Date>,
    /// Since when a concern is open.
    pub concern: Option<Date>,
    /// The last time somebody reached home, whom, and what was said.
    pub home: Option<(Date, String, String)>,
    /// Help promised by adults.
    pub tried: Vec<Tried>,
    /// Options talked over at reviews.
    pub talked_over: Vec<NextOption>,
    /// What the meeting decided about options, and why.
    pub considered: Vec<(NextOption, Choice, String)>,
    /// Options chosen.
    pub chosen: Vec<ChosenRow>,
    /// Options not chosen, in alphabetical order: no ladder.
    pub options: Vec<NextOption>,
    /// When the head noted that the council is asked first.
    pub council: Option<Date>,
}

impl Query for NotEnoughView {
    const ACTION: Action = Action::ViewEvidence;
    type On = Case;
    type Output = NotEnough;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<NotEnough, Refusal> {
        let (school, id) = (case.programme.school, case.programme.id);
        run_of(&case)?;
        let versions = store::plans::versions(cx.tx(), school, id)?;
        let held = reviews::of_programme(cx.tx(), school, id)?;
        let ending = outcomes::newest(cx.tx(), school, id)?;
        let lens = cx.lens();
        let notes = store::notes::lately(cx.tx(), school, id, NOTES)?;
        let mut notes = lens
            .open_all(notes)
            .into_iter()
            .map(domain::sealed::Shown::into_inner);
        let home = notes.find(|note| note.kind == NoteKind::Contact);
        let chosen = aftercare::chosen(cx.tx(), school, id)?;
        let taken = |option: &&NextOption| !chosen.iter().any(|row| row.option == **option);
        let options = NextOption::ALL.iter().filter(taken).copied().collect();
        let last = ending.as_ref().map(|row| &row.typed.promises);
        let newest = versions.first().map(AgreedPlan::plan);
        Ok(NotEnough {
            pupil: case.pupil.name.called().to_owned(),
            stage: case.programme.stage.name(),
            since: match case.programme.stage {
                Stage::Escalation { since, .. } => Some(since),
                _ => None,
            },
            concern: match case.programme.stage {
                Stage::Active { concern, .. } => concern.map(|concern| concern.on),
                _ => None,
            },
            home: home.map(|note| {
                let with = note.with.unwrap_or_else(|| "home".into());
                (note.on, with, note.words.unwrap_or_default())
            }),
            tried: newest.map_or_else(Vec::new, |plan| tried(plan, &held, last)),
            talked_over: talked_over(&held),
            considered: ending.as_ref().map_or_else(Vec::new, |row| {
                let each = row.typed.considered.iter();
                each.filter_map(|one| {
                    let (option, choice) = (one.option.parse().ok()?, one.choice.parse().ok()?);
                    Some((option, choice, one.why.clone()))
                })
                .collect()
            }),
            council: ending.and_then(|row| row.confirmed?.council),
            chosen,
            options,
        })
    }
}

/// What became of each adult's promise over every review held, and the ending.
fn tried(
    plan: &Plan,
    held: &[ReviewRow],
    last: Option<&BTreeMap<String, PromiseAnswer>>,
) -> Vec<Tried> {
    let held = held.iter().filter(|row| row.held.is_some());
    let rounds: Vec<_> = held.map(|row| &row.typed.promises).chain(last).collect();
    let adults = adults_first(plan).into_iter();
    adults
        .filter(|promise| promise.party != Party::Pupil)
        .map(|promise| {
            let answers = answers_to(promise.id, &rounds);
            Tried {
                who: promise.who().to_owned(),
                text: promise.text.to_string(),
                happened: Happened::of(&answers),
                why: answers
                    .last()
                    .map_or_else(String::new, |one| one.why.clone()),
            }
        })
        .collect()
}

fn answers_to<'a>(
    promise: CommitmentId,
    rounds: &[&'a BTreeMap<String, PromiseAnswer>],
) -> Vec<&'a PromiseAnswer> {
    let written = promise.to_string();
    rounds
        .iter()
        .filter_map(|round| round.get(&written))
        .collect()
}

fn talked_over(held: &[ReviewRow]) -> Vec<NextOption> {
    let held = held.iter().filter(|row| row.held.is_some());
    let codes = held.flat_map(|row| row.typed.talked_over.iter());
    let mut found: Vec<NextOption> = codes.filter_map(|code| code.parse().ok()).collect();
    found.sort_by_key(|option| NextOption::ALL.iter().position(|one| one == option));
    found.dedup();
    found
}
