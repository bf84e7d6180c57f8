//! Stories in a real browser: Chromium, with JavaScript and without, with the
//! keyboard alone, on a phone, and under the eyes of axe-core. One visitor a
//! test at a time: only two browsers are open at once.

mod crawl;
mod inspect;
mod life;
mod refusals;
mod roll;
mod stories;
mod town;
mod walk;
