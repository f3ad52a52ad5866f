# The bell and its page
nav-notices = Notifications
nav-notices-unread = { $count ->
    [one] Notifications, { $count } new
   *[other] Notifications, { $count } new
}
notice-assigned = You own this deal now
notice-process = From the process
notice-other = Notice
notice-new = New
notice-read = Mark as read
notice-read-all = Mark all as read
notices-none = Nothing has been told to you yet
notices-none-detail = When somebody gives you a deal, or the process has word for you, it stands here.
notices-older = Older
