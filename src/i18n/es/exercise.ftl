# Palabras de los ejercicios.

exercise-unknown-word = «{ $given }» no es uno de: { $known }

exercise-kind = { $value ->
    [sort] clasificación abierta
    [duplicates] cuáles piden lo mismo
    [smart] control SMART
    [indicators] tipos de indicadores
    [position] posición del Estado
   *[other] { $value }
 }
exercise-category = { $value ->
    [structural] estructural
    [process] de proceso
    [outcome] de resultado
    [supported] apoyada
    [supported_implemented] apoyada, ya aplicada o en curso
    [partly_supported] apoyada en parte
    [noted] tomada en nota
   *[other] { $title }
 }
exercise-indicator = { $pattern ->
    [structural-1] Fecha de entrada en vigor y alcance de la ley sobre: { $topic }
    [structural-2] Plazo y cobertura de la política nacional sobre: { $topic }
    [structural-3] Existencia de un órgano independiente con mandato sobre: { $topic }
    [structural-4] Ratificación, sin reservas, de los tratados relativos a: { $topic }
    [process-1] Proporción de funcionarios formados en el último año sobre: { $topic }
    [process-2] Proporción del presupuesto del Estado dedicada a: { $topic }
    [process-3] Quejas recibidas y proporción de las que se investigaron, sobre: { $topic }
    [process-4] Proporción de distritos con un servicio en funcionamiento para: { $topic }
    [outcome-1] Casos notificados al año por cada 100.000 habitantes, por sexo y edad, sobre: { $topic }
    [outcome-2] Proporción de las personas afectadas que dicen que su situación ha mejorado, sobre: { $topic }
    [outcome-3] Proporción de víctimas que obtuvieron reparación, sobre: { $topic }
   *[outcome-4] Brecha entre mujeres y hombres, y entre regiones, en lo logrado sobre: { $topic }
 }

exercise-trap-other-instrument = las palabras son casi las mismas y el instrumento es otro: dos peticiones, y ninguna medida responde a ambas
exercise-trap-other-words = las palabras son distintas y la petición es la misma: una sola medida responde a ambas
exercise-trap-two-instruments = un solo número nombra dos instrumentos: pertenece a ambas peticiones, y un plan necesita una medida para cada una
exercise-trap-concern = una preocupación entre recomendaciones: no pide nada por sí misma; busque la recomendación que se deriva de ella
exercise-trap-noted-then-supported = la misma petición se tomó en nota una vez y se apoyó después: la posición del Estado ha cambiado, y vale la más reciente
exercise-trap-general-with-examples = una acción general con ejemplos concretos cuenta como específica: categoría 5 y no 4

exercise-card-unknown = { $file }, { $place }: no hay tarjeta { $card }; se deja de lado
exercise-card-twice = { $file }, { $place }: la tarjeta { $card } está colocada por segunda vez; cuenta el primer lugar
exercise-card-missing = { $file }: la tarjeta { $card } no está en ningún grupo de { $sheet }

exercise-handout-title = Ejercicio: { $kind ->
    [sort] clasificar las recomendaciones
    [duplicates] ¿cuáles piden lo mismo?
    [smart] ¿son SMART?
    [indicators] ¿qué mide el indicador?
   *[position] ¿qué dijo el Estado?
 }
exercise-task = { $kind ->
    [sort] Junten las tarjetas a las que responderían juntas. Hagan tantos grupos como quieran y den un nombre a cada uno.
    [duplicates] Junten las tarjetas a las que una misma medida respondería por completo. Una tarjeta que pide algo que ninguna otra pide queda sola.
    [smart] Digan de cada recomendación qué elementos contiene: S específica, M medible, A asignable, R pertinente (relevant), T con plazo. Después escríbanla de modo que los contenga todos.
    [indicators] Digan de cada indicador si es estructural (compromisos: leyes, instituciones, políticas), de proceso (esfuerzos: programas, presupuestos, procedimientos) o de resultado (lo que las personas disfrutan).
   *[position] Digan de cada recomendación qué creen que dijo el Estado examinado: apoyada, apoyada en parte o tomada en nota.
 }
exercise-how-to-fill = { $kind ->
    [smart] Escriban las letras de los elementos junto a cada tarjeta, por ejemplo S T, y el texto mejorado en la última columna.
   *[other] Escriban un nombre o un número de grupo junto a cada tarjeta. Las tarjetas con la misma palabra están en el mismo grupo.
 }
exercise-who-sorted = Quién clasificó: ________________________________
exercise-number = N.º
exercise-card = { $kind ->
    [indicators] Indicador
   *[other] Recomendación
 }
exercise-group = { $kind ->
    [smart] Elementos (S M A R T)
    [indicators] Tipo
    [position] Posición
   *[other] Su grupo
 }
exercise-better = Texto mejorado
exercise-cards-sheet = Tarjetas
exercise-key-title = Clave: { $kind ->
    [sort] clasificar las recomendaciones
    [duplicates] ¿cuáles piden lo mismo?
    [smart] ¿son SMART?
    [indicators] ¿qué mide el indicador?
   *[position] ¿qué dijo el Estado?
 }
exercise-key-is-no-truth = Esto es lo que el programa hace de las tarjetas, según sus reglas y modelos. Es una fila más junto a los grupos de la sala y no la verdad: donde muchos grupos coinciden en contra, vuelvan a leer los textos.
exercise-key-category = Categoría
exercise-reference = Referencia
exercise-signs = Lo que lo muestra
exercise-traps = Trampas entre las tarjetas
exercise-cards = Tarjetas { $cards }
exercise-drawn = Cómo se sacaron las tarjetas
exercise-drawn-by = Semilla { $seed }; { $cards } tarjetas, { $wanted } pedidas.
exercise-drawn-from = Espacio de trabajo { $workspace }; datos { $data }; modelos { $models }; programa { $version }.
exercise-facilitator-title = Para quien dirige el ejercicio
exercise-steps = Pasos
exercise-step = { $number ->
    [1] 1. Formen grupos de tres a cinco personas y den a cada uno el documento, en papel o como archivo. Guarden la clave.
    [2] 2. Den tiempo para leer a solas (cinco minutos) y después para decidir juntos (veinticinco minutos para treinta tarjetas).
    [3] 3. Pidan una hoja rellenada por grupo: el documento, el libro de cálculo, el archivo de un programa de clasificación de tarjetas, o una lista de números por grupo.
    [4] 4. Evalúen las hojas: weft exercise score key.json HOJA… La clave y todos los grupos se comparan entre sí.
   *[other] 5. Muestren los pares de tarjetas que más dividen a los grupos y dejen que quienes decidieron de otro modo digan por qué.
 }
exercise-afterwards = Para hablar después
exercise-question = { $number ->
    [1] • ¿Qué dos tarjetas fueron más difíciles de distinguir o de mantener juntas, y qué decidió al final?
    [2] • ¿Clasificaron por tema, por el órgano que actuaría o por lo que hay que hacer?
    [3] • ¿A cuál de sus grupos podría responder una sola medida con un solo responsable?
   *[other] • ¿A quién se nombra solo dentro de una lista de «grupos vulnerables» y a quién no se nombra?
 }
exercise-figures = Qué dicen las cifras: los pares coincidentes son los pares de tarjetas que ambos juntan o que ambos separan; el índice de Rand ajustado es 1 para la misma clasificación y cerca de 0 para el azar; los movimientos son cuántas tarjetas tienen que cambiar de grupo hasta que ambas sean iguales. Las cifras bajas no son un fracaso: muestran dónde los textos pueden leerse de dos maneras.
exercise-table-title = Mesa { $number }: { $number ->
    [1] interacción con los mecanismos
    [2] coordinación
    [3] consulta
   *[other] gestión de la información
 }
exercise-table-capacity = { $number ->
    [1] Informar a los mecanismos, recibirlos y responderles a tiempo.
    [2] Reunir a los ministerios y otros órganos del Estado para llevar a cabo lo recomendado.
    [3] Escuchar a la institución nacional de derechos humanos, la sociedad civil, el parlamento y las personas afectadas.
   *[other] Guardar las recomendaciones, las medidas y su estado de modo que todos los encuentren.
 }
exercise-table-question = { $which ->
    [t1-1] ¿Sobre cuál de sus grupos de tarjetas preguntarán primero, qué órgano y cuándo?
    [t1-2] ¿Quién escribe la respuesta y quién la firma?
    [t1-3] ¿Qué piden por igual dos mecanismos, de modo que una respuesta sirva para ambos?
    [t2-1] ¿Qué órgano dirige cada uno de sus grupos y quién lo apoya?
    [t2-2] ¿Qué grupo necesita más de un ministerio y quién los reúne?
    [t2-3] ¿Qué pasa con una recomendación que ningún ministerio toma como suya?
    [t3-1] ¿Qué punto de vista falta en sus grupos y cómo lo pedirán?
    [t3-2] ¿Dónde clasificaría la sociedad civil las tarjetas de otro modo?
    [t3-3] ¿Cómo mantienen lo que dijo separado de lo que dice el Estado?
    [t4-1] ¿Cómo encontrarán, dentro de dos años, por qué una tarjeta está donde está?
    [t4-2] ¿Qué cifra diría que un grupo se ha llevado a cabo y quién la tiene?
   *[t4-3] ¿Qué hacen cuando la misma recomendación vuelve con otras palabras?
 }
exercise-table-host = Quién se queda en esta mesa: ________________________________
