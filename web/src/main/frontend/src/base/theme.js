// The server writes data-theme from the cookie, so that no page flashes; here it is only changed.

function current(root) {
    return root.documentElement.dataset.theme || "auto";
}

function mark(root) {
    for (const button of root.querySelectorAll("[data-sets-theme]")) {
        button.setAttribute("aria-pressed", String(button.dataset.setsTheme === current(root)));
    }
}

export function theme(root) {
    mark(root);
    root.addEventListener("click", (event) => {
        const button = event.target.closest("[data-sets-theme]");
        if (!button) return;
        event.preventDefault();
        const chosen = button.dataset.setsTheme;
        const secure = location.protocol === "https:" ? "; secure" : "";
        document.cookie = `theme=${chosen}; path=/; max-age=31536000; samesite=lax${secure}`;
        if (chosen === "auto") delete root.documentElement.dataset.theme;
        else root.documentElement.dataset.theme = chosen;
        mark(root);
        root.dispatchEvent(new CustomEvent("themechange", { detail: chosen }));
    });
}
