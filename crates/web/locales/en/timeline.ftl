# Timelines of deals, companies and people
timeline = Timeline
timeline-all = All
timeline-activities = Activities
timeline-changes = Changes
timeline-none = Nothing here yet.
composer-hint = Write a note, or type / for an activity
write-note = Write the note
field-note = Note
field-body = Note
earlier = Earlier

# Who did it
by-import = Import
by-import-of = { $name }, by import
by-token-of = { $name }, through the API
by-server = Dealwright
by-process = the process

# What happened
event-company = Company added
event-person = Person added
event-deal = Deal added
event-in = in { $stage }
event-archived = Archived
event-restored = Taken back from the archive
event-assigned = Given to { $name }
event-assigned-from = from { $name }
event-moved = Moved to { $stage }
event-returned = Moved back to { $stage }
event-reopened = Reopened in { $stage }
event-from = from { $stage }
event-placed = Placed in { $stage }
event-since = there since { $day }
event-overridden = Passed over what was missing: { $reason }
event-planned = { $what } planned
event-replanned = { $what } changed
event-put-off = { $what } put off
event-brought-forward = { $what } brought forward
event-cancelled = { $what } called off
event-done = { $what }
event-with = with
event-subject = “{ $subject }”
event-task = Task added
event-due = due { $day }
event-task-done = Task done
event-task-reopened = Task reopened
event-note = Note
event-file-attached = File attached
event-file-removed = File removed
event-undone = Taken back:
entry-undone = taken back { $day }
undo-with-the-rest = Undo, with all that came of it
undone-assigned = given to another
undone-moved = move
undone-planned = activity planned
undone-rescheduled = activity put off
undone-done = activity logged
undone-cancelled = activity called off
undone-changed = changed fields
event-import = Imported
event-import-undone = Import undone
minutes = { $minutes } min

# What changed: a field's name, then what stood there and what stands there now
changed-unset = not set
changed-unseen = out of your reach
changed-added = added
changed-removed = removed
changed-order = in another order
changed-rewritten = rewritten
changed-emptied = emptied
changed-probability = Probability
changed-to-estimate = Amount is an estimate now
changed-to-firm = Amount is no longer an estimate
