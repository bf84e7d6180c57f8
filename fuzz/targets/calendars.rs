//! Term dates in their three forms.
#![no_main]

use intake::{
    calendar::{self, SchoolDates},
    report::Kind,
};
use libfuzzer_sys::fuzz_target;
use mainstay_fuzz::{TODAY, limits, used};

fuzz_target!(|bytes: &[u8]| {
    for name in ["x.csv", "x.ics", "x.json"] {
        let read = calendar::read(bytes, name, TODAY, &limits());
        if let Ok(reading) = &read {
            assert!(SchoolDates::of(&reading.accepted).days().is_sorted());
        }
        used(Kind::Calendar, &read);
    }
});
