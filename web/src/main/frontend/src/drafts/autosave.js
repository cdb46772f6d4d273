// Keeps the draft of one item on the server while it is typed.
//
//   const draft = autosave({ item, read, write, onState, start, local });
//   draft.changed()        to be called after every change of the text
//   await draft.flush()    saves now; true once the server has what read() gives
//   draft.revision()       that the server has; what is handed in names it as its base
//   draft.adopt(saved)     the server has saved {revision, savedAt} by another way, with what read() gives now
//
// read() gives the text, write(text) replaces it. start is {revision, content, savedAt} if the page came with it,
// otherwise it is asked for. With local, the text stays in this browser (the practice). onState(state, detail) is told
// loading, nothing, saved, unsaved, saving, offline, conflict, closed, refused, signedOut or local; the header's #saved
// shows the same. After closed the text must not be changed any more: the last saved version was collected.
import { live, toast } from "../base/live.js";
import { askWhich } from "./conflict.js";
import { request, Unreachable } from "./connection.js";
import { kept } from "./kept.js";
import { say, timeOfDay, words } from "./words.js";

const PAUSE = 800;
const LONGEST = 1800;
const AGAIN = [1000, 2000, 4000, 8000, 15_000];
const KEEPALIVE_MAX = 60_000;
const MARKS = { saved: "saved", offline: "warning", conflict: "warning", closed: "locked", refused: "error", signedOut: "error", local: "info" };

export function autosave({ item, read, write, onState = () => {}, start, local = false }) {
    const path = `/interview/drafts/${encodeURIComponent(item)}`;
    const safety = kept(item);
    const channel = "BroadcastChannel" in window ? new BroadcastChannel(`touchstone.draft.${words.candidate}.${item}`) : null;
    let revision = 0;
    let savedText = null; // what the server has, as far as we know
    let sent = []; // since then, and perhaps arrived although no answer came
    let since = 0; // when the oldest unsaved change was made
    let timer = 0;
    let failures = 0;
    let running = null;
    let asking = false;
    let closed = false;

    const dirty = () => savedText !== null && read() !== savedText;

    function tell(state, detail) {
        const place = document.getElementById("saved");
        if (place) {
            place.dataset.state = MARKS[state] ?? "draft";
            place.textContent = say(state, state === "saved" && detail ? timeOfDay(detail.savedAt) : "");
        }
        onState(state, detail);
    }

    function later(delay) {
        clearTimeout(timer);
        timer = setTimeout(() => void flush(), delay);
    }

    function changed() {
        if (closed || !dirty()) return;
        if (local) {
            safety.write(0, read());
            return;
        }
        safety.write(revision, read());
        const now = performance.now();
        since ||= now;
        if (failures > 0 || asking) return; // a further try is due already
        tell("unsaved");
        later(Math.max(0, Math.min(PAUSE, since + LONGEST - now)));
    }

    /** One save at a time; what was typed meanwhile is sent after it. */
    function flush() {
        clearTimeout(timer);
        running ??= save().finally(() => { running = null; });
        return running;
    }

    async function save() {
        while (!closed && !local && !asking && dirty()) {
            if (!await attempt(read())) return false;
        }
        return !dirty();
    }

    async function attempt(content) {
        sent.push(content);
        since = 0;
        if (failures === 0) tell("saving");
        try {
            const answer = await request("PUT", path, { base: revision, content }, { keepalive: content.length < KEEPALIVE_MAX / 3 });
            failures = 0;
            return await settle(answer, content);
        } catch (problem) {
            if (!(problem instanceof Unreachable)) throw problem;
            tell("offline");
            later(AGAIN[Math.min(failures, AGAIN.length - 1)]);
            failures += 1;
            return false;
        }
    }

    async function settle({ status, data }, content) {
        if (status === 200) {
            saved(data, content);
            channel?.postMessage({ saved: { ...data, content } });
            return true;
        }
        if (status === 409 && typeof data.content === "string") return resolve(data);
        if (status === 410) {
            close(data);
            return false;
        }
        tell(status === 401 ? "signedOut" : "refused", data);
        live(data.message ?? "");
        if (status === 401) later(AGAIN.at(-1)); // the personal link may be opened again in another tab
        else toast(data.message ?? say("refused"), "error");
        return false;
    }

    function saved(data, content) {
        revision = data.revision;
        savedText = content;
        sent = [];
        if (dirty()) { // "saved" would be untrue of what was typed since
            safety.write(revision, read());
            tell("unsaved");
        } else {
            safety.forget();
            tell("saved", data);
        }
    }

    async function resolve(other) {
        // our own, whose answer was lost on the way
        if (sent.includes(other.content)) {
            saved(other, other.content);
            return true;
        }
        asking = true;
        tell("conflict", other);
        const choice = await askWhich(read(), other);
        asking = false;
        revision = other.revision;
        savedText = other.content;
        if (choice === "other") {
            write(other.content);
            saved(other, other.content);
        } else {
            safety.write(revision, read());
        }
        return true;
    }

    function close(data) {
        closed = true;
        safety.forget();
        const notice = document.getElementById("closed");
        if (notice) notice.hidden = false;
        tell("closed", data);
    }

    function begin(draft) {
        revision = draft.revision;
        // without any, the page shows what there is to start from
        savedText = draft.revision > 0 ? draft.content : read();
        if (read() !== savedText) write(savedText);
        const mine = safety.read();
        if (draft.revision > 0) tell("saved", draft);
        else tell(local ? "local" : "nothing");
        if (!mine || mine.content === savedText) {
            safety.forget();
            return;
        }
        // typed over an older revision, so the server refuses it and the writer is asked
        revision = Math.min(mine.base, revision);
        write(mine.content);
        if (local) return;
        toast(say("restored"));
        later(0);
    }

    async function load() {
        tell("loading");
        try {
            const { status, data } = await request("GET", path);
            if (status === 200) begin(data);
            else if (status === 410) close(data);
            else tell(status === 401 ? "signedOut" : "refused", data);
        } catch (problem) {
            if (!(problem instanceof Unreachable)) throw problem;
            tell("offline");
            setTimeout(load, AGAIN[Math.min(failures++, AGAIN.length - 1)]);
        }
    }

    /** The page goes away: send what is left without waiting. A save under way counts as arrived. */
    function leave() {
        if (closed || local || asking || savedText === null || read() === (running ? sent.at(-1) : savedText)) return;
        const content = read();
        safety.write(revision, content);
        if (content.length < KEEPALIVE_MAX / 3) {
            void request("PUT", path, { base: running ? revision + 1 : revision, content }, { keepalive: true }).catch(() => {});
        }
    }

    channel?.addEventListener("message", ({ data }) => {
        const hint = document.getElementById("elsewhere");
        if (hint) hint.hidden = false;
        if (data.hello) channel.postMessage({ here: true });
        if (data.saved && data.saved.revision > revision && !dirty() && !closed && !asking) {
            write(data.saved.content);
            saved(data.saved, data.saved.content);
        }
    });
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") void flush(); });
    document.addEventListener("connected", () => { if (dirty()) later(0); });
    window.addEventListener("online", () => { if (dirty()) later(0); });
    document.addEventListener("timeup", () => void flush());
    channel?.postMessage({ hello: true });

    if (local) begin({ revision: 0 });
    else if (start) begin(start);
    else void load();

    return {
        changed,
        flush,
        revision: () => revision,
        adopt: (draft) => saved(draft, read()),
    };
}
