//! The strategy card in its first form: the plan as a teacher reads it, and who
//! among the adults of the school has said that they read it.

use domain::{
    account::CaseRole,
    commitment::Party,
    event::Event,
    id::PersonId,
    plan::{AgreedPlan, PlanVersion},
    programme::{ProgrammeRef, Task},
};
use jiff::{Timestamp, civil::Date};
use store::{cards, people::PersonRow};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::Case,
};

/// Says that one has read what one is to do.
#[derive(Debug, Clone)]
pub struct AcknowledgeCard {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The version that was shown.
    pub version: PlanVersion,
}

/// The card of one version, as one reader stands to it.
#[derive(Debug, Clone)]
pub struct CardView {
    /// How it stands with the reader.
    pub mine: MyCard,
    /// Everyone who is to read it, for those who run the programme.
    pub readers: Vec<CardReader>,
}

/// How the card stands with its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MyCard {
    /// They are not among those who are to read it.
    NotMine,
    /// They have not said so yet.
    ToRead,
    /// They have.
    Read(Date),
}

/// Somebody who is to read it.
#[derive(Debug, Clone)]
pub struct CardReader {
    /// Their name.
    pub name: String,
    /// What they teach, or what they are here.
    pub part: String,
    /// When they read it, if they have.
    pub read: Option<Date>,
}

/// Adults of the school who meet the pupil in lessons or beside them.
fn reads(person: &PersonRow) -> bool {
    Party::from(person.role) == Party::School && person.role != CaseRole::Coordinator
}

impl Command for AcknowledgeCard {
    const ACTION: Action = Action::AcknowledgeCard;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let newest = store::plans::newest(cx.tx(), school, programme)?;
        let plan = newest.ok_or(Refusal::NotFound)?.plan().clone();
        if plan.version != self.version {
            return Err(Refusal::Conflict);
        }
        let (me, at) = (cx.person()?.clone(), cx.now());
        let mine: Vec<PersonId> = case
            .as_person(&me)
            .filter(|person| reads(person))
            .map(|person| person.id)
            .collect();
        if mine.is_empty() {
            return Err(Refusal::rule(
                "This card is for those who work with the pupil",
            ));
        }
        for person in mine {
            if cards::read(cx.tx(), school, plan.id, person, at)? {
                cx.also(Event::CardAcknowledged {
                    programme,
                    plan: plan.id,
                    version: plan.version.number(),
                    person,
                });
            }
        }
        let read = cards::of_plan(cx.tx(), school, plan.id)?;
        let has = |person: &PersonRow| read.iter().any(|(id, _)| *id == person.id);
        if case.present().filter(|person| reads(person)).all(has) {
            let today = cx.today();
            let task = Task::Cards;
            store::programmes::finish_task(cx.tx(), school, programme, task, me.account, today)?;
        }
        Ok(cx.unchanged(()))
    }
}

/// The card of the version in force.
pub(super) fn view(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    plan: &AgreedPlan,
) -> Result<CardView, Refusal> {
    let read = cards::of_plan(cx.tx(), case.programme.school, plan.plan().id)?;
    let when = |person: &PersonRow| -> Option<Timestamp> {
        let found = read.iter().find(|(id, _)| *id == person.id);
        found.map(|(_, at)| *at)
    };
    let day = |person: &PersonRow| when(person).map(domain::clock::london_date);
    let me = cx.person()?;
    let own: Vec<Option<Date>> = case
        .as_person(me)
        .filter(|person| reads(person))
        .map(day)
        .collect();
    let mine = match own.iter().copied().min() {
        None => MyCard::NotMine,
        Some(None) => MyCard::ToRead,
        Some(Some(on)) => MyCard::Read(on),
    };
    let runs = cx.may().has(Action::ViewInformation);
    let all = case.present().filter(|person| runs && reads(person));
    let readers = all.map(|person| CardReader {
        name: person.name.clone(),
        part: person
            .subject
            .clone()
            .unwrap_or_else(|| person.role.label().to_owned()),
        read: day(person),
    });
    Ok(CardView {
        mine,
        readers: readers.collect(),
    })
}
