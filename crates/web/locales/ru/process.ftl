# Процессы
process-version = Версия { $version }
process-active = Действует
process-retired = Новых сделок не берёт
process-open = Открыть
process-published-at = Опубликован
process-main = Основной процесс
process-runs-on = По нему идут
process-runs-on-deal = Сделки
process-stages = Этапов
process-stages-ends = { $open } и { $ends ->
    [one] { $ends } исход
    [few] { $ends } исхода
   *[other] { $ends } исходов
}
process-running = Сделок в работе
process-none = Ни один процесс ещё не опубликован
process-check-file = Проверить описание
process-check = Проверить
process-publish = Опубликовать
process-definition-hint = Текст файла процесса. Публикация делает его следующей версией; идущие сделки остаются на своей.
process-checked-text = Проверенный текст
process-chart = Схема
process-chart-scrolls = Схему можно прокрутить вбок.
process-chart-legend = Число на линии - сколько условий должно выполниться на пути. Пунктир - возврат на пройденный этап. Нажмите на этап, чтобы увидеть, что он требует.
process-flow = Ход
process-views = Показать как
process-view-chart = Схема
process-view-words = Словами
process-view-file = Файл
process-findings = Замечания
process-no-findings = Замечаний нет.
process-blocks = Мешает
process-warns = Предупреждает
process-blocking = { $count ->
    [one] { $count } мешает
   *[other] { $count } мешают
}
process-warning = { $count ->
    [one] { $count } предупреждение
    [few] { $count } предупреждения
   *[other] { $count } предупреждений
}
process-show-line = Показать
process-place = строка { $line }, место { $column }
process-stories-title = Истории
process-stories = Проходят { $passed } из { $count } историй
process-stories-of = проходят { $passed } из { $count }
process-stories-none = Нет
process-story-passes = Проходит
process-story-fails = Не проходит
process-stories-show = Показать
process-needs = { $count ->
    [one] { $count } условие на пути
    [few] { $count } условия на пути
   *[other] { $count } условий на пути
}
process-deals = { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[other] { $count } сделок
}
process-chance = Вероятность { $chance }
process-ends-won = Выигрыш
process-ends-lost = Проигрыш
process-ends-closed = Закрытие
process-to-go-on = Дальше не пускает
process-to-enter = Сюда не пускает
process-need-blocks = Не пускает; руководитель может обойти, указав причину
process-need-firm = Не пускает, обойти нельзя
process-need-warns = Предупреждает; можно принять
process-mend-log = записать: { $kinds }
process-mend-log-any = записать любое дело
process-mend-outcome = записать дело с итогом: { $outcome }
process-mend-plan = назначить: { $kinds }
process-mend-plan-any = назначить дело
process-mend-fill = заполнить: { $field }
process-mend-note = написать заметку к сделке
process-mend-attach = приложить: { $kind }
process-mend-tasks = закончить открытые задачи сделки
process-always = При каждом переходе вперёд
process-always-about = На каком бы этапе ни стояла сделка, проверяется и это.
process-next-step = Следующий шаг
process-next-step-required = Обязателен, с началом и концом
process-next-step-else = Обязателен, с началом и концом. Если его никто не назначил, процесс назначит сам: { $what }
process-plans-within = крайний срок { $span }
process-plans-length = длительность { $span }
process-next-step-not = Не требуется
process-rots = Срок на этапе
process-entering = При входе
process-way = На пути
process-never-skip = Пропустить нельзя
process-may-skip = Можно пропустить
process-moves = Переходы
process-move-to = на этап «{ $stage }»
process-move-visited = на любой пройденный этап
process-move-last = на этап, где сделка стояла
process-move-stay = на том же этапе
process-itself = Само, как только возможно
process-itself-if = Само, как только: { $what }
process-only-if = Только пока: { $what }
process-if-changed = Когда меняют: { $fields }
process-within-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
} после завершения
process-leaving = При выходе
process-locks = Меняется только поправкой
process-floor = Пути назад нет
process-floor-about = С этого этапа сделка уже не откатывается назад
process-need-lasts = Проверяется и дальше: если перестанет выполняться, сделка откатится сюда
process-other-moves = Отказы и возвраты
process-move-from = С этапов: { $stages }
process-asks = Спросит: { $what }
process-does-task = Создаст задачу: { $title }
process-does-plan = Назначит: { $kind }
process-does-fill = Заполнит: { $field }
process-does-note = Напишет заметку
process-does-notify = Отправит уведомление
process-new-deals = Новые сделки
process-takes = Новые сделки можно начинать в этом процессе.
process-takes-none = Новые сделки начинаются в других процессах, а начатые здесь идут до конца.
process-retire = Не брать новых сделок
process-activate = Брать новые сделки
field-definition = Описание
span-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[other] { $count } минут
}
span-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[other] { $count } часов
}
span-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
span-weeks = { $count ->
    [one] { $count } неделя
    [few] { $count } недели
   *[other] { $count } недель
}
span-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[other] { $count } месяцев
}
span-working-days = { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[other] { $count } рабочих дней
}
process-strand = Параллельно
process-approval = Согласование
process-hand-off = Передача
process-hold = Приостановка
process-strand-in = На этапах
process-strand-if = Только если
process-strand-states = Состояния
process-strand-moves = Переходы
process-by = делает: { $parts }
process-not-by = не может: { $parts }
process-does-cancel = запланированное отменяется
process-does-move = процесс {$process} переходит: {$move}
process-does-start = начинается процесс {$process}
process-does-ask = Запрашивает согласование или предлагает передачу
process-mend-contact = привязать человека
process-mend-deals = посмотреть сделки
process-mend-process = продвинуть тот процесс
process-mend-strand = закончить параллельную работу
process-retired-company = На компаниях не начинается
process-running-company = Компаний в работе
process-takes-company = Этот процесс можно начать на компании.
process-takes-none-company = На новых компаниях он не начинается, а начатые идут до конца.
process-retire-company = Больше не начинать
process-activate-company = Разрешить начинать
process-new-deals-company = Начало процесса
process-runs-on-company = Компании
