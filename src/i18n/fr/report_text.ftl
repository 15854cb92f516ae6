# Les rapports : titres, légendes et phrases qui y figurent, à côté des mots des personnes et des sources.

report-text-chapter-title = Suite donnée à l’examen précédent :
report-text-mid-term-title = Rapport à mi-parcours :
report-text-follow-up-title = Suite donnée à { $symbol }
report-text-entity-title = Rapport de { $name } :
report-text-cluster-title = Rapport sur le groupe { $number }, { $title } :
report-text-parliament-title = Ce dont le parlement est saisi :
report-text-as-of = Au { $date }
report-text-to = Destinataire : { $name }
report-text-of = État partie : { $name }
report-text-due = Attendu le { $date } (paragraphe { $paragraph })
report-text-follow-up = Suite donnée à l’examen précédent
report-text-measures = Mesures
report-text-loose = Mesures hors groupes
report-text-notes = Notes
report-text-left-out = Recommandations dont ce rapport ne dit rien
report-text-no-measure = aucune mesure n’y répond
report-text-received = Au cycle { $cycle }, { $all } recommandations et engagements ont été formulés ; { $supported } sont acceptés, { $partly } acceptés en partie, { $noted } notés. Des mesures répondent à { $answered } sur { $all }.
report-text-numbers = Recommandations { $numbers }.
report-text-numbers-noted = Notées : { $numbers }.
report-text-numbers-open = Sans position : { $numbers }.
report-text-paragraph = Paragraphe { $number }
report-text-reply = Réponse de l’État partie :
report-text-lead = Chef de file : { $names }.
report-text-until = Échéance : { $date }.
report-text-from = Début : { $date }.
report-text-time = Période : { $from } à { $until }.
report-text-status = État : { $status ->
    [not_started] non commencé
    [planned] prévu
    [in_progress] en cours
    [partly_implemented] partiellement mis en œuvre
    [implemented] mis en œuvre
    [not_pursued] abandonné
   *[other] { $status }
 }.
report-text-status-words = État : { $words }.
report-text-indicator = Indicateur : { $name } ;
report-text-baseline = référence { $value } ;
report-text-target = cible { $value } ;
report-text-value = { $period } : { $value } ;
report-text-obstacles = Obstacles : { $text }
report-text-assistance = Assistance technique : { $text }
report-text-outcome = Résultat souhaité : { $text }
report-text-assessed = { $value ->
    [not_implemented] Non mise en œuvre
    [partly] Partiellement mise en œuvre
    [fully] Pleinement mise en œuvre
    [cannot_be_assessed] Ne peut être évaluée
   *[other] { $value }
 } ({ $by }, { $date }){ $evidence }
report-text-column-recommendation = Recommandation
report-text-column-position = Position
report-text-column-themes = Thèmes
report-text-column-assessment = Évaluation et observations sur la mise en œuvre
report-text-column-number = N°
report-text-column-state = Degré de mise en œuvre
report-text-column-measures = Mesures
report-text-gap-review = aucune recommandation de l’examen n’est dans cet espace
report-text-gap-measures = aucune mesure n’est prévue
report-text-gap-lead = le chef de file manque
report-text-gap-date = la date manque
report-text-gap-status = l’état d’avancement manque
report-text-gap-indicator = un indicateur manque
report-text-gap-reply = rien n’est consigné
report-text-gap-part = rien n’est consigné sur ({ $letter })
report-text-gap-due = le document n’indique pas de date
report-text-limit-national-report = rapport national de l’EPU
report-text-warning-words = Le rapport compte { $words } mots ; la limite est de { $limit }.
report-text-warning-positions = { $count } recommandations sont encore sans position.
report-text-warning-due = Le paragraphe fixe le { $stated } ; selon la règle du comité ce serait le { $rule }.
report-text-warning-no-due = Le paragraphe ne fixe pas de date ; selon la règle du comité c’est le { $rule }.
report-text-warning-unknown-due = Aucune date d’échéance n’est connue.
report-text-warning-drafts = { $count } mesures n’y sont ni approuvées ni publiées.
report-text-warning-sessions = { $count } recommandations de l’examen n’indiquent pas de session et n’y figurent pas.
