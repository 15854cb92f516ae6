# Les mots des notions, pour les pages.

mechanism = { $value ->
    [upr] EPU
    [treaty_body] Organes conventionnels
    [special_procedure] Procédures spéciales
    [regional] Régional
    [national] National
    [unknown] Inconnu
   *[other] { $value }
 }

position-brief = { $value ->
    [supported] acceptée
    [supported_implemented] acceptée et appliquée
    [partly_supported] acceptée en partie
    [noted] notée
    [pending] position ouverte
    [none] position ouverte
   *[other] { $value }
 }

tag-kind = { $value ->
    [issue] sujets
    [theme] thèmes
    [group] groupes de personnes
    [sdg] cibles des ODD
    [action] catégorie d’action
    [instrument] instruments
    [lead] chef de file
    [support] soutien
    [smart] éléments SMART
    [topic] sujet précis
   *[other] { $value }
 }

facet-level = { $value ->
    [theme] thèmes
    [cluster] groupes
    [goal] objectifs
    [target] cibles
   *[other] { $value }
 }

action-category = { $value ->
    [1] 1, action minimale
    [2] 2, action continue
    [3] 3, action à envisager
    [4] 4, action générale
    [5] 5, action précise
   *[other] { $value }
 }

tag-value = { $value }
tag-model = { $value } (proposé, { $percent } %)
tag-unsure = { $value } ou { $or } (proposé, { $percent } %, incertain)
tag-rule = { $value } (par règle, { $percent } %)
tag-file = { $value } (du fichier)
tag-person = { $value } (décidé par une personne)
step-looking-at-files = examen des fichiers
step-importing = reprise
step-reading-records = lecture des textes
step-comparing = lecture et comparaison
step-clustering = regroupement
step-indexing = mise en index
step-writing = écriture
