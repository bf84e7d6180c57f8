//! Who teaches the pupil, offered where people are added.

use domain::{
    account::{PersonName, StaffMember},
    group::{GroupPart, GroupPurpose, InGroup, TeachingGroup},
    id::StaffKind,
    text::Line,
};
use store::groups::{self, GroupPupil, GroupStaff};
use testkit::Engine;

use super::world::{AMINA, ELSEWHERE, HERE, JOEL, PUPIL, World, id};

const PEOPLE: &str = "/programmes/kb26-014/people";

/// Joel teaches the pupil art, and nobody has asked him yet.
fn taught(world: &World) {
    let now = world.app().clock().now();
    let art = TeachingGroup {
        id: id(900),
        school: id(HERE),
        name: Line::new("8K art").unwrap(),
        subject: None,
        purpose: GroupPurpose::Lessons,
        ended_on: None,
    };
    world.write(|tx| {
        let source = store::pupils::Source::typed_in(now);
        let tutor = StaffMember {
            id: id(TEACHER),
            school: id(HERE),
            name: PersonName::new(Line::new("Ada Sorrel").unwrap()),
            post: None,
            email: None,
            account: None,
            left_on: None,
        };
        store::staff::add(tx, None, &tutor, &source)?;
        groups::add_many(tx, &[art], &source)?;
        let (group, days, key) = (id(900), InGroup::default(), None);
        let pupil = GroupPupil {
            group,
            pupil: id(PUPIL),
            days,
            key: None,
        };
        groups::put_pupils(tx, id(HERE), &[pupil])?;
        let staff = GroupStaff {
            group,
            staff: id::<StaffKind>(TEACHER),
            part: GroupPart::Teaches,
            days,
            key,
        };
        groups::put_staff(tx, id(HERE), &[staff])
    });
}

const TEACHER: u128 = 901;

#[test]
fn whoever_teaches_the_pupil_is_offered_first_and_added_with_one_press() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        taught(&world);
        let mut amina = world.browser(AMINA);
        let page = amina.get(PEOPLE);
        assert!(page.text().contains("Teaches Rowan"), "{}", page.text());
        assert!(
            page.text().contains("Ada Sorrel, 8K art"),
            "{}",
            page.text()
        );
        let page = amina.press(&page, "Add", &[]);
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.text().contains("They were added"), "{}", page.text());
        // Whoever takes part is not offered again.
        assert!(!page.text().contains("Teaches Rowan"), "{}", page.text());
        let page = amina.get("/programmes/kb26-014/information");
        assert!(page.text().contains("8K art"), "{}", page.text());
        let mut joel = world.browser(JOEL);
        assert!(!joel.get(PEOPLE).text().contains("Teaches Rowan"));
        // Somebody from next door does not even learn that there is such a page.
        assert_eq!(world.browser(ELSEWHERE).get_only(PEOPLE).status, 404);
    }
}
