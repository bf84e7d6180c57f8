//! The import contract, tried from outside: bytes in, rows and reasons out.

#[cfg(test)]
mod as_typed;
#[cfg(test)]
mod attendance;
#[cfg(test)]
mod behaviour;
#[cfg(test)]
mod bytes_to_text;
#[cfg(test)]
mod calendar_rows;
#[cfg(test)]
mod calendars;
#[cfg(test)]
mod cells;
#[cfg(test)]
mod contacts;
#[cfg(test)]
mod ctf;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod export;
#[cfg(test)]
mod gias;
#[cfg(test)]
mod guesses;
#[cfg(test)]
mod harm;
#[cfg(test)]
mod headings;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod icalendar;
#[cfg(test)]
mod joined;
#[cfg(test)]
mod named_headings;
#[cfg(test)]
mod oneroster;
#[cfg(test)]
mod optional_values;
#[cfg(test)]
mod pieces;
#[cfg(test)]
mod pupils;
#[cfg(test)]
mod records;
#[cfg(test)]
mod registers;
#[cfg(test)]
mod report;
#[cfg(test)]
mod roster_rows;
#[cfg(test)]
mod roster_versions;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod staff;
#[cfg(test)]
mod support;
#[cfg(test)]
mod suspensions;
#[cfg(test)]
mod words;
#[cfg(test)]
mod xml;
#[cfg(test)]
mod xml_head;
#[cfg(test)]
mod zips;
