import { live } from "../base/live.js";
import { search } from "./search.js";

// The server alone knows how a plan is changed and what is wrong with it. Here the form goes to it and comes back without
// the page moving: all elements [data-live], and after an edit the plan itself.

const PAUSE = 350;

function replace(root, fresh) {
    const old = root.getElementById(fresh.id);
    if (old && old.outerHTML !== fresh.outerHTML) old.replaceWith(fresh);
}

/** Fields stay, with what is typed in them meanwhile; only what is said about them changes. */
function mark(root, answer) {
    for (const fresh of answer.querySelectorAll("input[id], select[id]")) {
        const field = root.getElementById(fresh.id);
        for (const name of ["aria-invalid", "aria-describedby"]) {
            if (!field) continue;
            if (fresh.hasAttribute(name)) field.setAttribute(name, fresh.getAttribute(name));
            else field.removeAttribute(name);
        }
    }
}

function weigh(root, answer) {
    for (const fresh of answer.querySelectorAll("#weights input[type=number]")) {
        const field = root.getElementById(fresh.id);
        field.value = fresh.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
}

/** Where a keyboard goes on: at the same button, else at its neighbours. */
function focusAfter(root, action, before) {
    const [verb, id] = action.split(":");
    if (verb === "remove") {
        const rows = [...root.querySelectorAll("#plan .plan > li")];
        (rows[Math.min(before, rows.length - 1)] ?? root.getElementById("q")).focus();
    } else if (verb === "up" || verb === "down") {
        const button = root.getElementById(`${verb}-${id}`);
        (button?.disabled ? root.getElementById(`${verb === "up" ? "down" : "up"}-${id}`) : button)?.focus();
    } else if (verb === "preset") {
        root.getElementById(`preset-${id}`)?.focus();
    }
}

export function settings(root) {
    const form = root.querySelector("form[data-settings]");
    if (!form) return;
    let dirty = Boolean(root.querySelector("#unsaved .state"));
    let queue = Promise.resolve();
    let typing = 0;

    async function ask(action) {
        const body = new URLSearchParams(new FormData(form));
        body.set("do", action);
        const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
        if (!response.ok || response.redirected) throw new Error(String(response.status));
        return new DOMParser().parseFromString(await response.text(), "text/html");
    }

    function show(answer, action) {
        if (action !== "check") {
            for (const id of ["plan", "to"]) replace(root, answer.getElementById(id));
            if (action.startsWith("preset")) weigh(root, answer);
        }
        for (const fresh of answer.querySelectorAll("[data-live]")) replace(root, fresh);
        mark(root, answer);
        dirty = Boolean(root.querySelector("#unsaved .state"));
        found.refresh();
    }

    async function edit(action, submitter) {
        const rows = [...root.querySelectorAll("#plan .plan > li")];
        const before = rows.indexOf(submitter.closest("li"));
        try {
            show(await ask(action), action);
        } catch {
            // signed out, or the server is away: the browser says what is the matter
            submitter.dataset.natively = "";
            form.requestSubmit(submitter);
            return;
        }
        focusAfter(root, action, before);
        live(root.getElementById("add-live").textContent.trim() || root.getElementById("total").textContent.trim());
    }

    const found = search(root);
    form.addEventListener("submit", (event) => {
        const action = event.submitter?.value ?? "save";
        if (action === "save" || "natively" in event.submitter.dataset) {
            dirty = false;
            return;
        }
        event.preventDefault();
        clearTimeout(typing);
        queue = queue.then(() => edit(action, event.submitter));
    });
    form.addEventListener("input", (event) => {
        if (!event.target.name && !event.target.dataset.mirrors) return;
        dirty = true;
        clearTimeout(typing);
        typing = setTimeout(() => {
            queue = queue.then(async () => {
                try {
                    show(await ask("check"), "check");
                } catch {
                    // saving tells
                }
            });
        }, PAUSE);
    });
    window.addEventListener("beforeunload", (event) => {
        if (dirty) event.preventDefault();
    });
}
