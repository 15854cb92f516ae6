//! The addresses that programs read, as OpenAPI 3.1 describes them.

use serde_json::{Map, Value, json};

use crate::domain::Facet;

/// How the addresses begin.
pub(in crate::ui) const API: &str = "/api/v1/";

/// The address of the description.
pub(in crate::ui) const DESCRIPTION: &str = "/api/v1/openapi.json";

/// An address that gives data.
pub(in crate::ui) struct Read {
    /// The address; what stands in braces is named.
    pub(in crate::ui) path: &'static str,
    /// What it gives, for developers.
    summary: &'static str,
    /// Whether it gives a list, or one thing.
    is_list: bool,
    /// Parameters of the query: name, type, meaning.
    query: &'static [(&'static str, &'static str, &'static str)],
}

const fn read(
    path: &'static str,
    summary: &'static str,
    is_list: bool,
    query: &'static [(&'static str, &'static str, &'static str)],
) -> Read {
    Read { path, summary, is_list, query }
}

/// All of them.
pub(in crate::ui) const READS: [Read; 12] = [
    read(
        "/api/v1/search",
        "Recommendations that fit a query, a page of them, with how many fit and the counts of each field",
        false,
        &[
            ("q", "string", "words of the query language; empty for all"),
            (
                "sort",
                "string",
                "order of the results: date, reference or cluster; the best fit first where it is left out",
            ),
            ("from", "integer", "how many results are passed over"),
        ],
    ),
    read(
        "/api/v1/records/{name}",
        "One recommendation by its identifier or reference, with all that is known of it",
        false,
        &[],
    ),
    read("/api/v1/clusters", "All clusters with their numbers, titles and sizes", true, &[]),
    read("/api/v1/clusters/{number}", "One cluster with its recommendations", false, &[]),
    read("/api/v1/sources", "Files that were read, with what each brought", true, &[]),
    read("/api/v1/plan", "The plan by cluster: measures, who leads, status, what is missing", false, &[]),
    read(
        "/api/v1/review/duplicates",
        "An ask that several recommendations make and that waits for a decision",
        false,
        &[("at", "integer", "place in the queue, from 0")],
    ),
    read("/api/v1/review/sdg", "Recommendations whose SDG targets wait for a decision", true, &[]),
    read("/api/v1/review/entities", "Recommendations whose lead entity waits for a decision", true, &[]),
    read("/api/v1/review/clusters", "What the last analysis put into clusters that stood before", false, &[]),
    read("/api/v1/review/readings", "Recommendations whose reading was not sure, with why", true, &[]),
    read(
        "/api/v1/history",
        "Events of the journal, the newest last",
        false,
        &[("most", "integer", "how many events at most; all where it is left out")],
    ),
];

/// The description as one JSON object.
pub(in crate::ui) fn described() -> Value {
    let paths: Map<String, Value> =
        READS.iter().map(|own| (own.path.to_owned(), json!({"get": operation(own)}))).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Weft",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "What an open workspace holds, to be read by programs of the same computer. Let a program in on the page Settings."
        },
        "security": [{"program": []}, {"browser": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "program": {"type": "http", "scheme": "bearer"},
                "browser": {"type": "apiKey", "in": "cookie", "name": "weft-…"}
            },
            "schemas": {
                "Fault": {
                    "type": "object",
                    "required": ["error"],
                    "properties": {"error": {"type": "string"}, "hint": {"type": ["string", "null"]}}
                }
            }
        }
    })
}

fn operation(own: &Read) -> Value {
    let name = own.path.trim_start_matches("/api/v1/").replace(['/', '{', '}'], " ");
    let kind = if own.is_list { "array" } else { "object" };
    let answer = json!({"description": own.summary, "content": {"application/json": {"schema": {"type": kind}}}});
    let fault = |said: &str| json!({"description": said, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}}});
    json!({
        "operationId": name.split_whitespace().collect::<Vec<_>>().join("-"),
        "summary": own.summary,
        "parameters": parameters(own),
        "responses": {
            "200": answer,
            "400": fault("the query or a value of it cannot be understood"),
            "401": {"description": "no word of a program that was let in"},
            "404": fault("there is none of that name"),
            "409": fault("work or a command has the workspace; ask again later")
        }
    })
}

fn parameters(own: &Read) -> Vec<Value> {
    let named = own.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let in_path = named.map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}));
    let in_query = own.query.iter().map(
        |(name, kind, meaning)| json!({"name": name, "in": "query", "description": meaning, "schema": {"type": kind}}),
    );
    let is_search = own.path.ends_with("/search");
    let fields = Facet::ALL.iter().filter(|_| is_search).flat_map(|field| {
        [String::new(), "not.".to_owned()].map(|before| {
            let several = json!({"type": "array", "items": {"type": "string"}});
            json!({"name": format!("{before}{}", field.name()), "in": "query", "explode": true, "schema": several})
        })
    });
    in_path.chain(in_query).chain(fields).collect()
}
