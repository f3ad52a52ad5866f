# One deal: its page and its moves
about-deal = About this deal
forecast = Forecast
forecast-at = { $sum } at { $chance }
once = { $sum } once
monthly = { $sum } a month
estimated = estimate
team = Team
part-seller = seller
part-engineer = engineer
lost-reason = Reason
closed-on = Closed on
created-on = Created on
source-id = Number at the source
add-person = Add a person
no-people = Nobody is named yet.
main-contact = Main contact
call-person = Call { $name }
mail-person = Write to { $name }
tasks = Tasks
no-tasks = No tasks.
new-task = New task
add-task = Add task
edit-task = Change the task
reopen-task = Reopen: { $what }
in-queue = Queue { $queue }
field-title = What is to be done
field-due-at = Until
standing-findings = Still open
other-moves = Other moves
never-skipped = Never skipped
may-skip = Optional
stage-day = Day { $day }
log-call = Log call
no-next-step-detail = Nothing falls between two chairs: an open deal has a planned step.
put-off = { $count ->
    [one] Put off once
   *[other] Put off { $count } times
}
move-deal = Move the deal
move-to-stage = Move to { $stage }
move-where = To which stage
no-moves = No move leaves this stage.
not-yet = Not yet: { $deal } stays in { $stage }
refused-words = { $stage } asks for { $total ->
    [one] one thing
   *[other] { $total } things
}. { $missing ->
    [one] One is missing.
   *[other] { $missing } are missing.
}
no-way = No move leads from { $from } to { $to }.
accept-warning = Go on without it
override-reason = Reason to pass over what is missing
override-hint = Only what the process lets be passed over. Your reason stays in the timeline.
plan-with-move = planned with the move
mend-plan = Plan an activity
mend-plan-kind = Plan: { $kind }
mend-log = Log an activity
mend-log-kind = Log: { $kind }
mend-log-outcome = Log: { $outcome }
mend-fill = Fill in: { $field }
mend-note = Write a note
mend-attach = Attach: { $kind }
holds-document = { $kind } is attached
holds-signed = { $kind }, signed
mend-tasks = See the tasks

# What holds
holds-done = { $kind }: done
holds-activity = An activity is logged
holds-planned = Planned: { $kinds }
holds-filled = { $field }: filled in
holds-note = A note is written
holds-tasks = No task is open
strands = Alongside
strand-agreed = agreed: { $parts }
strand-moved = { $strand }: { $state }
mend-strand = Go to: { $strand }
mend-contact = Add a person
mend-deals = See the deals
holds-contact = Somebody to speak with is linked
holds-deals = The deals are as they should be
mend-process = Go to: {$process}
holds-process = {$process} stands where it must
mend-strands = See what runs alongside
strand-since = since { $day }
strand-today = since today
holds-strands = What runs alongside is finished
