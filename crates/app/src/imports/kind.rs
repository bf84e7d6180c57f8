//! What a file that can be stored holds. `intake` reads more kinds than these.

domain::coded! {
    /// What a file holds.
    pub enum Kind {
        /// A list of pupils.
        Pupils => "pupils", "Pupils";
        /// A list of staff.
        Staff => "staff", "Staff";
        /// Term dates, INSET days and bank holidays.
        Calendar => "calendar", "Calendar";
    }
}

impl Kind {
    /// The kind as `intake` calls it.
    pub(super) const fn read_as(self) -> intake::report::Kind {
        match self {
            Self::Pupils => intake::report::Kind::Pupils,
            Self::Staff => intake::report::Kind::Staff,
            Self::Calendar => intake::report::Kind::Calendar,
        }
    }
}
