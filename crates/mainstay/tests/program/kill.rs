//! Power cuts: the program is killed in the middle of its work, again and
//! again, on both engines; and the database server under it. Whatever it had
//! said was done is there afterwards, and nothing is broken.

use std::{collections::BTreeSet, thread::JoinHandle, time::Duration};

use testkit::cluster::{Care, Cluster};

use crate::{
    client::Client,
    program::{Program, is_sound, wait},
};

/// Writers at work at the same time when the plug is pulled.
const WRITERS: u64 = 2;
/// A school is cut so often before the next is founded: its list stays short.
const CUTS_A_SCHOOL: u64 = 25;

/// What became of one save.
enum Said {
    Done,
    /// It was said plainly that it was not done.
    NotDone,
    /// The line went dead.
    Nothing,
}

fn invite(amina: &mut Client, email: &str) -> Said {
    let fields = [
        ("name", "Joel Petrie"),
        ("email", email),
        ("roles", "teacher"),
    ];
    let path = "/settings/people/invite";
    let Some(form) = amina.get(path) else {
        return Said::Nothing;
    };
    if form.status != 200 {
        return Said::NotDone;
    }
    match amina.send_form(path, &form, &fields) {
        Some(answer) if answer.status == 200 && answer.text.contains("Hand this address to") => {
            Said::Done
        }
        Some(_) => Said::NotDone,
        None => Said::Nothing,
    }
}

/// Invites one person after another until the plug is pulled; answers whom the
/// program said it had invited.
fn writing(amina: &Client, round: u64) -> Vec<JoinHandle<Vec<String>>> {
    let writer = |number: u64| {
        let mut amina = amina.clone();
        std::thread::spawn(move || {
            let mut promised = Vec::new();
            for n in 0_u32..400 {
                let email = format!("person-{round}-{number}-{n}@kestrelbridge.example");
                match invite(&mut amina, &email) {
                    Said::Done => promised.push(email),
                    Said::NotDone => {}
                    Said::Nothing => break,
                }
            }
            promised
        })
    };
    (0..WRITERS).map(writer).collect()
}

fn all_there(amina: &mut Client, promised: &BTreeSet<String>, when: &str) {
    let people = amina.get("/settings/people").expect("an answer");
    assert_eq!(people.status, 200, "{when}: still signed in");
    for email in promised {
        assert!(people.text.contains(email.as_str()), "{when}: lost {email}");
    }
}

/// Pulls the plug of one program so often; answers how much was promised.
fn cut(database: &str, cuts: u64) -> usize {
    let mut program = Program::start(database);
    let mut amina = program.moved_in();
    let mut promised = BTreeSet::new();
    for round in 0..cuts {
        let writers = writing(&amina, round);
        // Spread over 10 to 130 ms, the same in every run.
        wait(Duration::from_millis(10 + round * 7919 % 120));
        program.cut();
        for writer in writers {
            promised.extend(writer.join().expect("the writer ends"));
        }
        assert!(is_sound(database), "round {round}: mainstay check");
        program = Program::start(database);
        amina.moves_to(program.address());
        all_there(&mut amina, &promised, &format!("round {round}"));
    }
    program.cut();
    promised.len()
}

#[test]
fn a_hundred_power_cuts_lose_nothing_that_was_said_to_be_done() {
    let folder = tempfile::tempdir().expect("a folder");
    let written: usize = (0..4)
        .map(|school| {
            let file = folder.path().join(format!("school-{school}.db"));
            cut(&format!("sqlite:{}", file.display()), CUTS_A_SCHOOL)
        })
        .sum();
    assert!(written > 100, "only {written} were written at all");
}

#[test]
fn power_cuts_on_postgresql_lose_nothing_that_was_said_to_be_done() {
    let cluster = Cluster::start(Care::Full);
    let database = cluster.address(&cluster.database(None));
    let written = cut(&database, CUTS_A_SCHOOL);
    assert!(written > 20, "only {written} were written at all");
}

#[test]
fn when_the_database_server_dies_the_program_says_so_and_goes_on_once_it_is_back() {
    let mut cluster = Cluster::start(Care::Full);
    let database = cluster.address(&cluster.database(None));
    let program = Program::start(&database);
    let mut amina = program.moved_in();
    let mut promised = BTreeSet::new();
    for round in 0..5 {
        for n in 0..8 {
            let email = format!("before-{round}-{n}@kestrelbridge.example");
            assert!(matches!(invite(&mut amina, &email), Said::Done));
            promised.insert(email);
        }
        let mut second = amina.clone();
        let writer = std::thread::spawn(move || {
            let mut promised = Vec::new();
            for n in 0_u32.. {
                let email = format!("during-{round}-{n}@kestrelbridge.example");
                match invite(&mut second, &email) {
                    Said::Done => promised.push(email),
                    Said::NotDone | Said::Nothing => break,
                }
            }
            promised
        });
        wait(Duration::from_millis(40 + round * 17));
        cluster.crash();
        promised.extend(writer.join().expect("the writer is told"));
        cluster.revive();
        assert!(is_sound(&database), "round {round}: mainstay check");
        all_there(&mut amina, &promised, &format!("round {round}"));
    }
}
