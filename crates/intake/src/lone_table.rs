//! Tells a table that is one of a roster's by its headings. By itself such a
//! table says nothing: its rows point into the others.

use crate::report::Kind;

/// Of which roster these headings, `normalised`, are a table.
pub(crate) fn of_which_roster(plain: &[String]) -> Option<Kind> {
    let any = |is: fn(&str) -> bool| plain.iter().any(|heading| is(heading));
    if any(|heading| heading == "sourcedid") || plain == ["propertyname", "value"] {
        return Some(Kind::OneRoster);
    }
    any(|heading| heading.ends_with("sisid")).then_some(Kind::Sds)
}
