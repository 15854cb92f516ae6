# Words of the plan as people read it: headings of its columns, the state of measures, kinds of indicators, captions of
# its files. The heading of the column of keys is its code in every language, so that a table that comes back is known
# by it.

plan-column = { $value ->
    [cluster] Cluster
    [title] Cluster title
    [recommendations] Recommendations
    [merged-text] Merged text
    [themes] Themes
    [groups] Groups
    [sdg-targets] SDG targets
    [measure] Measure
    [lead] Lead
    [supporting] Supporting
    [time-frame] Time frame and milestones
    [indicator] Indicator (type, baseline, target, source)
    [budget] Budget and source
    [assistance] Technical assistance needed
    [status] Status
    [remarks] Remarks
   *[key] { $value }
 }

plan-status = { $value ->
    [not_started] not started
    [planned] planned
    [in_progress] in progress
    [partly_implemented] partly implemented
    [implemented] implemented
    [not_pursued] not pursued
   *[other] { $value }
 }

indicator-type = { $value ->
    [structural] structural
    [process] process
    [outcome] outcome
   *[other] { $value }
 }

position = { $value ->
    [supported] Supported
    [supported_implemented] Supported (implemented or in process)
    [partly_supported] Supported/Noted
    [noted] Noted
    [pending] Pending
    [none] No position
   *[other] { $value }
 }
position-restated = { $position } ({ $day }, { $source }; at the review: { $before })

## Captions of files

plan-document-title = { $name }: implementation plan
plan-document-contents = Contents
plan-document-outcome = Desired outcome
plan-document-no-outcome = No desired outcome has been set.
plan-document-no-measure = No measure has been planned.
plan-document-recommendations = Recommendations
plan-document-unanswered = In no measure: { $count } of { $all }
plan-document-measure = Measure
plan-document-number = No.
plan-document-answers = Answers
plan-document-lead = Lead
plan-document-support = Support
plan-document-time = Time frame
plan-document-indicators = Indicators
plan-document-status = Status
plan-document-budget = Budget and source
plan-document-lacking = Nobody pays yet: { $amount }
plan-document-assistance = Technical assistance
plan-document-obstacles = Obstacles
plan-document-loose = Measures outside clusters
plan-document-as-of = As of { $date }. Measures: { $measures }. Recommendations: { $recommendations }, in measures: { $answered }.
plan-document-baseline = baseline { $value }
plan-document-target = target { $value }
plan-document-not-needed = none needed: { $reason }
plan-document-rest = Clusters without a measure: { $clusters }.
plan-document-gap = —
plan-document-closed-edition = Closed plan “{ $name }”, as it stood on { $date }.

## Captions of the table of asks

caption-plan-title = { $name }: clustered implementation plan
# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
caption-plan-sheet = Plan
caption-choose-status = Choose a status
caption-page = Page { $page } of { $pages }
caption-also-in = also in cluster { $number }
caption-either = { $one } or { $other }
caption-plan-day = As of { $date }.
caption-plan-decided = { $recommendations } recommendations in { $rows } rows. Confirmed by people or by the sources: { $leads } of { $rows } leads, SDG targets of { $targets } of { $rows } rows. What stands in italics is proposed by Weft and not confirmed.
caption-plan-filtered = Left out by the filter: { $count } recommendations.
caption-plan-aside = Left out, because they are of other or unknown States: { $count } recommendations.
caption-plan-proposed = { $text } (proposed)
