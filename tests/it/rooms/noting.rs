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
            ("channel", "phone"),
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

#[test]
fn only_a_yes_counts_as_a_contact_home() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut amina = world.browser(AMINA);
        let page = amina.get(RECORD);
        let with = id::<ContactKind>(DANA).to_string();
        let call = [
            ("contact", with.as_str()),
            ("channel", "phone"),
            ("reached", "yes"),
            ("summary", "A calm week."),
        ];
        let without = |left: &str| {
            let rest = call.iter().filter(|(name, _)| *name != left);
            rest.copied().collect::<Vec<_>>()
        };
        for (left, words) in [
            ("channel", "Choose how you were in touch"),
            ("reached", "Say whether you reached them"),
            ("summary", "Say in a few words what was said"),
        ] {
            let wrong = amina.press(&page, "Save the contact", &without(left));
            assert_eq!(wrong.status, 422, "{left}");
            assert_eq!(wrong.links(words).len(), 1, "{}", wrong.text());
        }
        let mut no = without("reached");
        no.push(("reached", "no"));
        let case = amina.press(&page, "Save the contact", &no);
        let tried = "Amina Farrow tried to reach Dana";
        assert!(case.text().contains(tried), "{}", case.text());
        assert!(!case.text().contains("was in touch"), "{}", case.text());
    }
}
