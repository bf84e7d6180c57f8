//! Pupils whose row could not be stored are still in the file: nobody is
//! missing because of a slip in a date.

use std::collections::HashSet;

use domain::pupil::Pupil;
use intake::reading::Reading;
use store::source_ids;

use super::incoming::PupilIn;
use crate::imports::{changes::Changes, source_ids::SourceIds};

/// Every word of the rows that are not stored: a stored number among them
/// means that its pupil is in the file.
pub(super) struct Named(HashSet<String>);

impl Named {
    pub(super) fn of(reading: &Reading<PupilIn>, changes: &Changes) -> Self {
        let refused = reading.refused.iter().flat_map(|row| &row.cells);
        let mut words: HashSet<String> = refused.map(|cell| plain(cell)).collect();
        let aside = reading.aside.iter().flat_map(|row| &row.numbers);
        words.extend(aside.map(|number| plain(number)));
        for row in &reading.accepted {
            if changes.clashes.iter().any(|clash| clash.line == row.line) {
                let PupilIn {
                    source_id,
                    upn,
                    former,
                    adno,
                    ..
                } = &row.row;
                words.extend(source_id.as_deref().map(plain));
                words.extend(
                    [upn, former]
                        .into_iter()
                        .flatten()
                        .map(|one| plain(one.as_str())),
                );
                words.extend(adno.as_ref().map(|adno| plain(adno.as_str())));
            }
        }
        words.remove("");
        Self(words)
    }

    /// Whether a row that is not stored may be about this pupil.
    pub(super) fn may_be(&self, pupil: &Pupil, ids: &SourceIds) -> bool {
        let mut called = ids.keys(source_ids::Named::Pupil, pupil.id).iter();
        if called.any(|key| self.0.contains(&plain(key))) {
            return true;
        }
        let upn = pupil.upn.as_ref().map(|upn| plain(upn.as_str()));
        let adno = pupil.source_key.as_ref().map(|adno| plain(adno.as_str()));
        [upn, adno]
            .into_iter()
            .flatten()
            .any(|number| self.0.contains(&number))
    }
}

/// Without what spreadsheets add and take away: spaces, quotation marks and
/// leading zeros.
fn plain(cell: &str) -> String {
    let kept: String = cell.chars().filter(|c| c.is_alphanumeric()).collect();
    kept.to_uppercase().trim_start_matches('0').to_owned()
}
