//! Power cuts: the program is killed in the middle of its work, again and
//! again. Whatever it had said was done is there afterwards, and nothing is broken.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on must stop, loudly"
)]

mod client;
mod program;

use std::{
    collections::BTreeSet,
    sync::mpsc::{RecvTimeoutError, channel},
    time::Duration,
};

use client::Client;
use program::{Program, is_sound};

/// How often the plug is pulled.
const CUTS: u64 = 20;
const PASSWORD: &str = "marmalade tractor otter";
const AMINA: &str = "amina.farrow@kestrelbridge.example";

/// Makes the school and signs its administrator in.
fn moved_in(program: &Program) -> Client {
    let mut amina = Client::to(program.address());
    let setup = program.setup().expect("an empty school is offered");
    let made = amina.fill_in(
        &setup,
        &[
            ("school", "Kestrel Bridge School"),
            ("urn", "990001"),
            ("name", "Amina Farrow"),
            ("email", AMINA),
            ("also", "coordinator"),
            ("password", PASSWORD),
            ("password_again", PASSWORD),
        ],
    );
    assert_eq!(made.expect("an answer").status, 303);
    let signed_in = amina.fill_in("/sign-in", &[("email", AMINA), ("password", PASSWORD)]);
    assert_eq!(signed_in.expect("an answer").status, 303);
    amina
}

/// Invites one person after another until the plug is pulled; answers whom the
/// program said it had invited.
fn invite_until_cut(mut amina: Client, round: u64) -> Vec<String> {
    let mut promised = Vec::new();
    for number in 0_u32.. {
        let email = format!("person-{round}-{number}@kestrelbridge.example");
        let fields = [
            ("name", "Joel Petrie"),
            ("email", &email),
            ("roles", "teacher"),
        ];
        match amina.fill_in("/settings/people/invite", &fields) {
            Some(answer)
                if answer.status == 200 && answer.text.contains("Hand this address to") =>
            {
                promised.push(email);
            }
            Some(answer) => panic!("{}: {}", answer.status, answer.text),
            None => break,
        }
    }
    promised
}

/// Waits without a clock of its own.
fn wait(time: Duration) {
    let (_kept, never) = channel::<()>();
    assert_eq!(never.recv_timeout(time), Err(RecvTimeoutError::Timeout));
}

#[test]
fn whatever_was_said_to_be_done_is_there_after_the_power_goes() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    let mut program = Program::start(&database);
    let mut amina = moved_in(&program);
    let mut promised = BTreeSet::new();
    for round in 0..CUTS {
        let writer = amina.clone();
        let writing = std::thread::spawn(move || invite_until_cut(writer, round));
        // Spread over 20 to 320 ms, the same in every run.
        wait(Duration::from_millis(20 + round * 7919 % 300));
        program.cut();
        promised.extend(writing.join().expect("the writer ends"));
        assert!(is_sound(&database), "round {round}: mainstay check");

        program = Program::start(&database);
        amina.moves_to(program.address());
        let people = amina.get("/settings/people").expect("an answer");
        assert_eq!(people.status, 200, "still signed in");
        for email in &promised {
            assert!(
                people.text.contains(email.as_str()),
                "round {round} lost {email}"
            );
        }
    }
    assert!(
        promised.len() > 20,
        "only {} were written at all",
        promised.len()
    );
    program.cut();
}
