# Por qué se relacionan recomendaciones, y qué habla por una propuesta.

reason-same-words = las mismas palabras
reason-same-core = las mismas palabras, sin números, Estados ni fórmulas fijas
reason-other-position = las mismas palabras, con otra posición del Estado
reason-nearly-same-words =
    { $shared } de { $all } palabras son las mismas, y también los instrumentos, grupos, números y clases de acción{ $aparts ->
        [0] { "" }
       *[other] ; no están en ambas: { $apart }
    }
reason-compared =
    { $commons ->
        [0] { "" }
       *[other] ambas hablan de { $common };{ " " }
    }{ $ones ->
        [0] { "" }
       *[other] solo la primera habla de { $one };{ " " }
    }{ $others ->
        [0] { "" }
       *[other] solo la segunda habla de { $other };{ " " }
    }{ $shared ->
        [0] ninguna palabra en común
       *[other] palabras en común: { $words }
    }{ $more ->
        [0] { "" }
       *[other] { " " }y { $more } más
    } (de { $of_one } en la primera y { $of_other } en la segunda)
reason-decided-by-person = decidido por una persona
reason-decided-alike = como decidió una persona sobre dos recomendaciones de las mismas palabras

evidence-words = «{ $words }»
evidence-opening = empieza por «{ $words }» (categoría { $category })
evidence-named-with-act = «{ $words }»: { $act }
evidence-issue = asunto { $issue }
evidence-group = grupo { $group }
evidence-mandate = mandato de { $entity }
evidence-target-phrase = frase de la meta { $target }
evidence-target-instrument = instrumento de la meta { $target }
evidence-target-stem = «{ $stem }…» como en los textos de la meta
evidence-learnt-here = aceptado aquí para textos parecidos: { $count }
evidence-source-gave-it-to-all = la fuente puso este tema en casi todos los textos anteriores a 2019; el texto no habla de él
evidence-sentence = { $value }
