# Words of the search.

## What in a query was read otherwise than it seems to be meant.

search-unknown-field = '{ $word }' was read as words: there is no such field; fields are { $fields }
search-no-years = '{ $given }' was read as a word: years are written 2019, 2019..2024, 2019.. or >2018
search-no-value = '{ $field }:' has no value and was read as a word
search-no-near = NEAR stands between words, phrases or (alternatives OR of, them), as NEAR/5; here it asks for both anywhere
search-elsewhere = no record has '{ $value }' in this field; it is a value of the field '{ $field }': { $field }:"{ $value }" or --{ $field } "{ $value }"
search-days-unknown = { $count ->
        [one] 1 record is left out: its session has no known days, and they may lie between these dates or not; whole years find it
       *[other] { $count } records are left out: their sessions have no known days, and they may lie between these dates or not; whole years find them
    }
search-small-operator = '{ $word }' was read as a word; as an operator it stands in capitals: { $operator }

## What can go wrong with the index.

search-io = cannot read or write the index in { $path }: { $reason }
    .hint = check that the disk has room and that you may write to the folder; the index is a cache and can be made again with: weft analyse
search-engine = the index cannot be used: { $reason }
    .hint = check that the disk has room; the index is a cache: if there is room, delete the folder 'index' of the workspace and run weft analyse
search-damaged = a document in the index is damaged: { $reason }
    .hint = the index is a cache: delete the folder 'index' of the workspace and run weft analyse

## Why a record was found.

search-found-stem = { $words } (stem { $stem })
search-found-exact = { $words } (exact form)
search-found-prefix = { $word } (begins with { $head })
search-found-roughly = { $word } (roughly { $asked })
search-found-for = { $word } (for { $asked })
search-found-name = its name
search-found-field = { $field } { $values } (field)
search-found-named-field = { $field } { $values } (named by the query)

## Other names of a term that are looked for.

search-also-words = { $words }
search-also-instrument = texts that name { $instrument } in any way

## What a set of results is.

about-title = { $name }: search results
about-saved-search = Saved search
about-query = Query
about-searched = Searched
about-also-searched = Also searched
about-widened = { $term } as { $also }
about-filters = Filters
about-published = Published
about-from = from { $date }
about-to = to { $date }
about-found = Found
about-records = { $found } of { $all } records
about-to-be-known = To be known
about-workspace = Workspace
about-version = Version of the data
about-data = { $content } (revision { $revision })
about-made-with = Made with
about-program = Weft { $version }
about-date = Date
about-citation = Citation
about-cited = { $name }, search for “{ $query }”: { $found }; data { $content }; Weft { $version }, { $day }
