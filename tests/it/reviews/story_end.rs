//! The end of the story: proposed, sent back, confirmed, looked in on, closed.

use jiff::civil::date;

use super::{story::follow, world::*};

/// What the final meeting settles for a plan that was successful.
const ENDED: [(&str, &str); 31] = [
    ("promise-1", "kept"),
    ("promise-2", "kept"),
    ("promise-3", "kept"),
    ("promise-4", "kept"),
    ("promise-5", "kept"),
    ("target-1-end", "met"),
    ("target-1-evidence", "31 of 38 days."),
    ("target-2-end", "partly_met"),
    ("target-2-evidence", "6 of 16 days."),
    ("target-3-end", "not_measured"),
    ("target-3-evidence", "Too few days."),
    ("says-pupil", "I’d keep Mr Petrie."),
    ("says-home", "The phone stopped ringing."),
    ("closing-pupil-helped", "yes"),
    ("closing-pupil-fair", "partly"),
    ("closing-pupil-kept", "yes"),
    ("closing-home-helped", "partly"),
    ("closing-home-fair", "yes"),
    ("closing-home-kept", "partly"),
    ("judgement", "successful"),
    ("reason", "No suspensions for twelve weeks."),
    ("credit", "Staying when it was hard."),
    ("carries-on", "commitment_00000000000000000000000000000001"),
    ("carries-until-day", "12"),
    ("carries-until-month", "2"),
    ("carries-until-year", "2027"),
    ("adult", "person_00000000000000000000000000000001"),
    ("how-often", "weekly"),
    ("keeps", "The seat by the door\nThe card"),
    ("early-signs", "Late on Mondays"),
    ("if-they-appear", "Mr Petrie meets him the same day."),
];

pub(super) fn the_end(world: &World) {
    world.on(date(2027, 1, 8));
    let mut amina = world.browser(AMINA);
    let case = amina.get(ROOT);
    let page = follow(&mut amina, &case, "Complete the final evaluation");
    assert_eq!(page.path, format!("{ROOT}/meetings/final/outcome"));
    assert_eq!(world.stage(), "final_due");
    let wrong = amina.press(
        &page,
        "Propose it to the head",
        &[("reason", "It went well.")],
    );
    assert_eq!(wrong.status, 422);
    let words = problems(&wrong);
    assert!(
        words.contains(&"Choose whether the plan was successful.".to_owned()),
        "{words:?}"
    );
    assert!(
        words.contains(&"Write what Rowan says, or choose why there are no words.".to_owned()),
        "{words:?}"
    );
    assert!(wrong.html().contains("It went well."));
    let proposed = amina.press(&wrong, "Propose it to the head", &ENDED);
    assert_eq!(proposed.status, 200, "{:?}", problems(&proposed));
    assert!(
        proposed.text().contains("What is proposed"),
        "{}",
        proposed.text()
    );
    assert!(
        !proposed.text().contains("Confirm the judgement"),
        "the head confirms"
    );

    let mut ruth = world.browser(RUTH);
    let today = ruth.get("/today");
    let page = follow(&mut ruth, &today, "Confirm how Rowan Tidewell’s plan ended");
    let wrong = ruth.press(&page, "Send it back", &[]);
    assert_eq!(
        problems(&wrong),
        ["Say what should change before you confirm it"]
    );
    let back = ruth.press(
        &page,
        "Send it back",
        &[("return-why", "Add what his teachers say.")],
    );
    assert!(
        back.text().contains("back with the coordinator"),
        "{}",
        back.text()
    );
    let page = amina.get(&page.path);
    assert!(
        page.text().contains("Add what his teachers say."),
        "{}",
        page.text()
    );
    let again = [("says-staff", "He stays, and that’s the big thing.")];
    let again = amina.press(&page, "Propose it to the head", &again);
    assert_eq!(
        again.status,
        200,
        "what was proposed is still filled in: {:?}",
        problems(&again)
    );
    let page = ruth.get(&page.path);
    let wrong = ruth.press(
        &page,
        "Confirm the judgement",
        &[("confirm-why", "Calmer weeks.")],
    );
    assert_eq!(problems(&wrong), ["Choose how likely exclusion is now"]);
    assert!(wrong.html().contains("Calmer weeks."));
    let done = ruth.press(&wrong, "Confirm the judgement", &[("risk", "lower")]);
    assert_eq!(
        done.path,
        format!("{ROOT}/aftercare"),
        "{:?}",
        problems(&done)
    );
    assert_eq!(world.stage(), "aftercare");
}

pub(super) fn after(world: &World) {
    let home = world.browser(DANA).get(ROOT);
    assert!(
        home.text().contains("Successful. Lighter support until"),
        "{}",
        home.text()
    );
    world.on(date(2027, 1, 29));
    let mut joel = world.browser(JOEL);
    let today = joel.get("/today");
    let page = follow(
        &mut joel,
        &today,
        "Check how it is going for Rowan Tidewell",
    );
    assert!(
        page.text().contains("The seat by the door; The card"),
        "{}",
        page.text()
    );
    let wrong = joel.press(&page, "Save the check", &[("check-pupil", "11")]);
    assert_eq!(problems(&wrong), ["Enter a number from 0 to 10"]);
    let done = joel.press(
        &page,
        "Save the check",
        &[("check-pupil", "8"), ("check-note", "Settled.")],
    );
    assert!(
        done.text().contains("Rowan says 8 of 10. Settled."),
        "{}",
        done.text()
    );
    let wrong = joel.press(&done, "End aftercare", &[]);
    assert_eq!(problems(&wrong), ["Say how it went, in a few words"]);
    let ended = joel.press(&done, "End aftercare", &[("end-note", "A good half-term.")]);
    assert_eq!(ended.path, ROOT);
    assert_eq!(world.stage(), "archived");
    assert!(
        ended.text().contains("It can only be read."),
        "{}",
        ended.text()
    );
    let read = world
        .browser(AMINA)
        .get(&format!("{ROOT}/meetings/final/outcome"));
    assert!(
        read.text().contains("The plan was successful"),
        "{}",
        read.text()
    );
}
