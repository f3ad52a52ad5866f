# What the pages of companies and of people share
client-new-deal = New deal
client-log = Log activity
client-phone = Phone
client-mail = E-mail
client-since = Added
client-changed = Changed
client-import-detail = CSV from any CRM or spreadsheet. You can undo it.
client-deals = Open deals
client-deals-none = No open deals.
client-deals-first = the first { $count }
client-deals-all = All deals, closed ones too

# Who owns it
owner-nobody = No owner
owner-everybody = No owner: all may see and change it
owner-take = Take it
said-taken = You own it now

# Lists
list-name = Name
list-open-deals = Open deals
list-filter = Filter
list-any-owner = Any owner
list-begins = Name begins with
list-by-name = By name
list-newest = Newest first
list-order = Order
list-rows = { $from } to { $to }
list-one-a-line = One a line.
list-none-found-detail = Search looks inside names too, and in phones and addresses.
list-search-instead = Search for “{ $words }”

# Said after an act
said-company-added = Company added
said-person-added = Person added
