const leftBySystems = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '__macosx',
  '$recycle.bin',
  'icon\r',
])

/**
 * Whether a file or folder of this name is none of its user's: hidden (`.DS_Store`), kept by a system (`Thumbs.db`,
 * `desktop.ini`, `__MACOSX`), or the lock of an office program that has a file open (`~$story.docx`).
 */
export const isLeftBySystem = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || leftBySystems.has(name.toLowerCase())

/** The same of a path with `/`: hidden is also what lies in a hidden folder. */
export const isInHidden = (path: string): boolean => path.split('/').some(isLeftBySystem)

/** The ending of a name in small letters, with its point; empty where there is none. */
export const endingOf = (name: string): string =>
  (/[^/]\.[\p{L}\p{N}]{1,10}$/u.test(name) ? (/\.[^.]*$/.exec(name)?.[0] ?? '') : '').toLowerCase()

/**
 * Things with paths (`/` between folders) in the order in which people number their files: folder by folder, and `story 2` before
 * `story 10`, in whatever digits. By code units otherwise: the same on every computer, whatever its locale.
 */
export function inNaturalOrder<T extends { path: string }>(files: readonly T[]): T[] {
  const keyed = files.map((file) => ({ file, key: keyOf(file.path) }))
  return keyed.toSorted((one, other) => byCodeUnits(one.key, other.key)).map(({ file }) => file)
}

/** Of two such keys the smaller stands first: a folder ends below all letters, a number begins with how long it is. */
function keyOf(path: string): string {
  const numbered = path.replaceAll(/[0-9٠-٩۰-۹]+/g, (digits) => {
    // The digits of each of the three sets end in 0 to 9 of their code points' last four bits.
    const number = Array.from(digits, (digit) => digit.charCodeAt(0) & 15)
      .join('')
      .replace(/^0+(?=.)/, '')
    return `0${String.fromCharCode(number.length)}${number}`
  })
  // `01` and `1` are one number and still two names.
  return `${numbered.replaceAll('/', '\u0000')}\u0000\u0000${path}`
}

const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
