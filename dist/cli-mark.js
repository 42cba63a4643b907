import { A as shortName, C as quote, E as readImageName, N as EXIT_CODES, U as formatPlace, V as showInvisible, f as phraseFinding, j as BumpError, k as sameImage } from "./start.js";
import { Dt as findPolicy, Ft as isAlias, Ht as nearest, It as isCollection, Jt as findingsText, L as applyEdits, R as listNodes, Rt as isPair, Vt as finding, bt as readStream, qt as diffText, yt as scanWhole, zt as isScalar } from "./run-shared.js";
import { G as comparePlaces, j as inScope, z as MARKER_TEXT } from "./wire-shared.js";
import { _ as JSON_OPTION, b as TREE_OPTIONS, c as openTree, h as jsonText, i as WRITE_OPTION, l as outlineOf, n as whyNowhere, o as isToWrite, p as writeFiles, r as withNames, t as readFiles, y as STRICT_OPTION } from "./cli-shared.js";

// src/core/mark/proof.ts
function whyNotMarked(path, before, after, markers) {
	const [old, now] = [scanWhole(path, before), scanWhole(path, after)];
	const wanted = [...old.fields.map(({ marker, place }) => keyOf({
		...place,
		marker
	})), ...markers.map(keyOf)].sort();
	const got = now.fields.map(({ marker, place }) => keyOf({
		...place,
		marker
	})).sort();
	if (wanted.join("\n") !== got.join("\n")) return "the markers would not stand on these values alone";
	if (old.findings.length !== now.findings.length) return "a comment would change its meaning";
	return contentOf(before) === contentOf(after) ? void 0 : "a value of the file would change";
}
function keyOf({ line, column, marker }) {
	return `${line}:${column} ${marker.policy}:${marker.part}`;
}
function contentOf(text) {
	const stream = readStream(text);
	if (stream.kind === "unreadable") return stream.problem.reason;
	return JSON.stringify(stream.documents.map(({ composed, problem }) => problem ?? listNodes(composed?.contents).map(describe)));
}
function describe(node) {
	if (isPair(node)) return "pair";
	if (isAlias(node)) return ["alias", node.source];
	if (isScalar(node)) return [
		node.tag,
		node.anchor,
		node.type,
		node.source,
		String(node.value)
	];
	return isCollection(node) ? [
		"collection",
		node.tag,
		node.anchor,
		node.items.length,
		node.flow
	] : null;
}

// src/core/mark/mark.ts
function markFile(file, wishes, { names }) {
	const { path, text: before, uses } = file;
	const wanted = /* @__PURE__ */ new Map();
	const kept = [];
	const refused = [];
	const outside = [];
	for (const wish of wishes) {
		const own = uses.filter(({ image }) => sameImage(image, wish.image));
		if (own.length === 0) continue;
		if (!inScope(wish.paths, path)) {
			outside.push(wish);
			continue;
		}
		for (const { spots, obstacles } of own) {
			refused.push(...obstacles.filter(({ optional }) => names || !optional));
			for (const spot of spots) {
				if (spot.optional && !names) continue;
				const mark = {
					place: spot.place,
					marker: {
						policy: wish.policy,
						part: spot.part
					},
					value: spot.value
				};
				const why = whyNot(spot, wish, wanted);
				if (why !== void 0) refused.push({
					place: spot.place,
					why
				});
				else if (spot.marker === void 0) wanted.set(spot.lineEnd, mark);
				else kept.push(mark);
			}
		}
	}
	const { marks, after, refused: all } = proven(path, before, wanted, refused);
	return {
		path,
		marks: inOrder(marks),
		kept: inOrder(kept),
		refused: inOrder(all),
		outside,
		before,
		after
	};
}
function whyNot({ marker, part, lineEnd }, wish, wanted) {
	if (marker !== void 0) return marker.policy === wish.policy && marker.part === part ? void 0 : `it has the marker of ${quote(markerName(marker))} already`;
	if (part === "digest" && wish.digests === false) return `policy ${quote(wish.policy)} writes no digest, and a digest goes before the tag; set digest: IfNotPresent there`;
	const taken = wanted.get(lineEnd);
	return taken === void 0 ? void 0 : `it gets the marker of ${quote(markerName(taken.marker))} already`;
}
function proven(path, before, wanted, refused) {
	const marks = [...wanted.values()];
	if (wanted.size === 0) return {
		marks,
		refused,
		after: before
	};
	const edits = [...wanted].toSorted(([a], [b]) => a - b).map(([lineEnd, mark]) => {
		return {
			start: lineEnd,
			end: lineEnd,
			newText: `${/[ \t]/.test(before[lineEnd - 1] ?? "") ? "" : " "}# {${MARKER_TEXT}: "${markerName(mark.marker)}"}`
		};
	});
	const after = applyEdits(before, edits);
	const reason = whyNotMarked(path, before, after, marks.map(newMarker));
	if (reason === void 0) return {
		marks,
		refused,
		after
	};
	return {
		marks: [],
		refused: [...refused, ...marks.map(({ place }) => ({
			place,
			why: reason
		}))],
		after: before
	};
}
function inOrder(values) {
	return values.toSorted((a, b) => comparePlaces(a.place, b.place));
}
function newMarker({ place, marker }) {
	return {
		line: place.line,
		column: place.column,
		marker
	};
}
function markerName({ policy, part }) {
	return part === "reference" ? policy : `${policy}:${part}`;
}

// src/cli/mark.ts
const MARK_OPTIONS = [
	...TREE_OPTIONS,
	{
		name: "name",
		description: "Also mark the repository of Helm pairs (:name). Default: tag and digest alone."
	},
	WRITE_OPTION,
	STRICT_OPTION,
	JSON_OPTION
];
async function mark(local, args, { colour }) {
	const wanted = readWishes(args.positionals);
	const tree = await openTree(local, args);
	try {
		const write = isToWrite(tree, args);
		const { policies } = (await outlineOf(tree)).rules;
		const wishes = wanted.map((wish) => withPolicy(wish, findPolicy(policies, wish.policy)));
		const files = await readFiles(tree, [...new Set(wishes.map(({ image }) => shortName(image)))]);
		const marked = files.map((file) => markFile(file, wishes, { names: args.flag("name") }));
		const problems = wishes.flatMap((wish) => whyNowhere(wish, marked, files));
		if (problems.length > 0) throw new BumpError("UNMATCHED", await withNames(problems, tree));
		const changed = marked.filter(({ before, after }) => before !== after);
		if (write) await writeFiles(tree, changed);
		return say({
			marked,
			changed,
			findings: unknownPolicies(wishes, policies),
			write,
			json: args.flag("json"),
			strict: args.flag("strict"),
			colour
		});
	} finally {
		await tree.close();
	}
}
function readWishes(texts) {
	if (texts.length === 0) throw new BumpError("BAD_CALL", "Say which image follows which policy, e.g. image-bump mark ghcr.io/acme/shop=prod:shop.");
	const problems = [];
	const wishes = [];
	for (const text of texts) {
		const at = text.indexOf("=");
		const [name, policy] = at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
		const image = readImageName(name);
		if (!image.ok) problems.push({ message: `${quote(text)}: ${image.reason}.` });
		else if (/^[\w.-]+:[\w.-]+:(?:tag|name|digest)$/.test(policy)) problems.push({ message: `${quote(text)}: write the policy alone; each field gets the part that it holds.` });
		else if (!/^[\w.-]+:[\w.-]+$/.test(policy)) problems.push({ message: `${quote(text)}: write image=namespace:name.` });
		else wishes.push({
			image: image.value,
			policy
		});
	}
	if (problems.length > 0) throw new BumpError("BAD_CALL", problems);
	return wishes;
}
function withPolicy(wish, policy) {
	if (policy === void 0) return wish;
	if (!sameImage(policy.image, wish.image)) throw new BumpError("BAD_CALL", `Policy ${quote(wish.policy)} follows ${quote(policy.image)}, and its marker would put that in the place of ${quote(wish.image)}. Name that image, or another policy.`);
	return {
		...wish,
		digests: policy.digest !== "Never",
		...policy.paths === void 0 ? {} : { paths: policy.paths }
	};
}
function unknownPolicies(wishes, policies) {
	const unknown = new Set(wishes.map(({ policy }) => policy).filter((name) => findPolicy(policies, name) === void 0));
	const names = policies.map(({ name }) => name);
	return [...unknown].map((policy) => finding("UNKNOWN_POLICY", {
		policy,
		nearest: nearest(policy, names) ?? ""
	}));
}
function say(what) {
	const { marked, changed, findings, write } = what;
	const marks = marked.flatMap((file) => file.marks);
	const refused = marked.flatMap((file) => file.refused);
	const kept = marked.reduce((sum, file) => sum + file.kept.length, 0);
	const nothing = marks.length + kept === 0;
	const exitCode = nothing || what.strict && findings.length > 0 ? EXIT_CODES.content : 0;
	if (what.json) {
		const value = {
			v: 1,
			outcome: nothing ? "unmatched" : marks.length === 0 ? "unchanged" : write ? "applied" : "planned",
			marks: marks.map(({ place, marker, value }) => ({
				...place,
				...marker,
				value
			})),
			refused: refused.map(({ place, why }) => ({
				...place,
				why
			})),
			findings: findings.map((found) => ({
				code: found.code,
				message: phraseFinding(found)
			}))
		};
		return {
			stdout: jsonText(value),
			stderr: "",
			exitCode
		};
	}
	const lines = [...marks.map(({ place, marker, value }) => `marked ${formatPlace(place)}  ${markerName(marker)}  ${quote(value)}`), ...refused.map(({ place, why }) => `left   ${formatPlace(place)}  ${why}`)];
	const diff = diffText(changed, { colour: what.colour });
	const list = lines.map((line) => `${showInvisible(line)}\n`).join("");
	return {
		stdout: `${diff}${diff === "" || list === "" ? "" : "\n"}${list}`,
		stderr: `${findingsText(findings)}${summary(marks.length, kept, refused.length, what)}\n`,
		exitCode
	};
}
function summary(marks, kept, refused, { changed, write }) {
	const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
	const already = kept === 0 ? "" : ` ${counted(kept, "value")} had theirs already.`;
	const left = refused === 0 ? "" : ` ${counted(refused, "value")} left alone, as told.`;
	if (marks === 0) return `No marker was added.${already}${left}`;
	const total = `${counted(marks, "marker")} in ${counted(changed.length, "file")}.${already}${left}`;
	return write ? `${total} Written.` : `${total} Nothing was written yet; add --write.`;
}

export { MARK_OPTIONS, mark };