import { D as NOTHING_WORN, E as sameText, h as heldBy, i as LOST, nn as plainText, u as textsOf } from "./run-shared.js";
import { R as clip } from "./start.js";

// src/run/empty.ts
async function finishEmpty(job, matter, result) {
	const { known, plan } = matter;
	const { forge, writer } = job.ports;
	const held = heldBy(plan);
	const quiet = held === void 0 ? result("unchanged") : result("held", { because: held });
	if (known.live?.byPerson === true || job.settings.dryRun) return quiet;
	if (known.open === void 0) {
		if (known.live === void 0) return quiet;
		if (job.turn.isPatient) return LOST;
		return (await writer.delete(matter.branch, known.live.tip)).kind === "lost" ? LOST : quiet;
	}
	if (job.turn.isPatient) return LOST;
	const { body } = textsOf(job, matter, {}, known.state?.decorated ?? NOTHING_WORN);
	if (!sameText(body, known.open.body)) await forge.update(known.open.number, { body });
	const because = closingSentence(plan);
	await forge.say(known.open.number, because);
	if (known.tip !== void 0 && (await writer.delete(matter.branch, known.tip)).kind === "lost") return LOST;
	await forge.close(known.open.number, because);
	return result("closed", { because });
}
const STOPPED = /* @__PURE__ */ new Set([
	"held",
	"rejected",
	"diverged",
	"filtered"
]);
function closingSentence({ skips }) {
	const stopped = skips.find(({ why }) => STOPPED.has(why));
	return `Nothing is left to change: ${stopped === void 0 ? "the base branch has every value of this pull request, or a newer one" : plainText(clip(`${stopped.policy} may not move to ${stopped.candidate ?? "its value"}: ${stopped.because}`, 500))}.`;
}

export { finishEmpty };