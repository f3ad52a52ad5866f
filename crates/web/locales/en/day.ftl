# My day
day-new = New
day-overdue = Overdue
day-next = Next
day-two-weeks = in the next two weeks
day-more = { $count } more
day-tasks = Tasks
day-due = by { $when }
day-due-today = today
day-queued = In a queue, nobody's yet
day-aside = The day at a glance
day-calendar = Today
day-off = No working hours today.
day-over = Nothing more today.
day-clear = Nothing is late and nothing is left for today.
day-now = Now
day-free-for = Free { $length }
day-hours = { $hours } h
day-week = This week
day-planned = planned
day-done-count = done
day-of-week = { $day }: { $planned } planned, { $done } done
day-without = Deals without a next step
day-done = Done, log it
day-postponed = { $count ->
    [one] put off once
   *[other] put off { $count } times
}
day-empty = Your day is empty
day-empty-detail = Planned calls, meetings and tasks appear here on their day.
day-begin-deal = Begin a deal
day-begin-deal-detail = A name and a client are enough.
day-begin-import = Import a pipeline
day-begin-import-detail = From a CSV file of another program.
