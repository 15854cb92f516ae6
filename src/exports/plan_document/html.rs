//! The plan as one page without a script: read by browsers and screen readers, printed on A4.

use std::io::Write;

use maud::{Markup, html};

use super::PlanTextWriter;
use super::caption::PlanCaption;
use super::lines::{
    COLUMNS, anchor, as_of, cells, cluster_title, is_noted, outcomes, recommendations, rest, theme_title, title,
    unanswered,
};
use crate::exports::ExportError;
use crate::exports::html_page::{HtmlPage, STYLE};
use crate::i18n::Words;
use crate::plan::{DocumentCluster, DocumentTheme, PlanText};

/// The plan as HTML.
#[derive(Debug, Clone, Copy)]
pub struct PlanTextHtml;

impl PlanTextWriter for PlanTextHtml {
    fn write(&self, plan: &PlanText, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        Ok(out.write_all(page(plan, words).into_string().as_bytes())?)
    }
}

fn page(plan: &PlanText, words: &Words) -> Markup {
    let title = title(plan, words);
    let page = HtmlPage { title: &title, language: words.language(), styles: &[STYLE] };
    page.around(&html! {
        header {
            h1 { (title) }
            p { (as_of(plan, words)) }
            @if let Some(rest) = rest(plan, words) { p { (rest) } }
            (contents(plan, words))
        }
        main {
            @for (at, theme) in plan.themes.iter().enumerate() { (of_theme(at, theme, words)) }
        }
    })
}

/// The contents, as links to the clusters.
fn contents(plan: &PlanText, words: &Words) -> Markup {
    html! {
        nav aria-labelledby="contents" {
            h2 id="contents" { (words.say(&PlanCaption::Contents)) }
            ul {
                @for (at, theme) in plan.themes.iter().enumerate() {
                    li {
                        a href={ "#theme-" (at) } { (theme_title(theme, words)) }
                        ul {
                            @for cluster in theme.clusters.iter().filter(|cluster| cluster.number.is_some()) {
                                li { a href={ "#" (anchor(cluster)) } { (cluster_title(cluster, words)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn of_theme(at: usize, theme: &DocumentTheme, words: &Words) -> Markup {
    html! {
        section {
            h2 id={ "theme-" (at) } { (theme_title(theme, words)) }
            @for cluster in &theme.clusters { (of_cluster(cluster, words)) }
        }
    }
}

fn of_cluster(cluster: &DocumentCluster, words: &Words) -> Markup {
    html! {
        section {
            @if cluster.number.is_some() { h3 id=(anchor(cluster)) { (cluster_title(cluster, words)) } }
            @for outcome in outcomes(cluster, words) { p.outcome { bdi { (outcome) } } }
            @if !cluster.recommendations.is_empty() {
                details open {
                    summary { (words.say(&PlanCaption::Recommendations)) " (" (cluster.recommendations.len()) ")" }
                    ul {
                        @for (at, line) in recommendations(cluster, words).iter().enumerate() {
                            li class=[is_noted(cluster, at).then_some("noted")] { bdi { (line) } }
                        }
                    }
                }
            }
            @if let Some(unanswered) = unanswered(cluster, words) { p { (unanswered) } }
            @if cluster.measures.is_empty() {
                p.gap { (words.say(&PlanCaption::NoMeasure)) }
            } @else {
                (measures(cluster, words))
            }
        }
    }
}

fn measures(cluster: &DocumentCluster, words: &Words) -> Markup {
    html! {
        div.wide role="region" tabindex="0" aria-label=(cluster_title(cluster, words)) {
            table {
                caption { (words.say(&PlanCaption::Measure)) ": " (cluster_title(cluster, words)) }
                thead { tr { @for column in &COLUMNS { th scope="col" { (words.say(column)) } } } }
                tbody {
                    @for measure in &cluster.measures {
                        tr {
                            @for (at, lines) in cells(measure, words).iter().enumerate() {
                                @if at == 0 { th scope="row" { (stacked(lines)) } } @else { td { (stacked(lines)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Lines one below the other, each in its own direction.
fn stacked(lines: &[String]) -> Markup {
    html! {
        @for (at, line) in lines.iter().enumerate() {
            @if at > 0 { br; }
            bdi { (line) }
        }
    }
}
