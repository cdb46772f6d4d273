import { isSingleKey, setSingleKeys, singleKeys } from "./keys.js";

function open(dialog) {
    if (dialog && !dialog.open) dialog.showModal();
}

function askFirst(form, submitter) {
    const dialog = document.getElementById("confirm");
    if (!dialog) {
        if (window.confirm(form.dataset.confirm)) proceed(form, submitter);
        return;
    }
    dialog.querySelector("[data-confirm-text]").textContent = form.dataset.confirm;
    const yes = dialog.querySelector("[value=yes]");
    yes.textContent = form.dataset.confirmAction || submitter?.textContent.trim() || yes.textContent;
    yes.classList.toggle("danger", "confirmDanger" in form.dataset);
    yes.classList.toggle("primary", !("confirmDanger" in form.dataset));
    dialog.returnValue = "";
    dialog.addEventListener("close", () => {
        if (dialog.returnValue === "yes") proceed(form, submitter);
    }, { once: true });
    open(dialog);
}

function proceed(form, submitter) {
    form.dataset.confirmed = "";
    form.requestSubmit(submitter);
    delete form.dataset.confirmed;
}

export function dialogs(root) {
    // Capturing: the question comes before anything else that listens to the form.
    root.addEventListener("submit", (event) => {
        const form = event.target;
        if (!form.dataset.confirm || "confirmed" in form.dataset) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        askFirst(form, event.submitter);
    }, true);

    root.addEventListener("click", (event) => {
        const opener = event.target.closest("[data-opens]");
        if (opener) open(document.getElementById(opener.dataset.opens));
        // A click on the backdrop is a click on the dialog itself, outside its box.
        if (event.target.tagName === "DIALOG" && outside(event)) event.target.close();
    });

    root.addEventListener("keydown", (event) => {
        if (event.key === "?" && isSingleKey(event)) open(document.getElementById("shortcuts"));
    });

    for (const box of root.querySelectorAll("[data-single-keys]")) {
        box.checked = singleKeys();
        box.addEventListener("change", () => setSingleKeys(box.checked));
    }
}

function outside({ target, clientX, clientY }) {
    const box = target.getBoundingClientRect();
    return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
