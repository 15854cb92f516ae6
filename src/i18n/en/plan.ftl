# Words of what is decided on the plan, of what it lacks, and of its journal.

done-measure = { $key }: measure planned; it answers { $count ->
    [one] one recommendation
   *[other] { $count } recommendations
 }{ $unread ->
    [0] { "" }
   *[other] ; what could not be read as a date or a state is kept in words ({ $unread })
 }
done-milestone = { $key }: step of { $measure } planned{ $unread ->
    [0] { "" }
   *[other] ; what could not be read as a date or a state is kept in words ({ $unread })
 }
done-indicator = { $key }: indicator of { $measure } planned{ $unread ->
    [0] { "" }
   *[other] ; what could not be read as a date or a state is kept in words ({ $unread })
 }
done-set = { $key }: { $fields } set{ $unread ->
    [0] { "" }
   *[other] ; what could not be read as a date or a state is kept in words ({ $unread })
 }
done-sent = { $file } goes out as dispatch { $key }, { $rows } rows
done-taken-over = { $file }: { $cells } cells, { $refusals } refusals, { $comments } comments and { $new } new measures taken over (dispatch { $key })
done-linked = { $measure } answers { $count ->
    [one] one more recommendation
   *[other] { $count } more recommendations
 }
done-unlinked = { $measure } { $count ->
    [0] did not answer that before
    [one] no longer answers one recommendation
   *[other] no longer answers { $count } recommendations
 }
done-removed = { $key } is taken out of the plan{ $count ->
    [0] { "" }
    [one] { " " }with one part of it
   *[other] { " " }with { $count } parts of it
 }
done-closed = the plan '{ $name }' is closed with { $measures ->
    [one] one measure
   *[other] { $measures } measures
 }; { $carried ->
    [0] none goes on
    [one] one goes on
   *[other] { $carried } go on
 } in the plan at work. Read it with: weft plan --edition "{ $name }"
done-outcome = { $words ->
    [0] the desired outcome of cluster { $cluster } is taken back
   *[other] the desired outcome of cluster { $cluster } is set
 }
done-value = { $indicator }: value of { $period } noted{ $check ->
    [equal] ; the groups add up to it
    [other] ; the groups add up to { $sum }, not to the value: both stand as they are
   *[none] { "" }
 }
done-assessed = { $key }: assessment of { $subject } noted
done-commented = { $key }: comment on { $subject } noted

## The journal

subject-plan = { $field }{ $named ->
    [0] { "" }
   *[other] { " " }{ $which }
 } of { $key }

plan-field = { $value ->
    [kind] entry
    [text] text
    [number] number
    [answers] answer to
    [home] cluster
    [serves] outcome
    [lead] lead
    [support] support
    [from] beginning
    [until] date
    [status] status
    [obstacles] obstacles
    [budget] budget
    [assistance] assistance
    [remarks] remarks
    [release] release
    [published] publication
    [no-indicator] reason for no indicator
    [type] type
    [unit] unit
    [baseline] baseline
    [target] target
    [source] source
    [split-by] split
    [every] rule of reporting
    [observed] value of
    [about] subject
    [assessed] assessment
    [said] comment
    [sent] dispatch
    [row] row of a dispatch
    [returned] return of a dispatch
    [closed] closing of
    [text-in] text in
    [obstacles-in] obstacles in
   *[other] { $value }
 }

## What the plan lacks

plan-rule = { $value ->
    [unanswered] Recommendations in no measure
    [unanswered-noted] Noted recommendations in no measure
    [unanswered-pending] Recommendations without a position in no measure
    [no-outcome] Clusters with measures and no desired outcome
    [answers-nothing] Measures that answer nothing
    [no-lead] Measures without a lead
    [no-date] Measures without a date
    [no-indicator] Measures without an indicator
    [unmeasurable-target] Indicators whose target cannot be measured
    [not-smart] Measures that lack elements of SMART
    [no-split-by-sex] Measures on women or girls without an indicator by sex
    [women-in-list] Measures that answer what names women only in a list
    [gender-unnamed] Measures on matters whose gender dimension nobody names
    [overloaded] Bodies that lead far more than others
    [refused-alone] Measures whose lead has refused and nobody is proposed
    [unfunded] Measures that nobody pays for in full
    [untranslated] Measures without words in a language that others have
    [dates-crossed] Measures that end before they begin
    [overdue] Measures that are late
    [value-overdue] Indicators with values that are late
    [no-news] Measures without news
   *[other] { $value }
 }

due-kind = { $value ->
    [measure] measure
    [milestone] step
    [target] target
    [value] value
   *[other] { $value }
 }

acceptance = { $value ->
    [proposed] proposed
    [sent] sent
    [accepted] accepted
    [refused] refused
   *[other] { $value }
 }

plan-release = { $value ->
    [draft] draft
    [submitted] submitted
    [returned] returned
    [approved] approved
   *[other] { $value }
 }

assistance-step = { $value ->
    [needed] needed
    [asked] asked for
    [granted] granted
   *[other] { $value }
 }

voice = { $value ->
    [state] State
    [entity] body of the State
    [nhri] national human rights institution
    [cso] civil society
    [un] United Nations
    [committee] committee
    [parliament] parliament
   *[other] { $value }
 }

grade = { $value ->
    [A] A: largely satisfactory
    [B] B: partially satisfactory
    [C] C: not satisfactory
    [D] D: no cooperation
    [E] E: contrary to the recommendation
   *[other] { $value }
 }

bad-plan-key = '{ $given }' is not a key of the plan such as M4KQ-7T9-X
bad-period = '{ $given }' is not a period such as 2027, 2027-H1, 2027-Q2, 2027-03 or 2027-03-31
