// [data-sum-to=100] holds number inputs; [data-sum] shows their sum. A range [data-mirrors=id] moves with its number.

function add(group) {
    const wanted = Number(group.dataset.sumTo);
    const numbers = [...group.querySelectorAll("input[type=number]")];
    // Weights may have decimals: without rounding 33.3 + 33.3 + 33.4 would not be 100.
    const sum = Math.round(numbers.reduce((total, { value }) => total + (Number(value) || 0), 0) * 100) / 100;
    const right = sum === wanted;
    const difference = Math.round(Math.abs(sum - wanted) * 100) / 100;
    const place = group.querySelector("[data-sum]");
    if (place) {
        const words = right ? "" : (sum > wanted ? group.dataset.over : group.dataset.under) || "";
        place.dataset.state = right ? "ok" : "warning";
        place.textContent = `${sum} / ${wanted}${words && ` · ${words.replace("{0}", difference)}`}`;
    }
    numbers.at(-1)?.setCustomValidity(right ? "" : group.dataset.invalid || " ");
}

export function weights(root) {
    for (const group of root.querySelectorAll("[data-sum-to]")) {
        add(group);
        group.addEventListener("input", ({ target }) => {
            const { mirrors } = target.dataset;
            if (mirrors) root.getElementById(mirrors).value = target.value;
            else for (const range of group.querySelectorAll(`[data-mirrors="${CSS.escape(target.id)}"]`)) range.value = target.value;
            add(group);
        });
    }
}
