# Ленты сделок, компаний и контактов
timeline = Лента
timeline-all = Всё
timeline-activities = Дела
timeline-changes = Изменения
timeline-none = Здесь пока пусто.
composer-hint = Напишите заметку или / для дела
write-note = Записать заметку
field-note = Заметка
field-body = Заметка
earlier = Раньше

# Кто это сделал
by-import = Импорт
by-import-of = { $name }, импортом
by-token-of = { $name }, через API
by-server = Dealwright
by-process = по процессу

# Что произошло
event-company = Добавлена компания
event-person = Добавлен контакт
event-deal = Добавлена сделка
event-in = на этапе «{ $stage }»
event-archived = Убрано в архив
event-restored = Возвращено из архива
event-assigned = Передано: { $name }
event-assigned-from = прежний ответственный { $name }
event-moved = Переход на этап «{ $stage }»
event-returned = Возврат на этап «{ $stage }»
event-reopened = Снова открыта на этапе «{ $stage }»
event-from = с этапа «{ $stage }»
event-placed = Поставлена на этап «{ $stage }»
event-since = начало: { $day }
event-overridden = В обход недостающего: { $reason }
event-planned = Назначено: { $what }
event-replanned = Изменено: { $what }
event-put-off = Отложено: { $what }
event-brought-forward = Перенесено на раньше: { $what }
event-cancelled = Отменено: { $what }
event-done = Сделано: { $what }
event-with = контакт
event-subject = «{ $subject }»
event-task = Добавлена задача
event-due = срок: { $day }
event-task-done = Задача выполнена
event-task-reopened = Задача снова открыта
event-note = Заметка
event-file-attached = Приложен файл
event-file-removed = Файл убран
event-undone = Отменено:
entry-undone = отменено { $day }
undo-with-the-rest = Отменить вместе с тем, что из этого вышло
undone-assigned = передача другому
undone-moved = переход
undone-planned = назначенное дело
undone-rescheduled = перенос дела
undone-done = записанное дело
undone-cancelled = отмена дела
undone-changed = изменения полей
event-import = Загружено
event-import-undone = Загрузка отменена
minutes = { $minutes } мин

# Что изменилось: название поля, что стояло и что стоит теперь
changed-unset = не указано
changed-unseen = вне вашего доступа
changed-added = добавлено
changed-removed = убрано
changed-order = порядок другой
changed-rewritten = новый текст
changed-emptied = текст убран
changed-probability = Вероятность
changed-to-estimate = Сумма теперь примерная
changed-to-firm = Сумма теперь точная
