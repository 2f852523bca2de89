import type { ReactNode } from 'react'
import { pathPieces, type PathPiece } from '../../core/language/paths.ts'
import './path-text.css'

/** A path, from the left whatever stands around it, each of its names in its own direction. */
export function PathText({ path }: { path: string }): ReactNode {
  return (
    <bdi dir="ltr" className="path-text">
      {drawn(pathPieces(path))}
    </bdi>
  )
}

/** The same on one line: where there is too little room the middle makes way, for where it begins and where it ends says most. */
export function ShortPath({ path }: { path: string }): ReactNode {
  const pieces = pathPieces(path)
  const last = Math.max(0, pieces.length - shownAtEnd)
  return (
    <>
      <bdi dir="ltr" className="short-path" aria-hidden="true">
        <span className="begins">{drawn(pieces.slice(0, last))}</span>
        <span className="ends">{drawn(pieces.slice(last))}</span>
      </bdi>
      {/* Read out in one piece. */}
      <span className="visually-hidden">{path}</span>
    </>
  )
}
/** The last name, and what stands before it. */
const shownAtEnd = 2

const drawn = (pieces: readonly PathPiece[]): ReactNode =>
  // Names repeat; a path is never reordered.
  // oxlint-disable-next-line react/no-array-index-key
  pieces.map(({ text, isName }, at) => (isName ? <bdi key={at}>{text}</bdi> : text))
