import { C as quote, P as formatProblem, V as showInvisible, j as BumpError, l as readContext, n as INPUTS, t as parseSettings } from "./start.js";
import { Gt as findingsBeside, Jt as findingsText, Ut as exitCodeOf, Wt as failureOf, Xt as planText, Yt as outcomeText, an as errorJson, in as outputs, sn as planJson } from "./run-shared.js";
import { _ as JSON_OPTION, h as jsonText, v as RUN_OPTIONS, y as STRICT_OPTION } from "./cli-shared.js";

// src/cli/run.ts
const RUN_COMMAND_OPTIONS = [
	...RUN_OPTIONS,
	STRICT_OPTION,
	JSON_OPTION
];
const RUN_NOTES = "An option that is not given is read from the environment: IMAGE_BUMP_TOKEN for --token, IMAGE_BUMP_DRY_RUN for --dry-run, and so on; the token also from GITHUB_TOKEN. Give tokens that way: other users of a machine may see its command lines.";
async function run(args, env, show, log) {
	const [stray] = args.positionals;
	if (stray !== void 0) throw new BumpError("BAD_CALL", `run takes no argument such as ${quote(stray)}. Built images are given with --images.`);
	const settings = parseSettings({ get(name) {
		const input = INPUTS.find((known) => known.name === name);
		if (input?.flag === true && args.flag(name)) return "true";
		const given = args.values(name);
		if (given.length > 0) return given.join("\n");
		return input?.variables.map((variable) => env[variable]).find((value) => value !== void 0 && value !== "");
	} }, readContext(env));
	const { wire } = await import("./wire.js");
	const { ports, close } = await wire(settings, log);
	try {
		const { run: runStory } = await import("./run.js");
		const report = await runStory(settings, ports);
		const failure = failureOf(report, settings.unmatched).map((problem) => `${showInvisible(formatProblem(problem))}\n`);
		const exitCode = exitCodeOf(report, settings.unmatched, args.flag("strict"));
		if (args.flag("json")) {
			const told = outputs(report);
			const json = {
				...planJson({
					outcome: report.outcome,
					plans: report.groups.map((group) => group.plan),
					findings: report.findings
				}),
				pullRequests: JSON.parse(told["pull-requests"]),
				...report.error === void 0 ? {} : { error: errorJson(report.error).error }
			};
			return {
				stdout: jsonText(json),
				stderr: failure.join(""),
				exitCode
			};
		}
		return {
			stdout: `${outcomeText(report)}${planText(report, show)}`,
			stderr: `${findingsText(findingsBeside(report, settings.unmatched))}${failure.join("")}`,
			exitCode
		};
	} finally {
		await close();
	}
}

export { RUN_COMMAND_OPTIONS, RUN_NOTES, run };