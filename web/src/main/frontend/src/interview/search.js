// Finds items to add. Where this runs, it stands in for the list of all items.

const PAUSE = 200;

function words(text, ...values) {
    return values.reduce((said, value, index) => said.replace(`{${index}}`, value), text);
}

export function search(root) {
    const field = root.getElementById("q");
    const list = root.getElementById("found");
    const count = root.getElementById("found-count");
    const template = root.getElementById("found-item");
    let typing = 0;
    let latest = 0;

    function row({ id, title, facts, minutes }) {
        const item = template.content.cloneNode(true);
        const [number, button] = [item.querySelector(".number"), item.querySelector("button")];
        item.querySelector(".name").textContent = title;
        item.querySelector("code").textContent = id;
        item.querySelector("code + span").textContent = `· ${facts}`;
        number.textContent = words(number.dataset.words, minutes);
        button.value = `add:${id}`;
        button.setAttribute("aria-label", words(button.dataset.words, id));
        return item;
    }

    /** What stands in the interview already cannot be added again. */
    function refresh() {
        const there = new Set([...root.querySelectorAll("#plan input[name=item]")].map(({ value }) => value.slice(value.indexOf(":") + 1)));
        for (const button of list.querySelectorAll("button")) button.disabled = there.has(button.value.slice(4));
    }

    async function look() {
        const turn = ++latest;
        const query = field.value.trim();
        if (!query) {
            list.replaceChildren();
            list.hidden = true;
            count.textContent = "";
            return;
        }
        const response = await fetch(`/interviews/items?q=${encodeURIComponent(query)}`, { headers: { Accept: "application/json" } });
        if (!response.ok || turn !== latest) return;
        const { total, items } = await response.json();
        list.replaceChildren(...items.map(row));
        list.hidden = items.length === 0;
        const { none, some, many } = count.dataset;
        count.textContent = total === 0 ? none : words(total > items.length ? many : some, total, items.length);
        refresh();
    }

    field.closest("[data-search]").hidden = false;
    root.querySelector("[data-plain]").hidden = true;
    field.addEventListener("input", () => {
        clearTimeout(typing);
        typing = setTimeout(look, PAUSE);
    });
    field.addEventListener("keydown", (event) => {
        // it would save the whole form
        if (event.key === "Enter") event.preventDefault();
    });
    return { refresh };
}
