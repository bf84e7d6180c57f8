//! Who there is: the roles of the domain notes, and the sensitivity bands.
//!
//! Codes only. What a role may do in the house is `app`'s policy; here a role is
//! no more than a name in a document's list of readers.

macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $code:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// Every variant, in the order a matrix prints them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code used in files; never changes.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The words staff use.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// A part somebody plays in a programme or in the school.
    Role {
        /// Head teacher or delegate.
        Head => "head", "Head";
        /// Runs the programme.
        Coordinator => "coord", "Coordinator";
        /// The adult the pupil gets on with.
        KeyWorker => "keyw", "Key worker";
        /// Special educational needs coordinator.
        Senco => "senco", "SENCO";
        /// Designated safeguarding lead.
        SafeguardingLead => "dsl", "Safeguarding lead";
        /// Designated teacher for looked-after pupils.
        DesignatedTeacher => "dt", "Designated teacher";
        /// Class teacher or form tutor.
        ClassTeacher => "ct", "Class teacher or tutor";
        /// Subject teacher, teaching assistant, lunchtime staff.
        Staff => "st", "Subject and support staff";
        /// Head of year or pastoral lead.
        HeadOfYear => "hoy", "Head of year";
        /// Attendance officer.
        Attendance => "att", "Attendance officer";
        /// Trained adult mentor.
        Mentor => "mentor", "Mentor";
        /// School administrator.
        Office => "office", "Office";
        /// Person treated as a parent in education law.
        Parent => "parent", "Parent";
        /// Foster carer, kinship carer, residential worker.
        Carer => "carer", "Carer";
        /// The pupil.
        Pupil => "pupil", "Pupil";
        /// Outside professional.
        Agency => "agency", "Agency";
        /// Alternative provision or outreach worker.
        Outreach => "ap", "Outreach worker";
        /// Social worker.
        SocialWorker => "sw", "Social worker";
        /// Virtual school officer.
        VirtualSchool => "vsh", "Virtual school";
        /// Local authority officer.
        Authority => "la", "Local authority";
        /// Clerk to the governors' panel.
        Clerk => "clerk", "Clerk";
        /// Data protection lead.
        DataProtection => "dpo", "Data protection lead";
        /// System administrator.
        Administrator => "sys", "System administrator";
        /// Governor or trust reader of figures.
        Reporting => "report", "Figures only";
        /// Peer mentor: another pupil, who reads nothing.
        Peer => "peer", "Peer mentor";
    }
}

coded! {
    /// How closely a document is held (domain notes 2.2).
    Band {
        /// Any adult who teaches the pupil, the pupil, the parent.
        Classroom => "classroom", "Classroom";
        /// The people of the programme.
        Case => "case", "Case";
        /// What people told us, before it is summarised.
        Contributor => "contributor", "Contributor";
        /// Named people only.
        Restricted => "restricted", "Restricted";
    }
}

/// The outside roles, who only ever see what was shared with them.
pub const OUTSIDE: [Role; 5] = [
    Role::Agency,
    Role::Outreach,
    Role::SocialWorker,
    Role::VirtualSchool,
    Role::Authority,
];
