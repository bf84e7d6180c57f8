//! How long files take, from bytes to what they would change and to what is
//! stored, and how much memory that needs.

mod files;
mod memory;

use std::time::{Duration, Instant};

use app::{
    App, Chance,
    imports::{
        Kind,
        confirm::{ConfirmImport, Missing},
        preview::{KeepFile, LookedAt, PreviewImport, Previewed},
    },
};
use domain::{clock::Clock, id::SchoolId};
use jiff::civil::date;
use store::{Db, schools};
use testkit::Engine;
use uuid::Uuid;

use crate::setting::{Home, must};

/// One file and what it took.
pub(crate) struct Taken {
    pub name: String,
    pub rows: usize,
    pub bytes: usize,
    /// Read and compared with what is stored.
    pub looked: Duration,
    /// Kept for confirming.
    pub kept: Duration,
    /// Read again, compared and stored, in one transaction.
    pub stored: Duration,
    /// The same file looked at once more: nothing changes.
    pub again: Duration,
    /// Memory while it was looked at, beyond what there was before, in MiB.
    pub memory: f64,
}

/// Every file on one engine, each in the order a school would hand them in.
pub(crate) fn all(home: &Home, engine: Engine) -> Vec<Taken> {
    let large = School::new(home, engine);
    let mut taken = vec![
        large.take("5,000 pupils, CSV", Kind::Pupils, &files::pupils(5_000)),
        large.take(
            "5,000 pupils, transfer file",
            Kind::Ctf,
            &files::transfer(5_000),
        ),
    ];
    drop(large);
    let whole = School::new(home, engine);
    whole.take(
        "",
        Kind::Pupils,
        &files::sample("mis/pupils_mis_extract.csv"),
    );
    for (name, kind, file) in [
        (
            "45,000 marks",
            Kind::Attendance,
            "attendance_marks_autumn_2025.csv",
        ),
        (
            "930 incidents",
            Kind::Behaviour,
            "behaviour_incidents_autumn_2025.csv",
        ),
    ] {
        taken.push(whole.take(name, kind, &files::sample(file)));
    }
    taken
}

/// A school with nobody in it.
struct School {
    app: App,
    id: SchoolId,
}

impl School {
    fn new(home: &Home, engine: Engine) -> Self {
        let db = must(Db::open(&home.address(engine)));
        let clock = Clock::fixed_on(date(2026, 11, 10));
        let app = App::new(db, clock, Chance::System);
        let id = SchoolId::new(Uuid::from_u128(1));
        let row = schools::SchoolRow::new(id, "990001", "Oakmere Synthetic Academy", "OA");
        must(
            app.db()
                .write(|tx| schools::add(tx, &row, app.clock().now())),
        );
        Self { app, id }
    }

    fn look(&self, kind: Kind, text: &str) -> Option<(Box<LookedAt>, usize)> {
        let preview = PreviewImport {
            kind,
            file_name: "export.csv".into(),
            bytes: text.as_bytes().to_vec(),
        };
        match must(self.app.fetch(&self.app.operator(self.id), preview)).answer {
            Previewed::Read { file, report, .. } => Some((file, report.accepted)),
            Previewed::Refused { .. } => None,
        }
    }

    fn take(&self, name: &str, kind: Kind, text: &str) -> Taken {
        let operator = self.app.operator(self.id);
        let memory = memory::Mark::now();
        let begun = Instant::now();
        let (file, rows) = must(self.look(kind, text).ok_or("the file cannot be read"));
        let looked = begun.elapsed();
        let memory = memory.since();
        let begun = Instant::now();
        let import = must(self.app.execute(&operator, KeepFile { file }));
        let kept = begun.elapsed();
        let begun = Instant::now();
        let missing = Missing::Stay;
        must(
            self.app
                .execute(&operator, ConfirmImport { import, missing }),
        );
        let stored = begun.elapsed();
        let begun = Instant::now();
        self.look(kind, text);
        Taken {
            name: name.to_owned(),
            rows,
            bytes: text.len(),
            looked,
            kept,
            stored,
            again: begun.elapsed(),
            memory,
        }
    }
}
