//! The command line, in words a school technician understands.

mod import_words;

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};
pub use import_words::{Import, ReportForm};

use crate::{Problem, check, config, demo, evidence, generate, import, serve};

/// Runs a school's Pastoral Support Programmes.
#[derive(Debug, Parser)]
#[command(
    name = "mainstay",
    version,
    about,
    after_help = "\
Every setting can be given three ways. The command line wins over the\n\
environment, and the environment over the settings file:\n\
  mainstay serve --listen 127.0.0.1:9000\n\
  MAINSTAY_LISTEN=127.0.0.1:9000 mainstay serve\n\
  listen = \"127.0.0.1:9000\"        in mainstay.toml\n\n\
Exit codes: 0 done, 1 it did not work, 2 a setting or a word was wrong."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages. Put a web server with a certificate in front of it:
    /// browsers only sign in over https, or on this machine itself.
    Serve(Serve),
    /// Show a demonstration school on a fixed day. It never opens a real
    /// database, and is gone when it stops.
    Demo(demo::Demo),
    /// Make large, plausible schools in an empty database, for benchmarks and
    /// rehearsals. Nobody in them is real.
    Generate(generate::Generate),
    /// Look at the database and say whether it is sound. Changes nothing.
    Check(Database),
    /// Bring in what the school's own system holds. The same file again changes
    /// nothing, an empty cell blanks nothing, and nobody is deleted.
    Import(Import),
    /// Compare days before and during a plan, from two CSV files, with every
    /// statistic this program knows. Needs no database and keeps nothing.
    Evidence(Evidence),
}

/// Which series to compare.
#[derive(Debug, Clone, Args)]
pub struct Evidence {
    /// A row for each series: series_id, improvement (increase or decrease),
    /// and if known scale (count, percentage, proportion or other), goal and
    /// intervals.
    #[arg(value_name = "SERIES.csv")]
    pub series: PathBuf,
    /// A row for each recorded value: series_id, session (the school day: 1, 2,
    /// 3; leave missing days out), phase (A before, B after) and outcome.
    #[arg(value_name = "VALUES.csv")]
    pub values: PathBuf,
    /// Answer as JSON, for another program, instead of as CSV.
    #[arg(long)]
    pub json: bool,
}

/// Which database.
#[derive(Debug, Clone, Args)]
pub struct Database {
    /// Where the records are: sqlite:PATH for a file on this machine, or
    /// postgres://USER@HOST/NAME for a PostgreSQL server (15 or newer). Without
    /// this, the file mainstay-data/mainstay.db.
    #[arg(long, env = "MAINSTAY_DATABASE", value_name = "ADDRESS")]
    pub database: Option<String>,
    /// A file with settings.
    #[arg(long, env = "MAINSTAY_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How to serve.
#[derive(Debug, Clone, Args)]
pub struct Serve {
    #[command(flatten)]
    pub database: Database,
    /// Where to listen: an address of this machine and a port. Without this,
    /// only this machine itself can reach it, at port 8080.
    #[arg(long, env = "MAINSTAY_LISTEN", value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// Addresses of web servers in front of this one, whose word on where a
    /// visitor comes from is believed. Separate several by commas.
    #[arg(
        long,
        env = "MAINSTAY_PROXIES",
        value_name = "ADDRESSES",
        value_delimiter = ','
    )]
    pub proxies: Vec<std::net::IpAddr>,
    /// A folder into which a school's own system puts files, as the school's
    /// URN, an equals sign and the path: 990001=/srv/mainstay/nightly. The
    /// school chooses among these under Settings, Feeds. Separate several by
    /// semicolons, or say it more than once.
    #[arg(
        long = "folder",
        env = "MAINSTAY_FOLDERS",
        value_name = "URN=PATH",
        value_delimiter = ';'
    )]
    pub folders: Vec<String>,
}

/// Does what was asked.
///
/// # Errors
/// [`Problem`], as one clear sentence.
pub fn run(cli: Cli) -> Result<ExitCode, Problem> {
    match cli.command {
        Command::Serve(asked) => {
            let settings = config::serving(&asked)?;
            serve::run(&settings)
        }
        Command::Demo(asked) => demo::run(&asked),
        Command::Generate(asked) => generate::run(&asked),
        Command::Check(asked) => check::run(&config::database(&asked)?),
        Command::Import(asked) => import::run(&asked),
        Command::Evidence(asked) => evidence::run(&asked),
    }
}
