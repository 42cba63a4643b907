#!/usr/bin/env node
// src/cli/commands.ts
const COMMANDS = /* @__PURE__ */ new Map([
	["plan", {
		usage: "plan --image REF…",
		summary: "Tells what a build of REF would change; touches nothing.",
		load: () => loadPlan(false)
	}],
	["apply", {
		usage: "apply --image REF…",
		summary: "Writes into the worktree what plan tells.",
		load: () => loadPlan(true)
	}],
	["set", {
		usage: "set POLICY=REF…",
		summary: "Gives the marked fields of POLICY a reference without asking the policy.",
		load: async () => {
			const { SET_OPTIONS, set } = await import("./cli-set.js");
			return {
				options: SET_OPTIONS,
				act: (args, { local, show }) => set(local, args, show)
			};
		}
	}],
	["explain", {
		usage: "explain POLICY",
		summary: "Tells which tag a policy picks and why not the others, or how it reads.",
		load: async () => {
			const [{ EXPLAIN_OPTIONS, explain }, { readText }] = await Promise.all([import("./cli-explain.js"), import("./cli-read-text.js")]);
			return {
				options: EXPLAIN_OPTIONS,
				act: (args, { local }) => explain(local, args, readText)
			};
		}
	}],
	["lint", {
		usage: "lint",
		summary: "Checks policy file, Flux objects and every marker.",
		load: async () => {
			const { LINT_OPTIONS, lint } = await import("./cli-lint.js");
			return {
				options: LINT_OPTIONS,
				act: (args, around) => lint(around.local, args, around)
			};
		}
	}],
	["init", {
		usage: "init",
		summary: "Writes a starter policy file from what the repository shows; never overwrites.",
		load: async () => {
			const { INIT_OPTIONS, init } = await import("./cli-init.js");
			return {
				options: INIT_OPTIONS,
				act: (args, { local }) => init(local, args)
			};
		}
	}],
	["mark", {
		usage: "mark IMAGE=POLICY…",
		summary: "Adds markers to the fields of IMAGE, so that they follow POLICY.",
		load: async () => {
			const { MARK_OPTIONS, mark } = await import("./cli-mark.js");
			return {
				options: MARK_OPTIONS,
				act: (args, { local, show }) => mark(local, args, show)
			};
		}
	}],
	["run", {
		usage: "run",
		summary: "The whole job of the action: edit, commit, pull request.",
		load: async () => {
			const { RUN_COMMAND_OPTIONS, RUN_NOTES, run } = await import("./cli-run.js");
			return {
				options: RUN_COMMAND_OPTIONS,
				notes: RUN_NOTES,
				act: (args, { local, env, show, print }) => run(args, env, show, local.log(print))
			};
		}
	}]
]);
async function loadPlan(apply) {
	const { PLAN_OPTIONS, plan } = await import("./cli-plan.js");
	return {
		options: PLAN_OPTIONS,
		act: (args, { local, show }) => plan(local, args, {
			apply,
			...show
		})
	};
}

// src/cli/overview.ts
function overview(commands) {
	const width = Math.max(...[...commands.values()].map(({ usage }) => usage.length));
	return [
		"image-bump: moves image tags in a GitOps repository at marker comments.",
		"",
		"Usage: image-bump COMMAND [OPTIONS]",
		"",
		...[...commands.values()].map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
		"",
		"image-bump COMMAND --help tells the options of a command; --version the version.",
		"Exit: 0 done, 2 wrong call, 3 wrong content in the repository, 4 the remote said no, 70 a bug of ours.",
		""
	].join("\n");
}

// package.json
var version = "0.1.0";

// src/cli.ts
async function main(argv) {
	const done = (stdout) => ({
		stdout,
		stderr: "",
		exitCode: 0
	});
	const [name = ""] = argv;
	if (name === "--version") return done(`${version}\n`);
	if ([
		"--help",
		"-h",
		"help"
	].includes(name)) return done(overview(COMMANDS));
	const { act } = await import("./cli-act.js");
	return await act(argv, COMMANDS, version);
}
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
function isDrained() {
	return new Promise((resolve) => {
		process.stdout.once("drain", () => resolve(true)).once("error", () => resolve(false));
	});
}
const { stdout, more = [], stderr, commands = [], exitCode } = await main(process.argv.slice(2));
process.stdout.write(stdout);
for (const piece of more) if (!process.stdout.write(piece) && !await isDrained()) break;
if (stderr !== "" || commands.length > 0) process.stderr.write(`${stderr}${commands.map((line) => `${line}\n`).join("")}`);
process.exitCode = exitCode;

export {  };