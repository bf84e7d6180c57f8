//! The school's template: what new programmes follow. A change makes a new
//! version, and a programme that has begun keeps its own.

use domain::{
    dates::{Pauses, Schedule, SchoolCalendar},
    event::Event,
    programme::RunDates,
    school::{Template, TemplateDraft},
};
use jiff::{
    Timestamp,
    civil::{Date, Weekday},
};
use store::{Broken, programmes, schools, templates};

use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::School,
};

/// Shows the template.
#[derive(Debug, Clone, Copy)]
pub struct ViewTemplate;

/// The template and what stands around it.
#[derive(Debug, Clone)]
pub struct TemplateView {
    /// What new programmes follow.
    pub template: Template,
    /// Programmes that have begun and keep their own.
    pub live: usize,
    /// When it was last changed, and by whom where somebody is named.
    pub changed: Option<(Timestamp, Option<String>)>,
    /// The dates of a programme begun next Monday, as far as term dates reach.
    pub example: Option<RunDates>,
}

impl Query for ViewTemplate {
    const ACTION: Action = Action::ViewSettings;
    type On = School;
    type Output = TemplateView;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<TemplateView, Refusal> {
        let (school, today) = (school.0.id, cx.today());
        let template = newest(templates::newest(cx.tx(), school)?)?;
        let calendar = schools::calendar(cx.tx(), school)?;
        let all = programmes::of_school(cx.tx(), school)?;
        let live = all
            .iter()
            .filter(|line| line.programme.stage.name().is_open());
        Ok(TemplateView {
            live: live.count(),
            changed: templates::last_change(cx.tx(), school)?,
            example: example(&template, &calendar, today),
            template,
        })
    }
}

fn newest(found: Option<Template>) -> Result<Template, Broken> {
    found.ok_or_else(|| Broken::Inconsistent("the school has no template".into()))
}

fn example(template: &Template, calendar: &SchoolCalendar, today: Date) -> Option<RunDates> {
    let monday = today.nth_weekday(1, Weekday::Monday).ok()?;
    let start = calendar.on_or_after(monday).ok()?;
    let schedule = Schedule::compute(&template.rhythm, start, &Pauses::NONE, calendar);
    schedule.ok().map(|schedule| (&schedule).into())
}

/// Changes the template.
#[derive(Debug)]
pub struct ChangeTemplate {
    /// The version the form was drawn from.
    pub seen: u32,
    /// What was typed.
    pub typed: TemplateDraft,
}

impl Command for ChangeTemplate {
    const ACTION: Action = Action::ChangeSettings;
    type On = School;
    type Output = ();

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let school = school.0.id;
        let before = newest(templates::newest(cx.tx(), school)?)?;
        if before.version != self.seen {
            return Err(Refusal::Conflict);
        }
        let next = self.typed.parse(&before).map_err(Refusal::fields)?;
        let same = Template {
            version: next.version,
            ..before
        };
        if next == same {
            return Ok(cx.unchanged(()));
        }
        let by = (cx.now(), Some(cx.person()?.account));
        match templates::add(cx.tx(), school, &next, by) {
            Err(broken) if broken.is_duplicate() => return Err(Refusal::Conflict),
            other => other?,
        }
        let version = next.version;
        Ok(cx.record(Event::TemplateChanged { school, version }, ()))
    }
}
