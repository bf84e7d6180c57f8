//! Names and sentences that generated schools are made of. All invented.

pub(crate) const GIVEN: [&str; 60] = [
    "Ada", "Aisha", "Alfie", "Amara", "Arlo", "Bea", "Bilal", "Callie", "Cara", "Dara", "Dev",
    "Edie", "Eli", "Elspeth", "Esme", "Farah", "Finn", "Flora", "Gethin", "Hana", "Harvey", "Ines",
    "Ishaan", "Ivo", "Jade", "Jonah", "Kai", "Kezia", "Lena", "Leo", "Lottie", "Mabel", "Mina",
    "Musa", "Nell", "Niall", "Noor", "Odette", "Oscar", "Pearl", "Priti", "Quinn", "Reuben",
    "Rhiannon", "Rosa", "Rufus", "Saffron", "Sami", "Seren", "Silas", "Tariq", "Tess", "Theo",
    "Umar", "Una", "Vera", "Wilf", "Yusuf", "Zara", "Zeb",
];
pub(crate) const FAMILY_FRONT: [&str; 30] = [
    "Alder", "Amber", "Barrow", "Bram", "Brook", "Calder", "Cole", "Dun", "Elm", "Fair", "Fen",
    "Garth", "Hallow", "Hart", "Haw", "Heather", "Kestle", "Lang", "Marl", "Mere", "Nether",
    "Oaken", "Pen", "Quarry", "Raven", "Sedge", "Thorn", "Under", "Wether", "Yar",
];
pub(crate) const FAMILY_BACK: [&str; 12] = [
    "bank", "by", "combe", "croft", "dale", "field", "ford", "ley", "mere", "shaw", "well", "worth",
];
pub(crate) const PLACES: [&str; 20] = [
    "Alder Lane",
    "Ashby Vale",
    "Beacon Hill",
    "Birch Meadow",
    "Castle Water",
    "Cherry Orchard",
    "Dunmere",
    "Eastfield",
    "Fallow Park",
    "Greenway",
    "Hollin Bank",
    "Kingsmere",
    "Larkrise",
    "Millstone",
    "Northgate",
    "Oakhanger",
    "Priory Road",
    "Ravenscroft",
    "Silverbrook",
    "Westmoor",
];
pub(crate) const KINDS: [&str; 4] = ["School", "Academy", "High School", "Community School"];
pub(crate) const SUBJECTS: [&str; 12] = [
    "English",
    "Maths",
    "Science",
    "History",
    "Geography",
    "Art",
    "Music",
    "French",
    "PE",
    "Computing",
    "Drama",
    "Technology",
];
pub(crate) const GOOD_AT: [&str; 10] = [
    "Fixing things",
    "Drawing",
    "Football",
    "Helping younger pupils",
    "Cooking",
    "Numbers",
    "Making people laugh",
    "Animals",
    "Remembering facts",
    "Building models",
];
pub(crate) const CONCERNS: [&str; 6] = [
    "Leaves lessons without telling anyone, most days",
    "Shouts across the room when asked to begin work",
    "Arrives late to the lesson after break four days in five",
    "Refuses written work and puts their head down",
    "Walks the corridors in the last lesson of the day",
    "Falls out with others at lunch and carries it into lessons",
];
pub(crate) const SENTENCES: [&str; 12] = [
    "It goes better when somebody says good morning first.",
    "Mornings are hard after a bad night.",
    "Quiet rooms help, and so does a job to do.",
    "I like it when things are explained with a picture.",
    "The walk from PE to English is where it usually starts.",
    "We have noticed that praise in private works best.",
    "A clear first step gets work started most days.",
    "Weekends with family are calm; Mondays are not.",
    "Working with one other person is fine, a group is too much.",
    "Knowing what comes next makes the day easier.",
    "There was a good fortnight when the mentor came in every morning.",
    "Being asked twice in front of others makes it worse.",
];
pub(crate) const GOOD_NEWS: [&str; 5] = [
    "stayed to help carry the books back.",
    "asked for help before getting cross.",
    "was first to start the practical.",
    "read aloud for the first time this term.",
    "helped a new pupil find the way.",
];
pub(crate) const CALLS: [&str; 4] = [
    "A call about the week. Mornings are calmer.",
    "Talked about the steps; home will keep the bag by the door.",
    "Shared two good days and one hard one.",
    "Home asked for the same adult on Mondays.",
];
pub(crate) const CHECK_INS: [&str; 4] = [
    "Looked at the card together. Four lessons out of five.",
    "Planned the first lesson of tomorrow.",
    "Talked about what to say when it gets loud.",
    "Bag check kept every day this week.",
];

/// One target in few words, with what goes with it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Aim {
    pub name: &'static str,
    pub says: &'static str,
    pub why: &'static str,
    pub help: &'static str,
    pub home: &'static str,
    pub reward: &'static str,
    pub otherwise: &'static str,
}

pub(crate) const AIMS: [Aim; 6] = [
    Aim {
        name: "Starting on time",
        says: "In my seat with my book open in the first five minutes",
        why: "Walking in late makes everyone look.",
        help: "meet at the door and talk through the first task",
        home: "pack the bag together the night before",
        reward: "Ten minutes in the workshop",
        otherwise: "I plan the next morning with my key adult at break",
    },
    Aim {
        name: "Using my card",
        says: "When I feel wound up I show my card and go to the quiet room",
        why: "I always regret it after.",
        help: "say yes to the card the first time",
        home: "practise showing the card at home too",
        reward: "A message home about every card used well",
        otherwise: "I talk it over before the next lesson",
    },
    Aim {
        name: "Answering calmly",
        says: "When an adult asks me to do something I answer in a calm voice the first time",
        why: "So that people stop thinking I am angry.",
        help: "speak quietly, close by, and wait ten seconds",
        home: "wait ten seconds at home too",
        reward: "Choosing the music on Friday",
        otherwise: "I try again at the end of the lesson with just the teacher",
    },
    Aim {
        name: "Getting work down",
        says: "I write the first three lines in each lesson before I ask to stop",
        why: "I want to have something to show.",
        help: "give the first line and one choice of task",
        home: "ask to see one piece of work each evening",
        reward: "A photo of the best page for home",
        otherwise: "I finish the three lines at lunch with help",
    },
    Aim {
        name: "Staying in the room",
        says: "I stay until the end of the lesson or leave with my card",
        why: "I miss the part where it makes sense.",
        help: "keep the seat by the door and check in half way",
        home: "hear about one lesson that went well",
        reward: "Fifteen minutes of basketball on Fridays",
        otherwise: "I agree a seat with the teacher for next time",
    },
    Aim {
        name: "Kind words",
        says: "I use kind words with others in every lesson and at lunch",
        why: "I want to be picked for the team.",
        help: "notice kind words and say so the same day",
        home: "tell one kind thing about somebody each day",
        reward: "Helping to run the lunch club",
        otherwise: "I put it right with the person before home time",
    },
];
