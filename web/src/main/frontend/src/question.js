// A question's page: saves the answer while it is typed, shows how it is understood, and pages by Alt+PageUp and Alt+PageDown.
import { autosave } from "./drafts/autosave.js";
import { fieldOf } from "./question/field.js";
import { reading } from "./question/reading.js";

const form = document.getElementById("answer-form");
const field = fieldOf(form);
const revision = Number(form.dataset.revision);
// with a conflict on the page, the server's version is not the one in the form
const start = form.dataset.savedAt || revision === 0
    ? { revision, content: field.initial, savedAt: form.dataset.savedAt }
    : undefined;
const understand = reading(form, field.read);
const draft = autosave({
    item: form.dataset.item,
    read: field.read,
    write(text) {
        field.write(text);
        understand();
    },
    onState(state) {
        if (state === "closed") field.lock();
    },
    start,
});

function changed() {
    draft.changed();
    understand();
}

form.addEventListener("input", changed);
form.addEventListener("change", changed);
field.onCleared(changed);
form.addEventListener("submit", (event) => {
    event.preventDefault();
    void draft.flush();
});
document.addEventListener("keydown", (event) => {
    const target = event.altKey && !event.ctrlKey && { PageUp: "previous", PageDown: "next" }[event.key];
    const link = target && document.getElementById(target);
    if (!link) return;
    event.preventDefault();
    link.click();
});
document.addEventListener("interviewend", () => field.lock());
