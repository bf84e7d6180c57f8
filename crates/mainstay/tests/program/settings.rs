//! Settings: the command line before the environment before the file, and one
//! clear sentence for one that is wrong.

use std::{net::TcpListener, path::Path};

use crate::program::{Program, command, run, text};

/// A port that is free just now.
fn free() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").to_string()
}

fn database(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("school.db").display())
}

/// Ended with code 2 and one sentence that names each of these.
fn one_sentence(answer: &std::process::Output, names: &[&str]) {
    let said = text(&answer.stderr);
    assert_eq!(answer.status.code(), Some(2), "{said}");
    assert!(answer.stdout.is_empty(), "{}", text(&answer.stdout));
    assert_eq!(said.trim().lines().count(), 1, "one line: {said}");
    assert!(said.trim_end().ends_with('.'), "a sentence: {said}");
    let first = said.chars().next().expect("words");
    assert!(first.is_uppercase() || first == '\'', "a sentence: {said}");
    for name in names {
        assert!(said.contains(name), "'{name}' is not in: {said}");
    }
    for jargon in ["error:", "panicked", "Usage", "src/", "Os {"] {
        assert!(!said.contains(jargon), "'{jargon}' is in: {said}");
    }
}

#[test]
fn a_wrong_word_on_the_command_line_ends_with_one_sentence_and_code_two() {
    for (args, names) in [
        (
            &["serve", "--listen", "nonsense"][..],
            &["--listen", "nonsense", "127.0.0.1:8080"][..],
        ),
        (&["serve", "--listen", "127.0.0.1:99999"], &["--listen"]),
        (
            &["serve", "--database", "mysql://x"],
            &["database", "sqlite:", "postgres://"],
        ),
        (&["serve", "--database", "sqlite:"], &["database"]),
        (
            &["serve", "--proxies", "next-door"],
            &["--proxies", "next-door"],
        ),
        (
            &["serve", "--config", "/nowhere/mainstay.toml"],
            &["/nowhere/mainstay.toml"],
        ),
        (&["serve", "--colour", "red"], &["--colour"]),
        (&["sevre"], &["sevre"]),
        (&["import", "pupils", "x.csv"], &["--school"]),
        (
            &["import", "parents", "x.csv", "--school", "990001"],
            &["parents", "pupils"],
        ),
        (&["demo", "--today", "tomorrow"], &["--today", "tomorrow"]),
    ] {
        one_sentence(&run(args), names);
    }
}

#[test]
fn a_wrong_setting_in_the_environment_or_the_file_ends_the_same_way() {
    let mut serve = command();
    let serve = serve.arg("serve").env("MAINSTAY_LISTEN", "nonsense");
    one_sentence(&serve.output().expect("it ends"), &["listen", "nonsense"]);
    let mut serve = command();
    let serve = serve.arg("serve").env("MAINSTAY_DATABASE", "oracle:x");
    one_sentence(&serve.output().expect("it ends"), &["database"]);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mainstay.toml");
    for (written, names) in [
        ("listen = \"nonsense\"\n", &["listen", "nonsense"][..]),
        ("listen = \"127.0.0.1:1\"\nport = 4\n", &["line 2", "port"]),
        ("listen = 4\n", &["line 1"]),
        ("database = \"mysql://x\"\n", &["database"]),
        ("proxies = [\"next-door\"]\n", &["next-door"]),
        ("this is no settings file", &["line 1"]),
    ] {
        std::fs::write(&file, written).expect("a file");
        let mut serve = command();
        let serve = serve.args(["serve", "--config"]).arg(&file);
        one_sentence(&serve.output().expect("it ends"), names);
    }
}

#[test]
fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let (in_file, in_environment, on_line) = (free(), free(), free());
    let file = folder.path().join("mainstay.toml");
    let written = format!(
        "listen = \"{in_file}\"\ndatabase = \"{}\"\n",
        database(folder.path())
    );
    std::fs::write(&file, written).expect("a file");
    let start = |environment: bool, line: bool| {
        let mut serve = command();
        serve.args(["serve", "--config"]).arg(&file);
        if environment {
            serve.env("MAINSTAY_LISTEN", &in_environment);
        }
        if line {
            serve.args(["--listen", &on_line]);
        }
        Program::from(serve).address().to_string()
    };
    assert_eq!(start(false, false), in_file);
    assert_eq!(start(true, false), in_environment);
    assert_eq!(start(true, true), on_line);
    assert!(
        folder.path().join("school.db").is_file(),
        "the database is the file's"
    );
}

#[test]
fn the_settings_file_can_be_named_in_the_environment() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mainstay.toml");
    let at = free();
    let written = format!(
        "listen = \"{at}\"\ndatabase = \"{}\"\n",
        database(folder.path())
    );
    std::fs::write(&file, written).expect("a file");
    let mut serve = command();
    serve.arg("serve").env("MAINSTAY_CONFIG", &file);
    assert_eq!(Program::from(serve).address().to_string(), at);
}
