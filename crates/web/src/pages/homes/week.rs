//! The last school days on somebody's own page: what went well, with who saw
//! it, and each target by day. Counts of lessons, never a share of a hundred.

use app::programmes::mine::{DaySeen, GoodKind, GoodThing, MyProgramme};
use jiff::civil::Date;

use crate::words;

/// What the last school days brought.
pub(super) struct Week {
    /// "“Book out before I was.”", "Miss Abara, today".
    pub good: Vec<(String, String)>,
    /// The heads of the days.
    pub days: Vec<Head>,
    /// The targets, and each day of each.
    pub targets: Vec<(String, Vec<Cell>)>,
    /// What the days come to, in words.
    pub sentence: String,
}

/// The head of a day's column.
pub(super) struct Head {
    /// "Tue".
    pub short: String,
    /// "Tuesday 10 November".
    pub long: String,
    pub is_today: bool,
}

/// One day of one target.
pub(super) struct Cell {
    pub is_today: bool,
    pub seen: Option<(u16, u16)>,
}

/// None while there is nothing to show.
pub(super) fn week(one: &MyProgramme, today: Date) -> Option<Week> {
    let lately = &one.lately;
    if lately.good.is_empty() && lately.targets.is_empty() {
        return None;
    }
    let head = |on: &Date| {
        let long = words::long_date(*on);
        Head {
            short: long.chars().take(3).collect(),
            long,
            is_today: *on == today,
        }
    };
    let cell = |(seen, on): (&DaySeen, &Date)| Cell {
        is_today: *on == today,
        seen: (seen.of > 0).then_some((seen.well, seen.of)),
    };
    let row = |(name, by_day): &(String, Vec<DaySeen>)| {
        let cells = by_day.iter().zip(&lately.days).map(cell).collect();
        (name.clone(), cells)
    };
    Some(Week {
        good: lately.good.iter().map(|one| good(one, today)).collect(),
        days: lately.days.iter().map(head).collect(),
        targets: lately.targets.iter().map(row).collect(),
        sentence: sentence(&lately.targets),
    })
}

fn good(one: &GoodThing, today: Date) -> (String, String) {
    let day = words::small(&words::recent_day(one.on, today));
    let day = match day.as_str() {
        "today" | "yesterday" => day,
        _ => words::long_date(one.on),
    };
    let said = one.words.trim().trim_end_matches('.');
    let said = words::capital(said);
    match one.what {
        GoodKind::Seen => (format!("“{said}.”"), format!("{}, {day}", one.by)),
        GoodKind::Reward => (
            format!("A reward: {}.", words::small(&said)),
            format!("From {}, {day}", one.by),
        ),
    }
}

/// All the days together: a good week is said to be one, and a hard week is
/// said to be a hard week and nothing worse.
fn sentence(targets: &[(String, Vec<DaySeen>)]) -> String {
    let days = targets.iter().flat_map(|(_, days)| days);
    let (well, of) = days.fold((0_u32, 0_u32), |(well, of), day| {
        (well + u32::from(day.well), of + u32::from(day.of))
    });
    match (well, of) {
        (_, 0) => String::new(),
        (well, of) if well * 2 >= of => "More went well than not.".to_owned(),
        (0, _) => "A hard week. Next week is new.".to_owned(),
        _ => "Some of it went well. It takes time.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_summed_up_in_kind_words_and_no_share_of_a_hundred() {
        let of = |well, of| sentence(&[("Arriving".to_owned(), vec![DaySeen { well, of }])]);
        assert_eq!(of(3, 5), "More went well than not.");
        assert_eq!(of(1, 5), "Some of it went well. It takes time.");
        assert_eq!(of(0, 5), "A hard week. Next week is new.");
        assert_eq!(of(0, 0), "");
    }
}
