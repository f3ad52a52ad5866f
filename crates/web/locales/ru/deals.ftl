# Сделки: доска, список, форма
back = Назад
save = Сохранить
not-set = Не указано
yes = да
no = нет
process = Процесс
new-deal = Новая сделка
add-deal = Добавить сделку
edit-deal = Изменить сделку
view-board = Доска
view-list = Список
show-as = Показать как
clear-filters = Снять фильтры
filter-text = Найти по названию
owner-all = Все
owner-mine = Мои
type-all = Любой
stage-all = Любой
step-any = Любой
step-overdue = Просрочен
step-today = Сегодня
step-planned = Назначен
step-missing = Нет
step-none = Пока нет
status-open = Открытые
status-won = Выиграна
status-lost = Проиграна
status-closed = Закрыта
status-any = Все
status-archived = В архиве
open-count = Открыто: { $count }
won-this-month = Выиграно в этом месяце: { $count } · { $sum }
in-stage-days = Тихо { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
more-cards = Ещё
none-match = Под эти фильтры не подходит ни одна сделка.
showing = { $count ->
    [one] Здесь { $count } сделка
    [few] Здесь { $count } сделки
   *[many] Здесь { $count } сделок
}
column-once = Разово
column-monthly = В месяц
column-close = Закрытие
choose-columns = Столбцы
column-probability = Шанс
column-created = Создана
column-changed = Изменена
no-deals = Сделок пока нет
no-deals-detail = Сделка - это возможная продажа, начиная с самого слабого интереса. По доске она идёт слева направо.
begin-deal-detail = Достаточно названия и клиента.
begin-import = Загрузить сделки
begin-import-detail = Из файла CSV другой программы.
no-process = Ни один процесс ещё не работает
no-process-detail = Сделка идёт по процессу: его этапы - столбцы доски.
begin-process = Опубликовать процесс
begin-process-detail = Начните с одного из готовых.
first-step = Первый следующий шаг
more-fields = Другие поля
assign = Передать другому
assign-hint = Назначенные дела и открытые задачи перейдут вместе со сделкой.
stands-now = Сейчас
you-typed = Вы ввели
archive-deal = В архив
restore-deal = Вернуть из архива

# Поля
field-client = Компания клиента
field-contact = Контакт
field-company = Компания
field-person = Контакт
field-deal-name = Что нужно клиенту
field-amount = Сумма
field-amount-estimated = Оценка
field-recurring = Сумма в месяц
field-estimated = Сумма примерная
field-expected-close-on = Ожидаемое закрытие
field-type = Тип
field-source = Источник
field-status = Статус
field-stage = Этап
field-engineer = Инженер
field-probability = Вероятность, %
field-campaign = Кампания
field-competitor = Конкурент
field-lines = Продукты
field-product = Продукты
field-people = Люди в сделке
line-product = Продукт
line-quantity = Количество
line-price = Цена за единицу
party-name = Имя
party-role = Роль, например решает

## A value edited where it stands
inline-stale = Это успели изменить. Набранное осталось здесь: сохраните ещё раз, чтобы заменить.
inline-stale-by = Здесь уже другое: { $value } ({ $who }, { $when }). Набранное осталось: сохраните ещё раз, чтобы заменить.
