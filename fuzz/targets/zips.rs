//! Zips, and whatever roster is in them.
#![no_main]

use intake::{
    report::{Kind, Report},
    roster::{Bundle, one_roster, school_data_sync},
};
use libfuzzer_sys::fuzz_target;
use mainstay_fuzz::limits;

fuzz_target!(|bytes: &[u8]| {
    let limits = limits();
    let bundle = Bundle::of_zip(bytes, &limits);
    for reader in [one_roster, school_data_sync] {
        let read = bundle.clone().and_then(|bundle| reader(&bundle, &limits));
        let report = Report::of_roster(Kind::OneRoster, "x", &read);
        assert_eq!(report.total, report.accepted + report.rejected);
    }
    let _ = intake::guess::guess(bytes, "x.zip", &limits);
});
