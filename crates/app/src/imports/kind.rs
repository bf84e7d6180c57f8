//! What a file that can be stored holds. `intake` reads more kinds than these.

domain::coded! {
    /// What a file holds.
    pub enum Kind {
        /// A list of pupils.
        Pupils => "pupils", "Pupils";
        /// A list of contacts of pupils.
        Contacts => "contacts", "Contacts";
        /// A list of staff.
        Staff => "staff", "Staff";
        /// Pupils from another school, in a Common Transfer File.
        Ctf => "ctf", "Transfer file";
        /// Incidents of behaviour and achievement.
        Behaviour => "behaviour", "Behaviour";
        /// Attendance marks.
        Attendance => "attendance", "Attendance";
        /// Suspensions and exclusions.
        Suspensions => "suspensions", "Suspensions";
        /// Term dates, INSET days and bank holidays.
        Calendar => "calendar", "Calendar";
        /// Pupils, staff, contacts and groups, in the OneRoster form.
        OneRoster => "oneroster", "OneRoster";
        /// The same in the form of Microsoft School Data Sync.
        Sds => "sds", "School Data Sync";
        /// The list of schools of England.
        Gias => "gias", "List of schools";
    }
}

impl Kind {
    /// The kind as `intake` calls it.
    pub(super) const fn read_as(self) -> intake::report::Kind {
        match self {
            Self::Pupils => intake::report::Kind::Pupils,
            Self::Contacts => intake::report::Kind::Contacts,
            Self::Staff => intake::report::Kind::Staff,
            Self::Ctf => intake::report::Kind::Ctf,
            Self::Behaviour => intake::report::Kind::Behaviour,
            Self::Attendance => intake::report::Kind::Attendance,
            Self::Suspensions => intake::report::Kind::Suspensions,
            Self::Calendar => intake::report::Kind::Calendar,
            Self::OneRoster => intake::report::Kind::OneRoster,
            Self::Sds => intake::report::Kind::Sds,
            Self::Gias => intake::report::Kind::Gias,
        }
    }

    /// Whether it is a bundle of tables.
    pub const fn is_roster(self) -> bool {
        matches!(self, Self::OneRoster | Self::Sds)
    }

    /// Whether its columns may go by any heading, which a person can name.
    pub const fn has_headings(self) -> bool {
        !matches!(self, Self::Ctf | Self::OneRoster | Self::Sds | Self::Gias)
    }

    /// Whether a newer file of the kind says everything an older one did: a list
    /// and not a part of a record that grows.
    pub(crate) const fn is_whole_list(self) -> bool {
        matches!(
            self,
            Self::Pupils | Self::Staff | Self::Contacts | Self::Calendar | Self::Gias
        )
    }

    /// Whether its rows are about pupils who must be on roll already.
    pub(super) const fn is_about_pupils(self) -> bool {
        matches!(
            self,
            Self::Contacts | Self::Behaviour | Self::Attendance | Self::Suspensions
        )
    }
}
