//! Reading the two files: one row a series, and one row a recorded value.
//! Whatever is wrong is said with the file, the row and the column.

use std::{collections::BTreeMap, fs, path::Path};

use evidence::{Better, DaysProblem, PhaseDays, Scale, Series};

use crate::Problem;

/// A series and its name.
pub struct Named {
    /// Its `series_id`.
    pub name: String,
    /// The series.
    pub series: Series,
}

/// One file in rows.
struct Sheet {
    file: String,
    columns: Vec<String>,
    rows: Vec<Cells>,
}

/// One row: its number in the file, counting the heading, and its cells.
struct Cells {
    row: u64,
    cells: Vec<String>,
}

/// Values of one series: before and in the plan.
type Values = [Vec<(i32, f64)>; 2];

/// Reads both files, in the order of the series file. Series without any value
/// in this file of values are passed over.
///
/// # Errors
/// [`Problem::Setting`] with file, row and column.
pub fn read(series: &Path, values: &Path) -> Result<Vec<Named>, Problem> {
    let listed = Sheet::open(series, &["series_id", "improvement"])?;
    let recorded = Sheet::open(values, &["series_id", "session", "phase", "outcome"])?;
    let mut kinds: BTreeMap<&str, (Scale, Better)> = BTreeMap::new();
    for row in &listed.rows {
        let name = listed.filled(row, "series_id")?;
        let kind = (scale(&listed, row)?, better(&listed, row)?);
        if kinds.insert(name, kind).is_some() {
            return Err(listed.wrong(row.row, "series_id", &format!("'{name}' is listed twice")));
        }
    }
    let mut found: BTreeMap<&str, Values> = BTreeMap::new();
    for row in &recorded.rows {
        let name = recorded.filled(row, "series_id")?;
        let Some((scale, _)) = kinds.get(name) else {
            let what = format!("'{name}' is not in {}", listed.file);
            return Err(recorded.wrong(row.row, "series_id", &what));
        };
        let (phase, value) = one_value(&recorded, row, *scale)?;
        let days = &mut found.entry(name).or_default()[phase];
        if days.iter().any(|(day, _)| *day == value.0) {
            let what = format!("session {} comes twice in this phase", value.0);
            return Err(recorded.wrong(row.row, "session", &what));
        }
        days.push(value);
    }
    // One list of series may serve several files of values.
    let here = |row: &&Cells| found.contains_key(listed.cell(row, "series_id"));
    let rows = listed.rows.iter().filter(here);
    rows.map(|row| one_series(&listed, row, &kinds, &found))
        .collect()
}

fn one_series(
    listed: &Sheet,
    row: &Cells,
    kinds: &BTreeMap<&str, (Scale, Better)>,
    found: &BTreeMap<&str, Values>,
) -> Result<Named, Problem> {
    let name = listed.filled(row, "series_id")?;
    let none = Values::default();
    let values = found.get(name).unwrap_or(&none);
    for (phase, days) in ["A (before)", "B (after)"].iter().zip(values) {
        if days.is_empty() {
            let what = format!("'{name}' has no value of phase {phase}");
            return Err(listed.wrong(row.row, "series_id", &what));
        }
    }
    let days = |values: &[(i32, f64)]| {
        PhaseDays::numbered(values).map_err(|problem| {
            let what = match problem {
                DaysProblem::TooLong(first, last) => {
                    format!(
                        "'{name}' runs from session {first} to {last}; number school days 1, 2, 3"
                    )
                }
                other => format!("'{name}': {other}"),
            };
            listed.wrong(row.row, "series_id", &what)
        })
    };
    let (scale, better) = kinds
        .get(name)
        .copied()
        .unwrap_or((Scale::Other, Better::More));
    let series = Series {
        better,
        scale,
        goal: listed.number(row, "goal")?,
        before: days(&values[0])?,
        plan: days(&values[1])?,
    };
    Ok(Named {
        name: name.to_owned(),
        series,
    })
}

fn one_value(sheet: &Sheet, row: &Cells, scale: Scale) -> Result<(usize, (i32, f64)), Problem> {
    let phase = match sheet.filled(row, "phase")? {
        "A" => 0,
        "B" => 1,
        other => {
            let what = format!("'{other}' is not a phase; write A for before or B for after");
            return Err(sheet.wrong(row.row, "phase", &what));
        }
    };
    let session = sheet.filled(row, "session")?;
    let Ok(session) = session.parse::<i32>() else {
        let what = format!("'{session}' is not a whole number");
        return Err(sheet.wrong(row.row, "session", &what));
    };
    sheet.filled(row, "outcome")?;
    let outcome = sheet.number(row, "outcome")?.unwrap_or(f64::NAN);
    if scale == Scale::Count && outcome < 0.0 {
        return Err(sheet.wrong(row.row, "outcome", &format!("a count cannot be {outcome}")));
    }
    Ok((phase, (session, outcome)))
}

fn better(sheet: &Sheet, row: &Cells) -> Result<Better, Problem> {
    match sheet.filled(row, "improvement")? {
        "increase" => Ok(Better::More),
        "decrease" => Ok(Better::Fewer),
        other => {
            let what = format!("'{other}' is not a direction; write increase or decrease");
            Err(sheet.wrong(row.row, "improvement", &what))
        }
    }
}

fn scale(sheet: &Sheet, row: &Cells) -> Result<Scale, Problem> {
    let intervals = sheet.number(row, "intervals")?;
    if intervals.is_some_and(|count| count <= 0.0) {
        return Err(sheet.wrong(
            row.row,
            "intervals",
            "the number of intervals is not above 0",
        ));
    }
    match sheet.cell(row, "scale") {
        "count" => Ok(Scale::Count),
        "percentage" => Ok(Scale::Percentage { intervals }),
        "proportion" => Ok(Scale::Proportion { intervals }),
        "other" | "" => Ok(Scale::Other),
        other => {
            let what =
                format!("'{other}' is not a scale; write count, percentage, proportion or other");
            Err(sheet.wrong(row.row, "scale", &what))
        }
    }
}

impl Sheet {
    fn open(path: &Path, needed: &[&str]) -> Result<Self, Problem> {
        let file = path.display().to_string();
        let bytes = fs::read(path).map_err(|source| {
            Problem::Setting(format!("The file '{file}' could not be read: {source}."))
        })?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).from_reader(bytes);
        let mut rows = Vec::new();
        for (place, record) in (1..).zip(reader.byte_records()) {
            let record = record
                .map_err(|problem| Problem::Setting(format!("{file}, row {place}: {problem}.")))?;
            let row = record.position().map_or(place, csv::Position::line);
            let mut cells = Vec::new();
            for (column, cell) in (1..).zip(&record) {
                let text = std::str::from_utf8(cell).map_err(|_| {
                    let what = "not UTF-8 text; save the file as UTF-8";
                    Problem::Setting(format!("{file}, row {row}, column {column}: {what}."))
                })?;
                cells.push(text.trim().to_owned());
            }
            rows.push(Cells { row, cells });
        }
        if rows.is_empty() {
            return Err(Problem::Setting(format!(
                "{file}, row 1: the file is empty."
            )));
        }
        let columns = rows.remove(0).cells;
        let sheet = Self {
            file,
            columns,
            rows,
        };
        sheet.check(needed)?;
        Ok(sheet)
    }

    fn check(&self, needed: &[&str]) -> Result<(), Problem> {
        for name in needed {
            if !self.columns.iter().any(|column| column == name) {
                return Err(self.wrong(1, name, "there is no such column"));
            }
        }
        for row in &self.rows {
            if row.cells.len() != self.columns.len() {
                let (has, wants) = (row.cells.len(), self.columns.len());
                let at = self
                    .columns
                    .get(has)
                    .map_or("after the last", String::as_str);
                let what = format!("the row has {has} cells and the heading {wants}");
                return Err(self.wrong(row.row, at, &what));
            }
        }
        Ok(())
    }

    /// A cell; empty where there is no such column.
    fn cell<'a>(&self, row: &'a Cells, column: &str) -> &'a str {
        let place = self.columns.iter().position(|name| name == column);
        place
            .and_then(|place| row.cells.get(place))
            .map_or("", String::as_str)
    }

    fn filled<'a>(&self, row: &'a Cells, column: &str) -> Result<&'a str, Problem> {
        match self.cell(row, column) {
            "" => Err(self.wrong(row.row, column, "the cell is empty")),
            cell => Ok(cell),
        }
    }

    fn number(&self, row: &Cells, column: &str) -> Result<Option<f64>, Problem> {
        match self.cell(row, column) {
            "" => Ok(None),
            cell => match cell.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(Some(number)),
                _ => Err(self.wrong(row.row, column, &format!("'{cell}' is not a number"))),
            },
        }
    }

    fn wrong(&self, row: u64, column: &str, what: &str) -> Problem {
        Problem::Setting(format!(
            "{}, row {row}, column {column}: {what}.",
            self.file
        ))
    }
}
