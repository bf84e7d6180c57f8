//! The plan as it was typed, agreed, and changed at reviews.

mod sheets;

use app::action::Action;
use domain::{
    account::CaseRole,
    commitment::{Owner, Party},
    dates::WeekNumber,
    event::Event,
    id::{MeetingId, PlanId, ReviewId},
    plan::{AgreedPlan, PlanFrame, PlanVersion, StoredPlan},
    programme::{AskChannel, StageName as S},
    review::{Review, ReviewDraft},
    signature::{Answer, Method, Signature, Signer, SigningPart},
    target::ReviewPoint,
};
use jiff::civil::Date;
use store::{people::PersonRow, plans, signatures};

use super::{
    AFTERNOON, Case,
    cast::{owner, voice},
};
use crate::{Problem, pen::Pen, school::line, wrong};

/// A version, and the day it was agreed.
#[derive(Debug)]
pub(super) struct Version {
    pub agreed: AgreedPlan,
    pub stored: StoredPlan,
    pub on: Date,
}

/// A review that was held.
#[derive(Debug)]
pub(super) struct Held {
    pub id: ReviewId,
    pub meeting: MeetingId,
    pub week: WeekNumber,
    pub on: Date,
    pub typed: ReviewDraft,
    pub settled: Review,
    /// The version it looked at, from 0.
    pub looked_at: usize,
}

/// Every version of the plan, and the reviews that made them.
#[derive(Debug)]
pub(super) struct Planned {
    pub versions: Vec<Version>,
    pub reviews: Vec<Held>,
}

impl Planned {
    pub fn newest(&self) -> Result<&Version, Problem> {
        self.versions.last().ok_or_else(|| wrong(&"no plan"))
    }
}

/// Makes the plan and, with the reviews that have been held, its versions.
pub(super) fn agreed(pen: &mut Pen<'_, '_>, case: &Case<'_>) -> Result<Planned, Problem> {
    let frame_parts = Around::of(case)?;
    let frame = frame_parts.frame(case);
    let at = pen.at(case.story.met, AFTERNOON);
    let id: PlanId = pen.dice.id(at);
    let plan = sheets::typed(pen, case)?
        .parse(id, PlanVersion::FIRST, &frame)
        .map_err(|problems| {
            let all = problems
                .iter()
                .map(|one| format!("{:?} {}", one.place, one.words));
            wrong(&all.collect::<Vec<_>>())
        })?;
    let stored = StoredPlan::new(&plan, &frame);
    let agreed = plan
        .agree(case.story.met)
        .map_err(|problems| wrong(&problems))?;
    let first = Version {
        agreed,
        stored,
        on: case.story.met,
    };
    let mut planned = Planned {
        versions: vec![first],
        reviews: Vec::new(),
    };
    case.review(pen, &mut planned, &frame)?;
    Ok(planned)
}

/// Who may promise what, and the dates.
struct Around {
    people: Vec<(Owner, Party)>,
    reviews: Vec<ReviewPoint>,
}

impl Around {
    fn of(case: &Case<'_>) -> Result<Self, Problem> {
        let with = |row: &PersonRow| Ok::<_, Problem>((owner(row)?, Party::from(row.role)));
        let dates = &case.story.dates;
        let all = dates.reviews.iter().chain([&dates.ends]);
        Ok(Self {
            people: case.cast.rows.iter().map(with).collect::<Result<_, _>>()?,
            reviews: all
                .map(|one| ReviewPoint {
                    week: one.week,
                    on: one.due.on,
                })
                .collect(),
        })
    }

    fn frame<'f>(&'f self, case: &'f Case<'_>) -> PlanFrame<'f> {
        PlanFrame {
            pupil: case.pupil.pupil.name.called(),
            people: &self.people,
            reviews: &self.reviews,
            starts_on: case.story.dates.starts,
            ends_on: case.story.dates.ends.due.on,
        }
    }
}

impl Case<'_> {
    /// Writes the first version down, with its signatures, and the beginning.
    pub(super) fn agree(&self, pen: &mut Pen<'_, '_>, planned: &Planned) -> Result<(), Problem> {
        let (on, voice) = (self.story.met, self.leading());
        self.moved(pen, 7, (Some(S::MeetingSet), S::Agreed), (on, &voice))?;
        for version in &planned.versions {
            self.keep(pen, version)?;
            self.sign(pen, version)?;
        }
        if !self.story.is_signed() {
            return Ok(());
        }
        let on = self.story.signed;
        self.moved(pen, 8, (Some(S::Agreed), S::Active), (on, &voice))?;
        let at = pen.at(on, AFTERNOON);
        let event = Event::ProgrammeStarted {
            programme: self.id,
            plan: planned.versions[0].agreed.plan().id,
        };
        pen.happened((at, &voice), Action::RecordSignature, event);
        Ok(())
    }

    fn keep(&self, pen: &mut Pen<'_, '_>, version: &Version) -> Result<(), Problem> {
        let plan = version.agreed.plan();
        let new = plans::NewPlan {
            plan: &version.agreed,
            stored: &version.stored,
            by: self.coordinator.account,
            told: (plan.version != PlanVersion::FIRST).then_some(version.on),
        };
        plans::add(pen.tx, pen.school.id, self.id, &new)?;
        let (programme, at) = (self.id, pen.at(version.on, AFTERNOON));
        let number = plan.version.number();
        let (action, event) = if plan.version == PlanVersion::FIRST {
            let event = Event::PlanAgreed {
                programme,
                plan: plan.id,
                version: number,
                starts: plan.starts_on,
                ends: plan.ends_on,
            };
            (Action::AgreePlan, event)
        } else {
            let event = Event::PlanAmended {
                programme,
                plan: plan.id,
                version: number,
            };
            (Action::RecordReview, event)
        };
        pen.happened((at, &self.leading()), action, event);
        Ok(())
    }

    /// Everyone but teachers signs: at once a few, by the next day all.
    fn sign(&self, pen: &mut Pen<'_, '_>, version: &Version) -> Result<(), Problem> {
        let plan = version.agreed.plan();
        let teachers = CaseRole::SubjectTeacher;
        let people = self.cast.rows.iter().filter(|row| row.role != teachers);
        for (number, person) in people.enumerate() {
            if !self.story.is_signed() && number > 1 {
                break;
            }
            let at = pen.at(version.on, AFTERNOON);
            let name = line(&person.name)?;
            let signature = Signature {
                signer: Signer {
                    person: owner(person)?,
                    part: SigningPart::from(person.role),
                },
                plan: plan.id,
                version: plan.version,
                hash: version.agreed.hash(),
                answer: Answer::Signed {
                    method: Method::Typed { name },
                    at,
                },
            };
            let by = person.account.unwrap_or(self.coordinator.account);
            signatures::add(pen.tx, pen.school.id, &signature, (by, version.on, at))?;
            let event = Event::Signed {
                programme: self.id,
                plan: plan.id,
                version: plan.version.number(),
                person: person.id,
                by: AskChannel::InPerson,
            };
            let (speaker, action) = if person.account.is_some() {
                (voice(person), Action::Sign)
            } else {
                (self.leading(), Action::RecordSignature)
            };
            pen.happened((at, &speaker), action, event);
        }
        Ok(())
    }
}
