# Days and figures
today = Today
from-to = { $from } to { $to }
late-now = Due now
late-hours = { $hours ->
    [one] { $hours } hour late
   *[other] { $hours } hours late
}
late-days = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
overdue = Overdue
a-month = /mo

# The frame
skip-to-content = Skip to the content
nav-main = Main
nav-phone = Main, on a phone
nav-manage = Manage
nav-day = My day
nav-deals = Deals
nav-companies = Companies
nav-people = People
nav-process = Process
nav-reports = Reports
nav-import = Import
nav-settings = Settings
nav-search = Search
nav-more = More
nav-new = New
nav-profile = { $name }, your profile
search-or-jump = Search or jump to
search-choose = choose
search-do = do it
search-new-tab = new tab
back-to = Back to { $place }
overdue-count = { $count ->
    [one] { $count } overdue
   *[other] { $count } overdue
}

# Buttons and menus
more-acts = More acts
close = Close
undo = Undo
cancel = Cancel

# Forms
optional = optional
errors-title = { $count ->
    [one] One thing to put right
   *[other] { $count } things to put right
}
errors-kept = Everything you typed is still here.
sign-in-again = Your session has ended. Sign in again, then send this once more: what you typed is kept.
sign-in = Sign in
connection-lost = No answer from the server. What you see may be old.
try-again = Try again

# Next step
no-next-step = No next step
plan-one = Plan one

# Needs
needs-title = To go on to { $stage }
needs-title-itself = To { $stage } by itself, with
needs-missing = { $missing } of { $total } missing
needs-met = all { $total } in place
need-met = In place
need-missing = Missing
need-warns = Worth knowing
leave-it = Leave it
other-time = Other time

# Process bar
process-bar = Where this stands in: {$process}
stage-done = done
stage-now = now
stage-ahead = ahead
stage-missing = { $count ->
    [one] { $count } thing missing
   *[other] { $count } things missing
}
stage-days-usual = Day { $day } · usual { $usual }
stage-step = Step { $step } of { $total }: { $name }

# Lists
sort-by = Sort by { $column }
select-all = Select all
select-row = Select { $name }
selected = { $count } selected
clear-selection = Clear the selection
page-next = Next
page-previous = Previous
pages = Pages
open-deals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}

# Moving cards
card-moved = { $card } moved to { $stage }
card-kept = { $card } stays in { $stage }
move-to = Move to
complete = Complete: { $what }

## Said after an act
said-saved = Saved
edit-fact = Edit: { $what }
said-saved-with-others = Saved. What others changed meanwhile is kept
said-undone = Taken back
said-logged = Logged
said-planned = Planned
said-cancelled = Called off
said-task-added = Task added
said-note-written = Note written
said-deal-added = { $deal }: deal added
said-assigned = Given to another owner
said-archived = Put away. It can be taken back from the archive at any time
said-restored = Taken back from the archive

## What was typed
kept-back = What you typed here before is back.
start-afresh = Start afresh
session-ended = Your session has ended
session-ended-detail = What you typed is kept in this tab. Sign in, and the form comes back with it.
