//! What was found, as lines of a table.

use std::time::Duration;

use testkit::Engine;

use crate::{
    imports::Taken,
    measure::{Found, Times},
    setting::Town,
};

/// The machine, so far as it says what it is.
pub(crate) fn machine() -> String {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("a processor that does not say", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let build = if cfg!(debug_assertions) {
        "a DEBUG build: use --release"
    } else {
        "a release build"
    };
    format!(
        "{model}, {cores} at a time; {build}.\n\
         Server time in milliseconds: one request after the other. Rate: sixteen at a time.\n\
         Bare: a handler that asks the database the same and writes the same bytes."
    )
}

/// The head of one table.
pub(crate) fn head(town: &Town) -> String {
    let engine = name(town.engine);
    let schools = match town.schools {
        1 => "1 school".to_owned(),
        many => format!("{many} schools"),
    };
    format!(
        "\n{engine}, {schools}, generated in {:.0} s\n\n\
         | page | statements (transactions) | bytes | min | median | p95 | a second | \
         bare min | bare median | bare p95 | bare a second |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        town.took.as_secs_f64()
    )
}

/// One page.
pub(crate) fn row(found: &Found) -> String {
    format!(
        "| {} | {} ({}) | {} | {} | {} |",
        found.name,
        found.statements,
        found.transactions,
        found.bytes,
        times(&found.page),
        times(&found.bare)
    )
}

const fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    }
}

/// Files on one engine.
pub(crate) fn files(engine: Engine, taken: &[Taken]) -> String {
    let head = format!(
        "\n{}, in seconds\n\n\
         | file | accepted | MB | looked at | kept | stored | looked at again | MiB more |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|",
        name(engine)
    );
    let s = |length: Duration| format!("{:.2}", length.as_secs_f64());
    let lines = taken.iter().map(|one| {
        format!(
            "| {} | {} | {:.1} | {} | {} | {} | {} | {:.0} |",
            one.name,
            one.rows,
            megabytes(one.bytes),
            s(one.looked),
            s(one.kept),
            s(one.stored),
            s(one.again),
            one.memory
        )
    });
    std::iter::once(head)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn times(times: &Times) -> String {
    let ms = |length: Duration| format!("{:.2}", length.as_secs_f64() * 1000.0);
    let (least, median, p95) = (ms(times.least), ms(times.median), ms(times.p95));
    format!("{least} | {median} | {p95} | {:.0}", times.rate)
}
