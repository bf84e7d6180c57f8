//! The guide for authors is true: its example is a form that checks, and it names
//! every kind, scale, role and theme there is.

use forms::{Catalogue, Group, PLACEHOLDERS, Role, Scale, Theme};

use crate::at_hand::kitchen_sink;

const GUIDE: &str = include_str!("../../../../docs/forms.md");

#[test]
fn the_example_in_the_guide_is_a_form_that_checks() {
    let (_, rest) = GUIDE.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let read = Catalogue::read([("book-chat/v1.toml", example)]);
    assert!(read.is_ok(), "{}", read.unwrap_err());
}

#[test]
fn the_guide_names_everything_an_author_can_use() {
    let kinds = kitchen_sink()
        .questions()
        .map(|question| question.kind.code());
    let scales = Scale::ALL.into_iter().map(Scale::code);
    let roles = Role::ALL.iter().map(|role| role.code());
    let themes = Theme::ALL.iter().map(|theme| theme.code());
    let groups = Group::ALL.iter().map(|group| group.code());
    for code in kinds.chain(scales).chain(roles).chain(themes).chain(groups) {
        assert!(GUIDE.contains(&format!("`{code}`")), "{code}");
    }
    for placeholder in PLACEHOLDERS {
        assert!(
            GUIDE.contains(&format!("`{{{placeholder}}}`")),
            "{placeholder}"
        );
    }
}

#[test]
fn the_kitchen_sink_has_one_of_every_kind() {
    let form = kitchen_sink();
    let kinds: Vec<&str> = form
        .questions()
        .map(|question| question.kind.code())
        .collect();
    for kind in [
        "line", "prose", "date", "number", "yes_no", "one", "many", "scale", "grid", "list",
        "rows", "person",
    ] {
        assert!(kinds.contains(&kind), "{kind}");
    }
}
