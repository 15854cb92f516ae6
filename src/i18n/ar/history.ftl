# كلمات السجل.

history-imported = قُرئ { $file }: الصفوف { $rows }، الجديدة { $new }، المتغيرة { $changed }
history-removed = سُحب { $file }: ذهبت نصوص عددها { $gone }، وفقدت { $changed } هذا المصدر
history-record-changed = { $field } في { $record }: صار "{ $before }" "{ $after }"
history-absorbed = تبيّن أن { $record } هو { $into } من مصدر آخر، فصار جزءاً منه
history-decided = { $subject }: { $after } (قبل ذلك: { $before })
history-restored = استُعيد من { $file }
history-setting-changed = { $setting ->
    [state] دولة مساحة العمل
   *[register] سجل الجهات
 }: { $after } (من قبل: { $before })
subject-pair = { $a } و{ $b }
subject-tag = { $kind } { $value } في { $record }
subject-title = عنوان المجموعة { $cluster }
subject-lock = قفل المجموعة { $cluster }
subject-placement = مجموعة { $record }
subject-position = الموقف من { $record }
subject-later-position = الموقف من { $record } بتاريخ { $day }
subject-wording = صياغة { $record } ({ $language })
decision-open = لا قرار
decision-related = { $kind }
decision-not-related = لا صلة
decision-accepted = مقبول
decision-refused = مرفوض
decision-words = "{ $text }"
position-stated = { $position }، حسب { $source }
decision-locked = مقفلة
decision-unlocked = مفتوحة
decision-cluster = المجموعة { $cluster }

subject-plan = { $field }{ $named ->
    [0] { "" }
   *[other] { " " }{ $which }
 } ({ $key })

plan-field = { $value ->
    [kind] عنصر
    [text] نص
    [number] رقم
    [answers] استجابة لـ
    [home] مجموعة
    [serves] نتيجة منشودة
    [lead] جهة قائدة
    [support] دعم
    [from] بداية
    [until] موعد
    [status] حالة
    [obstacles] عقبات
    [budget] ميزانية
    [assistance] مساعدة
    [remarks] ملاحظات
    [release] اعتماد
    [published] نشر
    [no-indicator] سبب غياب المؤشر
    [type] نوع
    [unit] وحدة
    [baseline] قيمة الأساس
    [target] مستهدف
    [source] مصدر
    [split-by] تفصيل
    [every] قاعدة المتابعة
    [observed] قيمة
    [about] موضوع
    [assessed] تقييم
    [said] تعليق
    [sent] إرسال
    [row] صف من إرسال
    [returned] عودة إرسال
    [closed] إغلاق
    [text-in] نص بلغة
    [obstacles-in] عقبات بلغة
   *[other] { $value }
 }
