import { A as BumpError } from "./start.js";

// src/adapters/ladder/received.ts
function received(way) {
	const here = /* @__PURE__ */ new Set();
	let tip;
	let searched;
	const sizes = /* @__PURE__ */ new Map();
	const bring = async (commit) => {
		if (here.has(commit)) return;
		await way.bring(commit);
		here.add(commit);
	};
	return {
		repository: {
			defaultBranch: () => way.defaultBranch(),
			waiting: () => way.waiting?.() ?? [],
			async fetch(branch, headPrefix) {
				const tips = await way.fetch(branch, headPrefix);
				for (const oid of tips.values()) here.add(oid);
				tip = tips.get(branch);
				return tips;
			},
			async search(commit, texts, globs = []) {
				await bring(commit);
				const files = await way.search(commit, texts, globs);
				if (commit === tip) searched = {
					commit,
					texts,
					globs,
					files
				};
				return files;
			},
			async entry(commit, path) {
				await bring(commit);
				return await way.entry(commit, path);
			},
			async readBlobs(oids) {
				const blobs = await way.readBlobs(oids);
				blobs.forEach((bytes, index) => sizes.set(oids[index], bytes.length));
				return blobs;
			},
			async commit(oid) {
				return await way.commit(oid);
			},
			async commitsAhead(base, head) {
				if (base !== head) await bring(head);
				const ahead = await way.commitsAhead(tip ?? base, head);
				for (const { oid } of ahead) here.add(oid);
				return ahead;
			},
			async treeWith(commit, files) {
				await bring(commit);
				return await way.treeWith(commit, files);
			}
		},
		bring,
		async found() {
			if (searched === void 0 || searched.commit !== tip || !way.isWhole()) return void 0;
			const { tree } = await way.commit(searched.commit);
			const size = searched.files.reduce((sum, { oid }) => sum + (sizes.get(oid) ?? 0), 0);
			return {
				...searched,
				tree,
				size
			};
		},
		close: () => way.close()
	};
}

// src/adapters/ladder/ladder.ts
function ladder(options) {
	const { shortcut, log } = options;
	const descent = descending(options);
	const { step, doubt, told } = descent;
	const written = /* @__PURE__ */ new Set();
	let waiting = [];
	return {
		repository: {
			defaultBranch: () => step(() => shortcut.defaultBranch(), (whole) => whole.defaultBranch()),
			fetch: (branch, headPrefix) => step(async () => {
				const tips = told.looked(branch, headPrefix, await shortcut.fetch(branch, headPrefix));
				waiting = shortcut.waiting?.() ?? [];
				return tips;
			}, async (whole) => {
				const tips = await whole.fetch(branch, headPrefix);
				waiting = whole.waiting?.() ?? [];
				return tips;
			}),
			waiting: () => waiting,
			search: (commit, texts, globs) => step(async () => told.searched(commit, await shortcut.search(commit, texts, globs)), async (whole) => told.searchedAgain(commit, await whole.search(commit, texts, globs))),
			entry: (commit, path) => step(() => shortcut.entry(commit, path), (whole) => whole.entry(commit, path)),
			readBlobs: (oids) => step(() => shortcut.readBlobs(oids), (whole) => whole.readBlobs(oids)),
			commit: (oid) => step(() => shortcut.commit(oid), (whole) => whole.commit(oid)),
			commitsAhead: (base, head) => step(() => shortcut.commitsAhead(base, head), (whole) => whole.commitsAhead(base, head)),
			treeWith: async (commit, files) => await (await descent.long())?.repository.treeWith(commit, files),
			distrust: () => doubt("an index may have left out what is missing"),
			knows: (commit) => !descent.isBegun() && written.has(commit),
			counts: (commit) => !told.isDoubted(commit)
		},
		guard: (writer) => ({
			async commit(request) {
				const isQuick = !descent.isBegun();
				const holds = isQuick ? shortcut.isProven().catch(() => false) : void 0;
				const move = await writer.commit(holds === void 0 ? request : {
					...request,
					holds
				});
				if (move.kind === "moved") {
					written.add(move.commit);
					if (isQuick) shortcut.expect(move.commit, request.parent, request.files);
				} else if (await holds === false) doubt("the index of marked files was wrong");
				else told.lost();
				return move;
			},
			delete: (branch, expected) => writer.delete(branch, expected)
		}),
		async close() {
			const whole = await descent.long().catch(() => void 0);
			try {
				if (written.size > 0) await shortcut.remember(await whole?.found());
			} catch (error) {
				log.info(`The index of marked files could not be written: ${reasonOf(error)}.`);
			} finally {
				await whole?.close();
			}
		}
	};
}
const MOST_LOSSES = 5;
function descending({ openLongWay, log }) {
	let below;
	let losses = 0;
	let look;
	const commits = /* @__PURE__ */ new Set();
	const doubted = /* @__PURE__ */ new Set();
	const descend = (reason) => {
		if (below !== void 0) return below;
		log.info(`Receiving the whole base branch: ${reason}.`);
		below = openLongWay().then(async (way) => {
			const whole = received(way);
			if (look !== void 0) await whole.repository.fetch(look.branch, look.headPrefix);
			for (const commit of commits) await whole.bring(commit);
			return whole;
		});
		below.catch(() => {});
		return below;
	};
	return {
		isBegun: () => below !== void 0,
		long: async () => await below,
		async step(quick, slow) {
			if (below === void 0) try {
				return await quick();
			} catch (error) {
				descend(reasonOf(error));
			}
			return await slow((await descend("")).repository);
		},
		doubt(reason) {
			if (below !== void 0) return false;
			for (const commit of commits) doubted.add(commit);
			look = void 0;
			commits.clear();
			descend(reason);
			return true;
		},
		told: {
			looked(branch, headPrefix, tips) {
				const tip = tips.get(branch);
				if (tip === void 0) throw new BumpError("BUG", "The shortcut left the base out.");
				commits.add(tip);
				look = {
					branch,
					headPrefix
				};
				return tips;
			},
			searched(commit, answer) {
				commits.add(commit);
				return answer;
			},
			searchedAgain(commit, answer) {
				doubted.delete(commit);
				return answer;
			},
			isDoubted: (commit) => doubted.has(commit),
			lost() {
				losses += 1;
				if (losses >= MOST_LOSSES) descend("other runs moved the branch first");
			}
		}
	};
}
function reasonOf(error) {
	return ((error instanceof BumpError ? error.message : "an answer was not of the form expected").split("\n")[0] ?? "").replace(/\.$/, "").slice(0, 300);
}

export { ladder };