// ol[data-ordering] > li[data-key]: moved by buttons [data-move=up|down], by the arrow keys on them, or by dragging .handle.
// The keys' order is written, comma-separated, into the hidden input that data-ordering names by id.
import { live } from "./live.js";

function write(list, fire) {
    const items = [...list.children];
    items.forEach((item, place) => {
        for (const button of item.querySelectorAll("[data-move]")) {
            const edge = button.dataset.move === "up" ? place === 0 : place === items.length - 1;
            // Stays focusable: a disabled button would drop the keyboard's place.
            button.setAttribute("aria-disabled", String(edge));
        }
    });
    const input = document.getElementById(list.dataset.ordering);
    if (!input || !fire) return;
    input.value = items.map((item) => item.dataset.key).join(",");
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
}

function move(list, item, up) {
    const other = up ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (up) other.before(item);
    else other.after(item);
    write(list, true);
    const place = [...list.children].indexOf(item) + 1;
    live((list.dataset.moved || "{0} / {1}").replace("{0}", place).replace("{1}", list.children.length));
}

function press(list, button) {
    const item = button.closest("li");
    move(list, item, button.dataset.move === "up");
    button.focus();
}

function drag(list, event) {
    const handle = event.target.closest(".handle");
    if (!handle || event.button !== 0) return;
    const item = handle.closest("li");
    const before = [...list.children];
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    item.classList.add("dragged");
    const follow = ({ clientY }) => {
        const under = [...list.children].find((other) => {
            const box = other.getBoundingClientRect();
            return other !== item && clientY > box.top && clientY < box.bottom;
        });
        if (!under) return;
        const box = under.getBoundingClientRect();
        if (clientY < box.top + box.height / 2) under.before(item);
        else under.after(item);
    };
    const drop = () => {
        item.classList.remove("dragged");
        handle.removeEventListener("pointermove", follow);
        write(list, before.some((other, place) => list.children[place] !== other));
    };
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("lostpointercapture", drop, { once: true });
}

function arrange(list) {
    const { value } = document.getElementById(list.dataset.ordering) ?? {};
    const saved = (value || "").split(",").map((key) => [...list.children].find((item) => item.dataset.key === key));
    list.append(...saved.filter(Boolean));
    write(list, false);
    list.addEventListener("click", (event) => {
        const button = event.target.closest("[data-move]");
        if (button) press(list, button);
    });
    list.addEventListener("keydown", (event) => {
        const button = event.target.closest("[data-move]");
        if (!button || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
        event.preventDefault();
        move(list, button.closest("li"), event.key === "ArrowUp");
        button.focus();
    });
    list.addEventListener("pointerdown", (event) => drag(list, event));
}

export function ordering(root) {
    root.querySelectorAll("[data-ordering]").forEach(arrange);
}
