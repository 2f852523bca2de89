import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportFormat } from '../core/export/format.ts'
import { formats } from '../core/export/registry.ts'
import { sourceFor, sources } from '../core/import/registry.ts'
import type { ImportSource } from '../core/import/source.ts'
import { isKept, storyParts, type Carried } from '../core/model/carried.ts'
import { emptyBody } from '../core/model/body.ts'
import { emptyFields, fieldIds } from '../core/model/fields.ts'
import { houseTheme } from '../core/model/theme.ts'

export const formatsPath = join(import.meta.dirname, '../docs/formats.md')
const theme = houseTheme.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../assets/themes/classic.json'), 'utf8')),
)

/** The source that reads what a format writes; undefined where none does, or it is one that hands on what lies inside. */
export async function sourceOf(format: ExportFormat): Promise<ImportSource | undefined> {
  const written = '2026-11-27T00:00:00Z'
  const { bytes } = await format.write({
    article: {
      schemaVersion: 1,
      id: '01HXAMP0E00000000000000000',
      revision: 0,
      language: 'en',
      status: 'published',
      createdAt: written,
      updatedAt: written,
      fields: { ...emptyFields(), headline: 'Autumn rain lifts the lake' },
      body: emptyBody,
    },
    theme,
    agency: { name: 'Agency', domain: 'example.org' },
    now: Date.parse(written),
    assets: {
      picture: () => Promise.resolve(undefined),
      font: () => Promise.resolve([]),
      print: () => Promise.resolve(Uint8Array.of(0x25, 0x50, 0x44, 0x46)),
    },
  })
  const source = sourceFor({ name: `story.${format.extension}`, bytes })
  return source?.story === undefined ? undefined : source
}

/** The document, from the maps of the formats and sources. */
export async function formatsDocument(): Promise<string> {
  const pairs: Pair[] = []
  for (const format of formats) {
    const source = await sourceOf(format)
    if (source) pairs.push({ format, source })
  }
  return `${[introduction, ...listing(), ...tables(), ...roundTrips(pairs)].join('\n')}\n`
}

const introduction = `# Formats
Made from the code by \`npm run formats\` (\`tools/formats-table.ts\`); a test says when it is not as the code is. Each format in
\`core/export/\` and each source in \`core/import/\` has two maps, from which these tables are: where it puts each field, and what becomes
of each part of a story. The compiler asks for both when a field or a part is added.

\`test/core/formats/round-trip.test.ts\` holds them to it. It writes stories of every node and mark in five languages, reads them
again, and compares: what the maps keep must be the same, every word of the story must be there in its order, and a field that is left
out must be empty.

| sign | means |
| --- | --- |
| a name, or ✓ | it is in the file under that name, and comes back as it was |
| ≈ | it is in the file, and comes back as something else |
| – | it is not in the file |

What comes in is said of files that Midad wrote. Files of others say less and say it otherwise: of them the words, their structure and
the fields that have names there are read, and what could not be kept is told in warnings.
`

function listing(): string[] {
  return [
    '## Out',
    '| id | name | ending | type | options |',
    '| --- | --- | --- | --- | --- |',
    ...formats.map(({ id, label, extension, mime, options = [] }) =>
      row([code(id), label, code(`.${extension}`), mime, options.map((option) => option.label).join(', ')]),
    ),
    '',
    `## In\nThe first of these that knows a file by its name and first bytes reads it: ${sources.map(({ id }) => code(id)).join(', ')}.`,
    '',
  ]
}

interface Column {
  id: string
  fields: Readonly<Record<string, Carried>>
  story: Readonly<Record<string, Carried>>
}

function tables(): string[] {
  const read = sources.flatMap(({ id, fields, story }) => (fields && story ? [{ id, fields, story }] : []))
  return [
    ...table('Fields, out', fieldIds, formats, ({ fields }) => fields),
    ...table('Fields, in', fieldIds, read, ({ fields }) => fields),
    ...table('Parts of a story, out', storyParts, formats, ({ story }) => story),
    ...table('Parts of a story, in', storyParts, read, ({ story }) => story),
  ]
}

const table = (
  title: string,
  keys: readonly string[],
  columns: readonly Column[],
  of: (column: Column) => Readonly<Record<string, Carried>>,
): string[] => [
  `## ${title}`,
  row(['', ...columns.map(({ id }) => id)]),
  row(['', ...columns.map(() => '')].map(() => '---')),
  ...keys.map((key) => row([code(key), ...columns.map((column) => sign(of(column)[key] ?? 'kept'))])),
  '',
]

interface Pair {
  format: ExportFormat
  source: ImportSource
}

function roundTrips(pairs: readonly Pair[]): string[] {
  return [
    '## What a round trip changes',
    'Out and in again; what is not named here comes back as it was. Notes never leave the house, the status of what comes in is draft.',
    '',
    '| format | read by | fields | parts of a story |',
    '| --- | --- | --- | --- |',
    ...pairs.map(({ format, source }) =>
      row([
        code(format.id),
        code(source.id),
        changes(
          fieldIds.filter((id) => id !== 'status'),
          format.fields,
          source.fields,
        ),
        changes(
          storyParts.filter((part) => part !== 'note'),
          format.story,
          source.story,
        ),
      ]),
    ),
  ]
}

function changes(
  keys: readonly string[],
  out: Readonly<Record<string, Carried>>,
  back: Readonly<Record<string, Carried>> = {},
): string {
  const changed = new Map<string, string[]>()
  for (const key of keys) {
    const said = [out[key] ?? 'kept', back[key] ?? 'kept']
    const other = said.includes('leave-out') ? 'leave-out' : said.find((each) => !isKept(each))
    if (other !== undefined) changed.set(other, [...(changed.get(other) ?? []), key])
  }
  const told = [...changed].map(([carried, names]) => `${sign(carried)} ${names.join(', ')}`)
  return told.length > 0 ? told.join('; ') : 'nothing'
}

function sign(carried: Carried): string {
  if (carried === 'kept') return '✓'
  if (carried === 'leave-out') return '–'
  return carried.startsWith('as:') ? `≈ ${escaped(carried.slice(3).trim())}` : escaped(carried)
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const code = (text: string): string => `\`${text}\``
const escaped = (text: string): string => text.replaceAll(/[\\|<>*_[\]~`]/g, (letter) => `\\${letter}`)

if (process.argv[1] === import.meta.filename) writeFileSync(formatsPath, await formatsDocument())
