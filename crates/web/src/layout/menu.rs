//! The main menu, by role. Home is work, not a dashboard: the first item is what the person does.

/// Whose menu it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuFor {
    Coordinator,
    Head,
    Teacher,
    Family,
    Outside,
    Council,
}

impl MenuFor {
    const fn items(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Coordinator => &[
                ("Today", "/today"),
                ("Programmes", "/programmes"),
                ("Calendar", "/calendar"),
                ("School picture", "/school-picture"),
                ("Settings", "/settings"),
            ],
            Self::Head => &[
                ("School picture", "/school-picture"),
                ("Programmes", "/programmes"),
                ("Calendar", "/calendar"),
                ("Asks to the council", "/asks"),
            ],
            Self::Teacher => &[
                ("Now", "/reports/now"),
                ("Today", "/reports/today"),
                ("This week", "/reports/week"),
                ("Say more", "/notes/new"),
            ],
            Self::Family => &[
                ("This week", "/family"),
                ("The plan", "/family/plan"),
                ("Meetings", "/family/meetings"),
                ("Messages", "/family/messages"),
            ],
            Self::Outside => &[
                ("Your promises", "/outside"),
                ("Meetings", "/outside/meetings"),
                ("Questions", "/outside/questions"),
            ],
            Self::Council => &[
                ("Overview", "/authority"),
                ("Schools", "/authority/schools"),
                ("Asks from schools", "/authority/asks"),
                ("Outcomes", "/authority/outcomes"),
                ("Guidance", "/authority/guidance"),
            ],
        }
    }

    /// Short menus stay in a row on a phone; the staff menu folds.
    const fn stays_in_a_row(self) -> bool {
        matches!(self, Self::Teacher | Self::Family | Self::Outside)
    }
}

/// Whether the reader is at an item, or somewhere under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    Elsewhere,
    Under,
    At,
}

/// One item of the menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    pub text: String,
    pub href: String,
    pub here: Here,
}

impl MenuItem {
    pub fn is_current(&self) -> bool {
        self.here != Here::Elsewhere
    }

    pub fn aria_current(&self) -> &'static str {
        if self.here == Here::At {
            "page"
        } else {
            "true"
        }
    }
}

/// The menu of one page. Empty where a page has none.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    pub items: Vec<MenuItem>,
    pub row: bool,
}

impl Menu {
    /// The menu for a role, with the item that holds `path` marked.
    pub fn of(role: MenuFor, path: &str) -> Self {
        let holder = role
            .items()
            .iter()
            .filter(|(_, href)| holds(href, path))
            .max_by_key(|(_, href)| href.len());
        let here = |href: &str| match holder {
            Some((_, held)) if *held == href && href == path => Here::At,
            Some((_, held)) if *held == href => Here::Under,
            _ => Here::Elsewhere,
        };
        let item = |(text, href): &(&str, &str)| MenuItem {
            text: (*text).to_owned(),
            href: (*href).to_owned(),
            here: here(href),
        };
        Self {
            items: role.items().iter().map(item).collect(),
            row: role.stays_in_a_row(),
        }
    }

    /// A menu of one's own items, for a translated page; it stays in a row.
    pub fn in_a_row(items: Vec<MenuItem>) -> Self {
        Self { items, row: true }
    }
}

fn holds(href: &str, path: &str) -> bool {
    path == href
        || path
            .strip_prefix(href)
            .is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(role: MenuFor, path: &str) -> Vec<(String, &'static str)> {
        let menu = Menu::of(role, path);
        menu.items
            .iter()
            .filter(|item| item.is_current())
            .map(|item| (item.text.clone(), item.aria_current()))
            .collect()
    }

    #[test]
    fn the_page_itself_is_marked_as_the_page() {
        assert_eq!(
            marked(MenuFor::Coordinator, "/today"),
            [("Today".to_owned(), "page")]
        );
    }

    #[test]
    fn a_page_underneath_marks_only_the_nearest_item() {
        assert_eq!(
            marked(MenuFor::Coordinator, "/programmes/kb26-014"),
            [("Programmes".to_owned(), "true")]
        );
        assert_eq!(
            marked(MenuFor::Family, "/family/plan"),
            [("The plan".to_owned(), "page")]
        );
    }

    #[test]
    fn a_page_elsewhere_marks_nothing() {
        assert!(marked(MenuFor::Head, "/help").is_empty());
        assert!(marked(MenuFor::Head, "/programmes-of-study").is_empty());
    }
}
