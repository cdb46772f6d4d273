// Asks which of two versions of a draft is to stay. Nothing is overwritten before the answer, and closing the dialog is none.
import { timeOfDay } from "./words.js";

/** Resolves to "mine" or "other". */
export function askWhich(mine, other) {
    const dialog = document.getElementById("conflict");
    document.getElementById("conflict-mine").textContent = mine;
    document.getElementById("conflict-other").textContent = other.content;
    document.getElementById("conflict-other-time").textContent = timeOfDay(other.savedAt);
    return new Promise((resolve) => {
        const stay = (event) => event.preventDefault();
        const reopen = () => dialog.showModal();
        const choose = (event) => {
            const choice = event.target.closest("[data-choose]")?.dataset.choose;
            if (!choice) return;
            dialog.removeEventListener("cancel", stay);
            dialog.removeEventListener("close", reopen);
            dialog.removeEventListener("click", choose);
            dialog.close();
            resolve(choice);
        };
        dialog.addEventListener("cancel", stay);
        dialog.addEventListener("close", reopen);
        dialog.addEventListener("click", choose);
        dialog.showModal();
    });
}
