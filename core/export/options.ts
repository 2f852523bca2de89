import type { FormatOption, OptionValues } from '../api/files.ts'
import { DeskError } from '../api/errors.ts'
import type { ExportFormat } from './format.ts'

/**
 * A value for each option of the format: as asked for, or its default. Of an option with themes to choose from, whoever has them
 * checks the value. @throws DeskError 'bad-request' for an option that the format does not have, or a value that it cannot have
 */
export function optionsOf(
  format: Pick<ExportFormat, 'id' | 'options'>,
  asked: OptionValues = {},
): OptionValues {
  const options = format.options ?? []
  for (const id of Object.keys(asked)) {
    if (!options.some((option) => option.id === id)) throw wrong(`${format.id} has no option ${id}`)
  }
  return Object.fromEntries(
    options.map((option) => [
      option.id,
      Object.hasOwn(asked, option.id) ? checked(format.id, option, asked[option.id]) : option.default,
    ]),
  )
}

function checked(format: string, option: FormatOption, value: unknown): string | boolean {
  if (option.kind === 'flag') {
    if (typeof value === 'boolean') return value
    throw wrong(`${option.id} of ${format} is yes or no`)
  }
  // What was a flag once is remembered as one.
  if (typeof value === 'boolean') return checked(format, option, value ? 'yes' : 'no')
  const values = option.choices === 'themes' ? undefined : option.choices.map((choice) => choice.value)
  if (typeof value === 'string' && (values?.includes(value) ?? true)) return value
  throw wrong(`${option.id} of ${format} is one of ${values?.join(', ') ?? 'the house themes'}`)
}

const wrong = (message: string): DeskError => new DeskError('bad-request', message, { path: 'options' })
