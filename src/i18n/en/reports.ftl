# Words of reports.

## What no source of a record says.

unsure-state = no source names the State
unsure-known-state = the State '{ $name }' is unknown
unsure-session = no source says in which session of the review it was made
unsure-position = no source says the position of the State

## Comparing.

unknown-field = '{ $given }' is not a field; fields are: { $known }
bad-condition = '{ $given }' is not a field with a value, such as position=supported; several values are parted by |

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
# An act that a recommendation asks for, or asks not to do.
taken-act = { $denied ->
    [yes] not { $act }
   *[no] { $act }
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
compare-small = Denominators under { $least } have no percentage
compare-full-count = All recommendations of one review were counted, no sample of them: the interval speaks of what a like process may bring
compare-resampled = Recommendations of one review are not independent of each other: the interval to go by comes from drawing whole States ({ $states } of them, { $draws } times, seed { $seed }); that of Wilson or Newcombe beside it is too narrow
compare-comparisons = { $count } intervals of 95 % are made: about one in twenty is wrong by chance
compare-labels = { $unmapped } of { $labels } theme labels ({ $percent } %) are of older or other lists and lead to no theme of OHCHR’s list in force; they stand as they are. Labels of two generations are not one measure: --tags model measures all texts alike
