//! The plan of one programme of the demonstration, written and signed.

use app::Refusal;
use domain::{
    account::CaseRole,
    commitment::Owner,
    dates::SchoolCalendar,
    plan::PlanVersion,
    programme::Run,
    signature::{Answer, Method, Signature, Signer, SigningPart},
    target::ReviewPoint,
};
use jiff::civil::Date;
use store::{Tx, people, signatures};

use super::Room;
use crate::demo::{
    plan::{Cast, Writing},
    school::line,
};

impl Room<'_> {
    pub(super) fn writing<'w>(
        &'w self,
        everyone: &[people::PersonRow],
        run: &Run,
        calendar: &SchoolCalendar,
    ) -> Result<Writing<'w>, Refusal> {
        let owner = |role| -> Result<Owner, Refusal> {
            let person = everyone
                .iter()
                .find(|person| person.role == role)
                .ok_or(Refusal::NotFound)?;
            Ok(Owner {
                person: person.id,
                name: line(&person.name)?,
            })
        };
        let all = run.dates.reviews.iter().chain([&run.dates.ends]);
        let last = calendar
            .previous_school_day(run.dates.starts)
            .unwrap_or(run.dates.starts);
        let first = calendar
            .subtract_school_days(last, domain::dates::SchoolDays::new(9))
            .unwrap_or(self.case.begun);
        let targets = self.case.targets.iter();
        let targets: Vec<_> = targets
            .map(|spec| Ok((self.app.new_sheet()?, *spec)))
            .collect::<Result<_, Refusal>>()?;
        Ok(Writing {
            pupil: self.case.pupil.split(' ').next().unwrap_or(self.case.pupil),
            cast: Cast {
                coordinator: owner(CaseRole::Coordinator)?,
                key_worker: owner(CaseRole::KeyWorker)?,
                senco: owner(CaseRole::Senco)?,
                outreach: owner(CaseRole::Outreach)?,
                home: owner(CaseRole::Parent)?,
            },
            reviews: all
                .map(|review| ReviewPoint {
                    week: review.week,
                    on: review.due.on,
                })
                .collect(),
            days: (run.dates.starts, run.dates.ends.due.on),
            good_at: self.case.good_at,
            promises: (0..targets.len() * 2)
                .map(|_| self.app.new_sheet())
                .collect::<Result<_, _>>()?,
            targets,
            watched: (first, last),
        })
    }

    pub(super) fn signatures(
        &self,
        tx: &mut Tx<'_>,
        everyone: &[people::PersonRow],
        plan: &domain::plan::AgreedPlan,
        met: Date,
    ) -> Result<(), Refusal> {
        let at = self.app.clock().now();
        for person in everyone
            .iter()
            .filter(|person| person.role != CaseRole::SubjectTeacher)
        {
            let name = line(&person.name)?;
            let signature = Signature {
                signer: Signer {
                    person: Owner {
                        person: person.id,
                        name: line(&person.name)?,
                    },
                    part: SigningPart::from(person.role),
                },
                plan: plan.plan().id,
                version: PlanVersion::FIRST,
                hash: plan.hash(),
                answer: Answer::Signed {
                    method: Method::Typed { name },
                    at,
                },
            };
            signatures::add(tx, self.school.id, &signature, (self.amina, met, at))?;
        }
        Ok(())
    }
}
