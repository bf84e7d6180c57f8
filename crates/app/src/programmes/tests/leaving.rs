//! Leaving: on the day that it comes true, with the clock moved, and no day later.

use domain::{
    account::{AccountKind, CaseRole, Email},
    contact::Contact,
    correction::{About, ContactField},
    id::{AccountId, StaffId},
    programme::Task,
    pupil::Pupil,
    text::Line,
};
use jiff::civil::{Date, date};
use store::{accounts, people, pupils};

use super::*;
use crate::{
    programmes::{
        list::ListProgrammes,
        people::{AddPerson, Joining, RemovePerson},
        show::ShowCase,
    },
    reviews::leave::Transfer,
    roll::correct::CorrectValue,
    testing::TODAY,
};

const LAST: Date = date(2026, 11, 12);

/// A programme that is open, with a teacher, a parent and the pupil in it.
struct Open {
    reference: ProgrammeRef,
    teacher: Actor,
    parent: Actor,
    child: Actor,
    mother: Contact,
    start: Start,
}

impl Open {
    fn on(engine: Engine) -> Self {
        let start = Start::on(engine);
        let town = &start.town;
        let mother = town.mother(start.pupil, "Gemma Bramwell");
        let reference = start.accepted();
        let teacher = town.staff("Miss Abara", &[R::Teacher]);
        let staff = teacher.identity().unwrap().staff();
        let joins = AddPerson {
            reference: reference.clone(),
            who: Joining::Staff(
                staff,
                CaseRole::SubjectTeacher,
                Line::optional("Science").unwrap(),
            ),
        };
        town.app.execute(&start.coordinator, joins).unwrap();
        let parent = town.person(town.school, "Gemma Bramwell", AccountKind::Family, &[]);
        let child = town.person(town.school, "Theo Bramwell", AccountKind::Pupil, &[]);
        let open = Self {
            reference,
            teacher,
            parent,
            child,
            mother,
            start,
        };
        open.link(&open.parent, Some(&open.mother), None);
        open.link(&open.child, None, Some(open.start.pupil));
        open
    }

    fn link(&self, who: &Actor, contact: Option<&Contact>, pupil: Option<PupilId>) {
        let (school, account) = (self.start.town.school, account(who));
        let email: Email = "nobody@example.org".parse().unwrap();
        let contact = contact.map(|one| one.id);
        self.start
            .town
            .write(|tx| people::link_account(tx, school, account, &email, contact, pupil));
    }

    fn leaves(&self, on: Option<Date>) {
        let school = self.start.town.school;
        let found = self
            .start
            .town
            .read(|tx| pupils::find(tx, school, self.start.pupil));
        let pupil = Pupil {
            left_on: on,
            ..found.unwrap()
        };
        self.start.town.add_pupil(&pupil);
    }

    fn it_is(&self, day: Date) {
        self.start.town.clock.move_to_day(day);
        self.start.town.app.turn_the_day().unwrap();
    }

    fn is_closed(&self, who: &Actor) -> bool {
        let (school, id) = (self.start.town.school, account(who));
        let found = self.start.town.read(|tx| accounts::find(tx, school, id));
        found.unwrap().disabled_at.is_some()
    }

    fn opens(&self, who: &Actor) -> bool {
        let reference = self.reference.clone();
        let listed = self.start.town.app.fetch(who, ListProgrammes::default());
        let listed = listed.is_ok_and(|found| !found.answer.items.is_empty());
        let shown = self.start.town.app.fetch(who, ShowCase { reference });
        assert!(shown.is_ok() || matches!(shown, Err(Refusal::NotFound)));
        assert_eq!(listed, shown.is_ok(), "the list says what the page says");
        listed
    }

    /// Open jobs that leaving has made.
    fn jobs(&self) -> Vec<(Task, Date)> {
        let school = self.start.town.school;
        let all = self
            .start
            .town
            .read(|tx| store::programmes::open_tasks(tx, school, Date::MAX));
        let all = all.into_iter().map(|row| (row.task, row.due));
        all.filter(|(task, _)| matches!(task, Task::LeftRoll | Task::HandOver))
            .collect()
    }

    fn events(&self, kind: &str) -> usize {
        let school = self.start.town.school;
        let all = self
            .start
            .town
            .read(|tx| store::events::of_school(tx, school, 1000));
        let is = |one: &&store::events::Recorded| {
            one.event.as_ref().is_some_and(|event| event.kind() == kind)
        };
        all.iter().filter(is).count()
    }
}

fn account(who: &Actor) -> AccountId {
    who.identity().unwrap().account
}

#[test]
fn a_pupil_who_leaves_takes_everybodys_access_along_and_leaves_a_job_behind() {
    on_both(|engine| {
        let open = Open::on(engine);
        open.leaves(Some(LAST));
        open.it_is(LAST);
        assert!(open.opens(&open.teacher), "the last day still counts");
        assert!(!open.is_closed(&open.child) && open.jobs().is_empty());
        open.it_is(date(2026, 11, 13));
        assert!(open.is_closed(&open.child) && open.is_closed(&open.parent));
        assert!(
            !open.opens(&open.teacher),
            "a teacher has no more to do with them"
        );
        for stays in [&open.start.coordinator, &open.start.head] {
            assert!(open.opens(stays));
        }
        assert_eq!(open.jobs(), [(Task::LeftRoll, LAST)]);
        // Every day once, and one line in the record.
        open.it_is(date(2026, 11, 16));
        assert_eq!((open.jobs().len(), open.events("roll_left")), (1, 1));
        let transfer = Transfer {
            reference: open.reference.clone(),
            reason: "house_move".into(),
            to: "Oakmere Academy".into(),
        };
        open.start
            .town
            .app
            .execute(&open.start.coordinator, transfer)
            .unwrap();
        open.it_is(date(2026, 11, 17));
        assert!(open.jobs().is_empty());
    });
}

#[test]
fn a_parent_of_another_pupil_on_roll_can_still_sign_in() {
    on_both(|engine| {
        let open = Open::on(engine);
        let town = &open.start.town;
        let sister = town.pupil("Ada", "Bramwell", "7T", YearGroup::Y7);
        let also = town.mother(sister, "Gemma Bramwell");
        open.link(&open.parent, Some(&also), None);
        open.leaves(Some(LAST));
        open.it_is(date(2026, 11, 13));
        assert!(open.is_closed(&open.child) && !open.is_closed(&open.parent));
    });
}

#[test]
fn a_pupil_who_is_on_the_list_again_takes_the_job_off() {
    on_both(|engine| {
        let open = Open::on(engine);
        open.leaves(Some(LAST));
        open.it_is(date(2026, 11, 13));
        open.leaves(None);
        open.it_is(date(2026, 11, 16));
        assert!(open.jobs().is_empty());
        assert!(open.opens(&open.teacher));
    });
}

#[test]
fn somebody_who_leaves_the_school_hands_their_part_on() {
    on_both(|engine| {
        let open = Open::on(engine);
        let (town, school) = (&open.start.town, open.start.town.school);
        let staff: StaffId = open.teacher.identity().unwrap().staff();
        let member = town
            .read(|tx| store::staff::find(tx, school, staff))
            .unwrap();
        let member = domain::account::StaffMember {
            left_on: Some(LAST),
            ..member
        };
        let typed = pupils::Source::typed_in(town.app.clock().now());
        town.write(|tx| store::staff::save(tx, None, &member, &typed));
        open.it_is(LAST);
        assert!(!open.is_closed(&open.teacher));
        open.it_is(date(2026, 11, 13));
        assert!(open.is_closed(&open.teacher));
        assert_eq!(open.jobs(), [(Task::HandOver, LAST)]);
        assert_eq!(open.events("colleague_left"), 1);
        let id = town.read(|tx| {
            let found = store::programmes::by_reference(tx, school, &open.reference)?;
            people::of_programme(tx, school, found.unwrap().id)
        });
        let person = id.iter().find(|one| one.name == "Miss Abara").unwrap().id;
        let remove = RemovePerson {
            reference: open.reference.clone(),
            person,
        };
        town.app.execute(&open.start.coordinator, remove).unwrap();
        open.it_is(date(2026, 11, 16));
        assert!(open.jobs().is_empty(), "nobody who has left takes part");
    });
}

#[test]
fn a_contact_whom_a_person_ends_can_no_longer_sign_in() {
    on_both(|engine| {
        let open = Open::on(engine);
        let office = open.start.town.staff("Sam Whitlock", &[R::Office]);
        let end = CorrectValue {
            pupil: open.start.pupil,
            about: About::Contact(open.mother.id, ContactField::Ended),
            value: TODAY.to_string(),
            was: String::new(),
            why: "The placement has ended".into(),
        };
        open.start.town.app.execute(&office, end).unwrap();
        assert!(open.is_closed(&open.parent), "the same day");
        assert!(!open.is_closed(&open.child));
    });
}
