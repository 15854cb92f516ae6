# Las palabras de las figuras.

figure-title = { $what ->
    [overlap] Quién habla de qué
    [combinations] Quién pide lo mismo
    [cycles] Posiciones del Estado por ciclo del Examen
    [positions] Posiciones del Estado
    [status] Medidas según su estado a lo largo del tiempo
   *[themes] Temas y grupos de recomendaciones
 }
figure-title-of-two = { $rows } × { $columns }
figure-title-of-one = { $rows }
figure-title-of-change = { $rows }: de { $from } a { $to }
figure-title-of-state = Pedido repetidas veces: { $state }
figure-share-of = Proporción de { $condition }.

## For those who do not see the figure.

figure-said-of-table = Filas: { $rows }. Columnas: { $columns }. Total contado: { $units }.
figure-said-of-most = Máximo: { $count } ({ $row }, { $column }).
figure-said-of-combinations = Peticiones: { $asks }. Hechas por varios: { $several }.
figure-said-of-bars = Filas: { $rows }. Total contado: { $units }. Recomendaciones apoyadas: { $supported }.
figure-said-of-status = Días: { $days }. Medidas en el último día: { $measures }.
figure-said-of-chains = Cadenas mostradas: { $shown } de { $all }. Textos: { $records }.
figure-said-of-themes = Temas: { $themes }. Grupos: { $clusters }. Total contado: { $units }.

## What is left out, and what is to be known.

figure-more-rows = Se muestran { $shown } de { $all } filas.
figure-more-columns = Se muestran { $shown } de { $all } columnas, las mayores primero.
figure-altogether = todos, cada una una vez
figure-no-value = (ninguno)
figure-cycle = ciclo { $number }
figure-interval = { $share } % ({ $low }–{ $high })
figure-points = { $difference } ({ $low } a { $high })
figure-small = menos de 10: sin porcentaje
figure-whiskers = La línea bajo una barra: la proporción apoyada, con su intervalo del 95 %.
figure-wilson = Se contaron todas las recomendaciones de un examen, no una muestra: el intervalo del 95 % dice lo que puede dar un proceso semejante.
figure-drawn = Intervalos del 95 % por sorteo de Estados enteros, porque las recomendaciones de un mismo examen no son independientes.
figure-nothing = No hay nada que mostrar.

## Foot.

figure-foot = Unidad: { $unit }. Denominador: { $denominator }.
figure-source = Textos: { $records }; Estados: { $states }. Datos { $data }, modelos { $models }. Weft { $version }.
figure-unit = { $value ->
    [pair] pares de una recomendación y un Estado que la formula
    [ask] peticiones
    [record] textos de todo tipo
    [measure] medidas
   *[recommendation] recomendaciones
 }
figure-denominator = { $value ->
    [counts] ninguno, las casillas son recuentos; lo que piden varios cuenta para cada uno
    [combinations] todas las peticiones, cada una una vez
    [row] unidades de la fila
    [cell] unidades de la fila, y de la columna si la hay
    [part] todas las unidades de la parte
    [chains] ninguno; una cadena es una misma petición hecha en varias ocasiones, el asterisco marca lo que pide además otra cosa
    [status] medidas del día; un día figura aquí cuando algo cambió
   *[all] todas las unidades contadas
 }

## Values.

figure-field = { $value ->
    [state] Estados
    [region] Grupos regionales
    [session] Períodos de sesiones
    [cycle] Ciclos
    [mechanism] Mecanismos
    [body] Órganos
    [recommender] Estados que recomiendan
    [recommender_region] Grupos regionales de los Estados que recomiendan
    [position] Posiciones
    [category] Categorías de acción
    [issue] Cuestiones
    [theme] Temas
    [group] Grupos de personas
    [sdg] Metas de los ODS
    [entity] Entidades
    [cluster] Grupos de recomendaciones
    [year] Años
   *[kind] Tipos de texto
 }
figure-mechanism = { $value ->
    [upr] EPU
    [treaty_body] Órganos de tratados
    [special_procedure] Procedimientos especiales
    [regional] Sistemas regionales
    [national] Órganos nacionales
    [unknown] Mecanismo no indicado
   *[other] { $value }
 }
figure-position = { $value ->
    [supported] apoyada
    [supported_implemented] apoyada, hecha o en curso
    [partly_supported] apoyada en parte
    [noted] anotada
    [pending] pendiente
    [none] sin posición
   *[other] { $value }
 }
figure-category = { $value ->
    [c1] 1, acción mínima
    [c2] 2, acción continua
    [c3] 3, acción por considerar
    [c4] 4, acción general
    [c5] 5, acción específica
   *[other] { $value }
 }
figure-region = { $value ->
    [africa] África
    [asia_pacific] Asia y el Pacífico
    [eastern_europe] Europa Oriental
    [grulac] América Latina y el Caribe
    [weog] Europa Occidental y otros
    [observer] Observadores
    [unknown] (Estado desconocido)
   *[other] { $value }
 }

figure-png = no se puede dibujar la figura en píxeles: { $cause }
    .hint = escríbala como .svg, o muestre menos filas
