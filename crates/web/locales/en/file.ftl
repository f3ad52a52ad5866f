# Files on deals, companies and people
files = Files
files-none = No files yet.
files-more = Show earlier files
file-attach = Attach files
file-attach-here = Drop files here, or choose them
file-attach-most = Up to { $megabytes } MB each
file-removed = Removed
file-remove = Remove { $name }
file-describe = What this file is
file-describe-this = Say what { $name } is
file-signed = Signed
field-document = Kind of document
field-signed = Signed by both sides
document-none = No document
any-document = a document
said-file-described = { $name } described
file-about = { $kind }, { $size }
said-files-attached = { $count ->
    [one] { $name } attached
   *[other] { $count } files attached
}
said-file-removed = { $name } removed
files-refused = Not everything was attached
files-refused-detail = What is not named here is attached already.
file-too-many = No more than { $most } files at once. The rest were not attached.
file-sending = Sending { $name }
file-sent = { $name } attached
file-broken = The connection broke. Nothing of it was kept; attach it again.
field-file = File
field-files-attached = Files

# What a file is
file-kind-pdf = PDF
file-kind-document = Document
file-kind-table = Spreadsheet
file-kind-slides = Slides
file-kind-image = Image
file-kind-sound = Sound
file-kind-video = Video
file-kind-archive = Archive
file-kind-text = Text
file-kind-program = Program
file-kind-other = File

# How much it holds
size-bytes = { $count } B
size-kilobytes = { $count } KB
size-megabytes = { $count } MB
