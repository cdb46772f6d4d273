// What javac says to the code as it is typed. Only the latest text matters: whatever was asked before is abandoned.
import { base, say } from "./words.js";

const PAUSE = 150;
const BUSY = [300, 600, 1200, 2500];
const UNREACHABLE = 5000;
const CSRF = document.querySelector("meta[name=csrf]").content;

/** Calls show(diagnostics) with what javac says to text(), some moments after the last call of `changed`. */
export function compiler({ text, show }) {
    const place = document.getElementById("compiler");
    let timer = 0;
    let abandon = new AbortController();
    let errors = 0;

    function tell(state, words) {
        place.dataset.state = state;
        place.textContent = words;
    }

    /** Whatever was said before is of another text. */
    function unknown() {
        tell("none", say("unknown"));
        document.getElementById("no-problems").textContent = "";
    }

    function later(delay, busy = 0) {
        clearTimeout(timer);
        timer = setTimeout(() => void check(busy), delay);
    }

    async function check(busy) {
        abandon.abort();
        abandon = new AbortController();
        const { signal } = abandon;
        try {
            const response = await fetch(`${base}/diagnostics`, {
                method: "POST",
                headers: { "Accept": "application/json", "Content-Type": "application/json", "X-CSRF-Token": CSRF },
                body: JSON.stringify({ content: text() }),
                signal,
            });
            const answer = await response.json();
            if (signal.aborted) return;
            if (!response.ok) unknown();
            else if (answer.busy) later(BUSY[Math.min(busy, BUSY.length - 1)], busy + 1);
            else shown(answer.diagnostics);
        } catch {
            if (signal.aborted) return;
            unknown();
            later(UNREACHABLE);
        }
    }

    function shown(diagnostics) {
        errors = diagnostics.filter(it => it.severity === "error").length;
        if (errors > 0) tell("error", say("errors", errors));
        else if (diagnostics.length > 0) tell("warning", say("warnings", diagnostics.length));
        else tell("ok", say("clean"));
        show(diagnostics);
    }

    document.addEventListener("connected", () => { if (place.dataset.state === "none") later(0); });
    tell("waiting", say("checking"));
    later(0);

    function changed() {
        abandon.abort(); // its places are those of another text
        later(PAUSE);
    }

    return { changed, errors: () => errors };
}
