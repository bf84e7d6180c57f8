//! `mainstay demo`: the demonstration school, on a fixed day, in a folder that
//! is gone when it stops. It never opens a real database.

mod case;
mod days;
mod plan;
mod school;
mod story;

use std::{net::SocketAddr, process::ExitCode};

use app::{App, Chance};
use clap::Args;
use domain::clock::{Clock, MovableClock, london};
use jiff::civil::Date;
use store::Db;
use web::{DemoPerson, Settings};

use crate::{Problem, answer, say, serve::serve};

/// Everybody's password in the demonstration.
const PASSWORD: &str = "kestrel bridge mast rope";

/// How to show the demonstration.
#[derive(Debug, Clone, Args)]
pub struct Demo {
    /// The day it is in the demonstration school.
    #[arg(long, default_value = "2026-11-10", value_name = "DATE")]
    pub today: Date,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,
    /// Say the address and the people as one line of JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

/// Builds the school and serves it.
///
/// # Errors
/// [`Problem`].
pub fn run(asked: &Demo) -> Result<ExitCode, Problem> {
    let folder = tempfile::Builder::new()
        .prefix("mainstay-demo-")
        .tempdir()
        .map_err(|source| Problem::Io {
            what: "A temporary folder could not be made".into(),
            source,
        })?;
    let address = format!("sqlite:{}", folder.path().join("demo.db").display());
    let (app, people) = build(&address, asked.today)?;
    let settings = Settings {
        proxies: Vec::new(),
        demonstration: people.clone(),
    };
    let json = asked.json;
    serve(app, settings, asked.listen, move |address| {
        tell(&format!("http://{address}/"), &people, json);
    })
}

/// The school with all its records, in the database at `address`.
///
/// # Errors
/// [`Problem`].
pub fn build(address: &str, today: Date) -> Result<(App, Vec<DemoPerson>), Problem> {
    let morning = today
        .at(11, 48, 0, 0)
        .to_zoned_datetime(london())
        .map_err(|_| {
            Problem::Setting(format!(
                "The day {today} cannot be shown. Choose another with --today."
            ))
        })?;
    let clock = MovableClock::at(morning.timestamp());
    let app = App::new(Db::open(address)?, Clock::from(clock), Chance::seeded(2026));
    let refused = |refusal: app::Refusal| {
        Problem::Refused(format!("The demonstration could not be made: {refusal}."))
    };
    let school = school::make(&app, PASSWORD).map_err(refused)?;
    story::tell(&app, &school).map_err(refused)?;
    app.turn_the_day().map_err(refused)?;
    Ok((app, school.people_to_be()))
}

fn tell(url: &str, people: &[DemoPerson], json: bool) {
    if json {
        let people: Vec<_> = people
            .iter()
            .map(|person| {
                serde_json::json!({
                    "name": person.name, "role": person.role,
                    "email": person.email, "password": person.password,
                })
            })
            .collect();
        answer(&serde_json::json!({ "url": url, "people": people }).to_string());
        return;
    }
    say(&format!("The demonstration school is at {url}"));
    say(&format!("Everybody's password is: {PASSWORD}"));
    for person in people {
        say(&format!(
            "  {:<18} {:<44} {}",
            person.name, person.email, person.role
        ));
    }
    say("Nothing here is real, and all of it is gone when you stop it with Ctrl+C.");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demonstration_school_has_a_programme_at_every_stage_and_is_sound() {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("demo.db").display());
        let (app, people) = build(&address, jiff::civil::date(2026, 11, 10)).unwrap();
        assert!(people.iter().any(|person| person.name == "Amina Farrow"));
        let findings = store::check::check(app.db()).unwrap();
        assert!(
            findings
                .iter()
                .all(|f| f.sound == store::check::Soundness::Sound),
            "{findings:?}"
        );
        let school = app.db().read(store::schools::ids).unwrap()[0];
        let lines = app
            .db()
            .read(|tx| store::programmes::of_school(tx, school))
            .unwrap();
        let stages: Vec<String> = lines
            .iter()
            .map(|line| {
                format!(
                    "{} {}",
                    line.name.called(),
                    line.programme.stage.name().code()
                )
            })
            .collect();
        for wanted in [
            "Callum active",
            "Elsie meeting_set",
            "Idris active",
            "Joss active",
            "Maya gathering",
            "Rowan active",
            "Sami active",
            "Theo draft",
        ] {
            assert!(
                stages.iter().any(|stage| stage == wanted),
                "{wanted} in {stages:?}"
            );
        }
    }
}
