# Words of tables that answer a question: every one of them stands in the catalogues of all languages of tables.

## What a table is.

about-table-title = { $what ->
    [change] Differences between two parts of the records
    [equivalents] Recommendations of the review with what other mechanisms ask alike
    [overlap] Who speaks of what
   *[compare] Counts and shares
 }
# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
about-table-sheet = { $what ->
    [asks] Asks
    [combinations] Asks of several
    [combinations-figure] Figure of combinations
    [contradictions] Contradictions
    [equivalents] Equivalents
    [figure] Figure
   *[cells] Table
 }
caption-about-sheet = About
about-table-unit = Unit
about-table-rows = Rows
about-table-columns = Columns
about-table-share = Share of
about-table-with-equivalents = of { $all } recommendations of the review { $full } are asked by a treaty body or special procedure too, { $with } whole or in part
about-table-from = From
about-table-to = To
about-table-denominator = Denominator (of)
about-table-of-cell = units of the row, and of the column where there is one
about-table-of-row = units of the row
about-table-of-all = all units that are counted
about-table-filters = Filters
about-table-counted = Counted
about-table-units = { $units } units of { $records ->
    [one] 1 record
   *[other] { $records } records
 } to { $states ->
    [one] 1 State
   *[other] { $states } States
 }
about-table-tags = Tags
about-table-tags-of = { $tags ->
    [model] of the models alone, whatever files say
   *[final] person over file over model
 }
about-table-to-be-known = To be known
about-table-version = Version of the data
about-table-models = Models
about-table-made-with = Made with
about-table-program = Weft { $version }
about-table-question = Question
about-table-citation = How to cite
about-table-cited = { $title }. { $asked }. { $units } { $unit }, of { $records } records to { $states ->
    [one] 1 State
   *[other] { $states } States
 }. Weft { $version }, data { $data }, models { $models }.

## What is counted, and of whom.

region = { $value ->
    [africa] Africa
    [asia_pacific] Asia-Pacific
    [eastern_europe] Eastern Europe
    [grulac] Latin America and Caribbean
    [weog] Western Europe and others
    [observer] Observers
    [unknown] (unknown State)
   *[other] { $value }
 }
unit = { $value ->
    [recommendation] recommendations
    [pair] pairs of recommendation and recommending State
    [ask] asks
   *[other] { $value }
 }

## What is to be known of a table.

compare-other-kinds = { $records ->
    [one] 1 record of another kind (concern, pledge, other) fits and is not counted
   *[other] { $records } records of other kinds (concerns, pledges, others) fit and are not counted
 }
compare-several-values = Whatever has several values of a field counts for each: rows do not add up to the total
compare-position-of-ask = Where an ask met with several positions, that of the { $which ->
    [first] first
   *[newest] newest
 } session counts
compare-later-positions = The State stated another position after its review on { $records } { $records ->
    [one] record
   *[other] records
 }: { $which ->
    [first] that of the review
   *[newest] the newest
 } counts
compare-small = Denominators under { $least } have no percentage
compare-full-count = All recommendations of one review were counted, no sample of them: the interval speaks of what a like process may bring
compare-resampled = Recommendations of one review are not independent of each other: the interval to go by comes from drawing whole States ({ $states } of them, { $draws } times, seed { $seed }); that of Wilson or Newcombe beside it is too narrow
compare-comparisons = { $count } intervals of 95 % are made: about one in twenty is wrong by chance
compare-labels = { $unmapped } of { $labels } theme labels ({ $percent } %) are of older or other lists and lead to no theme of OHCHR’s list in force; they stand as they are. Labels of two generations are not one measure: --tags model measures all texts alike

relation = { $value ->
    [identical] identical
    [near-identical] near-identical
    [same-ask] same ask
   *[overlap] shares a part
 }
