//! Everything about every open programme of the school, a statement each, and
//! one programme put together from it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    commitment::ReportCard,
    dates::{Schedule, SchoolCalendar},
    id::{ProgrammeId, TargetId},
    plan::{AgreedPlan, Plan},
};
use jiff::{ToSpan as _, civil::Date};
use store::{
    meetings::MeetingRow,
    programmes::Line,
    ratings::{self, DayCount},
};

use super::{TodayCase, answers, targets::Around};
use crate::{
    Refusal,
    gate::Viewing,
    monitoring::there::{Register, reported},
};

/// Days back to look for a meeting that was never written up.
const LOOK_BACK: i32 = 90;

/// Everything about every open programme of the school, a statement each.
pub(super) struct Facts {
    plans: BTreeMap<ProgrammeId, Plan>,
    versions: BTreeMap<ProgrammeId, Vec<AgreedPlan>>,
    days: BTreeMap<ProgrammeId, Vec<DayCount>>,
    contacts: BTreeMap<ProgrammeId, Date>,
    meetings: BTreeMap<ProgrammeId, MeetingRow>,
    unwritten: BTreeMap<ProgrammeId, MeetingRow>,
    finals: BTreeMap<ProgrammeId, Date>,
    answers: BTreeMap<ProgrammeId, (usize, usize)>,
    waiting: BTreeMap<ProgrammeId, Vec<(Date, Date)>>,
    today: BTreeMap<ProgrammeId, usize>,
    said_away: BTreeSet<(ProgrammeId, Date)>,
    register: Register,
}

impl Facts {
    pub(super) fn gather(
        cx: &mut Viewing<'_, '_>,
        school: domain::id::SchoolId,
        today: Date,
    ) -> Result<Self, Refusal> {
        let waiting = store::asks::waiting(cx.tx(), school, today)?;
        let plans = store::caseload::plans_in_force(cx.tx(), school)?;
        let mut versions: BTreeMap<ProgrammeId, Vec<AgreedPlan>> = BTreeMap::new();
        for (id, version) in store::caseload::versions_running(cx.tx(), school)? {
            versions.entry(id).or_default().push(version);
        }
        let mut days: BTreeMap<ProgrammeId, Vec<DayCount>> = BTreeMap::new();
        for count in ratings::day_counts(cx.tx(), school)? {
            days.entry(count.programme).or_default().push(count);
        }
        let since = today.checked_sub(LOOK_BACK.days()).unwrap_or(today);
        let (mut meetings, mut unwritten) = (BTreeMap::new(), BTreeMap::new());
        for meeting in store::caseload::meetings_coming(cx.tx(), school, since)? {
            if meeting.on < today {
                unwritten.insert(meeting.programme, meeting);
            } else {
                meetings.entry(meeting.programme).or_insert(meeting);
            }
        }
        let mut lessons: BTreeMap<ProgrammeId, Vec<domain::rating::Period>> = BTreeMap::new();
        for (programme, tick) in ratings::of_day(cx.tx(), school, today)? {
            let seen = lessons.entry(programme).or_default();
            if !seen.contains(&tick.period) {
                seen.push(tick.period);
            }
        }
        let said_away = ratings::days_away(cx.tx(), school)?.into_iter().collect();
        let year = today.checked_sub(1.year()).unwrap_or(today);
        Ok(Self {
            said_away,
            versions,
            waiting: answers::by_programme(waiting),
            register: Register::of_days(cx.tx(), school, (year, today))?,
            plans: plans
                .into_iter()
                .map(|(id, agreed)| (id, agreed.plan().clone()))
                .collect(),
            days,
            contacts: store::notes::last_contacts(cx.tx(), school)?
                .into_iter()
                .collect(),
            meetings,
            unwritten,
            finals: store::caseload::finals_held(cx.tx(), school)?
                .into_iter()
                .collect(),
            answers: store::asks::counted_all(cx.tx(), school)?
                .into_iter()
                .collect(),
            today: lessons
                .into_iter()
                .map(|(id, seen)| (id, seen.len()))
                .collect(),
        })
    }

    pub(super) fn case(&self, line: Line, calendar: &SchoolCalendar, today: Date) -> TodayCase {
        let id = line.programme.id;
        let run = line.programme.stage.run();
        let place = run.and_then(|run| {
            let rhythm = crate::reviews::rhythm(&line.programme, run).ok()?;
            Schedule::compute(&rhythm, run.dates.starts, &run.pauses, calendar)
                .ok()
                .map(|schedule| schedule.place_on(today))
        });
        let mut days: BTreeMap<TargetId, Vec<DayCount>> = BTreeMap::new();
        let mut ticked: BTreeSet<Date> = BTreeSet::new();
        for count in self.days.get(&id).into_iter().flatten() {
            days.entry(count.target).or_default().push(count.clone());
            ticked.insert(count.on);
        }
        let (stage, pupil) = (&line.programme.stage, line.programme.pupil);
        let plan = self.plans.get(&id);
        let card = ReportCard::of(plan.and_then(|plan| plan.monitoring.as_ref()));
        let away = |day| self.said_away.contains(&(id, day)) || self.register.is_away(pupil, day);
        let reports = reported(stage, calendar, today, &ticked, away);
        let more = run.and_then(|run| run.extended);
        let length = line.programme.template.rhythm.length().number();
        let held = self.finals.get(&id).copied();
        let versions = self.versions.get(&id).map_or(&[][..], Vec::as_slice);
        let targets = match (plan, run) {
            (Some(plan), Some(run)) if !versions.is_empty() => Around {
                run,
                plan,
                versions,
                calendar,
                today,
            }
            .news(&days, &away, card),
            _ => Vec::new(),
        };
        let waiting = self.waiting.get(&id).map_or(&[][..], Vec::as_slice);
        let around = answers::Around {
            timers: &line.programme.template.timers,
            calendar,
            today,
        };
        let chase = answers::chase(waiting, around);
        TodayCase {
            against_end: line.programme.against_end(held, calendar, today),
            length: length + more.map_or(0, domain::dates::Weeks::number),
            plan: plan.cloned(),
            place,
            days,
            targets,
            reports: reports.filter(|_| card != ReportCard::No),
            away_today: away(today),
            contact: self.contacts.get(&id).copied(),
            meeting: self.meetings.get(&id).cloned(),
            unwritten: self.unwritten.get(&id).cloned(),
            answers: self.answers.get(&id).copied().unwrap_or_default(),
            chase,
            today: self.today.get(&id).copied().unwrap_or_default(),
            line,
        }
    }
}
