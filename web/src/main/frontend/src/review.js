// The review of one answer by keyboard: digits tick key points, J and K move on, Ctrl+Enter saves. Keeps the lock while
// somebody is at it.
import { isSingleKey } from "./base/keys.js";
import { live, toast } from "./base/live.js";

const LOCK_EVERY = 120_000;
const form = document.getElementById("review");
const points = [...form.querySelectorAll("input[name=point]")];
const sum = document.getElementById("sum");

function total(inputs) {
    return inputs.reduce((all, input) => all + Number(input.dataset.points), 0);
}

function showSum() {
    sum.value = `${total(points.filter(input => input.checked))} / ${total(points)}`;
}

function toggle(number) {
    const input = points[number - 1];
    if (input && !input.disabled) {
        input.click();
        live(sum.value);
    }
}

async function keepLock() {
    const token = document.querySelector("meta[name=csrf]").content;
    const answer = await fetch(form.dataset.lock, { method: "POST", headers: { "X-CSRF-Token": token } });
    if (answer.ok && !(await answer.json()).mine) {
        toast(form.dataset.lost, "error");
    }
}

document.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.querySelector("button.primary")?.click();
    } else if (!isSingleKey(event)) {
        return;
    } else if (/^[1-9]$/.test(event.key)) {
        toggle(Number(event.key));
    } else if (event.key === "j" || event.key === "k") {
        document.getElementById(event.key === "j" ? "next" : "previous").click();
    }
});
form.addEventListener("change", showSum);
showSum();

// What was ticked or written and not saved is not left without a question.
let dirty = false;
form.addEventListener("input", () => { dirty = true; });
form.addEventListener("submit", () => { dirty = false; });
window.addEventListener("beforeunload", event => {
    if (dirty) event.preventDefault();
});
if (form.querySelector("button.primary")) {
    setInterval(() => keepLock().catch(() => {}), LOCK_EVERY);
}
