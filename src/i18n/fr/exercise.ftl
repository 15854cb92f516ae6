# Mots des exercices.

exercise-unknown-word = « { $given } » n’est pas l’un de : { $known }

exercise-kind = { $value ->
    [sort] tri ouvert
    [duplicates] lesquelles demandent la même chose
    [smart] contrôle SMART
    [indicators] types d’indicateurs
    [position] position de l’État
   *[other] { $value }
 }
exercise-category = { $value ->
    [structural] structurel
    [process] de processus
    [outcome] de résultat
    [supported] acceptée
    [supported_implemented] acceptée, déjà mise en œuvre ou en cours
    [partly_supported] acceptée en partie
    [noted] notée
   *[other] { $title }
 }
exercise-indicator = { $pattern ->
    [structural-1] Date d’entrée en vigueur et champ d’application de la loi portant sur : { $topic }
    [structural-2] Calendrier et couverture de la politique nationale concernant : { $topic }
    [structural-3] Existence d’un organe indépendant ayant un mandat sur : { $topic }
    [structural-4] Ratification, sans réserves, des traités concernant : { $topic }
    [process-1] Part des agents formés au cours de l’année écoulée sur : { $topic }
    [process-2] Part du budget de l’État consacrée à : { $topic }
    [process-3] Plaintes reçues et part de celles qui ont fait l’objet d’une enquête, concernant : { $topic }
    [process-4] Part des districts disposant d’un service en fonctionnement pour : { $topic }
    [outcome-1] Cas signalés par an pour 100 000 habitants, par sexe et par âge, concernant : { $topic }
    [outcome-2] Part des personnes concernées qui déclarent que leur situation s’est améliorée, concernant : { $topic }
    [outcome-3] Part des victimes ayant obtenu réparation, concernant : { $topic }
   *[outcome-4] Écart entre femmes et hommes, et entre régions, dans les résultats obtenus concernant : { $topic }
 }

exercise-trap-other-instrument = les mots sont presque les mêmes et l’instrument est un autre : deux demandes, et aucune mesure ne répond aux deux
exercise-trap-other-words = les mots sont différents et la demande est la même : une seule mesure répond aux deux
exercise-trap-two-instruments = un seul numéro nomme deux instruments : il relève des deux demandes, et un plan a besoin d’une mesure pour chacune
exercise-trap-concern = une préoccupation parmi des recommandations : elle ne demande rien par elle-même ; cherchez la recommandation qui en découle
exercise-trap-noted-then-supported = la même demande a d’abord été notée, puis acceptée : la position de l’État a changé, et la plus récente vaut
exercise-trap-general-with-examples = une action générale assortie d’exemples précis compte comme spécifique : catégorie 5 et non 4

exercise-card-unknown = { $file }, { $place } : il n’y a pas de carte { $card } ; elle est laissée de côté
exercise-card-twice = { $file }, { $place } : la carte { $card } est placée une deuxième fois ; la première place compte
exercise-card-missing = { $file } : la carte { $card } n’est dans aucun groupe de { $sheet }

exercise-handout-title = Exercice : { $kind ->
    [sort] trier les recommandations
    [duplicates] lesquelles demandent la même chose ?
    [smart] sont-elles SMART ?
    [indicators] que mesure l’indicateur ?
   *[position] qu’a dit l’État ?
 }
exercise-task = { $kind ->
    [sort] Réunissez les cartes auxquelles vous répondriez ensemble. Formez autant de groupes que vous le souhaitez et donnez un nom à chacun.
    [duplicates] Réunissez les cartes auxquelles une seule et même mesure répondrait entièrement. Une carte dont rien d’autre ne demande le contenu reste seule.
    [smart] Dites pour chaque recommandation quels éléments elle contient : S spécifique, M mesurable, A attribuable, R pertinent (relevant), T limité dans le temps. Récrivez-la ensuite pour qu’elle les contienne tous.
    [indicators] Dites pour chaque indicateur s’il est structurel (engagements : lois, institutions, politiques), de processus (efforts : programmes, budgets, procédures) ou de résultat (ce dont les personnes jouissent).
   *[position] Dites pour chaque recommandation ce que l’État examiné a répondu selon vous : acceptée, acceptée en partie, ou notée.
 }
exercise-how-to-fill = { $kind ->
    [smart] Écrivez les lettres des éléments à côté de chaque carte, par exemple S T, et le meilleur texte dans la dernière colonne.
   *[other] Écrivez un nom ou un numéro de groupe à côté de chaque carte. Les cartes qui portent le même mot sont dans le même groupe.
 }
exercise-who-sorted = Qui a trié : ________________________________
exercise-number = N°
exercise-card = { $kind ->
    [indicators] Indicateur
   *[other] Recommandation
 }
exercise-group = { $kind ->
    [smart] Éléments (S M A R T)
    [indicators] Type
    [position] Position
   *[other] Votre groupe
 }
exercise-better = Meilleur texte
exercise-cards-sheet = Cartes
exercise-key-title = Corrigé : { $kind ->
    [sort] trier les recommandations
    [duplicates] lesquelles demandent la même chose ?
    [smart] sont-elles SMART ?
    [indicators] que mesure l’indicateur ?
   *[position] qu’a dit l’État ?
 }
exercise-key-is-no-truth = Voici ce que le programme fait des cartes, selon ses règles et ses modèles. C’est une ligne de plus à côté des groupes de la salle et non la vérité : là où beaucoup de groupes s’accordent contre lui, relisez les textes.
exercise-key-category = Catégorie
exercise-reference = Référence
exercise-signs = Ce qui le montre
exercise-traps = Pièges parmi les cartes
exercise-cards = Cartes { $cards }
exercise-drawn = Comment les cartes ont été tirées
exercise-drawn-by = Graine { $seed } ; { $cards } cartes, { $wanted } demandées.
exercise-drawn-from = Espace de travail { $workspace } ; données { $data } ; modèles { $models } ; programme { $version }.
exercise-facilitator-title = Pour la personne qui anime l’exercice
exercise-steps = Étapes
exercise-step = { $number ->
    [1] 1. Formez des groupes de trois à cinq personnes et remettez à chacun le document, sur papier ou en fichier. Gardez le corrigé pour vous.
    [2] 2. Laissez le temps de lire seul (cinq minutes), puis de décider ensemble (vingt-cinq minutes pour trente cartes).
    [3] 3. Demandez une feuille remplie par groupe : le document, le classeur, le fichier d’un programme de tri de cartes, ou une liste de numéros par groupe.
    [4] 4. Évaluez les feuilles : weft exercise score key.json FEUILLE… Le corrigé et tous les groupes sont comparés deux à deux.
   *[other] 5. Montrez les paires de cartes qui divisent le plus les groupes, et laissez ceux qui ont décidé autrement dire pourquoi.
 }
exercise-afterwards = À discuter ensuite
exercise-question = { $number ->
    [1] • Quelles deux cartes étaient les plus difficiles à distinguer ou à garder ensemble, et qu’est-ce qui a décidé ?
    [2] • Avez-vous trié par sujet, par organe qui agirait, ou par ce qu’il y a à faire ?
    [3] • Auquel de vos groupes une seule mesure, avec un seul responsable, pourrait-elle répondre ?
   *[other] • Qui n’est nommé que dans une liste de « groupes vulnérables », et qui n’est pas nommé du tout ?
 }
exercise-figures = Ce que disent les chiffres : les paires concordantes sont les paires de cartes que les deux réunissent ou que les deux séparent ; l’indice de Rand ajusté vaut 1 pour le même tri et environ 0 pour le hasard ; les déplacements sont le nombre de cartes qui doivent changer de groupe pour que les deux soient identiques. Des chiffres bas ne sont pas un échec : ils montrent où les textes se lisent de deux façons.
exercise-table-title = Table { $number } : { $number ->
    [1] dialogue avec les mécanismes
    [2] coordination
    [3] consultation
   *[other] gestion de l’information
 }
exercise-table-capacity = { $number ->
    [1] Faire rapport aux mécanismes, les recevoir et leur répondre à temps.
    [2] Réunir les ministères et les autres organes de l’État pour mettre en œuvre ce qui a été recommandé.
    [3] Entendre l’institution nationale des droits de l’homme, la société civile, le parlement et les personnes concernées.
   *[other] Conserver les recommandations, les mesures et leur état de façon que chacun les trouve.
 }
exercise-table-question = { $which ->
    [t1-1] Sur lequel de vos groupes de cartes serez-vous interrogés en premier, par quel organe et quand ?
    [t1-2] Qui rédige la réponse, et qui la signe ?
    [t1-3] Que demandent de même deux mécanismes, pour qu’une réponse serve aux deux ?
    [t2-1] Quel organe est chef de file pour chacun de vos groupes, et qui l’appuie ?
    [t2-2] Quel groupe a besoin de plus d’un ministère, et qui les réunit ?
    [t2-3] Que devient une recommandation qu’aucun ministère ne fait sienne ?
    [t3-1] Quel point de vue manque sur vos groupes, et comment le recueillir ?
    [t3-2] Où la société civile trierait-elle les cartes autrement ?
    [t3-3] Comment gardez-vous ce qu’elle a dit distinct de ce que dit l’État ?
    [t4-1] Comment retrouver, dans deux ans, pourquoi une carte est là où elle est ?
    [t4-2] Quel chiffre dirait qu’un groupe a été mis en œuvre, et qui le détient ?
   *[t4-3] Que faites-vous quand la même recommandation revient avec d’autres mots ?
 }
exercise-table-host = Qui reste à cette table : ________________________________
