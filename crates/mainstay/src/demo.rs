//! `mainstay demo`: the demonstration school, on a fixed day, in a folder that
//! is gone when it stops. It never opens a real database.

mod acts;
mod agenda;
mod draw;
mod school;
mod script;
mod shift;
mod stories;
#[cfg(test)]
mod tests;
mod town;

use std::{net::SocketAddr, path::Path, process::ExitCode};

use app::{App, Chance, Refusal};
use clap::Args;
use domain::clock::{Clock, MovableClock};
use jiff::civil::{Date, DateTime, datetime};
use store::Db;
use web::{DemoPerson, Settings};

use self::{shift::Shift, town::Town};
use crate::{
    Problem, answer, say,
    serve::{Feeding, serve},
};

/// Everybody's password in the demonstration.
const PASSWORD: &str = "kestrel bridge mast rope";

/// When the school was opened, in the story.
const OPENED: DateTime = datetime(2026, 1, 5, 8, 15, 0, 0);

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
    let (app, people) = build(&folder.path().join("demo.db"), asked.today)?;
    let settings = Settings {
        proxies: Vec::new(),
        demonstration: people.clone(),
    };
    let how = (asked.json, asked.today);
    serve(
        app,
        (settings, Feeding::none()),
        asked.listen,
        move |address| {
            tell(&format!("http://{address}/"), &people, how);
        },
    )
}

/// The school with all its records, in a new file.
///
/// # Errors
/// [`Problem`].
pub fn build(file: &Path, today: Date) -> Result<(App, Vec<DemoPerson>), Problem> {
    let refused = |refusal: Refusal| {
        let words = agenda::words(&refusal);
        Problem::Refused(format!("The demonstration could not be made: {words}."))
    };
    let shift = Shift::to(today).ok_or_else(|| {
        Problem::Setting(format!(
            "The day {today} cannot be shown. Choose one from 2000 to 2090 with --today."
        ))
    })?;
    let words = stories::read()
        .map_err(|problem| Problem::Refused(format!("The story cannot be read: {problem}")))?;
    let clock = MovableClock::at(shift.moment(OPENED));
    let chance = Chance::seeded(2026);
    let app = App::new(
        Db::open_throwaway(file)?,
        Clock::from(clock.clone()),
        chance,
    );
    let mut town = Town::new(app, clock, shift).map_err(refused)?;
    words.school.open(&mut town).map_err(refused)?;
    agenda::play(&mut town, &words, today).map_err(|stuck| Problem::Refused(stuck.to_string()))?;
    Ok((town.app, town.people))
}

/// The address and the people, for programs.
fn json(url: &str, people: &[DemoPerson]) -> serde_json::Value {
    let people: Vec<_> = people
        .iter()
        .map(|person| {
            serde_json::json!({
                "name": person.name, "role": person.role,
                "email": person.email, "password": person.password,
            })
        })
        .collect();
    serde_json::json!({ "url": url, "people": people })
}

fn tell(url: &str, people: &[DemoPerson], (as_json, today): (bool, Date)) {
    if as_json {
        answer(&json(url, people).to_string());
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
    if let Some(weeks) = Shift::to(today)
        .map(Shift::weeks)
        .filter(|weeks| *weeks != 0)
    {
        say(&format!(
            "The story is told up to Tuesday 10 November 2026. For {today} all of it, term dates \
             too, is moved by {weeks} weeks."
        ));
    }
    say("Nothing here is real, and all of it is gone when you stop it with Ctrl+C.");
}
