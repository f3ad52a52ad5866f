# Вход
sign-in-title = Вход в Dealwright
sign-in-wrong = Почта или пароль не подходят. Проверьте и попробуйте ещё раз.
sign-in-too-many = Слишком много попыток. Подождите { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
} и попробуйте снова.
sign-in-forgot = Забыли пароль? Администратор сделает вам ссылку для нового.
sign-out = Выйти
first-title = Настройка Dealwright
first-about = Вы станете первым администратором. Всё это можно изменить позже.
first-begin = Начать
join-title = Придумайте пароль
join-about = Ссылка действует один раз. Дальше входите по почте и этому паролю.
join-begin = Начать
password-hint = Не меньше 10 знаков. Несколько слов запомнить легче, чем символы.
currency-hint = Три буквы, например RUB, USD или EUR.
field-email = Почта
field-password = Пароль
field-name-own = Ваше имя
field-company-name = Ваша компания
field-base-currency = Валюта
field-time-zone = Часовой пояс
