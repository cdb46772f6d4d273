const PERIOD_MS = 10_000;
const TIME = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });

function set(cell, { value, words, mark }) {
    const place = cell.querySelector("[data-words]") ?? cell.querySelector(".state");
    cell.dataset.value = value;
    if (place.textContent !== words) place.textContent = words;
    if (place.dataset.state === undefined) return;
    place.dataset.state = mark;
    place.classList.toggle("state", mark !== "");
}

function total(cell, row) {
    set(cell, row.total);
    const gauge = cell.querySelector(".gauge");
    if (row.gauge) {
        gauge.removeAttribute("visibility");
        gauge.querySelector(".streak").setAttribute("width", row.gauge.streak);
        gauge.querySelector(".open").setAttribute("x", row.gauge.streak);
        gauge.querySelector(".open").setAttribute("width", row.gauge.open);
    } else {
        gauge.setAttribute("visibility", "hidden");
    }
    const range = cell.querySelector("[data-range]");
    range.hidden = row.range === "";
    range.querySelector(".number").textContent = row.range;
}

function waiting(cell, count) {
    set(cell, { value: count, words: String(count), mark: "" });
    const none = cell.querySelector("[data-none]");
    if (!none) return;
    none.hidden = count > 0;
    cell.querySelector("a").hidden = count === 0;
}

function ended(cell, instant) {
    if (!instant || cell.dataset.value === instant) return;
    cell.dataset.value = instant;
    const time = Object.assign(document.createElement("time"), { dateTime: instant, textContent: TIME.format(new Date(instant)) });
    cell.replaceChildren(time);
}

function update(line, row) {
    const cell = (name) => line.querySelector(`[data-cell="${name}"]`);
    line.dataset.state = row.phase;
    set(cell("state"), row.state);
    total(cell("total"), row);
    line.querySelectorAll('[data-cell="dimension"]').forEach((one, i) => set(one, row.dimensions[i]));
    set(cell("done"), row.done);
    waiting(cell("waiting"), row.waiting);
    set(cell("errors"), { value: row.errors, words: String(row.errors), mark: row.errors > 0 ? "ours" : "" });
    set(cell("time"), row.time);
    ended(cell("ended"), row.endedAt);
}

export function refresh(table) {
    const lines = new Map([...table.querySelectorAll("tr[data-row]")].map((line) => [line.dataset.row, line]));

    async function ask() {
        const answer = await fetch(table.dataset.refresh, { headers: { Accept: "application/json" } });
        if (!answer.ok) return answer.status >= 500;
        const snapshot = await answer.json();
        for (const row of snapshot.candidates) {
            const line = lines.get(String(row.id));
            if (line) update(line, row);
        }
        document.querySelector("[data-changed]").hidden = snapshot.candidates.length === Number(table.dataset.count);
        return snapshot.live;
    }

    // A page that nobody looks at asks nothing; a lost connection is tried again.
    async function turn() {
        let goOn = true;
        try {
            if (!document.hidden) goOn = await ask();
        } catch {
            goOn = true;
        }
        if (goOn) setTimeout(turn, PERIOD_MS);
    }

    setTimeout(turn, PERIOD_MS);
}
