import { $ as BumpError, E as outputs, P as createActionLog, d as failureOf, dt as setOutput, f as findingsBeside, ft as summary, g as outcomeText, l as readContext, t as parseSettings, u as exitCodeOf, ut as getInput, v as stepsText, y as summary$1 } from "./start.js";

// src/action.ts
async function main(log) {
	for (const name of ["token", "source-token"]) log.mask(getInput(name));
	const settings = parseSettings({ get: (name) => getInput(name) }, readContext(process.env));
	const { wire } = await import("./wire.js");
	const [{ ports, close }, { run }] = await Promise.all([wire(settings, log), import("./run.js")]);
	try {
		const report = await run(settings, ports);
		await tell(report, log, settings.unmatched);
		const failure = failureOf(report, settings.unmatched);
		for (const { message, place } of failure) log.problem(message, place);
		return exitCodeOf(report, settings.unmatched);
	} finally {
		await close();
	}
}
async function tell(report, log, unmatched) {
	for (const found of findingsBeside(report, unmatched)) log.finding(found);
	log.info(`${outcomeText(report)}${stepsText(report)}`);
	for (const [name, value] of Object.entries(outputs(report))) setOutput(name, value);
	if (process.env["GITHUB_STEP_SUMMARY"] !== void 0) await summary.addRaw(summary$1(report)).write();
}
const log = createActionLog();
try {
	process.exitCode = await main(log);
} catch (error) {
	const known = error instanceof BumpError ? error : new BumpError("BUG", String(error), { cause: error });
	for (const { message, place } of known.problems) log.problem(`${known.code}: ${message}`, place);
	setOutput("outcome", "failed");
	process.exitCode = known.exitCode;
} finally {
	log.close();
}

export {  };