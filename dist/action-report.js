import { K as setOutput, R as clip, U as formatPlace, f as phraseFinding, m as phraseSkip, p as phraseOutcome, q as summary$1, x as formatReference } from "./start.js";
import { $t as unifiedDiff, Gt as findingsBeside, Qt as shownLine, Ut as exitCodeOf, Wt as failureOf, Yt as outcomeText, Zt as stepsText, cn as sortFindings, dn as allSkips, en as codeSpan, in as outputs, nn as plainText, rn as tableRow, tn as link, un as allChanges } from "./run-shared.js";

// src/core/report/summary.ts
const SUMMARY_LIMIT = 9e5;
function summary(report, limit = SUMMARY_LIMIT) {
	const sections = [
		outcomeSection(report),
		table(changesTitle(report.groups), [
			"file",
			"policy",
			"part",
			"from",
			"to"
		], allChanges(report.groups).map(changeCells)),
		table("Findings", ["where", "what"], sortFindings(report.findings).map(findingCells)),
		table("Why the others stay", [
			"file",
			"policy",
			"value",
			"candidate",
			"why"
		], allSkips(report.groups).map(skipCells)),
		diffSection(report.groups.flatMap(({ diffs }) => diffs))
	];
	let left = limit;
	let text = "";
	for (const section of sections) {
		const fitted = fit(section, left);
		left -= byteLength(fitted);
		text += fitted;
	}
	return text;
}
function changesTitle(groups) {
	const isProposed = ({ plan, pullRequest }) => plan.changes.length === 0 || pullRequest !== void 0;
	return groups.every(isProposed) ? "What merging changes" : "What changes";
}
function outcomeSection({ outcome, groups, unmatched, error }) {
	return {
		head: ["## image-bump", ""],
		lines: [
			...errorLines(error),
			...groups.map(groupItem),
			...unmatched.map((image) => `- No policy concerns ${codeSpan(formatReference(image))}.`),
			...groups.length + unmatched.length === 0 && error === void 0 ? [phraseOutcome(outcome)] : []
		],
		foot: [""]
	};
}
function errorLines(error) {
	if (error === void 0) return [];
	const [first = "", ...rest] = error.message.split("\n").map(plainText);
	return [
		`${phraseOutcome("failed")} ${codeSpan(error.code)}: ${first}`,
		...rest.map((line) => `- ${line}`),
		""
	];
}
function groupItem({ label, outcome, because, pullRequest, commit, branch }) {
	const more = because === void 0 ? "" : ` ${plainText(because)}`;
	const where = pullRequest === void 0 ? [commit, branch].filter((name) => name !== void 0).map((name) => ` ${codeSpan(name)}`).join(" on") : ` ${link(`${pullRequest.title} (${pullRequest.number})`, pullRequest.url)}`;
	return `- **${plainText(label)}**: ${phraseOutcome(outcome)}${more}${where}`;
}
function changeCells({ field, policy, from, to }) {
	return [
		codeSpan(formatPlace(field.place)),
		codeSpan(policy),
		field.marker.part,
		value(from),
		value(to)
	];
}
function skipCells(skip) {
	const { field, policy, current, candidate } = skip;
	return [
		codeSpan(formatPlace(field.place)),
		codeSpan(policy),
		value(current),
		candidate === void 0 ? "" : value(candidate),
		plainText(phraseSkip(skip))
	];
}
const VALUE_LIMIT = 300;
function value(text) {
	return codeSpan(clip(text, VALUE_LIMIT));
}
function findingCells(found) {
	return [found.place === void 0 ? "" : codeSpan(formatPlace(found.place)), `${codeSpan(found.code)} ${plainText(phraseFinding(found))}`];
}
const NOTHING = {
	head: [],
	lines: [],
	foot: []
};
function table(title, columns, rows) {
	if (rows.length === 0) return NOTHING;
	const rule = tableRow(columns.map(() => "---"));
	return {
		head: [
			`### ${title}`,
			"",
			tableRow(columns),
			rule
		],
		lines: rows.map(tableRow),
		foot: [""]
	};
}
function diffSection(diffs) {
	const lines = diffs.flatMap(unifiedDiff).map(shownLine);
	if (lines.length === 0) return NOTHING;
	let fence = "```";
	for (const line of lines) while (line.includes(fence)) fence += "`";
	return {
		head: [
			"### Diff",
			"",
			`${fence}diff`
		],
		lines,
		foot: [fence, ""]
	};
}
function fit({ head, lines, foot }, limit) {
	const whole = joinLines([
		...head,
		...lines,
		...foot
	]);
	if (byteLength(whole) <= limit) return whole;
	const note = (left) => [
		...foot,
		`_${left} lines more did not fit into this summary._`,
		""
	];
	let room = limit - byteLength(joinLines([...head, ...note(lines.length)]));
	if (room < 0) return "";
	const kept = [];
	for (const line of lines) {
		room -= byteLength(line) + 1;
		if (room < 0) break;
		kept.push(line);
	}
	return joinLines([
		...head,
		...kept,
		...note(lines.length - kept.length)
	]);
}
function joinLines(lines) {
	return lines.map((line) => `${line}\n`).join("");
}
function byteLength(text) {
	let bytes = text.length;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit > 127) bytes += unit <= 2047 || unit >= 55296 && unit <= 57343 ? 1 : 2;
	}
	return bytes;
}

// src/action-report.ts
async function tell(report, log, unmatched) {
	for (const found of findingsBeside(report, unmatched)) log.finding(found);
	log.info(`${outcomeText(report)}${stepsText(report)}`);
	for (const [name, value] of Object.entries(outputs(report))) setOutput(name, value);
	if (process.env["GITHUB_STEP_SUMMARY"] !== void 0) await summary$1.addRaw(summary(report)).write();
	for (const { message, place } of failureOf(report, unmatched)) log.problem(message, place);
	return exitCodeOf(report, unmatched);
}

export { tell };