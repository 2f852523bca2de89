import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'

/** IPTC's own schemas and examples; absent where ../shared is. */
const places = ['../../../shared', '../../../../shared'].map((path) =>
  join(import.meta.dirname, path, 'standards'),
)
// A worktree lies one folder deeper.
const standards = places.find((path) => existsSync(path)) ?? ''
export const hasStandards = standards !== ''
export const standardFile = (path: string): string => readFileSync(join(standards, path), 'utf8')
export const standardFiles = (folder: string): { name: string; text: string }[] =>
  readdirSync(join(standards, folder))
    .sort()
    .map((name) => ({ name, text: standardFile(join(folder, name)) }))

/** What a ninjs schema says of an item; nothing where it is valid. `format` (addresses, moments) counts too. */
export function ninjsSchema(version: '1.6' | '2.2' | '3.0' | '3.1' = '3.1'): (item: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(JSON.parse(standardFile('geojson/GeoJSON-schema.json')) as object)
  const validate = ajv.compile(JSON.parse(standardFile(`ninjs/ninjs-schema_${version}.json`)) as object)
  return (item) =>
    validate(item)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

const schemas = {
  'newsml-g2': { main: 'newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd', beside: ['newsml-g2/xml.xsd'] },
  nitf: { main: 'nitf/nitf-3-6.xsd', beside: ['nitf/xml.xsd', 'nitf/nitf-3-6-ruby-include.xsd'] },
} as const

const named = (path: string) => ({ fileName: path.split('/').at(-1) ?? '', contents: standardFile(path) })

/** Files that libxml2 takes at once: its memory in WebAssembly is small. */
const atOnce = 200

/** What libxml2 says of files by the official schema of a standard, by their names; files without a fault are not there. */
export async function schemaFaults(
  standard: keyof typeof schemas,
  files: Readonly<Record<string, string>>,
): Promise<Record<string, string[]>> {
  const { main, beside } = schemas[standard]
  const all = Object.entries(files).map(([fileName, contents]) => ({ fileName, contents }))
  const faults: Record<string, string[]> = {}
  for (let from = 0; from < all.length; from += atOnce) {
    const xml = all.slice(from, from + atOnce)
    const answer = await validateXML({ xml, schema: [named(main)], preload: beside.map(named) })
    const said = answer.errors.filter(({ rawMessage }) => !rawMessage.endsWith(' fails to validate'))
    for (const { message, loc } of said) (faults[loc?.fileName ?? '?'] ??= []).push(message)
  }
  return faults
}
