# Одно изменение для многих сделок
bulk-assign = Передать другому ответственному
bulk-set = Заполнить поля
bulk-move = Перевести на этап
bulk-archive = В архив
bulk-all = Все подходящие, до { $most }
bulk-deals = { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[other] { $count } сделок
}
bulk-show = Показать, что изменится
bulk-as-it-is = Не менять
bulk-set-hint = Пустые поля в сделках не изменятся.
bulk-would-change = { $count ->
    [0] Ни одна сделка не изменится
    [one] Изменится { $count } сделка
    [few] Изменятся { $count } сделки
   *[other] Изменится { $count } сделок
}
bulk-same = { $count ->
    [one] У { $count } сделки всё уже так
   *[other] У { $count } сделок всё уже так
}
bulk-kept = { $count ->
    [one] { $count } сделка останется как есть
    [few] { $count } сделки останутся как есть
   *[other] { $count } сделок останется как есть
}
bulk-more = и ещё { $count }
bulk-next-step = Вместе с этим нужно запланировать следующий шаг.
bulk-go = { $count ->
    [one] Изменить { $count } сделку
    [few] Изменить { $count } сделки
   *[other] Изменить { $count } сделок
}
bulk-done = { $count ->
    [0] Ни одна сделка не изменена
    [one] Изменена { $count } сделка
    [few] Изменены { $count } сделки
   *[other] Изменено { $count } сделок
}
bulk-done-but = { $count ->
    [one] Изменена { $count } сделка
    [few] Изменены { $count } сделки
   *[other] Изменено { $count } сделок
}, без изменений: { $kept }
