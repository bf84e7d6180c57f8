//! One transaction on either engine. The SQL text is the same; for PostgreSQL
//! `?1` becomes `$1`, and that is the only rewrite.

mod many;

use std::{
    collections::HashMap,
    error::Error,
    sync::{OnceLock, RwLock},
};

use postgres::{
    IsolationLevel,
    types::{IsNull, ToSql, Type, private::BytesMut},
};
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::{
    Broken, Row, Value,
    db::{Kept, PgConnection},
    watch::{Watching, Work},
};

/// An open transaction. Dropping it without committing changes nothing.
#[derive(Debug)]
pub struct Tx<'c> {
    pub(crate) engine: Engine<'c>,
    pub(crate) work: Work,
    pub(crate) watching: Option<Watching<'c>>,
    pub(crate) kept: &'c Kept,
}

pub(crate) enum Engine<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(
        postgres::Transaction<'c>,
        &'c mut HashMap<&'static str, postgres::Statement>,
    ),
}

impl std::fmt::Debug for Engine<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sqlite(_) => "Sqlite",
            Self::Postgres(..) => "Postgres",
        })
    }
}

impl Tx<'_> {
    /// Every row of a select, in its order.
    ///
    /// # Errors
    /// [`Broken`] when the engine refuses or the connection is gone.
    pub fn all(&mut self, sql: &'static str, params: &[Value]) -> Result<Vec<Row>, Broken> {
        self.note(sql, params);
        match &mut self.engine {
            Engine::Sqlite(connection) => sqlite_rows(connection, sql, params),
            Engine::Postgres(tx, cache) => {
                let statement = prepared(tx, cache, sql)?;
                let params: Vec<&(dyn ToSql + Sync)> = params
                    .iter()
                    .map(|value| value as &(dyn ToSql + Sync))
                    .collect();
                tx.query(&statement, &params)?
                    .iter()
                    .map(|row| postgres_row(row, sql))
                    .collect()
            }
        }
    }

    /// Every row, each turned into a `T`.
    ///
    /// # Errors
    /// [`Broken`] as [`Tx::all`], or when a row cannot be read.
    pub fn list<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        read: impl Fn(&Row) -> Result<T, Broken>,
    ) -> Result<Vec<T>, Broken> {
        self.all(sql, params)?.iter().map(read).collect()
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// [`Broken`] as [`Tx::all`].
    pub fn maybe(&mut self, sql: &'static str, params: &[Value]) -> Result<Option<Row>, Broken> {
        Ok(self.all(sql, params)?.into_iter().next())
    }

    /// The one row that must be there.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when there is none.
    pub fn one(&mut self, sql: &'static str, params: &[Value]) -> Result<Row, Broken> {
        self.maybe(sql, params)?.ok_or_else(|| {
            let statement: String = sql
                .split_whitespace()
                .take(12)
                .collect::<Vec<_>>()
                .join(" ");
            Broken::Inconsistent(format!("'{statement}...' found no row"))
        })
    }

    /// Runs an insert, update or delete; answers how many rows changed.
    ///
    /// # Errors
    /// [`Broken`] when the engine refuses.
    pub fn run(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, Broken> {
        self.note(sql, params);
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                let changed = statement.execute(rusqlite::params_from_iter(params))?;
                Ok(changed as u64)
            }
            Engine::Postgres(tx, cache) => {
                let statement = prepared(tx, cache, sql)?;
                let params: Vec<&(dyn ToSql + Sync)> = params
                    .iter()
                    .map(|value| value as &(dyn ToSql + Sync))
                    .collect();
                Ok(tx.execute(&statement, &params)?)
            }
        }
    }

    fn note(&self, sql: &'static str, params: &[Value]) {
        if let Some(watching) = &self.watching {
            watching.note(sql, params);
        }
    }

    /// Which engine this is, for the few statements of `migrate` and `check`.
    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.engine, Engine::Sqlite(_))
    }

    /// Runs several statements of a migration as they stand.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), Broken> {
        match &mut self.engine {
            Engine::Sqlite(connection) => connection.execute_batch(sql)?,
            Engine::Postgres(tx, _) => tx.batch_execute(sql)?,
        }
        Ok(())
    }
}

fn sqlite_rows(
    connection: &rusqlite::Connection,
    sql: &'static str,
    params: &[Value],
) -> Result<Vec<Row>, Broken> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(rusqlite::params_from_iter(params))?;
    let mut answer = Vec::new();
    while let Some(row) = rows.next()? {
        let mut values = Vec::with_capacity(columns);
        for column in 0..columns {
            values.push(match row.get_ref(column)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
                ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                ValueRef::Real(_) => {
                    return Err(Broken::Inconsistent(format!(
                        "column {column} is a real number"
                    )));
                }
            });
        }
        answer.push(Row { values, of: sql });
    }
    Ok(answer)
}

fn postgres_row(row: &postgres::Row, of: &'static str) -> Result<Row, Broken> {
    let mut values = Vec::with_capacity(row.len());
    for (at, column) in row.columns().iter().enumerate() {
        let kind = column.type_();
        values.push(if *kind == Type::INT8 {
            row.try_get::<_, Option<i64>>(at)?.into()
        } else if *kind == Type::INT4 {
            row.try_get::<_, Option<i32>>(at)?.into()
        } else if *kind == Type::BYTEA {
            row.try_get::<_, Option<Vec<u8>>>(at)?.into()
        } else {
            row.try_get::<_, Option<String>>(at)?.into()
        });
    }
    Ok(Row { values, of })
}

fn prepared(
    tx: &mut postgres::Transaction<'_>,
    cache: &mut HashMap<&'static str, postgres::Statement>,
    sql: &'static str,
) -> Result<postgres::Statement, Broken> {
    if let Some(statement) = cache.get(sql) {
        return Ok(statement.clone());
    }
    let statement = tx.prepare(&numbered(sql))?;
    cache.insert(sql, statement.clone());
    Ok(statement)
}

/// `?1` to `$1`, remembered per statement.
fn numbered(sql: &'static str) -> String {
    static SEEN: OnceLock<RwLock<HashMap<&'static str, String>>> = OnceLock::new();
    let seen = SEEN.get_or_init(RwLock::default);
    if let Ok(seen) = seen.read()
        && let Some(text) = seen.get(sql)
    {
        return text.clone();
    }
    let text = sql.replace('?', "$");
    if let Ok(mut seen) = seen.write() {
        seen.insert(sql, text.clone());
    }
    text
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) if *ty == Type::INT4 => i32::try_from(*number)?.to_sql(ty, out),
            Self::Int(number) => number.to_sql(ty, out),
            Self::Text(text) => text.to_sql(ty, out),
            Self::Bytes(bytes) => bytes.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}

/// Begins on PostgreSQL; the SQLite face is in `db`.
pub(crate) fn begin_postgres<'c>(
    connection: &'c mut PgConnection,
    (work, watching): (Work, Option<Watching<'c>>),
    kept: &'c Kept,
) -> Result<Tx<'c>, Broken> {
    let PgConnection { client, cache, .. } = connection;
    // A reader sees one moment from its first statement to its last. A writer
    // sees what those before it have finished, and takes its turn in `events`.
    let (view, only) = match work {
        Work::Changing => (IsolationLevel::ReadCommitted, false),
        Work::Reading => (IsolationLevel::RepeatableRead, true),
    };
    let begun = client.build_transaction().isolation_level(view);
    let tx = begun.read_only(only).start()?;
    Ok(Tx {
        engine: Engine::Postgres(tx, cache),
        work,
        watching,
        kept,
    })
}
