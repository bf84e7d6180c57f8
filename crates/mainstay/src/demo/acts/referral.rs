//! Referring, checking, telling the family, deciding.

use app::{
    Refusal,
    programmes::{
        accept::AcceptReferral,
        decline::DeclineReferral,
        family::RecordFamilyTold,
        find_pupil::FindPupil,
        referral::{Fields, Step},
        safeguarding::CheckSafeguarding,
        save_referral::{OpenDraft, SaveReferral, Saving},
        start_referral::StartReferral,
        submit::SubmitReferral,
    },
};
use domain::{id::PupilId, referral::Told, text::Prose};
use jiff::civil::Date;

use super::{Case, Town};
use crate::demo::{
    script::{Accept, Decline, Refer, Tell},
    town::code,
};

/// What is typed in one step.
struct Typed<'t> {
    town: &'t Town,
    fields: Vec<(String, String)>,
}

impl Typed<'_> {
    fn put(&mut self, name: &str, words: impl Into<String>) {
        self.fields.push((name.to_owned(), words.into()));
    }

    fn each(&mut self, name: &str, all: &[String]) {
        for one in all {
            self.put(name, one);
        }
    }

    fn date(&mut self, name: &str, written: Option<Date>) {
        let Some(day) = written.map(|day| self.town.shift.day(day)) else {
            return;
        };
        self.put(&format!("{name}-day"), day.day().to_string());
        self.put(&format!("{name}-month"), day.month().to_string());
        self.put(&format!("{name}-year"), day.year().to_string());
    }

    fn staff(&mut self, field: &str, name: &str) -> Result<(), Refusal> {
        if !name.is_empty() {
            let id = self.town.staff(name)?.to_string();
            self.put(field, id);
        }
        Ok(())
    }
}

/// A pupil on roll, by name.
pub fn pupil(town: &Town, by: &str, name: &str) -> Result<PupilId, Refusal> {
    let look = FindPupil {
        looked_for: name.to_owned(),
    };
    let found = town.app.fetch(town.actor(by)?, look)?.answer;
    let mut found = found.into_iter().filter(|one| one.name == name);
    found
        .next()
        .map(|one| one.pupil)
        .ok_or_else(|| Refusal::rule(format!("{name} is not on roll")))
}

/// Writes the referral, step by step, and hands it in when it is whole.
pub fn refer(
    town: &Town,
    case: &mut Case,
    name: &str,
    by: &str,
    sheet: &Refer,
) -> Result<(), Refusal> {
    let actor = town.actor(by)?;
    let start = StartReferral {
        pupil: pupil(town, by, name)?,
    };
    let reference = town.app.execute(actor, start)?;
    case.reference = Some(reference.clone());
    case.coordinator.clone_from(&sheet.coordinator);
    let open = OpenDraft {
        reference: reference.clone(),
    };
    let draft = town.app.fetch(actor, open)?.answer;
    case.contacts = draft
        .contacts
        .into_iter()
        .map(|contact| (contact.name, contact.id))
        .collect();
    let steps = [
        (Step::Who, who(town, sheet)),
        (Step::Why, why(town, sheet)),
        (Step::OtherPlans, plans(town, sheet)),
        (Step::People, people(town, sheet)?),
        (Step::Dates, dates(town, sheet)),
    ];
    let most = sheet.steps.unwrap_or(steps.len());
    for (step, fields) in steps.into_iter().take(most) {
        let save = SaveReferral {
            reference: reference.clone(),
            step,
            read_at: 0,
            fields: Fields::new(fields),
        };
        match town.app.execute(actor, save)? {
            Saving::Saved(left) if left.is_empty() => {}
            Saving::Saved(left) => {
                return Err(Refusal::fields(
                    left.into_iter().map(|one| (one.field, one.words)),
                ));
            }
            Saving::Clash(_) => return Err(Refusal::Conflict),
        }
    }
    if sheet.steps.is_none() {
        town.app.execute(actor, SubmitReferral { reference })?;
    }
    Ok(())
}

fn typed(town: &Town) -> Typed<'_> {
    let fields = Vec::new();
    Typed { town, fields }
}

fn who(town: &Town, sheet: &Refer) -> Vec<(String, String)> {
    let mut typed = typed(town);
    typed.put("strengths", &sheet.strengths);
    typed.each("best", &sheet.best);
    typed.put("sen", &sheet.sen);
    typed.date("sen-on", sheet.sen_on);
    typed.put("language", &sheet.language);
    typed.put("early_help", &sheet.early_help);
    typed.fields
}

fn why(town: &Town, sheet: &Refer) -> Vec<(String, String)> {
    let mut typed = typed(town);
    for (trigger, shows) in &sheet.triggers {
        typed.put("triggers", trigger);
        typed.put(&format!("evidence-{trigger}"), shows);
    }
    for (concern, n) in sheet.concerns.iter().zip(1..) {
        typed.put(&format!("concern-{n}"), concern);
    }
    typed.put("since", &sheet.since);
    typed.each("worst", &sheet.worst);
    for (tried, n) in sheet.tried.iter().zip(1..) {
        typed.put(&format!("tried-{n}-what"), &tried.what);
        typed.put(&format!("tried-{n}-own"), &tried.own);
        typed.date(&format!("tried-{n}-from"), tried.from);
        typed.date(&format!("tried-{n}-until"), tried.until);
        typed.put(&format!("tried-{n}-by"), &tried.by);
        typed.put(&format!("tried-{n}-effect"), &tried.effect);
        typed.put(&format!("tried-{n}-note"), &tried.note);
    }
    typed.fields
}

fn plans(town: &Town, sheet: &Refer) -> Vec<(String, String)> {
    let mut typed = typed(town);
    typed.each("plans", &sheet.plans);
    for (plan, lead) in &sheet.leads {
        typed.put(&format!("plan-{plan}-lead"), lead);
    }
    typed.put("keep", &sheet.keep);
    typed.fields
}

fn people(town: &Town, sheet: &Refer) -> Result<Vec<(String, String)>, Refusal> {
    let mut typed = typed(town);
    typed.staff("coordinator", &sheet.coordinator)?;
    typed.staff("key_worker", &sheet.key_worker)?;
    typed.staff("class_teacher", &sheet.class_teacher)?;
    for teacher in &sheet.teachers {
        typed.staff("teachers", teacher)?;
    }
    Ok(typed.fields)
}

fn dates(town: &Town, sheet: &Refer) -> Vec<(String, String)> {
    let mut typed = typed(town);
    let today = town.app.clock().today();
    for (part, number) in [
        ("day", i16::from(today.day())),
        ("month", i16::from(today.month())),
        ("year", today.year()),
    ] {
        typed.put(&format!("on-{part}"), number.to_string());
    }
    typed.put("urgency", &sheet.urgency);
    typed.put("family", &sheet.family);
    typed.date("family-on", sheet.family_on);
    typed.date("pupil-on", sheet.pupil_on);
    typed.fields
}

/// The safeguarding check.
pub fn check(town: &Town, case: &Case, by: &str, found: &str) -> Result<(), Refusal> {
    let check = CheckSafeguarding {
        reference: case.reference()?,
        found: code(found)?,
    };
    town.app.execute(town.actor(by)?, check)
}

/// Telling the family.
pub fn tell(town: &Town, case: &Case, by: &str, tell: &Tell) -> Result<(), Refusal> {
    let told = RecordFamilyTold {
        reference: case.reference()?,
        contact: case.contact(&tell.whom)?,
        by: code(&tell.how)?,
        on: town.app.clock().today(),
    };
    town.app.execute(town.actor(by)?, told)
}

/// Deciding to start.
pub fn accept(town: &Town, case: &mut Case, by: &str, accept: &Accept) -> Result<(), Refusal> {
    let accepted = AcceptReferral {
        reference: case.reference()?,
        coordinator: town.staff(&accept.coordinator)?,
        key_worker: Some(town.staff(&accept.key_worker)?),
        questions: code(&accept.questions)?,
        told: Told::default(),
    };
    case.coordinator.clone_from(&accept.coordinator);
    town.app.execute(town.actor(by)?, accepted).map(drop)
}

/// Deciding not to start.
pub fn decline(town: &Town, case: &Case, by: &str, decline: &Decline) -> Result<(), Refusal> {
    let declined = DeclineReferral {
        reference: case.reference()?,
        reason: code(&decline.reason)?,
        instead: Prose::new(&decline.instead).map_err(|no| Refusal::rule(no.to_string()))?,
    };
    town.app.execute(town.actor(by)?, declined)
}
