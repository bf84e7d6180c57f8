//! The addresses that menus lead to, named once: the list of routes and the
//! menus both speak in these, so that no menu leads nowhere.

/// What needs somebody today.
pub const TODAY: &str = "/today";
/// The list of programmes.
pub const PROGRAMMES: &str = "/programmes";
/// Lessons to report on.
pub const REPORTS_NOW: &str = "/reports/now";
/// What a member of staff is asked.
pub const ASKED: &str = "/asked";
/// The settings.
pub const SETTINGS: &str = "/settings";
/// A parent's or carer's own page.
pub const FAMILY: &str = "/family";
/// A pupil's own page.
pub const ME: &str = "/me";
/// The page of somebody from outside.
pub const OUTSIDE: &str = "/outside";
/// The roll.
pub const ROLL: &str = "/pupils";
