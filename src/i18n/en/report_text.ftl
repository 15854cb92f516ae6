# Reports: titles, captions and sentences that stand in them, beside the words of people and sources.

report-text-chapter-title = Follow-up to the previous review:
report-text-mid-term-title = Mid-term report:
report-text-follow-up-title = Follow-up to { $symbol }
report-text-entity-title = Report of { $name }:
report-text-cluster-title = Report on cluster { $number }, { $title }:
report-text-parliament-title = What is before parliament:
report-text-as-of = As of { $date }
report-text-to = To: { $name }
report-text-of = State party: { $name }
report-text-due = Due { $date } (paragraph { $paragraph })
report-text-follow-up = Follow-up to the previous review
report-text-measures = Measures
report-text-loose = Measures outside clusters
report-text-notes = Notes
report-text-left-out = Recommendations that this report says nothing of
report-text-no-measure = no measure answers it
report-text-received = In cycle { $cycle } { $all } recommendations and pledges were made; { $supported } are supported, { $partly } supported in part, { $noted } noted. Measures answer { $answered } of { $all }.
report-text-numbers = Recommendations { $numbers }.
report-text-numbers-noted = Noted: { $numbers }.
report-text-numbers-open = Without a position: { $numbers }.
report-text-paragraph = Paragraph { $number }
report-text-reply = Reply of the State party:
report-text-lead = Lead: { $names }.
report-text-until = Until: { $date }.
report-text-from = From: { $date }.
report-text-time = Time: { $from } to { $until }.
report-text-status = State: { $status ->
    [not_started] not started
    [planned] planned
    [in_progress] in progress
    [partly_implemented] partly implemented
    [implemented] implemented
    [not_pursued] not pursued
   *[other] { $status }
 }.
report-text-status-words = State: { $words }.
report-text-indicator = Indicator: { $name };
report-text-baseline = baseline { $value };
report-text-target = target { $value };
report-text-value = { $period }: { $value };
report-text-obstacles = Obstacles: { $text }
report-text-assistance = Technical assistance: { $text }
report-text-outcome = Desired outcome: { $text }
report-text-assessed = { $value ->
    [not_implemented] Not implemented
    [partly] Partly implemented
    [fully] Fully implemented
    [cannot_be_assessed] Cannot be assessed
   *[other] { $value }
 } ({ $by }, { $date }){ $evidence }
report-text-column-recommendation = Recommendation
report-text-column-position = Position
report-text-column-themes = Themes
report-text-column-assessment = Assessment and comments on level of implementation
report-text-column-number = No.
report-text-column-state = Level of implementation
report-text-column-measures = Measures
report-text-gap-review = no recommendation of the review is in this workspace
report-text-gap-measures = no measure has been planned
report-text-gap-lead = who leads is missing
report-text-gap-date = the date is missing
report-text-gap-status = its state is missing
report-text-gap-indicator = an indicator is missing
report-text-gap-reply = nothing is on file
report-text-gap-part = nothing is on file on ({ $letter })
report-text-gap-due = the document states no date
report-text-limit-national-report = national report of the UPR
report-text-warning-words = The report has { $words } words; { $limit } are the limit.
report-text-warning-positions = { $count } recommendations have no position yet.
report-text-warning-due = The paragraph makes it due on { $stated }; by the rule of the committee it would be { $rule }.
report-text-warning-no-due = The paragraph names no date; by the rule of the committee it is due on { $rule }.
report-text-warning-unknown-due = No date is known on which it is due.
report-text-warning-drafts = { $count } measures in it are neither approved nor published.
report-text-warning-sessions = { $count } recommendations of the review name no session and are not in it.
