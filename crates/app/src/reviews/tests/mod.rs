//! Reviews and the end through the gate: who may, when, and what stands in the way.

mod ending;
mod moves;
mod review;

use domain::{
    account::{AccountKind, CaseRole, SchoolRole as R},
    dates::{Milestone, Pauses, Rhythm, Schedule, WeekNumber},
    id::{CommitmentId, MeetingId, PersonId, PlanId, TargetId},
    meeting::{MeetingKind, MinutesDraft},
    plan::{PlanVersion, StoredPlan},
    programme::{Programme, ProgrammeRecord, ProgrammeRef, Run, Stage, Team},
    pupil::YearGroup,
    review::PromiseAnswer,
    school::Template,
    text::Line,
};
use jiff::civil::{Date, date};
use store::{meetings::MeetingRow, people::PersonRow, plans::NewPlan};
use testkit::{Engine, on_both};
use uuid::Uuid;

use crate::{Actor, Refusal, testing::Town};

/// The first day of Rowan's plan.
const START: Date = date(2026, 9, 28);
/// The day of the eight-week review.
const REVIEW: Date = date(2026, 11, 26);

/// Rowan's programme, wherever a test wants it to be, with its people.
struct Case {
    town: Town,
    coordinator: Actor,
    head: Actor,
    key_worker: Actor,
    mother: Actor,
    administrator: Actor,
    reference: ProgrammeRef,
    meeting: MeetingId,
}

fn week(number: u8) -> WeekNumber {
    WeekNumber::new(number).unwrap()
}

fn person(number: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(number))
}

fn promise(number: u128) -> String {
    CommitmentId::new(Uuid::from_u128(number)).to_string()
}

fn target(number: u128) -> String {
    TargetId::new(Uuid::from_u128(number)).to_string()
}

fn kept() -> PromiseAnswer {
    PromiseAnswer {
        delivery: "done".into(),
        ..PromiseAnswer::default()
    }
}

impl Case {
    /// In week 8, with the review open.
    fn in_week_eight(engine: Engine) -> Self {
        Self::at(engine, |run| Stage::Active {
            review: run.dates.reviews.get(1).copied(),
            run,
            concern: None,
        })
    }

    /// The plan's time is up.
    fn at_the_end(engine: Engine) -> Self {
        Self::at(engine, |run| Stage::FinalDue {
            since: REVIEW,
            cause: domain::programme::FinalCause::TimeUp,
            run,
            proposed: None,
        })
    }

    /// At a stage made from the run.
    fn at(engine: Engine, stage: impl FnOnce(Run) -> Stage) -> Self {
        let town = Town::on(engine);
        let coordinator = town.staff("Amina Farrow", &[R::Coordinator]);
        let key_worker = town.staff("Joel Petrie", &[R::Teacher]);
        let mother = town.person(town.school, "Dana Tidewell", AccountKind::Family, &[]);
        let pupil = town.pupil("Rowan", "Tidewell", "8K", YearGroup::Y8);
        let reference: ProgrammeRef = "KB26-014".parse().unwrap();
        let case = Self {
            head: town.staff("Ruth Calloway", &[R::Head]),
            administrator: town.staff("Sam Odell", &[R::Administrator]),
            meeting: town.app.new_id().unwrap(),
            reference: reference.clone(),
            coordinator,
            key_worker,
            mother,
            town,
        };
        let staff = |actor: &Actor| actor.identity().unwrap().staff();
        let programme = Programme::restored(ProgrammeRecord {
            id: case.town.app.new_id().unwrap(),
            school: case.town.school,
            pupil,
            reference,
            template: Template::standard(Line::new("Twelve weeks").unwrap()),
            author: staff(&case.coordinator),
            begun: date(2026, 9, 1),
            after: None,
            team: Some(Team {
                coordinator: staff(&case.coordinator),
                key_worker: Some(staff(&case.key_worker)),
            }),
            revision: 1,
            stage: stage(case.run()),
        });
        case.write(&programme);
        case.town.clock.move_to_day(REVIEW);
        case
    }

    fn run(&self) -> Run {
        let school = self.town.school;
        let calendar = self.town.read(|tx| store::schools::calendar(tx, school));
        let schedule =
            Schedule::compute(&Rhythm::standard(), START, &Pauses::NONE, &calendar).unwrap();
        Run {
            plan: PlanId::new(Uuid::from_u128(1)),
            version: 1,
            dates: (&schedule).into(),
            reviewed: Some(week(4)),
            extended: None,
            pauses: Pauses::NONE,
        }
    }

    fn write(&self, programme: &Programme) {
        let school = self.town.school;
        let golden = include_str!("../../../../domain/tests/golden/plan/rowan.json");
        let stored: StoredPlan = serde_json::from_str(golden).unwrap();
        let plan = stored
            .plan(PlanId::new(Uuid::from_u128(1)), PlanVersion::FIRST)
            .unwrap();
        let agreed = plan.agree(START).unwrap();
        let by = self.coordinator.identity().unwrap().account;
        let people = [
            (
                1,
                CaseRole::KeyWorker,
                "Joel Petrie",
                Some(&self.key_worker),
            ),
            (2, CaseRole::Senco, "Nell Brook", None),
            (3, CaseRole::Outreach, "Tomasz Wren", None),
            (4, CaseRole::Parent, "Dana Tidewell", Some(&self.mother)),
            (
                5,
                CaseRole::Coordinator,
                "Amina Farrow",
                Some(&self.coordinator),
            ),
            (6, CaseRole::Pupil, "Rowan Tidewell", None),
        ];
        self.town.write(|tx| {
            store::programmes::add(tx, programme)?;
            for (number, role, name, actor) in people {
                let row = PersonRow {
                    account: actor.map(|actor| actor.identity().unwrap().account),
                    ..PersonRow::new(person(number), programme.id, role, name, START)
                };
                store::people::add(tx, school, &row)?;
            }
            let new = NewPlan {
                plan: &agreed,
                stored: &stored,
                by,
                told: None,
            };
            store::plans::add(tx, school, programme.id, &new)?;
            store::meetings::add(tx, school, &self.booked(programme))
        });
    }

    fn booked(&self, programme: &Programme) -> MeetingRow {
        MeetingRow {
            id: self.meeting,
            programme: programme.id,
            kind: MeetingKind::Review(week(8)),
            on: REVIEW,
            from: jiff::civil::time(15, 30, 0, 0),
            to: jiff::civil::time(16, 15, 0, 0),
            room: Some("The Quiet Room".into()),
            video: None,
            chair: person(5),
            note_taker: person(1),
            out_of_hours: None,
            home_told: START,
            booked: START,
            cancelled: None,
            recorded: None,
            minutes: MinutesDraft::default(),
            revision: 1,
        }
    }

    fn programme(&self) -> Programme {
        let (school, reference) = (self.town.school, &self.reference);
        self.town
            .read(|tx| store::programmes::by_reference(tx, school, reference))
            .unwrap()
    }

    fn stage(&self) -> &'static str {
        self.programme().stage.name().code()
    }

    /// The open review, while one is.
    fn open_review(&self) -> Option<Milestone> {
        match &self.programme().stage {
            Stage::Active { review, .. } => *review,
            _ => None,
        }
    }

    fn account(actor: &Actor) -> String {
        actor.identity().unwrap().account.to_string()
    }

    /// A head of another school.
    fn stranger(&self) -> Actor {
        let elsewhere = self.town.other_school();
        self.town
            .person(elsewhere, "Kit Vale", AccountKind::Staff, &[R::Head])
    }

    /// The numbers of the moves made, in order.
    fn moves(&self) -> Vec<String> {
        let (school, id) = (self.town.school, self.programme().id);
        let rows = self
            .town
            .read(|tx| store::programmes::moves(tx, school, id));
        rows.iter().map(|row| row.number.to_string()).collect()
    }
}

fn words(refusal: Refusal) -> Vec<String> {
    match refusal {
        Refusal::Rejected(reasons) => reasons.into_iter().map(|one| one.words).collect(),
        other => vec![format!("{other}")],
    }
}
