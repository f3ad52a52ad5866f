// What a page can't do by itself. Every part of it works without: links lead, forms send.
import { startAsks } from "./asks";
import { startBoard } from "./board";
import { startComposer } from "./composer";
import { startDialogs } from "./dialogs";
import { startGuard } from "./guard";
import { startKeys } from "./keys";
import { startKeeping } from "./kept";
import { startLive } from "./live";
import { startMenus } from "./menus";
import { startPalette } from "./palette";
import { startRows } from "./rows";
import { startTheme } from "./theme";
import { startToasts } from "./toasts";

startGuard();
startKeeping();
startDialogs();
startMenus();
startToasts();
startTheme();
startBoard();
startAsks();
startComposer();
startRows();
startPalette();
startKeys();
startLive();
