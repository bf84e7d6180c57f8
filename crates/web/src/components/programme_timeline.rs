//! A programme's weeks: the wide picture, the strip that stands for it on a phone, and the same dates as a list.

use super::{SummaryList, WeekBar};
use crate::charts::Picture;
use askama::{Template, filters::HtmlSafe};

/// The weeks of one programme, three ways.
#[derive(Clone, Debug, Template)]
#[template(path = "components/programme_timeline.html")]
pub struct ProgrammeTimeline {
    pub picture: Picture,
    /// None before week 1.
    pub bar: Option<WeekBar>,
    pub dates: SummaryList,
}

impl HtmlSafe for ProgrammeTimeline {}
