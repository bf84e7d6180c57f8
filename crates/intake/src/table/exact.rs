//! Columns known by their exact headings, as data standards name them.

use crate::{cells::text, fault::FileFault, reading::Source, table::Record};

/// Where each wanted column of a table is.
#[derive(Debug, Clone)]
pub(crate) struct ExactColumns {
    wanted: Vec<&'static str>,
    at: Vec<Option<usize>>,
}

impl ExactColumns {
    /// Finds the wanted columns among the headings; the others are ignored and
    /// listed.
    ///
    /// # Errors
    /// [`FileFault::DupColumn`] if a wanted heading stands there twice.
    pub(crate) fn matched(
        source: &mut Source,
        wanted: Vec<&'static str>,
    ) -> Result<Self, FileFault> {
        let mut at = vec![None; wanted.len()];
        for (index, heading) in source.headings.iter().enumerate() {
            let Some(place) = wanted.iter().position(|name| name == heading) else {
                if !heading.is_empty() {
                    source.ignored.push(heading.clone());
                }
                continue;
            };
            let Some(slot) = at.get_mut(place) else {
                continue;
            };
            if slot.is_some() {
                return Err(FileFault::DupColumn {
                    means: wanted.get(place).copied().unwrap_or_default(),
                    headings: [heading.clone(), heading.clone()],
                });
            }
            *slot = Some(index);
        }
        Ok(Self { wanted, at })
    }

    /// The columns of these that the table does not have.
    pub(crate) fn missing(&self, required: &[&'static str]) -> Vec<&'static str> {
        let has = |name: &&'static str| self.of(name).is_some();
        required.iter().copied().filter(|name| !has(name)).collect()
    }

    /// Checks that the table has these columns.
    ///
    /// # Errors
    /// [`FileFault::MissingColumn`] with all that are not there.
    pub(crate) fn complete(&self, required: &[&'static str]) -> Result<(), FileFault> {
        let missing = self.missing(required);
        if missing.is_empty() {
            return Ok(());
        }
        let missing = missing.into_iter().map(|name| vec![name]).collect();
        Err(FileFault::MissingColumn { missing })
    }

    fn of(&self, name: &str) -> Option<usize> {
        let place = self.wanted.iter().position(|wanted| *wanted == name)?;
        self.at.get(place).copied().flatten()
    }
}

/// A record asked for its cells by exact heading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ExactRow<'r> {
    record: &'r Record,
    columns: &'r ExactColumns,
}

impl<'r> ExactRow<'r> {
    pub(crate) const fn new(record: &'r Record, columns: &'r ExactColumns) -> Self {
        Self { record, columns }
    }

    /// What the cell says, trimmed; blank where there is no such column.
    pub(crate) fn text(&self, heading: &str) -> String {
        let cell = self.columns.of(heading);
        let cell = cell.and_then(|at| self.record.cells.get(at));
        cell.map(|cell| text::cleaned(cell)).unwrap_or_default()
    }

    /// The wanted columns only, in the order they are wanted.
    pub(crate) fn wanted(&self) -> Vec<String> {
        let names = self.columns.wanted.iter();
        names.map(|name| self.text(name)).collect()
    }
}
