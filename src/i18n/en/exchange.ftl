# Tables of the plan that came back: what they hold, what is wrong in them, and how to mend it.

exchange-counts-sent = Of { $sent } rows sent: { $unchanged } unchanged, { $changed } changed, { $refused } refused, { $missing } not returned.
exchange-counts-returned = Of { $returned } rows in the file: { $known } known, { $probable } to be confirmed, { $new } new, { $unknown } not known, { $doubled } doubled.

exchange-keys-disagree = the row has two keys, { $seen } and { $hidden }
    .hint = it was copied or written over: fill in the row that was sent with its key
exchange-key-twice = the key { $key } stands in several rows that say different things
    .hint = keep one of them; for a new measure leave the key blank
exchange-other-dispatch = the row { $key } is of another dispatch, { $dispatch }
    .hint = send it back in the table that it came in
exchange-no-key = "{ $text }" is no key of this table
    .hint = write the key that stood there, or leave it blank for a new measure
exchange-unknown-row = the row was not sent, and is no new measure: { $text }
    .hint = for a new measure write what is to be done into the column for measures
exchange-probably-row = the row has no key; by its words it is { $key }
    .hint = write the key into it, or choose its cells one by one
exchange-no-column = the column is not in the table; nothing of it was taken
    .hint = put it back with its heading, or name the heading it has now
exchange-column-twice = a second column has the same heading; it was not read
    .hint = keep one of the two
exchange-new-column = the column "{ $heading }" was not sent and was not read
    .hint = write what it says into the column for comments
exchange-outside-text = "{ $text }" stands beside the tables and was not read
    .hint = write it into the column for comments of its row
exchange-pictures = the file holds { $count ->
    [one] a picture
   *[other] { $count } pictures
 }; what it shows is not read
    .hint = write what it says into the table
exchange-boxed-tables = { $count ->
    [one] a table stands
   *[other] { $count } tables stand
 } in a text box and was not read
    .hint = move it out of the text box, or write into the table that was sent
exchange-other-table = the table "{ $name }" holds no row that was sent; it was not read
    .hint = nothing needs to be done if it is your own
exchange-over-rows = one cell stands for { $rows } rows
    .hint = split it and write into each row, or choose the cells one by one
exchange-formula = the formula { $formula } is not taken
    .hint = write what it comes to as text
exchange-too-long = { $letters } letters are more than a cell can hold
    .hint = shorten it, and send the whole as a file of its own
exchange-no-status = "{ $text }" is no state of a measure
    .hint = choose one from the list: not started, planned, in progress, partly implemented, implemented, not pursued
exchange-not-agreed = "{ $text }" is no yes
    .hint = write yes, or what should stand in place of what you do not agree to
exchange-no-answer = "{ $text }" is neither yes nor no
    .hint = write yes or no; say more in the column for comments
exchange-no-date = "{ $text }" is no day that can be read
    .hint = write year, month, day, as 2027-04-03, or the month in words
exchange-no-reason = the task is refused without a reason
    .hint = say why, and who should have it
exchange-answer-left-out = a reason or another body is named, and the task is not refused
    .hint = write no into the column that asks whether you take it on
exchange-no-body = "{ $text }" is no body that is known
    .hint = write the name or the code of a body of the register
exchange-no-period = { $text ->
    [blank] the value has no period
   *[other] "{ $text }" is no period
 }
    .hint = write 2027, 2027-H1, 2027-Q2 or 2027-03
exchange-other-unit = "{ $text }" is no value in { $unit }
    .hint = write the value in that unit, or why there is none
exchange-no-value = a period is named without a value
    .hint = write the value, or why there is none
exchange-no-recommendation = "{ $text }" is no recommendation that is known, or several are called so
    .hint = link the new measure afterwards: weft plan link KEY RECORD
exchange-older = the file was saved on { $saved }, before one that was taken over, of { $other }
    .hint = what differs from the newer one is shown as changed by both
exchange-again = the same file was taken over on { $on }
    .hint = nothing in it is new
exchange-not-taken = "{ $text }" cannot be taken
    .hint = see what the column may hold: weft plan set --help
exchange-says-nothing = "{ $text }" says nothing, and changes nothing
    .hint = leave the cell empty, or write [clear] to take away what stands
exchange-value-and-reason = a value stands beside a reason for none
    .hint = keep the one that holds
exchange-no-clearing = what stands here cannot be taken away
    .hint = write what is to stand there
exchange-measure-stands = a measure of these words stands already: { $text }
    .hint = write into the row of that measure
exchange-loose-comment = a comment of { $by } hangs on no row: { $text }
    .hint = set it on a cell of the row that it is about
exchange-no-number = the file bears no number of a dispatch; it was laid beside { $dispatch }, the newest
    .hint = write the number that it went out with into its first row, and read it again
exchange-gone = { $key } is no longer in the plan
    .hint = bring it back with weft undo, or leave the row out
