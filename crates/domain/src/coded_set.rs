//! Sets of coded enums: small, copied about freely, stored as their codes.

/// Declares a set of a `coded!` enum with at most 32 variants.
///
/// ```
/// domain::coded! {
///     /// A day.
///     pub enum Day {
///         /// First.
///         Monday => "mon", "Monday";
///         /// Second.
///         Tuesday => "tue", "Tuesday";
///     }
/// }
/// domain::coded_set! {
///     /// Some days.
///     Days of Day
/// }
/// let days = Days::of(&[Day::Tuesday, Day::Monday]);
/// assert_eq!(days.to_string(), "mon tue");
/// assert_eq!("mon tue".parse(), Ok(days));
/// assert!(!days.without(Day::Monday).has(Day::Monday));
/// ```
#[macro_export]
macro_rules! coded_set {
    ($(#[$doc:meta])* $set:ident of $of:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Default, Hash)]
        pub struct $set(u32);

        impl $set {
            /// Nothing in it.
            pub const NONE: Self = Self(0);

            /// These.
            pub const fn of(members: &[$of]) -> Self {
                let mut set = Self::NONE;
                let mut rest = members;
                while let [first, others @ ..] = rest {
                    set = set.with(*first);
                    rest = others;
                }
                set
            }

            /// This set and one more.
            #[must_use]
            pub const fn with(self, one: $of) -> Self {
                Self(self.0 | 1 << one as u32)
            }

            /// This set without one.
            #[must_use]
            pub const fn without(self, one: $of) -> Self {
                Self(self.0 & !(1 << one as u32))
            }

            /// Everything in either set.
            #[must_use]
            pub const fn and(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Whether it is in the set.
            pub const fn has(self, one: $of) -> bool {
                self.0 & 1 << one as u32 != 0
            }

            /// Whether the sets share a member.
            pub const fn has_any(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// Whether nothing is in the set.
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// The members, in the order people see them.
            pub fn iter(self) -> impl Iterator<Item = $of> {
                $of::ALL.iter().copied().filter(move |one| self.has(*one))
            }
        }

        impl FromIterator<$of> for $set {
            fn from_iter<I: IntoIterator<Item = $of>>(members: I) -> Self {
                members.into_iter().fold(Self::NONE, Self::with)
            }
        }

        /// The codes with a space between: the stored form.
        impl std::fmt::Display for $set {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                for (n, one) in self.iter().enumerate() {
                    if n > 0 {
                        f.write_str(" ")?;
                    }
                    f.write_str(one.code())?;
                }
                Ok(())
            }
        }

        impl std::fmt::Debug for $set {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "[{self}]")
            }
        }

        impl std::str::FromStr for $set {
            type Err = $crate::codes::UnknownCode;

            fn from_str(codes: &str) -> Result<Self, $crate::codes::UnknownCode> {
                codes.split_whitespace().map(str::parse::<$of>).collect()
            }
        }
    };
}
