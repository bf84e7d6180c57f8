//! The programmes a pupil, somebody at home or somebody from outside takes part
//! in, with only what is theirs: their copy of the plan, their promises, and
//! when everyone meets. Nothing here says how to reach anybody.

mod week;

use domain::{
    account::{CaseRole, CaseRoles},
    contact::Standing,
    dates::Place,
    document::{DocumentKind, HomeReads},
    id::{AskId, PersonId},
    meeting::MeetingKind,
    programme::{ProgrammeRef, StageName},
    sealed::Sealed,
};
use jiff::civil::{Date, Time};

pub use week::{DaySeen, GoodKind, GoodThing, MyWeek};

use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    plans::view::{self, AgreedView, Whose},
    reviews::{own, own_ending},
    subject::{Case, OwnAccount, Subject},
};

/// The programmes I am part of, and not as staff.
#[derive(Debug, Clone, Copy)]
pub struct MyProgrammes;

/// One programme as somebody outside the staff sees it.
#[derive(Debug, Clone)]
pub struct MyProgramme {
    /// Which.
    pub reference: ProgrammeRef,
    /// What the pupil is called: "Rowan", and to people from outside "Rowan T".
    pub pupil: String,
    /// What they are in it.
    pub role: CaseRole,
    /// Its stage.
    pub stage: StageName,
    /// The week it is in, of how many, while it runs.
    pub week: Option<(u8, u8)>,
    /// Their own copy of the plan.
    pub plan: MyPlan,
    /// What they promised, each as a sentence without who.
    pub promises: Vec<String>,
    /// The pupil's own answers, where they agree that home reads what they shared.
    pub shared: Option<AskId>,
    /// Meetings to come, soonest first. None for somebody who is not to know
    /// when and where the others meet.
    pub meetings: Vec<MyMeeting>,
    /// What they may be told, when they are family.
    pub standing: Standing,
    /// The review that was held last: what it was, and when.
    pub review: Option<(MeetingKind, Date)>,
    /// When it came to its end, once the head has confirmed it.
    pub ended: Option<Date>,
    /// When the key worker and the pupil met last, for whoever may read of it.
    pub met: Option<Date>,
    /// Since when an extra review is asked for, if one is.
    pub extra: Option<Date>,
    /// What the last school days brought, while the plan runs.
    pub lately: MyWeek,
}

/// How somebody's copy of the plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MyPlan {
    /// There is none yet, or none for them to read.
    NotYet,
    /// It is theirs to read.
    ToRead,
    /// It waits for their signature.
    ToSign,
}

/// A meeting to come.
#[derive(Debug, Clone)]
pub struct MyMeeting {
    /// Which one.
    pub kind: MeetingKind,
    /// The day.
    pub on: Date,
    /// When it begins.
    pub from: Time,
    /// Where; nothing when it is by video.
    pub room: Option<String>,
}

const NOT_STAFF: CaseRoles = CaseRoles::FAMILY
    .and(CaseRoles::OUTSIDE)
    .with(CaseRole::Pupil);

impl Query for MyProgrammes {
    const ACTION: Action = Action::ViewAsked;
    type On = OwnAccount;
    type Output = Vec<MyProgramme>;

    fn on(&self) {}

    fn run(self, me: OwnAccount, cx: &mut Viewing<'_, '_>) -> Result<Vec<MyProgramme>, Refusal> {
        let (school, account, today) = (cx.school()?, me.0.id, cx.today());
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let mut mine = Vec::new();
        for line in store::programmes::related(cx.tx(), school, account)? {
            let (who, reference) = (cx.actor().clone(), line.programme.reference.clone());
            let Some((case, facts)) = Case::load(cx.tx(), &who, reference, today)? else {
                continue;
            };
            let visible = case.programme.stage.name().is_family_visible();
            let part = facts.case.iter().find(|role| NOT_STAFF.has(*role));
            let (Some(role), true) = (part, visible) else {
                continue;
            };
            let week = view_week(&case, &calendar, today);
            mine.push(one(cx, &case, role, week, &facts)?);
        }
        Ok(mine)
    }
}

fn one(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    role: CaseRole,
    week: Option<(u8, u8)>,
    facts: &crate::policy::Facts,
) -> Result<MyProgramme, Refusal> {
    let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
    let me = cx.person()?.clone();
    let parts: Vec<PersonId> = case.as_person(&me).map(|person| person.id).collect();
    let mut versions = store::plans::versions(cx.tx(), school, id)?.into_iter();
    let (newest, before) = (versions.next(), versions.next());
    let (mut plan, mut promises, mut targets) = (MyPlan::NotYet, Vec::new(), Vec::new());
    if let Some(newest) = newest {
        let own = newest.plan().commitments.iter();
        let own = own.filter(|promise| parts.contains(&promise.owner.person));
        promises = own
            .map(|promise| format!("{}, {}", promise.text, promise.how_often))
            .collect();
        let open = newest.plan().open_targets();
        targets = open
            .map(|target| (target.id, target.short_name.to_string()))
            .collect();
        let answers = store::signatures::of_plan(cx.tx(), school, newest.plan().id)?;
        let whole = view::agreed(case, Some(&me), (&newest, before.as_ref()), &answers);
        let lens = cx.lens_for(case, facts);
        let reads = CaseRoles::OUTSIDE.has(role);
        let shown = lens
            .open(Sealed::new("D29", None, whole))
            .filter(|_| !reads);
        plan = shown.map_or(MyPlan::NotYet, |shown| standing(shown.get(), case));
    }
    let shared = shared(cx, case, role)?;
    let all = case.meetings(cx.tx())?;
    let copies = !CaseRoles::OUTSIDE.has(role);
    let review = if copies {
        reviewed(cx, case, &all)?
    } else {
        None
    };
    let runs = matches!(
        case.programme.stage.name(),
        StageName::Active | StageName::FinalDue | StageName::Paused
    );
    let lately = if copies && runs {
        week::of(cx, case, facts, &targets)?
    } else {
        MyWeek::default()
    };
    let ended = if copies { ended(cx, case)? } else { None };
    let met = week::met(cx, case, facts)?;
    let to_come = all.into_iter();
    let shown = case.reader.is_shown_meetings();
    let to_come = to_come.filter(|_| shown);
    let to_come =
        to_come.filter(|row| row.cancelled.is_none() && row.recorded.is_none() && row.on >= today);
    Ok(MyProgramme {
        reference: case.programme.reference.clone(),
        pupil: called(case, role),
        role,
        stage: case.programme.stage.name(),
        week,
        plan,
        promises,
        shared,
        standing: case.reader,
        review,
        ended,
        lately,
        met,
        extra: week::extra(case).filter(|_| copies),
        meetings: to_come
            .map(|row| MyMeeting {
                kind: row.kind,
                on: row.on,
                from: row.from,
                room: row.room,
            })
            .collect(),
    })
}

/// The review that was held last: what it was, and when.
fn reviewed(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    all: &[store::meetings::MeetingRow],
) -> Result<Option<(MeetingKind, Date)>, Refusal> {
    let (school, id) = (case.programme.school, case.programme.id);
    let reviews = store::reviews::of_programme(cx.tx(), school, id)?;
    Ok(own::newest(&reviews).and_then(|row| {
        let meeting = all.iter().find(|one| one.id == row.meeting)?;
        Some((meeting.kind, row.held?))
    }))
}

/// When it came to its end, once the head has confirmed it.
fn ended(cx: &mut Viewing<'_, '_>, case: &Case) -> Result<Option<Date>, Refusal> {
    let (school, id) = (case.programme.school, case.programme.id);
    let ending = store::outcomes::newest(cx.tx(), school, id)?;
    let over = ending.filter(|row| own_ending::is_over(case, row));
    Ok(over.and_then(|row| Some(row.confirmed?.on)))
}

/// The pupil's answers that somebody at home may read, newest first.
fn shared(cx: &mut Viewing<'_, '_>, case: &Case, role: CaseRole) -> Result<Option<AskId>, Refusal> {
    if !CaseRoles::FAMILY.has(role) {
        return Ok(None);
    }
    let (school, id) = (case.programme.school, case.programme.id);
    let pupils = |ask: &store::asks::AskRow| {
        let of_pupil = matches!(
            ask.document,
            DocumentKind::PupilPrimary | DocumentKind::PupilSecondary
        );
        of_pupil && ask.sent.is_some()
    };
    let asks = store::asks::of_programme(cx.tx(), school, id)?;
    for ask in asks.iter().rev().filter(|ask| pupils(ask)) {
        let says = store::answers::home_reads(cx.tx(), school, ask.id)?;
        if says == Some(HomeReads::Yes) {
            return Ok(Some(ask.id));
        }
    }
    Ok(None)
}

/// A name as much as somebody may know it: people from outside learn the first
/// name and a letter.
fn called(case: &Case, role: CaseRole) -> String {
    let called = case.pupil.name.called();
    let letter = case.pupil.name.family.as_str().chars().next();
    match letter {
        Some(letter) if CaseRoles::OUTSIDE.has(role) => format!("{called} {letter}"),
        _ => called.to_owned(),
    }
}

fn standing(agreed: &AgreedView, case: &Case) -> MyPlan {
    let stage = case.programme.stage.name();
    let asks = matches!(
        stage,
        StageName::Agreed | StageName::Active | StageName::FinalDue
    );
    let waits = agreed
        .signing
        .iter()
        .any(|line| line.whose == Whose::Mine && line.answer.is_none());
    if asks && waits {
        MyPlan::ToSign
    } else {
        MyPlan::ToRead
    }
}

fn view_week(
    case: &Case,
    calendar: &domain::dates::SchoolCalendar,
    today: Date,
) -> Option<(u8, u8)> {
    let rhythm = &case.programme.template.rhythm;
    let run = case.programme.stage.run()?;
    let schedule =
        domain::dates::Schedule::compute(rhythm, run.dates.starts, &run.pauses, calendar).ok()?;
    match schedule.place_on(today) {
        Place::Week(week) => Some((week.number(), rhythm.length().number())),
        _ => None,
    }
}
