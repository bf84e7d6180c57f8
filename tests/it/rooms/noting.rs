//! Writing down a call home: the day is three boxes that begin at today, and
//! what is wrong is said where it is wrong.

use domain::id::ContactKind;
use testkit::Engine;

use super::world::{AMINA, DANA, World, id};

const RECORD: &str = "/programmes/kb26-014/record";

#[test]
fn a_call_home_is_of_today_unless_another_day_is_typed() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut amina = world.browser(AMINA);
        let page = amina.get(RECORD);
        let with = id::<ContactKind>(DANA).to_string();
        let call = [
            ("contact", with.as_str()),
            ("reached", "yes"),
            ("summary", "A calm week."),
        ];
        let mut tomorrow = call.to_vec();
        tomorrow.push(("on-day", "11"));
        let wrong = amina.press(&page, "Save the contact", &tomorrow);
        assert_eq!(wrong.status, 422);
        let said = wrong.links("Enter today or a day that has passed");
        assert_eq!(said, ["#on"], "{}", wrong.text());
        assert!(
            wrong.html().contains("A calm week."),
            "what was typed stays"
        );
        let done = amina.press(&page, "Save the contact", &call);
        assert!(done.text().contains("A calm week."), "{}", done.text());
    }
}
