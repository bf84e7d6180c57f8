//! Dates, times and counts as people say them. Pure: today is handed in, and so is anything a school calendar knows.
//! Sentences for one page live with that page.

mod counts;
mod days;

pub use counts::{capital, count, figures, list, number, ordinal, possessive, small};
pub use days::{
    ago, date_range, day_month, greeting, in_school_days, late, long_date, long_date_with_year,
    long_range, month_day, recent_day, short_date, time,
};
