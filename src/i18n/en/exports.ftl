# Words that stand in written files besides their data, and what can go wrong in writing them.

# Names of sheets: at most 31 characters, none of them [ ] : * ? / \
caption-counts-sheet = Counts
caption-records-sheet = Records
caption-field = Field
caption-value = Value
caption-level = Level
caption-no-value = (none)
caption-records = Records
caption-records-by = Records by { $field }
caption-more-values = … ({ $count } values)
caption-by = by { $states }
caption-cluster = cluster { $number }
caption-session = session { $session }
caption-session-of-year = session { $session } of { $year }
caption-cut-cell = … and { $characters ->
    [one] one more character
   *[other] { $characters } more characters
 }; the CSV holds them all

export-io = cannot write the export: { $cause }
    .hint = check that the disk has room and that the file is not open in another program
export-xlsx = cannot write the workbook: { $cause }
    .hint = close the file if Excel holds it open; large plans can be exported as CSV
export-docx = cannot write the document: { $cause }
    .hint = check that the disk has room and that the file is not open in another program
export-json = cannot write JSON: { $cause }
    .hint = check that the disk has room and that the file is not open in another program
