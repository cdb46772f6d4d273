// A question before something that cannot be taken back by looking away.

/** Resolves to whether it was answered with yes. The focus goes back to where it was. */
export function ask(title, text, yes) {
    const dialog = document.getElementById("ask");
    document.getElementById("ask-title").textContent = title;
    document.getElementById("ask-text").textContent = text;
    document.getElementById("ask-yes").textContent = yes;
    dialog.returnValue = "";
    if (dialog.open) return Promise.resolve(false);
    return new Promise(resolve => {
        dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
        dialog.showModal();
        document.getElementById("ask-yes").focus();
    });
}
