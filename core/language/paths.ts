/** A path in pieces: the names of its folders, and what stands between them. */
export interface PathPiece {
  text: string
  isName: boolean
}

/** The pieces of a path as its system writes it; a backslash in a path of Unix is part of a name. */
export function pathPieces(path: string): PathPiece[] {
  const between = path.startsWith('/') ? /(\/+)/ : /([\\/]+)/
  return path
    .split(between)
    .map((text, at) => ({ text, isName: at % 2 === 0 }))
    .filter(({ text }) => text !== '')
}

const leftToRight = '\u2066'
const firstStrong = '\u2068'
const end = '\u2069'

/**
 * A path for where there is only text (a native menu, a tooltip): it reads from the left in any sentence, and each name in its own
 * direction, so that two Arabic folders do not change places (UAX #9: LRI, FSI, PDI).
 */
export function isolatedPath(path: string): string {
  const inner = pathPieces(path).map(({ text, isName }) => (isName ? `${firstStrong}${text}${end}` : text))
  return `${leftToRight}${inner.join('')}${end}`
}

/** The last name of a path; of the root of a disk the path itself. */
export function nameOfPath(path: string): string {
  return pathPieces(path).findLast(({ isName }) => isName)?.text ?? path
}
