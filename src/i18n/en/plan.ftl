# Words of the plan: headings of its columns, the state of measures, kinds of indicators. The heading of
# the column of keys is its code in every language, so that a table that comes back is known by it.

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
