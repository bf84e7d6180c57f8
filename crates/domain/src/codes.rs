//! Enums that are stored and shown: one stable code and one label each.
//!
//! The code goes into the database and never changes; the label is the word
//! staff use (glossary) and may.

/// Declares an enum with `code()`, `label()`, `ALL` and `FromStr`.
///
/// ```
/// domain::coded! {
///     /// How a target's day is recorded.
///     pub enum Tick {
///         /// The step was met.
///         Yes => "yes", "Yes";
///         /// Nearly.
///         Nearly => "nearly", "Nearly";
///     }
/// }
/// assert_eq!(Tick::Yes.code(), "yes");
/// assert_eq!("nearly".parse(), Ok(Tick::Nearly));
/// assert_eq!(Tick::ALL.len(), 2);
/// ```
#[macro_export]
macro_rules! coded {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$vmeta:meta])* $variant:ident => $code:literal, $label:literal;)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every variant, in the order people see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stored code; never changes.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The word staff use.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::codes::UnknownCode { of: stringify!($name), found: code.to_owned() }),
                }
            }
        }
    };
}

/// A code that is not in the list it should come from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read {of}: code '{found}' is unknown")]
pub struct UnknownCode {
    /// The list.
    pub of: &'static str,
    /// The code found.
    pub found: String,
}
