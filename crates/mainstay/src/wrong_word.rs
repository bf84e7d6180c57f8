//! What is wrong on the command line or in the environment, in one sentence.

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

/// One sentence that says which word, and what to write.
pub fn sentence(wrong: &Error) -> String {
    let about = |kind| wrong.get(kind).map(written).unwrap_or_default();
    let (setting, value) = (
        about(ContextKind::InvalidArg),
        about(ContextKind::InvalidValue),
    );
    match wrong.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!(
                "The setting {setting} is empty. {}.",
                wanted(wrong, &setting)
            )
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!(
                "The setting {setting} is '{value}'. {}.",
                wanted(wrong, &setting)
            )
        }
        ErrorKind::UnknownArgument => {
            format!("There is no setting '{setting}' here. Add --help to see those there are.")
        }
        ErrorKind::InvalidSubcommand => format!(
            "There is no command '{}'. Run 'mainstay --help' to see those there are.",
            about(ContextKind::InvalidSubcommand)
        ),
        ErrorKind::MissingRequiredArgument => {
            format!("Something is missing: {setting}. Add --help to see what it means.")
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            "Say what to do, such as serve, demo or check. Run 'mainstay --help' to see more."
                .into()
        }
        _ => first_line(wrong),
    }
}

/// What would have been right.
fn wanted(wrong: &Error, setting: &str) -> String {
    let choices = wrong.get(ContextKind::ValidValue).map(written);
    if let Some(choices) = choices.filter(|choices| !choices.is_empty()) {
        return format!("It must be one of: {choices}");
    }
    let must = if setting.contains("--listen") {
        "an address and a port, such as 127.0.0.1:8080"
    } else if setting.contains("--proxies") {
        "addresses, such as 10.0.0.2"
    } else if setting.contains("DATE") {
        "a day, such as 2026-11-10"
    } else {
        return "Add --help to see what it takes".into();
    };
    format!("It must be {must}")
}

fn written(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join(", "),
        _ => String::new(),
    }
}

/// The library's own first line, for what has no sentence of ours.
fn first_line(wrong: &Error) -> String {
    let text = wrong.to_string();
    let line = text.lines().next().unwrap_or_default();
    let line = line.trim_start_matches("error: ").trim_end_matches('.');
    let mut letters = line.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", letters.as_str())
}
