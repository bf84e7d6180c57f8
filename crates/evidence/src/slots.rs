//! From the slots of one day to the day's value. A blank is "not rated" and
//! never nought.

/// One planned slot of a daily report card.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Slot {
    /// Rated: points earned of points possible.
    Rated {
        /// Nought or more.
        earned: f64,
        /// Above nought.
        possible: f64,
    },
    /// The pupil was there and nobody rated it.
    NotRated,
    /// The pupil was not there: absent, suspended or off site.
    Absent,
}

/// The day's points in percent: `100 * earned / possible` over the rated slots.
///
/// 0 to 100 for points within what is possible. None when fewer than half of
/// the planned slots were rated: the day counts as not recorded. Points that
/// are no numbers, or a slot with nothing possible, count as not rated.
#[must_use]
pub fn points_percent(slots: &[Slot]) -> Option<f64> {
    let rated = slots.iter().filter_map(|slot| match slot {
        Slot::Rated { earned, possible } => {
            let usable = earned.is_finite() && possible.is_finite() && *possible > 0.0;
            usable.then_some((*earned, *possible))
        }
        Slot::NotRated | Slot::Absent => None,
    });
    let rated: Vec<(f64, f64)> = rated.collect();
    let enough = !rated.is_empty() && 2 * rated.len() >= slots.len();
    let (earned, possible) = rated.iter().fold((0.0, 0.0), |(e, p), (earned, possible)| {
        (e + earned, p + possible)
    });
    enough.then(|| 100.0 * earned / possible)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(earned: f64) -> Slot {
        Slot::Rated {
            earned,
            possible: 2.0,
        }
    }

    #[test]
    fn blanks_and_absence_are_left_out_and_are_never_nought() {
        let day = [
            points(2.0),
            points(1.0),
            Slot::NotRated,
            Slot::Absent,
            points(2.0),
        ];
        assert!((points_percent(&day).unwrap() - 500.0 / 6.0).abs() < 1e-12);
    }

    #[test]
    fn a_day_with_fewer_than_half_of_its_slots_rated_is_not_recorded() {
        let half = [points(2.0), Slot::NotRated];
        assert_eq!(points_percent(&half), Some(100.0));
        let less = [points(2.0), Slot::NotRated, Slot::Absent];
        assert_eq!(points_percent(&less), None);
        assert_eq!(points_percent(&[]), None);
    }
}
