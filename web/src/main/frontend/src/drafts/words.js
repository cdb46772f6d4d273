// Words of the page's language, which the layout leaves as data attributes of #words.

export const words = document.getElementById("words")?.dataset ?? {};

/** The sentence with {0} filled in. */
export function say(key, value = "") {
    return (words[key] ?? "").replace("{0}", value);
}

const TIME = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { timeStyle: "medium", hourCycle: "h23" });

/** Time of day of the server's instant, in the reader's zone. */
export function timeOfDay(instant) {
    return TIME.format(new Date(instant));
}
