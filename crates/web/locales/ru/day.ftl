# Мой день
day-new = Создать
day-overdue = Просрочено
day-next = Дальше
day-two-weeks = на две недели вперёд
day-more = Ещё { $count }
day-tasks = Задачи
day-due = до { $when }
day-due-today = сегодня
day-queued = В очереди, пока ничьё
day-aside = День одним взглядом
day-calendar = Сегодня
day-off = Сегодня нерабочий день.
day-over = На сегодня всё.
day-clear = Ничего не просрочено, и на сегодня ничего не осталось.
day-now = Сейчас
day-free-for = Свободно { $length }
day-hours = { $hours } ч
day-week = Эта неделя
day-planned = назначено
day-done-count = сделано
day-of-week = { $day }: назначено { $planned }, сделано { $done }
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
