import { calendars } from '../../core/language/calendars.ts'
import { languageCodes } from '../../core/model/language-code.ts'
import { digitStyle } from '../../core/model/theme.ts'
import { command, UsageError, type Call, type Outcome } from './command.ts'
import { linesOf } from './text-lines.ts'
import {
  dateStyles,
  textTaskNames,
  textTasks,
  type OwnOption,
  type TextOptions,
  type TextTask,
  type TextTaskName,
} from './text-tasks.ts'

const rules = textTaskNames.map((name) => `  ${name}: ${textTasks[name].rule.replaceAll('\n', '\n    ')}`)

/** `midad text`: the rules of the languages, line by line from stdin to stdout. Needs no library. */
export const text = command({
  name: 'text',
  words: textTaskNames.join('|'),
  wordCount: [1, 1],
  summary: 'fold, analyze, count … each line of stdin by the rules of its language',
  about: `Reads UTF-8 lines on stdin and writes one line each. An empty line gives an empty line; CRLF is taken; bytes that are
no UTF-8 become U+FFFD. No library is opened. With --json: {"task","language","lines":[…],"failed":[{"line","code",
"message"}]}, written at the end; a line is a string, or null where it failed, unless its rule says more.

Rules:
${rules.join('\n')}`,
  options: {
    language: {
      kind: 'choice',
      value: 'L',
      choices: languageCodes,
      summary: 'the language of the lines (else ar)',
    },
    style: { kind: 'choice', value: 'S', choices: dateStyles, summary: 'how much of a date is in words' },
    calendar: { kind: 'choice', value: 'C', choices: calendars, summary: 'the calendar of a date' },
    digits: {
      kind: 'choice',
      value: 'D',
      choices: digitStyle.options,
      summary: 'the digits: 123, ١٢٣ or ۱۲۳',
    },
    loose: { kind: 'flag', summary: 'fold by the second, looser key' },
  },
  run({ words, options, ...terminal }) {
    const name = textTaskNames.find((each) => each === words[0])
    if (!name) throw new UsageError(`text is one of ${textTaskNames.join(', ')}, not "${words[0]}"`)
    checkOptions(name, options)
    return writeLines(name, { ...options, language: options.language ?? 'ar' }, terminal)
  },
})

const ownOptions: readonly OwnOption[] = ['digits', 'style', 'calendar', 'loose']

function checkOptions(name: TextTaskName, options: Partial<TextOptions>): void {
  const { takes, needs } = textTasks[name]
  const stray = ownOptions.find((option) => options[option] && !takes.includes(option))
  if (stray) throw new UsageError(`text ${name} takes no --${stray}; see midad text --help`)
  if (needs && !options[needs]) throw new UsageError(`text ${name} needs --${needs}; see midad text --help`)
}

/** A line that could not be done; counted from 1. */
interface FailedLine {
  line: number
  code: 'bad-date'
  message: string
}

async function writeLines(
  name: TextTaskName,
  options: TextOptions,
  { isJson, input, write }: Pick<Call<unknown>, 'isJson' | 'input' | 'write'>,
): Promise<Outcome> {
  const task: TextTask = textTasks[name]
  const lines: unknown[] = []
  const failed: FailedLine[] = []
  let read = 0
  const done = (line: string): unknown => {
    read += 1
    if (isJson && task.json) return task.json(line, options)
    try {
      return line === '' ? '' : task.line(line, options)
    } catch (thrown) {
      if (!task.refuses || !(thrown instanceof RangeError)) throw thrown
      failed.push({ line: read, code: task.refuses, message: shown(thrown.message) })
      return isJson ? null : ''
    }
  }
  for await (const batch of linesOf(input())) {
    const written = batch.map(done)
    if (isJson) for (const each of written) lines.push(each)
    else await write(written.map((each) => `${String(each)}\n`).join(''))
  }
  return {
    json: { task: name, language: options.language, lines, failed },
    lines: [],
    failure: failureOf(failed),
  }
}

const longestShown = 80

/** What somebody else wrote, safe and short enough for a terminal. */
function shown(message: string): string {
  const plain = message.slice(0, longestShown + 1).replaceAll(/\p{Cc}/gu, '\ufffd')
  return plain.length > longestShown ? `${plain.slice(0, longestShown)}…` : plain
}

const mostNamed = 10

/** One sentence for all of them: the first ones with their reasons. */
function failureOf(failed: readonly FailedLine[]): string | undefined {
  if (failed.length === 0) return undefined
  const named = failed.slice(0, mostNamed).map(({ line, message }) => `line ${line}: ${message}`)
  const more = failed.length > mostNamed ? [`and ${failed.length - mostNamed} more lines`] : []
  return [...named, ...more].join('; ')
}
