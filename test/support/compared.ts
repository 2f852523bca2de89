import type { ComparedLine, Comparison, Piece } from '../../core/model/comparison.ts'
import type { Block } from '../../core/model/body.ts'
import type { ArticleText } from '../../core/model/draft-patch.ts'
import { emptyFields, type ArticleFields } from '../../core/model/fields.ts'
import { story } from './story.ts'

/** A text of an article in Arabic with this story. */
export const draft = (
  blocks: Block[],
  { fields, ...rest }: Partial<Omit<ArticleText, 'fields'>> & { fields?: Partial<ArticleFields> } = {},
): ArticleText => ({
  language: 'ar',
  status: 'draft',
  fields: { ...emptyFields(), ...fields },
  body: story(...blocks),
  ...rest,
})

/** `same [-deleted-] [+inserted+] [~formatted~]` */
export const written = (pieces: readonly Piece[]): string => {
  const signs = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['[+', '+]'], formatted: ['[~', '~]'] }
  return pieces.map(({ kind, text }) => signs[kind].join(text)).join('')
}

/** A line each, as its kind and its pieces. */
export const said = ({ lines }: Comparison): string[] =>
  lines.map(({ kind, pieces }) => `${kind}: ${written(pieces)}`)

const without = (kind: 'inserted' | 'deleted', { pieces }: ComparedLine): string =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('')

/** The lines of the newer story, as the docstring of `Comparison` says they can be read from it. */
export const newerLines = ({ lines }: Comparison): string[] =>
  lines.filter(({ kind }) => kind !== 'deleted').map((line) => without('deleted', line))

/** The lines of the older story, as the docstring of `Comparison` says they can be read from it. */
export function olderLines({ lines }: Comparison): string[] {
  const older = lines
    .filter(({ kind }) => kind !== 'inserted' && kind !== 'moved')
    .map((line) => without('inserted', line))
  const moved = lines.filter(({ stood }) => stood !== undefined)
  for (const line of moved.toSorted((a, b) => (a.stood ?? 0) - (b.stood ?? 0)))
    older.splice(line.stood ?? 0, 0, without('inserted', line))
  return older
}
