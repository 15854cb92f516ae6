# Words of reading files.

## Formats and kinds of files

ingest-format-uhri-json = UHRI export (JSON)
ingest-format-delimited = table (CSV)
ingest-format-workbook = workbook (Excel or ODS)
ingest-format-docx = Word
ingest-format-doc = older text document
ingest-format-pdf = PDF
ingest-format-html = web page
ingest-format-text = plain text

ingest-kind-rows = table
ingest-kind-not-read = not read
ingest-kind-thematic-list = thematic list of recommendations
ingest-kind-working-group-report = UPR Working Group report
ingest-kind-addendum = addendum with positions
ingest-kind-concluding-observations = concluding observations
ingest-kind-special-procedure-report = special-procedures report
ingest-kind-table = table in a document

## What was odd

ingest-remark-repeated =
    { $rows ->
        [one] 1 row says
       *[other] { $rows } rows say
    } the same as { $most } others of the file and { $rows ->
        [one] is
       *[other] are
    } left out
ingest-remark-no-state = no State is named; the records are kept without one
ingest-remark-unknown-state = State '{ $name }' is unknown
ingest-remark-unknown-recommending-state = recommending State '{ $name }' is unknown; search by:none finds records that have none
ingest-remark-other-state = a record of { $state }; the workspace is about { $own }
ingest-remark-workspace-state =
    nothing says the State under review; { $rows ->
        [one] 1 row was
       *[other] { $rows } rows were
    } taken as { $state }, the State of the workspace
ingest-remark-unknown-issue = issue '{ $name }' is not one of the 54 of UPR Info
ingest-remark-unknown-group = affected group '{ $name }' is unknown
ingest-remark-unknown-sdg = SDG '{ $name }' is unknown
ingest-remark-unknown-entity = responsible entity '{ $name }' is neither in the register nor in the catalogue; its name is kept with the source
ingest-remark-state-guessed =
    the document does not name its State; it was taken from { $from ->
        [command] the command
        [file-name] the name of the file
        [workspace] the workspace
       *[title] the title in its properties
    }
ingest-remark-session-guessed = the session { $session } was taken from the name of the file
ingest-remark-no-session = the session of the review is not known; say it with --session N
ingest-remark-no-position-list = no list of numbers with a position was found
ingest-remark-no-positions = no sentence of the document says which recommendations are supported; their position is open
ingest-remark-no-items = no numbered recommendation was found in its conclusions
ingest-remark-no-paragraphs = no numbered paragraph was found
ingest-remark-assessments = rows with an assessment in their last column: { $count }; it is kept with the source
ingest-remark-comments-passed = paragraphs passed over, as comments or headings among the recommendations: { $count }
ingest-remark-introduction-passed = paragraphs passed over, as introduction or before the recommendations: { $count }
ingest-remark-numbers-missing =
    the list goes to { $last }, but these numbers were not found: { $numbers }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
ingest-remark-numbers-repeated =
    these numbers stand more than once: { $numbers }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
ingest-remark-unused-column =
    column '{ $heading }' is not known, and its { $cells ->
        [one] cell was
       *[other] { $cells } cells were
    } not kept; say what it holds with --map FIELD='{ $heading }'
ingest-remark-not-understood = { $field } '{ $words }' is not understood
ingest-remark-hidden =
    { $rows ->
        [one] 1 hidden row
       *[other] { $rows } hidden rows
    } in sheet '{ $sheet }'; read like the others
ingest-remark-hidden-sheet =
    1 hidden sheet, '{ $sheet }', with { $rows ->
        [one] one row
       *[other] { $rows } rows
    }; not read
ingest-remark-unused-sheet =
    sheet '{ $sheet }' has no column with the text of recommendations; its { $rows ->
        [one] one row was
       *[other] { $rows } rows were
    } not read
ingest-remark-misspelt = '{ $name }' was taken for { $state }
ingest-remark-number-mended = the number '{ $written }' was read as { $number }
ingest-remark-review-assumed = nothing says which mechanism it comes from; it was taken for a recommendation of the UPR
ingest-remark-mechanism-elsewhere =
    no column says which mechanism it comes from; { $body } was taken from { $from ->
        [file-name] the name of the file
        [sheet] the name of the sheet
       *[row] another cell of the row
    }
ingest-remark-mechanism-unknown = nothing says which mechanism it comes from, and it is kept as unknown; say it in a column 'Mechanism' or in the name of the file, such as CEDAW
ingest-remark-long-text = its text has { $characters } characters; clusters, duplicates and links are made from the first { $read }, and all of it is kept and searched
ingest-remark-stray-quote = a quote opens in the row and is never closed; the row was read as it stands
ingest-remark-unread-list = the list after '{ $lead_in }' is not understood, and its items were not taken: { $items }
ingest-remark-position-by-reference = a position is stated of recommendations that stand elsewhere: '{ $words }'
ingest-remark-passed-over = paragraph { $number } counts like a recommendation and was not taken: '{ $text }'
ingest-remark-nothing-taken = nothing was taken from it
ingest-remark-footnote = { $place }: a footnote speaks of a recommendation: { $text }

## Why a row was not taken over

ingest-rejected-no-text = the row has no text
ingest-rejected-artefact = '{ $text }' is a heading or punctuation, not a recommendation
ingest-rejected-no-number = it ends in a recommending State but has no number
ingest-rejected-lone-text = the row has a text but no number and no other cell
ingest-rejected-number-taken = the number { $number } stands in { $place } with another text
ingest-rejected-no-paragraph = it asks something and stands under no numbered paragraph
ingest-rejected-unclear-position = it names recommendations in words that do not say their position
ingest-rejected-code-repeated = the code stands twice
ingest-rejected-unknown-type = the type '{ $name }' is not in the catalogue; nearest are: { $nearest }
ingest-rejected-total = it counts the rows of the table
ingest-rejected-note = it is a note on the table
ingest-rejected-error-value = a formula failed where the text should stand: { $value }
ingest-rejected-stray-quote = a quote opens in the row and is never closed, and its cells cannot be told
ingest-rejected-unclear-number = '{ $number }' is no number, or one of several that it may be
ingest-rejected-unknown-state = the State '{ $name }' is unknown
ingest-rejected-unclear-session = the session '{ $words }' is not understood
ingest-rejected-too-long = its text has { $size } kB, more than the { $most } kB that a recommendation may have

## Files that cannot be read. A sentence begins with the file, or with nothing where the file is named above it.

ingest-file = { $path }:{ " " }

ingest-io = cannot read { $path }: { $cause }
    .hint = check the name of the file and that no other program holds it open
ingest-no-file = { $file }it is a folder, a device or a pipe, and no file
    .hint = name a file; write what comes through a pipe into a file first
ingest-unknown-format = { $file }not a file that Weft can read ({ $seen })
    .hint = Weft reads documents (DOCX, PDF, DOC, HTML, TXT), UHRI exports (JSON, XLSX), UPR Info exports (XLS, CSV) and tables (CSV, TSV, XLSX, XLS, ODS); save the file as one of them
ingest-damaged = { $file }{ $format } is damaged at { $place }: { $reason }
    .hint = download or export the file again; nothing was taken over from it
ingest-no-text-column = { $file }no column with the text of recommendations was recognised among: { $headers }
    .hint = say which column holds the text: --map text='Name of the column'
ingest-no-plan-column = { $file }no column of measures was recognised among: { $headers }
    .hint = say which column holds what is to be done: --map measure='Name of the column'
ingest-bad-mapping = cannot map '{ $mapping }': { $fault }
    .hint = fields are: { $fields }
ingest-too-large = { $file }{ $limit }
    .hint = split the file into smaller ones and import them one after the other
ingest-empty = { $file }the table is empty
    .hint = check that the right sheet was saved
ingest-no-text = { $file }no text was found in it ({ $format })
    .hint = it may be a scan, or locked: run it through text recognition, or import the Word version
ingest-unknown-document = { $file }neither a thematic list, a Working Group report, an addendum, concluding observations nor a report of a mandate holder; it begins: { $seen }
    .hint = replies, national reports and lists of issues hold no recommendations; if it holds a table, give the column of texts a heading such as 'Recommendation'
ingest-no-state = { $file }the { $kind } does not say which State it is about
    .hint = say it: --state 'Name of the State', and where they lack, --symbol and --session
ingest-no-converter = { $file }a Word document of the format before 2007, which needs LibreOffice or antiword to be read
    .hint = open it in Word or LibreOffice, choose 'Save as', the type 'Word document (.docx)', and import that file

ingest-content-archive = a zip archive; unpack it and import the files in it
ingest-content-json-object = a JSON object, but not a UHRI export, which is an array
ingest-content-xml = an XML document
ingest-content-binary = binary data
ingest-content-web-page = a web page; open it in a spreadsheet or Word and save the table as XLSX, CSV or DOCX
ingest-content-plan-table = a plan table; its rows are asks, not recommendations

ingest-mapping-no-equals-sign = write it as field=Header
ingest-mapping-no-such-field = there is no such field
ingest-mapping-no-such-header = the table has the columns { $headers }

ingest-limit-table = { $size } MB is more than the { $most } MB that a table may have
ingest-limit-document = { $size } MB is more than the { $most } MB that a document may have
ingest-limit-cell = a text in it has { $size } kB, more than the { $most } kB that one may have
ingest-limit-text-of-cells = the texts of its cells have more than the { $most } MB that are read
ingest-limit-cells = it has more cells than the { $most } that are read
ingest-limit-sheets = it has { $count } sheets, more than the { $most } that are read
ingest-limit-part = what is packed in it, or one text of it, is larger than { $most } MB
ingest-limit-open-elements = so many of its elements are opened and never closed that it cannot be read
ingest-limit-elements = it has more elements than the { $most } that are read
ingest-limit-lines = it has more lines than the { $most } that are read
ingest-limit-pages = it has { $count } pages, more than the { $most } that are read

ingest-expected-uhri-json = the UHRI JSON export
ingest-expected-table = the table
ingest-expected-workbook = the workbook
ingest-expected-word = the Word document
ingest-expected-pdf = the PDF document
ingest-expected-web-page = the web page
ingest-expected-text = the text
ingest-expected-register = the register of entities

## Where a damaged file breaks, and what is wrong there

ingest-at-sheets = its sheets
ingest-at-parts = its parts
ingest-at-pages = its pages
ingest-at-text = its text
ingest-at-headings = its headings
ingest-at-rows = its rows
ingest-at-objects = its objects
ingest-at-row = row { $row }
ingest-at-character = line { $line }, column { $column }

ingest-damage-said = { $cause }
ingest-damage-open-quote = the file ends inside a quoted cell; it is cut off
ingest-damage-in-sheet = sheet '{ $name }': { $cause }
ingest-damage-stray-quotes = quotes open in it again and again and are never closed
ingest-damage-shared-part = several sheets are the one part { $name }; it is made to exhaust
ingest-damage-in-part = { $name }: { $reason }
ingest-damage-no-part = there is no { $name } in it
ingest-damage-no-body = it has no body
ingest-damage-no-archive = it is no whole zip archive ({ $cause })
ingest-damage-many-parts = it holds { $count } parts, more than the { $most } that are read
ingest-damage-bomb = { $name } grows { $fold }-fold when it is unpacked; it is made to exhaust
ingest-damage-large-part = { $name } is larger than the { $most } MB that a part may have
ingest-damage-xml = { $cause } at byte { $byte }
ingest-damage-stray-end = an element ends that never began
ingest-damage-nested = it is nested deeper than { $deepest } levels or has more than { $most } elements
ingest-damage-left-open = it is cut off: elements are left open at the end
ingest-damage-gave-up = the parser gave up: { $cause }
ingest-damage-gave-up-silently = the parser gave up: no reason given
ingest-damage-slow = the parser took longer than { $seconds } seconds
ingest-damage-no-result = the parser ended without a result
ingest-damage-no-program = this program does not find itself: { $cause }
ingest-damage-no-folder = there is no folder for temporary files: { $cause }
ingest-damage-no-output = the reader of PDF left no text: { $cause }
ingest-damage-not-started = the reader of PDF could not be started
ingest-damage-slow-reader = it took longer than { $seconds } seconds to read
ingest-damage-memory = it takes more than { $most } MB of memory to read
ingest-damage-no-reason = the reader of PDF gave up without a reason
ingest-damage-many-pages = it has { $count } pages, more than the { $most } that are read
