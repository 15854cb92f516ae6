# كلمات الجداول التي تجيب عن سؤال.

## What a table is.

about-table-title = { $what ->
    [change] الفروق بين جزأين من النصوص
    [equivalents] توصيات الاستعراض وما تطلبه آليات أخرى مثلها
    [overlap] من يتناول ماذا
   *[compare] أعداد ونسب
 }
# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
about-table-sheet = { $what ->
    [asks] الطلبات
    [combinations] طلبات جهات عدة
    [combinations-figure] شكل التركيبات
    [contradictions] التناقضات
    [equivalents] النظائر
    [figure] الشكل
   *[cells] الجدول
 }
caption-about-sheet = حول الملف
about-table-unit = الوحدة
about-table-rows = الصفوف
about-table-columns = الأعمدة
about-table-share = نسبة
about-table-with-equivalents = من { $all } توصية من توصيات الاستعراض، { $full } تطلبها أيضا هيئة معاهدة أو إجراء خاص، و{ $with } كليا أو جزئيا
about-table-from = من
about-table-to = إلى
about-table-denominator = المقام (of)
about-table-of-cell = وحدات الصف، والعمود إن وُجد
about-table-of-row = وحدات الصف
about-table-of-all = جميع الوحدات المعدودة
about-table-filters = المرشحات
about-table-counted = المعدود
about-table-units = عدد الوحدات { $units }، عدد النصوص { $records ->
    [one] 1
   *[other] { $records }
 }، عدد الدول { $states ->
    [one] 1
   *[other] { $states }
 }
about-table-tags = الوسوم
about-table-tags-of = { $tags ->
    [model] من النماذج وحدها أياً كان ما تقوله الملفات
   *[final] الشخص قبل الملف، والملف قبل النموذج
 }
about-table-to-be-known = ما ينبغي معرفته
about-table-version = إصدار البيانات
about-table-models = النماذج
about-table-made-with = أُعد باستخدام
about-table-program = Weft { $version }
about-table-question = السؤال
about-table-citation = كيفية الاستشهاد
about-table-cited = { $title }. { $asked }. { $unit }: { $units }، النصوص: { $records }، الدول: { $states }. Weft { $version }، البيانات { $data }، النماذج { $models }.

## What is counted, and of whom.

region = { $value ->
    [africa] أفريقيا
    [asia_pacific] آسيا والمحيط الهادئ
    [eastern_europe] أوروبا الشرقية
    [grulac] أمريكا اللاتينية والكاريبي
    [weog] أوروبا الغربية ودول أخرى
    [observer] المراقبون
    [unknown] (دولة غير معروفة)
   *[other] { $value }
 }
unit = { $value ->
    [recommendation] توصيات
    [pair] أزواج من توصية ودولة تقدمها
    [ask] طلبات
   *[other] { $value }
 }

## What is to be known of a table.

compare-other-kinds = { $records ->
    [one] نص واحد من نوع آخر (شاغل أو تعهد أو غيره) ينطبق ولم يُعدّ
   *[other] نصوص من أنواع أخرى (شواغل وتعهدات وغيرها) تنطبق ولم تُعدّ: { $records }
 }
compare-several-values = ما له عدة قيم في حقل واحد يُعدّ لكل منها: مجموع الصفوف ليس هو الإجمالي
compare-position-of-ask = إذا لقي الطلب مواقف عدة، يُحسب موقف الدورة { $which ->
    [first] الأولى
   *[newest] الأحدث
 }
compare-later-positions = اتخذت الدولة موقفاً آخر بعد استعراضها؛ عدد التوصيات المعنية: { $records }. ويُحسب { $which ->
    [first] موقفها عند الاستعراض
   *[newest] أحدث موقف
 }
compare-small = المقامات الأقل من { $least } بلا نسبة مئوية
compare-full-count = عُدّت جميع توصيات الاستعراض لا عيّنة منها: تدل الفترة على ما قد تسفر عنه عملية مماثلة
compare-resampled = توصيات الاستعراض الواحد غير مستقلة بعضها عن بعض: الفترة المعتمدة ناتجة عن سحب دول كاملة (عدد الدول { $states }، عدد السحوبات { $draws }، البذرة { $seed })؛ أما فترة ويلسون أو نيوكومب بجانبها فأضيق مما ينبغي
compare-comparisons = عدد الفترات بنسبة 95 %: { $count }؛ نحو واحدة من كل عشرين خاطئة بمحض المصادفة
compare-labels = وسوم المواضيع التي من قوائم سابقة أو أخرى ولا تؤدي إلى موضوع في قائمة المفوضية السارية: { $unmapped } من { $labels } ({ $percent } %)، وتبقى كما هي. وسوم جيلين ليست مقياساً واحداً: الخيار --tags model يقيس جميع النصوص بالطريقة نفسها

relation = { $value ->
    [identical] مطابقة
    [near-identical] شبه مطابقة
    [same-ask] الطلب نفسه
   *[overlap] تداخل جزئي
 }
