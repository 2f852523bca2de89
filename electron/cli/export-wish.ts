import type { FormatOption, OptionValues } from '../../core/api/files.ts'
import type { ExportFormat } from '../../core/export/format.ts'
import { optionsOf } from '../../core/export/options.ts'
import { formatOf, formats as known } from '../../core/export/registry.ts'
import { knownFormats, type ExportTarget } from '../../core/model/export-target.ts'
import { UsageError } from './command.ts'

/** What `midad export` was asked to write. */
export interface ExportWish {
  formats: ExportFormat[]
  /** By format: the values that were given. */
  options: Readonly<Record<string, OptionValues>>
  isZip: boolean
}

interface Asked {
  format?: string[] | undefined
  option?: string[] | undefined
  target?: string | undefined
  zip: boolean
}

/** The formats and their options: of the target, where one is named, and what the line says beside it. @throws UsageError */
export function exportWish(
  { format, option = [], target, zip }: Asked,
  targets: readonly ExportTarget[],
): ExportWish {
  const named = target === undefined ? undefined : targetNamed(target, targets)
  const ids = format ?? (named ? knownFormats(named, known) : ['html'])
  const formats = ids.flatMap((id) => formatOf(id) ?? [])
  const options: Record<string, OptionValues> = Object.fromEntries(
    formats.map(({ id }) => [id, { ...named?.options[id] }]),
  )
  for (const each of option) {
    for (const { format: id, name, value } of given(each, formats))
      options[id] = { ...options[id], [name]: value }
  }
  for (const each of formats) requireOptions(each, options[each.id])
  return { formats, options, isZip: zip || (named?.isZip ?? false) }
}

function targetNamed(name: string, targets: readonly ExportTarget[]): ExportTarget {
  const found = targets.find((target) => target.name === name)
  if (found) return found
  const names = targets.map((target) => target.name).join(', ')
  throw new UsageError(`no target is named "${name}"; there ${names ? `are: ${names}` : 'is none yet'}`)
}

/** `theme=modern` is said to each of the formats that have it, `html.theme=modern` to one. */
function given(text: string, formats: readonly ExportFormat[]) {
  const [, only, name = '', value = ''] = /^(?:([\w-]+)\.)?([\w-]+)=(.*)$/s.exec(text) ?? []
  if (!name) throw new UsageError(`--option takes NAME=VALUE or FORMAT.NAME=VALUE, not "${text}"`)
  const found = formats.flatMap(({ id, options = [] }) => {
    const option = only === undefined || only === id ? options.find((each) => each.id === name) : undefined
    return option ? [{ format: id, name, value: valueOf(option, value) }] : []
  })
  if (found.length === 0) {
    throw new UsageError(`no chosen format has an option ${name}; see midad export --help`)
  }
  return found
}

function valueOf({ id, kind }: FormatOption, value: string): string | boolean {
  if (kind === 'choice') return value
  if (value === 'yes' || value === 'true') return true
  if (value === 'no' || value === 'false') return false
  throw new UsageError(`the option ${id} is yes or no, not "${value}"`)
}

function requireOptions(format: ExportFormat, asked: OptionValues | undefined): void {
  try {
    optionsOf(format, asked)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** What `--help` says of the options of all formats, a line each. */
export const optionLines = (all: readonly ExportFormat[]): string[] =>
  all.flatMap(({ id, options = [] }) =>
    options.map((option) => `  ${id}.${option.id}=${valuesOf(option)}  ${option.label}`),
  )

const valuesOf = (option: FormatOption): string => {
  if (option.kind === 'flag') return option.default ? 'yes|no' : 'no|yes'
  return option.choices === 'themes' ? 'THEME' : option.choices.map(({ value }) => value).join('|')
}
