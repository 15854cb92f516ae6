# Why a question has no answer or a command decides nothing, and what was decided.

refusal-not-analysed = nothing has been analysed yet
    .hint = run: weft analyse
refusal-unknown = there is no { $what ->
    [record] recommendation
    [cluster] cluster
    [theme] theme
    [state] State
    [value] value
    [instrument] instrument
    [saved-search] saved search
    [counted-value] value
    [body] body
    [plan] entry of the plan
    [library-indicator] indicator of the library
    [edition] closed plan
    [outcome] desired outcome of cluster
   *[other] { $what }
 } '{ $wanted }'
    .hint = { $what ->
        [record] look it up with: weft search WORDS
        [cluster] look it up with: weft clusters
        [theme] look it up with: weft clusters
        [state] give the name or the three letters of the State, such as PER
        [value] look it up with: weft links
        [saved-search] look it up with: weft searches
        [body] see the bodies with: weft links entities; add one to entities.csv
        [plan] see the keys with: weft plan; in a key that looks right a letter or digit is wrong, or two are exchanged
        [library-indicator] see the codes with: weft plan propose
        [edition] see the closed plans with: weft plan editions
        [outcome] set it first, without --in
        [counted-value] see the values with: weft compare --rows FIELD; ranges are written 1..5
        [instrument] give its name or its code, such as CAT
       *[other] look it up with: weft help
    }
refusal-none-named = { $what ->
    [record] no recommendation
    [cluster] no cluster
    [theme] no theme
    [state] no State
    [saved-search] no name of a search
    [body] no body
   *[other] nothing
 } was named
    .hint = { $what ->
        [record] mark at least one, or give its symbol and paragraph
        [cluster] give its number or its title
        [body] give its code or its name
       *[other] give at least one
    }
refusal-ambiguous = '{ $wanted }' names { $count } records, { $example } among them
    .hint = name the one you mean by its identifier
refusal-cluster-name = { $count ->
    [0] no cluster is called '{ $wanted }'; near it are: { $candidates }
   *[other] { $count } clusters are called '{ $wanted }': { $candidates }
 }
    .hint = name the one you mean by its number, or by its whole title
refusal-not-in-cluster = { $record } does not stand in cluster { $cluster }
    .hint = see its members with: weft clusters show { $cluster }
refusal-same-twice = { $given } is named twice
    .hint = name two different ones
refusal-nothing-to-correct = neither a position nor a text is given for { $record }
    .hint = name a --position or a --text
refusal-no-position-due = { $record } comes from no review: States state no position on it
    .hint = name recommendations of the UPR; for others say how far they have come with: weft assess
refusal-blank = the words are blank
    .hint = give at least one word
refusal-plan-value = '{ $given }' does not fit the field { $field }
    .hint = { $field ->
        [refused] write BODY: reason, of a body that leads or supports it
        [instead] write BODY: OTHER, of a body that leads or supports it
        [contact] write BODY: name, of a body that leads or supports it
        [accepted] name a body that leads or supports it
        [unit] values stand in the old unit: clear baseline and target first, and values have no other
        [release] write draft, submitted, returned or approved
        [published] write yes or no
        [type] write structural, process or outcome
        [every] write months as 6m, or years as 1y
        [assistance-step] write needed, asked or granted
        [iri] write not_implemented, partly, fully or cannot_be_assessed
        [grade] write A, B, C, D or E
        [cluster] give the number of a cluster, such as 3.1
        [baseline-date] set the baseline first
        [target-date] set the target first
        [date] write the day as 2027-03-31
        [until] write the day as 2027-03-31
       *[other] see the fields with: weft plan set --help
    }
refusal-unit = '{ $given }' is no value in '{ $unit }'
    .hint = write the number alone or with that unit, a share as 37.5% or 3/8 (both must agree), or change the unit of the indicator first
refusal-no-dispatch = { $file } is of no dispatch that is known here
    .hint = it may come from another workspace, or the dispatch was taken back: weft history
refusal-several-dispatches = { $file } bears no number of a dispatch, and may be of { $one } or of { $other }
    .hint = say which with --dispatch, or write the number into its first row and read it again
refusal-no-follow-up = no paragraph of { $symbol } is known to be chosen for follow-up
    .hint = import the document with its last paragraphs, which say what the committee wants to hear of and when
refusal-nothing-to-send = { $held_back ->
    [0] there is no measure to send{ $to ->
        [none] { "" }
       *[other] { " " }to { $to }
     }
   *[other] none of { $held_back } measures may be shown to { $to }: they are neither approved nor published
 }
    .hint = give measures a lead with weft plan set KEY lead=CODE; for a consultation: weft plan set KEY release=approved
refusal-number-taken = the number { $number } is that of { $key }
    .hint = take another number, or change that one first with weft plan set { $key } number=…
refusal-plan-kind = { $key } is no { $needed }, or has none
    .hint = see the keys with: weft plan; those of indicators with: weft export plan --rows indicators
refusal-closed-plan = { $key ->
    [none] what is closed can only be read: the plan '{ $edition }'
   *[other] { $key } stands in the closed plan '{ $edition }', which can only be read
 }
    .hint = read it with: weft plan --edition "{ $edition }"; to change it, undo the closing (weft history shows it)
refusal-edition-taken = there is a closed plan '{ $name }' already
    .hint = give it another name; weft plan editions shows those there are
refusal-nothing-to-close = the plan holds no measure and no outcome: there is nothing to close
    .hint = plan a measure with: weft plan add, or bring the last plan in with: weft plan import
refusal-no-state = no State is named, and the workspace is about no single one
    .hint = name it with --state
refusal-locked = cluster { $cluster } is locked
    .hint = unlock it first: weft clusters unlock { $cluster }
refusal-clusters-decided = { $count ->
    [one] one decision of persons hangs
   *[other] { $count } decisions of persons hang
 } on the numbers of the clusters
    .hint = take them back with weft undo, or work on with weft clusters move, split and merge
refusal-unreadable = { $cause }
    .hint = check that the disk can be read; weft verify looks at all of it
refusal-moved = somebody has changed the records meanwhile
    .hint = ask again

done-title = cluster { $cluster } is now called '{ $title }'
done-locked = cluster { $cluster } is locked
done-unlocked = cluster { $cluster } is open
done-accepted = cluster { $cluster } is accepted with { $count ->
    [one] one record
   *[other] { $count } records
 } and locked
done-moved = { $count ->
    [one] { $record } stands
   *[other] { $count } records stand
 } in cluster { $cluster }{ $empties ->
    [0] { "" }
    [one] ; cluster { $emptied } is empty now and goes from the list
   *[other] ; clusters { $emptied } are empty now and go from the list
 }
done-merged = { $count ->
    [one] one record
   *[other] { $count } records
 } of { $from } stand in cluster { $into }{ $empties ->
    [0] { "" }
    [one] ; cluster { $emptied } is empty now and goes from the list
   *[other] ; clusters { $emptied } are empty now and go from the list
 }
done-split = { $count ->
    [one] one record makes
   *[other] { $count } records make
 } the new cluster { $cluster }{ $titles ->
    [0] { "" }
   *[other] , called '{ $title }'
 }{ $empties ->
    [0] { "" }
    [one] ; cluster { $emptied } is empty now and goes from the list
   *[other] ; clusters { $emptied } are empty now and go from the list
 }
done-identical = { $asks } asks that are made word for word are accepted ({ $pairs } pairs)
done-related = { $count ->
    [one] { $a } and { $b }
   *[other] { $a } and each of { $b }
 } are { $kind ->
    [none] not related
   *[other] { $kind }
 }
done-judged = { $kind } { $value } is { $verdict ->
    [accepted] accepted
   *[refused] refused
 } for { $count ->
    [one] { $record }
   *[other] { $count } records
 }{ $others ->
    [0] { "" }
    [one] { " " }and for another record that asks the same
   *[other] { " " }and for { $others } others that ask the same
 }
done-corrected = { $what ->
    [position] the position on { $record } is corrected
    [wording] the wording of { $record } is corrected
   *[both] position and wording of { $record } are corrected
 }
done-position-stated = { $position } since { $day } ({ $source }) on { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
 }; what was said at the review stands beside it
done-judged-several = { $kind } of { $record }: { $accepted } accepted, { $refused } refused
done-renewed = the proposed clusters are dropped; make them anew with: weft analyse

## Why a record stands in its cluster.

placed-by-person = put there by a person
placed-by-topic = its topic is at home there: people have put { $count } recommendations of it there
