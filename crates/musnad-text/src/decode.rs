//! Bytes of a file to text, and by which encoding.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

/// The text of a file and how it was read from the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text: in UTF-8 the very bytes, a mark of byte order included.
    pub text: String,
    /// Name of the encoding: `UTF-8`, `windows-1256`, `UTF-16LE` …
    pub decoder: &'static str,
    /// How many pieces fitted no letter and became U+FFFD.
    pub replaced: usize,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// A NUL byte, and the rest is not UTF-16.
    #[error("no text: byte {at} is NUL")]
    Binary {
        /// The byte, counted from 0.
        at: usize,
    },
    /// Not UTF-8, and no other encoding of Arabic fits.
    #[error("neither UTF-8 (byte {at} fits no letter) nor another encoding of Arabic")]
    Unknown {
        /// The first byte that UTF-8 does not know, counted from 0.
        at: usize,
    },
    /// It says that it is in an encoding, and too much of it is not.
    #[error("broken {decoder}: {replaced} pieces fit no letter")]
    Broken {
        /// The encoding that it claims.
        decoder: &'static str,
        /// How many pieces fit no letter.
        replaced: usize,
    },
}

/// What the bytes are, as far as the caller knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Plain text: no word of it names its encoding.
    Plain,
    /// A web page: `<meta charset>` may name its encoding, and may be wrong.
    Page,
}

/// How far into a page its encoding is named.
const META_REACH: usize = 16 << 10;
/// How many bytes tell UTF-16 from binary data.
const SAMPLE: usize = 8 << 10;
/// One broken piece in so many letters is damage; more is another encoding.
const LETTERS_PER_DAMAGE: usize = 100;

/// Reads bytes as text: a mark of byte order decides, then the bytes where they are valid UTF-8, then
/// what a page says of itself, then what the letters look like.
///
/// # Errors
/// The bytes are no text, or in no encoding in which Arabic is written.
pub fn decode(bytes: Vec<u8>, shape: Shape) -> Result<Decoded, DecodeError> {
    if bytes.starts_with(b"\xff\xfe") {
        return with(UTF_16LE, bytes.get(2..).unwrap_or_default());
    }
    if bytes.starts_with(b"\xfe\xff") {
        return with(UTF_16BE, bytes.get(2..).unwrap_or_default());
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return match utf_16(&bytes) {
            Some(encoding) => with(encoding, &bytes),
            None => Err(DecodeError::Binary { at }),
        };
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            return Ok(Decoded {
                text,
                decoder: UTF_8.name(),
                replaced: 0,
            });
        }
        Err(error) => error.into_bytes(),
    };
    other_than_utf_8(&bytes, shape)
}

fn other_than_utf_8(bytes: &[u8], shape: Shape) -> Result<Decoded, DecodeError> {
    let marked = bytes.starts_with(b"\xef\xbb\xbf");
    let declared = match shape {
        Shape::Page => declared(bytes),
        Shape::Plain => None,
    };
    // a page may be damaged (cut between two bytes of a letter); a text is taken byte for byte or not at all
    if shape == Shape::Page
        && (marked || declared.is_none_or(|encoding| encoding == UTF_8))
        && let Ok(decoded) = with(UTF_8, bytes)
    {
        return Ok(decoded);
    }
    if marked {
        return Err(unknown(bytes));
    }
    // many old pages say that they are Latin and are not
    let is_arabic = |encoding: &&'static Encoding| is_arabic(encoding);
    let encoding = declared.filter(is_arabic).or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        // reports are in Arabic: where two encodings fit, one of Arabic is meant
        Some(detector.guess(Some(b"sy"), Utf8Detection::Deny)).filter(is_arabic)
    });
    match encoding {
        Some(encoding) => {
            let decoded = with(encoding, bytes)?;
            if looks_arabic(&decoded.text) {
                Ok(decoded)
            } else {
                Err(unknown(bytes))
            }
        }
        None => Err(unknown(bytes)),
    }
}

fn is_arabic(encoding: &'static Encoding) -> bool {
    encoding == WINDOWS_1256 || encoding == ISO_8859_6
}

fn unknown(bytes: &[u8]) -> DecodeError {
    let at = match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        Err(error) => error.valid_up_to(),
    };
    DecodeError::Unknown { at }
}

/// Decodes with one encoding; what fits no letter becomes U+FFFD, where that is little.
fn with(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, DecodeError> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let decoder = encoding.name();
    let replaced = if broken { count_replaced(&text) } else { 0 };
    if replaced > 0 && replaced * LETTERS_PER_DAMAGE > text.chars().count() {
        return Err(DecodeError::Broken { decoder, replaced });
    }
    let text = match text {
        Cow::Borrowed(text) => text.to_owned(),
        Cow::Owned(text) => text,
    };
    Ok(Decoded {
        text,
        decoder,
        replaced,
    })
}

fn count_replaced(text: &str) -> usize {
    text.matches(char::REPLACEMENT_CHARACTER).count()
}

/// UTF-16 without its mark: nearly every second byte is the number of a block of letters.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    const BLOCKS: [u8; 7] = [0x00, 0x06, 0x20, 0xfb, 0xfc, 0xfd, 0xfe];
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    let fits = |high: u8, low: u8| {
        BLOCKS.contains(&high) && (high != 0 || matches!(low, b'\t' | b'\n' | b'\r' | 0x20..=0xff))
    };
    let enough = |count: usize| count > 0 && count * 10 >= pairs.len() * 9;
    let little = pairs.iter().filter(|[low, high]| fits(*high, *low)).count();
    let big = pairs.iter().filter(|[high, low]| fits(*high, *low)).count();
    if little >= big && enough(little) {
        Some(UTF_16LE)
    } else if enough(big) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that a page names: `charset=` in a `<meta>` or in the line of an XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..META_REACH).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|key| {
        head.split(key).skip(1).find_map(|rest| {
            let rest = rest.trim_start().strip_prefix('=')?;
            let rest =
                rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
            let label = rest
                .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')))
                .next()?;
            Encoding::for_label(label.as_bytes())
        })
    })
}

/// Whether most letters beyond ASCII are Arabic.
fn looks_arabic(text: &str) -> bool {
    let (mut arabic, mut other) = (0_usize, 0_usize);
    for letter in text.chars().filter(|letter| !letter.is_ascii()) {
        match letter {
            '\u{60c}'..='\u{6d3}' => arabic += 1,
            // quotation marks, dashes and no-break spaces belong to every language
            '\u{a0}' | '«' | '»' | '\u{2000}'..='\u{20ac}' => {}
            _ => other += 1,
        }
    }
    arabic >= 4 && arabic > other * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "قال ناشطون إن قذيفة سقطت على «الحي القديم» من المدينة صباح الأحد، ولم ترد أنباء عن إصابات.";

    fn in_1256() -> Vec<u8> {
        WINDOWS_1256.encode(TEXT).0.into_owned()
    }

    fn in_utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[track_caller]
    fn check(bytes: Vec<u8>, shape: Shape, decoder: &str, expected: &str) {
        let found = decode(bytes, shape).unwrap();
        assert_eq!((found.decoder, found.text.as_str()), (decoder, expected));
    }

    #[track_caller]
    fn refused(bytes: &[u8], shape: Shape, expected: &str) {
        assert_eq!(
            decode(bytes.to_vec(), shape).unwrap_err().to_string(),
            expected
        );
    }

    #[test]
    fn utf_8_stays_byte_for_byte() {
        check(TEXT.into(), Shape::Plain, "UTF-8", TEXT);
        let marked = format!("\u{feff}{TEXT}");
        check(marked.clone().into(), Shape::Plain, "UTF-8", &marked);
        check(Vec::new(), Shape::Plain, "UTF-8", "");
    }

    #[test]
    fn windows_1256_is_known_by_its_letters() {
        check(in_1256(), Shape::Plain, "windows-1256", TEXT);
        let short = "قصف مدفعي على القرية";
        check(
            WINDOWS_1256.encode(short).0.into_owned(),
            Shape::Plain,
            "windows-1256",
            short,
        );
        let iso: Vec<u8> = ISO_8859_6.encode(short).0.into_owned();
        check(iso, Shape::Plain, "ISO-8859-6", short);
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        for (mark, bytes, decoder) in [
            (
                b"\xff\xfe",
                u16::to_le_bytes as fn(u16) -> [u8; 2],
                "UTF-16LE",
            ),
            (b"\xfe\xff", u16::to_be_bytes, "UTF-16BE"),
        ] {
            check(in_utf_16(TEXT, bytes), Shape::Plain, decoder, TEXT);
            let marked = [mark.to_vec(), in_utf_16(TEXT, bytes)].concat();
            check(marked, Shape::Plain, decoder, TEXT);
        }
    }

    #[test]
    fn a_lone_surrogate_is_replaced_and_counted() {
        let mut bytes = in_utf_16(&TEXT.repeat(2), u16::to_le_bytes);
        bytes.extend([0x00, 0xd8]);
        let bytes = [b"\xff\xfe".to_vec(), bytes].concat();
        let decoded = decode(bytes, Shape::Plain).unwrap();
        assert_eq!(decoded.replaced, 1);
        assert!(decoded.text.ends_with('\u{fffd}'));
        refused(
            b"\xff\xfe\x00\xd8\x00\xd8",
            Shape::Plain,
            "broken UTF-16LE: 2 pieces fit no letter",
        );
    }

    #[test]
    fn a_page_may_name_its_encoding_and_may_be_wrong() {
        for charset in ["windows-1256", "cp1256", "iso-8859-1", "utf-8"] {
            let head = format!(
                "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\">"
            );
            let page = [head.clone().into_bytes(), in_1256()].concat();
            check(page, Shape::Page, "windows-1256", &format!("{head}{TEXT}"));
        }
        let head = "<meta charset=windows-1256>";
        check(
            format!("{head}{TEXT}").into(),
            Shape::Page,
            "UTF-8",
            &format!("{head}{TEXT}"),
        );
    }

    #[test]
    fn a_cut_letter_is_damage_in_a_page_and_an_error_in_a_text() {
        let mut page = format!("<p>{}", TEXT.repeat(2)).into_bytes();
        page.push(0xd9);
        assert_eq!(decode(page.clone(), Shape::Page).unwrap().replaced, 1);
        assert!(decode(page, Shape::Plain).is_err());
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        refused(b"ab\0", Shape::Plain, "no text: byte 2 is NUL");
        refused(
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0",
            Shape::Page,
            "no text: byte 7 is NUL",
        );
        refused(
            b"caf\xe9 d\xe9j\xe0 vu",
            Shape::Plain,
            "neither UTF-8 (byte 3 fits no letter) nor another encoding of Arabic",
        );
        let damaged = [TEXT.as_bytes(), b"\xff".as_slice()].concat();
        assert!(matches!(
            decode(damaged, Shape::Plain),
            Err(DecodeError::Unknown { .. })
        ));
    }
}
