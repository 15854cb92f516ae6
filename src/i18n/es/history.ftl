# Las palabras del diario.

history-imported = leído { $file }: { $rows } filas, { $new } nuevos, { $changed } cambiados
history-removed = retirado { $file }: se fueron { $gone } textos, { $changed } perdieron esta fuente
history-record-changed = { $field } de { $record }: «{ $before }» pasó a «{ $after }»
history-absorbed = { $record } resultó ser { $into } de otra fuente, y forma parte de él
history-decided = { $subject }: { $after } (antes: { $before })
history-restored = restaurado desde { $file }
history-setting-changed = { $setting ->
    [state] Estado del espacio de trabajo
   *[register] registro de entidades
 }: { $after } (antes: { $before })
subject-pair = { $a } y { $b }
subject-tag = { $kind } { $value } de { $record }
subject-title = título del grupo { $cluster }
subject-lock = bloqueo del grupo { $cluster }
subject-placement = grupo de { $record }
subject-position = posición sobre { $record }
subject-later-position = posición sobre { $record } del { $day }
subject-wording = redacción ({ $language }) de { $record }
decision-open = nada decidido
decision-related = { $kind }
decision-not-related = sin relación
decision-accepted = aceptado
decision-refused = rechazado
decision-words = «{ $text }»
position-stated = { $position }, según { $source }
decision-locked = bloqueado
decision-unlocked = desbloqueado
decision-cluster = grupo { $cluster }
