//! Files that a page sends: each is put down under its own name in a folder that goes when the work on it has ended.

use std::io::Write;
use std::path::{Path, PathBuf};

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;

use super::form::Form;

/// The address that takes documents.
pub(super) const ADD: &str = "/sources/add";
/// The address that takes a register of bodies.
pub(super) const REGISTER: &str = "/settings/entities";
/// The most that one form may send, in bytes. More is refused before it is read.
pub(super) const MOST: usize = 512 << 20;
/// Letters of a name that are kept.
const LONGEST: usize = 120;
/// Names that Windows takes for devices, whatever comes behind the point.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Files that were sent.
pub(super) struct Upload {
    _folder: tempfile::TempDir,
    files: Vec<PathBuf>,
}

/// Why files were not taken.
#[derive(Debug)]
pub(super) enum NotTaken {
    /// The form cannot be read, or was cut off or too long.
    Form(MultipartError),
    /// The disk refuses.
    Disk,
    /// No file is in it.
    Empty,
}

impl NotTaken {
    /// The status of the answer.
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::Form(error) => error.status(),
            Self::Disk => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Empty => StatusCode::BAD_REQUEST,
        }
    }
}

impl Upload {
    /// Puts the files of a form into a folder beside `place`; its other fields come back as they are.
    ///
    /// # Errors
    /// When the form is cut off or the disk refuses; nothing is left then.
    pub(super) async fn of(mut sent: Multipart, place: &Path) -> Result<(Self, Form), NotTaken> {
        // Caches may have been deleted.
        std::fs::create_dir_all(place).map_err(|_| NotTaken::Disk)?;
        let folder = tempfile::Builder::new().prefix("sent-").tempdir_in(place).map_err(|_| NotTaken::Disk)?;
        let (mut files, mut fields) = (Vec::new(), Vec::new());
        while let Some(field) = sent.next_field().await.map_err(NotTaken::Form)? {
            let Some(name) = field.file_name().map(plain_name) else {
                let name = field.name().unwrap_or_default().to_owned();
                fields.push((name, field.text().await.map_err(NotTaken::Form)?));
                continue;
            };
            // A form without a chosen file sends one without name and content.
            if name.is_empty() {
                continue;
            }
            let path = free(folder.path(), &name, files.len());
            written(field, &path).await?;
            files.push(path);
        }
        if files.is_empty() { Err(NotTaken::Empty) } else { Ok((Self { _folder: folder, files }, Form(fields))) }
    }

    /// The files, in the order in which they were sent.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        self.files.clone()
    }

    /// Their names.
    pub(super) fn names(&self) -> Vec<String> {
        let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.files.iter().filter_map(name).collect()
    }
}

async fn written(mut field: Field<'_>, path: &Path) -> Result<(), NotTaken> {
    let mut file = std::fs::File::create_new(path).map_err(|_| NotTaken::Disk)?;
    while let Some(piece) = field.chunk().await.map_err(NotTaken::Form)? {
        file.write_all(&piece).map_err(|_| NotTaken::Disk)?;
    }
    Ok(())
}

/// A place for a file: two of one name lie in folders of their own.
fn free(folder: &Path, name: &str, at: usize) -> PathBuf {
    let place = folder.join(name);
    if !place.exists() {
        return place;
    }
    let other = folder.join(at.to_string());
    // Where it cannot be made, writing the file tells.
    _ = std::fs::create_dir(&other);
    other.join(name)
}

/// The last part of a name without what any system reads as more than a name.
fn plain_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| is_plain(*c)).collect();
    let kept = kept.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, ending) = kept.rsplit_once('.').map_or((kept, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let head = stem.split('.').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit());
    let is_device = DEVICES.contains(&head.to_lowercase().as_str());
    let stem: String = stem.chars().take(LONGEST).collect();
    if is_device { format!("_{stem}{ending}") } else { format!("{stem}{ending}") }
}

fn is_plain(c: char) -> bool {
    let is_turning = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !(c.is_control() || is_turning || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*'))
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_leads_nowhere_and_is_no_device() {
        for (sent, kept) in [
            ("matrix.docx", "matrix.docx"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\plan.xlsx", "plan.xlsx"),
            ("/abs/list.pdf", "list.pdf"),
            ("CON.docx", "_CON.docx"),
            ("com1.txt", "_com1.txt"),
            ("nul", "_nul"),
            ("console.txt", "console.txt"),
            ("a\u{202e}xcod.exe", "axcod.exe"),
            ("a:b?.csv", "ab.csv"),
            ("..", ""),
            ("...", ""),
            ("توصيات.docx", "توصيات.docx"),
        ] {
            assert_eq!(plain_name(sent), kept, "{sent:?}");
        }
        assert!(plain_name(&format!("{}.docx", "x".repeat(4_000))).len() < 130);
    }
}
