//! Is the database sound? The engine's own check, foreign keys, event chains.

use crate::{Broken, Db, Tx, events, migrate, params};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at, as a phrase: "event chain of the installation".
    pub looked_at: String,
    /// What was found, in words.
    pub found: String,
    /// Whether it is sound.
    pub sound: Soundness,
}

/// Sound or faulty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soundness {
    /// Nothing wrong.
    Sound,
    /// Something is wrong; `found` says what.
    Faulty,
}

/// Looks at everything. Changes nothing.
///
/// # Errors
/// [`Broken`] when the looking itself is refused.
pub fn check(db: &Db) -> Result<Vec<Finding>, Broken> {
    db.read(|tx| {
        let mut findings = engine(tx)?;
        findings.push(migrations(tx)?);
        for report in events::verify(tx)? {
            findings.push(Finding {
                looked_at: format!("event chain '{}'", report.chain),
                sound: if report.fault.is_none() {
                    Soundness::Sound
                } else {
                    Soundness::Faulty
                },
                found: report
                    .fault
                    .unwrap_or_else(|| format!("{} events, every hash right", report.events)),
            });
        }
        Ok(findings)
    })
}

fn engine(tx: &mut Tx<'_>) -> Result<Vec<Finding>, Broken> {
    if !tx.is_sqlite() {
        // PostgreSQL enforces its foreign keys at commit and checks its own
        // pages; what can be seen from here is whether any constraint is off.
        let off = tx.one(
            "select cast(count(*) as bigint) from pg_constraint where contype = 'f' and not convalidated",
            &[],
        )?;
        return Ok(vec![verdict("foreign keys", off.int(0)?, "not validated")]);
    }
    let words = tx.list("pragma integrity_check", &[], |row| row.text(0))?;
    let sound = words.len() == 1 && words.first().is_some_and(|word| word == "ok");
    let broken = i64::try_from(tx.all("pragma foreign_key_check", &[])?.len()).unwrap_or(i64::MAX);
    Ok(vec![
        Finding {
            looked_at: "database file".into(),
            found: if sound {
                "every page sound".into()
            } else {
                words.join("; ")
            },
            sound: if sound {
                Soundness::Sound
            } else {
                Soundness::Faulty
            },
        },
        verdict("foreign keys", broken, "rows point at nothing"),
    ])
}

fn verdict(looked_at: &str, faults: i64, what: &str) -> Finding {
    Finding {
        looked_at: looked_at.into(),
        found: if faults == 0 {
            "all hold".into()
        } else {
            format!("{faults} {what}")
        },
        sound: if faults == 0 {
            Soundness::Sound
        } else {
            Soundness::Faulty
        },
    }
}

fn migrations(tx: &mut Tx<'_>) -> Result<Finding, Broken> {
    let done = tx.list(
        "select name from migration order by name",
        &params![],
        |row| row.text(0),
    )?;
    let wanted = migrate::names();
    Ok(Finding {
        looked_at: "migrations".into(),
        found: format!("{} applied", done.len()),
        sound: if done == wanted {
            Soundness::Sound
        } else {
            Soundness::Faulty
        },
    })
}
