/** Runs an action on each of many, four at a time; the answers keep the order of the things. */
export async function fourAtATime<Thing, Answer>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const waiting = [...things.entries()]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) answers[next[0]] = await act(next[1])
  }
  await Promise.all([work(), work(), work(), work()])
  return answers
}
