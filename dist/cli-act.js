import { $ as readFileSync, C as quote, I as defang, J as closeSync, P as formatProblem, Q as openSync, V as showInvisible, Y as constants, Z as fstatSync, et as readdirSync, j as BumpError, nt as randomBytes, v as checkRepoPath } from "./start.js";
import { Ht as nearest, Jt as findingsText, an as errorJson } from "./run-shared.js";
import { L as mentionsWith, M as isSearched, W as compareBytes, n as systemClock, t as keepYoungHeapSmall } from "./wire-shared.js";
import { h as jsonText, x as readArguments } from "./cli-shared.js";
import { lstat, open, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

// src/adapters/text-log.ts
function textLog(print) {
	return {
		info(text) {
			print(`${showInvisible(text)}\n`);
		},
		finding(found) {
			print(findingsText([found]));
		},
		mask() {}
	};
}

// src/adapters/worktree.ts
async function openWorktree(root) {
	const real = await realpath(root).catch(() => void 0);
	if (real === void 0 || !(await lstat(real)).isDirectory()) throw new BumpError("BAD_WORKTREE", `${quote(root)} is no folder. Name the root of a checkout.`);
	return {
		async files(texts, globs) {
			if (texts.length === 0) return [];
			const wanted = texts.map((text) => Buffer.from(text));
			return list(real, globs).flatMap((path) => {
				const bytes = readPlain(join(real, path));
				return bytes !== void 0 && wanted.some((text) => bytes.includes(text)) ? [{
					path,
					bytes
				}] : [];
			});
		},
		async search(texts, globs) {
			if (texts.length === 0) return [];
			return list(real, globs).flatMap((path) => {
				const text = readPlain(join(real, path))?.toString("latin1");
				const mentions = text === void 0 ? void 0 : mentionsWith(texts, text);
				return mentions === void 0 ? [] : [{
					path,
					mentions
				}];
			});
		},
		read: async (found) => found.flatMap(({ path }) => {
			const bytes = readPlain(join(real, path));
			return bytes === void 0 ? [] : [{
				path,
				bytes
			}];
		}),
		async file(path) {
			const place = await locate(real, path);
			return place.kind === "file" ? readPlain(place.at) : void 0;
		},
		async write(path, bytes) {
			const place = await locate(real, path);
			if (place.kind === "blocked") throw new BumpError("BAD_WORKTREE", `${quote(path)} cannot be written: ${place.reason}.`);
			await replace(place.at, bytes, place.kind === "file" ? place.mode : NEW_FILE_MODE).catch((cause) => {
				throw new BumpError("BAD_WORKTREE", `${quote(path)} cannot be written: ${cause.message}.`, { cause });
			});
		}
	};
}
const NEW_FILE_MODE = 420;
function list(root, globs) {
	const paths = [];
	const folders = [""];
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
		const path = checkRepoPath(folder === "" ? entry.name : `${folder}/${entry.name}`);
		if (!path.ok) continue;
		if (entry.isDirectory()) folders.push(path.value);
		else if (entry.isFile() && isSearched(path.value, globs)) paths.push(path.value);
	}
	return paths.sort(compareBytes);
}
function readPlain(at) {
	let file;
	try {
		file = openSync(at, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		return fstatSync(file).isFile() ? readFileSync(file) : void 0;
	} catch (error) {
		if (file === void 0 && GONE.has(error.code ?? "")) return void 0;
		throw new BumpError("BAD_WORKTREE", `A file cannot be read: ${error.message}.`, { cause: error });
	} finally {
		if (file !== void 0) closeSync(file);
	}
}
const GONE = /* @__PURE__ */ new Set([
	"ENOENT",
	"ELOOP",
	"ENXIO",
	"ENOTDIR",
	"EMLINK"
]);
async function locate(root, path) {
	const checked = checkRepoPath(path);
	if (!checked.ok) return {
		kind: "blocked",
		reason: checked.reason
	};
	const parts = path.split("/");
	const names = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/"));
	for (const name of names) if ((await lstat(join(root, name)).catch(() => void 0))?.isDirectory() !== true) return {
		kind: "blocked",
		reason: `${quote(name)} is no folder, or a link to one`
	};
	const at = join(root, path);
	const parent = await realpath(dirname(at));
	if (parent !== root && !parent.startsWith(root.endsWith(sep) ? root : root + sep)) return {
		kind: "blocked",
		reason: "its folder is outside the checkout"
	};
	const leaf = await lstat(at).catch(() => void 0);
	if (leaf === void 0) return {
		kind: "free",
		at
	};
	return leaf.isFile() ? {
		kind: "file",
		at,
		mode: leaf.mode & 4095
	} : {
		kind: "blocked",
		reason: "it is a link or no file"
	};
}
async function replace(at, bytes, mode) {
	const sibling = join(dirname(at), `.image-bump-${randomBytes(8).toString("hex")}`);
	const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
	try {
		const file = await open(sibling, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, mode);
		try {
			await file.writeFile(bytes);
			await file.chmod(mode);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(sibling, at);
	} catch (error) {
		await rm(sibling, { force: true });
		throw error;
	}
}

// src/local.ts
const local = {
	openWorktree: async (root) => {
		keepYoungHeapSmall();
		return await openWorktree(root);
	},
	openCommit: async (gitDir, revision) => {
		keepYoungHeapSmall();
		const { openLocal } = await import("./local.js");
		return await openLocal({
			gitDir,
			revision
		});
	},
	clock: systemClock,
	log: textLog
};

// src/cli/help.ts
function helpFor({ usage, summary }, { options, notes }) {
	const spelled = options.map(({ name, value }) => `--${name}${value === void 0 ? "" : ` ${value}`}`);
	const width = Math.max(...spelled.map(({ length }) => length));
	const lines = options.flatMap(({ description }, index) => wrap(description, WIDTH - width - 4).map((line, row) => `  ${(row === 0 ? spelled[index] ?? "" : "").padEnd(width)}  ${line}`));
	const below = notes === void 0 ? [] : [...wrap(notes, WIDTH), ""];
	return [
		`Usage: image-bump ${usage} [OPTIONS]`,
		"",
		summary,
		"",
		...lines,
		"",
		...below
	].join("\n");
}
const WIDTH = 100;
function wrap(text, width) {
	const lines = [];
	for (const word of text.split(" ")) {
		const line = lines.at(-1);
		if (line === void 0 || line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = `${line} ${word}`;
	}
	return lines;
}

// src/cli/act.ts
async function act(argv, commands, version) {
	const isWorkflow = process.env["GITHUB_ACTIONS"] === "true";
	const json = argv.includes("--json");
	const said = await call(argv, commands, {
		local,
		env: process.env,
		show: process.stdout.isTTY ? {
			colour: process.stdout.hasColors(),
			width: process.stdout.columns || void 0
		} : { colour: false },
		isWorkflow,
		version,
		print: (text) => process.stderr.write(text)
	}).catch((error) => failed(error, json));
	if (!isWorkflow) return said;
	return {
		...said,
		stdout: json ? said.stdout : defanged(said.stdout),
		stderr: defanged(said.stderr)
	};
}
async function call([name, ...rest], commands, around) {
	const listed = name === void 0 ? void 0 : commands.get(name);
	if (listed === void 0) throw new BumpError("BAD_CALL", whyNoCommand(name, [...commands.keys()]));
	const command = await listed.load();
	if (rest.includes("--help") || rest.includes("-h")) return {
		stdout: helpFor(listed, command),
		stderr: "",
		exitCode: 0
	};
	return command.act(readArguments(rest, command.options), around);
}
function whyNoCommand(name, names) {
	const near = name === void 0 ? void 0 : nearest(name, names);
	const hint = near === void 0 ? "image-bump --help lists the commands." : `Did you mean ${near}?`;
	return name === void 0 ? `Name a command. ${hint}` : `${quote(name)} is not a command. ${hint}`;
}
function failed(error, json) {
	const known = error instanceof BumpError ? error : void 0;
	const code = known?.code ?? "BUG";
	const message = (known?.problems ?? [{ message: `${error instanceof Error ? error.stack ?? error.message : String(error)}\nThis is a bug of image-bump.` }]).map(formatProblem).join("\n");
	const shown = message.split("\n").map(showInvisible).join("\n");
	return {
		stdout: json ? jsonText(errorJson({
			code,
			message
		})) : "",
		stderr: `${code}: ${shown}\n`,
		exitCode: known?.exitCode ?? 70
	};
}
function defanged(text) {
	return text.split("\n").map(defang).join("\n");
}

export { act };