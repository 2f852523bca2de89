import { checkWords, parseLine, splitCommand, type ParsedLine } from './args.ts'
import { UsageError, type Call, type Command, type Outcome } from './command.ts'
import { commands } from './commands.ts'
import { withDesk } from './desk-session.ts'
import { tellFailure } from './failure.ts'
import { helpOf, helpOfAll } from './help.ts'
import { finishMove } from '../node/finish-move.ts'
import { libraryPlace, mayFound } from '../node/library-place.ts'
import { version } from '../node/version.ts'

/** Where a command line writes. */
export interface Terminal {
  out(text: string): void
  /** The same; resolves once it is taken. */
  write(text: string): Promise<void>
  /** The bytes on stdin; asking for them begins to read. */
  input(): AsyncIterable<Uint8Array>
  error(text: string): void
  /** Whether somebody watches stderr. */
  isWatched: boolean
}

/** Runs one command line to its end; answers the exit code. Never rejects. */
export async function run(line: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const isJson = line.includes('--json')
  try {
    const { name, rest } = splitCommand(line)
    const found = commands.find((command) => command.name === name)
    if (name !== undefined && !found) throw new UsageError(`no command is named "${name}"; see midad --help`)
    if (!found) return runWithoutCommand(rest, terminal)
    const parsed = parseLine(rest, found.options)
    if (parsed.values.help)
      return printAll(terminal, isJson, { json: { help: helpOf(found) }, lines: [helpOf(found)] })
    checkWords(found, parsed.words)
    return printAll(terminal, isJson, await runCommand(found, parsed, terminal))
  } catch (thrown) {
    const { code, message, exitCode } = tellFailure(thrown)
    if (isJson) terminal.out(`${JSON.stringify({ error: { code, message } })}\n`)
    terminal.error(`midad: ${message}\n`)
    if (line.includes('--debug') && thrown instanceof Error) terminal.error(`${thrown.stack}\n`)
    return exitCode
  }
}

function runWithoutCommand(rest: string[], terminal: Terminal): 0 | 1 {
  const { values } = parseLine(rest, { version: { kind: 'flag', summary: '' } })
  const isJson = values.json === true
  if (values.version) return printAll(terminal, isJson, { json: { version }, lines: [version] })
  const help = helpOfAll(commands)
  if (!values.help) throw new UsageError('a command is missing; see midad --help')
  return printAll(terminal, isJson, { json: { help }, lines: [help] })
}

async function runCommand(
  found: Command,
  { words, values }: ParsedLine,
  terminal: Terminal,
): Promise<Outcome | undefined> {
  await finishMove()
  const place = libraryPlace(values.library)
  const library = place.path
  const mayCreate = mayFound(place)
  const own = Object.keys(found.options).map((name): [string, unknown] => [name, values[name]])
  return found.run({
    words,
    library,
    mayCreate,
    options: Object.fromEntries(own.filter(([, value]) => value !== undefined)),
    withDesk: (need, use) => withDesk(library, need === 'create' && !mayCreate ? 'write' : need, use),
    progress: progressOn(terminal),
    print: (text) => terminal.out(`${text}\n`),
    isJson: values.json === true,
    input: () => terminal.input(),
    write: (text) => terminal.write(text),
  })
}

function printAll(terminal: Terminal, isJson: boolean, outcome: Outcome | undefined): 0 | 1 {
  if (!outcome) return 0
  const text = isJson ? JSON.stringify(outcome.json) : outcome.lines.join('\n')
  if (text) terminal.out(`${text}\n`)
  if (outcome.failure === undefined) return 0
  terminal.error(`midad: ${outcome.failure.replaceAll(/\s+/g, ' ')}\n`)
  return 1
}

const clearLine = '\r\u001B[K'

/** A line that is longer than the terminal is wide cannot be cleared. */
const longestName = 50
const showAgainMs = 100

/** Shows it ten times a second, where somebody watches. */
function progressOn(terminal: Terminal): Call<unknown>['progress'] {
  let shownAt = -Infinity
  return (done, total, name) => {
    if (!terminal.isWatched) return
    if (done >= total) return terminal.error(clearLine)
    if (performance.now() - shownAt < showAgainMs) return
    shownAt = performance.now()
    const shown = name.length > longestName ? `…${name.slice(-longestName)}` : name
    terminal.error(`${clearLine}${done + 1}/${total} ${shown}`)
  }
}
