// The answer of a question as one text, in the spelling that the judge reads: "280 GB", "A, C", an expression, words.

const LETTER = /[A-Z]/g;

function letters(text) {
    return text.match(LETTER) ?? [];
}

function typed(form) {
    const input = form.querySelector("#answer");
    return {
        initial: input.value,
        read: () => input.value,
        write(text) { input.value = text; },
        lock() { input.readOnly = true; },
        onCleared() {},
    };
}

function chosen(form) {
    const boxes = [...form.querySelectorAll("[name=answer]")];
    const clear = document.getElementById("clear");
    const read = () => boxes.filter((box) => box.checked).map((box) => box.value).join(", ");
    const showClear = () => { if (clear) clear.hidden = read() === ""; };
    showClear();
    form.addEventListener("change", showClear);
    return {
        initial: read(),
        read,
        write(text) {
            const wanted = letters(text);
            for (const box of boxes) box.checked = wanted.includes(box.value);
            showClear();
        },
        lock() {
            for (const box of boxes) box.disabled = true;
        },
        onCleared(changed) {
            clear?.addEventListener("click", () => {
                for (const box of boxes) box.checked = false;
                boxes[0].focus();
                showClear();
                changed();
            });
        },
    };
}

function ordered(form) {
    const input = document.getElementById("order");
    const list = form.querySelector(".ordering");
    const read = () => letters(input.value).join(", ");
    return {
        initial: read(),
        read,
        write(text) {
            const wanted = letters(text);
            input.value = wanted.join(",");
            const items = new Map([...list.children].map((item) => [item.dataset.key, item]));
            list.append(...wanted.map((key) => items.get(key)).filter(Boolean));
        },
        lock() {
            list.inert = true;
        },
        onCleared() {},
    };
}

export function fieldOf(form) {
    switch (form.dataset.kind) {
        case "single":
        case "multiple":
            return chosen(form);
        case "ordering":
            return ordered(form);
        default:
            return typed(form);
    }
}
