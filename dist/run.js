import { D as readReference, P as formatProblem, j as BumpError } from "./start.js";
import { C as withoutRejections, D as NOTHING_WORN, E as sameText, I as fieldKeys, K as concerning, M as blocked, N as matchBuilt, O as decorationOf, S as readAgain, T as sameState, Vt as finding, _ as aloneTurn, a as OUTRUN, b as formatIntent, c as messageOf, d as withCommits, et as compareByOrder, f as comparisonFor, fn as report, g as planOf, h as heldBy, i as LOST, j as rewrite, k as deliveriesOf, l as statesOf, m as decisionsOnHead, n as isAsWritten, o as isAgain, p as decideAll, r as writeCommit, s as look, t as filesOf, u as textsOf, ut as fieldsByPolicy, v as ownBringing, w as readState, x as lookUp, y as turnWith } from "./run-shared.js";
import { E as queueOf, T as nextTicket, k as headBranch, w as isTicket } from "./wire-shared.js";

// src/core/pull-request/worn.ts
function claimed({ labels, reviewers, teamReviewers, assignees }) {
	return {
		...NOTHING_WORN,
		labels: distinct(labels),
		reviewers: distinct(reviewers),
		teamReviewers: distinct(teamReviewers.map((team) => team.slice(team.lastIndexOf("/") + 1))),
		assignees: distinct(assignees)
	};
}
function believed(worn, ever) {
	const kept = (kind) => {
		const known = ever[kind]?.map(spelled);
		return known === void 0 ? worn[kind] : worn[kind].filter((name) => known.includes(spelled(name)));
	};
	return {
		...worn,
		labels: kept("labels"),
		reviewers: kept("reviewers"),
		teamReviewers: kept("teamReviewers"),
		assignees: kept("assignees")
	};
}
function wearsTheSame(a, b) {
	return normal(a) === normal(b);
}
function normal({ labels, reviewers, teamReviewers, assignees, milestone, autoMerge }) {
	const lists = [
		labels,
		reviewers,
		teamReviewers,
		assignees
	].map((names) => names.map(spelled).sort());
	return JSON.stringify([
		...lists,
		milestone ?? null,
		autoMerge
	]);
}
function distinct(names) {
	return names.filter((name, at) => !names.slice(0, at).some((other) => spelled(other) === spelled(name)));
}
function spelled(name) {
	return name.replace(/\[bot\]$/, "").toLowerCase();
}

// src/run/propose.ts
const HOLD_LABEL = "image-bump:hold";
async function propose(job, delivery, looked) {
	const { group } = delivery;
	const branch = headBranch({
		base: job.base,
		group
	});
	const { known: found, scene } = await lookUp(job, looked, group, branch);
	const matter = await decideMatter(job, delivery, scene, branch, scene.view.content.pullRequests.onClosed === "reopen" ? withoutRejections(found) : found);
	const { known, plan } = matter;
	const result = (outcome, more = {}) => ({
		report: {
			key: group.key,
			label: group.label,
			outcome,
			branch,
			plan,
			diffs: matter.files,
			...known.open === void 0 ? {} : { pullRequest: known.open },
			...more
		},
		findings: matter.findings
	});
	if (known.open?.labels.includes("image-bump:hold") === true) return result("held", {
		because: `The pull request has the label ${HOLD_LABEL}.`,
		plan: {
			changes: [],
			skips: plan.skips
		},
		diffs: []
	});
	const isEmpty = plan.changes.length === 0;
	const isTheirs = isEmpty && known.open !== void 0 && known.live?.byPerson === true;
	if (isEmpty && (!isTheirs || job.settings.dryRun)) return await finish(job, matter, result);
	if (job.settings.dryRun) return result("planned");
	job.expect?.(result("updated"));
	const [brought] = await Promise.all([bringHead(job, matter, scene), job.turn.isPatient ? void 0 : withNewCommits(job, known, statesOf(job, matter)).catch(() => {})]);
	if (isAgain(brought)) return brought;
	const commit = brought?.commit;
	const isSilent = Object.keys(known.state?.policies ?? {}).length === 0;
	if (isTheirs && commit === void 0 && isSilent) return await finish(job, matter, result);
	const written = await writeTexts(job, delivery, matter, commit);
	if (written === LOST) return LOST;
	if ((commit !== void 0 || written.wrote) && !await isAsWritten(job, matter, scene, {
		brought,
		...written
	})) return LOST;
	const held = written.outcome === "unchanged" ? heldBack(job, matter) : void 0;
	const because = held ?? written.because;
	return {
		...result(held === void 0 ? written.outcome : "held", {
			pullRequest: written.pullRequest,
			...because === void 0 ? {} : { because },
			...commit === void 0 ? {} : { commit }
		}),
		findings: [...matter.findings, ...written.findings]
	};
}
const finish = async (...what) => await (await import("./empty.js")).finishEmpty(...what);
function heldBack({ settings }, { decisions }) {
	return heldBy(planOf(decisions.filter(({ policy }) => concerning(policy, settings.images).length > 0)));
}
async function decideMatter(job, { group, policies }, scene, branch, known) {
	const compare = await comparisonFor(job, policies, scene, known);
	const decisions = decideAll(job, scene, policies, known, compare);
	const { plan, files, findings } = rewrite(scene.view.content.texts, planOf(decisions));
	return {
		group,
		branch,
		decisions,
		plan,
		files,
		known,
		compare,
		pullRequests: scene.view.content.pullRequests,
		findings: [
			...known.findings,
			...decisions.flatMap(blocked),
			...findings
		]
	};
}
async function bringHead(job, matter, scene) {
	const { known, decisions, group } = matter;
	const { live } = known;
	if (live === void 0 || !live.byPerson) {
		if (live !== void 0 && isThere(matter, scene)) return void 0;
		return writeCommit(job, {
			branch: matter.branch,
			expected: known.tip,
			parent: scene.view,
			files: filesOf(scene.view, matter.files),
			message: messageOf(job, group, matter, statesOf(job, matter))
		});
	}
	const onHead = decisionsOnHead(job, scene, live, decisions);
	const { plan, files } = rewrite(live.view.content.texts, planOf(onHead));
	if (plan.changes.length === 0) return void 0;
	return writeCommit(job, {
		branch: matter.branch,
		expected: known.tip,
		parent: live.view,
		files: filesOf(live.view, files),
		message: messageOf(job, group, {
			plan,
			decisions: onHead
		})
	});
}
function isThere({ files, plan, known, decisions }, scene) {
	const head = known.live?.view.content;
	if (head === void 0) return false;
	if (!files.every(({ path, after }) => head.texts.get(path) === after)) return false;
	const wanted = new Map(plan.changes.map(({ field, to }) => [field, to]));
	const present = fieldKeys(head.fields);
	const policies = decisions.map(({ policy }) => policy);
	const own = new Set([...fieldsByPolicy(policies, scene.view.content.fields).values()].flat());
	return [...fieldKeys(scene.view.content.fields)].every(([key, field]) => {
		if (!own.has(field)) return true;
		return present.get(key)?.value === (wanted.get(field) ?? field.value);
	});
}
async function writeTexts(job, { policies }, decided, commit) {
	const moved = commit !== void 0;
	const { forge } = job.ports;
	const { open } = decided.known;
	const known = open !== void 0 && moved ? await readAgain(job, {
		...decided.known,
		open
	}) : decided.known;
	const matter = {
		...decided,
		known
	};
	const { draft, ...decoration } = decorationOf(matter.pullRequests, {
		group: policies,
		moved: matter.decisions.filter(({ plan }) => plan.changes.length > 0).map(({ policy }) => policy)
	});
	const before = believed(known.state?.decorated ?? NOTHING_WORN, open?.everWorn ?? {});
	const states = await withNewCommits(job, known, statesOf(job, matter));
	const said = open === void 0 ? claimed(decoration) : before;
	const first = textsOf(job, matter, states, said);
	const isSaid = known.state !== void 0 && sameState(known.state, first.state);
	if (job.turn.isPatient && !(isSaid && known.open?.title === first.title)) return LOST;
	let pullRequest = known.open;
	if (pullRequest === void 0) pullRequest = await forge.open({
		head: matter.branch,
		base: job.base,
		title: first.title,
		body: first.body,
		draft
	});
	if (pullRequest.state !== "open") return LOST;
	if (open === void 0 && !sameText(pullRequest.body, first.body)) return LOST;
	const shown = commit === void 0 ? pullRequest : {
		...pullRequest,
		headOid: commit
	};
	const { worn, failures, merge } = job.turn.isPatient ? {
		worn: before,
		failures: [],
		merge: "none"
	} : await forge.decorate(shown, decoration, before);
	const texts = wearsTheSame(said, worn) ? first : textsOf(job, matter, states, worn);
	const saysTheSame = !moved && known.state !== void 0 && sameState(known.state, texts.state);
	const patch = {
		...texts.title === pullRequest.title ? {} : { title: texts.title },
		...saysTheSame || sameText(texts.body, pullRequest.body) ? {} : { body: texts.body }
	};
	const wrote = Object.keys(patch).length > 0;
	if (wrote) pullRequest = await forge.update(pullRequest.number, patch);
	if (pullRequest.state !== "open" && moved && merge !== "merged") return LOST;
	const outcome = open === void 0 ? "opened" : moved || wrote ? "updated" : "unchanged";
	return {
		outcome,
		...outcome === "unchanged" ? { because: "The pull request stays as it is." } : {},
		...known.live?.byPerson === true && pullRequest.mergeable === false ? { because: CONFLICT } : {},
		wrote: wrote || open === void 0,
		pullRequest,
		texts,
		...MERGING[merge],
		findings: failures.map(({ what, reason }) => finding("DECORATION_FAILED", {
			what: `${what} (#${pullRequest.number})`,
			reason
		}))
	};
}
const MERGING = {
	none: {},
	armed: { because: "It merges by itself when its checks have passed." },
	queued: { because: "It was put into the merge queue." },
	merged: { because: "Nothing was left to wait for, so it was merged at once." }
};
async function withNewCommits(job, { state }, policies) {
	return state !== void 0 && sameState(state, {
		...state,
		policies
	}) ? policies : await withCommits(job, policies);
}
const CONFLICT = "It conflicts with the base branch, and people have committed to it: resolve that on its branch.";

// src/run/seen.ts
async function seeTaken({ settings, ports, base }, { group, policies }, expected) {
	const own = policies.filter((policy) => concerning(policy, settings.images).length > 0);
	const names = new Set(own.map(({ name }) => name));
	const changes = expected.report.plan.changes.filter(({ policy }) => names.has(policy));
	if (own.some(({ name }) => !changes.some(({ policy }) => policy === name))) return { sight: "cannot be told" };
	const found = await ports.forge.find([headBranch({
		base,
		group
	})], base);
	const open = found.find(({ state }) => state === "open");
	if (open === void 0) return { sight: found.length === 0 ? "not yet" : "cannot be told" };
	const reading = readState(open.body);
	if (reading.kind !== "found" || reading.state.group !== group.key || reading.state.base !== base) return { sight: "not yet" };
	return [...names].every((name) => isBrought(reading.state, name, settings.images)) ? {
		sight: "there",
		pullRequest: open
	} : { sight: "not yet" };
}
function isBrought({ policies }, name, images) {
	const to = readReference(policies[name]?.to ?? "");
	return to.ok && images.some(({ tag, digest }) => tag === to.value.tag && (to.value.digest === void 0 || digest === to.value.digest));
}

// src/run/hand-over.ts
async function untilLanded(job, delivery, first, attempt) {
	const { clock, log } = job.ports;
	const started = clock.now();
	const place = placeIn(job, delivery);
	let scene = first;
	let tries = 1;
	try {
		for (;;) {
			const again = deliveriesOf(scene.view.content, job.settings.images).find(({ kind, group }) => kind === delivery.kind && group.key === delivery.group.key);
			if (again === void 0) return nothing(delivery);
			const turn = await place.turn(again, scene);
			let expected;
			const expect = (delivered) => {
				expected = delivered;
			};
			let result;
			try {
				result = await attempt({
					...job,
					turn,
					expect
				}, again, scene);
			} catch (error) {
				if (job.ports.repository.counts?.(scene.view.commit) !== false) throw error;
				scene = await look(job, scene);
				continue;
			}
			if (!isAgain(result)) {
				if (result.report.commit === void 0 && !job.settings.dryRun) await place.leave(turn.tickets);
				place.settled(turn.tickets);
				return place.told({
					...result,
					findings: [...result.findings, ...turn.findings]
				});
			}
			const seconds = Math.round((clock.now() - started) / 1e3);
			if (tries >= ATTEMPTS || seconds > BUDGET_S) throw new BumpError("RACE_LOST", `other runs moved the branch first, ${tries} times in ${seconds} s. Nothing is lost: run the job again.`);
			if (!turn.isPatient) {
				log.info(`Another run moved the branch first (attempt ${tries}); looking again.`);
				tries += 1;
			}
			await place.standBy(result, scene, tries);
			const taken = await place.taken(again, expected);
			if (taken !== void 0) return taken;
			scene = await look(job, scene);
		}
	} finally {
		await place.close();
	}
}
const TAKEN = "Another run, at it at the same time, brought the bump along.";
const ATTEMPTS = 30;
const BUDGET_S = 120;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4e3;
const POLL_MS = 250;
const LONGEST_POLL_MS = 1e3;
const SILENCE_MS = 2e3;
const STAGGER_MS = 300;
const MOST_STAGGERED = 10;
const PATIENCE_MS = 6e3;
const GLANCES_MS = 4e3;
function placeIn(job, { kind, group }) {
	const { settings, ports, base } = job;
	const { clock, log, queue } = ports;
	const name = queueOf(kind, headBranch({
		base,
		group
	}));
	let own;
	let isOpen = queue !== void 0 && !settings.dryRun;
	let takenAt;
	let mayBeHome = false;
	let looks = 0;
	const poll = async () => {
		await clock.sleep(Math.min(LONGEST_POLL_MS, POLL_MS * 1.4 ** looks) * (1 + clock.random()));
		looks += 1;
	};
	const join = async (waiting) => {
		const text = formatIntent({
			...ownBringing(settings),
			group: group.key,
			config: settings.config
		});
		if (!isOpen || text === void 0) return;
		const refs = waiting.map(({ ref }) => ref);
		try {
			own = await queue?.join(nextTicket(name, refs, clock.random()), text);
		} catch (error) {
			isOpen = false;
			log.info(`The bump is not handed over: ${reasonOf(error)}`);
		}
	};
	const queueUp = async (ticket) => {
		let front;
		let since = clock.now();
		looks = 0;
		for (;;) {
			const all = await queue?.list(name, ticket).catch(() => void 0);
			if (all === void 0) return;
			const refs = all.map(({ ref }) => ref).filter((ref) => isTicket(name, ref));
			const position = refs.indexOf(ticket.ref);
			if (position === -1) {
				log.info("Another run took the bump along; seeing what came of it.");
				own = void 0;
				takenAt = clock.now();
				looks = 0;
				return;
			}
			if (refs[0] !== front) [front, since] = [refs[0], clock.now()];
			const silence = SILENCE_MS + STAGGER_MS * Math.min(position, MOST_STAGGERED);
			if (position === 0 || clock.now() - since > silence) return;
			await poll();
		}
	};
	const leave = async (tickets) => {
		if (tickets.length === 0) return;
		await queue?.leave(tickets).catch((error) => {
			log.info(`Something was left in the queue of the branch: ${reasonOf(error)}`);
		});
	};
	return {
		leave,
		settled(tickets) {
			if (tickets.some(({ ref }) => ref === own?.ref)) own = void 0;
		},
		async turn(delivery, scene) {
			if (mayBeHome && !scene.waiting.some(({ ref }) => ref === own?.ref)) own = void 0;
			if (takenAt === void 0) return await turnWith(job, delivery, name, scene, own);
			return aloneTurn(job, { isPatient: clock.now() - takenAt < PATIENCE_MS });
		},
		told: (delivered) => takenAt === void 0 ? delivered : asTaken(delivered, kind, settings.images),
		async standBy(result, scene, tries) {
			const wasOutrun = result === OUTRUN;
			mayBeHome = !wasOutrun;
			if (wasOutrun) takenAt = void 0;
			const isNew = wasOutrun && own === void 0;
			if (isNew) await join(scene.waiting);
			if (takenAt === void 0 && (!isNew || own === void 0)) await clock.sleep(clock.random() * waitMs(tries));
			if (wasOutrun && own !== void 0) await queueUp(own);
			if (takenAt !== void 0) await poll();
		},
		async taken(delivery, expected) {
			if (kind === "commit" || expected === void 0 || takenAt === void 0) return void 0;
			while (clock.now() - takenAt < GLANCES_MS) {
				const { sight, pullRequest } = await seeTaken(job, delivery, expected);
				if (sight === "cannot be told") return void 0;
				if (pullRequest !== void 0) return {
					...expected,
					report: {
						...expected.report,
						outcome: "updated",
						because: TAKEN,
						pullRequest
					}
				};
				await poll();
			}
		},
		async close() {
			if (own !== void 0) await leave([own]);
		}
	};
}
function waitMs(tries) {
	return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 2));
}
function asTaken({ report, findings }, kind, images) {
	const { plan, outcome } = report;
	const isOurs = (text) => images.some(({ tag, digest }) => text === tag || text === digest || text.endsWith(`:${tag}`) || text.includes(`:${tag}@`));
	const isThere = kind === "commit" ? plan.skips.some(({ why, current }) => why === "equal" && isOurs(current)) : plan.changes.some(({ to }) => isOurs(to));
	if (outcome !== "unchanged" || !isThere) return {
		report,
		findings
	};
	return {
		report: {
			...report,
			outcome: kind === "commit" ? "committed" : "updated",
			because: TAKEN
		},
		findings
	};
}
function nothing({ group: { key, label } }) {
	return {
		report: {
			key,
			label,
			outcome: "unchanged",
			plan: {
				changes: [],
				skips: []
			},
			diffs: []
		},
		findings: []
	};
}
function reasonOf(error) {
	return error instanceof BumpError ? error.message.split("\n")[0] ?? "" : "an answer was not of the form expected.";
}

// src/run.ts
async function run(settings, ports) {
	const groups = [];
	const findings = [];
	let unmatched = [];
	try {
		const base = settings.base ?? await ports.repository.defaultBranch();
		const job = {
			settings,
			ports,
			base
		};
		ports.log.info(`Reading ${settings.repository} at ${base}.`);
		const { scene, matching } = await lookAndMatch(job);
		findings.push(...matching.findings);
		unmatched = matching.unmatched;
		const errors = [];
		let latest = scene;
		for (const delivery of deliveriesOf(scene.view.content, settings.images)) {
			try {
				const { report: group, findings: found } = await deliver(job, delivery, latest);
				groups.push(group);
				findings.push(...found);
			} catch (error) {
				errors.push(error);
			}
			latest = groups.at(-1)?.outcome === "committed" ? await look(job, latest) : latest;
		}
		return report({
			groups,
			findings,
			unmatched,
			...told(errors)
		});
	} catch (error) {
		return report({
			groups,
			findings,
			unmatched,
			...told([error])
		});
	}
}
async function lookAndMatch(job) {
	const scene = await look(job);
	const matching = matchBuilt(scene.view.content, job.settings.images, job.ports.clock.today(), compareByOrder);
	return (matching.unmatched.length > 0 || matching.findings.some(({ code }) => code === "UNUSED_POLICY")) && job.ports.repository.distrust?.() === true ? await lookAndMatch(job) : {
		scene,
		matching
	};
}
function deliver(job, delivery, scene) {
	return untilLanded(job, delivery, scene, async (attempt, again, now) => {
		const { group, policies, kind } = again;
		job.ports.log.info(`${group.label}: deciding ${policies.length === 1 ? "1 policy" : `${policies.length} policies`}.`);
		if (kind === "pull-request") return await propose(attempt, again, now);
		const { deliverCommit } = await import("./deliver.js");
		return await deliverCommit(attempt, again, now);
	});
}
function told(errors) {
	const known = errors.map((error) => error instanceof BumpError ? error : bug(error));
	const [first] = known;
	if (first === void 0) return {};
	const byText = new Map(known.flatMap(({ problems }) => problems).map((one) => [formatProblem(one), one]));
	return { error: {
		code: first.code,
		message: [...byText.keys()].join("\n"),
		problems: [...byText.values()]
	} };
}
function bug(error) {
	const message = error instanceof Error ? error.stack ?? error.message : String(error);
	return new BumpError("BUG", `${message}\nThis is a bug of image-bump; please report it with this text.`);
}

export { run };