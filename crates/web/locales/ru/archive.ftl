# Архив
archive-title = Архив
archive-about = Убрано, но не потеряно. В списках, итогах и поиске этих записей нет.
archive-restore = Вернуть
archive-restore-name = Вернуть: { $name }
archive-none = Здесь ничего не убрано
archive-none-detail = То, что вы уберёте в архив на странице записи, появится здесь, и его всегда можно вернуть.
