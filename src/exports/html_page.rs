//! The frame of every page that is written as a file: language, direction, title, style; no script.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::{Direction, Language};

/// How pages look, on a screen and on paper. Text is dark on light throughout, and nothing is said by colour alone.
pub(super) const STYLE: &str = include_str!("plan_document/style.css");

/// The head of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct HtmlPage<'a> {
    /// What it is called.
    pub(super) title: &'a str,
    /// The language that it is read in.
    pub(super) language: Language,
    /// How it looks: style sheets, one after the other.
    pub(super) styles: &'a [&'a str],
}

impl HtmlPage<'_> {
    /// The page around its body.
    pub(super) fn around(&self, body: &Markup) -> Markup {
        html! {
            (DOCTYPE)
            html lang=(self.language.code()) dir=(Direction::of(self.language).attribute()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) }
                    style { @for style in self.styles { (PreEscaped(style)) } }
                }
                body { (body) }
            }
        }
    }
}
