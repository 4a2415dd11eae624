//! Lines of a file in bounded memory.

use std::io::{self, BufRead};

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// Number, from 1.
    pub(crate) number: usize,
    /// Where it begins in the file.
    pub(crate) start: u64,
    /// Its length in bytes, without its end.
    pub(crate) length: u64,
    /// Its bytes; `None` where it is longer than the limit.
    pub(crate) bytes: Option<&'a [u8]>,
}

/// Reads lines; of one that is too long nothing is kept.
pub(crate) struct Lines<R> {
    reader: R,
    longest: usize,
    number: usize,
    offset: u64,
    buffer: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    /// Lines of `reader` of at most `longest` bytes.
    pub(crate) fn new(reader: R, longest: usize) -> Self {
        Lines {
            reader,
            longest,
            number: 0,
            offset: 0,
            buffer: Vec::new(),
        }
    }

    /// The next line; `None` at the end.
    pub(crate) fn read_next(&mut self) -> io::Result<Option<Line<'_>>> {
        // a long line must not hold its memory for the rest of the file
        if self.buffer.capacity() > 1 << 20 {
            self.buffer = Vec::new();
        }
        self.buffer.clear();
        let start = self.offset;
        let mut length = 0_u64;
        loop {
            let available = match self.reader.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = available.iter().position(|&byte| byte == b'\n');
            let piece = &available[..end.unwrap_or(available.len())];
            let is_last = end.is_some() || available.is_empty();
            length += piece.len() as u64;
            if length <= self.longest as u64 {
                self.buffer.extend_from_slice(piece);
            } else {
                self.buffer = Vec::new();
            }
            let used = piece.len() + usize::from(end.is_some());
            self.reader.consume(used);
            self.offset += used as u64;
            if is_last {
                if length == 0 && end.is_none() {
                    return Ok(None);
                }
                self.number += 1;
                // the mark of byte order belongs to no record
                let line = match self.number {
                    1 => self
                        .buffer
                        .strip_prefix(b"\xef\xbb\xbf")
                        .unwrap_or(&self.buffer),
                    _ => &self.buffer,
                };
                let bytes = (length <= self.longest as u64).then_some(line);
                return Ok(Some(Line {
                    number: self.number,
                    start,
                    length,
                    bytes,
                }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_read_over_and_the_rest_goes_on() {
        let mut lines = Lines::new(
            io::BufReader::with_capacity(3, &b"ab\n123456789\n\ncd"[..]),
            5,
        );
        let mut next = || {
            let line = lines.read_next().unwrap()?;
            Some((
                line.number,
                line.start,
                line.length,
                line.bytes.map(<[u8]>::to_vec),
            ))
        };
        assert_eq!(next(), Some((1, 0, 2, Some(b"ab".to_vec()))));
        assert_eq!(next(), Some((2, 3, 9, None)));
        assert_eq!(next(), Some((3, 13, 0, Some(Vec::new()))));
        assert_eq!(next(), Some((4, 14, 2, Some(b"cd".to_vec()))));
        assert_eq!(next(), None);
    }
}
