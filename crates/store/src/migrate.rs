//! Brings the tables up to date: `migrations/` in order, each once, each in
//! one transaction with the line that says so. A changed or unknown migration
//! stops the program rather than guess.

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use crate::{Broken, Db, Tx, params};

static MIGRATIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../migrations");

struct Migration {
    name: String,
    portable: &'static str,
    postgres: Option<&'static str>,
    sqlite: Option<&'static str>,
}

impl Migration {
    fn sum(&self) -> String {
        let mut hash = Sha256::new();
        for part in [Some(self.portable), self.postgres, self.sqlite]
            .into_iter()
            .flatten()
        {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hex(&hash.finalize())
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            use std::fmt::Write as _;
            // Writing to a String cannot fail.
            let _ = write!(out, "{byte:02x}");
            out
        })
}

fn text_of(name: &str) -> Option<&'static str> {
    MIGRATIONS
        .get_file(name)
        .and_then(include_dir::File::contents_utf8)
}

fn all() -> Vec<Migration> {
    let mut names: Vec<String> = MIGRATIONS
        .files()
        .filter_map(|file| file.path().to_str())
        .filter_map(|path| path.strip_suffix(".sql"))
        .filter(|stem| !stem.ends_with(".postgres") && !stem.ends_with(".sqlite"))
        .map(str::to_owned)
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| Migration {
            portable: text_of(&format!("{name}.sql")).unwrap_or_default(),
            postgres: text_of(&format!("{name}.postgres.sql")),
            sqlite: text_of(&format!("{name}.sqlite.sql")),
            name,
        })
        .collect()
}

/// Applies what is missing. Where nothing is, nothing is written, and a program
/// that only looks waits for nobody.
pub(crate) fn bring_up_to_date(db: &Db) -> Result<(), Broken> {
    // Before the first migration there is no table to ask.
    match db.read(missing) {
        Ok(missing) if missing.is_empty() => return Ok(()),
        Err(broken @ Broken::Migration(_)) => return Err(broken),
        Ok(_) | Err(_) => {}
    }
    db.write(|tx: &mut Tx<'_>| -> Result<(), Broken> {
        tx.batch(
            "create table if not exists migration (name text not null primary key, sum text not null)",
        )?;
        if !tx.is_sqlite() {
            // Two programs starting at once take turns.
            tx.batch("lock table migration in exclusive mode")?;
        }
        for migration in missing(tx)? {
            tx.batch(migration.portable)?;
            let own = if tx.is_sqlite() { migration.sqlite } else { migration.postgres };
            if let Some(own) = own {
                tx.batch(own)?;
            }
            tx.run(
                "insert into migration (name, sum) values (?1, ?2)",
                &params![&migration.name, migration.sum()],
            )?;
        }
        Ok(())
    })
}

/// What was not applied yet, in order; refused where something else was.
fn missing(tx: &mut Tx<'_>) -> Result<Vec<Migration>, Broken> {
    let done = tx.list(
        "select name, sum from migration order by name",
        &[],
        |row| Ok((row.text(0)?, row.text(1)?)),
    )?;
    let mut known = all();
    for (name, sum) in &done {
        match known.iter().find(|migration| migration.name == *name) {
            None => {
                return Err(Broken::Migration(format!(
                    "'{name}' is newer than this program"
                )));
            }
            Some(migration) if migration.sum() != *sum => {
                return Err(Broken::Migration(format!(
                    "'{name}' has changed since it was applied"
                )));
            }
            Some(_) => {}
        }
    }
    known.retain(|migration| !done.iter().any(|(name, _)| *name == migration.name));
    Ok(known)
}

/// The names of the migrations this program holds, in order.
pub(crate) fn names() -> Vec<String> {
    all().into_iter().map(|migration| migration.name).collect()
}

#[cfg(test)]
mod tests;
