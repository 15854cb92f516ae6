# Las palabras de las nociones, para las páginas.

mechanism = { $value ->
    [upr] EPU
    [treaty_body] Órganos de tratados
    [special_procedure] Procedimientos especiales
    [regional] Regional
    [national] Nacional
    [unknown] Desconocido
   *[other] { $value }
 }

position-brief = { $value ->
    [supported] apoyada
    [supported_implemented] apoyada e implementada
    [partly_supported] apoyada en parte
    [noted] anotada
    [pending] posición abierta
    [none] posición abierta
   *[other] { $value }
 }

tag-kind = { $value ->
    [issue] asuntos
    [theme] temas
    [group] grupos de personas
    [sdg] metas de los ODS
    [action] categoría de acción
    [instrument] instrumentos
    [lead] responsable
    [support] apoyo
    [smart] elementos SMART
    [topic] asunto preciso
   *[other] { $value }
 }

facet-level = { $value ->
    [theme] temas
    [cluster] grupos
    [goal] objetivos
    [target] metas
   *[other] { $value }
 }

action-category = { $value ->
    [1] 1, acción mínima
    [2] 2, acción continuada
    [3] 3, acción por considerar
    [4] 4, acción general
    [5] 5, acción específica
   *[other] { $value }
 }

tag-value = { $value }
tag-model = { $value } (propuesto, { $percent } %)
tag-unsure = { $value } o { $or } (propuesto, { $percent } %, inseguro)
tag-rule = { $value } (por regla, { $percent } %)
tag-file = { $value } (del archivo)
tag-person = { $value } (decidido por una persona)
step-looking-at-files = mirando los archivos
step-importing = recogiendo
step-reading-records = leyendo los textos
step-comparing = leyendo y comparando
step-clustering = agrupando
step-indexing = poniendo en el índice
step-writing = escribiendo
