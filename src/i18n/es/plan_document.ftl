# Palabras del plan tal como se lee: encabezados, estados de las medidas, tipos de indicadores, leyendas.

plan-column = { $value ->
    [cluster] Grupo
    [title] Título del grupo
    [recommendations] Recomendaciones
    [merged-text] Texto fusionado
    [themes] Temas
    [groups] Grupos afectados
    [sdg-targets] Metas de los ODS
    [measure] Medida
    [lead] Responsable
    [supporting] Apoyo
    [time-frame] Plazo e hitos
    [indicator] Indicador (tipo, línea de base, meta, fuente)
    [budget] Presupuesto y fuente
    [assistance] Asistencia técnica necesaria
    [status] Estado
    [remarks] Observaciones
   *[key] { $value }
 }

plan-status = { $value ->
    [not_started] no iniciada
    [planned] prevista
    [in_progress] en curso
    [partly_implemented] parcialmente implementada
    [implemented] implementada
    [not_pursued] no se llevará a cabo
   *[other] { $value }
 }

indicator-type = { $value ->
    [structural] estructural
    [process] de proceso
    [outcome] de resultado
   *[other] { $value }
 }

position = { $value ->
    [supported] Apoyada
    [supported_implemented] Apoyada (implementada o en curso)
    [partly_supported] Apoyada en parte/Anotada
    [noted] Anotada
    [pending] Pendiente
    [none] Sin posición
   *[other] { $value }
 }
position-restated = { $position } ({ $day }, { $source }; en el examen: { $before })

## Captions of files

plan-document-title = { $name }: plan de implementación
plan-document-contents = Índice
plan-document-outcome = Resultado esperado
plan-document-no-outcome = No se ha fijado ningún resultado esperado.
plan-document-no-measure = No se ha previsto ninguna medida.
plan-document-recommendations = Recomendaciones
plan-document-unanswered = Sin medida: { $count } de { $all }
plan-document-measure = Medida
plan-document-number = N.º
plan-document-answers = Responde a
plan-document-lead = Responsable
plan-document-support = Apoyo
plan-document-time = Plazo
plan-document-indicators = Indicadores
plan-document-status = Estado
plan-document-budget = Presupuesto y fuente
plan-document-lacking = Sin financiación: { $amount }
plan-document-assistance = Asistencia técnica
plan-document-obstacles = Obstáculos
plan-document-loose = Medidas fuera de los grupos
plan-document-as-of = A { $date }. Medidas: { $measures }. Recomendaciones: { $recommendations }, con medida: { $answered }.
plan-document-baseline = línea de base { $value }
plan-document-target = meta { $value }
plan-document-not-needed = no se necesita: { $reason }
plan-document-rest = Grupos sin medida: { $clusters }.
plan-document-gap = —
plan-document-closed-edition = Plan cerrado «{ $name }», tal como estaba el { $date }.

## Captions of the table of asks

caption-plan-title = { $name }: plan de implementación por grupos
# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
caption-plan-sheet = Plan
caption-choose-status = Elija un estado
caption-page = Página { $page } de { $pages }
caption-also-in = también en el grupo { $number }
caption-either = { $one } o { $other }
caption-plan-day = Al { $date }.
caption-plan-decided = { $recommendations } recomendaciones en { $rows } filas. Confirmados por personas o por las fuentes: { $leads } responsables de { $rows }, las metas de los ODS de { $targets } filas de { $rows }. Lo que figura en cursiva lo propone Weft y no está confirmado.
caption-plan-filtered = Excluidas por el filtro: { $count } recomendaciones.
caption-plan-aside = Excluidas por ser de otros Estados o de un Estado desconocido: { $count } recomendaciones.
caption-plan-proposed = { $text } (propuesto)
