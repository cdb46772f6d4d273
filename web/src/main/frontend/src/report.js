// The report: opens what an address points at, and everything at once. Without it, each part is opened by hand.

/** Browsers open the fold around a target by themselves, but not all do. */
function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target?.scrollIntoView();
}

function expanding(button) {
    button.hidden = false;
    button.addEventListener("click", () => {
        const open = button.getAttribute("aria-expanded") !== "true";
        for (const details of document.querySelectorAll("details.evidence")) details.open = open;
        button.setAttribute("aria-expanded", open);
        button.textContent = open ? button.dataset.less : button.dataset.more;
    });
}

document.querySelectorAll("[data-expands]").forEach(expanding);
window.addEventListener("hashchange", reveal);
if (location.hash) reveal();
