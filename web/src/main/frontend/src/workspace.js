// The code workspace of candidates: a text area that becomes an editor, and what can be done with the code.
import { autosave } from "./drafts/autosave.js";
import { createEditor } from "./editor.js";
import { actions } from "./workspace/actions.js";
import { compiler } from "./workspace/compiler.js";
import { local } from "./workspace/judging.js";
import { panes } from "./workspace/panes.js";
import { jumping, listed } from "./workspace/problems.js";
import { replacing } from "./workspace/replacing.js";
import { page, practice } from "./workspace/words.js";

const source = document.getElementById("source");
const form = document.getElementById("code");
const revision = Number(form.elements.base.value);

const editor = createEditor({
    parent: document.getElementById("editor-box"),
    doc: source.value,
    nonce: page.nonce,
    label: page.label,
    onChange: changed,
    onRun: () => void act.run(),
    onSubmit: () => void act.submit(),
});
source.hidden = true;
source.disabled = true; // two text areas of one name would be sent

const draft = autosave({
    item: page.item,
    read: editor.text,
    write: editor.setText,
    start: { revision, content: source.value, savedAt: page.savedAt },
    local: practice,
    onState: state => { if (state === "closed") close(); },
});
const javac = compiler({ text: editor.text, show: listed(editor) });
const act = actions({ editor, draft, errors: javac.errors });

function changed() {
    draft.changed();
    javac.changed();
    act.edited();
}

function close() {
    editor.setReadOnly(true);
    for (const id of ["run", "submit", "starter-button"]) document.getElementById(id).disabled = true;
}

panes(editor);
jumping(editor);
replacing(editor, changed);
local(document.getElementById("history"));
document.addEventListener("interviewend", close);
document.documentElement.classList.add("with-editor");

form.addEventListener("submit", event => {
    event.preventDefault();
    void (event.submitter?.value === "submit" ? act.submit() : act.run());
});
// the editor has the same keys for itself
document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    void (event.shiftKey ? act.submit() : act.run());
});

const following = Number(document.getElementById("judging").dataset.following);
if (following > 0) act.resume(following);
