# Сохранённые виды сделок, компаний и контактов
views = Виды
views-all = Все
view-save = Сохранить вид
view-save-as = Сохранить как новый вид
view-save-changes = Сохранить изменения
view-drop-changes = Сбросить изменения
view-edit = Изменить вид
view-shared = Кому виден
view-shared-own = Только мне
view-shared-team = Моему отделу
view-shared-all = Всем
view-shared-hint = Каждый увидит в нём только то, что ему и так доступно.
view-first = Открывать сначала этот вид
view-delete = Удалить вид
view-delete-hint = Записи останутся, исчезнет только вид.
view-said-saved = Вид сохранён: { $view }
view-said-deleted = Вид удалён: { $view }
