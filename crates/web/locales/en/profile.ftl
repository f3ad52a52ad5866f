# One's own profile
profile-title = Your profile
profile-look = You
profile-save = Save
profile-password = Password
profile-change-password = Change password
profile-archive = Archive
field-language = Language
field-theme = Colours
field-single-keys = Single keys act, such as c for a call
field-old = Present password
field-new = New password
password-old-wrong = This is not your present password.
theme-auto = As the device
theme-light = Light
theme-dark = Dark
zone-of-installation = The company's time zone
