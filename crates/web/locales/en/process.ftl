# Processes
process-version = Version { $version }
process-active = Active
process-retired = Takes no new deals
process-open = Open
process-published-at = Published
process-main = Main process
process-runs-on = Runs on
process-runs-on-deal = Deals
process-stages = Stages
process-stages-ends = { $open } and { $ends ->
    [one] { $ends } end
   *[other] { $ends } ends
}
process-running = Running deals
process-none = No process is published yet
process-check-file = Check a definition
process-check = Check
process-publish = Publish
process-definition-hint = The text of a process file. Publishing makes it the next version; running deals stay on theirs.
process-checked-text = The text that was checked
process-chart = Flow chart
process-chart-scrolls = Scroll sideways to see the whole chart.
process-chart-legend = A number on a line: so many things must hold on the way. Dashed: back to a stage the deal has been in. A stage leads to what it asks.
process-flow = Flow
process-views = Show as
process-view-chart = Chart
process-view-words = In words
process-view-file = File
process-findings = Findings
process-no-findings = The checker finds nothing wrong.
process-blocks = Blocks
process-warns = Warns
process-blocking = { $count ->
    [one] { $count } blocks
   *[other] { $count } block
}
process-warning = { $count ->
    [one] { $count } warns
   *[other] { $count } warn
}
process-show-line = Show
process-place = line { $line }, column { $column }
process-stories-title = Stories
process-stories = { $passed } of { $count } stories pass
process-stories-of = { $passed } of { $count } pass
process-stories-none = None
process-story-passes = Passes
process-story-fails = Fails
process-stories-show = Show them
process-needs = { $count ->
    [one] { $count } need on the way
   *[other] { $count } needs on the way
}
process-deals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}
process-chance = { $chance } chance
process-ends-won = Won here
process-ends-lost = Lost here
process-ends-closed = Closed here
process-to-go-on = Held back while
process-to-enter = Not let in while
process-need-blocks = Blocks; a manager may override it with a reason
process-need-firm = Blocks, and nothing overrides it
process-need-warns = Warns; may be accepted
process-mend-log = log: { $kinds }
process-mend-log-any = log any activity
process-mend-outcome = log an activity that ended: { $outcome }
process-mend-plan = plan: { $kinds }
process-mend-plan-any = plan an activity
process-mend-fill = fill in: { $field }
process-mend-note = write a note on the deal
process-mend-attach = attach: { $kind }
process-mend-tasks = finish the open tasks of the deal
process-always = On every move forward
process-always-about = Whatever the stage, this is looked at too.
process-next-step = Next step
process-next-step-required = Always required, with start and end
process-next-step-else = Always required, with start and end. Where nobody plans one, the process does: { $what }
process-plans-within = at the latest in { $span }
process-plans-length = { $span } long
process-next-step-not = Not asked
process-rots = Grows stale after
process-entering = On entering
process-way = On the way
process-never-skip = Never skipped
process-may-skip = May be skipped
process-moves = Moves
process-move-to = to { $stage }
process-move-visited = to any stage the deal has been in
process-move-last = to the stage where the deal stood
process-move-stay = in the same stage
process-itself = By itself, as soon as it may
process-itself-if = By itself as soon as: { $what }
process-only-if = Only while: { $what }
process-if-changed = When somebody changes: { $fields }
process-within-days = For { $count ->
    [one] { $count } day
   *[other] { $count } days
} after the end
process-leaving = On leaving
process-locks = Changed by an amendment only
process-floor = No way back
process-floor-about = From here on a deal never falls back to an earlier stage
process-need-lasts = Looked at again later: where it ceases, the deal falls back here
process-other-moves = Refusals and returns
process-move-from = From: { $stages }
process-asks = Asks: { $what }
process-does-task = Makes a task: { $title }
process-does-plan = Plans: { $kind }
process-does-fill = Fills in: { $field }
process-does-note = Writes a note
process-does-notify = Sends a notification
process-new-deals = New deals
process-takes = New deals may start in this process.
process-takes-none = New deals start elsewhere; those that run here go on to their end.
process-retire = Take no new deals
process-activate = Take new deals
field-definition = Definition
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
span-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
process-strand = Alongside
process-approval = Approval
process-hand-off = Hand-off
process-hold = Hold
process-strand-in = In
process-strand-if = Only where
process-strand-states = States
process-strand-moves = Moves
process-by = by { $parts }
process-not-by = not by { $parts }
process-does-cancel = what is planned is cancelled
process-does-move = {$process} is moved: {$move}
process-does-start = {$process} is started
process-does-ask = Asks for an approval or offers a hand-off
process-mend-contact = link a person
process-mend-deals = look after the deals
process-mend-process = move that process on
process-mend-strand = bring on what runs alongside
process-retired-company = Not started on companies
process-running-company = Companies in it
process-takes-company = This process may be started on a company.
process-takes-none-company = It is started on no company any more; those in it go on to the end.
process-retire-company = Start it no more
process-activate-company = Let it be started
process-new-deals-company = Starting it
process-runs-on-company = Companies
