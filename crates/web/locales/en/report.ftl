# Reports
report-by = Gather deals by
report-by-stage = Stage
report-by-status = Status
report-by-owner = Owner
report-by-type = Type
report-by-product = Product
report-by-month = Month closed
report-by-quarter = Quarter closed
report-title-stage = Deals by stage
report-title-status = Deals by status
report-title-owner = Deals by owner
report-title-type = Deals by type
report-title-product = Deals by product
report-title-month = Deals by the month they closed in
report-title-quarter = Deals by the quarter they closed in
report-status = Status
report-deals = Deals
report-share = Share
report-quarter = Q{ $quarter } { $year }
report-not-closed = Not closed yet
report-sums = Amount
report-total = Together
report-says-count = { $count ->
    [one] { $count } deal.
   *[other] { $count } deals together.
}
report-says-all = { $count ->
    [one] { $count } deal, { $sums }.
   *[other] { $count } deals, { $sums } together.
}
report-says-products = A deal with several products counts under each of them; a deal without any isn't here.
report-most-stage = Most stand in { $name }: { $count }, which is { $share }.
report-most-owner = { $name } has the most: { $count }, which is { $share }.
report-most-type = Most are { $name }: { $count }, which is { $share }.
report-most-product = { $name } is asked for most: in { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}.
report-most-month = Most closed in { $name }: { $count }, which is { $share } of those that closed.
report-most-quarter = Most closed in { $name }: { $count }, which is { $share } of those that closed.
report-won-of = Of { $decided ->
    [one] { $decided } decided deal
   *[other] { $decided } decided deals
} { $won } were won: { $share }.
report-empty = There are no deals like this within your reach.
report-status-all = All
report-status-open = Open
report-status-won = Won
report-status-lost = Lost
report-status-closed = Closed
