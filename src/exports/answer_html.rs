//! Answers as one page without a script: figures as drawings, then the tables.

use std::io::Write;

use maud::{Markup, PreEscaped, html};

use super::ExportError;
use super::answer_tables::{AnswerCell, AnswerTable, AnswerTables, AnswerWriter};
use super::html_page::{HtmlPage, STYLE};
use crate::i18n::Words;
use crate::text::printable::printable;

/// What answers have besides: figures in the width of the page, numbers at the end of their cells.
const OWN_STYLE: &str = "figure{margin:1rem 0;break-inside:avoid}figure svg{max-width:100%;height:auto}\
    td.number,th.number{text-align:end}";

/// Answers as HTML.
#[derive(Debug, Clone, Copy)]
pub struct AnswerHtml;

impl AnswerWriter for AnswerHtml {
    fn write(&self, tables: &AnswerTables, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        Ok(out.write_all(page(tables, words).into_string().as_bytes())?)
    }
}

fn page(tables: &AnswerTables, words: &Words) -> Markup {
    let page = HtmlPage { title: &tables.title, language: words.language(), styles: &[STYLE, OWN_STYLE] };
    page.around(&html! {
        header {
            h1 { (tables.title) }
            table {
                tbody {
                    @for line in &tables.about {
                        tr { th scope="row" { (written(&line.name)) } td { bdi { (written(&line.value)) } } }
                    }
                }
            }
        }
        main {
            // The drawing names itself and says what it shows, to those who do not see it too.
            @for picture in &tables.pictures { figure { (PreEscaped(&picture.svg)) } }
            @for table in &tables.tables { (laid_out(table)) }
        }
    })
}

fn laid_out(table: &AnswerTable) -> Markup {
    let class = |at: usize| {
        let first = table.rows.first().and_then(|row| row.get(at));
        matches!(first, Some(AnswerCell::Count(_) | AnswerCell::Number(_))).then_some("number")
    };
    let columns = table.columns_for_people();
    html! {
        section {
            h2 { (table.name) }
            table {
                thead {
                    tr { @for at in &columns { th scope="col" class=[class(*at)] { (table.columns[*at]) } } }
                }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for at in &columns {
                                td class=[class(*at)] { bdi { (written(&row[*at].shown())) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The text without what no page could show.
fn written(text: &str) -> String {
    printable(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{AnswerCell, AnswerHtml, AnswerTable, AnswerTables, AnswerWriter};
    use crate::domain::Language;
    use crate::exports::{AboutLine, AnswerPicture};
    use crate::i18n::Words;

    #[test]
    fn a_page_holds_the_drawing_and_every_row_and_runs_nothing() {
        let svg = "<svg role=\"img\"><title>Shares</title></svg>".to_owned();
        let picture = AnswerPicture {
            name: "Figure".to_owned(),
            description: String::new(),
            svg,
            png: Vec::new(),
            width: 700,
            height: 300,
        };
        let tables = AnswerTables {
            title: "Shares".to_owned(),
            about: vec![AboutLine::of("Unit", "pairs <all>")],
            answer: serde_json::Value::Null,
            pictures: vec![picture],
            tables: vec![AnswerTable {
                name: "Cells".to_owned(),
                columns: vec!["row", "share"],
                rows: vec![
                    vec![AnswerCell::Text("<script>a</script>".to_owned()), AnswerCell::Number(Some(12.34))],
                    vec![AnswerCell::Text("(none)".to_owned()), AnswerCell::Number(None)],
                ],
            }],
        };
        let mut out = Vec::new();
        AnswerHtml.write(&tables, Words::of(Language::Ar), &mut out).unwrap();
        let page = String::from_utf8(out).unwrap();
        assert!(page.contains("dir=\"rtl\"") && page.contains("<title>Shares</title></svg>"), "{page}");
        assert!(page.contains("&lt;script&gt;a") && !page.contains("<script"), "{page}");
        assert!(page.contains("<td class=\"number\"><bdi>12.3</bdi>") && page.contains("pairs &lt;all&gt;"), "{page}");
    }
}
