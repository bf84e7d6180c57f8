//! A database left behind by any earlier program is brought up to date with
//! every row still in it.

use std::path::Path;

use rusqlite::Connection;

use super::{Migration, all};
use crate::{Broken, Db, check};

fn address(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// A file as the program left it when it held only these migrations.
fn left_behind(file: &Path, migrations: &[Migration]) -> Connection {
    let database = Connection::open(file).unwrap();
    database
        .execute_batch(
            "pragma foreign_keys = off;
             create table migration (name text not null primary key, sum text not null)",
        )
        .unwrap();
    for migration in migrations {
        database.execute_batch(migration.portable).unwrap();
        database
            .execute_batch(migration.sqlite.unwrap_or_default())
            .unwrap();
        database
            .execute(
                "insert into migration (name, sum) values (?1, ?2)",
                [&migration.name, &migration.sum()],
            )
            .unwrap();
    }
    database
}

fn tables(database: &Connection) -> Vec<String> {
    database
        .prepare(
            "select name from sqlite_master where type = 'table'
             and name not like 'sqlite_%' and name <> 'migration' order by name",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

/// One row in a table. Every value of a type is the same, so that whatever
/// points at another row finds it.
fn put_a_row(database: &Connection, table: &str) {
    let columns: Vec<(String, String)> = database
        .prepare(&format!("pragma table_info({table})"))
        .unwrap()
        .query_map([], |row| Ok((row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let values: Vec<&str> = columns
        .iter()
        .map(|(_, kind)| match kind.to_ascii_lowercase().as_str() {
            "bigint" => "1",
            "bytea" => "x'01'",
            _ => "'x'",
        })
        .collect();
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let (names, values) = (names.join(", "), values.join(", "));
    database
        .execute_batch(&format!("insert into {table} ({names}) values ({values})"))
        .unwrap();
}

#[test]
fn a_database_left_by_any_earlier_program_keeps_every_row() {
    let folder = tempfile::tempdir().unwrap();
    for have in 1..=all().len() {
        let file = folder.path().join(format!("left-{have}.db"));
        let database = left_behind(&file, &all()[..have]);
        let old = tables(&database);
        for table in &old {
            put_a_row(&database, table);
        }
        drop(database);

        let db = Db::open(&address(&file)).unwrap();
        let after = Connection::open(&file).unwrap();
        for table in &old {
            let rows: i64 = after
                .query_row(&format!("select count(*) from {table}"), [], |row| {
                    row.get(0)
                })
                .unwrap();
            assert_eq!(rows, 1, "{table} after {have} migrations");
        }
        let findings = check::check(&db).unwrap();
        let of_the_engine = findings
            .iter()
            .filter(|finding| !finding.looked_at.starts_with("event chain"));
        for finding in of_the_engine {
            assert_eq!(
                finding.sound,
                check::Soundness::Sound,
                "{have}: {finding:?}"
            );
        }
    }
}

#[test]
fn a_migration_that_changed_since_or_is_newer_than_the_program_stops_it() {
    let folder = tempfile::tempdir().unwrap();
    for (name, what) in [
        (
            "changed",
            "update migration set sum = 'other' where name like '0001%'",
        ),
        (
            "newer",
            "insert into migration (name, sum) values ('9999_later', 'x')",
        ),
    ] {
        let file = folder.path().join(name);
        Db::open(&address(&file)).unwrap();
        Connection::open(&file)
            .unwrap()
            .execute_batch(what)
            .unwrap();
        let refused = Db::open(&address(&file)).unwrap_err();
        assert!(matches!(refused, Broken::Migration(_)), "{refused}");
    }
}
