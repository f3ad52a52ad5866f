# Processes
process-version = Version { $version }
process-active = Active
process-retired = Takes no new deals
process-open = Open
process-published = Published { $when }
process-check-file = Check a definition
process-check = Check
process-publish = Publish
process-definition-hint = The text of a process file. Publishing makes it the next version; running deals stay on theirs.
process-chart = Flow chart
process-flow = Flow
process-views = Show as
process-view-chart = Chart
process-view-words = In words
process-view-file = File
process-findings = Findings
process-no-findings = The checker finds nothing wrong.
process-blocks = Blocks
process-warns = Warns
process-place = line { $line }, column { $column }
process-stories-title = Stories
process-stories = { $passed } of { $count } stories pass
process-stories-show = Show them
process-needs = { $count ->
    [one] { $count } need on the way
   *[other] { $count } needs on the way
}
process-deals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}
process-to-go-on = To go on
process-to-enter = To enter
process-next-step = Next step
process-next-step-required = Always required, with start and end
process-next-step-not = Not asked
process-rots = Grows stale after
process-way = On the way
process-never-skip = Never skipped
process-may-skip = May be skipped
process-moves = Moves
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
