//! Reading a file without storing anything.

use intake::{
    attendance, behaviour, calendar, contacts, ctf,
    fault::BundleFault,
    gias,
    limits::Limits,
    pupils,
    reading::{FileRefused, Reading, Source},
    report::{Kind, Report},
    roster::{Bundle, RosterReading, one_roster, school_data_sync},
    rows::{Shown, shown},
    staff, suspensions,
};
use serde_json::{Map, Value};

use crate::import::{
    chosen::{Chosen, Held, Known, Wanted},
    place::Place,
    told::{Stored, Told},
};

/// Reads a file and says what is in it.
pub fn only(file: &Chosen, place: &mut Place) -> Told {
    let limits = Limits::default();
    match (&file.held, file.kind) {
        (held, Kind::OneRoster) => roster(file, bundle(file, held, &limits), one_roster),
        (held, Kind::Sds) => roster(file, bundle(file, held, &limits), school_data_sync),
        (Held::Bytes(bytes), kind) => table(file, kind, bytes, place, &limits),
        // A folder is only ever a roster: its files are not one table.
        (Held::Bundle { .. }, kind) => {
            let empty: Result<Reading<pupils::PupilRow>, _> = Err(FileRefused {
                fault: intake::fault::FileFault::Binary,
                source: Source::default(),
            });
            told(file, kind, &empty)
        }
    }
}

fn table(file: &Chosen, kind: Kind, bytes: &[u8], place: &mut Place, limits: &Limits) -> Told {
    let today = place.today;
    match kind {
        Kind::Pupils => {
            let read = pupils::read(bytes, today, limits);
            if let Ok(reading) = &read {
                place.meet(reading.accepted.iter().map(|row| &row.row));
            }
            told(file, kind, &read)
        }
        Kind::Ctf => {
            let read = ctf::read(bytes, today, &place.ours(), limits);
            if let Ok(reading) = &read {
                place.meet(reading.accepted.iter().map(|row| &row.row.pupil));
            }
            told(file, kind, &read)
        }
        Kind::Staff => told(file, kind, &staff::read(bytes, today, limits)),
        Kind::Calendar => {
            let read = calendar::read(bytes, &file.name, today, limits);
            told(file, kind, &read)
        }
        Kind::Gias => told(file, kind, &gias::read(bytes, today, limits)),
        Kind::Contacts => {
            let read = contacts::read(bytes, &mut place.roll, today, limits);
            told(file, kind, &read)
        }
        Kind::Behaviour => {
            let read = behaviour::read(bytes, &mut place.roll, today, limits);
            told(file, kind, &read)
        }
        Kind::Attendance => {
            let read = attendance::read(bytes, &mut place.roll, today, limits);
            told(file, kind, &read)
        }
        Kind::Suspensions => {
            let read = suspensions::read(bytes, &mut place.roll, today, limits);
            told(file, kind, &read)
        }
        Kind::OneRoster => roster(file, Bundle::of_zip(bytes, limits), one_roster),
        Kind::Sds => roster(file, Bundle::of_zip(bytes, limits), school_data_sync),
    }
}

fn told<T: Shown>(file: &Chosen, kind: Kind, read: &Result<Reading<T>, FileRefused>) -> Told {
    Told {
        report: Report::of(kind, &file.name, read),
        known: file.known,
        stored: Stored::Nothing,
        fault: read.as_ref().err().map(|refused| refused.fault.clone()),
        rows: match (file.wanted, read) {
            (Wanted::Rows, Ok(reading)) => Value::Array(shown(reading)),
            _ => Value::Array(Vec::new()),
        },
    }
}

fn bundle(file: &Chosen, held: &Held, limits: &Limits) -> Result<Bundle, FileRefused> {
    match held {
        // Guessed by the headings of a table: it is one of the roster's.
        Held::Bytes(bytes) if file.known == Known::Guessed && !bytes.starts_with(b"PK") => {
            Err(FileRefused {
                fault: BundleFault::OneTable.into(),
                source: Source::default(),
            })
        }
        Held::Bytes(bytes) => Bundle::of_zip(bytes, limits),
        Held::Bundle { bundle, .. } => bundle.clone(),
    }
}

fn roster(
    file: &Chosen,
    bundle: Result<Bundle, FileRefused>,
    read: fn(&Bundle, &Limits) -> Result<RosterReading, FileRefused>,
) -> Told {
    let read = bundle.and_then(|bundle| read(&bundle, &Limits::default()));
    let mut rows = Map::new();
    for table in read
        .iter()
        .filter(|_| file.wanted == Wanted::Rows)
        .flat_map(|reading| &reading.tables)
    {
        rows.insert(table.name.to_owned(), Value::Array(shown(&table.reading)));
    }
    Told {
        report: Report::of_roster(file.kind, &file.name, &read),
        known: file.known,
        stored: Stored::Nothing,
        fault: read.as_ref().err().map(|refused| refused.fault.clone()),
        rows: Value::Object(rows),
    }
}
