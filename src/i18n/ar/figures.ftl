# كلمات الأشكال.

figure-title = { $what ->
    [overlap] من يتناول ماذا
    [combinations] من يطلب الشيء نفسه
    [cycles] مواقف الدولة بحسب جولات الاستعراض
    [positions] مواقف الدولة
    [status] التدابير بحسب حالتها على مر الزمن
   *[themes] المواضيع ومجموعات التوصيات
 }
figure-title-of-two = { $rows } بحسب { $columns }
figure-title-of-one = { $rows }
figure-title-of-change = { $rows }: من { $from } إلى { $to }
figure-title-of-state = ما طُلب مراراً: { $state }
figure-share-of = نسبة { $condition }.

## For those who do not see the figure.

figure-said-of-table = الصفوف: { $rows }. الأعمدة: { $columns }. المجموع المعدود: { $units }.
figure-said-of-most = الأكثر: { $count } ({ $row }، { $column }).
figure-said-of-combinations = الطلبات: { $asks }. ما تقدمه جهات عدة: { $several }.
figure-said-of-bars = الصفوف: { $rows }. المجموع المعدود: { $units }. المؤيَّد: { $supported }.
figure-said-of-status = الأيام: { $days }. التدابير في اليوم الأخير: { $measures }.
figure-said-of-chains = السلاسل المعروضة: { $shown } من { $all }. النصوص: { $records }.
figure-said-of-themes = المواضيع: { $themes }. المجموعات: { $clusters }. المجموع المعدود: { $units }.

## What is left out, and what is to be known.

figure-more-rows = الصفوف المعروضة: { $shown } من { $all }.
figure-more-columns = الأعمدة المعروضة: { $shown } من { $all }، الأكبر أولاً.
figure-altogether = الجميع، كلٌّ مرة واحدة
figure-no-value = (لا شيء)
figure-cycle = الجولة { $number }
figure-interval = { $share } % ({ $low }–{ $high })
figure-points = { $difference } (من { $low } إلى { $high })
figure-small = أقل من 10: لا نسبة مئوية
figure-whiskers = الخط تحت العمود: النسبة المؤيَّدة مع مجال ثقتها عند 95 %.
figure-wilson = عُدّت توصيات الاستعراض الواحد كلها وليست عيّنة: يبيّن مجال الثقة عند 95 % ما قد تأتي به عملية مماثلة.
figure-drawn = مجالات الثقة عند 95 % بسحب دول كاملة، لأن توصيات الاستعراض الواحد ليست مستقلة بعضها عن بعض.
figure-nothing = لا يوجد ما يُعرض.

## Foot.

figure-foot = الوحدة: { $unit }. المقام: { $denominator }.
figure-source = النصوص: { $records }؛ الدول: { $states }. البيانات { $data }، النماذج { $models }. Weft { $version }.
figure-unit = { $value ->
    [pair] أزواج من توصية ودولة تقدمها
    [ask] طلبات
    [record] نصوص من كل الأنواع
    [measure] تدابير
   *[recommendation] توصيات
 }
figure-denominator = { $value ->
    [counts] لا يوجد، فالخانات أعداد؛ وما تطلبه جهات عدة يُعدّ لكل منها
    [combinations] جميع الطلبات، كلٌّ مرة واحدة
    [row] وحدات الصف
    [cell] وحدات الصف، والعمود إن وُجد
    [part] جميع وحدات الجزء
    [chains] لا يوجد؛ السلسلة طلب واحد تكرر في مناسبات عدة، والنجمة تشير إلى ما يطلب أموراً أخرى أيضاً
    [status] تدابير اليوم؛ ويظهر اليوم هنا عند حدوث تغيير فيه
   *[all] جميع الوحدات المعدودة
 }

## Values.

figure-field = { $value ->
    [state] الدول
    [region] المجموعات الإقليمية
    [session] الدورات
    [cycle] الجولات
    [mechanism] الآليات
    [body] الهيئات
    [recommender] الدول المقدِّمة للتوصيات
    [recommender_region] المجموعات الإقليمية للدول المقدِّمة للتوصيات
    [position] المواقف
    [category] فئات الإجراءات
    [issue] القضايا
    [theme] المواضيع
    [group] فئات الأشخاص
    [sdg] غايات أهداف التنمية المستدامة
    [entity] الجهات
    [cluster] مجموعات التوصيات
    [year] السنوات
   *[kind] أنواع النصوص
 }
figure-mechanism = { $value ->
    [upr] الاستعراض الدوري الشامل
    [treaty_body] هيئات المعاهدات
    [special_procedure] الإجراءات الخاصة
    [regional] النظم الإقليمية
    [national] الهيئات الوطنية
    [unknown] آلية غير محددة
   *[other] { $value }
 }
figure-position = { $value ->
    [supported] حظيت بالتأييد
    [supported_implemented] حظيت بالتأييد، نُفذت أو قيد التنفيذ
    [partly_supported] حظيت بتأييد جزئي
    [noted] أُحيط بها علماً
    [pending] قيد النظر
    [none] بلا موقف
   *[other] { $value }
 }
figure-category = { $value ->
    [c1] 1، إجراء أدنى
    [c2] 2، إجراء مستمر
    [c3] 3، إجراء للنظر فيه
    [c4] 4، إجراء عام
    [c5] 5، إجراء محدد
   *[other] { $value }
 }
figure-region = { $value ->
    [africa] أفريقيا
    [asia_pacific] آسيا والمحيط الهادئ
    [eastern_europe] أوروبا الشرقية
    [grulac] أمريكا اللاتينية والكاريبي
    [weog] أوروبا الغربية ودول أخرى
    [observer] المراقبون
    [unknown] (دولة غير معروفة)
   *[other] { $value }
 }

figure-png = تعذّر رسم الشكل بالبكسل: { $cause }
    .hint = احفظه بصيغة .svg، أو اعرض صفوفاً أقل
