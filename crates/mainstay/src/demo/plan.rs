//! A plan of the demonstration, written as people type one.

use app::Refusal;
use domain::{
    commitment::{CommitmentDraft, Owner, Party, RewardDraft},
    id::{CommitmentId, PlanId, TargetId},
    plan::{
        AgreedPlan, Arrangements, ConsequenceSheet, HomeSheet, MonitoringSheet, PlanDraft,
        PlanFrame, PlanVersion, PromiseSheet, StoredPlan, TargetSheet,
    },
    target::{BaselineDraft, StepDraft, TargetDraft},
};
use jiff::civil::Date;

/// One target in few words.
#[derive(Debug, Clone, Copy)]
pub struct TargetSpec {
    /// Its short name.
    pub name: &'static str,
    /// What the pupil will do.
    pub says: &'static str,
    /// Why it matters to them.
    pub why: &'static str,
    /// Lessons out of five before the plan.
    pub before: &'static str,
    /// Lessons out of five on each step.
    pub steps: [&'static str; 3],
    /// The step they are on.
    pub step: u8,
    /// The reward.
    pub reward: &'static str,
    /// When it is given.
    pub reward_when: &'static str,
    /// What happens otherwise.
    pub otherwise: &'static str,
}

/// Who takes part, by what they promise.
#[derive(Debug, Clone)]
pub struct Cast {
    /// The coordinator.
    pub coordinator: Owner,
    /// The key worker.
    pub key_worker: Owner,
    /// The SENCO.
    pub senco: Owner,
    /// Outreach.
    pub outreach: Owner,
    /// Someone at home.
    pub home: Owner,
}

/// Everything a plan needs to be written.
#[derive(Debug)]
pub struct Writing<'a> {
    /// What the pupil is called.
    pub pupil: &'a str,
    /// Who takes part.
    pub cast: Cast,
    /// The frame's reviews and dates.
    pub reviews: Vec<domain::target::ReviewPoint>,
    /// First and last day.
    pub days: (Date, Date),
    /// What the pupil is good at.
    pub good_at: &'a str,
    /// The targets with their ids.
    pub targets: Vec<(TargetId, TargetSpec)>,
    /// Ids for the promises: four a target.
    pub promises: Vec<CommitmentId>,
    /// The days watched before the plan.
    pub watched: (Date, Date),
}

impl Writing<'_> {
    /// Writes and agrees it.
    pub fn agree(
        &self,
        id: PlanId,
        version: PlanVersion,
        on: Date,
    ) -> Result<(AgreedPlan, StoredPlan), Refusal> {
        let people = self.people();
        let frame = PlanFrame {
            pupil: self.pupil,
            people: &people,
            reviews: &self.reviews,
            starts_on: self.days.0,
            ends_on: self.days.1,
        };
        let plan = self
            .draft()
            .parse(id, version, &frame)
            .map_err(|problems| {
                let words: Vec<String> = problems
                    .into_iter()
                    .map(|one| format!("{:?}: {}", one.place, one.words))
                    .collect();
                Refusal::rule(words.join("; "))
            })?;
        let stored = StoredPlan::new(&plan, &frame);
        let agreed = plan
            .agree(on)
            .map_err(|problems| Refusal::rule(format!("{problems:?}")))?;
        Ok((agreed, stored))
    }

    fn people(&self) -> Vec<(Owner, Party)> {
        let cast = &self.cast;
        vec![
            (cast.key_worker.clone(), Party::School),
            (cast.senco.clone(), Party::School),
            (cast.coordinator.clone(), Party::School),
            (cast.outreach.clone(), Party::Agency),
            (cast.home.clone(), Party::Family),
        ]
    }

    fn draft(&self) -> PlanDraft {
        let key_worker = self.cast.key_worker.person.to_string();
        let sheets = |make: &dyn Fn(TargetId, &TargetSpec) -> TargetSheet| {
            self.targets
                .iter()
                .map(|(id, spec)| make(*id, spec))
                .collect()
        };
        PlanDraft {
            targets: sheets(&|id, spec| self.target(id, spec)),
            promises: self.promises(),
            rewards: self
                .targets
                .iter()
                .map(|(id, spec)| RewardDraft {
                    text: spec.reward.into(),
                    chosen_by: "pupil".into(),
                    giver: if spec.reward.starts_with("Ten") {
                        "school"
                    } else {
                        "family"
                    }
                    .into(),
                    cost: "none".into(),
                    how_often: spec.reward_when.into(),
                    targets: vec![*id],
                    ..RewardDraft::default()
                })
                .collect(),
            consequences: self
                .targets
                .iter()
                .map(|(id, spec)| ConsequenceSheet {
                    text: spec.otherwise.into(),
                    trigger: "not trying".into(),
                    puts_right: "They agree what would help next time.".into(),
                    decided_by: key_worker.clone(),
                    targets: vec![*id],
                    ..ConsequenceSheet::default()
                })
                .collect(),
            arrangements: Arrangements {
                saved: 1,
                good_at: self.good_at.into(),
                monitoring: MonitoringSheet {
                    how_often: "twice_weekly".into(),
                    by: key_worker.clone(),
                    when: "Monday and Thursday".into(),
                    place: "The Quiet Room".into(),
                    report_card: "each_lesson".into(),
                },
                home: HomeSheet {
                    by: self.cast.coordinator.person.to_string(),
                    channel: "phone".into(),
                    how_often: "weekly".into(),
                    when: String::new(),
                },
                safe_place: "The Quiet Room".into(),
                named_adults: vec![key_worker],
            },
        }
    }

    fn target(&self, id: TargetId, spec: &TargetSpec) -> TargetSheet {
        let weeks = ["4", "8", "12"];
        TargetSheet {
            id,
            saved: 1,
            draft: TargetDraft {
                short_name: spec.name.into(),
                statement: spec.says.into(),
                place: "in lessons".into(),
                why: spec.why.into(),
                measure: "opportunity_pct".into(),
                better: "more".into(),
                unit: "lesson".into(),
                per: "day".into(),
                out_of: "5".into(),
                ticked_by: "each_teacher".into(),
                baseline: BaselineDraft {
                    level: spec.before.into(),
                    source: "watched".into(),
                    from: self.watched.0.to_string(),
                    to: self.watched.1.to_string(),
                    recorded_days: "10".into(),
                },
                steps: spec
                    .steps
                    .iter()
                    .zip(weeks)
                    .map(|(level, week)| StepDraft {
                        level: (*level).into(),
                        week: week.into(),
                    })
                    .collect(),
                ..TargetDraft::default()
            },
            step: spec.step,
            status: "open".into(),
            review_on: String::new(),
        }
    }

    fn promises(&self) -> Vec<PromiseSheet> {
        let cast = &self.cast;
        let mut ids = self.promises.iter();
        let mut all = Vec::new();
        for (at, (target, _)) in self.targets.iter().enumerate() {
            let said: [(&Owner, &str, &str); 2] = match at {
                0 => [
                    (
                        &cast.key_worker,
                        "check the bag and have a talk at 8:30",
                        "every day",
                    ),
                    (
                        &cast.home,
                        "pack the bag together the night before",
                        "every school night",
                    ),
                ],
                1 => [
                    (
                        &cast.senco,
                        "remind all staff to say yes to the card the first time",
                        "every half term",
                    ),
                    (
                        &cast.outreach,
                        "teach the “stop and breathe” steps",
                        "six Wednesdays",
                    ),
                ],
                _ => [
                    (
                        &cast.coordinator,
                        "ask every adult to speak quietly, close by, and wait ten seconds",
                        "every lesson",
                    ),
                    (&cast.home, "wait ten seconds at home too", "every day"),
                ],
            };
            for (owner, text, how_often) in said {
                let Some(id) = ids.next() else { break };
                all.push(PromiseSheet {
                    id: *id,
                    saved: 1,
                    draft: CommitmentDraft {
                        owner: owner.person.to_string(),
                        text: text.into(),
                        how_often: how_often.into(),
                        starts_on: self.days.0.to_string(),
                        ends_on: self.days.1.to_string(),
                        targets: vec![target.to_string()],
                        ..CommitmentDraft::default()
                    },
                });
            }
        }
        all
    }
}
