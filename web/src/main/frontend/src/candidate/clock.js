// The remaining time. The server's clock counts; this one is set by it every half minute, after the machine slept, and when
// the connection comes back. Seconds are for the eye alone: what is announced is 15, 5 and 1 minutes and the end.
import { live } from "../base/live.js";
import { request, Unreachable } from "../drafts/connection.js";
import { say } from "../drafts/words.js";

const SYNCHRONISE = 30_000;
const ANNOUNCED = [15, 5, 1];
const NOTICEABLE = 20;

function shown(seconds) {
    const pad = (number) => String(number).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    return (hours > 0 ? `${hours}:${pad(minutes)}` : pad(minutes)) + `:${pad(seconds % 60)}`;
}

export function clock(place) {
    const figure = place.querySelector("strong");
    let end = performance.now() + Number(place.dataset.left) * 1000;
    let before = Number(place.dataset.left);
    let asked = performance.now();
    let wall = Date.now();
    let over = false;

    function show() {
        const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
        figure.textContent = shown(left);
        place.classList.toggle("soon", left <= 5 * 60);
        announce(left);
        before = left;
    }

    function announce(left) {
        const passed = ANNOUNCED.findLast((minutes) => left <= minutes * 60 && before > minutes * 60);
        if (passed) live(say("timeLeft", passed));
        if (left === 0 && !over) {
            over = true;
            live(say("timeUp"));
            document.dispatchEvent(new CustomEvent("timeup"));
        }
    }

    async function synchronise() {
        asked = performance.now();
        try {
            const { status, data } = await request("GET", "/interview/clock");
            if (status !== 200) return;
            if (data.state === "ended") {
                document.dispatchEvent(new CustomEvent("interviewend"));
                return;
            }
            const more = data.secondsLeft - (end - performance.now()) / 1000;
            end = performance.now() + data.secondsLeft * 1000;
            if (more > NOTICEABLE) {
                over = false;
                before = data.secondsLeft;
                live(say("timeMore", Math.max(1, Math.round(more / 60))));
            }
            show();
        } catch (problem) {
            if (!(problem instanceof Unreachable)) throw problem;
        }
    }

    function tick() {
        const now = Date.now();
        // the two clocks disagree after the machine slept
        const slept = Math.abs(now - wall - 1000) > 5000;
        wall = now;
        show();
        const wait = over ? 3000 : SYNCHRONISE;
        if (slept || performance.now() - asked > wait) void synchronise();
    }

    show();
    setInterval(tick, 1000);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") void synchronise(); });
    document.addEventListener("connected", () => { if (performance.now() - asked > 1000) void synchronise(); });
    document.addEventListener("interviewend", () => {
        const closed = document.getElementById("closed");
        if (closed) closed.hidden = false;
    });
}
