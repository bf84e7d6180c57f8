//! One programme with its pupil and its people: what most verbs are done to.

use std::collections::BTreeMap;

use domain::{
    account::{CaseRole, CaseRoles, SchoolRoles},
    commitment::Owner,
    contact::Standing,
    id::{ContactId, PersonId, StaffId},
    plan::Plan,
    programme::{Programme, ProgrammeRef},
    pupil::Pupil,
    sealed::Apart,
    text::Line,
};
use jiff::civil::{Date, Time};
use store::{Tx, meetings::MeetingRow, people::PersonRow, programmes, pupils};

use super::{Subject, home::Home};
use crate::{
    Actor, Identity, Refusal,
    policy::{Facts, Own},
};

/// What someone is called whose name the reader may not learn.
pub(super) const UNNAMED: &str = "Someone else in the family";

/// A programme, its pupil, and who takes part.
#[derive(Debug, Clone)]
pub struct Case {
    /// The programme.
    pub programme: Programme,
    /// Its pupil.
    pub pupil: Pupil,
    /// Everyone who takes or took part, first come first.
    pub people: Vec<PersonRow>,
    /// Those whom this reader may learn nothing of; in `people` they already
    /// stand without their names.
    pub(crate) apart: Apart,
    /// What the people at home may be told today; everybody else everything.
    pub(crate) standings: BTreeMap<ContactId, Standing>,
    /// What the reader may be told, when they are family.
    pub(crate) reader: Standing,
    /// On which side the reader stands.
    pub(crate) side: Side,
}

/// On which side of a programme somebody reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// As staff.
    School,
    /// As the pupil or as somebody at home, whatever else they are.
    Home,
}

impl Case {
    /// Those who have not left.
    pub fn present(&self) -> impl Iterator<Item = &PersonRow> {
        self.people.iter().filter(|person| person.left.is_none())
    }

    /// Those who have not left and may be told of the programme today.
    pub fn told(&self) -> impl Iterator<Item = &PersonRow> {
        let is_told = |person: &&PersonRow| self.standing(person).is_told();
        self.present().filter(is_told)
    }

    /// What somebody in the programme may be told today.
    pub fn standing(&self, person: &PersonRow) -> Standing {
        let contact = person.contact.and_then(|id| self.standings.get(&id));
        contact.copied().unwrap_or_default()
    }

    /// Whether this reader may not learn somebody's name.
    pub(crate) fn is_unnamed(&self, person: PersonId) -> bool {
        self.apart.has(person)
    }

    /// Whether there is somebody at home whom this reader may not meet.
    pub(crate) fn keeps_somebody_apart(&self) -> bool {
        !self.apart.is_nobody()
    }

    /// Somebody's name as this reader may see it.
    pub(crate) fn shown(&self, owner: &Owner) -> Owner {
        let unnamed = self.is_unnamed(owner.person);
        let name = unnamed.then(|| Line::new(UNNAMED).ok()).flatten();
        Owner {
            name: name.unwrap_or_else(|| owner.name.clone()),
            person: owner.person,
        }
    }

    /// The meetings, soonest first, as this reader may know of them. The one
    /// place that reads them: families learn the reason of none, and whoever
    /// is not to come learns the day of those that were held, and nothing else.
    pub(crate) fn meetings(&self, tx: &mut Tx<'_>) -> Result<Vec<MeetingRow>, Refusal> {
        #[expect(clippy::disallowed_methods, reason = "this is the one place")]
        let all = store::meetings::of_programme(tx, self.programme.school, self.programme.id)?;
        Ok(all
            .into_iter()
            .filter_map(|row| self.told_of(row))
            .collect())
    }

    fn told_of(&self, mut row: MeetingRow) -> Option<MeetingRow> {
        if self.side == Side::Home {
            row.out_of_hours = None;
            row.cancelled = row.cancelled.map(|(on, _)| (on, String::new()));
        }
        if self.reader.is_shown_meetings() {
            return Some(row);
        }
        row.recorded?;
        row.minutes.began.clear();
        row.minutes.ended.clear();
        Some(MeetingRow {
            from: Time::midnight(),
            to: Time::midnight(),
            room: None,
            video: None,
            chair: PersonId::new(uuid::Uuid::nil()),
            note_taker: PersonId::new(uuid::Uuid::nil()),
            ..row
        })
    }

    /// A plan with every name as this reader may see it.
    pub(crate) fn as_read(&self, plan: &Plan) -> Plan {
        if self.apart.is_nobody() {
            return plan.clone();
        }
        plan.clone().named(|owner| self.shown(owner))
    }

    /// The people an account is in this programme.
    pub fn as_person(&self, me: &Identity) -> impl Iterator<Item = &PersonRow> {
        self.present()
            .filter(move |person| person.account == Some(me.account))
    }
}

impl Identity {
    /// The member of staff this account is: the two share one number.
    pub fn staff(&self) -> StaffId {
        StaffId::new(self.account.uuid())
    }
}

/// The account of a member of staff: the two share one number.
pub fn account_of(staff: StaffId) -> domain::id::AccountId {
    domain::id::AccountId::new(staff.uuid())
}

/// What somebody still is to a programme once the pupil has left the roll: who
/// closes it stays in it, and so do the people at home, whose accounts end by
/// themselves. Nobody else has to do with the pupil any more.
pub(crate) fn after_leaving(facts: &mut Facts) {
    let stays = [CaseRole::Coordinator, CaseRole::KeyWorker, CaseRole::Senco];
    let stays = CaseRoles::of(&stays)
        .and(CaseRoles::FAMILY)
        .with(CaseRole::Pupil);
    facts.case = facts.case.iter().filter(|role| stays.has(*role)).collect();
    if facts.case.is_empty() {
        facts.own = Own::Others;
    }
}

/// What the policy may know about an asker and a programme.
pub(crate) fn facts(actor: &Actor, programme: &Programme, people: &[PersonRow]) -> Facts {
    let me = actor.identity();
    let present = people.iter().filter(|person| person.left.is_none());
    let case: CaseRoles = present
        .filter(|person| me.is_some_and(|me| person.account == Some(me.account)))
        .map(|person| person.role)
        .collect();
    // Staff who are family of the pupil are only family here, whatever they wrote.
    let family = case.has_any(CaseRoles::FAMILY);
    let author = me.is_some_and(|me| me.staff() == programme.author);
    Facts {
        school: if family {
            SchoolRoles::NONE
        } else {
            actor.roles()
        },
        case,
        own: if author && !family {
            Own::Mine
        } else {
            Own::Others
        },
        stage: Some(programme.stage.name()),
    }
}

impl Subject for Case {
    type Key = ProgrammeRef;

    fn apart(&self) -> Apart {
        self.apart.clone()
    }

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        key: ProgrammeRef,
        today: Date,
    ) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some(school) = actor.school() else {
            return Err(Refusal::SignedOut);
        };
        let Some(programme) = programmes::by_reference(tx, school, &key)? else {
            return Ok(None);
        };
        let Some(pupil) = pupils::find(tx, school, programme.pupil)? else {
            return Ok(None);
        };
        let mut people = store::people::of_programme(tx, school, programme.id)?;
        let mut facts = facts(actor, &programme, &people);
        if !pupil.on_roll(today) {
            after_leaving(&mut facts);
            let me = actor.identity().map(|me| me.account);
            let gone = |one: &&mut PersonRow| one.account == me && !facts.case.has(one.role);
            people
                .iter_mut()
                .filter(gone)
                .for_each(|one| one.account = None);
        }
        let contacts = store::contacts::of_pupil(tx, school, pupil.id)?;
        let home = Home {
            pupil: &pupil,
            contacts: &contacts,
            today,
        };
        let standings = home.standings();
        let (mut apart, mut reader) = (Apart::default(), Standing::Full);
        let at_home = CaseRoles::FAMILY.with(CaseRole::Pupil);
        let side = if facts.case.has_any(at_home) {
            Side::Home
        } else {
            Side::School
        };
        if facts.case.has_any(CaseRoles::FAMILY) {
            reader = home.reader(actor, &people);
            apart = home.as_read_by(actor, &mut people, &mut facts);
        }
        Ok(Some((
            Self {
                programme,
                pupil,
                people,
                apart,
                standings,
                reader,
                side,
            },
            facts,
        )))
    }
}
