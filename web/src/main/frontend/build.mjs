// Bundles scripts and styles: node build.mjs TARGET, where TARGET is Maven's build folder of this module. Every
// src/*.js, src/css/*.css and src/img/* becomes a file of its own, what several scripts import becomes a chunk, and
// modules that no page asks for by name lie in folders below. Does nothing when nothing has changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const PACKAGE_FILES = ["package.json", "package-lock.json", ".npmrc"];
const sources = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2]);
const work = join(target, "frontend");
const modules = join(work, "node_modules");
const assets = join(target, "classes/touchstone/web/assets");
const axe = join(target, "test-classes/axe.min.js");

function die(message) {
    console.log(`[ERROR] ${message}`);
    process.exit(1);
}

function filesIn(folder) {
    return existsSync(folder)
        ? readdirSync(folder, { withFileTypes: true }).filter(it => it.isFile()).map(it => join(folder, it.name)).sort()
        : [];
}

function filesBelow(folder) {
    const folders = readdirSync(folder, { withFileTypes: true }).filter(it => it.isDirectory() && it.name !== "node_modules");
    return [...filesIn(folder), ...folders.map(it => it.name).sort().flatMap(name => filesBelow(join(folder, name)))];
}

function hashOf(files) {
    const hash = createHash("sha256");
    for (const file of files) {
        const content = readFileSync(file);
        hash.update(`${relative(sources, file)} ${content.length}\n`).update(content);
    }
    return hash.digest("hex");
}

function readOr(file, otherwise) {
    return existsSync(file) ? readFileSync(file, "utf8") : otherwise;
}

/** The stamp is written last, so that an interrupted installation is repeated. */
function install() {
    const stamp = join(work, "installed");
    const wanted = hashOf(PACKAGE_FILES.map(name => join(sources, name)));
    if (readOr(stamp, "") === wanted && existsSync(modules)) {
        return;
    }
    mkdirSync(work, { recursive: true });
    PACKAGE_FILES.forEach(name => copyFileSync(join(sources, name), join(work, name)));
    const npm = spawnSync("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: work, encoding: "utf8" });
    if (npm.status !== 0) {
        console.log(npm.error ?? npm.stderr.trim());
        die("npm could not install the packages of web/src/main/frontend: is its registry within reach (npm ping)?");
    }
    writeFileSync(stamp, wanted);
}

function isComplete() {
    const manifest = JSON.parse(readOr(join(assets, "manifest.json"), "{}"));
    const files = Object.values(manifest).map(asset => join(assets, asset.file));
    return files.length > 0 && [...files, axe].every(existsSync);
}

function entryPoints() {
    const named = (folder, ending) => filesIn(join(sources, folder)).filter(name => name.endsWith(ending));
    return [...named("src", ".js"), ...named("src/css", ".css"), ...named("src/img", "")];
}

/** The font of formulas weighs a quarter with nothing but the characters that formulas may have. */
const subset = {
    name: "subset",
    setup(build) {
        const subsetFont = createRequire(join(work, "package.json"))("subset-font");
        const ranges = JSON.parse(readFileSync(join(sources, "formula-characters.json"), "utf8"));
        const characters = ranges.map(([first, last]) => charactersOf(parseInt(first, 16), parseInt(last, 16))).join("");
        build.onLoad({ filter: /stix-two-math.*\.woff2$/ }, async ({ path }) => ({
            contents: await subsetFont(readFileSync(path), characters, { targetFormat: "woff2" }),
            loader: "copy",
        }));
    },
};

function charactersOf(first, last) {
    return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

async function bundle() {
    const esbuild = createRequire(join(work, "package.json"))("esbuild");
    try {
        return await esbuild.build({
            absWorkingDir: sources,
            bundle: true,
            chunkNames: "chunk-[hash]",
            charset: "utf8",
            entryNames: "[name]-[hash]",
            entryPoints: entryPoints(),
            format: "esm",
            legalComments: "none",
            loader: { ".ico": "copy", ".png": "copy", ".svg": "copy", ".woff2": "copy" },
            logLevel: "warning",
            metafile: true,
            minify: true,
            nodePaths: [modules],
            outdir: assets,
            plugins: [subset],
            splitting: true,
            target: "es2022",
            write: false,
        });
    } catch {
        die("the scripts or styles in web/src/main/frontend do not build; esbuild says above where");
    }
}

/** What a page needs to name a file, to preload what it imports, and to know what it weighs. */
function manifestOf(result) {
    const contents = new Map(result.outputFiles.map(file => [basename(file.path), file.contents]));
    const outputs = Object.entries(result.metafile.outputs).map(([path, output]) => {
        const file = basename(path);
        return [output.entryPoint ? basename(output.entryPoint) : file, {
            file,
            size: contents.get(file).length,
            gzip: gzipSync(contents.get(file), { level: 9 }).length,
            imports: output.imports.filter(it => it.kind === "import-statement").map(it => basename(it.path)),
        }];
    });
    return Object.fromEntries(outputs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function licensesOf(metafile) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;
    const names = Object.keys(metafile.inputs).map(input => name.exec(input)?.[1]).filter(Boolean);
    return [...new Set(names)].sort().map(licenseOf).join("\n");
}

function licenseOf(name) {
    const folder = join(modules, name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find(it => /^licen[cs]e/i.test(it));
    if (!file) {
        die(`the package ${name} comes without the text of its license`);
    }
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}

function write(result) {
    rmSync(assets, { recursive: true, force: true });
    mkdirSync(assets, { recursive: true });
    result.outputFiles.forEach(file => writeFileSync(file.path, file.contents));
    writeFileSync(join(assets, "third-party-licenses.txt"), licensesOf(result.metafile));
    mkdirSync(dirname(axe), { recursive: true });
    copyFileSync(join(modules, "axe-core/axe.min.js"), axe);
    writeFileSync(join(assets, "manifest.json"), JSON.stringify(manifestOf(result), null, 1) + "\n");
}

const stamp = join(work, "bundled");
const wanted = hashOf(filesBelow(sources));
if (readOr(stamp, "") !== wanted || !isComplete()) {
    if (Number(process.versions.node.split(".")[0]) < 18) {
        die(`Node ${process.versions.node} is too old to build the pages: 18 or later is needed, see https://nodejs.org`);
    }
    install();
    write(await bundle());
    writeFileSync(stamp, wanted);
}
