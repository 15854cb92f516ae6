# The pages of the interface.

## Frame
ui-place-start = Start
ui-place-sources = Sources
ui-place-search = Search
ui-place-review = Review
ui-place-clusters = Clusters
ui-place-plan = Plan
ui-place-reports = Reports
ui-place-settings = Settings
ui-place-history = History
ui-place-help = Help
ui-places = Places
ui-further = More places
ui-language = Language
ui-change = Change
ui-deciding-as = Deciding as
ui-gone = Weft is not running. Start it from its icon; this page comes back by itself.
ui-skip = To the content
ui-find = Search recommendations
ui-find-button = Search
ui-stop = Stop
ui-last-change = Last change
ui-no-change = Nothing has been changed yet.
ui-undo = Undo
ui-fault = That did not work
ui-hint = What to do
ui-slip = There is a problem
ui-slip-title = Error
ui-slip-nothing = Nothing was decided. What was written still stands in its field.
ui-analyse-now = Analyse now
ui-to-search = To the search
ui-not-let-in = This browser has not been let in, or was let in before Weft was started again. Open Weft from its icon, or type weft ui.
ui-lent = A command that somebody has typed on this computer is at work on the workspace. Load the page again in a moment.
ui-no-page = There is no such page. The search is at /search.
ui-from-elsewhere = This was not sent by a page of Weft, and nothing was done.
ui-other-name = Weft answers on this computer only, as 127.0.0.1 or localhost.
ui-too-large = What was sent is larger than 512 MB, and was not read. Add such a file with the command weft import.
ui-no-file = No file was sent. Choose one or more files, or drop them on the form.
ui-broken = Something is broken on this side. Nothing was changed; go back and try again.
ui-stopped = Weft has stopped. This tab can be closed; to go on, open Weft from its icon.
ui-ignored = Not understood in the address, and ignored: { $names }

## Words of tables
ui-cluster = Cluster
ui-title = Title
ui-records = Records
ui-asks = Asks
ui-number = No.
ui-measure = Measure
ui-lead = Lead
ui-until = Until
ui-status = Status
ui-answers = Answers
ui-outcome = Desired outcome
ui-missing = missing
ui-when = When
ui-who = Who
ui-what = What
ui-taken-back = taken back
ui-cycle = cycle { $number }
ui-cycle-unknown = cycle unknown
ui-locked = locked
ui-new = new
ui-pages = Pages
ui-earlier = Earlier
ui-later = Later

ui-file = File
ui-rows = Rows
ui-not-taken = Not taken over
ui-new-records = New
ui-known-records = Known, nothing new
ui-changed-records = Known, with something new
ui-unsure = Unsure
ui-kind = Kind
ui-place = Where
ui-why = Why
ui-what-stands = What stands there
ui-record = Record
ui-field = Field
ui-was = Known
ui-says = This file says
ui-name = Name
ui-save = Save
ui-save-as = Save as
ui-save-all = Save all { $total } as
ui-later-on = Later

## Start
ui-start-empty = There is nothing here yet. Begin by one of these doors.
ui-start-holds = { $records } records in { $clusters } clusters.
ui-start-to-do = To decide
ui-start-counting = What waits is being counted. Load the page again in a moment.
ui-start-continue = Go on with: { $queue }
ui-start-to-do-text = Weft has made suggestions. None of them is taken for decided before somebody answers; each line is a list of questions, with how many are open.
ui-start-demo = Open the demo
ui-start-demo-text = The documents of a fictional State, to try everything on.
ui-start-demo-button = Read the demo in
ui-start-put-back = Restore a backup
ui-start-put-back-text = Backups lie in the folder of the workspace; one takes the place of what is here.
ui-start-help-text = A paragraph a task, without a network.
ui-start-no-backup = No backup has been made yet.
ui-start-last-backup = Last backup: { $when }
ui-start-last-read = Last read in: { $file }
ui-start-synced = This folder seems to be kept in step with other computers ({ $name }). Such folders damage what is stored here while Weft is open: move it to a folder of this computer, and keep backups there instead.
ui-start-largest = Largest clusters

## Sources
ui-add-documents = Add documents
ui-add-files = Files
ui-add-more = Where a document does not say its State
ui-add-state = State
ui-add-name-state = Add the file again, and name its State in the form.
ui-add-button = Read in
ui-add-drop = or drop files here
ui-sources-count = { $count ->
    [one] 1 file has been read
   *[other] { $count } files have been read
 }
ui-sources-kinds = Which files Weft reads
ui-sources-read = Weft knows these files by what stands in them
ui-sources-kind-list = Thematic lists and matrices of OHCHR (Word)
ui-sources-kind-report = Reports of the Working Group on the UPR, and addenda with positions (Word, PDF)
ui-sources-kind-observations = Concluding observations, reports of mandate holders (Word, PDF)
ui-sources-kind-uhri = Exports of the Universal Human Rights Index (Excel, JSON)
ui-sources-kind-upr-info = Exports of UPR Info (Excel, CSV)
ui-sources-kind-table = Any table with a column of texts (Excel, CSV, ODS, Word)
ui-not-whole = not read to its end
ui-source-parts = { $rows } rows: { $taken } taken over, { $rejected } not taken over.
ui-source-records = { $new } records were new. { $changed } were known and got something new from this file: a language, a number, a value. { $known } were known, and nothing new came to them.
ui-source-not-kept = What was found in it in detail is not kept any more; add the file again to see it.
ui-source-whole = Everything in this file was read.
ui-source-rejected = { $count ->
    [one] 1 row was not taken over
   *[other] { $count } rows were not taken over
 }
ui-source-save = Save these { $count } rows, to mend and add again
ui-source-unsure = { $count ->
    [one] 1 reading was not sure
   *[other] { $count } readings were not sure
 }
ui-source-to-readings = Look through them
ui-source-differences = { $count ->
    [one] 1 value differs from what was known
   *[other] { $count } values differ from what was known
 }
ui-source-remarks = Remarks
ui-take-out = Take this file out again
ui-take-out-told = { $gone } records that only this file holds would go, { $changed } would lose it as a source; decisions that go with them: { $decisions }. Decisions that go are not brought back by adding the file again: make a backup first.
ui-take-out-button = Take it out

## Jobs
ui-job-read-in = Reading in
ui-job-analyse = Analysing
ui-job-back-up = Backing up
ui-job-take-out = Taking a file out
ui-job-put-back = Restoring a backup
ui-job-begins = It begins
ui-job-reached = { $done } of { $total }
ui-job-seconds = { $seconds } s so far
ui-job-left = about { $seconds } s left
ui-job-stop = Cancel
ui-job-look = Look again
ui-job-goes-on = It goes on when this tab is closed. What is cancelled keeps whole batches; adding the files again goes on from there.
ui-job-analysed = The analysis is up to date.
ui-job-backed-up = { $file }: { $records } records and { $events } events.
ui-job-taken-out = { $file } was taken out: { $gone } records went, { $changed } lost it as a source.

## Search
ui-query = Words, "phrases", AND, OR, NOT, position:noted
ui-reading = Read as: { $reading }
ui-reading-all = Nothing is asked for yet: all that has been read stands below.
ui-found = { $total } found{ $related ->
    [0] { "" }
   *[other] , { $related } more come near
 }
ui-near = near
ui-alike = { $count } alike
ui-narrow = Narrow by
ui-narrow-more = More fields
ui-narrow-all = All { $count } values
ui-narrow-absent = { $count ->
    [one] 1 value that no record has
   *[other] { $count } values that no record has
 }
ui-other-spelling = No record has this word; some have

## Record
ui-proposed = Proposed
ui-nothing-proposed = Nothing is open here.
ui-accepted = accepted
ui-not-held = does not hold
ui-nothing-ticked = Nothing was ticked, and nothing was decided. Tick what holds, or say: None of these.
ui-accept = Accept
ui-refuse = Refuse
ui-relatives = Related records
ui-no-relatives = No other record asks the same or nearly so.
ui-move-to = Put into cluster
ui-move = Move

## Clusters
ui-clusters-count = { $count } clusters
ui-clusters-none = No clusters yet: they are made when documents have been read in.
ui-cluster-holds = { $records } records, { $asks } asks
ui-same-ask = { $count } ask the same
ui-named-after = Called as a person has called cluster { $number } of the same topic.
ui-accept-cluster = Accept as it is
ui-marked = With those marked below:
ui-split-title = or a cluster of their own, called
ui-split = Split off
ui-rename = Rename
ui-lock = Lock
ui-unlock = Unlock
ui-merge = Merge
ui-merge-into = Merge into

## Review
ui-review-title = Do these ask the same?
ui-review-place = { $at } of { $all }
ui-review-group = { $count } are thought to ask the same
ui-stands-for-all = stands for all
ui-review-unticked = What is not ticked does not hold. What is refused is refused for all records that ask the same, but where it was accepted. Where you only add a target, what was proposed stays open.
ui-review-text = The text that stands for all
ui-same = Same
ui-not-same = Not the same
ui-review-answers = Same: it asks what the text that stands for all asks. Not the same: it asks what none of the others here asks.
ui-one-cluster = They ask the same and stand in { $count } clusters. Put all of them into one:
ui-same-as = The same ask as (symbol and paragraph, or reference)
ui-also-in = Also asked in cluster
ui-also-in-join = put into one cluster
ui-several-same = All ask the same

ui-review-decided = { $decided } of all { $all } groups answered
ui-review-sdg = Which SDG targets does it serve?
ui-review-entities = Who leads?
ui-review-readings = Readings that were not sure
ui-review-which-hold = Which of these hold?
ui-queue-duplicates = Asked more than once
ui-queue-sdg = SDG targets
ui-queue-entities = Lead entities
ui-queue-readings = Unsure readings
ui-queue-done = Nothing waits here.
ui-decide-next = Decide and next
ui-none-of-these = None of these
ui-no-single-word = no single word decides
ui-readings-count = { $count ->
    [one] 1 record, the least sure first
   *[other] { $count } records, the least sure first
 }

## Plan
ui-plan-save = Save
ui-plan-table = clustered table
ui-plan-measures = plan of measures
ui-plan-holds = { $measures } measures; { $without } clusters without one.
ui-plan-empty = No measure has been planned. Take the last plan in with weft plan import, or begin with weft plan add.
ui-plan-of = Measures: { $title }
ui-plan-loose = Measures outside clusters
ui-plan-unanswered = In no measure: { $count } of { $all }

## Reports
ui-reports-text = Each question with its figure; every file says what it counts, of which data.
ui-report-cycles = How did the State answer over the cycles?
ui-report-positions = How did it answer, issue by issue?
ui-report-lineage = What was it asked again and again?
ui-report-overlap = Which mechanisms speak of the same matters?
ui-report-combinations = What do several mechanisms ask alike?
ui-report-themes = How large are themes and clusters?
ui-report-status = How far has the plan come over time?
ui-report-equivalents = Which recommendations of the review do others ask as well?

## Settings
ui-who-works = Who works here
ui-who-now = What is decided bears this name: { $who }
ui-organisation = Organisation
ui-organisation-state = State
ui-organisation-nhri = NHRI
ui-organisation-cso = Civil society
ui-organisation-un = United Nations
ui-organisation-parliament = Parliament
ui-organisation-other = Other
ui-keys = Keys
ui-keys-on = In review, digits answer as printed on the buttons, arrows move, Backspace goes back. They act in the review card alone.
ui-keys-off = Keys are off; everything works by click and Tab.
ui-keys-turn-on = Turn keys on
ui-keys-turn-off = Turn keys off
ui-register = Register of bodies
ui-register-text = The bodies that suggestions and tables name. Save the table, change it in Excel, and put it back here.
ui-register-save = Save the register
ui-other-browser = Another browser
ui-other-browser-text = A browser is let in by a link of its own.
ui-other-browser-button = Make a link
ui-other-browser-link = Open this address in the other browser of this computer. It works once.
ui-backups = Backups
ui-backups-text = A backup holds records, decisions, history, settings and register in one file.
ui-backups-none = There is none yet.
ui-back-up = Back up now
ui-put-back = Restore
ui-put-back-text = This backup takes the place of what is here. What is here is kept beside it, and a backup of it is made first.
ui-put-back-button = Restore it
ui-about = About
ui-about-text = works without a network; what you read and decide stays in this folder.
ui-folder = Folder

## History
ui-history-more = Show more
ui-undo-import = The import of { $file } is not taken back at once: look at what would go with it first.
ui-undo-resting = Later changes rest on this one: { $count }
ui-undo-all = Undo these { $count } together
ui-undo-none = Leave all as it is
ui-history-shown = { $shown } of { $all } events

## Help
ui-help-sources = Add documents
ui-help-sources-text = Choose files or drop them on the form under Sources. What each is, it says itself; the page of a file tells what was read, what was not, and why. Adding a file again changes nothing.
ui-help-search = Search
ui-help-search-text = Type words; AND, OR, NOT, brackets and "phrases" as you need them. A field goes before a colon: mechanism:upr, position:noted, cycle:3, sdg:16.3, cluster:6.2. What the page has read stands above the results.
ui-help-review = Review
ui-help-review-text = One group at a time: what stands for all on one side, its members with the reason on the other. What you say is not the same stays so when files are read again.
ui-help-clusters = Clusters
ui-help-clusters-text = Rename a cluster, lock it against proposals, merge it into another; a record is put into another cluster on its own page.
ui-help-plan = Plan
ui-help-plan-text = Measures by clusters, with what is missing. Tables for ministries are written with weft plan send and read with weft plan receive.
ui-help-undo = Undo
ui-help-undo-text = The line under the head names the last change with the way back. History lists every change; each can be taken back by itself. Where others rest on it, you are told first.
ui-help-stop = Stop
ui-help-stop-text = Closing the tab leaves Weft running; after eight hours without use it ends by itself. Stop ends it now; nothing is lost.

## Search, and decisions on many
ui-chosen = Chosen
ui-take-back = Take back: { $value }
ui-take-all-back = Take all back
ui-not = not { $value }
ui-narrow-left = and { $count } more: look for one above
ui-look-for-value = { $field }: one of them
ui-choose = Choose
ui-leave-out = Leave out: { $value }
ui-order = Order
ui-order-relevance = fitting best
ui-order-date = newest
ui-order-reference = by document
ui-order-cluster = by cluster
ui-nothing-found = Nothing was found. There would be:
ui-without = { $total } without { $value }
ui-whole-text = The whole text
ui-found-by = Found by
ui-kept = Kept searches
ui-keep = Keep
ui-keep-as = Keep this search as
ui-forget = Forget
ui-several = Decide on all { $count }
ui-several-title = One decision on { $count } records
ui-several-how = The decision is made on all { $count } records below but those that are ticked to be left out. One undo takes it back.
ui-several-what = What is decided
ui-several-changed = Meanwhile the search finds other records. Nothing was decided; here is the list as it is now.
ui-several-none = The search finds nothing.
ui-several-too-many = The search finds more than { $most } records. Narrow it: nobody looks through more at once.
ui-leave-this-out = leave out
ui-look-at = look at it
ui-back-to-search = Back to the search
ui-field-target = SDG target
ui-field-lead = Lead entity
ui-field-support = Supporting entity
ui-field-other-lead = Another lead entity
ui-add = Add
ui-add-another = Add what nobody has proposed
ui-identical-link = What repeats word for word can be accepted at once
ui-identical-title = Repeated word for word
ui-identical-none = Nothing that repeats word for word waits for an answer.
ui-identical-how = { $asks } asks are made word for word, in { $records } records, and nobody has decided on them. Look at some of them:
ui-identical-accept = Same ask: accept all { $asks }
ui-identical-each = Look at each
ui-history-folded = and { $count } more
ui-history-many = and more than { $count } more
ui-narrow-near = Nothing fits all of the search: what is counted here comes near it.
ui-take-out-not = Leave it as it is
ui-source-resumed = The file was read in two goes: the list holds what the second go has found. Add the file again to see all of it.
ui-job-is-back = The backup is put back: { $records } records, { $events } events.
ui-job-analysis-failed = What was to be done is done; the analysis after it was not made:
ui-not-taken-now = Work has the workspace just now. What you sent was not taken, and nothing was changed: go back and send it again when the work has ended.
ui-to-job = See how far the work is
ui-aside = { $count } set aside: they stand at the end.
ui-aside-this = This one was set aside.
ui-both = Decided twice
ui-both-text = Somebody has decided on the same since you looked. Nothing of yours was written, and nothing of theirs was changed. Compare, then choose.
ui-both-yours = Yours
ui-both-theirs = Theirs, which holds now
ui-both-not-now = What you wanted cannot be decided any more as things stand now.
ui-both-take-yours = Decide mine all the same
ui-both-keep-theirs = Keep theirs
ui-contrast = Contrast
ui-contrast-on = Pages are black on white, with the strongest contrast.
ui-contrast-off = Pages follow the colours of this computer: light, dark, or more contrast where it asks for it.
ui-contrast-turn-on = Strongest contrast
ui-contrast-turn-off = Colours of this computer
ui-job-register = Reading the register
ui-job-register-done = The register has { $count } bodies now. The one before it is kept among the backups.
ui-job-register-not = Nothing was changed: { $rejected } rows cannot be used. Mend them and send the table again.
ui-job-state = Setting the State
ui-job-state-set = The State of this workspace is set.
ui-move-marked = Move those marked
ui-new-none = Nothing is new in clusters.
ui-new-count = { $count } records are new in { $clusters } clusters.
ui-new-made = Clusters made for what fits into none
ui-new-right = { $count ->
    [one] It is in the right place
   *[other] All { $count } are in the right place
 }
ui-new-alike = { $count } that ask the same stood here before.
ui-new-shared = Words of the cluster in its text
ui-new-near = The cluster whose texts are nearest as a whole; no single phrase says it.
ui-programs = Other programs
ui-programs-text = Programs of this computer may read the lists of these pages as data once you let them in under a name. They write nothing. What there is to read:
ui-programs-none = No program is let in.
ui-programs-name = Name of the program
ui-programs-add = Let it in
ui-programs-remove = Shut it out
ui-programs-word = Give the program this word. It is shown only now.
ui-programs-how = It sends it with each request, such as:
ui-queue-clusters = New in clusters
ui-review-clusters = Are these in the right cluster?
ui-register-put = Put a table in its place
ui-register-put-button = Put it in place
ui-save-asks = Save the { $count } asks with their records
ui-save-list = Save this list ({ $count })
ui-source-save-differences = Save all { $count } differences
ui-sources-unread = Could not be read: { $count }
ui-sources-forget = Forget these
ui-state-own = State of this workspace
ui-state-now = It is of { $state }.
ui-state-none = Nobody has said which State it is of. Plans, links and figures of one State need it.
ui-state-name = Name of the State
ui-history-of-record = History of this record
ui-history-all = All of the history
ui-record-cite = Cite as
ui-state-set = Set the State
ui-aside-show = Show them
ui-aside-first = Back to the first
ui-register-former = Registers of before ({ $count })
ui-register-back-text = This register takes the place of the one that is here, which is kept among these.
ui-types-of-bodies = These are types of bodies, not names of your own. Once the register of your bodies is in Settings, suggestions name them.
ui-types-to-settings = To the register
ui-record-holds = What holds
ui-same-apart = Thought to ask the same, and a row of its own in the plan until somebody says so.
ui-history-cut = the oldest change here may have more parts: show more
