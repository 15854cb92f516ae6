# Words of reports.

## What no source of a record says.

unsure-state = no source names the State
unsure-known-state = the State '{ $name }' is unknown
unsure-session = no source says in which session of the review it was made
unsure-position = no source says the position of the State
