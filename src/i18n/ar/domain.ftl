# كلمات المفاهيم، للصفحات.

mechanism = { $value ->
    [upr] الاستعراض الدوري الشامل
    [treaty_body] هيئات المعاهدات
    [special_procedure] الإجراءات الخاصة
    [regional] إقليمي
    [national] وطني
    [unknown] غير معروف
   *[other] { $value }
 }

position-brief = { $value ->
    [supported] مؤيَّدة
    [supported_implemented] مؤيَّدة ومنفذة
    [partly_supported] مؤيَّدة جزئياً
    [noted] محاط بها علماً
    [pending] موقف مفتوح
    [none] موقف مفتوح
   *[other] { $value }
 }

tag-kind = { $value ->
    [issue] القضايا
    [theme] المواضيع
    [group] الفئات
    [sdg] غايات التنمية المستدامة
    [action] فئة الإجراء
    [instrument] الصكوك
    [lead] الجهة القائدة
    [support] الجهات الداعمة
    [smart] عناصر SMART
    [topic] الموضوع المحدد
   *[other] { $value }
 }

facet-level = { $value ->
    [theme] المواضيع
    [cluster] المجموعات
    [goal] الأهداف
    [target] الغايات
   *[other] { $value }
 }

action-category = { $value ->
    [1] 1، إجراء أدنى
    [2] 2، إجراء مستمر
    [3] 3، إجراء قيد النظر
    [4] 4، إجراء عام
    [5] 5، إجراء محدد
   *[other] { $value }
 }

tag-value = { $value }
tag-model = { $value } (مقترح، { $percent } %)
tag-unsure = { $value } أو { $or } (مقترح، { $percent } %، غير مؤكد)
tag-rule = { $value } (بقاعدة، { $percent } %)
tag-file = { $value } (من الملف)
tag-person = { $value } (بقرار من شخص)
step-looking-at-files = النظر في الملفات
step-importing = أخذ ما فيها
step-reading-records = قراءة النصوص
step-comparing = القراءة والمقارنة
step-clustering = التجميع
step-indexing = الفهرسة
step-writing = الكتابة
