# Одна сделка: страница и переходы
about-deal = О сделке
forecast = Прогноз
forecast-at = { $sum } при { $chance }
once = { $sum } разово
monthly = { $sum } в месяц
estimated = примерно
team = Команда
part-seller = продавец
part-engineer = инженер
lost-reason = Причина
closed-on = Закрыта
created-on = Создана
source-id = Номер в источнике
add-person = Добавить контакт
no-people = Контактов пока нет.
main-contact = Основной контакт
call-person = Позвонить: { $name }
mail-person = Написать: { $name }
tasks = Задачи
no-tasks = Задач нет.
new-task = Новая задача
add-task = Добавить задачу
edit-task = Изменить задачу
reopen-task = Вернуть в работу: { $what }
in-queue = Очередь { $queue }
field-title = Что сделать
field-due-at = Срок
standing-findings = Остаётся открытым
other-moves = Другие переходы
never-skipped = Обязательно
may-skip = Можно пропустить
stage-day = День { $day }
log-call = Записать звонок
no-next-step-detail = У открытой сделки всегда есть назначенный шаг.
put-off = { $count ->
    [one] Перенесено { $count } раз
    [few] Перенесено { $count } раза
   *[many] Перенесено { $count } раз
}
move-deal = Перевести сделку
move-to-stage = На этап «{ $stage }»
move-where = На какой этап
no-moves = С этого этапа переходов нет.
not-yet = Пока нельзя: { $deal } остаётся на этапе «{ $stage }»
refused-words = Этап «{ $stage }» просит { $total ->
    [one] { $total } условие
    [few] { $total } условия
   *[many] { $total } условий
}. Не хватает: { $missing }.
no-way = Перехода с этапа «{ $from }» на «{ $to }» нет.
accept-warning = Перейти без этого
override-reason = Причина перехода в обход
override-hint = Обойти можно лишь то, что позволяет процесс. Причина останется в ленте.
plan-with-move = назначается вместе с переходом
mend-plan = Назначить дело
mend-plan-kind = Назначить: { $kind }
mend-log = Записать дело
mend-log-kind = Записать: { $kind }
mend-log-outcome = Записать: { $outcome }
mend-fill = Заполнить: { $field }
mend-note = Написать заметку
mend-attach = Приложить: { $kind }
holds-document = Приложено: { $kind }
holds-signed = { $kind }, подписано
mend-tasks = К задачам

# Что уже есть
holds-done = { $kind }: сделано
holds-activity = Дело записано
holds-planned = Назначено: { $kinds }
holds-filled = { $field }: заполнено
holds-note = Заметка написана
holds-tasks = Открытых задач нет
strands = Параллельно
strand-agreed = согласились: { $parts }
strand-moved = { $strand }: { $state }
mend-strand = Перейти: { $strand }
mend-contact = Добавить человека
mend-deals = Смотреть сделки
holds-contact = Контактное лицо привязано
holds-deals = Со сделками всё в порядке
mend-process = Перейти: {$process}
holds-process = {$process}: положение подходит
mend-strands = Посмотреть параллельную работу
strand-since = с { $day }
strand-today = с сегодняшнего дня
holds-strands = Параллельная работа завершена
