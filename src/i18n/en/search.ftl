# Words of the search.

## What in a query was read otherwise than it seems to be meant.

search-unknown-field = '{ $word }' was read as words: there is no such field; fields are { $fields }
search-no-years = '{ $given }' was read as a word: years are written 2019, 2019..2024, 2019.. or >2018
search-no-value = '{ $field }:' has no value and was read as a word
search-no-near = NEAR stands between words, phrases or (alternatives OR of, them), as NEAR/5; here it asks for both anywhere
search-small-operator = '{ $word }' was read as a word; as an operator it stands in capitals: { $operator }

## What can go wrong with the index.

search-io = cannot read or write the index in { $path }: { $reason }
    .hint = the index is a cache: delete the folder 'index' of the workspace and run weft analyse
search-engine = the index cannot be used: { $reason }
    .hint = the index is a cache: delete the folder 'index' of the workspace and run weft analyse
search-damaged = a document in the index is damaged: { $reason }
    .hint = the index is a cache: delete the folder 'index' of the workspace and run weft analyse
