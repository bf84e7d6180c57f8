//! The frame of every page: title, masthead, menu, languages, banner, error summary and footer.
//! A page template says `{% extends "layout.html" %}` (or `"layout/case.html"`) and its struct carries a `frame`.
//! No page's own content lives here, and nothing here decides who may see what.

mod language;
mod menu;
mod stays;
#[cfg(test)]
mod tests;
mod words;

pub use language::{Direction, Language, LanguageChoice};
pub use menu::{Here, Menu, MenuItem};
pub use stays::Stays;
pub use words::{FrameWords, PRODUCT};

use crate::components::{Banner, ErrorSummary, Hidden};

/// The name of the form field that carries the session's secret token.
pub const CSRF_FIELD: &str = "csrf";

/// Which of the looks a page has: who it is for and on what kind of screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Staff,
    /// One column, short menu: teachers, agencies and questionnaires on a phone.
    Phone,
    /// A pupil's tablet: tinted, large type, one thing at a time.
    Pupil,
    /// A parent's or carer's phone.
    Family,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Staff => "",
            Self::Phone => " ms-phone",
            Self::Pupil => " ms-pupil",
            Self::Family => " ms-phone ms-family",
        }
    }
}

/// The right-hand end of the masthead.
#[derive(Clone, Debug, Default)]
pub enum Corner {
    /// Nobody is signed in: a public page or a page opened by link or code.
    #[default]
    Empty,
    /// Someone is signed in. The account link is left out on phones, where two links are enough.
    SignedIn {
        name: String,
        account: Option<String>,
    },
    /// A place to leave, such as meeting mode, with a fact beside it.
    Leaving {
        fact: String,
        text: String,
        href: String,
    },
}

/// Everything the layout needs to know about one page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What the page is, without a child's full name unless the school has chosen otherwise.
    pub title: String,
    /// The part of the product it belongs to, if it is not the title itself.
    pub section: Option<String>,
    pub school_name: String,
    /// The masthead's second line: the product, or whose page it is.
    pub product_line: String,
    /// Where the school's name leads.
    pub home: String,
    pub corner: Corner,
    pub menu: Menu,
    pub search: Search,
    /// The session's token; empty where there is no session. Shown only inside form fields.
    pub csrf: String,
    pub banner: Option<Banner>,
    pub problems: ErrorSummary,
    pub languages: Vec<LanguageChoice>,
    pub language: Language,
    pub look: Look,
    /// Where the back link of a form leads; pages without one have breadcrumbs or nothing.
    pub back: Option<String>,
    pub words: FrameWords,
    /// How long the visitor stays signed in; nothing where nobody is.
    pub stays: Option<Stays>,
}

/// Whether the masthead offers the search for a pupil one supports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Search {
    #[default]
    Off,
    /// Posts nothing: a `get` form to this path, with what was last looked for.
    On { path: String, looked_for: String },
}

impl Frame {
    /// A bare frame: English, nobody signed in, no menu.
    pub fn new(title: impl Into<String>, school_name: impl Into<String>) -> Self {
        let school_name = school_name.into();
        Self {
            title: title.into(),
            section: None,
            product_line: "Pastoral support, on Mainstay".to_owned(),
            home: "/".to_owned(),
            corner: Corner::Empty,
            menu: Menu::default(),
            search: Search::Off,
            csrf: String::new(),
            banner: None,
            problems: ErrorSummary::default(),
            languages: Vec::new(),
            language: Language::ENGLISH,
            look: Look::Staff,
            back: None,
            words: FrameWords::english(&school_name),
            stays: None,
            school_name,
        }
    }

    /// Names the part of the product, for the title.
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }

    /// Someone is signed in, with the session's token for forms.
    #[must_use]
    pub fn signed_in(mut self, name: impl Into<String>, csrf: impl Into<String>) -> Self {
        self.corner = Corner::SignedIn {
            name: name.into(),
            account: None,
        };
        self.csrf = csrf.into();
        self
    }

    /// Says how long they stay signed in.
    #[must_use]
    pub fn stays(mut self, stays: Option<Stays>) -> Self {
        self.stays = stays;
        self
    }

    /// Adds the link to one's own account.
    #[must_use]
    pub fn account(mut self, href: impl Into<String>) -> Self {
        if let Corner::SignedIn { account, .. } = &mut self.corner {
            *account = Some(href.into());
        }
        self
    }

    /// Sets the menu.
    #[must_use]
    pub fn menu(mut self, menu: Menu) -> Self {
        self.menu = menu;
        self
    }

    /// Offers the search for a pupil.
    #[must_use]
    pub fn search(mut self, path: impl Into<String>) -> Self {
        self.search = Search::On {
            path: path.into(),
            looked_for: String::new(),
        };
        self
    }

    /// Says what just happened, at the top of the page.
    #[must_use]
    pub fn banner(mut self, banner: Option<Banner>) -> Self {
        self.banner = banner;
        self
    }

    /// Lists what is to be sorted out, at the top of the page, and marks the title.
    #[must_use]
    pub fn problems(mut self, problems: ErrorSummary) -> Self {
        self.problems = problems;
        self
    }

    /// Chooses how the page looks.
    #[must_use]
    pub fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// Adds a back link.
    #[must_use]
    pub fn back(mut self, href: impl Into<String>) -> Self {
        self.back = Some(href.into());
        self
    }

    /// "Thing - Section - School", with "Error:" in front when something is to be sorted out.
    pub fn page_title(&self) -> String {
        let mut parts = vec![self.title.as_str()];
        parts.extend(
            self.section
                .as_deref()
                .filter(|section| *section != self.title),
        );
        parts.push(&self.school_name);
        let title = parts.join(" - ");
        if self.problems.is_empty() {
            title
        } else {
            format!("{} {title}", self.words.error)
        }
    }

    /// The hidden field every form that changes something carries.
    pub fn csrf_field(&self) -> Hidden {
        Hidden::new(CSRF_FIELD, &self.csrf)
    }

    pub fn body_class(&self) -> &'static str {
        self.look.class()
    }
}
