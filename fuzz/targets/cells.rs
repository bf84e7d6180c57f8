//! Single cells.
#![no_main]

use intake::cells::{
    contact::Relationship,
    date,
    email::EmailAddress,
    number::{Adno, Uln},
    phone, points,
    sen::{SenNeed, SenStage},
    text,
    upn::Upn,
    year::YearGroup,
    yes_no::YesNo,
};
use libfuzzer_sys::fuzz_target;
use mainstay_fuzz::TODAY;

fuzz_target!(|words: &str| {
    if let Ok((day, _)) = date::read(words, TODAY) {
        // What was read is written, and read again, as the same day.
        assert_eq!(date::iso(&day.to_string()), Some(day));
    }
    if let Ok(upn) = Upn::read(words) {
        assert_eq!(Upn::read(upn.as_str()), Ok(upn));
    }
    if let Some(uln) = Uln::read(words) {
        assert!(Uln::read(&uln.to_string()).is_some());
    }
    let _ = (Adno::read(words), phone::read(words), points::read(words));
    let _ = (YearGroup::read(words), YesNo::read(words), EmailAddress::read(words));
    let _ = (SenStage::read(words), SenNeed::read(words), Relationship::read(words));
    assert!(text::cleaned(words).len() <= words.len());
    assert!(text::identifier(words).len() <= words.len());
});
