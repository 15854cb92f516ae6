# لماذا ترتبط التوصيات، وما الذي يشهد لاقتراح.

reason-same-words = الكلمات نفسها
reason-same-core = الكلمات نفسها بعد ترك الأرقام والدول والصيغ الثابتة
reason-other-position = الكلمات نفسها، مع موقف آخر للدولة
reason-nearly-same-words =
    { $shared } من { $all } كلمات متطابقة، وكذلك الصكوك والفئات والأعداد وأنواع الإجراءات{ $aparts ->
        [0] { "" }
       *[other] ؛ ليست في كلتيهما: { $apart }
    }
reason-compared =
    { $commons ->
        [0] { "" }
       *[other] كلتاهما تتحدث عن { $common }؛{ " " }
    }{ $ones ->
        [0] { "" }
       *[other] الأولى وحدها تتحدث عن { $one }؛{ " " }
    }{ $others ->
        [0] { "" }
       *[other] الثانية وحدها تتحدث عن { $other }؛{ " " }
    }{ $shared ->
        [0] لا كلمات مشتركة
       *[other] كلمات مشتركة: { $words }
    }{ $more ->
        [0] { "" }
       *[other] { " " }وغيرها، وعددها { $more }
    } (من { $of_one } في الأولى و{ $of_other } في الثانية)
reason-decided-by-person = بقرار من شخص
reason-decided-alike = كما قرر شخص في توصيتين بالكلمات نفسها

evidence-words = "{ $words }"
evidence-opening = تبدأ بـ "{ $words }" (الفئة { $category })
evidence-named-with-act = "{ $words }": { $act }
evidence-issue = القضية { $issue }
evidence-group = الفئة { $group }
evidence-mandate = ولاية { $entity }
evidence-target-phrase = عبارة من الغاية { $target }
evidence-target-instrument = صك من الغاية { $target }
evidence-target-stem = "{ $stem }…" كما في نصوص الغاية
evidence-learnt-here = قُبل هنا لنصوص مشابهة: { $count }
evidence-source-gave-it-to-all = وضع المصدر هذا الموضوع على معظم النصوص قبل 2019؛ والنص لا يتحدث عنه
evidence-sentence = { $value }
