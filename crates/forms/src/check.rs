//! Checks a form that reads: small named checks, each of one thing.
//!
//! A form that passes can be asked, answered, stored, shown and printed. What is
//! checked of words is that they are there; that they are plain is a test's business.

mod options;
mod order;
mod rights;
mod words;

use crate::form::Form;
use crate::read::Faults;

/// Runs every check over one form.
pub(crate) fn form(form: &Form, faults: &mut Faults<'_>) {
    words::are_there(form, faults);
    words::placeholders_are_known(form, faults);
    words::pupils_are_told_about_safety(form, faults);
    options::sizes_fit(form, faults);
    options::choices_can_be_made(form, faults);
    options::codes_are_unique(form, faults);
    options::shared_four_match(form, faults);
    order::every_part_has_questions(form, faults);
    order::ids_are_unique(form, faults);
    order::conditions_look_back(form, faults);
    order::nothing_waits_for_itself(form, faults);
    order::everything_can_be_asked(form, faults);
    order::safety_rules_can_fire(form, faults);
    rights::somebody_fills_and_reads(form, faults);
    rights::nobody_reads_twice(form, faults);
    rights::parts_can_be_read(form, faults);
    rights::named_readers_may_read(form, faults);
    rights::shares_are_offered(form, faults);
}
