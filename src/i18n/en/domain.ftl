# Words of the nouns.

domain-doubt-no-recommending-state = no recommending State was found
domain-doubt-unknown-names = unknown names among the recommending States: { $names }
domain-doubt-unclear-position = the sentence above it does not say the position in words that are known
domain-doubt-unclear-kind = no word of it asks or observes outright
domain-doubt-words = { $value }
