//! Pupils, from a list or a transfer file.

use serde_json::{Map, Value, json};

use crate::{
    ctf::{CtfPupilRow, PastSchool, YearTotals},
    pupils::{Address, ContactRow, PupilRow},
    rows::{Shown, Values},
};

impl Shown for PupilRow {
    fn values(&self) -> Map<String, Value> {
        let Self { name, support, .. } = self;
        let mut values = Values::default();
        values
            .maybe("upn", self.number.upn())
            .maybe("former_upn", self.former_upn.as_ref())
            .maybe(
                "adno",
                self.number
                    .adno()
                    .map(super::super::cells::number::Adno::as_str),
            )
            .maybe("uln", self.uln.as_ref())
            .put("surname", &name.surname)
            .put("forename", &name.forename)
            .maybe("middle", name.middle.as_ref())
            .maybe("preferred_surname", name.preferred_surname.as_ref())
            .maybe("preferred_forename", name.preferred_forename.as_ref())
            .put("dob", self.born)
            .maybe("sex", self.sex.map(super::super::cells::yes_no::Sex::code))
            .maybe("year", self.year)
            .maybe("reg", self.reg.as_ref())
            .maybe("house", self.house.as_ref())
            .maybe(
                "email",
                self.email
                    .as_ref()
                    .map(super::super::cells::email::EmailAddress::as_str),
            )
            .maybe("phone", self.phone.as_ref())
            .maybe(
                "sen",
                support.sen.map(super::super::cells::sen::SenStage::code),
            )
            .maybe(
                "sen_need",
                support
                    .sen_need
                    .map(super::super::cells::sen::SenNeed::code),
            )
            .maybe(
                "fsm",
                support.fsm.map(super::super::cells::yes_no::YesNo::code),
            )
            .maybe(
                "eal",
                support.eal.map(super::super::cells::yes_no::YesNo::code),
            )
            .maybe("first_language", support.first_language.as_ref())
            .maybe(
                "in_care",
                support
                    .in_care
                    .map(super::super::cells::yes_no::YesNo::code),
            );
        if let Some(Address { lines, postcode }) = &self.address {
            let lines = lines.iter().map(|line| json!(line.as_str())).collect();
            values
                .list("address", lines)
                .maybe("postcode", postcode.as_ref());
        }
        values
            .list("contacts", self.contacts.iter().map(contact).collect())
            .done()
    }
}

impl Shown for CtfPupilRow {
    fn values(&self) -> Map<String, Value> {
        let mut all = self.pupil.values();
        let needs = self.needs.iter().map(|need| json!(need.code())).collect();
        let more = Values::default()
            .list("sen_needs", needs)
            .list("attendance", self.attendance.iter().map(totals).collect())
            .list("schools", self.schools.iter().map(school).collect())
            .done();
        all.extend(more);
        all
    }
}

fn contact(contact: &ContactRow) -> Value {
    let values = Values::default()
        .put("name", &contact.name)
        .maybe(
            "relationship",
            contact.relation.as_ref().map(|of| &of.words),
        )
        .maybe(
            "parental_responsibility",
            contact
                .parental_responsibility
                .map(super::super::cells::yes_no::YesNo::code),
        )
        .maybe("phone", contact.phone.as_ref())
        .maybe(
            "email",
            contact
                .email
                .as_ref()
                .map(super::super::cells::email::EmailAddress::as_str),
        )
        .done();
    Value::Object(values)
}

fn totals(year: &YearTotals) -> Value {
    let values = Values::default()
        .number("year", year.year)
        .maybe("school", year.school.as_ref())
        .number("possible", year.possible)
        .number("attended", year.attended)
        .number("authorised", year.authorised)
        .number("unauthorised", year.unauthorised)
        .maybe("marks_from", year.marks.as_ref().map(|(from, _)| from))
        .maybe("marks", year.marks.as_ref().map(|(_, marks)| marks))
        .done();
    Value::Object(values)
}

fn school(school: &PastSchool) -> Value {
    let values = Values::default()
        .maybe("name", school.name.as_ref())
        .maybe("laestab", school.laestab.as_ref())
        .maybe("entered", school.entered)
        .maybe("left", school.left)
        .maybe("reason", school.reason.as_ref())
        .done();
    Value::Object(values)
}
