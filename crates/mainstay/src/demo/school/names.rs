//! Who works at the demonstration school, who learns there, and who is at home.

use domain::{account::SchoolRole as R, contact::Relationship, pupil::YearGroup};

pub(super) const STAFF: [(&str, &str, &[R]); 10] = [
    ("Amina Farrow", "Coordinator", &[R::Coordinator, R::Teacher]),
    ("Ruth Calloway", "Headteacher", &[R::Head]),
    ("Nell Brook", "SENCO", &[R::Senco, R::Teacher]),
    ("Helen Marsh", "Designated safeguarding lead", &[R::Dsl]),
    ("Joel Petrie", "Mentor and key worker", &[R::Teacher]),
    ("Miss Abara", "Science teacher", &[R::Teacher]),
    ("Mr Okonjo", "Maths teacher", &[R::Teacher]),
    ("Mr Leith", "PE teacher", &[R::Teacher]),
    ("Mrs Odell", "Year 5 teacher", &[R::Teacher]),
    (
        "Sam Whitlock",
        "School office and system administrator",
        &[R::Office, R::Administrator],
    ),
];

/// Name, class, year, and who is at home: name, relation, and the language they read.
type Child = (
    &'static str,
    &'static str,
    YearGroup,
    &'static [(&'static str, Relationship, Option<&'static str>)],
);

pub(super) const CHILDREN: [Child; 8] = [
    (
        "Rowan Tidewell",
        "8K",
        YearGroup::Y8,
        &[("Dana Tidewell", Relationship::Mother, None)],
    ),
    (
        "Elsie Marrow",
        "7T",
        YearGroup::Y7,
        &[
            ("Kit Marrow", Relationship::Father, None),
            ("Jo Lister", Relationship::Mother, None),
        ],
    ),
    (
        "Callum Vane",
        "9F",
        YearGroup::Y9,
        &[("Moira Vane", Relationship::Mother, None)],
    ),
    (
        "Idris Calder",
        "10P",
        YearGroup::Y10,
        &[("Sian Calder", Relationship::Mother, None)],
    ),
    (
        "Sami Haddad",
        "4B",
        YearGroup::Y4,
        &[("Rima Haddad", Relationship::Mother, Some("Arabic"))],
    ),
    (
        "Joss Kettering",
        "5L",
        YearGroup::Y5,
        &[("Ash Kettering", Relationship::Carer, None)],
    ),
    (
        "Maya Penhallow",
        "2S",
        YearGroup::Y2,
        &[("Tamsin Penhallow", Relationship::Mother, None)],
    ),
    (
        "Theo Bramwell",
        "9F",
        YearGroup::Y9,
        &[("Grace Bramwell", Relationship::Mother, None)],
    ),
];

pub(super) const OTHERS: [(&str, &str, YearGroup); 24] = [
    ("Ada Winterbourne", "7T", YearGroup::Y7),
    ("Bola Adeyemi-Test", "7T", YearGroup::Y7),
    ("Cerys Hallam", "7K", YearGroup::Y7),
    ("Dara Quill", "7K", YearGroup::Y7),
    ("Esme Fairlight", "8K", YearGroup::Y8),
    ("Farid Nasser", "8K", YearGroup::Y8),
    ("Gwen Oakley", "8T", YearGroup::Y8),
    ("Hugo Partridge", "8T", YearGroup::Y8),
    ("Imran Sable", "9F", YearGroup::Y9),
    ("Jade Thornbury", "9F", YearGroup::Y9),
    ("Kofi Umber", "9K", YearGroup::Y9),
    ("Lena Varga", "9K", YearGroup::Y9),
    ("Milo Westray", "10P", YearGroup::Y10),
    ("Nia Yarrow", "10P", YearGroup::Y10),
    ("Oskar Zielinski", "10K", YearGroup::Y10),
    ("Pip Ashdown-Lee", "4B", YearGroup::Y4),
    ("Quinn Barlow", "4B", YearGroup::Y4),
    ("Rosa Clement", "5L", YearGroup::Y5),
    ("Seth Dunmore", "5L", YearGroup::Y5),
    ("Tilly Everard", "2S", YearGroup::Y2),
    ("Uma Farthing", "2S", YearGroup::Y2),
    ("Vik Gosling", "3H", YearGroup::Y3),
    ("Wren Holloway", "3H", YearGroup::Y3),
    ("Xanthe Ives", "6D", YearGroup::Y6),
];
