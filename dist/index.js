import { G as getInput, K as setOutput, j as BumpError, l as readContext, t as parseSettings, u as createActionLog } from "./start.js";

// src/action.ts
async function main(log) {
	for (const name of ["token", "source-token"]) log.mask(getInput(name));
	const settings = parseSettings({ get: (name) => getInput(name) }, readContext(process.env));
	const { wire } = await import("./wire.js");
	const { ports, close } = await wire(settings, log);
	try {
		const [{ run }, { tell }] = await Promise.all([import("./run.js"), import("./action-report.js")]);
		return await tell(await run(settings, ports), log, settings.unmatched);
	} finally {
		await close();
	}
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