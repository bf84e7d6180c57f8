//! `mainstay generate`: whole schools made from a seed, in an empty database.

use std::process::ExitCode;

use app::{App, Chance};
use clap::Args;
use domain::clock::{Clock, london};
use jiff::civil::Date;
use rehearsal::{PASSWORD, Size, Wanted, email};
use store::Db;

use crate::{Problem, config, say};

/// What to make, and where.
#[derive(Debug, Clone, Args)]
pub struct Generate {
    /// How many schools: each has 1,000 pupils, 60 staff and a year of programmes.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=999))]
    pub schools: u32,
    /// Where to: an empty database. sqlite:PATH for a file on this machine, or
    /// postgres://USER@HOST/NAME for a PostgreSQL server (15 or newer).
    #[arg(long, value_name = "ADDRESS")]
    pub database: String,
    /// What chance begins from: the same seed and day make the same schools.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub seed: u64,
    /// The day the schools stand at, early in the morning. Today, if left out.
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
}

/// Makes them, and says how to sign in.
///
/// # Errors
/// [`Problem::Setting`] when there is a school already.
pub fn run(asked: &Generate) -> Result<ExitCode, Problem> {
    let address = config::checked(asked.database.clone())?;
    let today = asked.today.unwrap_or_else(|| Clock::System.today());
    let morning = today.at(7, 0, 0, 0).to_zoned_datetime(london());
    let morning = morning.map_err(|_| {
        Problem::Setting(format!(
            "The day {today} cannot be used. Choose another with --today."
        ))
    })?;
    let clock = Clock::Fixed(morning.timestamp());
    let alone = config::alone(&address)?;
    let app = App::new(Db::open(&address)?, clock, Chance::seeded(asked.seed));
    let wanted = Wanted {
        schools: asked.schools,
        seed: asked.seed,
        size: Size::WHOLE,
    };
    rehearsal::make(&app, &wanted, |made| {
        say(&format!("{made} of {} schools", asked.schools));
    })
    .map_err(|problem| refused(problem, &address))?;
    app.db().settle()?;
    drop(alone);
    say(&format!(
        "The schools are in {address}, as on {today}. The same again: --seed {} --today {today}",
        asked.seed
    ));
    say(&format!("Everybody’s password is: {PASSWORD}"));
    for who in [
        "coordinator",
        "head",
        "senco",
        "safeguarding",
        "mentor-1",
        "teacher-1",
    ] {
        say(&format!("  {}", email(who, 1)));
    }
    say("and the same in each school up to the last. Nobody in them is real.");
    Ok(ExitCode::SUCCESS)
}

fn refused(problem: rehearsal::Problem, address: &str) -> Problem {
    match problem {
        rehearsal::Problem::NotEmpty => Problem::Setting(format!(
            "There is a school in {address} already. Give an empty database with --database."
        )),
        rehearsal::Problem::Broken(broken) => Problem::Database(broken),
        other => Problem::Refused(format!("The schools could not be made: {other}.")),
    }
}
