import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError, type Command, type OptionRow, type OptionTable } from './command.ts'

/** What every command takes. */
export const commonOptions: OptionTable = {
  library: {
    kind: 'text',
    value: 'DIR',
    summary: "the library's folder (else MIDAD_LIBRARY, else Midad in your Documents)",
  },
  json: { kind: 'flag', summary: 'print exactly one JSON document on stdout' },
  debug: { kind: 'flag', summary: 'show where a failure came from' },
  help: { kind: 'flag', summary: 'show this and do nothing' },
}

/** A command line that has been understood. */
export interface ParsedLine {
  words: string[]
  values: Record<string, OptionResult>
}
type OptionResult = string | string[] | number | boolean | undefined

/** The first word of the line is the command, wherever it stands among the common options; the rest is what is left. */
export function splitCommand(line: readonly string[]): { name: string | undefined; rest: string[] } {
  const at = line.findIndex((part, index) => !part.startsWith('-') && line[index - 1] !== '--library')
  if (at === -1) return { name: undefined, rest: [...line] }
  return { name: line[at], rest: line.filter((_part, index) => index !== at) }
}

/** Reads the options of a command. @throws UsageError for one that it does not have, or a value that cannot be. */
export function parseLine(line: readonly string[], own: OptionTable): ParsedLine {
  const table: OptionTable = { ...commonOptions, ...own }
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(table).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'list' },
    ]),
  )
  const { values, positionals } = parse([...line], options)
  const read = Object.entries(table).map(([name, row]): [string, OptionResult] => [
    name,
    valueOf(name, row, values[name]),
  ])
  return { words: positionals, values: Object.fromEntries(read) }
}

function parse(args: string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true })
  } catch (error) {
    // Node's sentence goes on with advice about its own syntax: the first sentence says what is wrong.
    const sentence = error instanceof Error ? error.message : String(error)
    throw new UsageError(sentence.replace(/(?:\. To|\.? Did|\n).*$/s, ''))
  }
}

function valueOf(name: string, row: OptionRow, value: unknown): OptionResult {
  if (row.kind === 'flag') return value === true
  if (row.kind === 'list') return Array.isArray(value) ? listOf(name, row, value) : undefined
  if (typeof value !== 'string') return undefined
  if (row.kind === 'count') {
    if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} takes a whole number, not "${value}"`)
    return Number(value)
  }
  return wordOf(name, row, value)
}

/** Each once, in the order in which they were first said. */
const listOf = (name: string, row: OptionRow, values: readonly unknown[]): string[] => [
  ...new Set(
    values
      .flatMap((value) => (row.choices ? String(value).split(',') : [String(value)]))
      .map((value) => wordOf(name, row, value.trim())),
  ),
]

function wordOf(name: string, row: OptionRow, value: string): string {
  if (value === '') throw new UsageError(`--${name} is empty`)
  if (row.choices && !row.choices.includes(value)) {
    throw new UsageError(`--${name} is one of ${row.choices.join(', ')}, not "${value}"`)
  }
  return value
}

/** @throws UsageError where the command has too few or too many words. */
export function checkWords(command: Command, words: readonly string[]): void {
  const [least, most] = command.wordCount
  if (words.length >= least && words.length <= most) return
  const wanted = command.words ? `takes ${command.words}` : 'takes no words'
  throw new UsageError(`${command.name} ${wanted}; see midad ${command.name} --help`)
}
