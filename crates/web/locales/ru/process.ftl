# Процессы
process-version = Версия { $version }
process-active = Действует
process-retired = Новых сделок не берёт
process-open = Открыть
process-published = Опубликован { $when }
process-check-file = Проверить описание
process-check = Проверить
process-publish = Опубликовать
process-definition-hint = Текст файла процесса. Публикация делает его следующей версией; идущие сделки остаются на своей.
process-chart = Схема
process-flow = Ход
process-views = Показать как
process-view-chart = Схема
process-view-words = Словами
process-view-file = Файл
process-findings = Замечания
process-no-findings = Замечаний нет.
process-blocks = Мешает
process-warns = Предупреждает
process-place = строка { $line }, место { $column }
process-stories-title = Истории
process-stories = Проходят { $passed } из { $count } историй
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
process-to-go-on = Чтобы идти дальше
process-to-enter = Чтобы войти
process-next-step = Следующий шаг
process-next-step-required = Обязателен, с началом и концом
process-next-step-not = Не требуется
process-rots = Застаивается через
process-way = На пути
process-never-skip = Пропустить нельзя
process-may-skip = Можно пропустить
process-moves = Переходы
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
