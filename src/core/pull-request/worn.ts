import { NOTHING_WORN, type Worn } from './state.ts'

/** What people want a pull request to wear, as far as it can be told beforehand what putting it on comes to. */
type Wanted = Pick<Worn, 'labels' | 'reviewers' | 'teamReviewers' | 'assignees'>

/**
 * What a pull request will wear when all goes well. A pull request is opened with this in its state, so that nothing has to
 * be written down afterwards: what became of it shows in what was ever put on (`believed`). A milestone and auto-merge are
 * told afterwards.
 */
export function claimed({ labels, reviewers, teamReviewers, assignees }: Wanted): Worn {
  return {
    ...NOTHING_WORN,
    labels: distinct(labels),
    reviewers: distinct(reviewers),
    // A state knows teams as the forge does; people write org/slug.
    teamReviewers: distinct(teamReviewers.map((team) => team.slice(team.lastIndexOf('/') + 1))),
    assignees: distinct(assignees),
  }
}

/**
 * What a state says was put on, without what never was: whoever wrote the state died before. What was put on and is not there
 * any more was taken off by a person.
 * @param ever what was ever put on; what is said of a kind that is absent is believed
 */
export function believed(worn: Worn, ever: Partial<Wanted>): Worn {
  const kept = (kind: keyof Wanted): readonly string[] => {
    const known = ever[kind]?.map(spelled)
    return known === undefined ? worn[kind] : worn[kind].filter((name) => known.includes(spelled(name)))
  }
  return {
    ...worn,
    labels: kept('labels'),
    reviewers: kept('reviewers'),
    teamReviewers: kept('teamReviewers'),
    assignees: kept('assignees'),
  }
}

/** Whether two are the same but for the order of names. */
export function wearsTheSame(a: Worn, b: Worn): boolean {
  return normal(a) === normal(b)
}

function normal({ labels, reviewers, teamReviewers, assignees, milestone, autoMerge }: Worn): string {
  const lists = [labels, reviewers, teamReviewers, assignees].map((names) => names.map(spelled).sort())
  return JSON.stringify([...lists, milestone ?? null, autoMerge])
}

function distinct(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => !names.slice(0, at).some((other) => spelled(other) === spelled(name)))
}

// Logins and names of labels differ by more than case only; an app is shown with and without "[bot]".
function spelled(name: string): string {
  return name.replace(/\[bot\]$/, '').toLowerCase()
}
