// How far the judge is, and what it found.
import { live } from "../base/live.js";
import { times } from "../base/small.js";

const ORDER = ["queued", "compiling", "running"];
const judging = document.getElementById("judging");
const bar = document.getElementById("bar");
let shownState = "";

function stepOf(state) {
    return state === "measuring" ? "compiling" : state;
}

/**
 * Of {state, ahead, test, of, words}; without a state, only the words are new. Only a new state is said; of tests, only
 * that they run.
 */
export function showProgress(progress) {
    judging.hidden = false;
    document.getElementById("judging-words").textContent = progress.words;
    if (!progress.state) return;
    const at = ORDER.indexOf(stepOf(progress.state));
    for (const step of judging.querySelectorAll(".step")) {
        const place = ORDER.indexOf(step.dataset.for);
        if (at < 0 || place < at) step.dataset.step = "done";
        else delete step.dataset.step;
        if (place === at) step.setAttribute("aria-current", "step");
        else step.removeAttribute("aria-current");
    }
    bar.max = progress.of || 1;
    bar.value = progress.state === "running" ? progress.test - 1 : progress.state === "done" ? bar.max : 0;
    if (progress.state !== shownState && progress.state !== "done") live(progress.words);
    shownState = progress.state;
}

export function hideProgress() {
    judging.hidden = true;
    shownState = "";
}

/** The HTML is the server's, in which everything of candidates is escaped. */
export function showResult(result, title) {
    hideProgress();
    document.getElementById("results-of").textContent = title;
    document.getElementById("result").innerHTML = result.html;
    document.querySelector("#results .pane-body").scrollTop = 0;
    live(result.summary);
}

export function clearResult(title) {
    document.getElementById("results-of").textContent = title;
    document.getElementById("result").replaceChildren();
}

export function showHistory(html) {
    const place = document.getElementById("history");
    place.innerHTML = html;
    local(place);
}

export function local(place) {
    for (const time of place.querySelectorAll("time")) time.dataset.time = "time";
    times(document);
}
