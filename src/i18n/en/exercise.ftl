# Words of exercises: what stands in their files, and what is wrong with sheets that come back.

exercise-unknown-word = '{ $given }' is not one of { $known }

exercise-kind = { $value ->
    [sort] open sort
    [duplicates] which are the same ask
    [smart] SMART check
    [indicators] kinds of indicators
    [position] position of the State
   *[other] { $value }
 }
exercise-category = { $value ->
    [structural] structural
    [process] process
    [outcome] outcome
    [supported] supported
    [supported_implemented] supported, implemented already or in process
    [partly_supported] supported in part
    [noted] noted
   *[other] { $title }
 }
exercise-indicator = { $pattern ->
    [structural-1] Date of entry into force and scope of the law that covers: { $topic }
    [structural-2] Time frame and coverage of the national policy on: { $topic }
    [structural-3] Existence of an independent body with a mandate for: { $topic }
    [structural-4] Ratification, without reservations, of the treaties that bear on: { $topic }
    [process-1] Share of officials trained in the last year on: { $topic }
    [process-2] Share of the budget of the State that is spent on: { $topic }
    [process-3] Complaints received and share of them that were investigated, on: { $topic }
    [process-4] Share of districts with a working service for: { $topic }
    [outcome-1] Cases reported a year for every 100,000 inhabitants, by sex and age, on: { $topic }
    [outcome-2] Share of the persons concerned who say that their situation is better, on: { $topic }
    [outcome-3] Share of victims who obtained redress, on: { $topic }
   *[outcome-4] Gap between women and men, and between regions, in what was achieved on: { $topic }
 }

## Traps.

exercise-trap-other-instrument = the words are nearly the same and the instrument is another: two asks, and no measure answers both
exercise-trap-other-words = the words are different and the ask is the same: one measure answers both
exercise-trap-two-instruments = one number names two instruments: it belongs to both asks, and a plan needs a measure for each
exercise-trap-concern = a concern among recommendations: it asks for nothing by itself; look for the recommendation that follows from it
exercise-trap-noted-then-supported = the same ask was noted once and supported later: what the State says of it has changed, and the later position holds
exercise-trap-general-with-examples = a general action with specific examples counts as specific: category 5 and not 4

## Sheets that come back.

exercise-card-unknown = { $file }, { $place }: there is no card { $card }; it is left out
exercise-card-twice = { $file }, { $place }: card { $card } is placed a second time; the first place counts
exercise-card-missing = { $file }: card { $card } is in no group of { $sheet }

## Files.

exercise-handout-title = Exercise: { $kind ->
    [sort] sort the recommendations
    [duplicates] which are the same ask?
    [smart] are they SMART?
    [indicators] what does the indicator measure?
   *[position] what did the State say?
 }
exercise-task = { $kind ->
    [sort] Put together the cards that you would answer together. Make as many groups as you like and give each a name.
    [duplicates] Put together the cards that one and the same measure would answer in full. A card that nothing else asks for stays alone.
    [smart] Say of each recommendation which elements it holds: S specific, M measurable, A assignable, R relevant, T time-bound. Then write it so that it holds all of them.
    [indicators] Say of each indicator whether it is one of structure (commitments: laws, institutions, policies), of process (efforts: programmes, budgets, procedures) or of outcome (what people enjoy).
   *[position] Say of each recommendation what you think that the State under review has said: supported, supported in part, or noted.
 }
exercise-how-to-fill = { $kind ->
    [smart] Write the letters of the elements beside each card, such as S T, and the better text in the last column.
   *[other] Write a name or a number for the group beside each card. Cards with the same word are in the same group.
 }
exercise-who-sorted = Who sorted: ________________________________
exercise-number = No.
exercise-card = { $kind ->
    [indicators] Indicator
   *[other] Recommendation
 }
exercise-group = { $kind ->
    [smart] Elements (S M A R T)
    [indicators] Kind
    [position] Position
   *[other] Your group
 }
exercise-better = Better text
# Name of a sheet: at most 31 characters, none of them [ ] : * ? / \
exercise-cards-sheet = Cards
exercise-key-title = Key: { $kind ->
    [sort] sort the recommendations
    [duplicates] which are the same ask?
    [smart] are they SMART?
    [indicators] what does the indicator measure?
   *[position] what did the State say?
 }
exercise-key-is-no-truth = This is what the program makes of the cards, by its rules and models. It is one more row beside the groups in the room and not the truth: where many groups agree against it, look at the texts again.
exercise-key-category = Category
exercise-reference = Reference
exercise-signs = What shows it
exercise-traps = Traps among the cards
exercise-cards = Cards { $cards }
exercise-drawn = How the cards were drawn
exercise-drawn-by = Seed { $seed }; { $cards } cards, { $wanted } wished for.
exercise-drawn-from = Workspace { $workspace }; data { $data }; models { $models }; program { $version }.
exercise-facilitator-title = For whoever leads the exercise
exercise-steps = Steps
exercise-step = { $number ->
    [1] 1. Make groups of three to five people and give each a handout, on paper or as a file. Keep the key to yourself.
    [2] 2. Give them time to read alone (five minutes), then to decide together (twenty-five minutes for thirty cards).
    [3] 3. Ask for one filled sheet a group: the handout, the workbook, the file of a card-sort program, or a list of numbers a group.
    [4] 4. Score the sheets: weft exercise score key.json SHEET… The key and every group are held against each other.
   *[other] 5. Show the pairs of cards that the groups are most divided on, and let those who decided differently say why.
 }
exercise-afterwards = To talk about afterwards
exercise-question = { $number ->
    [1] • Which two cards were hardest to tell apart or to keep together, and what decided in the end?
    [2] • Did you sort by subject, by the body that would act, or by what has to be done?
    [3] • Which group of yours could be answered by one measure with one lead?
   *[other] • Who is named only inside a list of "vulnerable groups", and who is not named at all?
 }
exercise-figures = What the figures mean: pairs agreed counts the pairs of cards that both put together or both put apart; the adjusted Rand index is 1 for the same sorting and about 0 for chance; moves is how many cards have to change their group until both are the same. Low figures are no failure: they show where the texts can be read in two ways.
exercise-table-title = Table { $number }: { $number ->
    [1] engagement
    [2] coordination
    [3] consultation
   *[other] information management
 }
exercise-table-capacity = { $number ->
    [1] Reporting to the mechanisms, receiving them, and answering them in time.
    [2] Bringing ministries and other bodies of the State together to carry out what was recommended.
    [3] Hearing the national human rights institution, civil society, parliament and those concerned.
   *[other] Keeping recommendations, measures and their state so that everybody finds them.
 }
exercise-table-question = { $which ->
    [t1-1] Which of your groups of cards will be asked about first, by which body, and when?
    [t1-2] Who writes the answer, and who signs it?
    [t1-3] What do two mechanisms ask alike, so that one answer serves both?
    [t2-1] Which body leads on each of your groups, and who supports it?
    [t2-2] Which group needs more than one ministry, and who brings them together?
    [t2-3] What happens to a recommendation that no ministry takes for its own?
    [t3-1] Whose view is missing on your groups, and how will you ask for it?
    [t3-2] Where would civil society sort the cards in another way?
    [t3-3] How do you keep what they said apart from what the State says?
    [t4-1] How do you find again, in two years, why a card stands where it stands?
    [t4-2] Which figure would tell that a group has been carried out, and who has it?
   *[t4-3] What do you do when the same recommendation comes back in other words?
 }
exercise-table-host = Who stays at this table: ________________________________
