import { parseArgs } from 'node:util'

/** The options of a bench as text, by name; every bench knows `--quick` and `--help`. @throws TypeError for others */
export function wordsOf<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> & { quick: boolean; help: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return values as Partial<Record<Name, string>> & { quick: boolean; help: boolean }
}

/** Whole numbers from 1 on, between commas. @throws TypeError for anything else */
export function countsOf(name: string, text: string): number[] {
  return text.split(',').map((each) => {
    const value = Number(each)
    if (!Number.isInteger(value) || value < 1) throw new TypeError(`--${name} wants whole numbers from 1 on`)
    return value
  })
}

/** The rows named between commas, in the order of all of them; all where none is named. @throws TypeError for others */
export function rowsOf<Id extends string>(text: string | undefined, all: readonly Id[]): Id[] {
  if (text === undefined) return [...all]
  const wished = text.split(',')
  const unknown = wished.find((id) => !(all as readonly string[]).includes(id))
  if (unknown !== undefined) throw new TypeError(`there is no row ${unknown}: ${all.join(', ')}`)
  return all.filter((id) => wished.includes(id))
}
