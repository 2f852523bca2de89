import type { Use } from './desk-session.ts'

/** One option of a command: how it is read and what `--help` says of it. */
export interface OptionRow {
  /** 'list': several times, and of `choices` several with commas. */
  kind: 'flag' | 'text' | 'count' | 'choice' | 'list'
  /** What stands for the value in `--help`. */
  value?: string
  /** The words that a 'choice' or one of a 'list' may be. */
  choices?: readonly string[]
  summary: string
}
export type OptionTable = Record<string, OptionRow>
type OptionValue<R extends OptionRow> = R['kind'] extends 'flag'
  ? boolean
  : R['kind'] extends 'count'
    ? number | undefined
    : R['kind'] extends 'list'
      ? string[] | undefined
      : R extends { choices: readonly (infer C)[] }
        ? C | undefined
        : string | undefined
export type OptionValues<T extends OptionTable> = { [K in keyof T]: OptionValue<T[K]> }

/**
 * 'read' works beside a running host; 'look' too, and never takes, mends or writes anything; 'write' goes through the host;
 * 'create' is a write that may found the library.
 */
export type DeskNeed = 'read' | 'look' | 'write' | 'create'

/** What a command is run with. */
export interface Call<O> {
  /** What stands after the command, without options. */
  words: string[]
  options: O
  /** The library's folder, absolute. */
  library: string
  /** Whether a library may be founded there. */
  mayCreate: boolean
  /** Opens the library for as long as `use` runs. @throws DeskError */
  withDesk: <T>(need: DeskNeed, use: Use<T>) => Promise<T>
  /** Shows how far long work has come, where somebody watches. */
  progress: (done: number, total: number, name: string) => void
  /** A line on stdout before the command has ended. */
  print: (line: string) => void
  /** Whether stdout is one JSON document; what `write` has written would then stand before it. */
  isJson: boolean
  /** The bytes on stdin, as they come. */
  input: () => AsyncIterable<Uint8Array>
  /** Text on stdout before the command has ended; resolves once it is taken, so that no output grows in memory. */
  write: (text: string) => Promise<void>
}

/** What a command leaves behind. */
export interface Outcome {
  /** The one document of `--json`. */
  json: unknown
  /** The same for people. */
  lines: string[]
  /** Says on stderr what part of the work failed; the exit code is then 1. */
  failure?: string | undefined
}

/** One command of `midad`: one file, and one line in commands.ts. */
export interface Command {
  name: string
  /** What follows the name: `FILE_OR_FOLDER…`. */
  words: string
  /** How many words it takes, at least and at most. */
  wordCount: readonly [least: number, most: number]
  summary: string
  /** What `--help` says below the options, where those do not say it all. */
  about?: string
  options: OptionTable
  /** Answers nothing where all has been printed already. @throws DeskError | UsageError */
  run(call: Call<Record<string, unknown>>): Promise<Outcome | undefined>
}
type TypedCommand<T extends OptionTable> = Omit<Command, 'options' | 'run'> & {
  options: T
  run(call: Call<OptionValues<T>>): Promise<Outcome | undefined>
}

/** A command whose `run` sees its own options with their types. */
export function command<const T extends OptionTable>(definition: TypedCommand<T>): Command {
  return definition
}

/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
