# Les mots des tableaux qui répondent à une question.

## What a table is.

about-table-title = { $what ->
    [change] Écarts entre deux parties des textes
    [equivalents] Recommandations de l’Examen et demandes semblables d’autres mécanismes
    [overlap] Qui parle de quoi
   *[compare] Nombres et parts
 }
# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
about-table-sheet = { $what ->
    [asks] Demandes
    [combinations] Demandes de plusieurs
    [combinations-figure] Figure des combinaisons
    [contradictions] Contradictions
    [equivalents] Équivalents
    [figure] Figure
   *[cells] Tableau
 }
caption-about-sheet = À propos
about-table-unit = Unité
about-table-rows = Lignes
about-table-columns = Colonnes
about-table-share = Part de
about-table-with-equivalents = sur { $all } recommandations de l’Examen, { $full } sont aussi formulées par un organe conventionnel ou une procédure spéciale, { $with } en tout ou en partie
about-table-from = De
about-table-to = À
about-table-denominator = Dénominateur (of)
about-table-of-cell = unités de la ligne, et de la colonne s’il y en a
about-table-of-row = unités de la ligne
about-table-of-all = toutes les unités comptées
about-table-filters = Filtres
about-table-counted = Compté
about-table-units = { $units } unités de { $records ->
    [one] 1 texte
   *[other] { $records } textes
 } à { $states ->
    [one] 1 État
   *[other] { $states } États
 }
about-table-tags = Étiquettes
about-table-tags-of = { $tags ->
    [model] des modèles seuls, quoi que disent les fichiers
   *[final] personne avant fichier avant modèle
 }
about-table-to-be-known = À savoir
about-table-version = Version des données
about-table-models = Modèles
about-table-made-with = Établi avec
about-table-program = Weft { $version }
about-table-question = Question
about-table-citation = Comment citer
about-table-cited = { $title }. { $asked }. { $units } { $unit } ; textes : { $records } ; États : { $states }. Weft { $version }, données { $data }, modèles { $models }.

## What is counted, and of whom.

region = { $value ->
    [africa] Afrique
    [asia_pacific] Asie et Pacifique
    [eastern_europe] Europe orientale
    [grulac] Amérique latine et Caraïbes
    [weog] Europe occidentale et autres États
    [observer] Observateurs
    [unknown] (État inconnu)
   *[other] { $value }
 }
unit = { $value ->
    [recommendation] recommandations
    [pair] paires d’une recommandation et d’un État qui la fait
    [ask] demandes
   *[other] { $value }
 }

## What is to be known of a table.

compare-other-kinds = { $records ->
    [one] 1 texte d’une autre nature (préoccupation, engagement, autre) correspond et n’est pas compté
   *[other] { $records } textes d’une autre nature (préoccupations, engagements, autres) correspondent et ne sont pas comptés
 }
compare-several-values = Ce qui a plusieurs valeurs d’un champ compte pour chacune : la somme des lignes n’est pas le total
compare-position-of-ask = Quand une demande a reçu plusieurs positions, celle de la { $which ->
    [first] première
   *[newest] plus récente
 } session compte
compare-later-positions = L’État a pris une autre position après son examen ; recommandations concernées : { $records }. Compte { $which ->
    [first] celle de l’examen
   *[newest] la plus récente
 }
compare-small = Les dénominateurs inférieurs à { $least } n’ont pas de pourcentage
compare-full-count = Toutes les recommandations d’un examen ont été comptées, sans échantillon : l’intervalle dit ce qu’un processus semblable peut donner
compare-resampled = Les recommandations d’un examen ne sont pas indépendantes : l’intervalle à retenir vient du tirage d’États entiers ({ $states } États, { $draws } tirages, graine { $seed }) ; celui de Wilson ou de Newcombe, à côté, est trop étroit
compare-comparisons = { $count } intervalles de 95 % sont établis : environ un sur vingt est faux par hasard
compare-labels = { $unmapped } étiquettes de thème sur { $labels } ({ $percent } %) viennent de listes anciennes ou autres et ne mènent à aucun thème de la liste du HCDH en vigueur ; elles restent telles quelles. Les étiquettes de deux générations ne sont pas une même mesure : --tags model mesure tous les textes de la même manière

relation = { $value ->
    [identical] identique
    [near-identical] quasi identique
    [same-ask] même demande
   *[overlap] recoupement partiel
 }
