// Says things to screen readers (#live) and shows them to everyone else (#toasts); both stand empty in the layout.

function region(id, role) {
    let found = document.getElementById(id);
    if (!found) {
        found = document.createElement("div");
        found.id = id;
        found.setAttribute("role", role);
        document.body.append(found);
    }
    return found;
}

/** Announces a message; the same words twice are announced twice. */
export function live(message) {
    const place = region("live", "status");
    place.classList.add("visually-hidden");
    place.textContent = "";
    setTimeout(() => { place.textContent = message; }, 50);
}

/** Shows a message for some seconds, or until a click if it is an error. */
export function toast(message, kind = "info") {
    const place = region("toasts", "status");
    place.classList.add("toasts");
    const box = document.createElement("div");
    box.className = "toast";
    box.dataset.kind = kind;
    box.append(Object.assign(document.createElement("p"), { textContent: message }));
    box.addEventListener("click", () => box.remove());
    place.append(box);
    if (kind !== "error" && kind !== "ours") setTimeout(() => box.remove(), 8000);
}
