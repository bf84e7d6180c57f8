//! Looking at how it ends: start against end, what became of promises, and how
//! far the judgement is.

use domain::{
    commitment::{Owner, Party},
    id::AccountId,
    indicators::Delivered,
    look_back::Round,
    meeting::MeetingKind,
    outcome::{Aftercare, EndingDraft, banner},
    programme::{ProgrammeRef, Run, Stage, StageName},
};
use jiff::civil::Date;
use store::{
    meetings::MeetingRow,
    outcomes::{self, ConfirmedRow, EndingState},
};

use super::{
    days, figures,
    kept::{self, PromiseKept},
    view::{PromiseLine, TargetLine, promises, targets},
};
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    look_back::{self, Voices},
    meetings,
    subject::Case,
};

/// Shows how it ends to those who run the programme.
#[derive(Debug)]
pub struct OutcomeView {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// How it ends, as its page shows it.
#[derive(Debug, Clone)]
pub struct OutcomeShown {
    /// What the pupil is called.
    pub pupil: String,
    /// How far the programme is.
    pub stage: StageName,
    /// The planned end.
    pub ends_on: Date,
    /// Targets, with the figures before the plan and now.
    pub targets: Vec<TargetLine>,
    /// Promises, adults first.
    pub promises: Vec<PromiseLine>,
    /// Every promise over the whole programme, adults first.
    pub kept: Vec<PromiseKept>,
    /// "83%": how far adults kept their promises so far, each weighing the same.
    pub delivered: String,
    /// The same by side, where a side promised anything.
    pub sides: Vec<(Party, String)>,
    /// Meetings that were held, of those the plan had up to now.
    pub meetings: (usize, usize),
    /// What stands on the page when support was not delivered.
    pub banner: Option<&'static str>,
    /// What people said beforehand.
    pub voices: Voices,
    /// Everyone taking part.
    pub people: Vec<Owner>,
    /// The adults among them, who can carry something on.
    pub adults: Vec<Owner>,
    /// What was typed so far, or proposed.
    pub typed: EndingDraft,
    /// Which ending of this programme it is, from 1; 0 before anything is kept.
    pub number: u32,
    /// How far it is.
    pub state: EndingState,
    /// The revision to send back.
    pub revision: i64,
    /// Who wrote it.
    pub by: Option<String>,
    /// Their account.
    pub by_account: Option<AccountId>,
    /// The days on which somebody looks in, if the head confirms a success today.
    pub look_in: Vec<Date>,
    /// When it was proposed.
    pub proposed: Option<Date>,
    /// Why the head sent it back.
    pub returned: Option<String>,
    /// What the head added.
    pub confirmed: Option<ConfirmedRow>,
}

impl Query for OutcomeView {
    const ACTION: Action = Action::ViewEvidence;
    type On = Case;
    type Output = OutcomeShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<OutcomeShown, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let run = super::run_of(&case)?;
        let all = store::plans::versions(cx.tx(), school, id)?;
        let newest = outcomes::newest(cx.tx(), school, id)?;
        // Once it came to an end again, the last ending is history.
        let again = matches!(
            case.programme.stage,
            Stage::Active { .. } | Stage::FinalDue { .. }
        );
        let row = newest.filter(|row| !(again && row.state == EndingState::Confirmed));
        let of_row = |plan: &&domain::plan::AgreedPlan| {
            row.as_ref().is_none_or(|row| {
                row.state != EndingState::Confirmed || row.version == plan.plan().version
            })
        };
        let plan = all.iter().find(of_row).ok_or(Refusal::NotFound)?.plan();
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let record = figures::recorded(cx.tx(), &case)?;
        let until = row.as_ref().and_then(|row| row.proposed).unwrap_or(today);
        let figures = figures::start_to_end(&record, plan, (&run.dates, until));
        let around = days::Around {
            run: &run,
            versions: &all,
            calendar: &calendar,
            before: &record.before,
            ticks: &record.ticks,
            rewards: &record.rewards,
            until,
        };
        let mut rounds = kept::rounds(cx.tx(), &case, &all)?;
        if let Some(row) = &row {
            rounds.push(kept::Round::of_ending(&row.typed, plan));
        }
        let delivered = Delivered::of(kept::settled(&rounds));
        let before = (Round::of(MeetingKind::Final, &run), plan);
        let voices = look_back::told::voices(cx, &case, before)?;
        let by = match &row {
            None => None,
            Some(row) => store::accounts::find(cx.tx(), school, row.by)?.map(|found| found.name),
        };
        let meetings = held(&case.meetings(cx.tx())?, &run, until);
        Ok(OutcomeShown {
            meetings,
            voices,
            pupil: case.pupil.name.called().to_owned(),
            stage: case.programme.stage.name(),
            ends_on: run.dates.ends.due.on,
            targets: targets(plan, &figures, &around),
            promises: promises(plan),
            kept: kept::each(&rounds, plan),
            delivered: delivered.by_adults().words().unwrap_or_default(),
            sides: sides(&delivered),
            banner: banner(&delivered).filter(|_| !delivered.is_empty()),
            people: meetings::owners(&case),
            adults: meetings::adults(&case),
            number: row
                .as_ref()
                .map_or(0, |row| u32::try_from(row.n).unwrap_or_default()),
            state: row.as_ref().map_or(EndingState::Written, |row| row.state),
            revision: row.as_ref().map_or(0, |row| row.revision),
            by,
            by_account: row.as_ref().map(|row| row.by),
            look_in: Aftercare::check_dates(today, &case.programme.template.timers, &calendar)
                .unwrap_or_default(),
            proposed: row.as_ref().and_then(|row| row.proposed),
            returned: row.as_ref().and_then(|row| row.returned.clone()),
            confirmed: row.as_ref().and_then(|row| row.confirmed.clone()),
            typed: row.map(|row| row.typed).unwrap_or_default(),
        })
    }
}

/// The first meeting, each review and the last: how many were held, of how many
/// whose day has come.
fn held(all: &[MeetingRow], run: &Run, until: Date) -> (usize, usize) {
    let reviews = run.dates.reviews.iter();
    let reviews = reviews.map(|one| (MeetingKind::Review(one.week), one.due.on));
    let first = (MeetingKind::Initial, run.dates.starts);
    let last = (MeetingKind::Final, run.dates.ends.due.on);
    let due = std::iter::once(first).chain(reviews).chain([last]);
    let due: Vec<MeetingKind> = due
        .filter(|(_, on)| *on <= until)
        .map(|(kind, _)| kind)
        .collect();
    let was_held = |kind: &&MeetingKind| {
        let same = |row: &&MeetingRow| row.kind == **kind && row.cancelled.is_none();
        all.iter().filter(same).any(|row| row.recorded.is_some())
    };
    (due.iter().filter(was_held).count(), due.len())
}

fn sides(delivered: &Delivered) -> Vec<(Party, String)> {
    let each = Party::ALL.iter().filter(|party| party.is_adult());
    each.filter_map(|party| Some((*party, delivered.by(*party).words()?)))
        .collect()
}
