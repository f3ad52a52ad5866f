# Signing in
sign-in-title = Sign in to Dealwright
sign-in-wrong = E-mail or password do not match. Check both and try again.
sign-in-too-many = Too many attempts. Wait { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} and try again.
sign-in-forgot = Forgot the password? An administrator can make you a link for a new one.
sign-out = Sign out
first-title = Set up Dealwright
first-about = You become the first administrator. Everything here can be changed later.
first-begin = Begin
join-title = Choose your password
join-about = The link works once. After this you sign in with your e-mail and this password.
join-begin = Begin
password-hint = At least 10 characters. A few words are easier to remember than signs.
currency-hint = Three letters, like USD, EUR or GBP.
field-email = E-mail
field-password = Password
field-name-own = Your name
field-company-name = Your company
field-base-currency = Currency
field-time-zone = Time zone
