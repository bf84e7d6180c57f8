//! Reading the expected numbers: ours beside this file, and, where the
//! environment names one, another folder of the same shape.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
};

use evidence::{Better, PhaseDays, Scale, Series};

/// The environment names a further folder of expected numbers.
const FURTHER: &str = "MAINSTAY_ORACLES";

/// The folders to compare with: ours first.
pub fn folders() -> Vec<PathBuf> {
    let further = std::env::var_os(FURTHER).map(PathBuf::from).map(found);
    std::iter::once(ours()).chain(further).collect()
}

fn ours() -> PathBuf {
    home().join("tests/oracles")
}

/// This crate's folder: as the runner says, so that tests built in another
/// checkout read the files beside them.
fn home() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    here.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")))
}

/// A folder named from here or from the top of the repository.
fn found(folder: PathBuf) -> PathBuf {
    let top = home().join("../..");
    let from_top = top.join(&folder);
    let found = [folder.clone(), from_top].into_iter().find(|folder| {
        ["single_case", "gas", "cohort"]
            .iter()
            .any(|part| folder.join(part).is_dir())
    });
    found.unwrap_or_else(|| {
        panic!(
            "{FURTHER} names no folder of expected numbers: {}",
            folder.display()
        )
    })
}

/// One expected file, and which of its columns a test has looked at.
pub struct Table {
    pub name: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    read: RefCell<BTreeSet<String>>,
}

/// One row of a table.
pub struct Row<'a> {
    table: &'a Table,
    cells: &'a [String],
}

impl Table {
    /// A file of a folder. Ours has every file; another folder may have some.
    pub fn open(folder: &Path, name: &str) -> Self {
        let path = folder.join(name);
        let ours = folder.starts_with(ours());
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(_) if !ours || name.contains("published") => String::new(),
            Err(problem) => panic!("{}: {problem}", path.display()),
        };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let strings = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let columns = strings(reader.headers().unwrap());
        let rows = reader.records().map(|row| strings(&row.unwrap())).collect();
        Self {
            name: path.display().to_string(),
            columns,
            rows,
            read: RefCell::default(),
        }
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { table: self, cells })
    }

    /// Every column was compared, or is said to be no number.
    pub fn every_column_was_read(&self, but: &[&str]) {
        if self.rows.is_empty() {
            return;
        }
        let read = self.read.borrow();
        let left = |column: &&String| !read.contains(*column) && !but.contains(&column.as_str());
        let left: Vec<&String> = self.columns.iter().filter(left).collect();
        assert!(
            left.is_empty(),
            "{}: columns never compared: {left:?}",
            self.name
        );
    }
}

impl Row<'_> {
    pub fn text(&self, column: &str) -> &str {
        self.table.read.borrow_mut().insert(column.to_owned());
        let place = self.table.columns.iter().position(|name| name == column);
        let place = place.unwrap_or_else(|| panic!("{}: no column {column}", self.table.name));
        &self.cells[place]
    }

    pub fn maybe(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        let read = || {
            text.parse()
                .unwrap_or_else(|_| panic!("{}: {column}: {text}", self.table.name))
        };
        (!text.is_empty()).then(read)
    }

    pub fn number(&self, column: &str) -> f64 {
        self.maybe(column)
            .unwrap_or_else(|| panic!("{}: {column} is empty", self.table.name))
    }

    pub fn count(&self, column: &str) -> u32 {
        let text = self.text(column);
        text.parse()
            .unwrap_or_else(|_| panic!("{}: {column}: {text}", self.table.name))
    }

    pub fn list(&self, column: &str) -> Vec<f64> {
        let values = self.text(column).split(';');
        values
            .filter(|value| !value.is_empty())
            .map(|value| value.parse().unwrap())
            .collect()
    }

    pub fn better(&self) -> Better {
        match self.text("improvement") {
            "increase" => Better::More,
            "decrease" => Better::Fewer,
            other => panic!("which way is better: {other}"),
        }
    }
}

/// Every series of a folder, by its name.
pub fn series(folder: &Path) -> HashMap<String, Series> {
    let mut values: HashMap<String, [Vec<(i32, f64)>; 2]> = HashMap::new();
    for file in ["raw_synthetic.csv", "raw_published.csv"] {
        for row in Table::open(folder, file).rows() {
            let phase = usize::from(row.text("phase") != "A");
            let value = (row.text("session").parse().unwrap(), row.number("outcome"));
            values.entry(row.text("series_id").to_owned()).or_default()[phase].push(value);
        }
    }
    let listed = Table::open(folder, "series.csv");
    listed.rows().map(|row| one_series(&row, &values)).collect()
}

fn one_series(row: &Row<'_>, values: &HashMap<String, [Vec<(i32, f64)>; 2]>) -> (String, Series) {
    let name = row.text("series_id").to_owned();
    let [before, plan] = values
        .get(&name)
        .unwrap_or_else(|| panic!("no values of {name}"));
    let intervals = row.maybe("intervals");
    let series = Series {
        better: row.better(),
        scale: match row.text("scale") {
            "count" => Scale::Count,
            "percentage" => Scale::Percentage { intervals },
            "proportion" => Scale::Proportion { intervals },
            _ => Scale::Other,
        },
        goal: row.maybe("goal"),
        before: PhaseDays::numbered(before).unwrap(),
        plan: PhaseDays::numbered(plan).unwrap(),
    };
    (name, series)
}

/// Estimates, chances and slopes.
pub const ESTIMATE: f64 = 1e-9;
/// Ends of ranges; for ratios relative.
pub const RANGE: f64 = 1e-8;

/// Within an absolute distance, and what twelve digits in a file leave out.
pub fn assert_close(found: f64, expected: f64, within: f64, what: &str) {
    let room = within + 6e-12 * expected.abs();
    let same = (expected.is_infinite() && found.total_cmp(&expected).is_eq())
        || (found - expected).abs() <= room;
    assert!(same, "{what}: {found} is not {expected}");
}

/// Within a share of what is expected.
pub fn assert_ratio(found: f64, expected: f64, what: &str) {
    let same = (found / expected - 1.0).abs() <= RANGE;
    assert!(same, "{what}: {found} is not {expected}");
}
