// Behaviour that all pages share. Every page works without it; docs/design.md lists the attributes.
// Other scripts import ./base/live.js or ./base/keys.js.
import { theme } from "./base/theme.js";
import { dialogs } from "./base/dialogs.js";
import { forms } from "./base/forms.js";
import { tables } from "./base/tables.js";
import { ordering } from "./base/ordering.js";
import { weights } from "./base/weights.js";
import { tabs } from "./base/tabs.js";
import { splitters } from "./base/splitters.js";
import { menus, copying, times, printing } from "./base/small.js";

for (const install of [theme, dialogs, forms, tables, ordering, weights, tabs, splitters, menus, copying, times, printing]) {
    install(document);
}
