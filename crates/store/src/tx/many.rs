//! Many rows of one table in few statements, for a school that is made whole.
//!
//! The text is the same one that adds a single row. SQLite runs it row by row
//! from one prepared statement; PostgreSQL is asked for some hundred rows at a
//! time, with the same values list repeated, because each question costs a
//! journey there and back.

use postgres::types::ToSql;

use super::{Engine, Tx};
use crate::{Broken, Value};

/// PostgreSQL takes at most 65,535 values in one statement.
const VALUES: usize = 60_000;
/// Rows in one statement.
const ROWS: usize = 500;

impl Tx<'_> {
    /// Runs an `insert ... values (...)` once for each row of values.
    ///
    /// # Errors
    /// [`Broken`] when the engine refuses one; [`Broken::Inconsistent`] when the
    /// text has no values list.
    pub fn run_many(&mut self, sql: &'static str, rows: &[Vec<Value>]) -> Result<(), Broken> {
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                for row in rows {
                    statement.execute(rusqlite::params_from_iter(row))?;
                }
            }
            Engine::Postgres(tx, _) => {
                let width = rows.first().map_or(1, Vec::len).max(1);
                for some in rows.chunks((VALUES / width).min(ROWS)) {
                    let text = repeated(sql, width, some.len()).ok_or_else(|| {
                        Broken::Inconsistent("a statement for many rows has no values list".into())
                    })?;
                    let values: Vec<&(dyn ToSql + Sync)> = some
                        .iter()
                        .flatten()
                        .map(|value| value as &(dyn ToSql + Sync))
                        .collect();
                    tx.execute(&text, &values)?;
                }
            }
        }
        Ok(())
    }
}

/// The text with its values list repeated: `(?1, ?2)` for two rows becomes
/// `($1, $2), ($3, $4)`.
fn repeated(sql: &str, width: usize, rows: usize) -> Option<String> {
    let from = sql.find("values (")? + "values ".len();
    let (head, list) = sql.split_at(from);
    let (list, tail) = list.split_at(list.find(')')? + 1);
    let mut text = head.to_owned();
    for row in 0..rows {
        if row > 0 {
            text.push_str(", ");
        }
        for (at, part) in list.split('?').enumerate() {
            let digits = part.chars().take_while(char::is_ascii_digit).count();
            let (number, rest) = part.split_at(if at == 0 { 0 } else { digits });
            if let Ok(number) = number.parse::<usize>() {
                text.push('$');
                text.push_str(&(number + row * width).to_string());
            }
            text.push_str(rest);
        }
    }
    text.push_str(tail);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_values_list_is_repeated_with_numbers_of_its_own_and_its_end_kept() {
        let sql = "insert into day (school_id, day, version) values (?1, ?2, 1)
             on conflict (day) do nothing";
        assert_eq!(
            repeated(sql, 2, 2).unwrap(),
            "insert into day (school_id, day, version) values ($1, $2, 1), ($3, $4, 1)
             on conflict (day) do nothing"
        );
        assert_eq!(repeated("select 1", 1, 1), None);
    }
}
