# Words of reports.

## What no source of a record says.

unsure-state = no source names the State
unsure-known-state = the State '{ $name }' is unknown
unsure-session = no source says in which session of the review it was made
unsure-position = no source says the position of the State

## Comparing.

unknown-field = '{ $given }' is not a field; fields are: { $known }
bad-condition = '{ $given }' is not a field with a value, such as position=supported; several values are parted by |

# An act that a recommendation asks for, or asks not to do.
taken-act = { $denied ->
    [yes] not { $act }
   *[no] { $act }
 }
