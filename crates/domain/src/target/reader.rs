//! Reading raw answers one by one, collecting what is wrong with each.

use std::str::FromStr;

use jiff::civil::Date;

use super::{
    Baseline, BaselineDraft, FEWEST_BASELINE_DAYS, Frame, Level, RecordedDays, Scale, StepDraft,
    TargetDraft, TargetField, TargetProblem, TickedBy, Ticker, draft,
    ladder::{climb_problems, rung},
    problem::Climb,
};
use crate::dates::WeekNumber;
use crate::text::{Line, TextProblem};

/// Collects problems while answers are read in the order of the page.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<TargetProblem>,
}

impl Reader {
    /// An optional line of text.
    pub(super) fn line<const MAX: usize>(
        &mut self,
        field: TargetField,
        raw: &str,
    ) -> Option<Line<MAX>> {
        match Line::optional(raw) {
            Ok(text) => text,
            Err(TextProblem::TooLong { has, max }) => {
                self.problems
                    .push(TargetProblem::TooLong { field, has, max });
                None
            }
            Err(TextProblem::Empty) => None,
        }
    }

    /// A line of text that a target cannot do without.
    pub(super) fn needed<const MAX: usize>(
        &mut self,
        field: TargetField,
        raw: &str,
    ) -> Option<Line<MAX>> {
        if raw.trim().is_empty() {
            self.problems.push(TargetProblem::Missing(field));
        }
        self.line(field, raw)
    }

    /// An optional choice by its code.
    pub(super) fn choice<T: FromStr>(&mut self, field: TargetField, code: &str) -> Option<T> {
        let code = code.trim();
        if code.is_empty() {
            return None;
        }
        let found = code.parse().ok();
        if found.is_none() {
            self.problems.push(TargetProblem::NotAChoice(field));
        }
        found
    }

    /// Who ticks, and the adult when there is one.
    pub(super) fn ticker(
        &mut self,
        draft: &TargetDraft,
        frame: &Frame<'_>,
    ) -> (Option<TickedBy>, Option<Ticker>) {
        if draft.ticked_by.trim().is_empty() {
            self.problems
                .push(TargetProblem::Missing(TargetField::TickedBy));
        }
        let by = self.choice(TargetField::TickedBy, &draft.ticked_by);
        let adult = frame
            .people
            .iter()
            .find(|owner| owner.person.to_string() == draft.ticking_adult.trim())
            .cloned();
        let ticker = by.and_then(|by| draft::ticker(by, adult));
        if by.is_some() && ticker.is_none() {
            self.problems
                .push(TargetProblem::Missing(TargetField::TickingAdult));
        }
        (by, ticker)
    }

    /// What is counted: the measure's usual way, with any answer in its place.
    pub(super) fn scale(&mut self, draft: &TargetDraft, by: Option<TickedBy>) -> Scale {
        let usual = draft::usual_measure(by.unwrap_or(TickedBy::EachTeacher));
        let measure = self.choice(TargetField::Measure, &draft.measure);
        let mut scale = Scale::usual(measure.unwrap_or(usual));
        if let Some(better) = self.choice(TargetField::Measure, &draft.better) {
            scale.better = better;
        }
        if let Some(unit) = self.choice(TargetField::Measure, &draft.unit) {
            scale.unit = unit;
        }
        if let Some(per) = self.choice(TargetField::Measure, &draft.per) {
            scale.per = per;
        }
        if !draft.out_of.trim().is_empty() {
            let most = Level::read(&draft.out_of).filter(|most| *most > Level::whole(0));
            if most.is_none() {
                self.problems
                    .push(TargetProblem::NotAChoice(TargetField::OutOf));
            }
            scale.out_of = most.or(scale.out_of);
        }
        scale
    }

    /// Where the pupil is now, as an amount on the scale.
    pub(super) fn level_now(&mut self, raw: &str, scale: Scale) -> Option<Level> {
        if raw.trim().is_empty() {
            self.problems.push(TargetProblem::NoBaseline);
            return None;
        }
        let now = Level::read(raw).filter(|now| scale.out_of.is_none_or(|most| *now <= most));
        if now.is_none() {
            self.problems.push(TargetProblem::BaselineNotOnScale(scale));
        }
        now
    }

    /// The figure for the time before, with its source and dates.
    pub(super) fn baseline(
        &mut self,
        draft: &BaselineDraft,
        now: Option<Level>,
    ) -> Option<Baseline> {
        let level = now?;
        let source = self.choice(TargetField::Baseline, &draft.source);
        if source.is_none() {
            self.problems
                .push(TargetProblem::Missing(TargetField::Baseline));
        }
        let has = draft.recorded_days.trim().parse().unwrap_or(0);
        if RecordedDays(has) < FEWEST_BASELINE_DAYS {
            self.problems.push(TargetProblem::TooFewDays { has });
            return None;
        }
        let date = |raw: &str| raw.trim().parse::<Date>().ok();
        let dates = date(&draft.from)
            .zip(date(&draft.to))
            .filter(|(from, to)| days_between(*from, *to) >= i32::from(has));
        if dates.is_none() {
            self.problems.push(TargetProblem::BaselineDates);
        }
        let (from, to) = dates?;
        Some(Baseline {
            level,
            source: source?,
            from,
            to,
            recorded_days: RecordedDays(has),
        })
    }

    /// The steps, blank rows left out, checked as a climb from where the pupil is.
    pub(super) fn steps(
        &mut self,
        rows: &[StepDraft],
        scale: Scale,
        now: Option<Level>,
        last: Option<WeekNumber>,
    ) -> Vec<(Option<Level>, Option<WeekNumber>)> {
        let kept: Vec<&StepDraft> = rows
            .iter()
            .enumerate()
            .filter(|(place, row)| place + 1 == rows.len() || !is_blank(row))
            .map(|(_, row)| row)
            .collect();
        let blank = StepDraft::default();
        let kept = if kept.is_empty() { vec![&blank] } else { kept };
        let mut steps = Vec::new();
        for (place, row) in kept.iter().enumerate() {
            steps.push(self.step(row, rung(place, kept.len()), scale));
        }
        let climb = climb_problems(&steps, scale, now, last);
        self.problems.extend(
            climb
                .into_iter()
                .map(|problem| Climb { problem, scale }.into()),
        );
        steps
    }

    fn step(
        &mut self,
        row: &StepDraft,
        rung: super::Rung,
        scale: Scale,
    ) -> (Option<Level>, Option<WeekNumber>) {
        let level = Level::read(&row.level);
        if row.level.trim().is_empty() {
            self.problems.push(TargetProblem::NoLevel {
                rung,
                unit: scale.unit,
            });
        } else if level.is_none() {
            self.problems.push(TargetProblem::NotANumber(rung));
        }
        let week = read_week(&row.week);
        if week.is_none() {
            self.problems.push(TargetProblem::NoWeek(rung));
        }
        (level, week)
    }
}

fn is_blank(row: &StepDraft) -> bool {
    row.level.trim().is_empty() && row.week.trim().is_empty()
}

/// Days from one to the other, both counted.
fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days()) + 1
}

/// Reads "4" or "week 4".
fn read_week(raw: &str) -> Option<WeekNumber> {
    let raw = raw.trim().to_lowercase();
    let digits = raw.strip_prefix("week").unwrap_or(&raw).trim();
    digits.parse().ok().and_then(WeekNumber::new)
}
