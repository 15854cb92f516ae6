# كلمات الخطة كما تُقرأ: عناوين الأعمدة وحالات التدابير وأنواع المؤشرات وعناوين الملفات.

plan-column = { $value ->
    [cluster] المجموعة
    [title] عنوان المجموعة
    [recommendations] التوصيات
    [merged-text] النص الموحد
    [themes] المواضيع
    [groups] الفئات المعنية
    [sdg-targets] غايات أهداف التنمية المستدامة
    [measure] التدبير
    [lead] الجهة المسؤولة
    [supporting] الجهات المساندة
    [time-frame] الإطار الزمني والمراحل
    [indicator] المؤشر (النوع، خط الأساس، المستهدف، المصدر)
    [budget] الميزانية ومصدرها
    [assistance] المساعدة التقنية اللازمة
    [status] الحالة
    [remarks] ملاحظات
   *[key] { $value }
 }

plan-status = { $value ->
    [not_started] لم يبدأ
    [planned] مقرر
    [in_progress] قيد التنفيذ
    [partly_implemented] منفذ جزئيا
    [implemented] منفذ
    [not_pursued] لن ينفذ
   *[other] { $value }
 }

indicator-type = { $value ->
    [structural] هيكلي
    [process] إجرائي
    [outcome] نتيجة
   *[other] { $value }
 }

position = { $value ->
    [supported] مؤيَّدة
    [supported_implemented] مؤيَّدة (منفذة أو قيد التنفيذ)
    [partly_supported] مؤيَّدة جزئيا/محاط بها علما
    [noted] محاط بها علما
    [pending] معلقة
    [none] دون موقف
   *[other] { $value }
 }
position-restated = { $position } ({ $day }، { $source }؛ عند الاستعراض: { $before })

## Captions of files

plan-document-title = { $name }: خطة التنفيذ
plan-document-contents = المحتويات
plan-document-outcome = النتيجة المرجوة
plan-document-no-outcome = لم تحدد نتيجة مرجوة.
plan-document-no-measure = لم يقرر أي تدبير.
plan-document-recommendations = التوصيات
plan-document-unanswered = دون تدبير: { $count } من { $all }
plan-document-measure = التدبير
plan-document-number = الرقم
plan-document-answers = يستجيب لـ
plan-document-lead = الجهة المسؤولة
plan-document-support = الجهات المساندة
plan-document-time = الإطار الزمني
plan-document-indicators = المؤشرات
plan-document-status = الحالة
plan-document-budget = الميزانية ومصدرها
plan-document-lacking = غير ممول بعد: { $amount }
plan-document-assistance = المساعدة التقنية
plan-document-obstacles = العقبات
plan-document-loose = تدابير خارج المجموعات
plan-document-as-of = في { $date }. التدابير: { $measures }. التوصيات: { $recommendations }، منها في تدابير: { $answered }.
plan-document-baseline = خط الأساس { $value }
plan-document-target = المستهدف { $value }
plan-document-not-needed = لا حاجة إليه: { $reason }
plan-document-rest = مجموعات دون تدابير: { $clusters }.
plan-document-gap = —
plan-document-closed-edition = خطة مغلقة «{ $name }» كما كانت في { $date }.

## Captions of the table of asks

caption-plan-title = { $name }: خطة التنفيذ حسب المجموعات
# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
caption-plan-sheet = الخطة
caption-choose-status = اختر الحالة
caption-page = صفحة { $page } من { $pages }
caption-also-in = وأيضا في المجموعة { $number }
caption-either = { $one } أو { $other }
caption-plan-day = حتى { $date }.
caption-plan-decided = { $recommendations } توصية في { $rows } صفا. ما أكده أشخاص أو المصادر: { $leads } من { $rows } جهة مسؤولة، وغايات التنمية المستدامة في { $targets } من { $rows } صفا. وما كتب بخط مائل اقتراح من Weft لم يؤكد بعد.
caption-plan-filtered = ما استبعده المرشح: { $count } توصية.
caption-plan-aside = ما استبعد لأنه يخص دولا أخرى أو دولة غير معروفة: { $count } توصية.
caption-plan-proposed = { $text } (مقترح)
