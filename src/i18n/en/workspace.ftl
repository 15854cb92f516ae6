# What can go wrong in a workspace.

workspace-not-found = there is no workspace in { $path } or above it
    .hint = make one with: weft init FOLDER, or name it with --workspace FOLDER; where weft.toml is lost, weft restore BACKUP brings it back
workspace-exists = { $path } is a workspace already
    .hint = use it with --workspace { $path }, or choose another folder
workspace-not-empty = the folder { $path } is not empty
    .hint = name another folder: weft demo FOLDER
workspace-bad-settings = { $path }: { $reason }
    .hint = mend the line in weft.toml, or bring the settings back with: weft restore BACKUP; the records are not touched
workspace-io = cannot read or write { $path }: { $cause }
    .hint = check that the disk has room and that you may write there; what is damaged comes back with: weft restore BACKUP
workspace-bad-date = '{ $given }' is not a date such as 2019, 2019-06 or 2019-06-30
    .hint = give a year, a month or a day
workspace-nothing-to-keep = there is no query or filter to keep as '{ $given }'
    .hint = give words or filters to search for
workspace-no-name = a search needs a name to be kept
    .hint = give one after --save
workspace-folder-in-use = the folder { $path } holds files already
    .hint = name another folder, or say --again: what would be replaced is kept under another name
workspace-bad-choice = { $path }, { $line }: "{ $cause }" is not understood
    .hint = write three columns, key, field and choice; the fields are those of weft plan receive --json, a choice is theirs or ours
workspace-no-matrix = { $path } has no table whose last column is for an assessment
    .hint = newer matrices have none: write one that has with weft report mid-term --form matrix
workspace-bad-column = "{ $given }" says of no column what it is called
    .hint = write COLUMN=HEADING; the columns are number, recommendations, measure, from, until, status, obstacles, budget, assistance, answer, reason, instead, contact, indicator, period, value, missing, assessment, evidence, comment
workspace-too-few-cards = { $cards ->
    [0] no record fits
    [one] one record fits
   *[other] { $cards } records fit
 } on the cards of this exercise; it needs { $least } at least
    .hint = name another --kind or another --state, or import more
workspace-no-key = { $path } is no key of an exercise: { $cause }
    .hint = name the key.json that was written with the cards, then the sheets
workspace-no-sheet = { $path } places no cards of this exercise
    .hint = it can be the handout filled in, the file of a card sort, a table whose columns are groups, or lines such as "Group A: 1, 4, 7"
workspace-own-file = { $path } belongs to the workspace
    .hint = choose another name for what is to be written
workspace-own-input = { $path } is read by this command and cannot be written by it
    .hint = choose another name for what is to be written
workspace-no-file = { $path } is a folder, a device or a pipe, and no file
    .hint = name a file; what is to go on to another program is written to standard output where no file is named
workspace-wrong-ending = { $path } cannot hold { $what ->
    [plan] a plan
    [results] results
    [table] a table
    [figure] a figure
    [pairs] pairs of records
   *[rows] records or relations
 }
    .hint = { $what ->
        [plan] write a plan to a file that ends in .xlsx, .docx or .csv
        [results] write results to a file that ends in .xlsx, .docx, .csv or .json
        [table] write a table to a file that ends in .csv, .xlsx, .docx, .html or .json, or as a figure in .svg or .png
        [figure] write a figure to a file that ends in .svg or .png
        [pairs] pairs are read and not looked at: write them to a file that ends in .csv, .xlsx, .docx or .json
       *[rows] write them to a file that ends in .csv, .json or .jsonl
    }
workspace-in-the-way = { $path } is in the way: a restore prepares under that name, and what is there was not made by one
    .hint = give it another name, then restore again; nothing was changed
workspace-half-restored = an interrupted restore left { $path } and no store
    .hint = run weft restore FILE again with the same backup
workspace-learnt-missing = { $count ->
    [one] 1 lesson that was learnt from decisions is gone
   *[other] { $count } lessons that were learnt from decisions are gone
 } with { $path }, and proposals go without them. { $backup ->
    [none] Learn them again with: weft models learn; or leave it at that with: weft models learn --undo
   *[other] Learn them again with: weft models learn; take all back from the backup with: weft restore { $backup }; or leave it at that with: weft models learn --undo
 }
workspace-learnt-unreadable = what was learnt from decisions cannot be read, and proposals go without it: { $path }: { $reason }. Learn it again with: weft models learn; or take the last learning back with: weft models learn --undo
workspace-not-imported = no file '{ $given }' was imported
    .hint = weft history shows which files were
workspace-several-imports = several files '{ $given }' were imported: { $hashes }
    .hint = name one by the beginning of its hash
workspace-nothing-to-learn = nobody has decided on a lead or a theme yet
    .hint = accept or refuse some first: weft links accept RECORD lead justice
workspace-nothing-learnt = nothing was learnt from decisions here
    .hint = learn with: weft models learn
workspace-stopped = stopped; what was done before is whole
    .hint = run the same command again to go on
workspace-may-only-read = { $given } may look at this workspace, not decide in it
    .hint = ask the owner of the workspace for another role

## What can be wrong with weft.toml

settings-said = { $cause }
settings-register-elsewhere = entities must be the name of a file in the folder of the workspace
settings-register-taken = entities must be the name of a file that the workspace does not use itself
settings-searches-no-tables = searches must be written as [[searches]]
settings-number-too-large = the number is too large
settings-themes = themes = { $themes }: from 1 to { $most } are possible
settings-empty-clusters = a cluster holds at least 1 ask
settings-many-asks = { $asks } asks a cluster: at most { $most } are possible
settings-narrow-bounds = { $least } to { $most } asks: the larger must be twice the smaller or more
settings-in-clusters = [clusters] { $fault }
## How far what is searched is that of the records.

workspace-index-current = The index is that of the records.
workspace-index-empty = The workspace holds no records yet; run: weft import FILE
workspace-index-busy = Another process is at work on the records; this is what was indexed before it began
workspace-index-unanalysed = { $records ->
    [one] 1 record has not been analysed and has no cluster yet; run: weft analyse
   *[other] { $records } records have not been analysed and have no cluster yet; run: weft analyse
 }
## What a check found to be wrong

workspace-fault-changed-original = the original { $file } holds other bytes than were imported; import the document again
workspace-fault-unreadable-original = the original { $file } cannot be read: { $cause }
workspace-fault-bad-backup = the backup { $file } cannot be put back: { $reason }
workspace-fault-missing-register = the register of entities { $file } is gone, so that plans name types of entities and no bodies of the State
workspace-fault-bad-register = the register of entities cannot be read: { $reason }
