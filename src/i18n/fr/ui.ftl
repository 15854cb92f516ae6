# Les pages de l’interface.

## Cadre
ui-place-start = Accueil
ui-place-sources = Sources
ui-place-search = Recherche
ui-place-review = Examen
ui-place-clusters = Groupes
ui-place-plan = Plan
ui-place-reports = Rapports
ui-place-settings = Réglages
ui-place-history = Historique
ui-place-help = Aide
ui-places = Lieux
ui-further = Autres lieux
ui-language = Langue
ui-change = Changer
ui-deciding-as = Décide :
ui-gone = Weft ne fonctionne plus. Relancez-le par son icône ; cette page reviendra d’elle-même.
ui-skip = Aller au contenu
ui-find = Chercher des recommandations
ui-find-button = Chercher
ui-stop = Arrêter
ui-last-change = Dernière modification
ui-no-change = Rien n’a encore été modifié.
ui-undo = Annuler
ui-fault = Cela n’a pas abouti
ui-hint = Que faire
ui-slip = Il y a un problème
ui-slip-title = Erreur
ui-slip-nothing = Rien n’a été décidé. Ce qui a été écrit reste dans son champ.
ui-analyse-now = Analyser maintenant
ui-to-search = Vers la recherche
ui-not-let-in = Ce navigateur n’a pas été admis, ou l’a été avant le redémarrage de Weft. Ouvrez Weft par son icône, ou tapez weft ui.
ui-lent = Une commande tapée sur cet ordinateur travaille sur l’espace de travail. Rechargez la page dans un instant.
ui-no-page = Cette page n’existe pas. La recherche se trouve sous /search.
ui-from-elsewhere = Cela n’a pas été envoyé par une page de Weft, et rien n’a été fait.
ui-other-name = Weft ne répond que sur cet ordinateur, sous 127.0.0.1 ou localhost.
ui-too-large = L’envoi dépasse 512 Mo et n’a pas été lu. Ajoutez un tel fichier par la commande weft import.
ui-no-file = Aucun fichier n’a été envoyé. Choisissez-en, ou déposez-les sur le formulaire.
ui-broken = Quelque chose est en panne de ce côté. Rien n’a été modifié ; revenez en arrière et réessayez.
ui-stopped = Weft est arrêté. Cet onglet peut être fermé ; pour continuer, ouvrez Weft par son icône.
ui-ignored = Non compris dans l’adresse, et laissé de côté : { $names }

## Mots des tableaux
ui-cluster = Groupe
ui-title = Titre
ui-records = Textes
ui-asks = Demandes
ui-number = N°
ui-measure = Mesure
ui-lead = Chef de file
ui-until = Échéance
ui-status = État
ui-answers = Répond à
ui-outcome = Résultat visé
ui-missing = manque
ui-when = Quand
ui-who = Qui
ui-what = Quoi
ui-taken-back = annulé
ui-cycle = cycle { $number }
ui-cycle-unknown = cycle inconnu
ui-locked = verrouillé
ui-new = nouveau
ui-pages = Pages
ui-earlier = Précédent
ui-later = Suivant
ui-file = Fichier
ui-rows = Lignes
ui-not-taken = Non reprises
ui-new-records = Nouveaux
ui-known-records = Connus, inchangés
ui-changed-records = Connus, complétés
ui-unsure = Incertains
ui-kind = Nature
ui-place = Où
ui-why = Pourquoi
ui-what-stands = Ce qui y figure
ui-record = Texte
ui-field = Champ
ui-was = Connu
ui-says = Ce fichier dit
ui-name = Nom
ui-save = Enregistrer
ui-save-as = Enregistrer en
ui-save-all = Enregistrer les { $total } en
ui-later-on = Plus tard

## Accueil
ui-start-empty = Il n’y a encore rien ici. Commencez par l’une de ces portes.
ui-start-holds = { $records } textes dans { $clusters } groupes.
ui-start-to-do = À décider
ui-start-counting = Ce qui attend est en train d’être compté. Rechargez la page dans un instant.
ui-start-continue = Continuer avec : { $queue }
ui-start-to-do-text = Weft a fait des propositions. Aucune ne vaut décision avant que quelqu’un ait répondu ; chaque ligne est une liste de questions, avec le nombre de celles qui restent ouvertes.
ui-start-demo = Ouvrir la démonstration
ui-start-demo-text = Les documents d’un État fictif, pour tout essayer.
ui-start-demo-button = Lire la démonstration
ui-start-put-back = Rétablir une sauvegarde
ui-start-put-back-text = Les sauvegardes se trouvent dans le dossier de l’espace de travail ; l’une d’elles prend la place de ce qui est ici.
ui-start-help-text = Un paragraphe par tâche, sans réseau.
ui-start-no-backup = Aucune sauvegarde n’a encore été faite.
ui-start-last-backup = Dernière sauvegarde : { $when }
ui-start-last-read = Dernière lecture : { $file }
ui-start-synced = Ce dossier semble synchronisé avec d’autres ordinateurs ({ $name }). De tels dossiers abîment ce qui est conservé ici pendant que Weft est ouvert : déplacez-le dans un dossier de cet ordinateur, et gardez-y plutôt des sauvegardes.
ui-start-largest = Les plus grands groupes

## Sources
ui-add-documents = Ajouter des documents
ui-add-files = Fichiers
ui-add-more = Lorsqu’un document ne dit pas de quel État il traite
ui-add-state = État
ui-add-name-state = Ajoutez le fichier de nouveau, en nommant son État dans le formulaire.
ui-add-button = Lire
ui-add-drop = ou déposez des fichiers ici
ui-sources-count = { $count ->
    [one] 1 fichier lu
   *[other] { $count } fichiers lus
 }
ui-sources-kinds = Les fichiers que Weft lit
ui-sources-read = Weft reconnaît ces fichiers à leur contenu
ui-sources-kind-list = Listes thématiques et matrices du HCDH (Word)
ui-sources-kind-report = Rapports du Groupe de travail sur l’EPU, additifs avec positions (Word, PDF)
ui-sources-kind-observations = Observations finales, rapports de titulaires de mandat (Word, PDF)
ui-sources-kind-uhri = Exportations de l’Index universel des droits de l’homme (Excel, JSON)
ui-sources-kind-upr-info = Exportations d’UPR Info (Excel, CSV)
ui-sources-kind-table = Tout tableau avec une colonne de textes (Excel, CSV, ODS, Word)
ui-not-whole = non lu jusqu’au bout
ui-source-parts = { $rows } lignes : { $taken } reprises, { $rejected } non reprises.
ui-source-records = { $new } textes étaient nouveaux. { $changed } étaient connus et ont reçu quelque chose de ce fichier : une langue, un numéro, une valeur. { $known } étaient connus, et rien ne s’y est ajouté.
ui-source-not-kept = Le détail de ce qui y a été trouvé n’est plus conservé ; ajoutez le fichier de nouveau pour le voir.
ui-source-whole = Tout a été lu dans ce fichier.
ui-source-rejected = { $count ->
    [one] 1 ligne n’a pas été reprise
   *[other] { $count } lignes n’ont pas été reprises
 }
ui-source-save = Enregistrer ces { $count } lignes, pour les corriger et les ajouter de nouveau
ui-source-unsure = { $count ->
    [one] 1 lecture était incertaine
   *[other] { $count } lectures étaient incertaines
 }
ui-source-to-readings = Les parcourir
ui-source-differences = { $count ->
    [one] 1 valeur diffère de ce qui était connu
   *[other] { $count } valeurs diffèrent de ce qui était connu
 }
ui-source-remarks = Remarques
ui-take-out = Retirer ce fichier
ui-take-out-told = { $gone } textes que seul ce fichier contient disparaîtraient, { $changed } perdraient cette source ; décisions qui partiraient avec eux : { $decisions }. Ajouter de nouveau le fichier ne ramène pas ces décisions : sauvegardez d’abord.
ui-take-out-button = Le retirer

## Travaux
ui-job-read-in = Lecture
ui-job-analyse = Analyse
ui-job-back-up = Sauvegarde
ui-job-take-out = Retrait d’un fichier
ui-job-put-back = Rétablissement d’une sauvegarde
ui-job-begins = Cela commence
ui-job-reached = { $done } sur { $total }
ui-job-seconds = { $seconds } s écoulées
ui-job-left = encore { $seconds } s environ
ui-job-stop = Interrompre
ui-job-look = Regarder de nouveau
ui-job-goes-on = Cela se poursuit quand cet onglet est fermé. Ce qui est interrompu garde des lots entiers ; ajouter de nouveau les fichiers reprend à cet endroit.
ui-job-analysed = L’analyse est à jour.
ui-job-backed-up = { $file } : { $records } textes et { $events } événements.
ui-job-taken-out = { $file } a été retiré : { $gone } textes ont disparu, { $changed } ont perdu cette source.

## Recherche
ui-query = Mots, "expressions", AND, OR, NOT, position:noted
ui-reading = Lu comme : { $reading }
ui-found = { $total } trouvés{ $related ->
    [0] { "" }
   *[other] , { $related } autres s’en approchent
 }
ui-near = proche
ui-alike = { $count } semblables
ui-narrow = Restreindre par
ui-narrow-more = Autres champs
ui-narrow-all = Toutes les { $count } valeurs
ui-narrow-absent = { $count ->
    [one] 1 valeur qu’aucun texte n’a
   *[other] { $count } valeurs qu’aucun texte n’a
 }
ui-other-spelling = Aucun texte ne contient ce mot ; certains contiennent

## Texte
ui-proposed = Proposé
ui-nothing-proposed = Rien n’est ouvert ici.
ui-accepted = accepté
ui-not-held = ne vaut pas
ui-nothing-ticked = Rien n’était coché, et rien n’a été décidé. Cochez ce qui vaut, ou dites : Aucun.
ui-accept = Accepter
ui-refuse = Refuser
ui-relatives = Textes apparentés
ui-no-relatives = Aucun autre texte ne demande la même chose, ou presque.
ui-move-to = Placer dans le groupe
ui-move = Déplacer

## Groupes
ui-clusters-count = { $count } groupes
ui-clusters-none = Pas encore de groupes : ils se forment quand des documents ont été lus.
ui-cluster-holds = { $records } textes, { $asks } demandes
ui-same-ask = { $count } demandent la même chose
ui-named-after = Nommé comme une personne a nommé le groupe { $number } du même sujet.
ui-accept-cluster = Accepter tel quel
ui-marked = Avec les textes cochés ci-dessous :
ui-split-title = ou un groupe à part, nommé
ui-split = Séparer
ui-rename = Renommer
ui-lock = Verrouiller
ui-unlock = Déverrouiller
ui-merge = Fusionner
ui-merge-into = Fusionner avec

## Examen
ui-review-title = Demandent-ils la même chose ?
ui-review-place = { $at } sur { $all }
ui-review-group = { $count } semblent demander la même chose
ui-stands-for-all = vaut pour tous
ui-review-unticked = Ce qui n’est pas coché ne vaut pas. Ce qui est refusé l’est pour tous les textes qui demandent la même chose, sauf là où cela fut accepté. Si vous ne faites qu’ajouter une cible, ce qui était proposé reste ouvert.
ui-review-text = Le texte qui vaut pour tous
ui-same = Même demande
ui-not-same = Autre demande
ui-review-answers = Même demande : elle demande ce que demande le texte qui vaut pour toutes. Autre demande : elle demande ce qu’aucune des autres ici ne demande.
ui-one-cluster = Elles demandent la même chose et se trouvent dans { $count } groupes. Les mettre toutes dans un seul :
ui-same-as = La même demande que (cote et paragraphe, ou référence)
ui-also-in = Demandée aussi dans le groupe
ui-also-in-join = mettre dans un seul groupe
ui-several-same = Toutes demandent la même chose
ui-review-decided = { $decided } groupes tranchés sur { $all } en tout
ui-review-sdg = Quelles cibles des ODD sert-il ?
ui-review-entities = Qui est chef de file ?
ui-review-readings = Lectures incertaines
ui-review-which-hold = Lesquels valent ?
ui-queue-duplicates = Demandé plusieurs fois
ui-queue-sdg = Cibles des ODD
ui-queue-entities = Chefs de file
ui-queue-readings = Lectures incertaines
ui-queue-done = Rien n’attend ici.
ui-decide-next = Décider et passer au suivant
ui-none-of-these = Aucun
ui-no-single-word = aucun mot ne décide seul
ui-readings-count = { $count ->
    [one] 1 texte, le moins sûr d’abord
   *[other] { $count } textes, les moins sûrs d’abord
 }

## Plan
ui-plan-save = Enregistrer
ui-plan-table = tableau par groupes
ui-plan-measures = plan des mesures
ui-plan-holds = { $measures } mesures ; { $without } groupes sans mesure.
ui-plan-empty = Aucune mesure n’est prévue. Reprenez le dernier plan par weft plan import, ou commencez par weft plan add.
ui-plan-of = Mesures : { $title }
ui-plan-loose = Mesures hors des groupes
ui-plan-unanswered = Dans aucune mesure : { $count } sur { $all }

## Rapports
ui-reports-text = Chaque question avec sa figure ; chaque fichier dit ce qu’il compte, et de quelles données.
ui-report-cycles = Comment l’État a-t-il répondu d’un cycle à l’autre ?
ui-report-positions = Comment a-t-il répondu, sujet par sujet ?
ui-report-lineage = Que lui a-t-on demandé encore et encore ?
ui-report-overlap = Quels mécanismes parlent des mêmes questions ?
ui-report-combinations = Que demandent plusieurs mécanismes à la fois ?
ui-report-themes = Quelle taille ont les thèmes et les groupes ?
ui-report-status = Où en est le plan au fil du temps ?
ui-report-equivalents = Quelles recommandations de l’examen d’autres font-ils aussi ?

## Réglages
ui-who-works = Qui travaille ici
ui-who-now = Ce qui est décidé porte ce nom : { $who }
ui-organisation = Organisation
ui-organisation-state = État
ui-organisation-nhri = INDH
ui-organisation-cso = Société civile
ui-organisation-un = Nations Unies
ui-organisation-parliament = Parlement
ui-organisation-other = Autre
ui-keys = Touches
ui-keys-on = Pendant l’examen, les chiffres répondent comme l’indiquent les boutons, les flèches déplacent, la touche Retour arrière revient. Elles n’agissent que dans la fiche examinée.
ui-keys-off = Les touches sont désactivées ; tout se fait par clic et par tabulation.
ui-keys-turn-on = Activer les touches
ui-keys-turn-off = Désactiver les touches
ui-register = Registre des organismes
ui-register-text = Les organismes que nomment propositions et tableaux. Enregistrez le tableau, modifiez-le dans Excel et remettez-le ici.
ui-register-save = Enregistrer le registre
ui-other-browser = Un autre navigateur
ui-other-browser-text = Un navigateur est admis par un lien à lui.
ui-other-browser-button = Créer un lien
ui-other-browser-link = Ouvrez cette adresse dans l’autre navigateur de cet ordinateur. Elle sert une fois.
ui-backups = Sauvegardes
ui-backups-text = Une sauvegarde contient textes, décisions, historique, réglages et registre en un fichier.
ui-backups-none = Il n’y en a pas encore.
ui-back-up = Sauvegarder maintenant
ui-put-back = Rétablir
ui-put-back-text = Cette sauvegarde prend la place de ce qui est ici. Ce qui est ici est gardé à côté, et sauvegardé d’abord.
ui-put-back-button = La rétablir
ui-about = À propos
ui-about-text = fonctionne sans réseau ; ce que vous lisez et décidez reste dans ce dossier.
ui-folder = Dossier

## Historique
ui-history-more = En montrer plus
ui-undo-import = La lecture de { $file } n’est pas annulée d’un coup : voyez d’abord ce qui partirait avec elle.
ui-undo-resting = Des modifications ultérieures reposent sur celle-ci : { $count }
ui-undo-all = Annuler ces { $count } ensemble
ui-undo-none = Tout laisser tel quel
ui-history-shown = { $shown } événements sur { $all }

## Aide
ui-help-sources = Ajouter des documents
ui-help-sources-text = Choisissez des fichiers ou déposez-les sur le formulaire des Sources. Chacun dit lui-même ce qu’il est ; sa page dit ce qui a été lu, ce qui ne l’a pas été, et pourquoi. Ajouter de nouveau un fichier ne change rien.
ui-help-search = Chercher
ui-help-search-text = Tapez des mots ; AND, OR, NOT, parenthèses et "expressions" au besoin. Un champ précède deux-points : mechanism:upr, position:noted, cycle:3, sdg:16.3, cluster:6.2. Ce que la page a compris figure au-dessus des résultats.
ui-help-review = Examiner
ui-help-review-text = Un ensemble à la fois : ce qui vaut pour tous d’un côté, les textes avec la raison de l’autre. Ce que vous dites n’être pas pareil le reste quand les fichiers sont relus.
ui-help-clusters = Groupes
ui-help-clusters-text = Renommez un groupe, verrouillez-le contre les propositions, fusionnez-le ; un texte se déplace depuis sa page, ou plusieurs depuis celle du groupe.
ui-help-plan = Plan
ui-help-plan-text = Les mesures par groupes, avec ce qui manque. Les tableaux des ministères s’écrivent par weft plan send et se lisent par weft plan receive.
ui-help-undo = Annuler
ui-help-undo-text = La ligne sous l’en-tête nomme la dernière modification, avec le retour. L’historique les énumère toutes ; chacune s’annule seule. Si d’autres reposent sur elle, cela est dit d’abord.
ui-help-stop = Arrêter
ui-help-stop-text = Fermer l’onglet laisse Weft en marche ; après huit heures sans usage il s’arrête de lui-même. Arrêter le termine aussitôt ; rien n’est perdu.

## Search, and decisions on many
ui-chosen = Choisi
ui-take-back = Retirer : { $value }
ui-take-all-back = Tout retirer
ui-not = sauf { $value }
ui-narrow-left = et { $count } autres : cherchez-les ci-dessus
ui-look-for-value = { $field } : en choisir un
ui-choose = Choisir
ui-leave-out = Exclure : { $value }
ui-order = Ordre
ui-order-relevance = pertinence
ui-order-date = plus récents
ui-order-reference = par document
ui-order-cluster = par groupe
ui-nothing-found = Rien n’a été trouvé. Il y aurait :
ui-without = { $total } sans { $value }
ui-whole-text = Le texte entier
ui-found-by = Trouvé par
ui-kept = Recherches conservées
ui-keep = Conserver
ui-keep-as = Conserver cette recherche sous
ui-forget = Oublier
ui-several = Décider pour les { $count }
ui-several-title = Une décision pour { $count } textes
ui-several-how = La décision vaut pour les { $count } textes ci-dessous, sauf ceux qui sont cochés pour être exclus. Une seule annulation la retire.
ui-several-what = Ce qui est décidé
ui-several-changed = Entre-temps, la recherche trouve d’autres textes. Rien n’a été décidé ; voici la liste actuelle.
ui-several-none = La recherche ne trouve rien.
ui-several-too-many = La recherche trouve plus de { $most } textes. Restreignez-la : personne n’en parcourt davantage d’un coup.
ui-leave-this-out = exclure
ui-look-at = regarder
ui-back-to-search = Retour à la recherche
ui-field-target = Cible des ODD
ui-field-lead = Entité responsable
ui-field-support = Entité d’appui
ui-field-other-lead = Une autre entité responsable
ui-add = Ajouter
ui-add-another = Ajouter ce que personne n’a proposé
ui-identical-link = Ce qui se répète mot pour mot peut être accepté d’un coup
ui-identical-title = Répété mot pour mot
ui-identical-none = Rien de ce qui se répète mot pour mot n’attend de réponse.
ui-identical-how = { $asks } demandes sont faites mot pour mot, dans { $records } textes, et personne n’a décidé. Regardez-en quelques-unes :
ui-identical-accept = Même demande : accepter les { $asks }
ui-identical-each = Regarder chacune
ui-history-folded = et { $count } autres
ui-history-many = et plus de { $count } autres
ui-narrow-near = Rien ne répond à toute la recherche : on compte ici ce qui en approche.
ui-take-out-not = Ne rien changer
ui-source-resumed = Le fichier a été lu en deux fois : la liste contient ce que la seconde a trouvé. Ajoutez-le de nouveau pour tout voir.
ui-job-is-back = La sauvegarde est rétablie : { $records } textes, { $events } événements.
ui-job-analysis-failed = Ce qui était à faire est fait ; l’analyse qui suit n’a pas été faite :
ui-not-taken-now = Un travail occupe l’espace en ce moment. Ce que vous avez envoyé n’a pas été pris et rien n’a changé : revenez en arrière et renvoyez-le quand le travail sera fini.
ui-to-job = Voir où en est le travail
ui-aside = { $count } mis de côté : ils sont à la fin.
ui-aside-this = Celui-ci fut mis de côté.
ui-both = Décidé deux fois
ui-both-text = Quelqu’un a décidé de la même chose depuis que vous avez regardé. Rien de vous n’a été écrit, rien d’autrui n’a été changé. Comparez, puis choisissez.
ui-both-yours = Le vôtre
ui-both-theirs = Le leur, qui vaut maintenant
ui-both-not-now = Ce que vous vouliez ne peut plus être décidé en l’état.
ui-both-take-yours = Décider le mien malgré tout
ui-both-keep-theirs = Garder le leur
ui-contrast = Contraste
ui-contrast-on = Les pages sont en noir sur blanc, au contraste le plus fort.
ui-contrast-off = Les pages suivent les couleurs de cet ordinateur : clair, sombre, ou plus de contraste s’il le demande.
ui-contrast-turn-on = Contraste le plus fort
ui-contrast-turn-off = Couleurs de cet ordinateur
ui-job-register = Lecture du registre
ui-job-register-done = Le registre compte maintenant { $count } organismes. Le précédent est gardé parmi les sauvegardes.
ui-job-register-not = Rien n’a été changé : { $rejected } lignes ne peuvent servir. Corrigez-les et renvoyez le tableau.
ui-job-state = Enregistrement de l’État
ui-job-state-set = L’État de cet espace de travail est enregistré.
ui-move-marked = Déplacer les cochés
ui-new-none = Rien de nouveau dans les groupes.
ui-new-count = { $count } textes sont nouveaux dans { $clusters } groupes.
ui-new-made = Groupes créés pour ce qui n’entre dans aucun
ui-new-right = { $count ->
    [one] Il est à sa place
   *[other] Les { $count } sont à leur place
 }
ui-new-alike = { $count } qui demandent la même chose étaient déjà ici.
ui-new-shared = Mots du groupe dans son texte
ui-new-near = Le groupe dont les textes sont les plus proches dans l’ensemble ; aucune expression ne le dit seule.
ui-programs = Autres programmes
ui-programs-text = Les programmes de cet ordinateur peuvent lire les listes de ces pages comme données une fois que vous les avez admis sous un nom. Ils n’écrivent rien. Ce qui peut se lire :
ui-programs-none = Aucun programme n’est admis.
ui-programs-name = Nom du programme
ui-programs-add = L’admettre
ui-programs-remove = L’exclure
ui-programs-word = Donnez ce mot au programme. Il n’est montré que maintenant.
ui-programs-how = Il l’envoie avec chaque demande, par exemple :
ui-queue-clusters = Nouveau dans les groupes
ui-review-clusters = Sont-ils dans le bon groupe ?
ui-register-put = Mettre un tableau à sa place
ui-register-put-button = Mettre en place
ui-save-asks = Enregistrer les { $count } demandes avec leurs textes
ui-save-list = Enregistrer cette liste ({ $count })
ui-source-save-differences = Enregistrer les { $count } différences
ui-sources-unread = N’ont pu être lus : { $count }
ui-sources-forget = Les oublier
ui-state-own = État de cet espace de travail
ui-state-now = C’est celui de : { $state }.
ui-state-none = Personne n’a dit de quel État il s’agit. Les plans, liens et figures d’un État en ont besoin.
ui-state-name = Nom de l’État
ui-history-of-record = Historique de ce texte
ui-history-all = Tout l’historique
ui-record-cite = Citer ainsi
ui-state-set = Enregistrer l’État
ui-aside-show = Les montrer
ui-aside-first = Revenir au premier
ui-reading-all = Rien n’est encore demandé : tout ce qui a été lu figure ci-dessous.
ui-register-former = Registres antérieurs ({ $count })
ui-register-back-text = Ce registre prend la place de celui qui est ici, lequel est gardé parmi ceux-ci.
ui-types-of-bodies = Ce sont des types d’entités, non les noms des vôtres. Une fois le registre de vos entités dans les Réglages, les propositions les nomment.
ui-types-to-settings = Vers le registre
ui-record-holds = Ce qui vaut
ui-same-apart = Semble demander la même chose, et reste une ligne à part du plan tant que personne ne l’a dit.
ui-history-cut = la plus ancienne modification ci-dessus peut avoir d’autres parties : affichez la suite
