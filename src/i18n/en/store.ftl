# Words of the store: what can go wrong with it, and what it refuses.

store-held = the workspace { $path } is held by another process{ $pid ->
    [none] { "" }
   *[other] { " " }(pid { $pid })
 }
    .hint = wait until the other command is done, or close it; nothing was changed
store-io = cannot read or write { $path }: { $cause }
    .hint = check that the disk has room and that you may write to the folder
store-cause-no-file = it is a folder, a device or a pipe, and no file
store-damaged = the store { $path } is damaged: { $reason }
    .hint = restore the newest file in backups/ with: weft restore FILE
store-hangs = the store { $path } did not open in time
    .hint = try again; if it hangs again, restore the newest file in backups/ with: weft restore FILE
store-read-only = the workspace can be read, not changed: nobody may write to { $path }
    .hint = make a backup and restore it where you may write: weft backup FILE, then weft --workspace FOLDER restore FILE
store-newer-schema = the store has format { $found }; this version of Weft reads up to format { $known }
    .hint = install the newer version of Weft; nothing was changed
store-codec = { $what } cannot be coded: { $reason }
    .hint = run weft verify; if it reports faults, restore the newest backup
store-bad-backup = { $path }, line { $line }: { $reason }
    .hint = use another backup; the workspace is as it was
store-changed = { $count ->
    [one] what you decide on has changed since you looked
   *[other] { $count } of the things you decide on have changed since you looked
 }: { $theirs }
    .hint = look at it again, then decide; nothing was changed
store-moved = { $subject } is { $now } since { $at }, by { $who }
store-nothing-to-undo = there is nothing of yours to undo
    .hint = decisions and imports can be undone: titles, locks, moves, corrections, accepted and refused links, files; those of others by the name that weft history shows: weft undo COMMAND
store-removed = the newest that you did is to take the import of { $file } back, and that cannot be undone
    .hint = import the file again to have its records back; take another command back by the name that weft history shows: weft undo COMMAND
store-unknown-command = there is no command { $command }
    .hint = weft history shows what was done and the name of each command
store-no-decision = the command { $command } cannot be undone; it restored a backup, or took an import back
    .hint = a file that was taken back can be imported again; weft history shows which commands are decisions
store-import-moved = something was decided or imported since it was told what would go with { $file }
    .hint = look again at what would go; nothing was changed
store-taken-back = the command { $command } has been taken back already
    .hint = to have it again, take back the command that took it back; weft history shows its name
store-resting = { $count ->
    [one] a later command rests on { $command }
   *[other] { $count } later commands rest on { $command }
 }: { $resting }
    .hint = see what would go with it: weft undo { $command } --preview; take back all of it with --yes

## What is wrong with a store or a backup

store-damage-gave-up = the engine gave up while opening
store-damage-cut-short = it ends at revision { $found }, but revision { $noted } was written; its file was cut short
store-damage-no-format = the number of its format cannot be read
store-damage-engine = { $reason }

store-backup-no-file = it is a folder, a device or a pipe, and no file
store-backup-goes-on = something stands behind its last line; the file was changed
store-backup-document-twice = the file { $name } stands in it twice
store-backup-record-twice = record { $record } stands in it twice
store-backup-empty-record = record { $record } has no text or no source
store-backup-long-line = the line is longer than the { $most } MB that one of a backup may have
store-backup-long-text = a text in it has { $size } MB, more than the { $most } MB that one may have
store-backup-long-list = a list in it has { $count } items, more than the { $most } that one may have
store-backup-deep-line = the line is nested deeper than { $most } levels
store-backup-many-documents = it holds more text files than the { $most } that a workspace may have
store-backup-unsound = what it holds is not sound: { $fault }
store-backup-cut-off = the file ends before its last line; it is cut off
store-backup-no-backup = the file is no backup of Weft
store-backup-changed = counts or hash do not fit; the file was changed
store-backup-bad-line = { $reason }

store-fault-unreadable = record { $record }: { $reason }
store-fault-wrong-key = record { $record } stands under another key
store-fault-empty = record { $record } has no text or no source
store-fault-unreadable-part = { $part } cannot be read: { $reason }
store-fault-lost-source = source { $source } leads to no record
store-fault-record-count = { $counted } records were read, { $noted } are noted
store-fault-event-count = { $counted } events were read, { $noted } are noted

store-value-record = a record
store-value-import = an import
store-value-subject = a subject
store-value-decision = a decision
store-value-event = an event
store-value-cluster = a cluster
store-value-placements = placements

store-codec-too-short = the value is too short
store-codec-other-version = the value has version { $found }, known is { $known }
store-codec-said = { $cause }
