//! Pausing, lengthening, leaving, stopping and putting right, through the pages.

use jiff::civil::date;
use testkit::Engine;

use super::world::*;

fn at(slug: &str) -> String {
    format!("{ROOT}/moves/{slug}")
}

#[test]
fn a_pause_names_the_head_who_agrees_and_the_dates_move_when_it_ends() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let mut amina = world.browser(AMINA);
        let page = amina.get(&at("pause"));
        let fill = [
            ("pause-why", "A long stay in hospital."),
            ("pause-expected-day", "9"),
            ("pause-expected-month", "11"),
            ("pause-expected-year", "2026"),
        ];
        let wrong = amina.press(&page, "Pause from today", &fill);
        assert_eq!(problems(&wrong), ["Choose a reason"]);
        assert!(wrong.html().contains("A long stay in hospital."));
        let wrong = amina.press(&wrong, "Pause from today", &[("pause-reason", "illness")]);
        assert_eq!(problems(&wrong), ["Choose the headteacher who agrees"]);
        let ruth = id::<domain::id::AccountKind>(RUTH).to_string();
        let case = amina.press(&wrong, "Pause from today", &[("other", &ruth)]);
        assert_eq!((case.path.as_str(), world.stage()), (ROOT, "paused"));
        assert!(
            case.text().contains("The clock is stopped since"),
            "{}",
            case.text()
        );
        assert_eq!(amina.get(&at("pause")).status, 403);
        world.on(date(2026, 11, 9));
        let mut amina = world.browser(AMINA);
        assert!(
            amina
                .get("/today")
                .text()
                .contains("Start Rowan Tidewell’s clock again")
        );
        let page = amina.get(&at("resume"));
        let case = amina.press(&page, "Start again today", &[]);
        assert_eq!(world.stage(), "active");
        assert!(
            case.text().contains("The planned end is"),
            "{}",
            case.text()
        );
    }
}

#[test]
fn the_head_makes_it_longer_once_when_the_family_knows() {
    for engine in Engine::BOTH {
        let world = World::at_the_end(engine);
        let mut ruth = world.browser(RUTH);
        let list = ruth.get(&format!("{ROOT}/moves"));
        let page = ruth.get(&list.links("Make the programme longer")[0]);
        let fill = [
            ("weeks", "4"),
            ("extend-why", "Two targets are nearly there."),
        ];
        let wrong = ruth.press(&page, "Make it longer", &fill);
        assert!(
            problems(&wrong)[0].starts_with("Tell the family"),
            "{}",
            wrong.text()
        );
        assert!(wrong.html().contains("Two targets are nearly there."));
        let told = [
            ("extend-told-day", "11"),
            ("extend-told-month", "1"),
            ("extend-told-year", "2027"),
        ];
        let case = ruth.press(&wrong, "Make it longer", &told);
        assert_eq!(world.stage(), "active", "{:?}", problems(&case));
        assert!(
            case.text().contains("of 16"),
            "the weeks say so: {}",
            case.text()
        );
        assert_eq!(ruth.get(&at("extend")).status, 403);
    }
}

#[test]
fn a_pupil_who_leaves_closes_the_programme_with_a_place_to_go() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let mut amina = world.browser(AMINA);
        let page = amina.get(&at("transfer"));
        let press = "Close: the pupil is leaving";
        let wrong = amina.press(&page, press, &[("transfer-reason", "managed_move")]);
        assert!(problems(&wrong)[0].starts_with("Enter where the pupil is going"));
        let case = amina.press(&wrong, press, &[("transfer-to", "Otter Lane School")]);
        assert_eq!(world.stage(), "closed_transferred");
        assert!(
            case.text()
                .contains("Closed on Thursday 22 October 2026, because the pupil left this school: managed move."),
            "{}",
            case.text()
        );
        assert!(
            case.text().contains("Hand over the record"),
            "{}",
            case.text()
        );
        let today = amina.get("/today");
        assert!(
            today
                .text()
                .contains("Hand over the record for Rowan Tidewell"),
            "{}",
            today.text()
        );
    }
}

#[test]
fn the_head_stops_a_programme_and_puts_a_wrong_move_right_with_an_administrator() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let mut ruth = world.browser(RUTH);
        let page = ruth.get(&at("withdraw"));
        let wrong = ruth.press(
            &page,
            "Stop the programme",
            &[("withdraw-reason", "in_error")],
        );
        assert_eq!(problems(&wrong), ["Say why, in a few words"]);
        let why = [("withdraw-why", "Pressed for the wrong pupil.")];
        ruth.press(&wrong, "Stop the programme", &why);
        assert_eq!(world.stage(), "closed_withdrawn");

        let page = ruth.get(&at("correct"));
        let wrong = ruth.press(
            &page,
            "Take it back",
            &[("correct-why", "The wrong pupil.")],
        );
        assert_eq!(problems(&wrong), ["Choose a stage before this one"]);
        let wrong = ruth.press(&wrong, "Take it back", &[("correct-to", "active")]);
        assert_eq!(
            problems(&wrong),
            ["Choose the system administrator who agrees"]
        );
        let sam = id::<domain::id::AccountKind>(SAM).to_string();
        let case = ruth.press(&wrong, "Take it back", &[("other", &sam)]);
        assert_eq!((case.path.as_str(), world.stage()), (ROOT, "active"));
        assert!(case.text().contains("Put right."), "{}", case.text());
        assert_eq!(
            world.browser(SAM).get(ROOT).status,
            404,
            "administrators see no programme"
        );
    }
}
