import type { Edit } from './measure/measure-edits.ts'
import type { Row } from './rows.ts'
import type { TypingPlan } from './typing-options.ts'

/** A measurement that is to be made, in a page of its own. */
export interface Turn {
  row: Row
  words: number
  round: number
  work: 'typing' | Edit
}

/** Beyond so many words nothing is pasted into: goal 5 of performance.md §9 is about 600. */
const mostWordsPastedInto = 600

/** All measurements of a plan in their order: there and back, so that what warms up or tires does so for everyone. */
export function turnsOf({ wordCounts, rounds, rows, isNamed, edits }: TypingPlan): Turn[] {
  return wordCounts.flatMap((words) => {
    const works: Turn['work'][] = [
      'typing',
      ...(edits ? (['bold'] as const) : []),
      ...(edits && words <= mostWordsPastedInto ? (['paste'] as const) : []),
    ]
    const here = rows.filter(
      ({ leastWords = 0, usuallyAtMost = Infinity }) =>
        words >= leastWords && (isNamed || words <= usuallyAtMost),
    )
    const there = here.flatMap((row) => works.map((work) => ({ row, work })))
    return Array.from({ length: rounds }, (_, round) =>
      (round % 2 === 0 ? there : there.toReversed()).map((one) => ({ ...one, words, round })),
    ).flat()
  })
}
