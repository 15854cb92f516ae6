//! Fields in which something is looked for by its name: a cluster, an SDG target, a body. What may stand there is offered
//! while somebody types; without a list, the name or number does.

use maud::{Markup, html};

use crate::domain::vocabulary::{Vocabulary, VocabularyTerm, values};
use crate::domain::{ClusterNumber, TagKind};
use crate::plan::body_name;
use crate::reports::{ClusterList, ClusterNamed};
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::WorkspaceError;

/// A field for a cluster: its name, with what stands before it.
///
/// # Errors
/// When clusters cannot be read.
pub(super) fn cluster_field(name: &str, label: &str, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let clusters = visit.ask(&ClusterList { theme: None })?;
    let options = clusters.iter().map(|own| (format!("{} {}", own.number, own.title), own.theme.clone()));
    Ok(field(name, &visit.say(label), options, visit))
}

/// A field for an SDG target.
pub(super) fn target_field(name: &str, visit: &Visit<'_>) -> Markup {
    let language = visit.words.language();
    let named = |code: &str| VocabularyTerm::of(Vocabulary::SdgTarget, code).map(|term| term.name(language));
    let codes = values(TagKind::SdgTarget).iter();
    let options = codes.map(|code| ((*code).to_owned(), named(code).unwrap_or_default()));
    field(name, &visit.say("field-target"), options, visit)
}

/// A field for a body of the register, or a type of entity.
///
/// # Errors
/// When the register cannot be read.
pub(super) fn body_field(name: &str, label: &str, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let view = visit.workspace.view()?;
    let language = visit.words.language();
    let registered = view.entities()?.entities.iter().map(|own| (own.name.clone(), own.short_name.clone()));
    let types = values(TagKind::Lead).iter().map(|code| (body_name(code, &[], language), String::new()));
    let options: Vec<(String, String)> = registered.chain(types).collect();
    Ok(field(name, &visit.say(label), options.into_iter(), visit))
}

fn field(name: &str, label: &str, options: impl Iterator<Item = (String, String)>, visit: &Visit<'_>) -> Markup {
    let list = format!("{name}-list");
    html! {
        span.named {
            label for=(name) { (label) }
            input id=(name) name=(name) list=(list) size="24" autocomplete="off" value=[visit.given(name)]
                aria-invalid=[visit.is_wrong(name)] aria-describedby=[visit.is_wrong(name).map(|_| "slip")];
            datalist id=(list) {
                @for (value, more) in options { option value=(value) { (more) } }
            }
        }
    }
}

/// The cluster that a form names, by its number, its number with its title, or its title.
///
/// # Errors
/// When there is none, or several have that title.
pub(super) fn cluster_number(name: &str, visit: &Visit<'_>) -> Result<ClusterNumber, WorkspaceError> {
    let wanted = visit.form.get(name).trim();
    let first = wanted.split(' ').next().unwrap_or_default();
    let found = match first.parse() {
        Ok(number) => Ok(number),
        Err(_) if wanted.is_empty() => Err(Refusal::unknown(Noun::Cluster, "").into()),
        Err(_) => visit.ask(&ClusterNamed { wanted: wanted.to_owned() }),
    };
    visit.in_field(name, found)
}

/// The code of a target that a form names, by its code or its code with its words.
pub(super) fn target_code<'f>(name: &str, visit: &'f Visit<'_>) -> &'f str {
    visit.form.get(name).trim().split(' ').next().unwrap_or_default()
}
