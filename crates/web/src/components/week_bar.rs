//! Weeks in a strip: how far a programme has come, for a phone or a table; and which weeks hold a meeting, for settings.

use askama::{Template, filters::HtmlSafe};

/// How far a programme has come. The words beside it say the same, so it is hidden from those who hear the page.
#[derive(Clone, Copy, Debug, Template)]
#[template(path = "components/week_bar.html")]
pub struct WeekBar {
    weeks: usize,
    now: usize,
}

impl HtmlSafe for WeekBar {}

impl WeekBar {
    /// In this week, counted from one, of so many. A week past the last means all are done.
    pub fn new(now: usize, weeks: usize) -> Self {
        Self { weeks, now }
    }

    fn classes(&self) -> impl Iterator<Item = &'static str> {
        let now = self.now;
        (1..=self.weeks).map(move |week| match week.cmp(&now) {
            std::cmp::Ordering::Less => "d",
            std::cmp::Ordering::Equal => "n",
            std::cmp::Ordering::Greater => "",
        })
    }
}

/// The weeks of a programme, with those that hold a meeting marked.
#[derive(Clone, Debug, Template)]
#[template(path = "components/week_strip.html")]
pub struct WeekStrip {
    weeks: usize,
    meetings: Vec<usize>,
}

impl HtmlSafe for WeekStrip {}

impl WeekStrip {
    /// So many weeks, with meetings in these, counted from one.
    pub fn new(weeks: usize, meetings: Vec<usize>) -> Self {
        Self { weeks, meetings }
    }
}
