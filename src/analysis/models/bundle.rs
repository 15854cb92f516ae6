//! All fitted models together: those in the program, or those of a folder.

use once_cell::sync::OnceCell;
use serde::{Deserialize, Serialize};

use super::card::Card;
use super::file::unpack;
use crate::analysis::AnalysisError;
use crate::analysis::classify::Classifier;
use crate::analysis::duplicates::PairModel;
use crate::analysis::features::{FeatureSpace, LatentSpace};
use crate::analysis::links::{GoalWords, LinkFeatures};
use crate::analysis::topics::TopicWeights;
use crate::domain::{Fingerprint, Language};
use crate::text::read;

/// Names of the model files, in the order of training.
pub const NAMES: [&str; 6] = ["space", "issues", "action", "links", "pairs", "topics"];

/// How many of them relations and places in clusters hang on. Topics are no part of the stamp, so that new
/// weights of cues leave clusters and their numbers as they are: with them the version of the code is raised.
const STAMPED: usize = 5;

/// The feature space with its latent folding.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "SpaceFile", into = "SpaceFile")]
pub struct Space {
    /// Tokens and weights.
    pub features: FeatureSpace,
    /// Few dimensions for clustering.
    pub latent: LatentSpace,
}

/// How a [`Space`] is written.
#[derive(Serialize, Deserialize)]
struct SpaceFile {
    features: FeatureSpace,
    dimensions: usize,
    step: f32,
    #[serde(with = "signed_bytes")]
    basis: Vec<i8>,
}

impl Space {
    /// The space of the bytes of a model file.
    ///
    /// # Errors
    /// When the bytes are no space.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, AnalysisError> {
        unpack(NAMES[0], bytes)
    }
}

impl From<Space> for SpaceFile {
    fn from(space: Space) -> Self {
        let dimensions = space.latent.dimensions();
        let (step, basis) = space.latent.quantised();
        Self { features: space.features, dimensions, step, basis }
    }
}

impl From<SpaceFile> for Space {
    fn from(file: SpaceFile) -> Self {
        Self {
            latent: LatentSpace::from_quantised(file.dimensions, file.step, file.basis),
            features: file.features.indexed(),
        }
    }
}

/// Classifiers of links.
#[derive(Debug, Serialize, Deserialize)]
pub struct LinkModels {
    /// SDG targets.
    pub sdg: Classifier,
    /// SDG goals by their own words.
    pub goals: GoalWords,
    /// Leading entity type.
    pub lead: Classifier,
    /// Supporting entity types.
    pub support: Classifier,
    /// Groups of persons.
    pub groups: Classifier,
    /// Themes of OHCHR's list in force.
    pub themes: Classifier,
}

impl LinkModels {
    fn indexed(self) -> Self {
        Self { goals: self.goals.indexed(), ..self }
    }
}

/// The models that tag a text.
#[derive(Debug, Clone, Copy)]
pub struct Taggers<'a> {
    pub(crate) space: &'a Space,
    pub(crate) issues: &'a Classifier,
    pub(crate) action: &'a Classifier,
    pub(crate) links: &'a LinkModels,
    pub(crate) topics: &'a TopicWeights,
}

/// All models.
#[derive(Debug)]
pub struct Models {
    /// Feature space.
    pub space: Space,
    /// The 54 issues.
    pub issues: Classifier,
    /// Action category.
    pub action: Classifier,
    /// SDG targets and entities.
    pub links: LinkModels,
    /// Pairs of asks.
    pub pairs: PairModel,
    /// Cues of topics.
    pub topics: TopicWeights,
    /// Cards, in the order of [`NAMES`].
    pub cards: Vec<Card>,
    /// Hash over the first five files: stamps what was made with these models.
    pub hash: String,
}

impl Models {
    /// The models inside the program.
    ///
    /// # Errors
    /// Never for a released program; a test loads them.
    pub fn embedded() -> Result<&'static Self, AnalysisError> {
        // Whoever comes while another loads them waits for that one.
        static MODELS: OnceCell<Models> = OnceCell::new();
        macro_rules! file {
            ($name:literal) => {
                (
                    include_bytes!(concat!("../../../models/", $name, ".bin")).as_slice(),
                    include_str!(concat!("../../../models/", $name, ".card.json")),
                )
            };
        }
        let files = [file!("space"), file!("issues"), file!("action"), file!("links"), file!("pairs"), file!("topics")];
        MODELS.get_or_try_init(|| Self::from_files(files))
    }

    /// Begins to load the models inside the program on a thread of its own, and then the tables that texts are read
    /// by, so that they are there when they are wanted; what goes wrong is told to whoever wants them.
    pub fn begin_to_load() {
        std::thread::spawn(|| {
            _ = Self::embedded();
            _ = read("Ratify", Language::En);
        });
    }

    /// Models of files in the order of [`NAMES`]: bytes and card of each.
    ///
    /// # Errors
    /// When a file is damaged or of another version.
    pub fn from_files(files: [(&[u8], &str); 6]) -> Result<Self, AnalysisError> {
        let mut hasher = blake3::Hasher::new();
        files[..STAMPED].iter().for_each(|(bytes, _)| _ = hasher.update(bytes));
        let cards = files
            .iter()
            .zip(NAMES)
            .map(|((_, card), name)| {
                serde_json::from_str(card)
                    .map_err(|e| AnalysisError::BadModel { name: name.to_owned(), reason: e.to_string() })
            })
            .collect::<Result<_, _>>()?;
        // The links are as large as all others together.
        let (links, others) = rayon::join(
            || Ok::<_, AnalysisError>(unpack::<LinkModels>("links", files[3].0)?.indexed()),
            || {
                let pairs = unpack::<PairModel>("pairs", files[4].0)?.indexed();
                let issues = unpack("issues", files[1].0)?;
                Ok::<_, AnalysisError>((Space::from_bytes(files[0].0)?, issues, unpack("action", files[2].0)?, pairs))
            },
        );
        let (space, issues, action, pairs) = others?;
        let models = Self {
            space,
            issues,
            action,
            links: links?,
            pairs,
            topics: unpack::<TopicWeights>("topics", files[5].0)?.indexed(),
            cards,
            hash: Fingerprint::from(hasher.finalize()).to_string(),
        };
        models.check()?;
        Ok(models)
    }

    /// The models that tag single texts.
    #[must_use]
    pub fn taggers(&self) -> Taggers<'_> {
        Taggers {
            space: &self.space,
            issues: &self.issues,
            action: &self.action,
            links: &self.links,
            topics: &self.topics,
        }
    }

    /// Files of different trainings do not fit each other.
    fn check(&self) -> Result<(), AnalysisError> {
        let words = self.space.features.len();
        let facts = LinkFeatures::after(&self.space.features).len();
        let links = [&self.links.sdg, &self.links.lead, &self.links.support, &self.links.groups, &self.links.themes];
        let fits = self.issues.model.fits(words)
            && self.action.model.fits(words)
            && links.iter().all(|classifier| classifier.model.fits(facts));
        if fits { Ok(()) } else { Err(AnalysisError::MixedModels) }
    }
}

/// Signed bytes as one block instead of a list of numbers.
mod signed_bytes {
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(values: &[i8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&values.iter().map(|v| v.cast_unsigned()).collect::<Vec<u8>>())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<i8>, D::Error> {
        struct Bytes;
        impl serde::de::Visitor<'_> for Bytes {
            type Value = Vec<i8>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a block of bytes")
            }
            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Vec<i8>, E> {
                Ok(bytes.iter().map(|b| b.cast_signed()).collect())
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}
