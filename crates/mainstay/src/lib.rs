//! Starts it all: reads the settings, opens the database, and does what the
//! command line asks. Nothing about pastoral support lives here. It is a library
//! so that tests can walk through the demonstration school.

mod check;
mod cli;
mod config;
pub mod demo;
mod evidence;
mod feeds;
mod generate;
mod import;
mod serve;
mod telemetry;
mod worker;
mod wrong_word;

use std::{io::Write, process::ExitCode};

use clap::Parser;

/// Used wrongly: a setting or a word on the command line.
const WRONG_USE: u8 = 2;

/// Does what the command line asks.
pub fn run() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(asked) if !asked.use_stderr() => {
            answer(asked.to_string().trim_end());
            return ExitCode::SUCCESS;
        }
        Err(wrong) => {
            say(&wrong_word::sentence(&wrong));
            return ExitCode::from(WRONG_USE);
        }
    };
    match cli::run(cli) {
        Ok(code) => code,
        Err(problem) => {
            say(&problem.to_string());
            ExitCode::from(problem.exit_code())
        }
    }
}

/// Why the program ends without doing what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// A setting is wrong; the sentence says which and what to write.
    #[error("{0}")]
    Setting(String),
    /// The database said no.
    #[error("The database could not be used. It said: {0}.")]
    Database(#[from] store::Broken),
    /// The network or the disk said no.
    #[error("{what}: {source}.")]
    Io {
        /// What was being done.
        what: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A verb was refused.
    #[error("{0}")]
    Refused(String),
}

impl Problem {
    const fn exit_code(&self) -> u8 {
        match self {
            Self::Setting(_) => WRONG_USE,
            Self::Database(_) | Self::Io { .. } | Self::Refused(_) => 1,
        }
    }
}

/// Words for the person at the terminal, apart from the log.
#[expect(clippy::print_stderr, reason = "this is the terminal's own voice")]
pub fn say(words: &str) {
    eprintln!("{words}");
}

/// Words that another program may read: standard output. A reader that has
/// gone away (`| head`) is no reason to fall over.
pub fn answer(words: &str) {
    let _ = writeln!(std::io::stdout(), "{words}");
}
