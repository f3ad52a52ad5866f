# Колокольчик и его страница
nav-notices = Уведомления
nav-notices-unread = { $count ->
    [one] Уведомления, { $count } новое
    [few] Уведомления, { $count } новых
   *[other] Уведомления, { $count } новых
}
notice-assigned = Сделка теперь ваша
notice-process = Из процесса
notice-other = Сообщение
notice-new = Новое
notice-read = Прочитано
notice-read-all = Всё прочитано
notices-none = Вам пока ничего не сообщали
notices-none-detail = Когда вам передадут сделку или процессу будет что сказать, это появится здесь.
notices-older = Раньше
