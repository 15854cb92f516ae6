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

subject-plan = { $field }{ $named ->
    [0] { "" }
   *[other] { " " }{ $which }
 } de { $key }

plan-field = { $value ->
    [kind] entrada
    [text] texto
    [number] número
    [answers] respuesta a
    [home] grupo
    [serves] resultado previsto
    [lead] responsable
    [support] apoyo
    [from] comienzo
    [until] plazo
    [status] estado
    [obstacles] obstáculos
    [budget] presupuesto
    [assistance] asistencia
    [remarks] observaciones
    [release] aprobación
    [published] publicación
    [no-indicator] motivo de que no haya indicador
    [type] tipo
    [unit] unidad
    [baseline] valor de partida
    [target] meta
    [source] fuente
    [split-by] desglose
    [every] regla de seguimiento
    [observed] valor de
    [about] objeto
    [assessed] evaluación
    [said] comentario
    [sent] envío
    [row] fila de un envío
    [returned] devolución de un envío
    [closed] cierre de
    [text-in] texto en
    [obstacles-in] obstáculos en
   *[other] { $value }
 }
