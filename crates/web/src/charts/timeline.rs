//! The programme's weeks on one rail, with its meetings above and today's flag below.

use super::drawing::{Anchor, Caption, Drawing, Picture, tenth};
use crate::words::{month_day, short_date};
use jiff::civil::Date;
use std::fmt::Display;

/// How a week of the programme stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Done,
    Now,
    ToCome,
}

/// One cell of the rail.
#[derive(Clone, Debug)]
pub enum Column {
    /// A week of watching before the plan, by its Monday.
    Before { monday: Date },
    /// A week of the programme, by its number and Monday.
    Week {
        number: usize,
        monday: Date,
        pace: Pace,
    },
    /// A holiday from this day, narrower and not counted.
    Holiday { from: Date, label: String },
}

impl Column {
    const fn starts(&self) -> Date {
        match self {
            Self::Before { monday } | Self::Week { monday, .. } => *monday,
            Self::Holiday { from, .. } => *from,
        }
    }

    const fn share(&self) -> f64 {
        if matches!(self, Self::Holiday { .. }) {
            0.62
        } else {
            1.0
        }
    }
}

/// Whether a meeting has been held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    Yes,
    NotYet,
}

/// The whole timeline.
#[derive(Clone, Debug)]
pub struct Timeline {
    caption: Caption,
    columns: Vec<Column>,
    meetings: Vec<(Date, String, Held)>,
    today: Option<Date>,
    width: f64,
}

const PAD: f64 = 4.0;
const RAIL: f64 = 46.0;
const CELL: f64 = 60.0;
const CELL_HEIGHT: f64 = 34.0;
const HEIGHT: f64 = 126.0;
/// Half the room a meeting's name needs.
const NAME: f64 = 56.0;

impl Timeline {
    /// The weeks in order of time, for a whole page's width.
    pub fn new(caption: Caption, columns: Vec<Column>) -> Self {
        Self {
            caption,
            columns,
            meetings: Vec::new(),
            today: None,
            width: 1080.0,
        }
    }

    /// For paper: narrower, with every week to be ticked off by hand and no today.
    #[must_use]
    pub fn for_paper(mut self) -> Self {
        self.width = 700.0;
        self.today = None;
        self
    }

    /// A meeting, in order of time.
    #[must_use]
    pub fn meeting(mut self, on: Date, name: impl Display, held: Held) -> Self {
        self.meetings.push((on, name.to_string(), held));
        self
    }

    /// Today's flag.
    #[must_use]
    pub fn today(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// Draws it.
    pub fn draw(&self) -> Picture {
        let mut drawing = Drawing::fluid(self.width, HEIGHT, &self.caption);
        drawing.line("rail", (PAD, RAIL), (self.width - PAD, RAIL));
        for (column, (x, width)) in self.columns.iter().zip(self.places()) {
            draw_column(&mut drawing, column, x, width);
        }
        self.draw_meetings(&mut drawing);
        if let Some(today) = self.today {
            self.draw_today(&mut drawing, today);
        }
        drawing.done()
    }

    /// Where each column stands: its left edge and width.
    fn places(&self) -> Vec<(f64, f64)> {
        let shares: f64 = self.columns.iter().map(Column::share).sum();
        let unit = (self.width - PAD * 2.0) / shares.max(1.0);
        let mut x = PAD;
        let place = |column: &Column| {
            let width = column.share() * unit;
            x += width;
            (x - width, width)
        };
        self.columns.iter().map(place).collect()
    }

    /// The column that holds a day, and where in it the day falls. A day before the first column stands at its start.
    fn place_of(&self, day: Date) -> Option<(f64, f64, f64)> {
        let at = self
            .columns
            .iter()
            .rposition(|column| column.starts() <= day)
            .unwrap_or(0);
        let starts = self.columns.get(at)?.starts();
        let (x, width) = self.places().get(at).copied()?;
        // Monday is 0 and Friday 4; a weekend counts as the Friday before it.
        let days = starts
            .duration_until(day)
            .as_hours()
            .div_euclid(24)
            .clamp(0, 4);
        let days = f64::from(i32::try_from(days).unwrap_or_default());
        Some((x, width, x + width * (days + 0.5) / 5.0))
    }

    fn draw_meetings(&self, drawing: &mut Drawing) {
        let spots: Vec<f64> = self
            .meetings
            .iter()
            .map(|(on, ..)| self.place_of(*on).map_or(PAD, |place| place.2))
            .collect();
        for (place, (on, name, held)) in self.meetings.iter().enumerate() {
            let Some(x) = spots.get(place).copied() else {
                continue;
            };
            let crowded = |other: Option<usize>| {
                other
                    .and_then(|other| spots.get(other))
                    .is_some_and(|other| (other - x).abs() < NAME * 2.0)
            };
            let anchor = if x + NAME > self.width || crowded(place.checked_add(1)) {
                Anchor::End
            } else if x < NAME || crowded(place.checked_sub(1)) {
                Anchor::Start
            } else {
                Anchor::Middle
            };
            let text_x = match anchor {
                Anchor::Start => x - 8.0,
                Anchor::Middle => x,
                Anchor::End => x + 8.0,
            };
            drawing.line("stem", (x, RAIL), (x, CELL + 1.0));
            let class = if *held == Held::Yes {
                "meet meet-done"
            } else {
                "meet"
            };
            drawing.path(
                class,
                &format!("M{} {}l8 8l-8 8l-8-8z", tenth(x), tenth(RAIL - 8.0)),
            );
            drawing.text(
                &format!("{}t-heather", anchor.class()),
                (text_x, 14.0),
                name,
            );
            drawing.text(anchor.class().trim(), (text_x, 31.0), &short_date(*on));
        }
    }

    fn draw_today(&self, drawing: &mut Drawing, today: Date) {
        let Some((x, width, at)) = self.place_of(today) else {
            return;
        };
        let below = CELL + CELL_HEIGHT;
        drawing.line("today", (at, CELL - 6.0), (at, below + 8.0));
        drawing.rect("flag", (x + 2.0, below + 6.0), (width - 4.0, 24.0), 4.0);
        drawing.text(
            "t-mid t-white t-sm",
            (x + width / 2.0, below + 22.0),
            &month_day(today),
        );
    }
}

fn draw_column(drawing: &mut Drawing, column: &Column, x: f64, width: f64) {
    let (middle, under) = (x + width / 2.0, CELL + CELL_HEIGHT + 18.0);
    let mut cell = |class: &str, words: &str, words_class: &str| {
        drawing.rect(class, (x + 2.0, CELL), (width - 4.0, CELL_HEIGHT), 4.0);
        drawing.text(words_class, (middle, CELL + 22.0), words);
    };
    match column {
        Column::Before { monday } => {
            cell("wk wk-base", "before", "t-mid");
            drawing.text("t-mid t-sm", (middle, under), &month_day(*monday));
        }
        Column::Week {
            number,
            monday,
            pace,
        } => {
            let (class, words) = match pace {
                Pace::Done => ("wk wk-done", "t-mid t-white t-16"),
                Pace::Now => ("wk wk-now", "t-mid t-b t-16"),
                Pace::ToCome => ("wk", "t-mid t-b t-16"),
            };
            cell(class, &number.to_string(), words);
            // Today's flag stands where this week's date would.
            if *pace != Pace::Now {
                drawing.text("t-mid t-sm", (middle, under), &month_day(*monday));
            }
        }
        Column::Holiday { label, .. } => {
            drawing.rect("wk-hol", (x + 1.0, CELL), (width - 2.0, CELL_HEIGHT), 3.0);
            drawing.text("t-mid t-sm", (middle, under), label);
        }
    }
}
