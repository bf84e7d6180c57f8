//! Parsed rows as JSON, for programs that ask for them with `--rows`.
//!
//! These hold children's details, unlike a report: they are only ever written
//! for the person who chose the file. The names are those of the contract.

mod people;
mod pupils;
mod register;

use serde_json::{Map, Value, json};

use crate::{reading::Reading, warning::Note};

/// A row that can be written out.
pub trait Shown {
    /// Its values by name; what is not known is left out.
    fn values(&self) -> Map<String, Value>;
}

/// The accepted rows, each with its line and its warnings.
pub fn shown<T: Shown>(reading: &Reading<T>) -> Vec<Value> {
    let rows = reading.accepted.iter();
    rows.map(|accepted| {
        let mut values = Map::new();
        values.insert("line".into(), json!(accepted.line));
        values.extend(accepted.row.values());
        let (warnings, left_out): (Vec<&Note>, Vec<&Note>) = accepted
            .notes
            .iter()
            .partition(|note| note.warning.is_published());
        if !warnings.is_empty() {
            let codes: Vec<&str> = warnings.iter().map(|note| note.warning.code()).collect();
            values.insert("warnings".into(), json!(codes));
        }
        if !left_out.is_empty() {
            let fields: Vec<&str> = left_out.iter().map(|note| note.what()).collect();
            values.insert("left_out".into(), json!(fields));
        }
        Value::Object(values)
    })
    .collect()
}

/// Values being gathered; what is not there is left out.
#[derive(Default)]
struct Values(Map<String, Value>);

impl Values {
    fn put(&mut self, name: &str, value: impl std::fmt::Display) -> &mut Self {
        self.0.insert(name.into(), Value::String(value.to_string()));
        self
    }

    fn maybe(&mut self, name: &str, value: Option<impl std::fmt::Display>) -> &mut Self {
        if let Some(value) = value {
            self.put(name, value);
        }
        self
    }

    fn number(&mut self, name: &str, value: Option<impl Into<i64>>) -> &mut Self {
        if let Some(value) = value {
            self.0.insert(name.into(), json!(value.into()));
        }
        self
    }

    fn list(&mut self, name: &str, values: Vec<Value>) -> &mut Self {
        if !values.is_empty() {
            self.0.insert(name.into(), Value::Array(values));
        }
        self
    }

    fn done(&mut self) -> Map<String, Value> {
        std::mem::take(&mut self.0)
    }
}
