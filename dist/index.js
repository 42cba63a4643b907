import { G as getInput, K as setOutput, L as BumpError, a as exitCodeOf, d as summary$1, i as readContext, l as outcomeText, o as failureOf, q as summary, s as findingsBeside, t as parseSettings, u as stepsText, v as outputs, x as createActionLog } from "./index-start.js";

// src/action.ts
async function main(log) {
	for (const name of ["token", "source-token"]) log.mask(getInput(name));
	const settings = parseSettings({ get: (name) => getInput(name) }, readContext(process.env));
	const [{ run }, { wire }] = await Promise.all([import("./index-run.js"), import("./index-wire.js")]);
	const { ports, close } = await wire(settings, log);
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