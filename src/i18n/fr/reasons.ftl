# Pourquoi des recommandations sont apparentées, et ce qui parle pour une proposition.

reason-same-words = les mêmes mots
reason-same-core = les mêmes mots, sans les numéros, les États et les formules consacrées
reason-other-position = les mêmes mots, avec une autre position de l’État
reason-nearly-same-words =
    { $shared } mots sur { $all } sont les mêmes, de même que les instruments, groupes, nombres et sortes d’action{ $aparts ->
        [0] { "" }
       *[other] ; pas dans les deux : { $apart }
    }
reason-compared =
    { $commons ->
        [0] { "" }
       *[other] les deux parlent de { $common } ;{ " " }
    }{ $ones ->
        [0] { "" }
       *[other] seul le premier parle de { $one } ;{ " " }
    }{ $others ->
        [0] { "" }
       *[other] seul le second parle de { $other } ;{ " " }
    }{ $shared ->
        [0] aucun mot commun
       *[other] mots communs : { $words }
    }{ $more ->
        [0] { "" }
       *[other] { " " }et { $more } autres
    } (sur { $of_one } dans le premier et { $of_other } dans le second)
reason-decided-by-person = décidé par une personne
reason-decided-alike = comme une personne l’a décidé pour deux recommandations des mêmes mots

evidence-words = « { $words } »
evidence-opening = commence par « { $words } » (catégorie { $category })
evidence-named-with-act = « { $words } » : { $act }
evidence-issue = sujet { $issue }
evidence-group = groupe { $group }
evidence-mandate = mandat de { $entity }
evidence-target-phrase = expression de la cible { $target }
evidence-target-instrument = instrument de la cible { $target }
evidence-target-stem = « { $stem }… » comme dans les textes de la cible
evidence-learnt-here = accepté ici pour des textes semblables : { $count }
evidence-source-gave-it-to-all = la source a mis ce thème sur presque tous les textes d’avant 2019 ; le texte n’en parle pas
evidence-sentence = { $value }
