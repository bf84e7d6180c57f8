//! `mainstay serve`: help a technician understands, the one-time address,
//! stopping gently, and needing nothing but itself.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use crate::{
    client::{Client, filled},
    program::{PROGRAM, Program, bare, command, run, text, wait},
};

#[test]
fn help_says_what_it_does_in_words_and_fits_a_terminal() {
    for args in [
        &["--help"][..],
        &["serve", "--help"],
        &["import", "--help"],
        &["check", "--help"],
    ] {
        let answer = run(args);
        let said = text(&answer.stdout);
        assert!(answer.status.success(), "{args:?}");
        assert!(
            answer.stderr.is_empty(),
            "{args:?}: {}",
            text(&answer.stderr)
        );
        assert!(
            said.lines().all(|line| line.chars().count() <= 100),
            "{said}"
        );
    }
    let whole = text(&run(&["--help"]).stdout);
    for word in [
        "serve",
        "demo",
        "check",
        "import",
        "Exit codes",
        "MAINSTAY_LISTEN",
    ] {
        assert!(whole.contains(word), "'{word}' is not in {whole}");
    }
    let serve = text(&run(&["serve", "--help"]).stdout);
    for word in [
        "--listen",
        "--database",
        "--config",
        "sqlite:",
        "postgres://",
        "8080",
    ] {
        assert!(serve.contains(word), "'{word}' is not in {serve}");
    }
}

#[test]
fn an_empty_database_prints_a_one_time_address_and_a_school_makes_it_go() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    let mut program = Program::start(&database);
    let first = program.setup().expect("an address");
    program.cut();
    let mut program = Program::start(&database);
    let second = program.setup().expect("another address");
    assert_ne!(first, second, "each start makes its own");
    let mut stranger = Client::to(program.address());
    assert_eq!(
        stranger.get(&first).expect("an answer").status,
        404,
        "the old one is void"
    );
    program.moved_in();
    assert_eq!(
        stranger.get(&second).expect("an answer").status,
        404,
        "it worked once"
    );
    program.cut();
    assert!(
        Program::start(&database).setup().is_none(),
        "there is a school"
    );
}

#[test]
fn asked_to_stop_it_finishes_what_is_running_and_ends_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("school.db");
    let mut program = Program::start(&format!("sqlite:{}", file.display()));
    let mut amina = program.moved_in();
    let path = "/settings/people/invite";
    let form = amina.get(path).expect("the form");
    let fields = [
        ("name", "Joel Petrie"),
        ("email", "joel@kestrelbridge.example"),
        ("roles", "teacher"),
    ];
    let body = filled(path, &form, &fields);
    let (first, rest) = body.split_at(body.len() / 2);
    let mut socket = TcpStream::connect(program.address()).expect("a line");
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncookie: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        program.address(),
        amina.cookies(),
        body.len(),
    );
    socket.write_all(head.as_bytes()).expect("half a form");
    socket.write_all(first.as_bytes()).expect("half a form");
    wait(Duration::from_millis(200));
    program.ask_to_stop();
    wait(Duration::from_millis(200));
    assert!(
        TcpStream::connect(program.address()).is_err(),
        "nobody new comes in"
    );
    socket.write_all(rest.as_bytes()).expect("the other half");
    let mut said = String::new();
    socket.read_to_string(&mut said).expect("an answer");
    assert!(said.starts_with("HTTP/1.1 200"), "{said}");
    assert!(said.contains("Hand this address to"));
    assert_eq!(program.ended().code(), Some(0));
    let log = file.with_extension("db-wal");
    assert!(
        log.metadata().map_or(true, |log| log.len() == 0),
        "everything is in the one file"
    );
}

#[test]
fn it_stops_at_once_when_nothing_is_running() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    let mut program = Program::start(&database);
    program.ask_to_stop();
    assert_eq!(program.ended().code(), Some(0));
}

#[test]
fn it_needs_no_file_beside_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("mainstay");
    std::fs::copy(PROGRAM, &program).expect("a copy");
    let home = folder.path().join("empty");
    std::fs::create_dir(&home).expect("an empty folder");
    let mut serve = bare(&program);
    serve
        .current_dir(&home)
        .env_clear()
        .args(["serve", "--listen", "127.0.0.1:0"]);
    let program = Program::from(serve);
    let mut stranger = Client::to(program.address());
    let page = stranger.get("/sign-in").expect("a page");
    assert_eq!(page.status, 200);
    let quoted = page.text.split('"');
    let parts: Vec<&str> = quoted.filter(|part| part.starts_with("/assets/")).collect();
    assert!(parts.iter().any(|part| part.contains(".css")), "{parts:?}");
    for part in parts {
        assert_eq!(stranger.get(part).expect("an answer").status, 200, "{part}");
    }
    let made: Vec<_> = std::fs::read_dir(&home)
        .expect("the folder")
        .flatten()
        .map(|entry| std::fs::DirEntry::file_name(&entry))
        .collect();
    assert_eq!(
        made,
        ["mainstay-data"],
        "it makes its data folder and nothing else"
    );
}

#[test]
fn a_second_program_on_the_same_file_ends_with_one_sentence_and_others_may_look() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("school.db");
    let database = format!("sqlite:{}", file.display());
    let mut program = Program::start(&database);
    for asked in [
        vec!["serve", "--listen", "127.0.0.1:0"],
        vec!["generate", "--schools", "1"],
    ] {
        let answer = command()
            .args(asked)
            .args(["--database", &database])
            .output()
            .expect("it ends");
        assert_eq!(answer.status.code(), Some(2));
        let said = text(&answer.stderr);
        assert_eq!(said.trim().lines().count(), 1, "{said}");
        assert!(
            said.contains("school.db") && said.contains("Stop it first"),
            "{said}"
        );
    }
    let check = run(&["check", "--database", &database]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
    program.cut();
    drop(Program::start(&database));
}

#[test]
fn an_address_that_is_taken_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    let program = Program::start(&database);
    let other = format!("sqlite:{}", folder.path().join("other.db").display());
    let taken = program.address().to_string();
    let answer = command()
        .args(["serve", "--listen", &taken, "--database", &other])
        .output()
        .expect("it ends");
    assert_eq!(answer.status.code(), Some(1));
    let said = text(&answer.stderr);
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert!(said.contains(&taken) && said.contains("--listen"), "{said}");
}
