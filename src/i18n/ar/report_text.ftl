# التقارير: العناوين والعبارات التي ترد فيها إلى جانب كلام الناس والمصادر.

report-text-chapter-title = متابعة الاستعراض السابق:
report-text-mid-term-title = تقرير منتصف المدة:
report-text-follow-up-title = متابعة { $symbol }
report-text-entity-title = تقرير { $name }:
report-text-cluster-title = تقرير عن المجموعة { $number }، { $title }:
report-text-parliament-title = المعروض على البرلمان:
report-text-as-of = حتى { $date }
report-text-to = إلى: { $name }
report-text-of = الدولة الطرف: { $name }
report-text-due = الموعد { $date } (الفقرة { $paragraph })
report-text-follow-up = متابعة الاستعراض السابق
report-text-measures = التدابير
report-text-loose = تدابير خارج المجموعات
report-text-notes = حواش
report-text-left-out = توصيات لا يتناولها هذا التقرير
report-text-no-measure = لا يستجيب لها أي تدبير
report-text-received = في الجولة { $cycle } قُدّمت { $all } توصية وتعهدا؛ أيدت الدولة منها { $supported } وأيدت جزئيا { $partly } وأحاطت علما بـ { $noted }. وتستجيب التدابير لـ { $answered } من { $all }.
report-text-numbers = التوصيات { $numbers }.
report-text-numbers-noted = أُحيط بها علما: { $numbers }.
report-text-numbers-open = بلا موقف: { $numbers }.
report-text-paragraph = الفقرة { $number }
report-text-reply = رد الدولة الطرف:
report-text-lead = الجهة القائدة: { $names }.
report-text-until = الموعد النهائي: { $date }.
report-text-from = البداية: { $date }.
report-text-time = المدة: من { $from } إلى { $until }.
report-text-status = الحالة: { $status ->
    [not_started] لم يبدأ
    [planned] مخطط
    [in_progress] قيد التنفيذ
    [partly_implemented] منفذ جزئيا
    [implemented] منفذ
    [not_pursued] ملغى
   *[other] { $status }
 }.
report-text-status-words = الحالة: { $words }.
report-text-indicator = المؤشر: { $name }؛
report-text-baseline = القيمة الأساسية { $value }؛
report-text-target = القيمة المستهدفة { $value }؛
report-text-value = { $period }: { $value }؛
report-text-obstacles = العقبات: { $text }
report-text-assistance = المساعدة التقنية: { $text }
report-text-outcome = النتيجة المرجوة: { $text }
report-text-assessed = { $value ->
    [not_implemented] غير منفذة
    [partly] منفذة جزئيا
    [fully] منفذة بالكامل
    [cannot_be_assessed] لا يمكن تقييمها
   *[other] { $value }
 } ({ $by }، { $date }){ $evidence }
report-text-column-recommendation = التوصية
report-text-column-position = الموقف
report-text-column-themes = المواضيع
report-text-column-assessment = تقييم مستوى التنفيذ والتعليقات عليه
report-text-column-number = الرقم
report-text-column-state = مستوى التنفيذ
report-text-column-measures = التدابير
report-text-gap-review = لا توجد توصيات من الاستعراض في هذا الحيز
report-text-gap-measures = لم يُخطط لأي تدبير
report-text-gap-lead = الجهة القائدة غير محددة
report-text-gap-date = الموعد غير محدد
report-text-gap-status = حالة التنفيذ غير محددة
report-text-gap-indicator = ينقص مؤشر
report-text-gap-reply = لا شيء مسجل
report-text-gap-part = لا شيء مسجل بشأن ({ $letter })
report-text-gap-due = لا يذكر المستند موعدا
report-text-limit-national-report = التقرير الوطني للاستعراض الدوري الشامل
report-text-warning-words = يضم التقرير { $words } كلمة؛ والحد { $limit }.
report-text-warning-positions = { $count } توصية لا موقف بشأنها بعد.
report-text-warning-due = تحدد الفقرة { $stated }؛ وبحسب قاعدة اللجنة يكون { $rule }.
report-text-warning-no-due = لا تحدد الفقرة موعدا؛ وبحسب قاعدة اللجنة هو { $rule }.
report-text-warning-unknown-due = لا يُعرف موعد.
report-text-warning-drafts = { $count } تدبيرا غير معتمد وغير منشور.
report-text-warning-sessions = { $count } توصية من الاستعراض بلا دورة وليست فيه.
