//! Referrals through the gate, from the first name typed to the people around
//! the pupil: who may, who may not, and what stands in the way.

mod asking;
mod deciding;
mod finishing;
mod leaving;
mod starting;
mod taking_part;

use domain::{
    account::SchoolRole as R,
    id::PupilId,
    programme::{ProgrammeRef, SafeguardingCheck, StageName},
    pupil::{QuestionnaireVersion, YearGroup},
    referral::Told,
};

use testkit::{Engine, on_both};

use super::{
    accept::AcceptReferral,
    referral::{Fields, Step, tests::complete},
    safeguarding::CheckSafeguarding,
    save_referral::{SaveReferral, Saving},
    start_referral::StartReferral,
    submit::SubmitReferral,
};
use crate::{Actor, Refusal, testing::Town};

/// A school with the people a referral goes through.
struct Start {
    town: Town,
    writer: Actor,
    coordinator: Actor,
    head: Actor,
    dsl: Actor,
    pupil: PupilId,
}

impl Start {
    fn on(engine: Engine) -> Self {
        let town = Town::on(engine);
        let pupil = town.pupil("Theo", "Bramwell", "9F", YearGroup::Y9);
        Self {
            writer: town.staff("Sam Odell", &[R::Teacher]),
            coordinator: town.staff("Amina Farrow", &[R::Coordinator]),
            head: town.staff("Ruth Calloway", &[R::Head]),
            dsl: town.staff("Grace Lowe", &[R::Dsl]),
            pupil,
            town,
        }
    }

    fn begun(&self) -> ProgrammeRef {
        let pupil = self.pupil;
        self.town
            .app
            .execute(&self.writer, StartReferral { pupil })
            .unwrap()
    }

    fn save(
        &self,
        who: &Actor,
        reference: &ProgrammeRef,
        step: Step,
        read_at: u32,
        fields: Fields,
    ) -> Result<Saving, Refusal> {
        let reference = reference.clone();
        let save = SaveReferral {
            reference,
            step,
            read_at,
            fields,
        };
        self.town.app.execute(who, save)
    }

    fn written(&self) -> ProgrammeRef {
        let reference = self.begun();
        for (step, fields) in complete() {
            self.save(&self.writer, &reference, step, 0, fields)
                .unwrap();
        }
        reference
    }

    fn submitted(&self) -> ProgrammeRef {
        let reference = self.written();
        let submit = SubmitReferral {
            reference: reference.clone(),
        };
        self.town.app.execute(&self.writer, submit).unwrap();
        reference
    }

    fn check(
        &self,
        who: &Actor,
        reference: &ProgrammeRef,
        found: SafeguardingCheck,
    ) -> Result<(), Refusal> {
        let reference = reference.clone();
        let check = CheckSafeguarding { reference, found };
        self.town.app.execute(who, check)
    }

    fn accepting(&self, reference: &ProgrammeRef) -> AcceptReferral {
        AcceptReferral {
            reference: reference.clone(),
            coordinator: self.coordinator.identity().unwrap().staff(),
            key_worker: Some(self.writer.identity().unwrap().staff()),
            questions: QuestionnaireVersion::Secondary,
            told: Told::default(),
        }
    }

    fn accepted(&self) -> ProgrammeRef {
        let reference = self.submitted();
        let clear = SafeguardingCheck::Clear;
        self.check(&self.dsl, &reference, clear).unwrap();
        let accept = self.accepting(&reference);
        self.town.app.execute(&self.head, accept).unwrap();
        reference
    }

    fn stage(&self, reference: &ProgrammeRef) -> StageName {
        let school = self.town.school;
        let found = self
            .town
            .read(|tx| store::programmes::by_reference(tx, school, reference));
        found.unwrap().stage.name()
    }
}

fn words(refusal: Refusal) -> Vec<String> {
    match refusal {
        Refusal::Rejected(reasons) => reasons.into_iter().map(|one| one.words).collect(),
        other => panic!("{other:?}"),
    }
}
