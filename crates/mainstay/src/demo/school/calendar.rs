//! The terms, training days and bank holidays of the demonstration school.

use app::Refusal;
use domain::{dates::DayKind, id::SchoolId};
use jiff::civil::{Date, Weekday, date};
use store::{Tx, schools};

const TERMS: [(Date, Date); 12] = [
    (date(2025, 9, 1), date(2025, 10, 17)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 21)),
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 5), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 12), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
];
const TRAINING: [Date; 3] = [date(2026, 9, 2), date(2026, 11, 2), date(2027, 1, 5)];
const BANK_HOLIDAYS: [Date; 2] = [date(2026, 5, 4), date(2027, 5, 3)];

pub(super) fn days(tx: &mut Tx<'_>, school: SchoolId) -> Result<(), Refusal> {
    for (first, last) in TERMS {
        for day in first
            .series(jiff::Span::new().days(1))
            .take_while(|day| *day <= last)
        {
            if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
                || BANK_HOLIDAYS.contains(&day)
            {
                continue;
            }
            let training = TRAINING.contains(&day);
            let kind = if training {
                DayKind::Training
            } else {
                DayKind::School
            };
            let note = training.then(|| "Staff training".to_owned());
            schools::put_day(
                tx,
                school,
                &schools::DayRow {
                    day,
                    kind: kind.code().into(),
                    note,
                },
            )?;
        }
    }
    Ok(())
}
