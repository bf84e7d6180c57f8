//! Common Transfer Files.
#![no_main]

use intake::{
    ctf::{self, OurSchool},
    report::Kind,
};
use libfuzzer_sys::fuzz_target;
use mainstay_fuzz::{TODAY, limits, used};

const HEAD: &[u8] =
    b"<CTfile><Header><DocumentName>Common Transfer File</DocumentName></Header><CTFpupilData>";

fuzz_target!(|bytes: &[u8]| {
    let ours = OurSchool {
        urn: Some("990001".into()),
        laestab: Some("9984001".into()),
    };
    used(Kind::Ctf, &ctf::read(bytes, TODAY, &ours, &limits()));
    let inside = [HEAD, bytes, b"</CTFpupilData></CTfile>"].concat();
    used(Kind::Ctf, &ctf::read(&inside, TODAY, &ours, &limits()));
});
