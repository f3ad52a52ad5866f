# Дни и числа
today = Сегодня
from-to = { $from }–{ $to }
late-now = Срок прошёл
late-hours = { $hours ->
    [one] { $hours } час назад
    [few] { $hours } часа назад
   *[other] { $hours } часов назад
}
late-days = { $days ->
    [one] { $days } день назад
    [few] { $days } дня назад
   *[other] { $days } дней назад
}
days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
overdue = Просрочено
a-month = /мес

# Рама
skip-to-content = К содержанию
nav-main = Главное меню
nav-phone = Главное меню, для телефона
nav-manage = Управление
nav-day = Мой день
nav-deals = Сделки
nav-companies = Компании
nav-people = Контакты
nav-process = Процесс
nav-reports = Отчёты
nav-import = Импорт
nav-settings = Настройки
nav-search = Поиск
nav-more = Ещё
nav-new = Новое
nav-profile = { $name }, ваш профиль
search-or-jump = Найти или перейти
search-choose = выбрать
search-do = выполнить
search-new-tab = новая вкладка
back-to = Назад: { $place }
overdue-count = { $count ->
    [one] { $count } просрочен
    [few] { $count } просрочены
   *[other] { $count } просрочено
}

# Кнопки и меню
more-acts = Другие действия
close = Закрыть
undo = Отменить
cancel = Отмена

# Формы
optional = необязательно
errors-title = { $count ->
    [one] Нужно исправить { $count } место
    [few] Нужно исправить { $count } места
   *[other] Нужно исправить { $count } мест
}
errors-kept = Всё введённое сохранено.
sign-in-again = Сеанс закончился. Войдите снова и отправьте ещё раз: введённое сохранено.
sign-in = Войти
connection-lost = Сервер не отвечает. Данные на экране могли устареть.
try-again = Повторить

# Следующий шаг
no-next-step = Нет следующего шага
plan-one = Назначить

# Условия
needs-title = Чтобы перейти: { $stage }
needs-title-itself = Само перейдёт: { $stage }
needs-missing = не хватает { $missing } из { $total }
needs-met = всё готово: { $total }
need-met = Готово
need-missing = Не хватает
need-warns = Обратите внимание
leave-it = Оставить
other-time = Другое время

# Полоса процесса
process-bar = Положение в процессе: {$process}
stage-done = пройден
stage-now = сейчас
stage-ahead = впереди
stage-missing = { $count ->
    [one] Не хватает { $count } условия
   *[other] Не хватает { $count } условий
}
stage-days-usual = День { $day } · обычно { $usual }
stage-step = Этап { $step } из { $total }: { $name }

# Списки
sort-by = Сортировать: { $column }
select-all = Выбрать все
select-row = Выбрать: { $name }
selected = Выбрано: { $count }
clear-selection = Снять выбор
page-next = Дальше
page-previous = Назад
pages = Страницы
open-deals = { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[other] { $count } сделок
}

# Перемещение карточек
card-moved = { $card } переходит на этап «{ $stage }»
card-kept = { $card } остаётся на этапе «{ $stage }»
move-to = Переместить на этап
complete = Выполнить: { $what }

## Что сделано
said-saved = Сохранено
edit-fact = Изменить: { $what }
said-saved-with-others = Сохранено. То, что тем временем изменили другие, тоже осталось
said-undone = Отменено, всё как было
said-logged = Записано
said-planned = Запланировано
said-cancelled = Отменено
said-task-added = Задача добавлена
said-note-written = Заметка записана
said-deal-added = Сделка добавлена: { $deal }
said-assigned = Передано другому ответственному
said-archived = Убрано в архив. Вернуть можно в любое время
said-restored = Возвращено из архива

## Набранное
kept-back = Здесь снова то, что вы набрали раньше.
start-afresh = Начать заново
session-ended = Сеанс закончился
session-ended-detail = Набранное сохранено в этой вкладке. Войдите, и форма вернётся вместе с ним.
