//! Inflates entries, counting the bytes that really come out.

use std::io::Read;

use flate2::{Crc, read::DeflateDecoder};

use crate::{fault::BundleFault, limits::Limits, zip::directory::Entry};

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Bytes inflated between two looks at the limits.
const STEP: usize = 64 * 1024;

/// Inflates the entries of one zip, which share a limit.
pub(super) struct Inflater {
    left: usize,
    small: usize,
    ratio: usize,
}

impl Inflater {
    pub(super) const fn new(limits: &Limits) -> Self {
        Self {
            left: limits.zip_bytes,
            small: limits.zip_small,
            ratio: limits.zip_ratio,
        }
    }

    /// All bytes of an entry.
    ///
    /// # Errors
    /// [`BundleFault::ZipLimit`] as soon as too much comes out, else
    /// [`BundleFault::ZipCorrupt`] if it is not what the directory says.
    pub(super) fn inflate(&mut self, zip: &[u8], entry: &Entry) -> Result<Vec<u8>, BundleFault> {
        self.check(entry.size, entry.packed)?;
        let packed = entry.packed(zip).ok_or(BundleFault::ZipCorrupt)?;
        let bytes = match entry.method {
            STORED => packed.to_vec(),
            DEFLATED => self.deflated(packed)?,
            _ => return Err(BundleFault::ZipCorrupt),
        };
        self.check(bytes.len(), packed.len())?;
        let mut crc = Crc::new();
        crc.update(&bytes);
        if bytes.len() != entry.size || crc.sum() != entry.crc {
            return Err(BundleFault::ZipCorrupt);
        }
        self.left -= bytes.len();
        Ok(bytes)
    }

    fn deflated(&self, packed: &[u8]) -> Result<Vec<u8>, BundleFault> {
        let mut decoder = DeflateDecoder::new(packed);
        let mut bytes = Vec::new();
        let mut step = vec![0; STEP];
        loop {
            let read = decoder.read(&mut step);
            let read = read.map_err(|_| BundleFault::ZipCorrupt)?;
            if read == 0 {
                return Ok(bytes);
            }
            bytes.extend_from_slice(step.get(..read).unwrap_or_default());
            self.check(bytes.len(), packed.len())?;
        }
    }

    fn check(&self, size: usize, packed: usize) -> Result<(), BundleFault> {
        let most = packed.saturating_mul(self.ratio);
        if size > self.left || (size > self.small && size > most) {
            return Err(BundleFault::ZipLimit);
        }
        Ok(())
    }
}
