//! The technician sets the school up: its first account, its files, its people.

use testkit::{JavaScript, town::PASSWORD};

use super::{ABARA, AMINA, HELEN, JOEL, Life, RUTH, SAM, file};

/// What the page's own download gives.
const FETCH: &str = "
const done = arguments[arguments.length - 1]
fetch(document.querySelector('a[download]').href).then(r => r.text()).then(done, e => done(String(e)))";

/// The address that `mainstay serve` prints for an empty database.
pub fn with_the_address_of_the_terminal(life: &mut Life) {
    life.chapter = "set-up";
    let token = life.town.app.offer_setup().unwrap().unwrap();
    let visitor = &life.visitor;
    visitor.go(&format!("/setup/{}", token.secret()));
    visitor.is_at("Set up your school");
    life.looks();
    let visitor = &life.visitor;
    visitor.fill("The school’s name", "Kestrel Bridge School");
    visitor.fill("Unique reference number (URN)", "990001");
    visitor.fill("Your name", "Sam Whitlock");
    visitor.fill("Your email address", SAM);
    visitor.fill("Choose a password", PASSWORD);
    visitor.fill("Type it again", PASSWORD);
    life.presses("Set up the school");
    assert_eq!(life.visitor.path(), "/sign-in");
}

/// Pupils, staff and the calendar, each looked at before it is stored.
pub fn files(life: &mut Life) {
    life.chapter = "import";
    life.becomes(SAM);
    for (kind, name, says) in [
        (
            "Pupils and their contacts",
            "mis/pupils_mis_extract.csv",
            "300",
        ),
        ("Staff", "mis/staff_mis_extract.csv", "30"),
        (
            "Term dates",
            "term-dates/synthshire_term_dates.json",
            "522 days",
        ),
    ] {
        life.visitor.go("/settings/imports");
        life.visitor.choose(kind);
        life.visitor.attach("The file", &file(name));
        life.presses("Look at the file");
        life.hears(says);
        life.presses("Import ");
        assert!(life.visitor.status() < 400, "{}", life.visitor.text());
    }
    a_row_to_put_right(life);
    life.visitor.go("/settings/imports");
    life.looks();
}

/// A day that never was is refused by line, and that row can be downloaded.
fn a_row_to_put_right(life: &mut Life) {
    let pupils = std::fs::read_to_string(file("mis/pupils_mis_extract.csv")).unwrap();
    let rows: Vec<&str> = pupils.lines().take(3).collect();
    let folder = tempfile::tempdir().unwrap();
    let wrong = folder.path().join("three pupils.csv");
    std::fs::write(
        &wrong,
        rows.join("\r\n").replace("30/07/2014", "31/02/2014"),
    )
    .unwrap();
    life.visitor.go("/settings/imports");
    life.visitor.choose("Pupils and their contacts");
    life.visitor.attach("The file", &wrong);
    life.presses("Look at the file");
    life.hears("Download these rows to put right");
    if life.script == JavaScript::On {
        let rows = life.visitor.run_and_wait(FETCH, &[]);
        assert!(rows.as_str().unwrap().contains("31/02/2014"), "{rows}");
        life.met.note("/settings/imports/{import}/refused.csv");
    }
    life.presses("Erase the file and import nothing");
}

/// Everyone is invited, and makes their account.
pub fn people(life: &mut Life) {
    life.chapter = "invite";
    for (name, email, role) in [
        ("Amina Farrow", AMINA, "Coordinator"),
        ("Ruth Calloway", RUTH, "Headteacher"),
        ("Helen Marsh", HELEN, "Designated safeguarding lead"),
        ("Joel Petrie", JOEL, "Teacher"),
        ("Miss Abara", ABARA, "Teacher"),
    ] {
        life.becomes(SAM);
        life.visitor.go("/settings/people/invite");
        life.visitor.fill("Their name", name);
        life.visitor.fill("Their work email address", email);
        life.visitor.choose(role);
        life.presses("Make the address");
        life.takes_up();
    }
    life.becomes(SAM);
    life.visitor.go("/settings/people");
    life.looks();
}
