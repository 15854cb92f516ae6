# Les mots des figures.

figure-title = { $what ->
    [overlap] Qui parle de quoi
    [combinations] Qui demande la même chose
    [cycles] Positions de l’État par cycle de l’Examen
    [positions] Positions de l’État
    [status] Mesures par état d’avancement dans le temps
   *[themes] Thèmes et groupes de recommandations
 }
figure-title-of-two = { $rows } × { $columns }
figure-title-of-one = { $rows }
figure-title-of-change = { $rows } : de { $from } à { $to }
figure-title-of-state = Demandé à plusieurs reprises : { $state }
figure-share-of = Part de { $condition }.

## For those who do not see the figure.

figure-said-of-table = Lignes : { $rows }. Colonnes : { $columns }. Total compté : { $units }.
figure-said-of-most = Maximum : { $count } ({ $row }, { $column }).
figure-said-of-combinations = Demandes : { $asks }. Faites par plusieurs : { $several }.
figure-said-of-bars = Lignes : { $rows }. Total compté : { $units }. Recommandations appuyées : { $supported }.
figure-said-of-status = Jours : { $days }. Mesures au dernier jour : { $measures }.
figure-said-of-chains = Chaînes montrées : { $shown } sur { $all }. Textes : { $records }.
figure-said-of-themes = Thèmes : { $themes }. Groupes : { $clusters }. Total compté : { $units }.

## What is left out, and what is to be known.

figure-more-rows = { $shown } lignes sur { $all } sont montrées.
figure-more-columns = { $shown } colonnes sur { $all } sont montrées, les plus grandes d’abord.
figure-altogether = tous, chacune une fois
figure-no-value = (aucun)
figure-cycle = cycle { $number }
figure-interval = { $share } % ({ $low }–{ $high })
figure-points = { $difference } ({ $low } à { $high })
figure-small = moins de 10 : pas de pourcentage
figure-whiskers = Le trait sous une barre : la part appuyée, avec son intervalle à 95 %.
figure-wilson = Toutes les recommandations d’un examen sont comptées, ce n’est pas un échantillon : l’intervalle à 95 % dit ce qu’un processus semblable peut donner.
figure-drawn = Intervalles à 95 % par tirage d’États entiers, car les recommandations d’un même examen ne sont pas indépendantes.
figure-nothing = Il n’y a rien à montrer.

## Foot.

figure-foot = Unité : { $unit }. Dénominateur : { $denominator }.
figure-source = Textes : { $records } ; États : { $states }. Données { $data }, modèles { $models }. Weft { $version }.
figure-unit = { $value ->
    [pair] paires d’une recommandation et d’un État qui la fait
    [ask] demandes
    [record] textes de toute nature
    [measure] mesures
   *[recommendation] recommandations
 }
figure-denominator = { $value ->
    [counts] aucun, les cases sont des nombres ; ce que plusieurs demandent compte pour chacun
    [combinations] toutes les demandes, chacune une fois
    [row] unités de la ligne
    [cell] unités de la ligne, et de la colonne s’il y en a
    [part] toutes les unités de la partie
    [chains] aucun ; une chaîne est une même demande faite à plusieurs occasions, l’astérisque marque ce qui demande aussi autre chose
    [status] mesures du jour ; un jour figure ici quand quelque chose a changé
   *[all] toutes les unités comptées
 }

## Values.

figure-field = { $value ->
    [state] États
    [region] Groupes régionaux
    [session] Sessions
    [cycle] Cycles
    [mechanism] Mécanismes
    [body] Organes
    [recommender] États auteurs des recommandations
    [recommender_region] Groupes régionaux des États auteurs
    [position] Positions
    [category] Catégories d’action
    [issue] Questions
    [theme] Thèmes
    [group] Groupes de personnes
    [sdg] Cibles des ODD
    [entity] Entités
    [cluster] Groupes de recommandations
    [year] Années
   *[kind] Natures des textes
 }
figure-mechanism = { $value ->
    [upr] EPU
    [treaty_body] Organes conventionnels
    [special_procedure] Procédures spéciales
    [regional] Systèmes régionaux
    [national] Organes nationaux
    [unknown] Mécanisme non indiqué
   *[other] { $value }
 }
figure-position = { $value ->
    [supported] appuyée
    [supported_implemented] appuyée, faite ou en cours
    [partly_supported] appuyée en partie
    [noted] notée
    [pending] en attente
    [none] sans position
   *[other] { $value }
 }
figure-category = { $value ->
    [c1] 1, action minimale
    [c2] 2, action continue
    [c3] 3, action à envisager
    [c4] 4, action générale
    [c5] 5, action précise
   *[other] { $value }
 }
figure-region = { $value ->
    [africa] Afrique
    [asia_pacific] Asie-Pacifique
    [eastern_europe] Europe orientale
    [grulac] Amérique latine et Caraïbes
    [weog] Europe occidentale et autres
    [observer] Observateurs
    [unknown] (État inconnu)
   *[other] { $value }
 }

figure-png = impossible de dessiner la figure en pixels : { $cause }
    .hint = écrivez-la en .svg, ou montrez moins de lignes
