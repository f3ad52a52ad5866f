# Импорт
import-list = Импорты
import-new = Новый импорт
import-new-detail = Сделки, компании, контакты, товары или сотрудники из файлов CSV
import-empty = Пока ничего не импортировано
import-empty-detail = Перенесите сделки и компании, которые у вас уже есть. До записи видно, что придёт, а весь импорт можно отменить.
import-title = Импорт
import-state = Состояние
import-rows = Строк
import-imported = Импортировано
import-mend = На исправление
import-known = Уже были
import-created = Начат
import-file = Файл
import-record = Что в нём
import-state-draft = Черновик
import-state-running = Идёт
import-state-done = Готов
import-state-cancelled = Остановлен
import-state-failed = Не удался
import-state-undoing = Отменяется
import-state-undone = Отменён
import-state-discarded = Отброшен
import-all-files = Все файлы

# Шаги
import-steps = Шаги импорта
import-step-file = Файл
import-step-columns = Столбцы
import-step-check = Проверка
import-step-import = Импорт
import-step-mend = Исправление

# Файл
field-files = Файлы
field-mapping = Как их читать
field-mapping-file = Файл сопоставления
import-field-title = Название
import-files-hint = CSV или текст с табуляцией, в любой кодировке, вместе до 64 МБ. Связанные файлы, например компании и сделки, выберите сразу все.
import-mapping-hint = Сопоставление говорит, что в каком столбце. Без него оно предлагается по названиям столбцов, и его можно поправить.
import-mapping-file-hint = Свой файл YAML; он важнее выбора выше.
import-propose = По названиям столбцов
import-more-fields = Свой файл сопоставления или название
import-title-hint = Без него импорт называется по файлам.
import-read = Прочитать файлы
import-nothing-written = Ничего не записано.

# Столбцы
import-discard = Отбросить
import-later = Отложить
import-check-rows = { $rows ->
    [one] Проверить { $rows } строку
    [few] Проверить { $rows } строки
   *[many] Проверить { $rows } строк
}
import-ignored = Не читаются, сопоставление их не называет: { $names }.
import-missing = Сопоставление называет и файлы, которых нет: { $names }.
import-column = Столбец в файле
import-first-values = Первые значения
import-goes-to = Куда
import-goes-to-of = Куда идёт «{ $column }»
import-found = Что найдено
import-columns-of = Столбцы файла { $file }
import-ignore = Не брать
import-empty-rows = пусто: { $rows }
import-found-nothing = ничего
import-found-all-new = все разные и новые
import-found-twice = уже есть или повторяются: { $rows }
import-found-stages = всё это этапы
import-found-made = новые будут заведены
import-found-known = все известны
import-found-date-forms = даты, видов записи: { $count }
import-found-ambiguous-dates = даты с двумя прочтениями
import-found-ambiguous-numbers = числа с двумя прочтениями
import-found-unknown-names = { $count ->
    [one] { $count } имя неизвестно
    [few] { $count } имени неизвестны
   *[many] { $count } имён неизвестны
}
import-found-unknown-stages = { $count ->
    [one] { $count } слово не этап
    [few] { $count } слова не этапы
   *[many] { $count } слов не этапы
}
import-save-columns = Сохранить столбцы
import-process = Процесс
import-first-call = Открытые сделки получат звонок в ближайшие десять рабочих дней
import-row-count = { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}
import-record-deal = Сделки
import-record-company = Компании
import-record-person = Контакты
import-record-member = Сотрудники
import-record-product = Товары
import-delimiter-44 = запятая
import-delimiter-59 = точка с запятой
import-delimiter-9 = табуляция
import-delimiter-124 = черта

# Поля, которые заполняет столбец
import-to-source-id = Номер в прежней системе
import-to-name = Название или имя
import-to-company = Компания
import-to-person = Контакт
import-to-person-phone = Телефон контакта
import-to-person-mail = Почта контакта
import-to-owner = Ответственный
import-to-stage = Этап
import-to-amount = Сумма
import-to-recurring = Регулярная сумма
import-to-currency = Валюта
import-to-expected-close-on = Ожидаемое закрытие
import-to-created-on = Дата создания
import-to-entered-on = На этапе с
import-to-closed-on = Дата закрытия
import-to-probability = Вероятность
import-to-type = Вид
import-to-product = Товар
import-to-source = Источник
import-to-campaign = Кампания
import-to-description = Описание
import-to-parent = Входит в компанию
import-to-competitor = Конкурент
import-to-industry = Отрасль
import-to-employees = Сотрудников
import-to-founded = Год основания
import-to-annual-revenue = Годовая выручка
import-to-address = Адрес
import-to-phone = Телефон
import-to-web = Сайт
import-to-given = Имя
import-to-family = Фамилия
import-to-mail = Почта
import-to-email = Почта
import-to-language = Язык
import-to-lost-reason = Причина проигрыша
import-to-team = Отдел
import-to-team-head = Руководитель отдела
import-to-region = Регион
import-to-role = Роль
import-to-series = Серия
import-to-list-price = Цена по прайсу

# Вопросы
import-ask-date = { $column }: даты вроде { $value } ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}) можно прочесть двояко. Что стоит первым?
import-ask-proven = Другие даты этого столбца говорят: { $form }.
import-ask-number = { $column }: числа вроде { $value } ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}) можно прочесть двояко. Что отделяет дробь?
import-ask-near-deal = Сделки «{ $value }» здесь нет ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}). Какая это?
import-ask-near-company = Компании «{ $value }» здесь нет ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}). Какая это?
import-ask-near-person = Контакта «{ $value }» здесь нет ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}). Кто это?
import-ask-near-member = Сотрудника «{ $value }» здесь нет ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}). Кто это?
import-ask-near-product = Товара «{ $value }» здесь нет ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}). Какой это?
import-ask-stage = «{ $value }» ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}) не этап процесса. Какой это этап?
import-ask-client = { $rows ->
    [one] В { $rows } строке нет ни компании, ни контакта.
    [few] В { $rows } строках нет ни компании, ни контакта.
   *[many] В { $rows } строках нет ни компании, ни контакта.
}
import-ask-client-detail = Сделке нужен клиент. Отнесите их к одной компании или оставьте на исправление.
import-stand-in = Название компании
import-use-stand-in = Отнести к ней
import-day-first = Сначала день
import-month-first = Сначала месяц
import-comma = Запятая
import-point = Точка
import-use = Взять «{ $name }»
import-make = { $count ->
    [1] Завести новую запись
   *[other] Завести все { $count }
}
import-choose = Выбрать
import-other = Другое имя
import-other-name = Другое имя
import-use-other = Взять его
import-ask-near-why = { $name }: { $why }.
import-ask-near-none = Похожих названий здесь нет.
import-more-questions = { $count ->
    [one] Ещё { $count } вопрос
    [few] Ещё { $count } вопроса
   *[many] Ещё { $count } вопросов
}
import-still-more-questions = { $count ->
    [one] Ещё { $count } появится, когда ответите на эти.
    [few] Ещё { $count } появятся, когда ответите на эти.
   *[many] Ещё { $count } появятся, когда ответите на эти.
}

# Как будет выглядеть
import-preview = Предпросмотр
import-preview-of = первые { $shown } из { $rows }, как они будут выглядеть
import-preview-file = Как будут выглядеть строки файла { $file }
import-list-price = Цена по прайсу

# Проверка
import-back-to-columns = К столбцам
import-start = { $rows ->
    [one] Импорт { $rows } строки
   *[other] Импорт { $rows } строк
}
import-start-none = Оставить все строки на исправление
import-will-come = Готовы
import-none-to-mend = Все строки можно принять.
import-mend-later = { $rows ->
    [one] { $rows } строка сохранится, её можно исправить после импорта
    [few] { $rows } строки сохранятся, их можно исправить после импорта
   *[many] { $rows } строк сохранятся, их можно исправить после импорта
}
import-known-passed = { $rows ->
    [one] { $rows } строка пропускается: её запись уже есть
    [few] { $rows } строки пропускаются: их записи уже есть
   *[many] { $rows } строк пропускаются: их записи уже есть
}
import-first-known = Первые из них
import-why-mend = Почему строки пойдут на исправление
import-first-to-mend = Первые из них
import-line = строка { $line }
import-reason-column-count = значений больше или меньше, чем столбцов
import-reason-missing = не хватает значения
import-reason-client-missing = нет ни компании, ни контакта
import-reason-not-a-date = не дата
import-reason-ambiguous-date = дата с двумя прочтениями
import-reason-not-a-number = не число
import-reason-ambiguous-number = число с двумя прочтениями
import-reason-too-fine = знаков после запятой больше, чем у валюты
import-reason-too-large = слишком много
import-reason-negative = меньше нуля
import-reason-unknown-currency = не валюта
import-reason-not-an-address = не адрес почты
import-reason-unknown-stage = не этап
import-reason-not-found = такой записи нет
import-reason-refused = не принято

# Идёт
import-importing = Импорт идёт
import-undoing = Импорт отменяется
import-stop = Остановить и оставить сделанное
import-read-so-far = Прочитано
import-taken-back = Удалено
import-of = { $done } из { $total }
import-pace = { $rows } строк в секунду
import-seconds-left = { $seconds ->
    [one] осталась { $seconds } секунда
    [few] осталось { $seconds } секунды
   *[many] осталось { $seconds } секунд
}
import-minutes-left = { $minutes ->
    [one] осталась { $minutes } минута
    [few] осталось { $minutes } минуты
   *[many] осталось { $minutes } минут
}
import-look-again = Посмотреть ещё раз
import-more = Ещё
import-word-means = «{ $word }» — это
import-use-for-such = Взять для всех таких строк
import-may-leave = Страницу можно закрыть. Импорт продолжится, и вы найдёте его здесь.
import-undo-may-leave = Страницу можно закрыть. Отмена продолжится, и вы найдёте её здесь.

# Закончен
import-came-of-it = Что вышло из каждого файла
import-see-brought = Что пришло
import-brought = Пришло
import-brought-nothing = От этого импорта ничего нет.
import-kinds-deal = Сделки
import-kinds-person = Контакты
import-kinds-company = Компании
import-kinds-product = Товары
import-kinds-member = Сотрудники
import-kinds-team = Отделы
import-kinds-choice = Слова списков
import-all-well = Исправлять нечего.
import-failed-detail = Файл не удалось дочитать. Что пришло до этого, осталось здесь; отмена удалит это.
import-keep-mapping = Сохранить сопоставление
import-mapping-file = Скачать сопоставление
import-mapping-kept = Сохранено как «{ $name }»: его предложат для следующих файлов.
import-undo-title = Отмена импорта
import-undo-about = Удаляются все записи этого импорта. То, что с тех пор меняли, остаётся и называется.
import-undo-force = Удалить и изменённые записи
import-undo = Отменить весь импорт
import-undo-rest = Удалить и эти
import-removed = { $count ->
    [one] Удалена { $count } запись.
    [few] Удалено { $count } записи.
   *[many] Удалено { $count } записей.
}
import-kept = { $count ->
    [one] Осталась { $count } запись: её меняли
    [few] Остались { $count } записи: их меняли
   *[many] Осталось { $count } записей: их меняли
}
import-kind-deal = Сделка
import-kind-person = Контакт
import-kind-company = Компания
import-kind-product = Товар
import-kind-member = Сотрудник
import-kind-team = Отдел
import-kind-choice = Слово из списка

# Исправление
import-mend-title = Строки на исправление
import-mend-count = осталось { $count }
import-mend-row = Попробовать строку ещё раз
import-mend-row-title = Вся строка
import-mend-none = Строк с этой причиной не осталось.
import-mend-here = Исправить здесь
import-mend-showing = { $from }–{ $to } из { $total }
import-whole-row = Вся строка
import-line-number = Строка
import-row = Что в ней
import-why = Почему ждёт
import-all-reasons = Все
import-all-at-once = { $count ->
    [1] Эта строка:
   *[other] Все { $count } сразу:
}
import-use-for-all = Взять для всех
import-make-all = Завести недостающие
import-value-wanted = Впишите, что получат все эти строки.
import-mended-all = Импортировано: { $imported }, уже были: { $known }, ещё на исправлении: { $still }.
import-row-imported = Импортирована
import-row-known = Такая запись уже есть
