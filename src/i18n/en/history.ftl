# Words of the journal: what was done, and what was decided.

history-imported = imported { $file }: { $rows } rows, { $new } new, { $changed } changed
history-removed = took back the import of { $file }: { $gone } records went, { $changed } lost this source
history-record-changed = { $field } of { $record }: '{ $before }' became '{ $after }'
history-absorbed = { $record } turned out to be { $into } from another source and became part of it
history-decided = { $subject }: { $after } (before: { $before })
history-restored = restored from { $file }
history-setting-changed = { $setting ->
    [state] State of the workspace
   *[register] register of bodies
 }: { $after } (before: { $before })

## What a decision is about

subject-pair = { $a } and { $b }
subject-tag = { $kind } { $value } of { $record }
subject-title = title of cluster { $cluster }
subject-lock = lock of cluster { $cluster }
subject-placement = cluster of { $record }
subject-position = position on { $record }
subject-later-position = position on { $record } of { $day }
subject-wording = wording ({ $language }) of { $record }

## What was decided

decision-open = nothing decided
decision-related = { $kind }
decision-not-related = not related
decision-accepted = accepted
decision-refused = refused
decision-words = '{ $text }'
position-stated = { $position }, stated in { $source }
decision-locked = locked
decision-unlocked = unlocked
decision-cluster = cluster { $cluster }
decision-misfit = subject and ruling do not fit
