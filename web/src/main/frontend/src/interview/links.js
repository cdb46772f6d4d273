// The list of links as a file, made here: the server does not know the links any more.

/** A cell that begins with one of these would be a formula for a spreadsheet. */
function cell(text) {
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${plain.replaceAll('"', '""')}"`;
}

export function links(root) {
    const button = root.querySelector("[data-csv]");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
        const { csv, name, first, second } = button.dataset;
        const rows = root.getElementById(csv).value.split("\n").filter(Boolean).map((line) => line.split("\t"));
        // The mark tells Excel that this is UTF-8.
        const text = "\uFEFF" + [[first, second], ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
        const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
        Object.assign(root.createElement("a"), { href: address, download: name }).click();
        setTimeout(() => URL.revokeObjectURL(address), 10_000);
    });
}
