# Les mots du journal.

history-imported = lu { $file } : { $rows } lignes, { $new } nouveaux, { $changed } modifiés
history-removed = retiré { $file } : { $gone } textes partis, { $changed } ont perdu cette source
history-record-changed = { $field } de { $record } : « { $before } » est devenu « { $after } »
history-absorbed = { $record } s’est révélé être { $into } d’une autre source, et en fait partie
history-decided = { $subject } : { $after } (avant : { $before })
history-restored = rétabli depuis { $file }
history-setting-changed = { $setting ->
    [state] État de l’espace de travail
   *[register] registre des entités
 } : { $after } (avant : { $before })
subject-pair = { $a } et { $b }
subject-tag = { $kind } { $value } de { $record }
subject-title = titre du groupe { $cluster }
subject-lock = verrou du groupe { $cluster }
subject-placement = groupe de { $record }
subject-position = position sur { $record }
subject-later-position = position sur { $record } du { $day }
subject-wording = formulation ({ $language }) de { $record }
decision-open = rien de décidé
decision-related = { $kind }
decision-not-related = sans rapport
decision-accepted = accepté
decision-refused = refusé
decision-words = « { $text } »
position-stated = { $position }, selon { $source }
decision-locked = verrouillé
decision-unlocked = déverrouillé
decision-cluster = groupe { $cluster }

subject-plan = { $field }{ $named ->
    [0] { "" }
   *[other] { " " }{ $which }
 } de { $key }

plan-field = { $value ->
    [kind] entrée
    [text] texte
    [number] numéro
    [answers] réponse à
    [home] groupe
    [serves] résultat visé
    [lead] chef de file
    [support] appui
    [from] début
    [until] échéance
    [status] état d’avancement
    [obstacles] obstacles
    [budget] budget
    [assistance] assistance
    [remarks] remarques
    [release] validation
    [published] publication
    [no-indicator] raison de l’absence d’indicateur
    [type] type
    [unit] unité
    [baseline] valeur de départ
    [target] cible
    [source] source
    [split-by] ventilation
    [every] règle de suivi
    [observed] valeur pour
    [about] objet
    [assessed] évaluation
    [said] commentaire
    [sent] envoi
    [row] ligne d’un envoi
    [returned] retour d’un envoi
    [closed] clôture de
    [text-in] texte en
    [obstacles-in] obstacles en
   *[other] { $value }
 }
