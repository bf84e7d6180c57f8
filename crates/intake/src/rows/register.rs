//! What happened to pupils: incidents, marks and suspensions.

use serde_json::{Map, Value, json};

use crate::{
    attendance::MarkRow,
    behaviour::IncidentRow,
    roll::PupilRef,
    rows::{Shown, Values},
    suspensions::SuspensionRow,
};

fn of(pupil: &PupilRef) -> Values {
    let mut values = Values::default();
    values.maybe("upn", pupil.upn.as_ref()).maybe(
        "adno",
        pupil
            .adno
            .as_ref()
            .map(super::super::cells::number::Adno::as_str),
    );
    values
}

impl Shown for IncidentRow {
    fn values(&self) -> Map<String, Value> {
        of(&self.pupil)
            .maybe("incident_id", self.incident.as_ref())
            .put("date", self.on)
            .maybe("time", self.at.as_ref())
            .put("type", &self.kind)
            .number("points", Some(self.points))
            .maybe("location", self.location.as_ref())
            .maybe("action", self.action.as_ref())
            .maybe("by", self.by.as_ref())
            .maybe("notes", self.notes.as_ref())
            .done()
    }
}

impl Shown for MarkRow {
    fn values(&self) -> Map<String, Value> {
        of(&self.pupil)
            .put("date", self.on)
            .put("session", self.session.code())
            .put("mark", self.mark.code())
            .number("minutes", self.minutes_late)
            .maybe("notes", self.notes.as_ref())
            .done()
    }
}

impl Shown for SuspensionRow {
    fn values(&self) -> Map<String, Value> {
        let reasons = self.causes.iter().map(|cause| json!(cause.code()));
        of(&self.pupil)
            .put("category", self.category.code())
            .put("start", self.first)
            .maybe("end", self.last)
            .number("sessions", self.sessions)
            .list("reasons", reasons.collect())
            .maybe("notes", self.notes.as_ref())
            .done()
    }
}
