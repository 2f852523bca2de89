import { commonOptions } from './args.ts'
import type { Command, OptionTable } from './command.ts'

const foot = `Environment:
  MIDAD_LIBRARY  the library's folder where --library is not given

Exit codes: 0 done, 1 failed, 2 wrong usage.`

/** What `midad --help` says: every command and the common options. */
export function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map((command): [string, string] => [usageOf(command), command.summary])
  return `midad: the newsroom's library from a terminal

Usage: midad <command> [options]

Commands:
${table(rows)}

Options of every command:
${table(optionRows(commonOptions))}
  --version  print the version

${foot}
midad <command> --help says more about one command.`
}

/** What `midad <command> --help` says: everything it takes. */
export function helpOf(command: Command): string {
  const own = optionRows(command.options)
  return `midad ${command.name}: ${command.summary}

Usage: midad ${usageOf(command)}
${own.length > 0 ? `\nOptions:\n${table(own)}\n` : ''}
Options of every command:
${table(optionRows(commonOptions))}
${command.about ? `\n${command.about}\n` : ''}
${foot}`
}

function usageOf({ name, words, options }: Command): string {
  const own = Object.entries(options).map(([option, row]) =>
    row.kind === 'flag' ? `[--${option}]` : `[--${option} ${row.value ?? 'VALUE'}]`,
  )
  return [name, words, ...own].filter(Boolean).join(' ')
}

function optionRows(options: OptionTable): [string, string][] {
  return Object.entries(options).map(([name, row]) => [
    row.kind === 'flag' ? `--${name}` : `--${name} ${row.value ?? 'VALUE'}`,
    row.choices ? `${row.summary}: ${row.choices.join(', ')}` : row.summary,
  ])
}

const widestLabel = 36

/** Two columns; a label that is too wide has its text on the next line. */
function table(rows: readonly [string, string][]): string {
  const width = Math.max(...rows.map(([label]) => label.length).filter((length) => length <= widestLabel), 0)
  return rows
    .map(([label, text]) =>
      label.length > widestLabel
        ? `  ${label}\n  ${' '.repeat(width)}  ${text}`
        : `  ${label.padEnd(width)}  ${text}`,
    )
    .join('\n')
}
