# Отчёты
report-by = Сводка сделок
report-by-stage = Этап
report-by-status = Итог
report-by-owner = Ответственный
report-by-type = Вид
report-by-product = Продукт
report-by-quarter = Квартал закрытия
report-status = Итог
report-deals = Сделок
report-sums = Сумма
report-total = Всего
report-empty = Таких сделок среди доступных вам нет.
report-status-all = Все
report-status-open = Открытые
report-status-won = Выигранные
report-status-lost = Проигранные
report-status-closed = Закрытые
