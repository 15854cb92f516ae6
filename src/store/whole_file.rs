//! Files that are written whole or not at all.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

/// End of the name of a file that is being written.
const ENDING: &str = ".new";
/// Letters in such a name that chance draws, so that two writers never share a file.
const DRAWN: usize = 6;

/// A file that is written beside its place and put there at the end: what fails or is cut off leaves what
/// was there.
///
/// Dropped before it was [put](Self::put), it vanishes. What the end of a process left beside a place goes when
/// the place is next written; for that the folder is read through.
#[derive(Debug)]
pub struct WholeFile {
    out: BufWriter<File>,
    beside: TempPath,
    place: PathBuf,
}

impl WholeFile {
    /// Begins a file beside its place.
    ///
    /// # Errors
    /// When the folder is not there or cannot be written to.
    pub fn beside(place: &Path) -> io::Result<Self> {
        // Made as any file is, so that those who may read others here may read this one.
        Self::begun(place, File::options().write(true).create_new(true))
    }

    /// Begins a file that its owner alone may read; where one is in its place, those who may read that.
    ///
    /// # Errors
    /// When the folder is not there or cannot be written to.
    pub fn of_owner(place: &Path) -> io::Result<Self> {
        let mut options = File::options();
        options.write(true).create_new(true);
        for_owner(&mut options);
        let begun = Self::begun(place, &options)?;
        #[cfg(unix)]
        {
            if let Ok(there) = place.metadata() {
                begun.out.get_ref().set_permissions(there.permissions())?;
            }
        }
        Ok(begun)
    }

    fn begun(place: &Path, options: &OpenOptions) -> io::Result<Self> {
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let beginning = format!(".{}.", place.file_name().unwrap_or_default().to_string_lossy());
        sweep(folder, &beginning);
        let made = tempfile::Builder::new()
            .prefix(&beginning)
            .suffix(ENDING)
            .rand_bytes(DRAWN)
            .make_in(folder, |path| options.open(path))?;
        let (file, beside) = made.into_parts();
        Ok(Self { out: BufWriter::new(file), beside, place: place.to_owned() })
    }

    /// Writes all there is, waits until the disk has it, and puts the file in its place.
    ///
    /// # Errors
    /// When the disk refuses, or another program holds the file open where that forbids it.
    pub fn put_all(mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)?;
        self.sync()?;
        self.put()
    }

    /// Waits until the disk has all that was written.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn sync(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().sync_all()
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// When the disk refuses, or another program holds the file open where that forbids it.
    pub fn put(self) -> io::Result<()> {
        // Closed first: not every system renames what is open.
        drop(self.out.into_inner()?);
        self.beside.persist(&self.place)?;
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A new file is for its owner alone; where permissions are lists, it takes on those of its folder.
fn for_owner(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

/// Removes what earlier writers of a place were cut off from.
fn sweep(folder: &Path, beginning: &str) {
    let is_left = |name: &OsStr| {
        let drawn = name.to_str().and_then(|name| name.strip_prefix(beginning)?.strip_suffix(ENDING));
        drawn.is_some_and(|drawn| drawn.len() == DRAWN && drawn.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_left(&entry.file_name()) {
            // It is in nobody's way: that it cannot be removed is no news.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;
    use std::path::Path;

    use super::WholeFile;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_there_stays_until_the_new_file_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.csv");
        fs::write(&place, "old").unwrap();
        let mut file = WholeFile::beside(&place).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert_eq!(
            (fs::read_to_string(&place).unwrap().as_str(), names(folder.path())),
            ("old", vec!["a.csv".to_owned()])
        );
        let mut file = WholeFile::beside(&place).unwrap();
        file.write_all(b"new").unwrap();
        file.sync().unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), "old");
        file.put().unwrap();
        assert_eq!(
            (fs::read_to_string(&place).unwrap().as_str(), names(folder.path())),
            ("new", vec!["a.csv".to_owned()])
        );
    }

    #[test]
    fn what_a_cut_left_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".a.csv.b1C2d3.new", ".a.csv.b1C2d34.new", ".b.csv.b1C2d3.new", ".a.csv.new"] {
            fs::write(folder.path().join(name), "half").unwrap();
        }
        WholeFile::beside(&folder.path().join("a.csv")).unwrap().put_all(b"whole").unwrap();
        assert_eq!(names(folder.path()), [".a.csv.b1C2d34.new", ".a.csv.new", ".b.csv.b1C2d3.new", "a.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_the_workspace_is_for_its_owner_until_others_are_let_in() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("weft.toml");
        let mode = || fs::metadata(&place).unwrap().permissions().mode() & 0o777;
        WholeFile::of_owner(&place).unwrap().put_all(b"old").unwrap();
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&place, fs::Permissions::from_mode(0o640)).unwrap();
        WholeFile::of_owner(&place).unwrap().put_all(b"new").unwrap();
        assert_eq!((mode(), fs::read_to_string(&place).unwrap().as_str()), (0o640, "new"));
    }

    #[test]
    fn a_folder_that_is_not_there_is_told_as_the_system_tells_it() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("none").join("a.csv");
        let plain = fs::write(&place, "").unwrap_err();
        assert_eq!(WholeFile::beside(&place).unwrap_err().to_string(), plain.to_string());
    }

    #[test]
    fn those_who_may_read_a_plain_file_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let (plain, whole) = (folder.path().join("plain"), folder.path().join("whole"));
        fs::write(&plain, "").unwrap();
        WholeFile::beside(&whole).unwrap().put_all(b"").unwrap();
        let permissions = |path: &Path| fs::metadata(path).unwrap().permissions();
        assert_eq!(permissions(&plain), permissions(&whole));
    }
}
