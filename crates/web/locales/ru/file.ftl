# Файлы сделок, компаний и контактов
files = Файлы
files-none = Файлов пока нет.
files-more = Показать более ранние
file-attach = Приложить файлы
file-attach-here = Перетащите файлы сюда или выберите их
file-attach-most = До { $megabytes } МБ каждый
file-removed = Убран
file-remove = Убрать { $name }
file-describe = Что это за файл
file-describe-this = Указать, что такое { $name }
file-signed = Подписан
field-document = Вид документа
field-signed = Подписан обеими сторонами
document-none = Не документ
any-document = документ
said-file-described = { $name }: указан вид документа
file-about = { $kind }, { $size }
said-files-attached = { $count ->
    [one] Приложено: { $name }
    [few] Приложено { $count } файла
   *[other] Приложено { $count } файлов
}
said-file-removed = Файл убран: { $name }
files-refused = Приложено не всё
files-refused-detail = Чего здесь нет, то уже приложено.
file-too-many = Не больше { $most } файлов за раз. Остальные не приложены.
file-sending = Отправляется: { $name }
file-sent = Приложено: { $name }
file-broken = Связь прервалась. От этого файла ничего не осталось, приложите его снова.
field-file = Файл
field-files-attached = Файлы

# Что это за файл
file-kind-pdf = PDF
file-kind-document = Документ
file-kind-table = Таблица
file-kind-slides = Презентация
file-kind-image = Изображение
file-kind-sound = Звук
file-kind-video = Видео
file-kind-archive = Архив
file-kind-text = Текст
file-kind-program = Программа
file-kind-other = Файл

# Сколько в нём
size-bytes = { $count } Б
size-kilobytes = { $count } КБ
size-megabytes = { $count } МБ
