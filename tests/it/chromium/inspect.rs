//! Everything a program can find wrong with a page for people who see, hear,
//! point or read in other ways: axe-core, and a few measures of our own.

use testkit::Visitor;

/// axe-core 4.14, by Deque Systems under the Mozilla Public License 2.0.
const AXE: &str = include_str!("../assets/axe-core/axe.min.js");
const INSPECT: &str = include_str!("inspect.js");

/// A laptop, a phone, and a laptop zoomed in to 400 %.
const WIDE: u32 = 1280;
const PHONE: u32 = 390;
const ZOOMED: u32 = 320;

/// Every fault of the page the visitor is on, at every width; the window is
/// wide again after it.
pub fn faults(visitor: &Visitor) -> Vec<String> {
    visitor.run(AXE, &[]);
    let mut faults = look(visitor, WIDE);
    visitor.width(PHONE);
    faults.extend(look(visitor, PHONE));
    visitor.run("delete window.axe", &[]);
    visitor.width(ZOOMED);
    faults.extend(look(visitor, ZOOMED));
    visitor.width(WIDE);
    faults.sort();
    faults.dedup();
    faults
}

/// As [`faults`], after a walk through the page with Tab.
pub fn faults_and_tabs(visitor: &Visitor) -> Vec<String> {
    let mut found = visitor.tabs_through().faults;
    found.extend(faults(visitor));
    found
}

fn look(visitor: &Visitor, width: u32) -> Vec<String> {
    let found = visitor.run_and_wait(INSPECT, &[]);
    let found = found.as_array().cloned().unwrap_or_default();
    found
        .iter()
        .filter_map(|fault| Some(format!("{width} px: {}", fault.as_str()?)))
        .collect()
}
