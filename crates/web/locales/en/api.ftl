# The API, to be read and tried
api-title = The API
api-intro = What programs can do here: each request as a program would send it, and a form to send it from this page.
api-make-token = Make a token
api-about = How it works, in general
field-api-token = Token
api-token-hint = Requests from this page go with it, and change what it may change. It stays on this page and is gone when you leave.
api-covers = The token must cover
api-stream = It goes on without end, so it is not tried here.
api-body = Body, JSON
api-file = File
api-send = Send
api-failed = It was not sent, or no answer came
api-bytes = bytes
api-read = Read and try the API
