//! How one programme stands: what is next, who has signed, on which days
//! anybody reported.

use std::collections::BTreeSet;

use domain::{
    commitment::ReportCard,
    dates::SchoolCalendar,
    meeting::MeetingKind,
    plan::AgreedPlan,
    programme::{Programme, Stage, StageName},
    signature::{Answer, Signer},
};
use jiff::civil::Date;
use store::meetings::MeetingRow;

use crate::{
    Refusal,
    gate::Viewing,
    monitoring::there::{Register, reported},
    plans::asked,
    subject::Case,
};

/// What the next date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextDate {
    /// The first meeting.
    FirstMeeting,
    /// A review, with its week.
    Review(u8),
    /// A review that was asked for sooner.
    Early,
    /// The final meeting.
    Final,
    /// Nothing to hold: a meeting was held, and waits to be written up.
    WriteUp(MeetingKind),
}

/// How many have signed, of those who were asked: for the last version that
/// anybody was asked to sign.
pub(super) fn signed(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    versions: &[AgreedPlan],
) -> Result<Option<(usize, usize)>, Refusal> {
    let asked = versions.iter().zip(1..).find_map(|(version, earlier)| {
        let (_, people) = asked(case, version, versions.get(earlier));
        (!people.is_empty()).then_some((version, people))
    });
    let Some((version, people)) = asked else {
        return Ok(None);
    };
    let answers = store::signatures::of_plan(cx.tx(), case.programme.school, version.plan().id)?;
    let has_signed = |signer: &&Signer| {
        answers.iter().any(|answer| {
            answer.signer.person.person == signer.person.person
                && matches!(answer.answer, Answer::Signed { .. })
        })
    };
    let signed = people.iter().filter(has_signed).count();
    Ok(Some((signed, people.len())))
}

/// What comes next, on the day it is booked for or else due.
pub(super) fn next_date(
    programme: &Programme,
    meetings: &[MeetingRow],
    today: Date,
) -> Option<(NextDate, Date)> {
    if let Stage::MeetingSet { on, .. } = programme.stage {
        return Some((NextDate::FirstMeeting, on));
    }
    let name = programme.stage.name();
    if !matches!(
        name,
        StageName::Agreed | StageName::Active | StageName::FinalDue
    ) {
        return None;
    }
    let run = programme.stage.run()?;
    let (what, kind, due) = match run.next_review() {
        Some(review) if name != StageName::FinalDue => {
            let what = NextDate::Review(review.week.number());
            (what, MeetingKind::Review(review.week), review.due.on)
        }
        _ => {
            let due = run.dates.ends.due.on.max(today);
            (NextDate::Final, MeetingKind::Final, due)
        }
    };
    let next = of_kind(kind, meetings, today).map_or((what, due), |found| found.or(what));
    let asked_for = matches!(
        programme.stage,
        Stage::Active {
            concern: Some(_),
            ..
        }
    );
    let early = of_kind(MeetingKind::EarlyReview, meetings, today).filter(|_| asked_for);
    let early = early.map(|found| found.or(NextDate::Early));
    Some(early.filter(|(_, on)| *on <= next.1).unwrap_or(next))
}

/// How the meeting of a kind stands.
enum Stands {
    Booked(Date),
    Held(MeetingKind, Date),
}

impl Stands {
    fn or(self, what: NextDate) -> (NextDate, Date) {
        match self {
            Self::Booked(on) => (what, on),
            Self::Held(kind, on) => (NextDate::WriteUp(kind), on),
        }
    }
}

/// The meeting of a kind that is booked, or else the one that was held last:
/// while its review is still looked for, it only waits to be written up.
fn of_kind(kind: MeetingKind, meetings: &[MeetingRow], today: Date) -> Option<Stands> {
    let all = || {
        let mut all: Vec<&MeetingRow> = meetings.iter().filter(|row| row.kind == kind).collect();
        all.retain(|row| row.cancelled.is_none());
        all.into_iter()
    };
    let waits = |row: &&MeetingRow| row.recorded.is_none() && row.on >= today;
    let booked = all().find(waits).map(|row| Stands::Booked(row.on));
    booked.or_else(|| {
        let held = all().rfind(|row| row.on <= today);
        // An extra review can be asked for again: one that is written up is over.
        let held = held.filter(|row| row.recorded.is_none() || kind != MeetingKind::EarlyReview);
        held.map(|row| Stands::Held(kind, row.on))
    })
}

/// Days with a tick, of the days on which somebody could have ticked; none
/// where the plan asks nobody to.
pub(super) fn reported_days(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    plan: Option<&AgreedPlan>,
    calendar: &SchoolCalendar,
) -> Result<Option<(usize, usize)>, Refusal> {
    let (programme, today) = (&case.programme, cx.today());
    let (school, id) = (programme.school, programme.id);
    let card = ReportCard::of(plan.and_then(|plan| plan.plan().monitoring.as_ref()));
    let Some(run) = programme.stage.run().filter(|_| card != ReportCard::No) else {
        return Ok(None);
    };
    let ticked = store::ratings::days(cx.tx(), school, id)?;
    let said: BTreeSet<Date> = store::ratings::away(cx.tx(), school, id)?
        .into_iter()
        .filter(|(_, _, presence)| !presence.is_here())
        .map(|(on, _, _)| on)
        .collect();
    let register = Register::of_days(cx.tx(), school, (run.dates.starts, today))?;
    Ok(reported(
        &programme.stage,
        calendar,
        today,
        &ticked.into_iter().collect(),
        |day| said.contains(&day) || register.is_away(programme.pupil, day),
    ))
}
