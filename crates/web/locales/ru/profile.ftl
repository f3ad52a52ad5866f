# Свой профиль
profile-title = Ваш профиль
profile-look = Вы
profile-save = Сохранить
profile-password = Пароль
profile-change-password = Сменить пароль
profile-archive = Архив
field-language = Язык
field-theme = Цвета
field-single-keys = Действия одной клавишей, например c - звонок
field-old = Нынешний пароль
field-new = Новый пароль
password-old-wrong = Это не ваш нынешний пароль.
theme-auto = Как на устройстве
theme-light = Светлые
theme-dark = Тёмные
zone-of-installation = Часовой пояс компании
