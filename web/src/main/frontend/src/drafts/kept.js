// What is typed and not saved yet, kept in this browser so that neither a reload nor a lost connection loses it.
import { store, stored } from "../base/keys.js";
import { words } from "./words.js";

export function kept(item) {
    const key = `touchstone.draft.${words.candidate}.${item}`;
    return {
        /** {base, content} or nothing; base is the revision that it was typed over. */
        read() {
            try {
                const found = JSON.parse(stored(key) ?? "null");
                return typeof found?.content === "string" ? found : null;
            } catch {
                return null;
            }
        },
        write(base, content) {
            store(key, JSON.stringify({ base, content }));
        },
        forget() {
            try {
                localStorage.removeItem(key);
            } catch { /* nothing was kept either */ }
        },
    };
}
