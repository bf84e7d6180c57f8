//! The caseload: one row a programme, with where it is and what comes next.

use std::collections::BTreeMap;

use app::programmes::today::{TodayCase, TodayView, days_since};
use domain::{
    dates::Place,
    programme::{Stage, StageName},
    target::Target,
};
use jiff::{ToSpan as _, civil::Date};

use super::{
    contact::is_overdue,
    ending::{owed, unwritten},
};
use crate::{
    charts::{Caption, Picture, Reached, Sparkline, StepsReached},
    components::{Phrase, Tag, WeekBar},
    pages::{
        programmes::header::path,
        today::{Caseload, CaseloadPlace, CaseloadRow, NextWhen},
    },
    words,
};

/// The table of every programme, soonest date first.
pub(super) fn caseload(view: &TodayView, today: Date) -> Caseload {
    let mut cases: Vec<&TodayCase> = view.cases.iter().collect();
    cases.sort_by_key(|case| (next_on(case, view), case.line.name.full()));
    let rows: Vec<CaseloadRow> = cases
        .into_iter()
        .map(|case| row(case, view, today))
        .collect();
    let sentence = match rows.len() {
        0 => "No programmes yet.".to_owned(),
        n => format!(
            "{}, soonest date first.",
            words::figures(n, "programme", "programmes")
        ),
    };
    let mine = view.cases.iter().any(|case| view.answers_for(case));
    Caseload {
        heading: if mine || rows.is_empty() {
            "Your caseload"
        } else {
            "Every programme"
        },
        sentence,
        print: None,
        rows,
    }
}

fn next_on(case: &TodayCase, view: &TodayView) -> Date {
    next(case, view).map_or(Date::MAX, |(_, on)| on)
}

fn next(case: &TodayCase, view: &TodayView) -> Option<(String, Date)> {
    if let Some(meeting) = unwritten(case) {
        let notes = meeting.kind.label().replace("review", "notes");
        return Some((notes, owed(meeting, view)));
    }
    if let Some(meeting) = &case.meeting {
        return Some((meeting.kind.label().clone(), meeting.on));
    }
    let stage = &case.line.programme.stage;
    if let Stage::Aftercare { until, .. } = stage {
        return Some(("Aftercare ends".to_owned(), *until));
    }
    let run = stage.run().filter(|_| stage.name().is_open())?;
    Some(match run.next_review() {
        Some(review) => (
            format!("{}-week review", review.week.number()),
            review.due.on,
        ),
        None => ("Final meeting".to_owned(), run.dates.ends.due.on),
    })
}

fn row(case: &TodayCase, view: &TodayView, today: Date) -> CaseloadRow {
    let programme = &case.line.programme;
    let length = usize::from(case.length);
    let place = match (programme.stage.name(), case.place) {
        (StageName::Active | StageName::Agreed, Some(Place::Week(week))) => CaseloadPlace::Week {
            words: format!("Week {} of {length}", week.number()),
            bar: WeekBar::new(usize::from(week.number()), length),
        },
        (StageName::FinalDue, _) => CaseloadPlace::Week {
            words: "Final meeting due".to_owned(),
            bar: WeekBar::new(length, length),
        },
        (StageName::Gathering | StageName::MeetingSet, _) => CaseloadPlace::Phase {
            name: "Assess".to_owned(),
            fact: format!("{} of {} answers in", case.answers.0, case.answers.1),
        },
        (StageName::Draft, _) => CaseloadPlace::Phase {
            name: "Starting".to_owned(),
            fact: "Referral not handed in".to_owned(),
        },
        (name, _) => CaseloadPlace::Phase {
            name: name.label().to_owned(),
            fact: String::new(),
        },
    };
    // After the end nobody reports lessons any more: there is nothing to count.
    let reporting = matches!(
        programme.stage.name(),
        StageName::Active | StageName::FinalDue | StageName::Paused
    );
    let reports = case.reports.filter(|_| reporting);
    let few = reports.is_some() && case.targets.iter().any(|one| one.thin.is_some());
    let (next, next_when) = match next(case, view) {
        Some((what, on)) if on < today => (what, NextWhen::Late(late(view, on, today))),
        Some((what, on)) => (what, NextWhen::On(words::short_date(on))),
        None if programme.stage.name() == StageName::Draft => {
            ("Finish starting".to_owned(), NextWhen::On(String::new()))
        }
        None => ("Not set".to_owned(), NextWhen::On(String::new())),
    };
    CaseloadRow {
        name: case.line.name.full(),
        href: path(&programme.reference),
        form: case.line.class.clone(),
        place,
        by_week: by_week(case, view, today),
        no_weeks: match programme.stage.name() {
            StageName::Aftercare | StageName::Escalation => "The plan has ended",
            _ => "Plan not started",
        },
        steps: steps(case),
        reports: reports.map(|(in_, of)| format!("{in_} of {of}")),
        reports_tag: few.then(|| Tag::wants_attention("Low")),
        contact: contact(case, view, today),
        next,
        next_when,
    }
}

/// "1 day late", counted in school days.
fn late(view: &TodayView, due: Date, today: Date) -> String {
    words::late(usize::from(days_since(&view.calendar, due, today).number()))
}

fn contact(case: &TodayCase, view: &TodayView, today: Date) -> Phrase {
    let Some(day) = case.contact else {
        return Phrase::default().quiet("None recorded");
    };
    let days = days_since(&view.calendar, day, today);
    if is_overdue(case, days) {
        Phrase::bold(format!("{} school days ago", days.number()))
    } else {
        Phrase::new(words::recent_day(day, today))
    }
}

/// One line a target: the share of lessons with a Yes, week by week; a week
/// with too few reports is a break.
fn by_week(case: &TodayCase, view: &TodayView, today: Date) -> Vec<Picture> {
    let (Some(plan), Some(run)) = (&case.plan, case.line.programme.stage.run()) else {
        return Vec::new();
    };
    let weeks = weeks(view, run.dates.starts, today);
    plan.open_targets()
        .enumerate()
        .map(|(at, target)| line(case, target, &weeks, at + 1))
        .collect()
}

/// The Mondays of the weeks in which school has met since the plan began:
/// holidays leave no gap in a line.
fn weeks(view: &TodayView, starts: Date, today: Date) -> Vec<Date> {
    let days = view.calendar.school_days_in(starts..=today);
    let mut mondays: Vec<Date> = days.iter().copied().map(monday).collect();
    mondays.dedup();
    mondays
}

fn monday(day: Date) -> Date {
    let since = i32::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(since.days()).unwrap_or(day)
}

fn line(case: &TodayCase, target: &Target, mondays: &[Date], number: usize) -> Picture {
    let mut weeks: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    for day in case.days.get(&target.id).into_iter().flatten() {
        if let Ok(week) = mondays.binary_search(&monday(day.on)) {
            let (yes, seen) = weeks.entry(week).or_default();
            *yes += u32::from(day.yes);
            *seen += u32::from(day.seen);
        }
    }
    let last = weeks.keys().max().map_or(0, |last| last + 1);
    let share = |week: usize| {
        weeks
            .get(&week)
            .filter(|(_, seen)| *seen > 0)
            .map(|(yes, seen)| f64::from(*yes) * 100.0 / f64::from(*seen))
    };
    let points: Vec<Option<f64>> = (0..last).map(share).collect();
    let id = format!("spark-{}-{number}", case.line.programme.reference.path());
    let caption = Caption::new(id, format!("Target {number}, by week"));
    Sparkline::new(caption, before(target), points).draw()
}

/// Where the target began, as a share of a hundred, when it is out of something.
fn before(target: &Target) -> Option<f64> {
    let most = f64::from(target.scale.out_of?.in_tenths());
    Some(f64::from(target.baseline.level.in_tenths()) * 100.0 / most)
}

fn steps(case: &TodayCase) -> Option<StepsReached> {
    let plan = case.plan.as_ref()?;
    let id = format!("steps-{}", case.line.programme.reference.path());
    Some(
        plan.open_targets()
            .fold(StepsReached::new(id), |steps, target| {
                let on = usize::from(target.step.number());
                steps.target(Reached::OnStep(on), target.ladder.steps().len())
            }),
    )
}
