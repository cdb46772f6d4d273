import { live } from "./live.js";

/** details.menu closes on Escape and on a click elsewhere. */
export function menus(root) {
    root.addEventListener("click", (event) => {
        for (const menu of root.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
    });
    root.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        for (const menu of root.querySelectorAll("details.menu[open]")) {
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
}

/** [data-copy=id] copies that element's text or value; data-copied says so. */
export function copying(root) {
    root.addEventListener("click", async (event) => {
        const button = event.target.closest("[data-copy]");
        if (!button) return;
        const source = root.getElementById(button.dataset.copy);
        const text = source.value ?? source.textContent;
        try {
            await navigator.clipboard.writeText(text);
        } catch {
            // No clipboard outside a secure context: select the text, so that one key is left to press.
            if (source.select) source.select();
            else getSelection().selectAllChildren(source);
            return;
        }
        const before = button.textContent;
        button.textContent = button.dataset.copied;
        live(button.dataset.copied);
        setTimeout(() => { button.textContent = before; }, 2000);
    });
}

const SHAPES = {
    date: { dateStyle: "medium" },
    time: { timeStyle: "medium", hourCycle: "h23" },
    minute: { timeStyle: "short", hourCycle: "h23" },
    datetime: { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" },
};

/** <time datetime=… data-time=datetime|date|time|minute>: the server's words are in UTC, these in the reader's zone. */
export function times(root) {
    for (const time of root.querySelectorAll("time[data-time]")) {
        const date = new Date(time.dateTime);
        if (Number.isNaN(date.getTime())) continue;
        time.textContent = new Intl.DateTimeFormat(root.documentElement.lang || undefined, SHAPES[time.dataset.time] ?? SHAPES.datetime).format(date);
        time.title ||= date.toISOString();
    }
}

/** What is folded on the screen is open on paper; where it was folded, it is folded again afterwards. */
export function printing(root) {
    let opened = [];
    window.addEventListener("beforeprint", () => {
        opened = [...root.querySelectorAll(".evidence:not([open]), .disclosure:not([open])")];
        for (const details of opened) details.open = true;
    });
    window.addEventListener("afterprint", () => {
        for (const details of opened) details.open = false;
    });
}
