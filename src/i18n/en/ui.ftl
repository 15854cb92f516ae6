# The pages of the interface.

## Frame
ui-place-start = Start
ui-place-search = Search
ui-place-review = Review
ui-place-clusters = Clusters
ui-place-plan = Plan
ui-place-history = History
ui-place-help = Help
ui-places = Places
ui-skip = To the content
ui-find = Search recommendations
ui-find-button = Search
ui-stop = Stop
ui-last-change = Last change
ui-no-change = Nothing has been changed yet.
ui-undo = Undo
ui-fault = That did not work
ui-hint = What to do
ui-to-search = To the search
ui-not-let-in = This browser has not been let in, or was let in before Weft was started again. Open Weft from its icon, or type weft ui.
ui-lent = A command that somebody has typed on this computer is at work on the workspace. Load the page again in a moment.
ui-no-page = There is no such page. The search is at /search.
ui-from-elsewhere = This was not sent by a page of Weft, and nothing was done.
ui-other-name = Weft answers on this computer only, as 127.0.0.1 or localhost.
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

## Start
ui-start-empty = There is nothing here yet. Read documents in with weft import, or open the demo with weft demo.
ui-start-holds = { $records } records in { $clusters } clusters.
ui-start-to-do = To do
ui-start-review = Review what is asked more than once
ui-start-clusters = Look through { $count } clusters
ui-start-plan = See the plan and what it lacks
ui-start-largest = Largest clusters

## Search
ui-query = Words, "phrases", AND, OR, NOT, position:noted
ui-reading = Read as: { $reading }
ui-found = { $total } found{ $related ->
    [0] { "" }
   *[other] , { $related } more come near
 }
ui-near = near
ui-alike = { $count } alike
ui-narrow = Narrow by
ui-other-spelling = No record has this word; some have

## Record
ui-proposed = Proposed
ui-nothing-proposed = Nothing is open here.
ui-accept = Accept
ui-refuse = Refuse
ui-relatives = Related records
ui-no-relatives = No other record asks the same or nearly so.
ui-move-to = Put into cluster
ui-move = Move

## Clusters
ui-clusters-count = { $count } clusters
ui-cluster-holds = { $records } records, { $asks } asks
ui-same-ask = { $count } ask the same
ui-named-after = Called as a person has called cluster { $number } of the same topic.
ui-rename = Rename
ui-lock = Lock
ui-unlock = Unlock
ui-merge = Merge
ui-merge-into = Merge into

## Review
ui-review-title = Do these ask the same?
ui-review-done = Nothing is asked more than once here.
ui-review-place = { $at } of { $all }
ui-review-text = The text that stands for all
ui-same = Same
ui-not-same = Not the same

## Plan
ui-plan-holds = { $measures } measures; { $without } clusters without one.
ui-plan-empty = No measure has been planned. Take the last plan in with weft plan import, or begin with weft plan add.
ui-plan-loose = Measures outside clusters
ui-plan-unanswered = In no measure: { $count } of { $all }

## History
ui-history-shown = { $shown } of { $all } events

## Help
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
