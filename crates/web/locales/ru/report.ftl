# Отчёты
report-by = Сводка сделок
report-by-stage = Этап
report-by-status = Итог
report-by-owner = Ответственный
report-by-type = Вид
report-by-product = Продукт
report-by-month = Месяц закрытия
report-by-quarter = Квартал закрытия
report-title-stage = Сделки по этапам
report-title-status = Сделки по итогу
report-title-owner = Сделки по ответственным
report-title-type = Сделки по видам
report-title-product = Сделки по продуктам
report-title-month = Сделки по месяцу закрытия
report-title-quarter = Сделки по кварталу закрытия
report-status = Итог
report-deals = Сделок
report-share = Доля
report-quarter = { $quarter } кв. { $year }
report-not-closed = Ещё не закрыты
report-sums = Сумма
report-total = Всего
report-says-count = Всего { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[other] { $count } сделок
}.
report-says-all = Всего { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[other] { $count } сделок
} на { $sums }.
report-says-products = Сделка с несколькими продуктами учтена под каждым из них, сделки без продуктов сюда не входят.
report-most-stage = Больше всего на этапе «{ $name }»: { $count }, это { $share }.
report-most-owner = Больше всего ведёт { $name }: { $count }, это { $share }.
report-most-type = Чаще всего вид «{ $name }»: { $count }, это { $share }.
report-most-product = Чаще всего нужен { $name }: в { $count ->
    [one] { $count } сделке
   *[other] { $count } сделках
}.
report-most-month = Больше всего закрыто за { $name }: { $count }, это { $share } закрытых.
report-most-quarter = Больше всего закрыто за { $name }: { $count }, это { $share } закрытых.
report-won-of = Из { $decided ->
    [one] { $decided } решённой сделки
   *[other] { $decided } решённых сделок
} выиграно { $won }: { $share }.
report-empty = Таких сделок среди доступных вам нет.
report-status-all = Все
report-status-open = Открытые
report-status-won = Выигранные
report-status-lost = Проигранные
report-status-closed = Закрытые
