//! The SHA-256 of a file, in full and as a short code for printed pages.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// A code has 16 of the 64 digits, in groups of 4 letters.
const DIGITS: usize = 16;
const GROUP: usize = 4;

/// The letter for each digit from `0` to `f`. Only letters, since officers spell them over the radio every day; no vowels,
/// so that no code is a word; and none that is mistaken for a figure or another letter on paper (I, L, O, Q, S, U, V, Y).
const LETTERS: [char; 16] = ['B', 'C', 'D', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'R', 'T', 'W', 'X', 'Z'];

/// The SHA-256 of some bytes (FIPS 180-4).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Digest([u8; 32]);

impl Digest {
    pub fn compute(bytes: impl AsRef<[u8]>) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits, as `sha256sum` and `certutil` print them.
    pub fn from_hex(text: &str) -> Option<Self> {
        if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// The code printed on every page: the first 16 digits as letters. It can be spelt from the digest without this program.
    pub fn code(&self) -> String {
        let digits = self.0.iter().take(DIGITS / 2).flat_map(|byte| [byte >> 4, byte & 0xF]);
        let letter = |digit| LETTERS.get(usize::from(digit)).expect("each digit has a letter");
        let letters: Vec<&char> = digits.map(letter).collect();
        letters
            .chunks(GROUP)
            .map(|group| group.iter().copied().collect::<String>())
            .collect::<Vec<_>>()
            .join("-")
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_digest_that_the_standard_prints() {
        // NIST's examples for SHA-256: one block, and none.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let none = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Digest::compute("abc").to_string(), abc);
        assert_eq!(Digest::compute("").to_string(), none);
        assert_eq!(Digest::from_hex(&abc.to_uppercase()), Some(Digest::compute("abc")));
        for wrong in ["", "ba78", &abc.replace('b', "g"), &format!("{abc}0"), &"é".repeat(32)] {
            assert_eq!(Digest::from_hex(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_code_spells_its_first_sixteen_digits() {
        // b a 7 8 | 1 6 b f | 8 f 0 1 | c f e a
        assert_eq!(Digest::compute("abc").code(), "RPKM-CJRZ-MZBC-TZXP");
    }
}
