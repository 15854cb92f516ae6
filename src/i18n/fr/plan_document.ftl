# Mots du plan tel qu’on le lit : titres des colonnes, états des mesures, types d’indicateurs, légendes.

plan-column = { $value ->
    [cluster] Groupe
    [title] Titre du groupe
    [recommendations] Recommandations
    [merged-text] Texte fusionné
    [themes] Thèmes
    [groups] Groupes concernés
    [sdg-targets] Cibles des ODD
    [measure] Mesure
    [lead] Responsable
    [supporting] Appui
    [time-frame] Calendrier et étapes
    [indicator] Indicateur (type, référence, cible, source)
    [budget] Budget et source
    [assistance] Assistance technique nécessaire
    [status] État
    [remarks] Remarques
   *[key] { $value }
 }

plan-status = { $value ->
    [not_started] non commencé
    [planned] prévu
    [in_progress] en cours
    [partly_implemented] partiellement mis en œuvre
    [implemented] mis en œuvre
    [not_pursued] non poursuivi
   *[other] { $value }
 }

indicator-type = { $value ->
    [structural] structurel
    [process] processus
    [outcome] résultat
   *[other] { $value }
 }

position = { $value ->
    [supported] Acceptée
    [supported_implemented] Acceptée (mise en œuvre ou en cours)
    [partly_supported] Acceptée en partie/Notée
    [noted] Notée
    [pending] En attente
    [none] Sans position
   *[other] { $value }
 }
position-restated = { $position } ({ $day }, { $source } ; lors de l’examen : { $before })

## Captions of files

plan-document-title = { $name } : plan de mise en œuvre
plan-document-contents = Table des matières
plan-document-outcome = Résultat attendu
plan-document-no-outcome = Aucun résultat attendu n’a été fixé.
plan-document-no-measure = Aucune mesure n’a été prévue.
plan-document-recommendations = Recommandations
plan-document-unanswered = Sans mesure : { $count } sur { $all }
plan-document-measure = Mesure
plan-document-number = N°
plan-document-answers = Répond à
plan-document-lead = Responsable
plan-document-support = Appui
plan-document-time = Calendrier
plan-document-indicators = Indicateurs
plan-document-status = État
plan-document-budget = Budget et source
plan-document-lacking = Reste à financer : { $amount }
plan-document-assistance = Assistance technique
plan-document-obstacles = Obstacles
plan-document-loose = Mesures hors groupes
plan-document-as-of = Au { $date }. Mesures : { $measures }. Recommandations : { $recommendations }, dont dans une mesure : { $answered }.
plan-document-baseline = référence { $value }
plan-document-target = cible { $value }
plan-document-not-needed = aucun nécessaire : { $reason }
plan-document-rest = Groupes sans mesure : { $clusters }.
plan-document-gap = —
plan-document-closed-edition = Plan clos « { $name } », tel qu’il était le { $date }.

## Captions of the table of asks

caption-plan-title = { $name } : plan de mise en œuvre par groupes
# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
caption-plan-sheet = Plan
caption-choose-status = Choisissez un état
caption-page = Page { $page } sur { $pages }
caption-also-in = aussi dans le groupe { $number }
caption-either = { $one } ou { $other }
caption-plan-day = Au { $date }.
caption-plan-decided = { $recommendations } recommandations en { $rows } lignes. Confirmés par des personnes ou par les sources : { $leads } responsables sur { $rows }, les cibles des ODD de { $targets } lignes sur { $rows }. Ce qui est en italique est proposé par Weft et n’est pas confirmé.
caption-plan-filtered = Écartées par le filtre : { $count } recommandations.
caption-plan-aside = Écartées, car elles concernent d’autres États ou un État inconnu : { $count } recommandations.
caption-plan-proposed = { $text } (proposé)
