// How the server understands what is typed: a number with its unit, a formula drawn, words as a page.
import { request, Unreachable } from "../drafts/connection.js";

const PAUSE = 400;
const READ = ["numeric", "formula", "text", "design"];

/** Gives a function to be called after each change. */
export function reading(form, read) {
    if (!READ.includes(form.dataset.kind)) return () => {};
    const place = document.getElementById("reading");
    const preview = document.getElementById("preview");
    const section = document.getElementById("preview-section");
    let timer = 0;
    let asked = 0;

    function show({ understood = "", hint = "", column = 0, html = "" }) {
        if (place) {
            const { column: at } = place.dataset;
            place.dataset.state = hint ? "hint" : "understood";
            place.textContent = hint
                ? (column > 0 ? at.replace("{0}", column).replace("{1}", hint) : hint)
                : understood && place.dataset.understood.replace("{0}", understood);
            form.querySelector("#answer").classList.toggle("unread", hint !== "");
        }
        // made by the server from what is typed, and safe whoever typed it
        if (preview && (html || !hint)) preview.innerHTML = html;
        if (section) section.hidden = html === "";
    }

    async function ask() {
        const number = ++asked;
        const content = read();
        if (content.trim() === "") {
            show({});
            return;
        }
        try {
            const { status, data } = await request("POST", `/interview/items/${form.dataset.item}/reading`, { content });
            if (status === 200 && number === asked) show(data);
        } catch (problem) {
            // the next change asks again
            if (!(problem instanceof Unreachable)) throw problem;
        }
    }

    const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => void ask(), PAUSE);
    };
    if (read().trim() !== "") void ask();
    return later;
}
