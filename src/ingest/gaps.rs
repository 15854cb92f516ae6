//! Streams whose signs must not lie too far apart: readers of XML and JSON hold a text as a whole before
//! anyone can ask how long it is.

use std::io::{self, ErrorKind, Read};

/// Longest text that a stream may hold, in bytes.
pub(super) const LONGEST_GAP: u64 = 16 << 20;

/// A stream that ends in an error of the kind [`ErrorKind::FileTooLarge`] where a text does not end.
#[derive(Debug)]
pub(super) struct Gaps<R> {
    inner: R,
    /// The sign that ends texts.
    sign: u8,
    /// The sign before which it does not.
    escape: Option<u8>,
    is_escaped: bool,
    since: u64,
    longest: u64,
}

impl<R> Gaps<R> {
    /// A stream of XML, in which texts end at the next `<`.
    pub(super) const fn of_xml(inner: R, longest: u64) -> Self {
        Self { inner, sign: b'<', escape: None, is_escaped: false, since: 0, longest }
    }

    /// A stream of JSON, in which texts end at the next quote that is not escaped.
    pub(super) const fn of_json(inner: R, longest: u64) -> Self {
        Self { inner, sign: b'"', escape: Some(b'\\'), is_escaped: false, since: 0, longest }
    }

    fn pass(&mut self, bytes: &[u8]) -> io::Result<()> {
        for &byte in bytes {
            self.since += 1;
            let ends = byte == self.sign && !self.is_escaped;
            self.is_escaped = !self.is_escaped && self.escape == Some(byte);
            if ends {
                self.since = 0;
            } else if self.since > self.longest {
                return Err(io::Error::from(ErrorKind::FileTooLarge));
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Gaps<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.pass(&buffer[..count])?;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{ErrorKind, Read};

    use super::Gaps;

    #[test]
    fn a_text_without_end_is_an_error_and_a_long_file_is_none() {
        let mut text = String::new();
        let xml = "<a>0123</a>".repeat(50);
        assert_eq!(Gaps::of_xml(xml.as_bytes(), 8).read_to_string(&mut text).unwrap(), xml.len());
        let error = Gaps::of_xml("<a>0123456789</a>".as_bytes(), 8).read_to_string(&mut text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::FileTooLarge);
        let escaped = r#"["a\"b\\", "c\"d\"e"]"#;
        assert!(Gaps::of_json(escaped.as_bytes(), 8).read_to_string(&mut text).is_ok());
        assert!(Gaps::of_json(r#"["a\"b\"c\"d\"e"]"#.as_bytes(), 8).read_to_string(&mut text).is_err());
    }
}
