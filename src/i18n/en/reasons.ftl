# Why recommendations are related, and what speaks for tags.

## Why two recommendations are related. "the one" and "the other" are the two in their order.

reason-same-words = the same words
reason-same-core = the same words once numbers, States and set formulas are set aside
reason-other-position = the same words, with another position of the State
reason-nearly-same-words =
    { $shared } of { $all } words are the same, and so are the instruments, groups, numbers and kinds of action{ $aparts ->
        [0] { "" }
       *[other] ; not in both: { $apart }
    }
reason-compared =
    { $commons ->
        [0] { "" }
       *[other] both speak of { $common };{ " " }
    }{ $ones ->
        [0] { "" }
       *[other] only the one speaks of { $one };{ " " }
    }{ $others ->
        [0] { "" }
       *[other] only the other speaks of { $other };{ " " }
    }{ $shared ->
        [0] no words in common
       *[other] words in common: { $words }
    }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    } (of { $of_one } in the one and { $of_other } in the other)
reason-decided-by-person = decided by a person
reason-decided-alike = as a person decided on two recommendations of the same words

## What speaks for a tag

evidence-words = "{ $words }"
evidence-opening = opens with "{ $words }" (category { $category })
evidence-named-with-act = "{ $words }": { $act }
evidence-issue = issue { $issue }
evidence-group = group { $group }
evidence-mandate = mandate of { $entity }
evidence-target-phrase = phrase of target { $target }
evidence-target-instrument = instrument of target { $target }
evidence-target-stem = "{ $stem }…" as in the target's own texts
evidence-learnt-here = accepted here for texts alike: { $count }
evidence-source-gave-it-to-all = the source set this theme on nearly all texts before 2019; the text does not speak of it
evidence-sentence = { $value }
