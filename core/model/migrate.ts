type File = Record<string, unknown>

/** One change of article.json: a file of version `from` becomes one of version `from + 1`. */
export interface Migration {
  from: number
  /** For whoever reads the history of the format. */
  what: string
  run: (file: File) => File
}

/**
 * Append-only and numbered without a gap. Each has a file of its `from` under test/fixtures/articles/, which a test asks for and
 * brings up to date; the file of a library is kept as a version before it is written anew (article-files.ts).
 */
export const migrations: readonly Migration[] = [
  {
    from: 1,
    what: 'an article may name its story type (fields.storyType) and what it was translated from (translatedFrom)',
    // An older one has neither: it is held to what the house asks of every story.
    run: (file) => file,
  },
]

/** The shape of article.json that this version writes. */
export const schemaVersion = migrations.length + 1

/** Brings an older file up to the present version in memory; anything else is handed back as it is. */
export function migrate(json: unknown, steps: readonly Migration[] = migrations): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json
  let file = json as File
  const { schemaVersion: version } = file
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return json
  for (const step of steps) {
    if (step.from < version) continue
    file = { ...step.run(file), schemaVersion: step.from + 1 }
  }
  return file
}
