# Words in figures: short, because they stand in narrow places. Every one of them stands in the catalogues of all
# languages of figures.

figure-title = { $what ->
    [overlap] Who speaks of what
    [combinations] Who asks the same
    [cycles] Positions of the State by cycle of the review
    [positions] Positions of the State
    [status] Measures by status over time
   *[themes] Themes and clusters
 }
figure-title-of-two = { $rows } by { $columns }
figure-title-of-one = { $rows }
figure-title-of-change = { $rows }: from { $from } to { $to }
figure-title-of-state = Asked again: { $state }
figure-share-of = Share of { $condition }.

## For those who do not see the figure.

figure-said-of-table = Rows: { $rows }. Columns: { $columns }. Counted in all: { $units }.
figure-said-of-most = Most: { $count } ({ $row }, { $column }).
figure-said-of-combinations = Asks: { $asks }. Made by several: { $several }.
figure-said-of-bars = Rows: { $rows }. Counted in all: { $units }. Supported: { $supported }.
figure-said-of-status = Days: { $days }. Measures on the last day: { $measures }.
figure-said-of-chains = Chains shown: { $shown } of { $all }. Records: { $records }.
figure-said-of-themes = Themes: { $themes }. Clusters: { $clusters }. Counted in all: { $units }.

## What is left out, and what is to be known.

figure-more-rows = { $shown } of { $all } rows are shown.
figure-more-columns = { $shown } of { $all } columns are shown, most first.
figure-altogether = all, each once
figure-no-value = (none)
figure-cycle = cycle { $number }
figure-interval = { $share } % ({ $low }–{ $high })
figure-points = { $difference } ({ $low } to { $high })
figure-small = under 10: no percentage
figure-whiskers = The line under a bar: the share that is supported, with its interval of 95 %.
figure-wilson = Of one review all was counted, no sample: the interval of 95 % says what a like process may bring.
figure-drawn = Intervals of 95 % by drawing whole States, because recommendations of one review are not independent.
figure-nothing = There is nothing to show.

## Foot.

figure-foot = Unit: { $unit }. Denominator: { $denominator }.
figure-source = Records: { $records }; States: { $states }. Data { $data }, models { $models }. Weft { $version }.
figure-unit = { $value ->
    [pair] pairs of recommendation and recommending State
    [ask] asks
    [record] records of all kinds
    [measure] measures
   *[recommendation] recommendations
 }
figure-denominator = { $value ->
    [counts] none, cells are counts; what several make counts for each of them
    [combinations] all asks, each once
    [row] units of the row
    [cell] units of the row, and of the column where there is one
    [part] all units of the part
    [chains] none; a chain is one thing asked on several occasions, a star marks what asks for other things too
    [status] measures of the day; a day stands here when something changed on it
   *[all] all units that are counted
 }

## Values.

figure-field = { $value ->
    [state] States
    [region] Regional groups
    [session] Sessions
    [cycle] Cycles
    [mechanism] Mechanisms
    [body] Bodies
    [recommender] Recommending States
    [recommender_region] Regional groups of recommending States
    [position] Positions
    [category] Action categories
    [issue] Issues
    [theme] Themes
    [group] Groups of persons
    [sdg] SDG targets
    [entity] Entities
    [cluster] Clusters
    [year] Years
   *[kind] Kinds of record
 }
figure-mechanism = { $value ->
    [upr] UPR
    [treaty_body] Treaty bodies
    [special_procedure] Special procedures
    [regional] Regional systems
    [national] National bodies
    [unknown] Mechanism not said
   *[other] { $value }
 }
figure-position = { $value ->
    [supported] supported
    [supported_implemented] supported, done or in process
    [partly_supported] partly supported
    [noted] noted
    [pending] pending
    [none] no position
   *[other] { $value }
 }
figure-category = { $value ->
    [c1] 1, minimal action
    [c2] 2, continuing action
    [c3] 3, considering action
    [c4] 4, general action
    [c5] 5, specific action
   *[other] { $value }
 }
figure-region = { $value ->
    [africa] Africa
    [asia_pacific] Asia-Pacific
    [eastern_europe] Eastern Europe
    [grulac] Latin America and Caribbean
    [weog] Western Europe and others
    [observer] Observers
    [unknown] (unknown State)
   *[other] { $value }
 }

figure-png = cannot draw the figure in pixels: { $cause }
    .hint = write it as .svg, or show fewer rows
