# Мой день
day-new = Создать
day-overdue = Просрочено
day-next = Дальше
day-tasks-overdue = Просроченные задачи
day-tasks-today = Задачи на сегодня
day-tasks-later = Задачи
day-queued = В очереди, пока ничьё
day-aside = День одним взглядом
day-calendar = Сегодня
day-free = До конца дня ничего не назначено.
day-gap = свободно
day-without = Сделки без следующего шага
day-done = Готово, записать
day-postponed = { $count ->
    [one] отложено { $count } раз
    [few] отложено { $count } раза
   *[other] отложено { $count } раз
}
day-empty = На сегодня дел нет
day-empty-detail = Звонки, встречи и задачи появятся здесь в свой день.
day-begin-deal = Завести сделку
day-begin-deal-detail = Достаточно названия и клиента.
day-begin-import = Загрузить сделки
day-begin-import-detail = Из CSV-файла другой программы.
