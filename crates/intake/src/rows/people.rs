//! Staff, contacts, schools, rosters and calendars.

use serde_json::{Map, Value, json};

use crate::{
    calendar::{CalendarRow, Span},
    contacts::PupilContactRow,
    gias::SchoolRow,
    roster::{Change, RosterRow},
    rows::{Shown, Values},
    staff::StaffRow,
};

impl Shown for StaffRow {
    fn values(&self) -> Map<String, Value> {
        Values::default()
            .maybe("staff_id", self.staff_id.as_ref())
            .maybe("code", self.code.as_ref())
            .maybe("title", self.title.as_ref())
            .put("forename", &self.forename)
            .put("surname", &self.surname)
            .maybe(
                "email",
                self.email
                    .as_ref()
                    .map(super::super::cells::email::EmailAddress::as_str),
            )
            .maybe("job_title", self.job_title.as_ref())
            .maybe("role", self.role.as_ref())
            .maybe("subject", self.subject.as_ref())
            .maybe("start", self.starts)
            .maybe("end", self.ends)
            .done()
    }
}

impl Shown for PupilContactRow {
    fn values(&self) -> Map<String, Value> {
        Values::default()
            .maybe("upn", self.pupil.upn.as_ref())
            .maybe(
                "adno",
                self.pupil
                    .adno
                    .as_ref()
                    .map(super::super::cells::number::Adno::as_str),
            )
            .put("name", &self.name)
            .maybe("relationship", self.relation.as_ref().map(|of| &of.words))
            .maybe(
                "parental_responsibility",
                self.parental_responsibility
                    .map(super::super::cells::yes_no::YesNo::code),
            )
            .number("priority", self.priority)
            .maybe("phone", self.phone.as_ref())
            .maybe(
                "email",
                self.email
                    .as_ref()
                    .map(super::super::cells::email::EmailAddress::as_str),
            )
            .done()
    }
}

impl Shown for SchoolRow {
    fn values(&self) -> Map<String, Value> {
        let [youngest, oldest] = self.ages;
        let address = self.address.iter().map(|line| json!(line.as_str()));
        Values::default()
            .put("urn", &self.urn)
            .put("name", &self.name)
            .maybe("la", self.la.as_ref())
            .maybe("la_name", self.la_name.as_ref())
            .maybe("estab", self.estab.as_ref())
            .put("status", &self.status)
            .maybe("type", self.kind.as_ref())
            .maybe("phase", self.phase.as_ref())
            .number("youngest", youngest)
            .number("oldest", oldest)
            .maybe("opened", self.opened)
            .maybe("closed", self.closed)
            .maybe("trust", self.trust.as_ref())
            .maybe("ukprn", self.ukprn.as_ref())
            .list("address", address.collect())
            .maybe("postcode", self.postcode.as_ref())
            .maybe("phone", self.phone.as_ref())
            .done()
    }
}

impl Shown for RosterRow {
    fn values(&self) -> Map<String, Value> {
        let mut values = Values::default();
        if self.change == Change::Deleted {
            values.put("status", self.change.code());
        }
        for (name, value) in Self::values(self) {
            values.put(name, value);
        }
        values.done()
    }
}

impl Shown for CalendarRow {
    fn values(&self) -> Map<String, Value> {
        Values::default()
            .list("spans", self.spans.iter().map(span).collect())
            .maybe("passed_over", self.passed_over.as_ref())
            .done()
    }
}

fn span(span: &Span) -> Value {
    let values = Values::default()
        .put("kind", span.kind.code())
        .maybe("name", span.name.as_ref())
        .put("first", span.first)
        .put("last", span.last)
        .done();
    Value::Object(values)
}
