# Deals: board, list, form
back = Back
save = Save
not-set = Not set
yes = yes
no = no
process = Process
new-deal = New deal
add-deal = Add deal
edit-deal = Edit the deal
view-board = Board
view-list = List
show-as = Show as
clear-filters = Clear filters
filter-text = Filter by name
owner-all = Everyone
owner-mine = Mine
type-all = All
stage-all = All
step-any = Any
step-overdue = Overdue
step-today = Today
step-planned = Planned
step-missing = None
step-none = None yet
status-open = Open
status-won = Won
status-lost = Lost
status-closed = Closed
status-any = All
status-archived = Archived
open-count = { $count } open
won-this-month = Won this month { $count } · { $sum }
in-stage-days = Quiet { $days ->
    [one] { $days } day
   *[other] { $days } days
}
more-cards = More
none-match = No deal matches these filters.
showing = { $count ->
    [one] { $count } deal here
   *[other] { $count } deals here
}
column-once = Once
column-monthly = A month
column-close = Close
choose-columns = Columns
column-probability = Chance
column-created = Created
column-changed = Changed
no-deals = No deals yet
no-deals-detail = A deal is a possible sale, from the slightest interest on. It moves over the board from left to right.
begin-deal-detail = A name and a client are enough.
begin-import = Import a pipeline
begin-import-detail = From a CSV file of another program.
no-process = No process runs yet
no-process-detail = A deal goes through a process: its stages are the columns of the board.
begin-process = Publish a process
begin-process-detail = Begin with one that is shipped.
first-step = First next step
more-fields = More fields
assign = Give to another member
assign-hint = Planned activities and open tasks go with it.
stands-now = Stands now
you-typed = You typed
archive-deal = Archive
restore-deal = Restore

# Fields
field-client = Client company
field-contact = Person
field-company = Company
field-person = Person
field-deal-name = What they want
field-amount = Amount
field-amount-estimated = Estimated
field-recurring = Amount a month
field-estimated = The amount is an estimate
field-expected-close-on = Expected close
field-type = Type
field-source = Source
field-status = Status
field-stage = Stage
field-engineer = Engineer
field-probability = Probability, %
field-campaign = Campaign
field-competitor = Competitor
field-lines = Products
field-product = Products
field-people = People in the deal
line-product = Product
line-quantity = Quantity
line-price = Price each
party-name = Name
party-role = Part, such as decides

## A value edited where it stands
inline-stale = Somebody has changed this meanwhile. What you typed is still here: save again to put it in its place.
inline-stale-by = { $who } has changed this to { $value } ({ $when }). What you typed is still here: save again to put it in its place.
