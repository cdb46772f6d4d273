// table[data-sortable]: headers th[data-sort=text|number] become buttons; the order is kept in the address's hash.

const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

function valueOf(row, column, kind) {
    const cell = row.cells[column];
    const text = cell?.dataset.value ?? cell?.textContent.trim() ?? "";
    if (kind !== "number") return text === "" ? null : text;
    return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

function compare(a, b, kind) {
    return kind === "number" ? a - b : collator.compare(a, b);
}

function sortBy(table, header, descending) {
    const column = header.cellIndex;
    const kind = header.dataset.sort;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, value: valueOf(row, column, kind) }));
    rows.sort((a, b) => {
        // Whatever has no value stands last in both directions.
        if (a.value === null || b.value === null) return (a.value === null) - (b.value === null);
        return descending ? compare(b.value, a.value, kind) : compare(a.value, b.value, kind);
    });
    body.append(...rows.map(({ row }) => row));
    for (const other of table.querySelectorAll("th[data-sort]")) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
}

function remember(table, header, descending) {
    const hash = new URLSearchParams(location.hash.slice(1));
    hash.set(table.id || "table", header.dataset.key + (descending ? ".desc" : ""));
    history.replaceState(history.state, "", `#${hash}`);
}

function sortable(table) {
    const headers = [...table.querySelectorAll("th[data-sort]")];
    for (const header of headers) {
        header.dataset.key ??= String(header.cellIndex);
        const button = document.createElement("button");
        button.type = "button";
        button.className = "sort";
        button.append(...header.childNodes);
        header.append(button);
        button.addEventListener("click", () => {
            const before = header.getAttribute("aria-sort");
            // Figures are first wanted from the top, names from A.
            const descending = before ? before === "ascending" : header.dataset.sort === "number";
            sortBy(table, header, descending);
            remember(table, header, descending);
        });
    }
    const [key, direction] = (new URLSearchParams(location.hash.slice(1)).get(table.id || "table") ?? "").split(".");
    const header = headers.find((h) => h.dataset.key === key);
    if (header) sortBy(table, header, direction === "desc");
}

// input[data-filters=id] matches text; select[data-filters=id][name=state] matches the rows' data-state.
function filter(root, id) {
    const table = root.getElementById(id);
    if (!table) return;
    const controls = [...root.querySelectorAll(`[data-filters="${CSS.escape(id)}"]`)];
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) row.hidden = !controls.every((control) => matches(row, control));
    const shown = rows.filter((row) => !row.hidden).length;
    for (const count of root.querySelectorAll(`[data-counts="${CSS.escape(id)}"]`)) count.textContent = `${shown} / ${rows.length}`;
    selection(root, table);
}

function matches(row, control) {
    if (control.tagName === "SELECT") return control.value === "" || row.dataset[control.name] === control.value;
    return row.textContent.toLowerCase().includes(control.value.trim().toLowerCase());
}

// A hidden row is never selected: nobody should act on what they do not see.
function selection(root, table) {
    const boxes = [...table.querySelectorAll("[data-select]")];
    for (const box of boxes) if (box.closest("tr").hidden) box.checked = false;
    const visible = boxes.filter((box) => !box.closest("tr").hidden);
    const chosen = visible.filter((box) => box.checked).length;
    const all = table.querySelector("[data-select-all]");
    if (all) {
        all.checked = chosen > 0 && chosen === visible.length;
        all.indeterminate = chosen > 0 && chosen < visible.length;
    }
    for (const place of root.querySelectorAll(`[data-selected="${CSS.escape(table.id)}"]`)) place.textContent = String(chosen);
    for (const button of root.querySelectorAll(`[data-needs-of="${CSS.escape(table.id)}"]`)) {
        const [least, most = Infinity] = button.dataset.needs.split("-").map(Number);
        button.disabled = chosen < least || chosen > most;
    }
}

export function tables(root) {
    root.querySelectorAll("table[data-sortable]").forEach(sortable);
    const ids = new Set([...root.querySelectorAll("[data-filters]")].map((control) => control.dataset.filters));
    ids.forEach((id) => filter(root, id));
    root.querySelectorAll("table:has([data-select])").forEach((table) => selection(root, table));
    root.addEventListener("input", (event) => {
        const { filters } = event.target.dataset;
        if (filters) filter(root, filters);
    });
    root.addEventListener("change", (event) => {
        const table = event.target.closest("table");
        if (!table || !event.target.matches("[data-select], [data-select-all]")) return;
        if (event.target.matches("[data-select-all]")) {
            for (const box of table.querySelectorAll("tr:not([hidden]) [data-select]")) box.checked = event.target.checked;
        }
        selection(root, table);
    });
}
