//! What the program says where there is no terminal: a page of its own, which a browser opens as a file.

use std::io::Write;
use std::path::PathBuf;

use maud::{DOCTYPE, Markup, html};

/// Puts what was said on a page among the files that the system removes; it stays, since a browser reads it after the
/// program has ended.
///
/// # Errors
/// When the disk refuses.
pub fn page_of(said: &str) -> std::io::Result<PathBuf> {
    let mut file = tempfile::Builder::new().prefix("weft-").suffix(".html").tempfile()?;
    file.write_all(page(said).into_string().as_bytes())?;
    Ok(file.keep()?.1)
}

fn page(said: &str) -> Markup {
    html! { (DOCTYPE) html lang="en" { meta charset="utf-8"; title { "Weft" } h1 { "Weft" } pre { (said) } } }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn what_is_said_is_no_markup() {
        assert!(page("no <b>folder</b> & none").into_string().contains("no &lt;b&gt;folder&lt;/b&gt; &amp; none"));
    }
}
