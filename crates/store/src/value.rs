//! Values and rows: ids, dates and enums to and from columns.
//!
//! Columns are `text`, `bigint` or `bytea` on both engines, so four kinds of
//! value are all there is.

use std::str::FromStr;

use domain::id::{Id, Kind};
use jiff::{Timestamp, civil::Date};

use crate::Broken;

/// One value on its way to or from a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// SQL null.
    Null,
    /// A `bigint`.
    Int(i64),
    /// A `text`.
    Text(String),
    /// A `bytea`.
    Bytes(Vec<u8>),
}

/// One row of an answer; columns are read by position, in the order listed.
#[derive(Debug, Clone)]
pub struct Row {
    pub(crate) values: Vec<Value>,
    pub(crate) of: &'static str,
}

impl Row {
    fn at(&self, column: usize) -> Result<&Value, Broken> {
        self.values
            .get(column)
            .ok_or_else(|| self.odd(column, "is not in the select"))
    }

    fn odd(&self, column: usize, what: &str) -> Broken {
        let statement: String = self
            .of
            .split_whitespace()
            .take(12)
            .collect::<Vec<_>>()
            .join(" ");
        Broken::Inconsistent(format!("column {column} of '{statement}...' {what}"))
    }

    /// A text column.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the column holds something else.
    pub fn text(&self, column: usize) -> Result<String, Broken> {
        self.maybe_text(column)?
            .ok_or_else(|| self.odd(column, "is null"))
    }

    /// A text column that may be null.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the column holds something else.
    pub fn maybe_text(&self, column: usize) -> Result<Option<String>, Broken> {
        match self.at(column)? {
            Value::Text(text) => Ok(Some(text.clone())),
            Value::Null => Ok(None),
            Value::Int(_) | Value::Bytes(_) => Err(self.odd(column, "is not text")),
        }
    }

    /// A whole-number column.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the column holds something else.
    pub fn int(&self, column: usize) -> Result<i64, Broken> {
        self.maybe_int(column)?
            .ok_or_else(|| self.odd(column, "is null"))
    }

    /// A whole-number column that may be null.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the column holds something else.
    pub fn maybe_int(&self, column: usize) -> Result<Option<i64>, Broken> {
        match self.at(column)? {
            Value::Int(number) => Ok(Some(*number)),
            Value::Null => Ok(None),
            Value::Text(_) | Value::Bytes(_) => Err(self.odd(column, "is not a number")),
        }
    }

    /// A whole number that fits the smaller type asked for.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when it does not fit.
    pub fn small<N: TryFrom<i64>>(&self, column: usize) -> Result<N, Broken> {
        N::try_from(self.int(column)?).map_err(|_| self.odd(column, "is out of range"))
    }

    /// As [`Row::small`], for a column that may be null.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when it does not fit.
    pub fn maybe_small<N: TryFrom<i64>>(&self, column: usize) -> Result<Option<N>, Broken> {
        self.maybe_int(column)?
            .map(|n| N::try_from(n).map_err(|_| self.odd(column, "is out of range")))
            .transpose()
    }

    /// A bytes column.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the column holds something else.
    pub fn bytes(&self, column: usize) -> Result<Vec<u8>, Broken> {
        match self.at(column)? {
            Value::Bytes(bytes) => Ok(bytes.clone()),
            Value::Null | Value::Int(_) | Value::Text(_) => Err(self.odd(column, "is not bytes")),
        }
    }

    /// A text column read by the type's own `FromStr`: dates, codes, ids.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the text is not one.
    pub fn read<T: FromStr>(&self, column: usize) -> Result<T, Broken> {
        self.text(column)?
            .parse()
            .map_err(|_| self.odd(column, "cannot be read"))
    }

    /// As [`Row::read`], for a column that may be null.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the text is not one.
    pub fn maybe_read<T: FromStr>(&self, column: usize) -> Result<Option<T>, Broken> {
        self.maybe_text(column)?
            .map(|text| text.parse().map_err(|_| self.odd(column, "cannot be read")))
            .transpose()
    }

    /// An id column (stored as 32 hex digits).
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the text is not one.
    pub fn id<K>(&self, column: usize) -> Result<Id<K>, Broken> {
        self.maybe_id(column)?
            .ok_or_else(|| self.odd(column, "is null"))
    }

    /// An id column that may be null.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when the text is not one.
    pub fn maybe_id<K>(&self, column: usize) -> Result<Option<Id<K>>, Broken> {
        self.maybe_text(column)?
            .map(|hex| {
                uuid::Uuid::try_parse(&hex)
                    .map(Id::new)
                    .map_err(|_| self.odd(column, "is not an id"))
            })
            .transpose()
    }

    /// Bounded text from a text column.
    ///
    /// # Errors
    /// [`Broken::Inconsistent`] when it breaks the bound.
    pub fn line<const MAX: usize>(&self, column: usize) -> Result<domain::text::Line<MAX>, Broken> {
        domain::text::Line::new(&self.text(column)?)
            .map_err(|_| self.odd(column, "breaks its bound"))
    }
}

macro_rules! from_int {
    ($($int:ty),*) => {$(
        impl From<$int> for Value {
            fn from(number: $int) -> Self {
                Self::Int(i64::from(number))
            }
        }
    )*};
}
from_int!(i64, i32, i16, i8, u32, u16, u8);

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}
impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}
impl<K: Kind> From<Id<K>> for Value {
    fn from(id: Id<K>) -> Self {
        Self::Text(id.uuid().simple().to_string())
    }
}
impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Text(date.to_string())
    }
}
impl From<Timestamp> for Value {
    /// Fixed width, so that text order is time order.
    fn from(instant: Timestamp) -> Self {
        Self::Text(format!("{instant:.6}"))
    }
}
impl<const MAX: usize> From<&domain::text::Line<MAX>> for Value {
    fn from(text: &domain::text::Line<MAX>) -> Self {
        Self::Text(text.as_str().to_owned())
    }
}
impl<const MAX: usize> From<&domain::text::Prose<MAX>> for Value {
    fn from(text: &domain::text::Prose<MAX>) -> Self {
        Self::Text(text.as_str().to_owned())
    }
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(maybe: Option<T>) -> Self {
        maybe.map_or(Self::Null, Into::into)
    }
}

/// Parameters for one statement, in the order of `?1`, `?2` and so on.
///
/// ```
/// let values = store::params!["KB", 7_i64, None::<String>];
/// assert_eq!(values.len(), 3);
/// ```
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => {[$($crate::Value::from($value)),*]};
}
