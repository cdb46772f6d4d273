// Requests to our own server, and whether it can be reached. All scripts of a page share this module.
import { live } from "../base/live.js";
import { say } from "./words.js";

const CSRF = document.querySelector("meta[name=csrf]")?.content ?? "";
const PATIENCE = 15_000;
let lost = false;

/** The server could not be reached or is out of order; what was asked may be asked again. `said` is why, if it told. */
export class Unreachable extends Error {}

/** Whether the last request failed to get through. */
export function isLost() {
    return lost;
}

function report(nowLost) {
    if (lost === nowLost) return;
    lost = nowLost;
    const banner = document.getElementById("connection");
    if (banner) banner.hidden = !lost;
    if (!lost) {
        live(say("back"));
        document.dispatchEvent(new CustomEvent("connected"));
    }
}

/** Answers with the status and the JSON; throws Unreachable when trying again can help. */
export async function request(method, path, body, options = {}) {
    let response;
    try {
        response = await fetch(path, {
            method,
            headers: { "Accept": "application/json", "Content-Type": "application/json", "X-CSRF-Token": CSRF },
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: AbortSignal.timeout(PATIENCE),
            ...options,
        });
    } catch {
        report(true);
        throw new Unreachable(path);
    }
    if (response.status === 429) {
        const { message } = await response.json().catch(() => ({}));
        throw Object.assign(new Unreachable(path), { said: message });
    }
    if (response.status >= 500) {
        report(true);
        throw new Unreachable(path);
    }
    report(false);
    return { status: response.status, data: await response.json().catch(() => ({})) };
}
