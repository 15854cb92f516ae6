# Words of the nouns. A closed list is one message; the value chooses the word.

mechanism = { $value ->
    [upr] UPR
    [treaty_body] Treaty bodies
    [special_procedure] Special procedures
    [regional] Regional
    [national] National
    [unknown] Unknown
   *[other] { $value }
 }

position-brief = { $value ->
    [supported] supported
    [supported_implemented] supported implemented
    [partly_supported] partly supported
    [noted] noted
    [pending] position open
    [none] position open
   *[other] { $value }
 }

tag-kind = { $value ->
    [issue] issues
    [theme] themes
    [group] groups
    [sdg] SDG targets
    [action] action category
    [instrument] instruments
    [lead] lead
    [support] supporting
    [smart] SMART elements
    [topic] topic
   *[other] { $value }
 }

# What stands over values of one level of a field, or of one list.
facet-level = { $value ->
    [theme] themes
    [cluster] clusters
    [goal] goals
    [target] targets
   *[other] { $value }
 }

# UPR Info's categories of action, by their numbers.
action-category = { $value ->
    [1] 1, minimal action
    [2] 2, continuing action
    [3] 3, considering action
    [4] 4, general action
    [5] 5, specific action
   *[other] { $value }
 }

tag-value = { $value }
tag-model = { $value } (proposed, { $percent } %)
tag-unsure = { $value } or { $or } (proposed, { $percent } %, not sure)
tag-rule = { $value } (by rule, { $percent } %)
tag-file = { $value } (from the file)
tag-person = { $value } (decided by a person)

unknown-language = '{ $given }' is not one of ar, zh, en, fr, ru, es
    .hint = give one of the six codes
bad-reference = '{ $given }' is not a reference such as 'UPR A/HRC/59/15 ¶140.7'
    .hint = give body, symbol and paragraph, as searches print them
bad-state-code = '{ $given }' is not an ISO 3166 alpha-3 code
    .hint = give three letters, such as PER
bad-command = '{ $given }' is not the name of a command
    .hint = copy it from weft history: six letters and digits
bad-row-key = '{ $given }' is not the key of a row of the plan
    .hint = copy the key from the last column of the table that was sent
bad-cluster-number = '{ $given }' is not a cluster number such as 12.3
    .hint = take the number from the list of clusters

domain-doubt-no-recommending-state = no recommending State was found
domain-doubt-unknown-names = unknown names among the recommending States: { $names }
domain-doubt-unclear-position = the sentence above it does not say the position in words that are known
domain-doubt-unclear-kind = no word of it asks or observes outright
domain-doubt-not-understood = { $field } '{ $words }' is not understood
domain-doubt-state-elsewhere =
    the document does not name its State; it was taken from { $from ->
        [command] the command
        [file-name] the name of the file
        [workspace] the workspace
       *[title] the title in its properties
    }
domain-doubt-session-elsewhere = the document does not name its session; it was taken from the name of the file
domain-doubt-lost-zero = the number { $number } may have lost a zero at its end in the spreadsheet
domain-doubt-words = { $value }

## Steps of long work

step-looking-at-files = looking at files
step-importing = importing
step-reading-records = reading records
step-comparing = reading and comparing
step-clustering = clustering
step-indexing = indexing
step-writing = writing
step-fitting = { $what }
