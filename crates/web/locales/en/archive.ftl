# The archive
archive-title = Archive
archive-about = Put away, nothing lost. Counts, lists and search leave these out.
archive-restore = Restore
archive-restore-name = Restore { $name }
archive-none = Nothing is put away here
archive-none-detail = What you archive on its page comes here and can be taken back at any time.
