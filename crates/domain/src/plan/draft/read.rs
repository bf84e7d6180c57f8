//! Reading what was typed into a plan, naming every problem and its sheet.

use jiff::civil::Date;

use super::{Arrangements, ConsequenceSheet, HomeSheet, MonitoringSheet, PlanDraft, TargetSheet};
use crate::{
    commitment::{
        Commitment, Consequence, ConsequenceDraft, HomeContact, Monitoring, Owner, Party,
        PromiseFrame,
    },
    id::{PlanId, TargetId},
    plan::{DayToDay, Plan, PlanVersion},
    target::{Frame, ReviewPoint, Target, TargetStatus},
    text::Line,
};

/// What is known around a plan: the pupil, the people and the dates.
#[derive(Debug, Clone, Copy)]
pub struct PlanFrame<'a> {
    /// The name the pupil is called by.
    pub pupil: &'a str,
    /// Everyone who may promise, and for which side.
    pub people: &'a [(Owner, Party)],
    /// The reviews to come, soonest first; the last ends the programme.
    pub reviews: &'a [ReviewPoint],
    /// The first day.
    pub starts_on: Date,
    /// The last day.
    pub ends_on: Date,
}

/// The sheet a problem is on; targets and the others count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SheetPlace {
    /// A target.
    Target(usize),
    /// A promise.
    Promise(usize),
    /// A reward.
    Reward(usize),
    /// A consequence.
    Consequence(usize),
    /// What holds for the whole.
    Arrangements,
}

/// Something that stops what was typed from being a plan.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetProblem {
    /// The sheet.
    pub place: SheetPlace,
    /// What to do about it.
    pub words: String,
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for SheetProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SheetProblem")
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// Collects problems while the rest is read.
struct Reader<'a> {
    frame: &'a PlanFrame<'a>,
    problems: Vec<SheetProblem>,
}

impl PlanDraft {
    /// The plan, once every sheet can be read. What a plan as a whole must
    /// have is checked after ([`Plan::problems`]).
    ///
    /// # Errors
    /// Every [`SheetProblem`], in the order of the page.
    pub fn parse(
        &self,
        id: PlanId,
        version: PlanVersion,
        frame: &PlanFrame<'_>,
    ) -> Result<Plan, Vec<SheetProblem>> {
        let mut r = Reader {
            frame,
            problems: Vec::new(),
        };
        let sheets = &self.arrangements;
        let plan = Plan {
            version,
            good_at: r.lines(&sheets.good_at),
            targets: r.targets(&self.targets),
            commitments: r.promises(self),
            rewards: r.rewards(self),
            consequences: r.consequences(&self.consequences),
            monitoring: r.monitoring(&sheets.monitoring),
            home_contact: r.home(&sheets.home),
            safe_place: r.line(&sheets.safe_place),
            named_adults: sheets
                .named_adults
                .iter()
                .filter_map(|written| r.owner(written))
                .collect(),
            day_to_day: r.day_to_day(sheets),
            ..Plan::first(id, frame.starts_on, frame.ends_on)
        };
        if r.problems.is_empty() {
            Ok(plan)
        } else {
            Err(r.problems)
        }
    }

    /// How many promises adults have made for a target so far.
    pub fn adults_helping(&self, target: TargetId, people: &[(Owner, Party)]) -> usize {
        let written = target.to_string();
        let adult = |owner: &str| {
            people
                .iter()
                .any(|(person, party)| person.person.to_string() == owner && party.is_adult())
        };
        self.promises
            .iter()
            .filter(|sheet| sheet.draft.targets.contains(&written) && adult(&sheet.draft.owner))
            .count()
    }
}

impl Reader<'_> {
    fn problem(&mut self, place: SheetPlace, words: impl Into<String>) {
        let words = words.into();
        self.problems.push(SheetProblem { place, words });
    }

    fn owner(&self, written: &str) -> Option<Owner> {
        let found = self
            .frame
            .people
            .iter()
            .find(|(owner, _)| owner.person.to_string() == written.trim());
        found.map(|(owner, _)| owner.clone())
    }

    fn line<const MAX: usize>(&mut self, typed: &str) -> Option<Line<MAX>> {
        Line::optional(typed).unwrap_or_else(|_| {
            let words = format!("Use {MAX} characters or fewer.");
            self.problem(SheetPlace::Arrangements, words);
            None
        })
    }

    fn lines(&mut self, typed: &str) -> Vec<Line<200>> {
        typed.lines().filter_map(|line| self.line(line)).collect()
    }

    fn day_to_day(&mut self, sheets: &Arrangements) -> DayToDay {
        sheets.day_to_day.parse().unwrap_or_else(|problems| {
            for problem in problems {
                self.problem(SheetPlace::Arrangements, problem.words());
            }
            DayToDay::default()
        })
    }

    fn targets(&mut self, sheets: &[TargetSheet]) -> Vec<Target> {
        let people: Vec<Owner> = self
            .frame
            .people
            .iter()
            .map(|(who, _)| who.clone())
            .collect();
        let frame = Frame {
            pupil: self.frame.pupil,
            people: &people,
            reviews: self.frame.reviews,
            // The plan itself checks who helps with each target.
            adults_helping: 1,
        };
        let mut found = Vec::new();
        for (place, sheet) in sheets.iter().enumerate() {
            match sheet.draft.parse(sheet.id, &frame) {
                Ok(target) => found.push(standing(target, sheet)),
                Err(problems) => {
                    for problem in problems {
                        let words = problem.words(self.frame.pupil);
                        self.problem(SheetPlace::Target(place + 1), words);
                    }
                }
            }
        }
        found
    }

    fn promises(&mut self, draft: &PlanDraft) -> Vec<Commitment> {
        let targets: Vec<TargetId> = draft.targets.iter().map(|sheet| sheet.id).collect();
        let frame = PromiseFrame {
            people: self.frame.people,
            targets: &targets,
            starts_on: self.frame.starts_on,
            ends_on: self.frame.ends_on,
        };
        let mut found = Vec::new();
        for (place, sheet) in draft.promises.iter().enumerate() {
            match sheet.draft.parse(sheet.id, &frame) {
                Ok(promise) => found.push(promise),
                Err(problems) => {
                    for problem in problems {
                        self.problem(SheetPlace::Promise(place + 1), problem.words());
                    }
                }
            }
        }
        found
    }

    fn rewards(&mut self, draft: &PlanDraft) -> Vec<crate::commitment::Reward> {
        let mut found = Vec::new();
        for (place, each) in draft.rewards.iter().enumerate() {
            match each.parse() {
                Ok(reward) => found.push(reward),
                Err(problem) => {
                    let words = problem.words(self.frame.pupil);
                    self.problem(SheetPlace::Reward(place + 1), words);
                }
            }
        }
        found
    }

    fn consequences(&mut self, sheets: &[ConsequenceSheet]) -> Vec<Consequence> {
        let mut found = Vec::new();
        for (place, sheet) in sheets.iter().enumerate() {
            let typed = ConsequenceDraft {
                text: sheet.text.clone(),
                trigger: sheet.trigger.clone(),
                puts_right: sheet.puts_right.clone(),
                at_most: sheet.at_most.clone(),
                decided_by: self.owner(&sheet.decided_by),
                targets: sheet.targets.clone(),
            };
            match typed.parse() {
                Ok(consequence) => found.push(consequence),
                Err(problems) => {
                    for problem in problems {
                        let words = problem.words(self.frame.pupil);
                        self.problem(SheetPlace::Consequence(place + 1), words);
                    }
                }
            }
        }
        found
    }

    fn monitoring(&mut self, sheet: &MonitoringSheet) -> Option<Monitoring> {
        Some(Monitoring {
            how_often: sheet.how_often.parse().ok()?,
            by: self.owner(&sheet.by)?,
            when: self.line(&sheet.when),
            place: self.line(&sheet.place),
            report_card: sheet.report_card.parse().ok()?,
        })
    }

    fn home(&mut self, sheet: &HomeSheet) -> Option<HomeContact> {
        Some(HomeContact {
            by: self.owner(&sheet.by)?,
            channel: sheet.channel.parse().ok()?,
            how_often: sheet.how_often.parse().ok()?,
            when: self.line(&sheet.when),
        })
    }
}

/// Where a target that was agreed before now stands.
fn standing(target: Target, sheet: &TargetSheet) -> Target {
    Target {
        step: target.ladder.number(sheet.step).unwrap_or(target.step),
        status: sheet.status.parse().unwrap_or(TargetStatus::Open),
        review_on: sheet.review_on.parse().unwrap_or(target.review_on),
        ..target
    }
}
