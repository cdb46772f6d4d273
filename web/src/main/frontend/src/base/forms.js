// A second click must not send a form twice; a page that comes back from the browser's cache must be usable again.

function release(form) {
    delete form.dataset.busy;
    for (const button of form.querySelectorAll("[data-busy]")) {
        delete button.dataset.busy;
        button.removeAttribute("aria-disabled");
    }
}

export function forms(root) {
    root.addEventListener("submit", (event) => {
        const form = event.target;
        // filters work as one types; their forms are sent only where they have a button
        if (form.matches(".filters:not(:has(button))")) event.preventDefault();
        if (event.defaultPrevented || form.getAttribute("method") === "dialog" || "download" in form.dataset) return;
        if ("busy" in form.dataset) {
            event.preventDefault();
            return;
        }
        form.dataset.busy = "";
        // Not `disabled`: the button's own name and value belong to what is sent.
        event.submitter?.setAttribute("aria-disabled", "true");
        event.submitter?.setAttribute("data-busy", "");
    });
    window.addEventListener("pageshow", () => root.querySelectorAll("form[data-busy]").forEach(release));
    const wrong = root.querySelector("main [aria-invalid=true]");
    wrong?.focus();
}
