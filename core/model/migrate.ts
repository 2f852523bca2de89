/** The shape of article.json that this version writes. */
export const schemaVersion = 1

type Migration = (file: Record<string, unknown>) => Record<string, unknown>

/**
 * Append-only: entry n turns a file of version n + 1 into one of version n + 2. Each has a test with a
 * stored file of its version.
 */
const migrations: readonly Migration[] = []

/** Brings an older file up to `schemaVersion` in memory; anything else is handed back as it is. */
export function migrate(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json
  let file = json as Record<string, unknown>
  const from = file.schemaVersion
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1) return json
  for (const step of migrations.slice(from - 1)) file = step(file)
  return from < schemaVersion ? { ...file, schemaVersion } : file
}
