//! Two people wrote the same thing: what each wrote, side by side, where they differ. The form below still holds what
//! this person typed.

use askama::{Template, filters::HtmlSafe};

/// Both versions.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/side_by_side.html")]
pub struct SideBySide {
    theirs: Theirs,
    rows: Vec<Row>,
}

/// What the other person did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Theirs {
    #[default]
    Saved,
    Settled,
    TookOut,
}

#[derive(Clone, Debug)]
struct Row {
    name: String,
    theirs: String,
    yours: String,
}

impl HtmlSafe for SideBySide {}

impl SideBySide {
    /// Nothing differs yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The other person took the whole thing out.
    pub fn taken_out() -> Self {
        Self {
            theirs: Theirs::TookOut,
            rows: Vec::new(),
        }
    }

    /// The other person has settled it, so that there is no form any more.
    #[must_use]
    pub fn settled(mut self) -> Self {
        self.theirs = Theirs::Settled;
        self
    }

    fn is_there(&self) -> bool {
        self.theirs != Theirs::TookOut
    }

    fn is_settled(&self) -> bool {
        self.theirs == Theirs::Settled
    }

    fn did(&self) -> &'static str {
        match self.theirs {
            Theirs::Saved => "saved",
            Theirs::Settled => "settled",
            Theirs::TookOut => "took out",
        }
    }

    /// One question; left out where both say the same.
    #[must_use]
    pub fn row(mut self, name: impl Into<String>, theirs: &str, yours: &str) -> Self {
        let plain = |words: &str| words.replace("\r\n", "\n").trim().to_owned();
        let (theirs, yours) = (plain(theirs), plain(yours));
        if theirs != yours {
            let name = name.into();
            self.rows.push(Row {
                name,
                theirs,
                yours,
            });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown_and_the_other_side_may_have_said_nothing() {
        let both = SideBySide::new()
            .row("Why", "Late nights", "Late nights\r\n")
            .row("How often", "", "Every day");
        let html = both.render().unwrap();
        assert!(!html.contains("Late nights"), "{html}");
        assert!(
            html.contains("Every day") && html.contains("Nothing"),
            "{html}"
        );
    }
}
