# Words of what becomes of arriving records.

records-field-symbol = symbol
records-field-paragraph = paragraph
records-field-state = state
records-field-session = session
records-field-published = published
records-field-position = position
records-field-text = text

records-positions-number = { $number }: { $reason }
records-positions-no-report = no recommendation of its report is here yet: import the report or the thematic list, then this file again
records-positions-many-reviews = several reviews have these numbers, of the sessions or symbols { $reviews }; say which one with --session N
records-positions-no-such-report = no recommendation of the report { $report } is here yet: import the report or the thematic list, then this file again

records-unresolved-run-too-long = the run is too long to be meant
records-unresolved-no-such-number = the report has no such number
records-unresolved-many-paragraphs = the paragraphs [{ $paragraphs }] all have such a number
records-unresolved-not-in-report = the report has no { $numbers }
records-unresolved-set-apart = it is set apart from its class and given no position
records-unresolved-many-classes = it stands in { $count } classes: { $classes }

records-class-supported = Supported
records-class-supported-implemented = Supported (implemented or in process)
records-class-partly-supported = Supported/Noted
records-class-noted = Noted
records-class-pending = Pending
records-class-none = { "" }
