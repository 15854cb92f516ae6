# Las palabras de los cuadros que responden a una pregunta.

## What a table is.

about-table-title = { $what ->
    [change] Diferencias entre dos partes de los textos
    [equivalents] Recomendaciones del Examen y peticiones semejantes de otros mecanismos
    [overlap] Quién habla de qué
   *[compare] Recuentos y proporciones
 }
# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
about-table-sheet = { $what ->
    [asks] Peticiones
    [combinations] Peticiones de varios
    [combinations-figure] Figura de las combinaciones
    [contradictions] Contradicciones
    [equivalents] Equivalentes
    [figure] Figura
   *[cells] Cuadro
 }
caption-about-sheet = Acerca de
about-table-unit = Unidad
about-table-rows = Filas
about-table-columns = Columnas
about-table-share = Proporción de
about-table-with-equivalents = de { $all } recomendaciones del Examen, { $full } las formula también un órgano de tratado o un procedimiento especial, { $with } en todo o en parte
about-table-from = De
about-table-to = A
about-table-denominator = Denominador (of)
about-table-of-cell = unidades de la fila, y de la columna si la hay
about-table-of-row = unidades de la fila
about-table-of-all = todas las unidades contadas
about-table-filters = Filtros
about-table-counted = Contado
about-table-units = { $units } unidades de { $records ->
    [one] 1 texto
   *[other] { $records } textos
 } a { $states ->
    [one] 1 Estado
   *[other] { $states } Estados
 }
about-table-tags = Etiquetas
about-table-tags-of = { $tags ->
    [model] de los modelos solos, digan lo que digan los archivos
   *[final] la persona antes que el archivo, y este antes que el modelo
 }
about-table-to-be-known = Téngase en cuenta
about-table-version = Versión de los datos
about-table-models = Modelos
about-table-made-with = Elaborado con
about-table-program = Weft { $version }
about-table-question = Pregunta
about-table-citation = Cómo citar
about-table-cited = { $title }. { $asked }. { $units } { $unit }; textos: { $records }; Estados: { $states }. Weft { $version }, datos { $data }, modelos { $models }.

## What is counted, and of whom.

region = { $value ->
    [africa] África
    [asia_pacific] Asia y el Pacífico
    [eastern_europe] Europa Oriental
    [grulac] América Latina y el Caribe
    [weog] Europa Occidental y otros Estados
    [observer] Observadores
    [unknown] (Estado desconocido)
   *[other] { $value }
 }
unit = { $value ->
    [recommendation] recomendaciones
    [pair] pares de una recomendación y un Estado que la formula
    [ask] peticiones
   *[other] { $value }
 }

## What is to be known of a table.

compare-other-kinds = { $records ->
    [one] 1 texto de otro tipo (preocupación, promesa u otro) corresponde y no se cuenta
   *[other] { $records } textos de otros tipos (preocupaciones, promesas u otros) corresponden y no se cuentan
 }
compare-several-values = Lo que tiene varios valores de un campo cuenta para cada uno: las filas no suman el total
compare-position-of-ask = Cuando una petición recibió varias posiciones, cuenta la de la sesión { $which ->
    [first] primera
   *[newest] más reciente
 }
compare-later-positions = El Estado adoptó otra posición después de su examen; recomendaciones afectadas: { $records }. Cuenta { $which ->
    [first] la del examen
   *[newest] la más reciente
 }
compare-small = Los denominadores inferiores a { $least } no llevan porcentaje
compare-full-count = Se contaron todas las recomendaciones de un examen, no una muestra: el intervalo dice lo que puede dar un proceso semejante
compare-resampled = Las recomendaciones de un examen no son independientes entre sí: el intervalo que vale procede del sorteo de Estados enteros ({ $states } Estados, { $draws } sorteos, semilla { $seed }); el de Wilson o Newcombe, al lado, es demasiado estrecho
compare-comparisons = Se hacen { $count } intervalos del 95 %: cerca de uno de cada veinte es erróneo por azar
compare-labels = { $unmapped } de { $labels } etiquetas de tema ({ $percent } %) son de listas anteriores u otras y no llevan a ningún tema de la lista vigente del ACNUDH; quedan como están. Las etiquetas de dos generaciones no son una misma medida: --tags model mide todos los textos por igual

relation = { $value ->
    [identical] idéntica
    [near-identical] casi idéntica
    [same-ask] misma petición
   *[overlap] coincidencia parcial
 }
