//! `mainstay evidence`: every statistic of anyone's data, one line each, by the
//! same engine that the pages use. No database, and nothing is kept.

mod files;
mod lines;

use std::process::ExitCode;

use serde_json::json;

use crate::{Problem, answer, cli::Evidence};
use lines::{Line, Value};

/// Reads the two files and answers with a line for each statistic.
///
/// # Errors
/// [`Problem::Setting`], naming file, row and column, when a file cannot be
/// read.
pub fn run(asked: &Evidence) -> Result<ExitCode, Problem> {
    let all = files::read(&asked.series, &asked.values)?;
    let lines: Vec<Line> = all.iter().flat_map(lines::of).collect();
    if asked.json {
        let objects: Vec<String> = lines.iter().map(as_json).collect();
        answer(&format!("[\n{}\n]", objects.join(",\n")));
    } else {
        answer("series_id,statistic,value,tier");
        for line in &lines {
            answer(&as_row(line));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn as_row(line: &Line) -> String {
    let value = match &line.value {
        Value::Number(number) => number.to_string(),
        Value::Word(word) => (*word).to_owned(),
    };
    format!(
        "{},{},{value},{}",
        quoted(&line.series),
        line.statistic,
        line.tier
    )
}

/// A cell of a CSV file, in quotation marks where it needs them.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// JSON has no number without bound, so that one is a word.
fn as_json(line: &Line) -> String {
    let value = match &line.value {
        Value::Number(number) if number.is_finite() => json!(number),
        Value::Number(number) => json!(number.to_string()),
        Value::Word(word) => json!(word),
    };
    json!({
        "series_id": line.series,
        "statistic": line.statistic,
        "value": value,
        "tier": line.tier,
    })
    .to_string()
}

#[cfg(test)]
mod tests;
