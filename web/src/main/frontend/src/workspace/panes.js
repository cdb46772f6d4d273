// F6 and Shift+F6 go from pane to pane; where panes lie one below the other, to that pane.

const PANES = ["statement", "editor", "results"];

export function panes(editor) {
    function go(id) {
        const pane = document.getElementById(id);
        if (id === "editor") editor.focus();
        else pane.querySelector(".pane-body").focus({ preventScroll: true });
        pane.scrollIntoView({ block: "start" });
    }

    document.addEventListener("keydown", event => {
        if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        const at = PANES.findIndex(id => document.getElementById(id).contains(document.activeElement));
        const next = at < 0 ? 1 : at + (event.shiftKey ? PANES.length - 1 : 1);
        go(PANES[next % PANES.length]);
    });

    return { go };
}

/** Shows the pane of the results where it would be out of sight. */
export function reveal() {
    if (!matchMedia("(min-width: 60rem) and (min-height: 30rem)").matches) {
        document.getElementById("results").scrollIntoView({ block: "start" });
    }
}
