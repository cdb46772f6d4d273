// Words of the page's language and what the page knows of its item; the template leaves both at #workspace-words.

export const page = document.getElementById("workspace-words").dataset;
export const base = `/interview/code/${encodeURIComponent(page.item)}`;
export const practice = page.practice === "true";

/** The sentence with {0} filled in. */
export function say(key, value = "") {
    return (page[key] ?? "").replace("{0}", value);
}
