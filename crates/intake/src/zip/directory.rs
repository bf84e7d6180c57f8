//! The directory at the end of a zip: which entries it has, and where.

use crate::fault::BundleFault;

/// One entry, as the directory has it. The sizes are not to be trusted.
pub(super) struct Entry {
    pub name: String,
    pub encrypted: bool,
    pub symlink: bool,
    pub method: u16,
    pub crc: u32,
    pub packed: usize,
    pub size: usize,
    /// Where its own header begins.
    pub offset: usize,
}

const END: u32 = 0x0605_4b50;
const ENTRY: u32 = 0x0201_4b50;
const LOCAL: u32 = 0x0403_4b50;
const END_LENGTH: usize = 22;
/// A comment may follow the end record.
const LONGEST_COMMENT: usize = 65_535;
/// What stands where a number is too large for its place.
const IN_EXTRA: u32 = u32::MAX;
const CORRUPT: BundleFault = BundleFault::ZipCorrupt;

/// The entries of a zip, at most so many.
pub(super) fn entries(bytes: &[u8], most: usize) -> Result<Vec<Entry>, BundleFault> {
    let end = end_record(bytes).ok_or(CORRUPT)?;
    let count = usize::from(short(bytes, end + 10).ok_or(CORRUPT)?);
    let size = long(bytes, end + 12).ok_or(CORRUPT)?;
    let start = long(bytes, end + 16).ok_or(CORRUPT)?;
    // More than the short form can say; no roster is near that.
    if count == usize::from(u16::MAX) || start == IN_EXTRA || size == IN_EXTRA {
        return Err(BundleFault::ZipLimit);
    }
    if count > most {
        return Err(BundleFault::ZipLimit);
    }
    let mut at = usize::try_from(start).map_err(|_| CORRUPT)?;
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        let (entry, next) = entry(bytes, at).ok_or(CORRUPT)?;
        entries.push(entry);
        at = next;
    }
    if at > end {
        return Err(CORRUPT);
    }
    Ok(entries)
}

/// The last end record whose comment reaches exactly to the end of the file.
fn end_record(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let first = last.saturating_sub(LONGEST_COMMENT);
    (first..=last).rev().find(|at| {
        let comment = short(bytes, at + 20).map(usize::from);
        long(bytes, *at) == Some(END) && comment == Some(last - at)
    })
}

/// An entry of the directory, and where the next begins.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    if long(bytes, at)? != ENTRY {
        return None;
    }
    let made_by = short(bytes, at + 4)? >> 8;
    let flags = short(bytes, at + 8)?;
    let name_length = usize::from(short(bytes, at + 28)?);
    let extra_length = usize::from(short(bytes, at + 30)?);
    let comment_length = usize::from(short(bytes, at + 32)?);
    let name_at = at + 46;
    let extra_at = name_at.checked_add(name_length)?;
    let name = bytes.get(name_at..extra_at)?;
    let extra = bytes.get(extra_at..extra_at.checked_add(extra_length)?)?;
    let mut wide = Wide::of(extra);
    let size = wide.or(long(bytes, at + 24)?)?;
    let packed = wide.or(long(bytes, at + 20)?)?;
    let offset = wide.or(long(bytes, at + 42)?)?;
    let mode = long(bytes, at + 38)? >> 16;
    let is_unix = matches!(made_by, 3 | 19);
    let entry = Entry {
        name: written(name),
        encrypted: flags & 1 != 0 || flags & (1 << 6) != 0,
        symlink: is_unix && mode & 0o170_000 == 0o120_000,
        method: short(bytes, at + 10)?,
        crc: long(bytes, at + 16)?,
        packed,
        size,
        offset,
    };
    Some((entry, extra_at + extra_length + comment_length))
}

/// A name as text; `\` is how some programs part folders.
fn written(name: &[u8]) -> String {
    String::from_utf8_lossy(name).replace('\\', "/")
}

impl Entry {
    /// Whether its name would lead outside the folder it is unpacked in, or it
    /// is a link to somewhere else.
    pub(super) fn leads_out(&self) -> bool {
        let drive = self.name.as_bytes().get(1) == Some(&b':');
        let parts = || self.name.split('/');
        self.symlink
            || drive
            || self.name.starts_with('/')
            || self.name.contains('\0')
            || parts().any(|part| part == "..")
    }

    /// Its packed bytes.
    pub(super) fn packed<'b>(&self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let at = self.offset;
        if long(bytes, at)? != LOCAL {
            return None;
        }
        let name = usize::from(short(bytes, at.checked_add(26)?)?);
        let extra = usize::from(short(bytes, at.checked_add(28)?)?);
        let start = at.checked_add(30)?.checked_add(name)?.checked_add(extra)?;
        bytes.get(start..start.checked_add(self.packed)?)
    }
}

/// Numbers of eight bytes in the extra field, for those too large for four.
struct Wide<'e>(&'e [u8]);

impl<'e> Wide<'e> {
    fn of(mut extra: &'e [u8]) -> Self {
        while let (Some(kind), Some(length)) = (short(extra, 0), short(extra, 2)) {
            let end = 4 + usize::from(length);
            let Some(field) = extra.get(4..end) else {
                break;
            };
            if kind == 1 {
                return Self(field);
            }
            extra = extra.get(end..).unwrap_or_default();
        }
        Self(&[])
    }

    /// The number itself, or the next wide one where it does not fit.
    fn or(&mut self, number: u32) -> Option<usize> {
        if number != IN_EXTRA {
            return usize::try_from(number).ok();
        }
        let (wide, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        usize::try_from(u64::from_le_bytes(*wide)).ok()
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*two))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*four))
}
