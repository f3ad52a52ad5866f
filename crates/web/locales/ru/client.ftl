# Общее для страниц компаний и контактов
client-new-deal = Новая сделка
client-log = Записать дело
client-phone = Телефон
client-mail = Почта
client-since = Добавлено
client-changed = Изменено
client-import-detail = CSV из любой CRM или таблицы. Это можно отменить.
client-deals = Открытые сделки
client-deals-none = Открытых сделок нет.
client-deals-first = первые { $count }
client-deals-all = Все сделки, и закрытые тоже

# Чьё это
owner-nobody = Не назначен
owner-everybody = Не назначен: видят и меняют все
owner-take = Взять себе
said-taken = Теперь это ваше

# Списки
list-name = Название
list-open-deals = Открытые сделки
list-filter = Отобрать
list-any-owner = Любой ответственный
list-begins = Начало названия
list-by-name = По названию
list-newest = Сначала новые
list-order = Порядок
list-rows = { $from }–{ $to }
list-one-a-line = По одному в строке.
list-none-found-detail = Поиск смотрит и внутри названий, и в телефонах, и в адресах.
list-search-instead = Искать «{ $words }»

# После действия
said-company-added = Компания добавлена
said-person-added = Контакт добавлен
