//! The macro that keeps an event's form, class and sentence in one row, so
//! that none can be forgotten.

/// Declares `Event`. A row is: its sentence, its name, its stored name, who on
/// the staff sees it, whether the family does, and what it happened to.
macro_rules! events {
    ($(
        #[doc = $meaning:literal]
        $name:ident $kind:literal $class:ident $audience:ident $subject:ident $(($of:ident))?
        { $($field:ident: $type:ty),* $(,)? }
    )+) => {
        /// Something that happened.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Event {
            $(
                #[doc = $meaning]
                #[serde(rename = $kind)]
                $name { $(#[doc = concat!("The ", stringify!($field), ".")] $field: $type,)* },
            )+
        }

        impl Event {
            /// Every kind, in the order of the record's chapters.
            pub const KINDS: &'static [EventKind] = &[$(EventKind {
                kind: $kind,
                class: Class::$class,
                audience: Audience::$audience,
                meaning: $meaning,
            },)+];

            /// What is fixed about this event's kind.
            pub const fn about(&self) -> EventKind {
                match self {
                    $(Self::$name { .. } => EventKind {
                        kind: $kind,
                        class: Class::$class,
                        audience: Audience::$audience,
                        meaning: $meaning,
                    },)+
                }
            }

            /// What it happened to.
            pub const fn subject(&self) -> Subject {
                match self {
                    $(Self::$name { $($of,)? .. } => Subject::$subject $((*$of))?,)+
                }
            }
        }
    };
}
