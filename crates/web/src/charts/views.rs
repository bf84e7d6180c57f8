//! Three views of one question: pupil, home and staff on one row of five, each with its own shape.

use super::drawing::{Caption, Drawing, Picture, tenth};

/// Where each speaker stands, from 1 to 5; none where nobody answered.
#[derive(Clone, Debug)]
pub struct ThreeViews {
    pub caption: Caption,
    pub pupil: Option<f64>,
    pub home: Option<f64>,
    pub staff: Option<f64>,
}

/// Who speaks; each has a shape of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    Pupil,
    Home,
    Staff,
}

impl Speaker {
    /// Their shape by itself, to stand beside their words.
    pub fn mark(self) -> Picture {
        let mut drawing = Drawing::ornament(18.0, 18.0);
        shape(&mut drawing, self, (9.0, 9.0));
        drawing.done()
    }
}

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 40.0;
/// How far apart two shapes stand that have the same answer.
const APART: f64 = 17.0;

impl ThreeViews {
    /// Draws it.
    pub fn draw(&self) -> Picture {
        let x = |value: f64| 18.0 + (WIDTH - 36.0) * ((value - 1.0) / 4.0);
        let y = HEIGHT / 2.0;
        let answers = self.answers();
        let mut drawing = Drawing::fluid(WIDTH, HEIGHT, &self.caption);
        let low = answers.iter().map(|(_, value)| *value).reduce(f64::min);
        let high = answers.iter().map(|(_, value)| *value).reduce(f64::max);
        if let (Some(low), Some(high)) = (low, high) {
            drawing.line("gap", (x(low), y), (x(high), y));
        }
        for tick in 1_u8..=5 {
            let at = x(tick.into());
            drawing.line("axis", (at, y - 5.0), (at, y + 5.0));
        }
        for (place, (voice, value)) in answers.iter().enumerate() {
            let alike = |(_, other): &&(Speaker, f64)| (other - value).abs() < 0.05;
            let (mut before, mut all) = (0.0, 0.0);
            for (other, answer) in answers.iter().enumerate() {
                if alike(&answer) {
                    all += 1.0;
                    before += if other < place { 1.0 } else { 0.0 };
                }
            }
            shape(
                &mut drawing,
                *voice,
                (x(*value) + (before - (all - 1.0) / 2.0) * APART, y),
            );
        }
        drawing.done()
    }

    fn answers(&self) -> Vec<(Speaker, f64)> {
        [
            (Speaker::Pupil, self.pupil),
            (Speaker::Home, self.home),
            (Speaker::Staff, self.staff),
        ]
        .into_iter()
        .filter_map(|(voice, value)| value.map(|value| (voice, value)))
        .collect()
    }
}

fn shape(drawing: &mut Drawing, voice: Speaker, (x, y): (f64, f64)) {
    match voice {
        Speaker::Pupil => drawing.circle("v-pupil", (x, y), 8.0),
        Speaker::Home => drawing.path(
            "v-home",
            &format!("M{} {}v-9l8-8l8 8v9z", tenth(x - 8.0), tenth(y + 8.0)),
        ),
        Speaker::Staff => drawing.rect("v-staff", (x - 7.5, y - 7.5), (15.0, 15.0), 1.5),
    }
}
