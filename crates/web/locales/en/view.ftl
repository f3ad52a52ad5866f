# Saved views of deals, companies and people
views = Views
views-all = All
view-save = Save this view
view-save-as = Save as a new view
view-save-changes = Save changes
view-drop-changes = Drop changes
view-edit = Edit the view
view-shared = Who finds it
view-shared-own = Only me
view-shared-team = My team
view-shared-all = Everyone
view-shared-hint = Each sees in it what they may see anyway.
view-first = Begin with this view
view-delete = Delete the view
view-delete-hint = What it shows stays; only the view goes.
view-said-saved = { $view }: view saved
view-said-deleted = { $view }: view deleted
