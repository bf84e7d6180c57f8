//! When a document is written, from the three keys that say so.

use crate::fault::Fault;
use crate::read::Faults;
use crate::schema::{RawForm, RawWritten};
use crate::written::{Group, Several, Written};

/// How the document begins, faults kept for keys that do not go together.
pub(super) fn of(raw: &RawForm, faults: &mut Faults<'_>) -> Written {
    match raw.written {
        RawWritten::WhenNeeded => {
            for (key, there) in [
                ("group", raw.group.is_some()),
                ("several", raw.several.is_some()),
            ] {
                if !there {
                    faults.form(Fault::NeededWithout(key));
                }
            }
            Written::WhenNeeded {
                group: raw.group.unwrap_or(Group::Records),
                several: match raw.several {
                    Some(true) => Several::SideBySide,
                    Some(false) | None => Several::One,
                },
            }
        }
        RawWritten::WhenAsked => {
            for (key, there) in [
                ("group", raw.group.is_some()),
                ("several", raw.several.is_some()),
            ] {
                if there {
                    faults.form(Fault::OnlyWhenNeeded(key));
                }
            }
            Written::WhenAsked
        }
    }
}
