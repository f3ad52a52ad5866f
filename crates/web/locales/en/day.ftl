# My day
day-new = New
day-overdue = Overdue
day-next = Next
day-tasks-overdue = Tasks overdue
day-tasks-today = Tasks today
day-tasks-later = Tasks
day-queued = In a queue, nobody's yet
day-aside = The day at a glance
day-calendar = Today
day-free = Nothing is planned for the rest of today.
day-gap = free
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
