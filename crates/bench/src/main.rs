//! `cargo run --release -p mainstay-bench`: how long pages take at one school
//! and at a hundred, on both engines, beside a bare handler that asks the
//! database the same and writes the same bytes. It times, and judges nothing.
//!
//! Requests go to the router inside this process: what is measured is the
//! server's own time, without a network and without a client's reading.

mod bare;
mod imports;
mod measure;
mod pages;
mod setting;
mod table;

use std::io::Write;

use clap::Parser;
use testkit::Engine;

/// Times the pages people wait for.
#[derive(Debug, Clone, Parser)]
struct Asked {
    /// How many schools there are, one run for each.
    #[arg(long, value_delimiter = ',', default_value = "1,100")]
    schools: Vec<u32>,
    /// On which engines: sqlite, postgres.
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres")]
    engines: Vec<String>,
    /// Requests one after the other, for the times.
    #[arg(long, default_value_t = 300)]
    times: usize,
    /// Seconds of sixteen at a time, for the requests a second.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// Files instead of pages: how long they take to look at and to store.
    #[arg(long)]
    imports: bool,
}

fn main() {
    let asked = Asked::parse();
    say(&table::machine());
    let home = setting::Home::new();
    for engine in engines(&asked.engines) {
        if asked.imports {
            say(&table::files(engine, &imports::all(&home, engine)));
            continue;
        }
        for schools in &asked.schools {
            let town = setting::Town::made(&home, engine, *schools);
            say(&table::head(&town));
            for page in pages::all(&town) {
                let found = measure::page(&town, &page, (asked.times, asked.seconds));
                say(&table::row(&found));
            }
            town.close();
        }
    }
}

fn engines(named: &[String]) -> Vec<Engine> {
    let wanted = |name: &str| named.iter().any(|one| one == name);
    let both = [("sqlite", Engine::Sqlite), ("postgres", Engine::Postgres)];
    both.into_iter()
        .filter(|(name, _)| wanted(name))
        .map(|(_, engine)| engine)
        .collect()
}

/// A reader that has gone away is no reason to fall over.
fn say(words: &str) {
    let _ = writeln!(std::io::stdout(), "{words}");
}
