// Follows a judging to its end: events as they happen, else questions at intervals.
import { request, Unreachable } from "../drafts/connection.js";
import { base, say } from "./words.js";

const POLL = 1000;
const LOST = 3000;
const AFTER_FAULT = 30_000;

const pause = millis => new Promise(resolve => setTimeout(resolve, millis));

/** Asks until there is a result; told of what lies between. A connection that is lost is waited for. */
export async function polled(path, onProgress) {
    for (;;) {
        try {
            const { status, data } = await request("GET", path);
            if (status !== 200) throw Object.assign(new Error(data.message), { data });
            onProgress(data.progress);
            if (data.result) return data;
            await pause(POLL / 2);
        } catch (problem) {
            if (!(problem instanceof Unreachable)) throw problem;
            onProgress({ words: problem.said ?? say("reconnecting") });
            await pause(LOST);
        }
    }
}

/** Resolves when the judging is done, or when events cannot be had. */
function heard(id, onProgress) {
    return new Promise(resolve => {
        const source = new EventSource(`${base}/submissions/${id}/events`);
        const end = () => {
            source.close();
            resolve();
        };
        source.addEventListener("progress", event => {
            const progress = JSON.parse(event.data);
            onProgress(progress);
            if (progress.state === "done") end();
        });
        source.addEventListener("error", end);
    });
}

/** Of a submission: its turn with the result. `going()` says whether anybody still wants to know. */
export async function followed(id, onProgress) {
    await heard(id, onProgress);
    return polled(`${base}/submissions/${id}`, onProgress);
}

/** We failed and will try again by ourselves: looks now and then whether it went better. */
export async function better(id, going) {
    for (;;) {
        await pause(AFTER_FAULT);
        if (!going()) return null;
        const turn = await polled(`${base}/submissions/${id}`, () => {});
        if (!turn.result.ours) return turn;
    }
}
