# صفحات الواجهة.

## الإطار
ui-place-start = البداية
ui-place-sources = المصادر
ui-place-search = البحث
ui-place-review = المراجعة
ui-place-clusters = المجموعات
ui-place-plan = الخطة
ui-place-reports = التقارير
ui-place-settings = الإعدادات
ui-place-history = السجل
ui-place-help = المساعدة
ui-places = الأماكن
ui-further = أماكن أخرى
ui-language = اللغة
ui-change = تغيير
ui-deciding-as = صاحب القرار:
ui-gone = توقف Weft عن العمل. شغّله من أيقونته؛ وستعود هذه الصفحة من تلقاء نفسها.
ui-skip = إلى المحتوى
ui-find = البحث في التوصيات
ui-find-button = بحث
ui-stop = إيقاف
ui-last-change = آخر تغيير
ui-no-change = لم يُغيَّر شيء بعد.
ui-undo = تراجع
ui-fault = لم ينجح ذلك
ui-hint = ما العمل
ui-analyse-now = التحليل الآن
ui-to-search = إلى البحث
ui-not-let-in = لم يُسمح لهذا المتصفح بالدخول، أو سُمح له قبل إعادة تشغيل Weft. افتح Weft من أيقونته، أو اكتب weft ui.
ui-lent = يعمل أمر كُتب على هذا الحاسوب على مساحة العمل. أعد تحميل الصفحة بعد قليل.
ui-no-page = لا توجد هذه الصفحة. البحث في ‎/search.
ui-from-elsewhere = لم ترسل هذا صفحة من صفحات Weft، ولم يُفعل شيء.
ui-other-name = لا يجيب Weft إلا على هذا الحاسوب، باسم 127.0.0.1 أو localhost.
ui-too-large = ما أُرسل أكبر من 512 ميغابايت ولم يُقرأ. أضف ملفاً كهذا بالأمر weft import.
ui-no-file = لم يُرسل أي ملف. اختر ملفاً أو أكثر، أو ألقها على النموذج.
ui-broken = ثمة عطل في هذا الجانب. لم يُغيَّر شيء؛ ارجع وحاول من جديد.
ui-stopped = توقف Weft. يمكن إغلاق هذه الصفحة؛ وللمتابعة افتح Weft من أيقونته.
ui-ignored = لم يُفهم في العنوان وتُرك جانباً: { $names }

## كلمات الجداول
ui-cluster = المجموعة
ui-title = العنوان
ui-records = النصوص
ui-asks = المطالب
ui-number = الرقم
ui-measure = التدبير
ui-lead = الجهة القائدة
ui-until = الموعد
ui-status = الحالة
ui-answers = يستجيب لـ
ui-outcome = النتيجة المنشودة
ui-missing = ناقص
ui-when = متى
ui-who = من
ui-what = ماذا
ui-taken-back = متراجَع عنه
ui-cycle = الجولة { $number }
ui-cycle-unknown = جولة غير معروفة
ui-locked = مقفلة
ui-new = جديدة
ui-pages = الصفحات
ui-earlier = السابق
ui-later = التالي
ui-file = الملف
ui-rows = الصفوف
ui-not-taken = لم تؤخذ
ui-new-records = جديدة
ui-known-records = معروفة من قبل
ui-changed-records = متغيرة
ui-unsure = غير مؤكدة
ui-kind = النوع
ui-place = الموضع
ui-why = السبب
ui-what-stands = ما ورد هناك
ui-record = النص
ui-field = الحقل
ui-was = المعروف
ui-says = ما يقوله هذا الملف
ui-name = الاسم
ui-save = حفظ
ui-save-as = حفظ بصيغة
ui-save-all = حفظ الكل، وعدده { $total }، بصيغة
ui-later-on = لاحقاً

## البداية
ui-start-empty = لا شيء هنا بعد. ابدأ من أحد هذه الأبواب.
ui-start-holds = عدد النصوص { $records } في مجموعات عددها { $clusters }.
ui-start-to-do = للبتّ فيه
ui-start-counting = يجري عدّ ما ينتظر. أعد تحميل الصفحة بعد قليل.
ui-start-continue = متابعة المراجعة
ui-start-demo = فتح المثال
ui-start-demo-text = وثائق دولة متخيلة، لتجربة كل شيء.
ui-start-demo-button = قراءة المثال
ui-start-put-back = استعادة نسخة احتياطية
ui-start-put-back-text = النسخ الاحتياطية في مجلد مساحة العمل؛ وتحل إحداها محل ما هو هنا.
ui-start-help-text = فقرة لكل مهمة، بلا شبكة.
ui-start-no-backup = لم تُصنع نسخة احتياطية بعد.
ui-start-last-backup = آخر نسخة احتياطية: { $when }
ui-start-last-read = آخر قراءة: { $file }
ui-start-synced = يبدو أن هذا المجلد يُزامَن مع حواسيب أخرى ({ $name }). ومثل هذه المجلدات تتلف المحفوظ هنا ما دام Weft مفتوحاً: انقله إلى مجلد على هذا الحاسوب، واحفظ هناك نسخاً احتياطية.
ui-start-largest = أكبر المجموعات

## المصادر
ui-add-documents = إضافة وثائق
ui-add-files = الملفات
ui-add-more = إذا لم تذكر الوثيقة الدولة المعنية
ui-add-state = الدولة
ui-add-name-state = أضف الملف من جديد واذكر دولته في النموذج.
ui-add-button = قراءة
ui-add-drop = أو ألقِ الملفات هنا
ui-sources-count = عدد الملفات المقروءة: { $count }
ui-sources-kinds = الملفات التي يقرؤها Weft
ui-sources-read = يتعرّف Weft على هذه الملفات من محتواها
ui-sources-kind-list = القوائم الموضوعية والمصفوفات الصادرة عن المفوضية السامية لحقوق الإنسان (Word)
ui-sources-kind-report = تقارير الفريق العامل المعني بالاستعراض الدوري الشامل، والإضافات التي تتضمن المواقف (Word وPDF)
ui-sources-kind-observations = الملاحظات الختامية وتقارير المكلفين بولايات (Word وPDF)
ui-sources-kind-uhri = صادرات الفهرس العالمي لحقوق الإنسان (Excel وJSON)
ui-sources-kind-upr-info = صادرات UPR Info (Excel وCSV)
ui-sources-kind-table = أي جدول فيه عمود للنصوص (Excel وCSV وODS وWord)
ui-not-whole = لم يُقرأ حتى نهايته
ui-source-parts = عدد الصفوف { $rows }: أُخذ منها { $taken }، ولم يؤخذ { $rejected }.
ui-source-records = نصوص جديدة: { $new }، معروفة من قبل: { $known }، متغيرة: { $changed }.
ui-source-not-kept = لم يعد تفصيل ما وُجد فيه محفوظاً؛ أضف الملف من جديد لتراه.
ui-source-whole = قُرئ كل ما في هذا الملف.
ui-source-rejected = صفوف لم تؤخذ: { $count }
ui-source-save = حفظ هذه الصفوف، وعددها { $count }، لتصحيحها وإضافتها من جديد
ui-source-unsure = قراءات غير مؤكدة: { $count }
ui-source-to-readings = الاطلاع عليها
ui-source-differences = قيم تختلف عن المعروف: { $count }
ui-source-remarks = ملاحظات
ui-take-out = سحب هذا الملف
ui-take-out-told = تذهب نصوص لا يحملها سوى هذا الملف، وعددها { $gone }، وتفقد نصوص أخرى هذا المصدر، وعددها { $changed }؛ قرارات تذهب معها: { $decisions }. إضافة الملف من جديد لا تعيد هذه القرارات: اصنع نسخة احتياطية أولاً.
ui-take-out-button = سحبه

## الأعمال
ui-job-read-in = القراءة
ui-job-analyse = التحليل
ui-job-back-up = النسخ الاحتياطي
ui-job-take-out = سحب ملف
ui-job-put-back = استعادة نسخة احتياطية
ui-job-begins = يبدأ العمل
ui-job-reached = { $done } من { $total }
ui-job-seconds = { $seconds } ثانية حتى الآن
ui-job-left = يبقى نحو { $seconds } ثانية
ui-job-stop = إلغاء
ui-job-look = نظرة جديدة
ui-job-goes-on = يستمر العمل بعد إغلاق هذه الصفحة. وما يُلغى تبقى منه دفعات كاملة؛ وإضافة الملفات من جديد تكمل من هناك.
ui-job-analysed = التحليل محدَّث.
ui-job-backed-up = { $file }: عدد النصوص { $records } وعدد الأحداث { $events }.
ui-job-taken-out = سُحب { $file }: ذهبت نصوص عددها { $gone }، وفقدت نصوص عددها { $changed } هذا المصدر.

## البحث
ui-query = كلمات، "عبارات"، AND، OR، NOT، position:noted
ui-reading = قُرئ هكذا: { $reading }
ui-found = عدد النتائج { $total }{ $related ->
    [0] { "" }
   *[other] ، وعدد القريبة منها { $related }
 }
ui-near = قريب
ui-alike = متشابهة: { $count }
ui-narrow = التضييق حسب
ui-narrow-more = حقول أخرى
ui-narrow-all = كل القيم، وعددها { $count }
ui-other-spelling = لا نص فيه هذه الكلمة؛ وفي بعضها

## النص
ui-proposed = المقترح
ui-nothing-proposed = لا شيء مفتوح هنا.
ui-accepted = مقبول
ui-not-held = لا يسري
ui-nothing-ticked = لم يُؤشَّر على شيء ولم يُقرَّر شيء. أشّر على ما يسري، أو قل: لا شيء منها.
ui-accept = قبول
ui-refuse = رفض
ui-relatives = نصوص ذات صلة
ui-no-relatives = لا نص آخر يطلب الشيء نفسه أو ما يقاربه.
ui-move-to = وضعه في المجموعة
ui-move = نقل

## المجموعات
ui-clusters-count = عدد المجموعات: { $count }
ui-clusters-none = لا مجموعات بعد: تتكون عند قراءة الوثائق.
ui-cluster-holds = عدد النصوص { $records }، وعدد المطالب { $asks }
ui-same-ask = تطلب الشيء نفسه: { $count }
ui-named-after = سُميت كما سمّى شخصٌ المجموعة { $number } ذات الموضوع نفسه.
ui-accept-cluster = قبولها كما هي
ui-marked = للنصوص المؤشَّر عليها أدناه:
ui-split-title = أو مجموعة مستقلة باسم
ui-split = فصل
ui-rename = إعادة تسمية
ui-lock = قفل
ui-unlock = فتح القفل
ui-merge = دمج
ui-merge-into = دمجها في

## المراجعة
ui-review-title = هل تطلب الشيء نفسه؟
ui-review-place = { $at } من { $all }
ui-review-group = يُظن أنها تطلب الشيء نفسه: { $count }
ui-stands-for-all = يمثل الجميع
ui-review-unticked = ما لا يُؤشَّر عليه لا يسري. وما يُرفض يُرفض لكل النصوص التي تطلب الشيء نفسه، إلا حيث قُبل.
ui-review-text = النص الذي يمثل الجميع
ui-same = نفسه
ui-not-same = ليس نفسه
ui-review-decided = أُجيب عن { $decided } من { $all }
ui-review-sdg = أي غايات التنمية المستدامة يخدم؟
ui-review-entities = من الجهة القائدة؟
ui-review-readings = قراءات غير مؤكدة
ui-review-which-hold = أيها يسري؟
ui-queue-duplicates = طُلب أكثر من مرة
ui-queue-sdg = غايات التنمية المستدامة
ui-queue-entities = الجهات القائدة
ui-queue-readings = قراءات غير مؤكدة
ui-queue-done = لا شيء ينتظر هنا.
ui-decide-next = البتّ ثم التالي
ui-none-of-these = لا شيء منها
ui-no-single-word = لا كلمة تحسم وحدها
ui-readings-count = عدد النصوص { $count }، والأقل تأكيداً أولاً

## الخطة
ui-plan-save = حفظ
ui-plan-table = الجدول حسب المجموعات
ui-plan-measures = خطة التدابير
ui-plan-holds = عدد التدابير { $measures }؛ ومجموعات بلا تدبير: { $without }.
ui-plan-empty = لم يُخطط لأي تدبير. خذ الخطة السابقة بالأمر weft plan import، أو ابدأ بالأمر weft plan add.
ui-plan-of = التدابير: { $title }
ui-plan-loose = تدابير خارج المجموعات
ui-plan-unanswered = بلا تدبير: { $count } من { $all }

## التقارير
ui-reports-text = لكل سؤال شكله؛ وكل ملف يذكر ما يعدّه ومن أي بيانات.
ui-report-cycles = كيف أجابت الدولة عبر الجولات؟
ui-report-positions = كيف أجابت في كل قضية؟
ui-report-lineage = ما الذي طُلب منها مراراً؟
ui-report-overlap = أي الآليات تتحدث عن المسائل نفسها؟
ui-report-combinations = ما الذي تطلبه عدة آليات معاً؟
ui-report-themes = ما حجم المواضيع والمجموعات؟
ui-report-status = إلى أين وصلت الخطة مع الزمن؟
ui-report-equivalents = أي توصيات الاستعراض يطلبها آخرون أيضاً؟

## الإعدادات
ui-who-works = من يعمل هنا
ui-who-now = ما يُقرَّر يحمل هذا الاسم: { $who }
ui-organisation = الجهة
ui-organisation-state = الدولة
ui-organisation-nhri = المؤسسة الوطنية لحقوق الإنسان
ui-organisation-cso = المجتمع المدني
ui-organisation-un = الأمم المتحدة
ui-organisation-parliament = البرلمان
ui-organisation-other = جهة أخرى
ui-keys = المفاتيح
ui-keys-on = في المراجعة تجيب الأرقام كما هو مبين على الأزرار، وتنقل الأسهم، ويعود مفتاح المسح إلى الوراء. ولا تعمل إلا داخل البطاقة المراجَعة.
ui-keys-off = المفاتيح معطلة؛ وكل شيء يعمل بالنقر وبمفتاح الجدولة.
ui-keys-turn-on = تشغيل المفاتيح
ui-keys-turn-off = تعطيل المفاتيح
ui-register = سجل الجهات
ui-register-text = الجهات التي تسميها المقترحات والجداول. احفظ الجدول وعدّله في Excel وأعده إلى مجلد مساحة العمل.
ui-register-save = حفظ السجل
ui-other-browser = متصفح آخر
ui-other-browser-text = يُسمح لكل متصفح برابط خاص به.
ui-other-browser-button = إنشاء رابط
ui-other-browser-link = افتح هذا العنوان في المتصفح الآخر على هذا الحاسوب. وهو صالح مرة واحدة.
ui-backups = النسخ الاحتياطية
ui-backups-text = تضم النسخة النصوص والقرارات والسجل والإعدادات وسجل الجهات في ملف واحد.
ui-backups-none = لا توجد نسخة بعد.
ui-back-up = نسخ احتياطي الآن
ui-put-back = استعادة
ui-put-back-text = تحل هذه النسخة محل ما هو هنا. ويُحفظ ما هو هنا بجانبها، وتُصنع نسخة منه أولاً.
ui-put-back-button = استعادتها
ui-about = عن البرنامج
ui-about-text = يعمل بلا شبكة؛ وما تقرؤه وتقرره يبقى في هذا المجلد.
ui-folder = المجلد

## السجل
ui-history-more = عرض المزيد
ui-undo-import = لا يُتراجع عن قراءة { $file } دفعة واحدة: انظر أولاً ما يذهب معها.
ui-undo-resting = تغييرات لاحقة تقوم على هذا: { $count }
ui-undo-all = التراجع عنها معاً، وعددها { $count }
ui-undo-none = إبقاء كل شيء كما هو
ui-history-shown = { $shown } من { $all } حدثاً

## المساعدة
ui-help-sources = إضافة وثائق
ui-help-sources-text = اختر ملفات أو ألقها على نموذج المصادر. وكل ملف يقول بنفسه ما هو؛ وصفحته تذكر ما قُرئ وما لم يُقرأ ولماذا. وإضافة ملف من جديد لا تغيّر شيئاً.
ui-help-search = البحث
ui-help-search-text = اكتب كلمات، ومعها AND وOR وNOT والأقواس و"العبارات" عند الحاجة. ويوضع الحقل قبل نقطتين: mechanism:upr وposition:noted وcycle:3 وsdg:16.3 وcluster:6.2. وما فهمته الصفحة يرد فوق النتائج.
ui-help-review = المراجعة
ui-help-review-text = مجموعة واحدة كل مرة: ما يمثل الجميع في جانب، والنصوص مع السبب في الجانب الآخر. وما تقول إنه ليس نفسه يبقى كذلك عند قراءة الملفات من جديد.
ui-help-clusters = المجموعات
ui-help-clusters-text = أعد تسمية مجموعة، أو اقفلها أمام المقترحات، أو ادمجها في أخرى؛ ويُنقل نص من صفحته، أو عدة نصوص من صفحة المجموعة.
ui-help-plan = الخطة
ui-help-plan-text = التدابير حسب المجموعات، مع ما ينقصها. وتُكتب جداول الوزارات بالأمر weft plan send وتُقرأ بالأمر weft plan receive.
ui-help-undo = التراجع
ui-help-undo-text = يذكر السطر تحت الرأس آخر تغيير وسبيل الرجوع عنه. ويسرد السجل كل التغييرات؛ ولكل منها تراجع مستقل. وإن قامت عليه تغييرات أخرى قيل ذلك أولاً.
ui-help-stop = الإيقاف
ui-help-stop-text = إغلاق الصفحة لا يوقف Weft؛ وبعد ثماني ساعات بلا استعمال يتوقف من تلقاء نفسه. والإيقاف ينهيه حالاً؛ ولا يضيع شيء.

## Search, and decisions on many
ui-chosen = المختار
ui-take-back = إزالة: { $value }
ui-take-all-back = إزالة الكل
ui-not = دون { $value }
ui-narrow-left = و{ $count } أخرى: ابحثوا عنها أعلاه
ui-look-for-value = { $field }: اختيار واحد
ui-choose = اختيار
ui-leave-out = استبعاد: { $value }
ui-order = الترتيب
ui-order-relevance = الأنسب
ui-order-date = الأحدث
ui-order-reference = حسب الوثيقة
ui-order-cluster = حسب المجموعة
ui-nothing-found = لم يُعثر على شيء. وكان سيوجد:
ui-without = { $total } دون { $value }
ui-whole-text = النص كاملاً
ui-found-by = وُجد بسبب
ui-kept = عمليات بحث محفوظة
ui-keep = حفظ
ui-keep-as = حفظ هذا البحث باسم
ui-forget = نسيان
ui-several = قرار بشأن كل { $count }
ui-several-title = قرار واحد بشأن { $count } من النصوص
ui-several-how = يسري القرار على { $count } من النصوص أدناه عدا ما وُضعت عليه علامة للاستبعاد. ويلغيه تراجع واحد.
ui-several-what = ما يُقرَّر
ui-several-changed = صار البحث يجد نصوصاً أخرى. لم يُقرَّر شيء؛ وهذه هي القائمة الآن.
ui-several-none = لا يجد البحث شيئاً.
ui-several-too-many = يجد البحث أكثر من { $most } نص. ضيّقوه: فلا أحد يراجع أكثر من ذلك دفعة واحدة.
ui-leave-this-out = استبعاد
ui-look-at = عرض
ui-back-to-search = العودة إلى البحث
ui-field-target = غاية التنمية المستدامة
ui-field-lead = الجهة الرئيسية
ui-field-support = الجهة المساندة
ui-field-other-lead = جهة رئيسية أخرى
ui-add = إضافة
ui-add-another = إضافة ما لم يقترحه أحد
ui-identical-link = ما يتكرر حرفياً يمكن قبوله دفعة واحدة
ui-identical-title = مكرر حرفياً
ui-identical-none = لا شيء مما يتكرر حرفياً ينتظر جواباً.
ui-identical-how = طلبات مكررة حرفياً: { $asks }، في { $records } من النصوص، ولم يقرر أحد بشأنها. انظروا إلى بعضها:
ui-identical-accept = الطلب نفسه: قبول كل { $asks }
ui-identical-each = النظر في كل منها
ui-history-folded = و{ $count } أخرى
ui-narrow-near = لا شيء يطابق البحث كله: يُعدّ هنا ما يقاربه.
