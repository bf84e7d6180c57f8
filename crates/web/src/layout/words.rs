//! The fixed words of the frame, as whole strings, so that a translated page can bring its own.

/// What the program is called, where no school is known yet.
pub const PRODUCT: &str = "Mainstay";

/// Words that stand on every page.
#[derive(Clone, Debug)]
pub struct FrameWords {
    pub skip: String,
    pub menu: String,
    pub back: String,
    pub sign_out: String,
    pub your_account: String,
    pub find: String,
    pub search: String,
    pub languages: String,
    /// Goes in front of the title when something is to be sorted out.
    pub error: String,
    pub help: String,
    pub privacy: String,
    pub accessibility: String,
    /// Who runs this, at the foot.
    pub run_by: String,
}

impl FrameWords {
    /// The words in English.
    pub fn english(school_name: &str) -> Self {
        Self {
            skip: "Skip to main content".to_owned(),
            menu: "Menu".to_owned(),
            back: "Back".to_owned(),
            sign_out: "Sign out".to_owned(),
            your_account: "Your account".to_owned(),
            find: "Find a pupil".to_owned(),
            search: "Search".to_owned(),
            languages: "Language".to_owned(),
            error: "Error:".to_owned(),
            help: "Help".to_owned(),
            privacy: "Privacy: who sees what".to_owned(),
            accessibility: "Accessibility".to_owned(),
            run_by: if school_name == PRODUCT {
                "Mainstay is open-source software".to_owned()
            } else {
                format!("{PRODUCT} is open-source software, run by {school_name}")
            },
        }
    }
}
