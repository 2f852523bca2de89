import { useMemo, type ReactNode } from 'react'
import { isolates } from '../../core/language/isolate.ts'
import type { Direction } from '../../core/model/language-code.ts'

interface IsolatedProps {
  /** A line of a story, or of what is said of one. */
  text: string
  /** The direction that it stands in. */
  base: Direction
  /** Stretches to be marked, in UTF-16 offsets, sorted. */
  marks?: readonly (readonly [from: number, to: number])[]
}

/** A line with its phones, scores, ranges and the like in the order of the page (core/language/isolate.ts). */
export function Isolated({ text, base, marks }: IsolatedProps): ReactNode {
  return useMemo(() => {
    const parts: ReactNode[] = []
    let at = 0
    for (const { from, to, dir } of isolates(text, base)) {
      parts.push(
        ...marked(text, [at, from], marks),
        <span key={`${from} isolate`} dir={dir}>
          {marked(text, [from, to], marks)}
        </span>,
      )
      at = to
    }
    return [...parts, ...marked(text, [at, text.length], marks)]
  }, [text, base, marks])
}

/** The stretch from one offset to another, with the marks in it. */
function marked(
  text: string,
  [start, end]: readonly [number, number],
  marks: IsolatedProps['marks'] = [],
): ReactNode[] {
  const parts: ReactNode[] = []
  let at = start
  for (const [markFrom, markTo] of marks) {
    const [from, to] = [Math.max(markFrom, at), Math.min(markTo, end)]
    if (from >= to) continue
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...parts, text.slice(at, end)].filter((part) => part !== '')
}
