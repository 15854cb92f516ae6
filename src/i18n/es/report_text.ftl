# Los informes: títulos, rótulos y frases que figuran en ellos, junto a las palabras de personas y fuentes.

report-text-chapter-title = Seguimiento del examen anterior:
report-text-mid-term-title = Informe de mitad de período:
report-text-follow-up-title = Seguimiento de { $symbol }
report-text-entity-title = Informe de { $name }:
report-text-cluster-title = Informe sobre el grupo { $number }, { $title }:
report-text-parliament-title = Lo que está ante el parlamento:
report-text-as-of = Al { $date }
report-text-to = Destinatario: { $name }
report-text-of = Estado parte: { $name }
report-text-due = Vence el { $date } (párrafo { $paragraph })
report-text-follow-up = Seguimiento del examen anterior
report-text-measures = Medidas
report-text-loose = Medidas fuera de los grupos
report-text-notes = Notas
report-text-left-out = Recomendaciones de las que este informe no dice nada
report-text-no-measure = ninguna medida responde a ella
report-text-received = En el ciclo { $cycle } se formularon { $all } recomendaciones y promesas; { $supported } cuentan con apoyo, { $partly } con apoyo parcial, de { $noted } se tomó nota. Hay medidas que responden a { $answered } de { $all }.
report-text-numbers = Recomendaciones { $numbers }.
report-text-numbers-noted = De las que se tomó nota: { $numbers }.
report-text-numbers-open = Sin posición: { $numbers }.
report-text-paragraph = Párrafo { $number }
report-text-reply = Respuesta del Estado parte:
report-text-lead = Responsable: { $names }.
report-text-until = Plazo: { $date }.
report-text-from = Inicio: { $date }.
report-text-time = Período: { $from } a { $until }.
report-text-status = Estado: { $status ->
    [not_started] no iniciada
    [planned] planificada
    [in_progress] en curso
    [partly_implemented] parcialmente implementada
    [implemented] implementada
    [not_pursued] descartada
   *[other] { $status }
 }.
report-text-status-words = Estado: { $words }.
report-text-indicator = Indicador: { $name };
report-text-baseline = línea de base { $value };
report-text-target = meta { $value };
report-text-value = { $period }: { $value };
report-text-obstacles = Obstáculos: { $text }
report-text-assistance = Asistencia técnica: { $text }
report-text-outcome = Resultado deseado: { $text }
report-text-assessed = { $value ->
    [not_implemented] No implementada
    [partly] Parcialmente implementada
    [fully] Plenamente implementada
    [cannot_be_assessed] No se puede evaluar
   *[other] { $value }
 } ({ $by }, { $date }){ $evidence }
report-text-column-recommendation = Recomendación
report-text-column-position = Posición
report-text-column-themes = Temas
report-text-column-assessment = Evaluación y observaciones sobre el nivel de aplicación
report-text-column-number = N.º
report-text-column-state = Nivel de aplicación
report-text-column-measures = Medidas
report-text-gap-review = no hay recomendaciones del examen en este espacio
report-text-gap-measures = no se ha planificado ninguna medida
report-text-gap-lead = falta el responsable
report-text-gap-date = falta la fecha
report-text-gap-status = falta el estado de avance
report-text-gap-indicator = falta un indicador
report-text-gap-reply = no consta nada
report-text-gap-part = no consta nada sobre ({ $letter })
report-text-gap-due = el documento no indica fecha
report-text-limit-national-report = informe nacional del EPU
report-text-warning-words = El informe tiene { $words } palabras; el límite es de { $limit }.
report-text-warning-positions = { $count } recomendaciones aún no tienen posición.
report-text-warning-due = El párrafo fija el { $stated }; según la regla del comité sería el { $rule }.
report-text-warning-no-due = El párrafo no fija fecha; según la regla del comité es el { $rule }.
report-text-warning-unknown-due = No se conoce ninguna fecha de vencimiento.
report-text-warning-drafts = { $count } medidas no están aprobadas ni publicadas.
report-text-warning-sessions = { $count } recomendaciones del examen no indican período de sesiones y no figuran.
