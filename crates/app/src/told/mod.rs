//! "What everyone told us": the answers of pupil, home and staff laid side by
//! side before the first meeting. It is put together by itself from what was
//! sent; each reader has a copy of their own, and nothing that was kept back is
//! in any of them.

mod compare;
mod hear;
mod note;
mod themes;
mod view;

pub use compare::{Compared, Verdict};
pub use note::{MOST_POINTS, NoteTold, Noted, Notes};
pub use themes::{AskedTold, SaidBy, ThemeTold};
pub use view::{Side, Told, ToldNotes, ViewCopy, ViewTold, Voice};
