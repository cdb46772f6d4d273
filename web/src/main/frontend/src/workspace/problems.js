// The list of what javac says, below the editor: buttons that go to the line.
import { say } from "./words.js";

function part(className, text, lang) {
    const span = document.createElement("span");
    span.className = className;
    span.textContent = text;
    if (lang) span.lang = lang;
    return span;
}

function entry(diagnostic) {
    const item = document.createElement("li");
    const button = item.appendChild(document.createElement("button"));
    const state = button.appendChild(part("state bare", say(diagnostic.severity)));
    state.dataset.state = diagnostic.severity;
    button.type = "button";
    button.className = "diagnostic";
    button.dataset.line = diagnostic.line;
    button.dataset.column = diagnostic.column;
    button.append(part("mono", diagnostic.message, "en"), part("explained", explained(diagnostic)));
    return item;
}

function explained({ where, explanation }) {
    return [where, explanation].filter(Boolean).join(document.documentElement.lang.startsWith("zh") ? "：" : ": ");
}

/** Shows them in the list and in the editor. */
export function listed(editor) {
    const list = document.getElementById("diagnostics");
    let before = "[]";
    return diagnostics => {
        const text = editor.text();
        editor.setDiagnostics(diagnostics.filter(it => it.line > 0).map(it => ({ ...it, ...endIn(text, it), message: tooltip(it) })));
        document.getElementById("no-problems").textContent = diagnostics.length > 0 ? "" : say("noProblems");
        const now = JSON.stringify(diagnostics);
        if (now === before) return; // a list that is rebuilt loses the focus
        before = now;
        list.replaceChildren(...diagnostics.map(entry));
    };
}

/** Where it ends, in lines and columns; nothing if javac names a place only. */
function endIn(text, { end }) {
    const lines = text.slice(0, end).split("\n");
    return end > 0 ? { endLine: lines.length, endColumn: lines.at(-1).length + 1 } : {};
}

function tooltip({ message, explanation }) {
    return explanation ? `${message}\n${explanation}` : message;
}

/** Buttons of both lists, here and among the results. */
export function jumping(editor) {
    document.addEventListener("click", event => {
        const button = event.target.closest(".diagnostic[data-line]");
        if (button && Number(button.dataset.line) > 0) editor.goTo(Number(button.dataset.line), Number(button.dataset.column) || 1);
    });
}
