// Other code in place of the editor's: the starter, or something that was handed in. One undo brings it back.
import { live, toast } from "../base/live.js";
import { request, Unreachable } from "../drafts/connection.js";
import { ask } from "./ask.js";
import { base, say } from "./words.js";

export function replacing(editor, changed) {
    function put(text, words) {
        editor.setText(text);
        changed();
        editor.focus();
        live(words);
    }

    async function restore({ dataset: { restore: id, number } }) {
        if (!await ask(say("restoreTitle", number), say("restore"), say("restoreYes"))) return;
        try {
            const { status, data } = await request("GET", `${base}/submissions/${id}/content`);
            if (status !== 200) throw new Error(data.message);
            put(data.content, say("restored", number));
        } catch (problem) {
            toast(problem instanceof Unreachable ? say("unreachable") : problem.message, "error");
        }
    }

    document.getElementById("starter-button").addEventListener("click", async () => {
        if (await ask(say("starterTitle"), say("starter"), say("starterYes"))) {
            put(document.getElementById("starter").value, say("starterDone"));
        }
    });
    document.getElementById("history").addEventListener("click", event => {
        const button = event.target.closest("[data-restore]");
        if (button) void restore(button);
    });
}
