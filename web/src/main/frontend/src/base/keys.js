// Shortcuts of a single character can be switched off (WCAG 2.1.4): a checkbox [data-single-keys] in the list of shortcuts.

const SWITCH = "touchstone.singleKeys";

export function singleKeys() {
    return stored(SWITCH) !== "off";
}

export function setSingleKeys(on) {
    store(SWITCH, on ? "on" : "off");
}

/** Whether this key press is meant as a shortcut of one character and not as text. */
export function isSingleKey(event) {
    const typing = event.target.closest?.("input:not([type=checkbox],[type=radio],[type=range]), textarea, select, [contenteditable]:not([contenteditable=false])");
    return singleKeys() && !typing && !event.defaultPrevented && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

// Storage is refused in some private modes; the page must not notice.
export function stored(key) {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

export function store(key, value) {
    try {
        localStorage.setItem(key, value);
    } catch { /* forgotten at the end of the page */ }
}
