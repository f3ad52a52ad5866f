# Reports
report-by = Gather deals by
report-by-stage = Stage
report-by-status = Status
report-by-owner = Owner
report-by-type = Type
report-by-product = Product
report-by-quarter = Quarter closed
report-status = Status
report-deals = Deals
report-sums = Amount
report-total = Together
report-empty = There are no deals like this within your reach.
report-status-all = All
report-status-open = Open
report-status-won = Won
report-status-lost = Lost
report-status-closed = Closed
