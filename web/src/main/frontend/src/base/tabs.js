// [data-tabs] holds .tabs of links to its own sections. Without this they are links down the page.

function build(group) {
    const list = group.querySelector(".tabs");
    const links = [...list.querySelectorAll("a[href^='#']")];
    const panels = links.map((link) => document.getElementById(link.hash.slice(1)));
    list.setAttribute("role", "tablist");
    for (const item of list.querySelectorAll("li")) item.setAttribute("role", "presentation");
    const show = (chosen) => links.forEach((link, i) => {
        link.setAttribute("aria-selected", String(i === chosen));
        link.tabIndex = i === chosen ? 0 : -1;
        panels[i].hidden = i !== chosen;
    });
    links.forEach((link, i) => {
        link.setAttribute("role", "tab");
        link.id ||= `tab-${panels[i].id}`;
        link.setAttribute("aria-controls", panels[i].id);
        panels[i].setAttribute("role", "tabpanel");
        panels[i].setAttribute("aria-labelledby", link.id);
        link.addEventListener("click", (event) => {
            event.preventDefault();
            show(i);
            history.replaceState(history.state, "", link.hash);
        });
        link.addEventListener("keydown", (event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            const to = step ? (i + step + links.length) % links.length : { Home: 0, End: links.length - 1 }[event.key];
            if (to === undefined) return;
            event.preventDefault();
            show(to);
            links[to].focus();
        });
    });
    show(Math.max(0, links.findIndex((link) => link.hash === location.hash)));
    group.dataset.ready = "";
}

export function tabs(root) {
    root.querySelectorAll("[data-tabs]").forEach(build);
}
