// .splitter[data-side=left|right] changes its workspace's --left or --right, kept for this browser.
import { store, stored } from "./keys.js";

const LEAST = 15;
const MOST = 60;

function set(splitter, percent) {
    const { side } = splitter.dataset;
    const width = Math.round(Math.min(MOST, Math.max(LEAST, percent)) * 10) / 10;
    splitter.parentElement.style.setProperty(`--${side}`, `${width}%`);
    splitter.setAttribute("aria-valuenow", String(Math.round(width)));
    store(`touchstone.pane.${side}`, width);
}

function measured(splitter) {
    const pane = splitter.dataset.side === "left" ? splitter.previousElementSibling : splitter.nextElementSibling;
    return (100 * pane.offsetWidth) / splitter.parentElement.offsetWidth;
}

function follow(splitter, { clientX }) {
    const box = splitter.parentElement.getBoundingClientRect();
    const fromLeft = (100 * (clientX - box.left)) / box.width;
    set(splitter, splitter.dataset.side === "left" ? fromLeft : 100 - fromLeft);
}

function install(splitter) {
    splitter.setAttribute("aria-valuemin", LEAST);
    splitter.setAttribute("aria-valuemax", MOST);
    splitter.setAttribute("aria-valuenow", String(Math.round(measured(splitter))));
    const before = Number(stored(`touchstone.pane.${splitter.dataset.side}`));
    if (before) set(splitter, before);
    const drag = (event) => follow(splitter, event);
    splitter.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        splitter.setPointerCapture(event.pointerId);
        splitter.classList.add("dragged");
        splitter.addEventListener("pointermove", drag);
    });
    splitter.addEventListener("lostpointercapture", () => {
        splitter.classList.remove("dragged");
        splitter.removeEventListener("pointermove", drag);
    });
    splitter.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
        if (!step) return;
        event.preventDefault();
        set(splitter, measured(splitter) + (splitter.dataset.side === "left" ? step : -step));
    });
}

export function splitters(root) {
    root.querySelectorAll(".splitter[data-side]").forEach(install);
}
