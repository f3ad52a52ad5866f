# One change to many deals
bulk-assign = Give to another member
bulk-set = Set fields
bulk-move = Move to a stage
bulk-archive = Archive
bulk-all = All that match, up to { $most }
bulk-deals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}
bulk-show = Show what will change
bulk-as-it-is = As it is
bulk-set-hint = What you leave empty stays as it is in each deal.
bulk-would-change = { $count ->
    [0] No deal would change
    [one] { $count } deal will change
   *[other] { $count } deals will change
}
bulk-same = { $count ->
    [one] { $count } deal stands so already
   *[other] { $count } deals stand so already
}
bulk-kept = { $count ->
    [one] { $count } deal stays as it is
   *[other] { $count } deals stay as they are
}
bulk-more = and { $count } more
bulk-next-step = A next step must be planned with it.
bulk-go = { $count ->
    [one] Change { $count } deal
   *[other] Change { $count } deals
}
bulk-done = { $count ->
    [0] No deal was changed
    [one] { $count } deal changed
   *[other] { $count } deals changed
}
bulk-done-but = { $count ->
    [one] { $count } deal changed
   *[other] { $count } deals changed
}, { $kept } as before
