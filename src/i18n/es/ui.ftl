# Las páginas de la interfaz.

## Marco
ui-place-start = Inicio
ui-place-sources = Fuentes
ui-place-search = Búsqueda
ui-place-review = Revisión
ui-place-clusters = Grupos
ui-place-plan = Plan
ui-place-reports = Informes
ui-place-settings = Ajustes
ui-place-history = Historial
ui-place-help = Ayuda
ui-places = Lugares
ui-further = Otros lugares
ui-language = Idioma
ui-change = Cambiar
ui-deciding-as = Decide:
ui-gone = Weft no está en marcha. Ábralo por su icono; esta página volverá por sí sola.
ui-skip = Ir al contenido
ui-find = Buscar recomendaciones
ui-find-button = Buscar
ui-stop = Detener
ui-last-change = Último cambio
ui-no-change = Aún no se ha cambiado nada.
ui-undo = Deshacer
ui-fault = Eso no funcionó
ui-hint = Qué hacer
ui-slip = Hay un problema
ui-slip-title = Error
ui-slip-nothing = No se ha decidido nada. Lo escrito sigue en su campo.
ui-analyse-now = Analizar ahora
ui-to-search = A la búsqueda
ui-not-let-in = Este navegador no ha sido admitido, o lo fue antes de que Weft se reiniciara. Abra Weft por su icono, o escriba weft ui.
ui-lent = Una orden escrita en este equipo está trabajando en el espacio de trabajo. Vuelva a cargar la página en un momento.
ui-no-page = No existe esa página. La búsqueda está en /search.
ui-from-elsewhere = Esto no lo envió una página de Weft, y no se hizo nada.
ui-other-name = Weft responde solo en este equipo, como 127.0.0.1 o localhost.
ui-too-large = Lo enviado supera los 512 MB y no se leyó. Añada un archivo así con la orden weft import.
ui-no-file = No se envió ningún archivo. Elija uno o varios, o suéltelos en el formulario.
ui-broken = Algo falla de este lado. No se cambió nada; vuelva atrás e inténtelo de nuevo.
ui-stopped = Weft se ha detenido. Puede cerrar esta pestaña; para seguir, abra Weft por su icono.
ui-ignored = No se entendió en la dirección, y se dejó de lado: { $names }

## Palabras de las tablas
ui-cluster = Grupo
ui-title = Título
ui-records = Textos
ui-asks = Peticiones
ui-number = N.º
ui-measure = Medida
ui-lead = Responsable
ui-until = Plazo
ui-status = Estado
ui-answers = Responde a
ui-outcome = Resultado deseado
ui-missing = falta
ui-when = Cuándo
ui-who = Quién
ui-what = Qué
ui-taken-back = deshecho
ui-cycle = ciclo { $number }
ui-cycle-unknown = ciclo desconocido
ui-locked = bloqueado
ui-new = nuevo
ui-pages = Páginas
ui-earlier = Anterior
ui-later = Siguiente
ui-file = Archivo
ui-rows = Filas
ui-not-taken = No recogidas
ui-new-records = Nuevos
ui-known-records = Conocidos, sin cambio
ui-changed-records = Conocidos, completados
ui-unsure = Inseguros
ui-kind = Clase
ui-place = Dónde
ui-why = Por qué
ui-what-stands = Lo que figura
ui-record = Texto
ui-field = Campo
ui-was = Conocido
ui-says = Este archivo dice
ui-name = Nombre
ui-save = Guardar
ui-save-as = Guardar como
ui-save-all = Guardar los { $total } como
ui-later-on = Más tarde

## Inicio
ui-start-empty = Aquí no hay nada todavía. Empiece por una de estas puertas.
ui-start-holds = { $records } textos en { $clusters } grupos.
ui-start-to-do = Por decidir
ui-start-counting = Se está contando lo que espera. Vuelva a cargar la página en un momento.
ui-start-continue = Seguir con: { $queue }
ui-start-to-do-text = Weft ha hecho propuestas. Ninguna vale como decidida antes de que alguien responda; cada línea es una lista de preguntas, con cuántas siguen abiertas.
ui-start-demo = Abrir la demostración
ui-start-demo-text = Los documentos de un Estado ficticio, para probarlo todo.
ui-start-demo-button = Leer la demostración
ui-start-put-back = Restaurar una copia
ui-start-put-back-text = Las copias están en la carpeta del espacio de trabajo; una ocupa el lugar de lo que hay aquí.
ui-start-help-text = Un párrafo por tarea, sin red.
ui-start-no-backup = Aún no se ha hecho ninguna copia.
ui-start-last-backup = Última copia: { $when }
ui-start-last-read = Última lectura: { $file }
ui-start-synced = Esta carpeta parece sincronizarse con otros equipos ({ $name }). Esas carpetas dañan lo guardado aquí mientras Weft está abierto: muévala a una carpeta de este equipo y guarde allí copias.
ui-start-largest = Grupos más grandes

## Fuentes
ui-add-documents = Añadir documentos
ui-add-files = Archivos
ui-add-more = Si un documento no dice de qué Estado trata
ui-add-state = Estado
ui-add-name-state = Añada el archivo de nuevo y nombre su Estado en el formulario.
ui-add-button = Leer
ui-add-drop = o suelte archivos aquí
ui-sources-count = { $count ->
    [one] 1 archivo leído
   *[other] { $count } archivos leídos
 }
ui-sources-kinds = Qué archivos lee Weft
ui-sources-read = Weft conoce estos archivos por su contenido
ui-sources-kind-list = Listas temáticas y matrices del ACNUDH (Word)
ui-sources-kind-report = Informes del Grupo de Trabajo sobre el EPU y adiciones con posiciones (Word, PDF)
ui-sources-kind-observations = Observaciones finales, informes de titulares de mandatos (Word, PDF)
ui-sources-kind-uhri = Exportaciones del Índice Universal de Derechos Humanos (Excel, JSON)
ui-sources-kind-upr-info = Exportaciones de UPR Info (Excel, CSV)
ui-sources-kind-table = Cualquier tabla con una columna de textos (Excel, CSV, ODS, Word)
ui-not-whole = no leído hasta el final
ui-source-parts = { $rows } filas: { $taken } recogidas, { $rejected } no recogidas.
ui-source-records = { $new } textos eran nuevos. { $changed } eran conocidos y recibieron algo de este archivo: un idioma, un número, un valor. { $known } eran conocidos y no recibieron nada nuevo.
ui-source-not-kept = El detalle de lo que se halló ya no se conserva; añada el archivo de nuevo para verlo.
ui-source-whole = Se leyó todo en este archivo.
ui-source-rejected = { $count ->
    [one] 1 fila no se recogió
   *[other] { $count } filas no se recogieron
 }
ui-source-save = Guardar estas { $count } filas, para corregirlas y añadirlas de nuevo
ui-source-unsure = { $count ->
    [one] 1 lectura no fue segura
   *[other] { $count } lecturas no fueron seguras
 }
ui-source-to-readings = Revisarlas
ui-source-differences = { $count ->
    [one] 1 valor difiere de lo conocido
   *[other] { $count } valores difieren de lo conocido
 }
ui-source-remarks = Observaciones
ui-take-out = Retirar este archivo
ui-take-out-told = Se irían { $gone } textos que solo este archivo contiene, { $changed } perderían esta fuente; decisiones que se irían con ellos: { $decisions }. Añadir de nuevo el archivo no trae de vuelta esas decisiones: haga antes una copia.
ui-take-out-button = Retirarlo

## Trabajos
ui-job-read-in = Lectura
ui-job-analyse = Análisis
ui-job-back-up = Copia de seguridad
ui-job-take-out = Retirada de un archivo
ui-job-put-back = Restauración de una copia
ui-job-begins = Comienza
ui-job-reached = { $done } de { $total }
ui-job-seconds = { $seconds } s hasta ahora
ui-job-left = quedan unos { $seconds } s
ui-job-stop = Cancelar
ui-job-look = Mirar de nuevo
ui-job-goes-on = Sigue aunque se cierre esta pestaña. Lo que se cancela conserva lotes enteros; añadir de nuevo los archivos continúa desde allí.
ui-job-analysed = El análisis está al día.
ui-job-backed-up = { $file }: { $records } textos y { $events } sucesos.
ui-job-taken-out = { $file } se retiró: se fueron { $gone } textos, { $changed } perdieron esta fuente.

## Búsqueda
ui-query = Palabras, "frases", AND, OR, NOT, position:noted
ui-reading = Leído como: { $reading }
ui-found = { $total } hallados{ $related ->
    [0] { "" }
   *[other] , { $related } más se acercan
 }
ui-near = cercano
ui-alike = { $count } parecidos
ui-narrow = Acotar por
ui-narrow-more = Más campos
ui-narrow-all = Los { $count } valores
ui-narrow-absent = { $count ->
    [one] 1 valor que ningún texto tiene
   *[other] { $count } valores que ningún texto tiene
 }
ui-other-spelling = Ningún texto tiene esta palabra; algunos tienen

## Texto
ui-proposed = Propuesto
ui-nothing-proposed = Aquí no queda nada abierto.
ui-accepted = aceptado
ui-not-held = no vale
ui-nothing-ticked = No se marcó nada, y nada se decidió. Marque lo que vale, o diga: Ninguno.
ui-accept = Aceptar
ui-refuse = Rechazar
ui-relatives = Textos relacionados
ui-no-relatives = Ningún otro texto pide lo mismo o casi.
ui-move-to = Poner en el grupo
ui-move = Mover

## Grupos
ui-clusters-count = { $count } grupos
ui-clusters-none = Aún no hay grupos: se forman cuando se han leído documentos.
ui-cluster-holds = { $records } textos, { $asks } peticiones
ui-same-ask = { $count } piden lo mismo
ui-named-after = Se llama como una persona llamó al grupo { $number } del mismo asunto.
ui-accept-cluster = Aceptar como está
ui-marked = Con los marcados abajo:
ui-split-title = o un grupo propio, llamado
ui-split = Separar
ui-rename = Cambiar el nombre
ui-lock = Bloquear
ui-unlock = Desbloquear
ui-merge = Unir
ui-merge-into = Unir con

## Revisión
ui-review-title = ¿Piden lo mismo?
ui-review-place = { $at } de { $all }
ui-review-group = Parece que { $count } piden lo mismo
ui-stands-for-all = vale por todos
ui-review-unticked = Lo que no se marca no vale. Lo que se rechaza se rechaza para todos los textos que piden lo mismo, salvo donde se aceptó. Si solo añade una meta, lo propuesto queda abierto.
ui-review-text = El texto que vale por todos
ui-same = Misma petición
ui-not-same = Otra petición
ui-review-answers = Misma petición: pide lo que pide el texto que vale para todas. Otra petición: pide lo que ninguna de las otras de aquí pide.
ui-one-cluster = Piden lo mismo y están en { $count } grupos. Ponerlas todas en uno:
ui-same-as = La misma petición que (signatura y párrafo, o referencia)
ui-also-in = Se pide también en el grupo
ui-also-in-join = poner en un solo grupo
ui-several-same = Todas piden lo mismo
ui-review-decided = { $decided } de los { $all } conjuntos respondidos
ui-review-sdg = ¿A qué metas de los ODS sirve?
ui-review-entities = ¿Quién es responsable?
ui-review-readings = Lecturas no seguras
ui-review-which-hold = ¿Cuáles valen?
ui-queue-duplicates = Pedido más de una vez
ui-queue-sdg = Metas de los ODS
ui-queue-entities = Entidades responsables
ui-queue-readings = Lecturas no seguras
ui-queue-done = Aquí no espera nada.
ui-decide-next = Decidir y seguir
ui-none-of-these = Ninguno
ui-no-single-word = ninguna palabra decide por sí sola
ui-readings-count = { $count ->
    [one] 1 texto, el menos seguro primero
   *[other] { $count } textos, los menos seguros primero
 }

## Plan
ui-plan-save = Guardar
ui-plan-table = tabla por grupos
ui-plan-measures = plan de medidas
ui-plan-holds = { $measures } medidas; { $without } grupos sin ninguna.
ui-plan-empty = No hay medidas previstas. Recoja el último plan con weft plan import, o empiece con weft plan add.
ui-plan-of = Medidas: { $title }
ui-plan-loose = Medidas fuera de los grupos
ui-plan-unanswered = En ninguna medida: { $count } de { $all }

## Informes
ui-reports-text = Cada pregunta con su figura; cada archivo dice qué cuenta y de qué datos.
ui-report-cycles = ¿Cómo respondió el Estado a lo largo de los ciclos?
ui-report-positions = ¿Cómo respondió, asunto por asunto?
ui-report-lineage = ¿Qué se le pidió una y otra vez?
ui-report-overlap = ¿Qué mecanismos hablan de los mismos asuntos?
ui-report-combinations = ¿Qué piden por igual varios mecanismos?
ui-report-themes = ¿Qué tamaño tienen temas y grupos?
ui-report-status = ¿Cuánto ha avanzado el plan con el tiempo?
ui-report-equivalents = ¿Qué recomendaciones del examen piden también otros?

## Ajustes
ui-who-works = Quién trabaja aquí
ui-who-now = Lo que se decide lleva este nombre: { $who }
ui-organisation = Organización
ui-organisation-state = Estado
ui-organisation-nhri = INDH
ui-organisation-cso = Sociedad civil
ui-organisation-un = Naciones Unidas
ui-organisation-parliament = Parlamento
ui-organisation-other = Otra
ui-keys = Teclas
ui-keys-on = En la revisión, las cifras responden como indican los botones, las flechas mueven y Retroceso vuelve. Actúan solo en la ficha revisada.
ui-keys-off = Las teclas están desactivadas; todo se hace con clic y tabulador.
ui-keys-turn-on = Activar las teclas
ui-keys-turn-off = Desactivar las teclas
ui-register = Registro de organismos
ui-register-text = Los organismos que nombran propuestas y tablas. Guarde la tabla, cámbiela en Excel y vuelva a ponerla aquí.
ui-register-save = Guardar el registro
ui-other-browser = Otro navegador
ui-other-browser-text = Un navegador se admite por un enlace propio.
ui-other-browser-button = Crear un enlace
ui-other-browser-link = Abra esta dirección en el otro navegador de este equipo. Sirve una vez.
ui-backups = Copias de seguridad
ui-backups-text = Una copia contiene textos, decisiones, historial, ajustes y registro en un archivo.
ui-backups-none = Aún no hay ninguna.
ui-back-up = Hacer una copia ahora
ui-put-back = Restaurar
ui-put-back-text = Esta copia ocupa el lugar de lo que hay aquí. Lo que hay se guarda al lado, y antes se hace una copia.
ui-put-back-button = Restaurarla
ui-about = Acerca de
ui-about-text = funciona sin red; lo que lee y decide queda en esta carpeta.
ui-folder = Carpeta

## Historial
ui-history-more = Mostrar más
ui-undo-import = La lectura de { $file } no se deshace de una vez: mire antes qué se iría con ella.
ui-undo-resting = Cambios posteriores se apoyan en este: { $count }
ui-undo-all = Deshacer estos { $count } juntos
ui-undo-none = Dejarlo todo como está
ui-history-shown = { $shown } de { $all } sucesos

## Ayuda
ui-help-sources = Añadir documentos
ui-help-sources-text = Elija archivos o suéltelos en el formulario de Fuentes. Qué es cada uno, lo dice él mismo; su página dice qué se leyó, qué no y por qué. Añadir de nuevo un archivo no cambia nada.
ui-help-search = Buscar
ui-help-search-text = Escriba palabras; AND, OR, NOT, paréntesis y "frases" según haga falta. Un campo va ante dos puntos: mechanism:upr, position:noted, cycle:3, sdg:16.3, cluster:6.2. Lo que la página ha entendido está sobre los resultados.
ui-help-review = Revisar
ui-help-review-text = Un conjunto cada vez: a un lado lo que vale por todos, al otro los textos con la razón. Lo que usted dice que no es lo mismo sigue así cuando los archivos se leen de nuevo.
ui-help-clusters = Grupos
ui-help-clusters-text = Cambie el nombre de un grupo, bloquéelo frente a propuestas, únalo con otro; un texto se mueve desde su página, o varios desde la del grupo.
ui-help-plan = Plan
ui-help-plan-text = Las medidas por grupos, con lo que falta. Las tablas de los ministerios se escriben con weft plan send y se leen con weft plan receive.
ui-help-undo = Deshacer
ui-help-undo-text = La línea bajo la cabecera nombra el último cambio y cómo volver. El historial los lista todos; cada uno se deshace por sí solo. Si otros se apoyan en él, se dice antes.
ui-help-stop = Detener
ui-help-stop-text = Cerrar la pestaña deja Weft en marcha; tras ocho horas sin uso termina por sí mismo. Detener lo termina ya; nada se pierde.

## Search, and decisions on many
ui-chosen = Elegido
ui-take-back = Quitar: { $value }
ui-take-all-back = Quitar todo
ui-not = salvo { $value }
ui-narrow-left = y { $count } más: búsquelos arriba
ui-look-for-value = { $field }: elegir uno
ui-choose = Elegir
ui-leave-out = Excluir: { $value }
ui-order = Orden
ui-order-relevance = pertinencia
ui-order-date = más recientes
ui-order-reference = por documento
ui-order-cluster = por grupo
ui-nothing-found = No se encontró nada. Habría:
ui-without = { $total } sin { $value }
ui-whole-text = El texto completo
ui-found-by = Encontrado por
ui-kept = Búsquedas guardadas
ui-keep = Guardar
ui-keep-as = Guardar esta búsqueda como
ui-forget = Olvidar
ui-several = Decidir sobre los { $count }
ui-several-title = Una decisión sobre { $count } textos
ui-several-how = La decisión vale para los { $count } textos siguientes, salvo los marcados para excluir. Una sola acción la deshace.
ui-several-what = Qué se decide
ui-several-changed = Entretanto la búsqueda encuentra otros textos. No se decidió nada; esta es la lista actual.
ui-several-none = La búsqueda no encuentra nada.
ui-several-too-many = La búsqueda encuentra más de { $most } textos. Acótela: nadie revisa más de una vez.
ui-leave-this-out = excluir
ui-look-at = ver
ui-back-to-search = Volver a la búsqueda
ui-field-target = Meta de los ODS
ui-field-lead = Entidad responsable
ui-field-support = Entidad de apoyo
ui-field-other-lead = Otra entidad responsable
ui-add = Añadir
ui-add-another = Añadir lo que nadie propuso
ui-identical-link = Lo que se repite palabra por palabra puede aceptarse de una vez
ui-identical-title = Repetido palabra por palabra
ui-identical-none = Nada de lo que se repite palabra por palabra espera respuesta.
ui-identical-how = { $asks } peticiones se hacen palabra por palabra, en { $records } textos, y nadie ha decidido. Vea algunas:
ui-identical-accept = Misma petición: aceptar las { $asks }
ui-identical-each = Ver cada una
ui-history-folded = y { $count } más
ui-history-many = y más de { $count } más
ui-narrow-near = Nada responde a toda la búsqueda: aquí se cuenta lo que se aproxima.
ui-take-out-not = Dejarlo como está
ui-source-resumed = El archivo se leyó en dos veces: la lista contiene lo que halló la segunda. Añádalo de nuevo para verlo todo.
ui-job-is-back = La copia está restablecida: { $records } textos, { $events } sucesos.
ui-job-analysis-failed = Lo que había que hacer está hecho; el análisis posterior no se hizo:
ui-not-taken-now = Un trabajo ocupa el espacio ahora. Lo que envió no se tomó y nada cambió: vuelva atrás y envíelo cuando el trabajo termine.
ui-to-job = Ver cómo va el trabajo
ui-aside = { $count } apartados: están al final.
ui-aside-this = Este fue apartado.
ui-both = Decidido dos veces
ui-both-text = Alguien ha decidido sobre lo mismo desde que usted miró. Nada suyo se escribió y nada ajeno cambió. Compare y elija.
ui-both-yours = Lo suyo
ui-both-theirs = Lo de otros, que vale ahora
ui-both-not-now = Lo que usted quería ya no puede decidirse tal como están las cosas.
ui-both-take-yours = Decidir lo mío de todos modos
ui-both-keep-theirs = Conservar lo de ellos
ui-contrast = Contraste
ui-contrast-on = Las páginas son de negro sobre blanco, con el contraste más fuerte.
ui-contrast-off = Las páginas siguen los colores de este equipo: claro, oscuro o más contraste si lo pide.
ui-contrast-turn-on = Contraste más fuerte
ui-contrast-turn-off = Colores de este equipo
ui-job-register = Lectura del registro
ui-job-register-done = El registro tiene ahora { $count } organismos. El anterior se guarda entre las copias.
ui-job-register-not = Nada cambió: { $rejected } filas no sirven. Corríjalas y envíe de nuevo la tabla.
ui-job-state = Fijar el Estado
ui-job-state-set = El Estado de este espacio de trabajo está fijado.
ui-move-marked = Mover los marcados
ui-new-none = Nada nuevo en los grupos.
ui-new-count = { $count } textos son nuevos en { $clusters } grupos.
ui-new-made = Grupos creados para lo que no entra en ninguno
ui-new-right = { $count ->
    [one] Está en su lugar
   *[other] Los { $count } están en su lugar
 }
ui-new-alike = { $count } que piden lo mismo ya estaban aquí.
ui-new-shared = Palabras del grupo en su texto
ui-new-near = El grupo cuyos textos son los más cercanos en conjunto; ninguna expresión lo dice sola.
ui-programs = Otros programas
ui-programs-text = Los programas de este equipo pueden leer las listas de estas páginas como datos una vez que usted los admite con un nombre. No escriben nada. Lo que puede leerse:
ui-programs-none = No se admite ningún programa.
ui-programs-name = Nombre del programa
ui-programs-add = Admitirlo
ui-programs-remove = Excluirlo
ui-programs-word = Dé esta palabra al programa. Solo se muestra ahora.
ui-programs-how = La envía con cada petición, por ejemplo:
ui-queue-clusters = Nuevo en los grupos
ui-review-clusters = ¿Están en el grupo correcto?
ui-register-put = Poner una tabla en su lugar
ui-register-put-button = Ponerla
ui-save-asks = Guardar las { $count } peticiones con sus textos
ui-save-list = Guardar esta lista ({ $count })
ui-source-save-differences = Guardar las { $count } diferencias
ui-sources-unread = No pudieron leerse: { $count }
ui-sources-forget = Olvidarlos
ui-state-own = Estado de este espacio de trabajo
ui-state-now = Es el de: { $state }.
ui-state-none = Nadie ha dicho de qué Estado es. Los planes, vínculos y figuras de un Estado lo necesitan.
ui-state-name = Nombre del Estado
ui-history-of-record = Historial de este texto
ui-history-all = Todo el historial
ui-record-cite = Citar así
ui-state-set = Fijar el Estado
ui-aside-show = Mostrarlos
ui-aside-first = Volver al primero
ui-reading-all = Aún no se ha pedido nada: todo lo que se ha leído está abajo.
ui-register-former = Registros anteriores ({ $count })
ui-register-back-text = Este registro ocupa el lugar del que hay aquí, que se guarda entre estos.
ui-types-of-bodies = Son tipos de entidades, no los nombres de las suyas. Cuando el registro de sus entidades esté en Ajustes, las propuestas las nombrarán.
ui-types-to-settings = Al registro
ui-record-holds = Lo que vale
ui-same-apart = Parece pedir lo mismo, y es una fila aparte del plan mientras nadie lo diga.
ui-history-cut = el cambio más antiguo de aquí puede tener más partes: muestre más
