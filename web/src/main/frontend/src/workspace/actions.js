// Running samples and handing in. What was asked for last owns the results; what comes late for another is dropped.
import { live, toast } from "../base/live.js";
import { request, Unreachable } from "../drafts/connection.js";
import { ask } from "./ask.js";
import { better, followed, polled } from "./following.js";
import { clearResult, hideProgress, showHistory, showProgress, showResult } from "./judging.js";
import { reveal } from "./panes.js";
import { base, practice, say } from "./words.js";

export function actions({ editor, draft, errors }) {
    const buttons = ["run", "submit"].map(id => document.getElementById(id));
    const receipt = document.getElementById("receipt");
    const stale = document.getElementById("stale");
    let turn = 0;
    let busy = false;
    let judged = null; // the text that the results are of

    function claim(title, words) {
        turn += 1;
        judged = editor.text();
        edited();
        receipt.replaceChildren();
        clearResult(title);
        showProgress({ state: "queued", words, of: 0, test: 0 });
        reveal();
        const mine = turn;
        return () => turn === mine;
    }

    /** Says so while the results are of another text than the editor shows. */
    function edited() {
        stale.hidden = judged === null || editor.text() === judged;
    }

    /** One at a time; what goes wrong is said in words. */
    async function alone(work) {
        if (busy) return;
        busy = true;
        buttons.forEach(button => button.setAttribute("aria-disabled", "true"));
        try {
            await work();
        } catch (problem) {
            hideProgress();
            const words = problem instanceof Unreachable ? problem.said ?? say("unreachable") : problem.message || say("again");
            toast(words, "error");
            live(words);
        } finally {
            busy = false;
            buttons.forEach(button => button.removeAttribute("aria-disabled"));
        }
    }

    async function send(path, body) {
        const { status, data } = await request("POST", path, body);
        if (status !== 200) throw new Error(data.message);
        return data;
    }

    async function awaited(ran, title, mine) {
        const done = ran.result ? ran : await polled(`${base}/runs/${ran.id}`, progress => mine() && showProgress(progress));
        if (mine()) showResult(done.result, title);
    }

    function run() {
        return alone(async () => {
            const mine = claim(say("samples"), say("running"));
            await awaited(await send(`${base}/run`, { content: editor.text() }), say("samples"), mine);
        });
    }

    async function submit() {
        if (busy) return;
        const warning = errors() > 0 ? `${say("askErrors", errors())} ` : "";
        if (!practice && !await ask(say("askTitle"), warning + say("ask"), say("submit"))) return;
        await alone(practice ? practise : handIn);
    }

    async function practise() {
        const mine = claim(say("practised"), say("sending"));
        await awaited(await send(`${base}/submissions`, { base: 0, content: editor.text() }), say("practised"), mine);
    }

    async function handIn() {
        const mine = claim("", say("sending"));
        // nothing may be typed between what is sent and what is then said to be saved
        editor.setReadOnly(true);
        let received;
        try {
            await draft.flush();
            received = await send(`${base}/submissions`, { base: draft.revision(), content: editor.text() });
            if (received.revision !== draft.revision()) draft.adopt({ revision: received.revision, savedAt: received.savedAt });
        } finally {
            editor.setReadOnly(false);
        }
        acknowledge(received);
        follow(received.id, received.number, received.turn, mine);
    }

    function acknowledge({ words, receipt: address, sha256 }) {
        const box = document.createElement("div");
        box.className = "notice";
        box.dataset.kind = "success";
        const line = box.appendChild(document.createElement("p"));
        const link = document.createElement("a");
        Object.assign(link, { href: address, target: "_blank", rel: "noopener", textContent: say("viewReceipt") });
        line.append(`${words} `, link);
        box.append(Object.assign(document.createElement("p"), { className: "receipt small", textContent: `SHA-256 ${sha256.slice(0, 16)}…` }));
        receipt.replaceChildren(box);
        live(words);
    }

    /** Does not keep anybody from running samples or handing in again meanwhile. */
    async function follow(id, number, known, mine) {
        const told = progress => mine() && showProgress(progress);
        told(known.progress);
        try {
            const done = known.result ? known : await followed(id, told);
            concluded(done, number, mine);
            if (done.result.ours) {
                const later = await better(id, mine);
                if (later) concluded(later, number, mine);
            }
        } catch (problem) {
            if (mine()) hideProgress();
            toast(problem.message || say("again"), "error");
        }
    }

    function concluded(done, number, mine) {
        showHistory(done.history);
        if (mine()) showResult(done.result, say("submission", number));
    }

    /** Takes up a judging that was under way when the page was loaded. */
    function resume(id) {
        turn += 1;
        const mine = turn;
        void followed(id, progress => turn === mine && showProgress(progress))
            .then(done => concluded(done, done.number, () => turn === mine))
            .catch(() => hideProgress());
    }

    return { run, submit, resume, edited };
}
