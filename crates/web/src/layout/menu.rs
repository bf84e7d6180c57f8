//! The main menu. Home is work, not a dashboard: the first item is what the person does. Which items a person has is not
//! decided here.

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

/// Items that fit beside each other on a phone; more fold behind one word.
const SHORT: usize = 3;

/// The menu of one page. Empty where a page has none.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    pub items: Vec<MenuItem>,
    pub row: bool,
}

impl Menu {
    /// These items, with the one that holds `path` marked.
    pub fn of(items: &[(&str, &str)], path: &str) -> Self {
        let held = items
            .iter()
            .filter(|(_, href)| holds(href, path))
            .max_by_key(|(_, href)| href.len())
            .map(|(_, href)| *href);
        let here = |href: &str| match held {
            Some(held) if held == href && href == path => Here::At,
            Some(held) if held == href => Here::Under,
            _ => Here::Elsewhere,
        };
        let item = |(text, href): &(&str, &str)| MenuItem {
            text: (*text).to_owned(),
            href: (*href).to_owned(),
            here: here(href),
        };
        Self {
            items: items.iter().map(item).collect(),
            row: items.len() <= SHORT,
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

    const STAFF: &[(&str, &str)] = &[("Today", "/today"), ("Programmes", "/programmes")];
    const FAMILY: &[(&str, &str)] = &[("This week", "/family"), ("The plan", "/family/plan")];

    fn marked(items: &[(&str, &str)], path: &str) -> Vec<(String, &'static str)> {
        let menu = Menu::of(items, path);
        menu.items
            .iter()
            .filter(|item| item.is_current())
            .map(|item| (item.text.clone(), item.aria_current()))
            .collect()
    }

    #[test]
    fn the_page_itself_is_marked_as_the_page() {
        assert_eq!(marked(STAFF, "/today"), [("Today".to_owned(), "page")]);
    }

    #[test]
    fn a_page_underneath_marks_only_the_nearest_item() {
        assert_eq!(
            marked(STAFF, "/programmes/kb26-014"),
            [("Programmes".to_owned(), "true")]
        );
        assert_eq!(
            marked(FAMILY, "/family/plan"),
            [("The plan".to_owned(), "page")]
        );
    }

    #[test]
    fn a_page_elsewhere_marks_nothing() {
        assert!(marked(STAFF, "/help").is_empty());
        assert!(marked(STAFF, "/programmes-of-study").is_empty());
    }
}
