# Imports
import-list = Imports
import-new = New import
import-new-detail = Deals, companies, people, products or members from CSV files
import-empty = Nothing has been imported yet
import-empty-detail = Bring the deals and companies you already have. You see what will come before anything is written, and a whole import can be undone.
import-title = Import
import-state = State
import-rows = Rows
import-imported = Imported
import-mend = To mend
import-known = Known already
import-created = Begun
import-file = File
import-record = Becomes
import-state-draft = Draft
import-state-running = Running
import-state-done = Done
import-state-cancelled = Stopped
import-state-failed = Failed
import-state-undoing = Being undone
import-state-undone = Undone
import-state-discarded = Discarded
import-all-files = All files

# Steps
import-steps = Steps of the import
import-step-file = File
import-step-columns = Match columns
import-step-check = Check
import-step-import = Import
import-step-mend = Mend

# File
field-files = Files
field-mapping = How to read them
field-mapping-file = Mapping file
import-field-title = Title
import-files-hint = CSV or text with tabs, in any encoding, 64 MB together. Choose files that belong together, such as companies and deals, at once.
import-mapping-hint = A mapping says which column is what. Without one it is proposed from the column names, and you can change it.
import-mapping-file-hint = A YAML file of your own; it goes before the choice above.
import-propose = By their column names
import-more-fields = A mapping file or a title of your own
import-title-hint = Without one the import is called by its files.
import-read = Read the files
import-nothing-written = Nothing was written.

# Match columns
import-discard = Discard
import-later = Keep for later
import-check-rows = { $rows ->
    [one] Check { $rows } row
   *[other] Check { $rows } rows
}
import-ignored = Not read, the mapping does not name them: { $names }.
import-missing = The mapping also names files that were not given: { $names }.
import-column = Column in the file
import-first-values = First values
import-goes-to = Goes to
import-goes-to-of = { $column } goes to
import-found = What we found
import-columns-of = Columns of { $file }
import-ignore = Leave out
import-empty-rows = { $rows } empty
import-found-nothing = nothing in it
import-found-all-new = all different and new
import-found-twice = { $rows } are here already or come twice
import-found-stages = all are stages
import-found-made = new ones are made
import-found-known = all are known
import-found-date-forms = dates, written in { $count } ways
import-found-ambiguous-dates = dates with two readings
import-found-ambiguous-numbers = figures with two readings
import-found-unknown-names = { $count ->
    [one] { $count } name is unknown
   *[other] { $count } names are unknown
}
import-found-unknown-stages = { $count ->
    [one] { $count } word is no stage
   *[other] { $count } words are no stages
}
import-save-columns = Save the columns
import-process = Process
import-first-call = Open deals get a call within ten working days
import-row-count = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
import-record-deal = Deals
import-record-company = Companies
import-record-person = People
import-record-member = Members
import-record-product = Products
import-delimiter-44 = comma
import-delimiter-59 = semicolon
import-delimiter-9 = tab
import-delimiter-124 = bar

# Fields that a column can fill
import-to-source-id = Number in the old system
import-to-name = Name
import-to-company = Company
import-to-person = Person
import-to-person-phone = The person's phone
import-to-person-mail = The person's e-mail
import-to-owner = Owner
import-to-stage = Stage
import-to-amount = Amount
import-to-recurring = Recurring amount
import-to-currency = Currency
import-to-expected-close-on = Expected close
import-to-created-on = Created on
import-to-entered-on = In its stage since
import-to-closed-on = Closed on
import-to-probability = Probability
import-to-type = Type
import-to-product = Product
import-to-source = Source
import-to-campaign = Campaign
import-to-description = Description
import-to-parent = Belongs to company
import-to-competitor = Competitor
import-to-industry = Industry
import-to-employees = Employees
import-to-founded = Founded
import-to-annual-revenue = Annual revenue
import-to-address = Address
import-to-phone = Phone
import-to-web = Web site
import-to-given = Given name
import-to-family = Family name
import-to-mail = E-mail
import-to-email = E-mail
import-to-language = Language
import-to-lost-reason = Reason lost
import-to-team = Team
import-to-team-head = Head of the team
import-to-region = Region
import-to-role = Role
import-to-series = Series
import-to-list-price = List price

# Questions
import-ask-date = { $column }: dates such as { $value } in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} can be read in two ways. Which comes first?
import-ask-proven = Other dates of this column say: { $form }.
import-ask-number = { $column }: figures such as { $value } in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} can be read in two ways. What parts the decimals?
import-ask-near-deal = “{ $value }” in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} is not a deal here. Which one is it?
import-ask-near-company = “{ $value }” in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} is not a company here. Which one is it?
import-ask-near-person = “{ $value }” in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} is not a person here. Who is it?
import-ask-near-member = “{ $value }” in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} is not a member here. Who is it?
import-ask-near-product = “{ $value }” in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} is not a product here. Which one is it?
import-ask-stage = “{ $value }” in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} is not a stage of the process. Which stage is it?
import-ask-client = { $rows ->
    [one] { $rows } row has no company and no person.
   *[other] { $rows } rows have no company and no person.
}
import-ask-client-detail = A deal needs a client. Put them under a stand-in, or leave them to mend afterwards.
import-stand-in = Name of a company
import-use-stand-in = Put them under it
import-day-first = Day first
import-month-first = Month first
import-comma = The comma
import-point = The point
import-use = Use { $name }
import-make = { $count ->
    [1] Make a new one
   *[other] Make all { $count } new
}
import-choose = Choose
import-other = Another
import-other-name = Another name
import-use-other = Use it
import-ask-near-why = { $name }: { $why }.
import-ask-near-none = Nothing here is called anything like it.
import-more-questions = { $count ->
    [one] { $count } more question
   *[other] { $count } more questions
}
import-still-more-questions = { $count ->
    [one] { $count } more shows when these are answered.
   *[other] { $count } more show when these are answered.
}

# Preview
import-preview = Preview
import-preview-of = first { $shown } of { $rows }, as they will look
import-preview-file = How rows of { $file } will look
import-list-price = List price

# Check
import-back-to-columns = Back to the columns
import-start = { $rows ->
    [one] Import { $rows } row
   *[other] Import { $rows } rows
}
import-start-none = Keep all rows to mend
import-will-come = Ready
import-none-to-mend = Every row can be taken.
import-mend-later = { $rows ->
    [one] { $rows } row is kept, to be mended after the import
   *[other] { $rows } rows are kept, to be mended after the import
}
import-known-passed = { $rows ->
    [one] { $rows } row is passed over: its record is here
   *[other] { $rows } rows are passed over: their records are here
}
import-first-known = The first of them
import-why-mend = Why rows go to mend
import-first-to-mend = The first of them
import-line = line { $line }
import-reason-column-count = more or fewer values than columns
import-reason-missing = a value is missing
import-reason-client-missing = no company and no person
import-reason-not-a-date = not a date
import-reason-ambiguous-date = a date with two readings
import-reason-not-a-number = not a number
import-reason-ambiguous-number = a number with two readings
import-reason-too-fine = more decimals than the currency has
import-reason-too-large = too large
import-reason-negative = below zero
import-reason-unknown-currency = not a currency
import-reason-not-an-address = not an e-mail address
import-reason-unknown-stage = not a stage
import-reason-not-found = no such record
import-reason-refused = refused

# Running
import-importing = Importing
import-undoing = Taking the import back
import-stop = Stop and keep what is done
import-read-so-far = Read
import-taken-back = Removed
import-of = { $done } of { $total }
import-pace = { $rows } rows a second
import-seconds-left = { $seconds ->
    [one] { $seconds } second left
   *[other] { $seconds } seconds left
}
import-minutes-left = { $minutes ->
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
}
import-look-again = Look again
import-more = More
import-word-means = “{ $word }” is
import-use-for-such = Use for all such rows
import-may-leave = You may close this page. The import goes on, and you find it here.
import-undo-may-leave = You may close this page. It goes on, and you find it here.

# Over
import-came-of-it = What came of each file
import-see-brought = What it brought
import-brought = Brought
import-brought-nothing = Nothing of this import is here.
import-kinds-deal = Deals
import-kinds-person = People
import-kinds-company = Companies
import-kinds-product = Products
import-kinds-member = Members
import-kinds-team = Teams
import-kinds-choice = Words of lists
import-all-well = Nothing is left to mend.
import-failed-detail = A file could not be read to its end. What came until then is here; undo takes it back.
import-keep-mapping = Keep the mapping
import-mapping-file = Download the mapping
import-mapping-kept = Kept as “{ $name }”: it is offered with the next files.
import-undo-title = Undo the import
import-undo-about = Every record this import made is removed. What somebody has changed since stays, and is named.
import-undo-force = Remove changed records too
import-undo = Undo the whole import
import-undo-rest = Remove these too
import-removed = { $count ->
    [one] { $count } record removed.
   *[other] { $count } records removed.
}
import-kept = { $count ->
    [one] { $count } record stays, changed since
   *[other] { $count } records stay, changed since
}
import-kind-deal = Deal
import-kind-person = Person
import-kind-company = Company
import-kind-product = Product
import-kind-member = Member
import-kind-team = Team
import-kind-choice = Word of a list

# Mend
import-mend-title = Rows to mend
import-mend-count = { $count } left
import-mend-row = Try this row again
import-mend-row-title = The whole row
import-mend-none = No row is left with this reason.
import-mend-here = Mend it here
import-mend-showing = { $from } to { $to } of { $total }
import-whole-row = The whole row
import-line-number = Line
import-row = Row
import-why = Why it waits
import-all-reasons = All
import-all-at-once = { $count ->
    [1] This row:
   *[other] All { $count } at once:
}
import-use-for-all = Use for all
import-make-all = Make what is missing
import-value-wanted = Type what all of them shall have.
import-mended-all = { $imported } imported, { $known } known already, { $still } still to mend.
import-row-imported = Imported
import-row-known = It was here already
