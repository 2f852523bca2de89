import type { ArticleId } from '../../core/model/article.ts'
import { journalParts, type JournalPart } from './journal-lines.ts'
import { isOfAnother } from './journal-files.ts'

/**
 * One journal that says what both files of it say together: every line of both, byte for byte, in the order in which they were
 * written; what no line can be made of stands first. `apart` is what holds the text of another article: nothing of it may be
 * laid over this one.
 */
export function mergeJournals(
  id: ArticleId,
  files: readonly Uint8Array[],
): { bytes: Uint8Array | undefined; apart: Uint8Array[] } {
  const read = files.map((bytes) => ({ bytes, parts: journalParts(bytes) }))
  const isForeign = ({ parts }: { parts: JournalPart[] }): boolean =>
    isOfAnother(
      id,
      parts.flatMap(({ line }) => line ?? []),
    )
  const own = read.filter((file) => !isForeign(file))
  const apart = read.filter(isForeign).map(({ bytes }) => bytes)
  if (own.length <= 1) return { bytes: own[0]?.bytes, apart }
  const parts = own.flatMap((file) => file.parts)
  const sorted = parts.toSorted((one, other) => (one.line?.seq ?? -1) - (other.line?.seq ?? -1))
  return { bytes: Buffer.concat(sorted.flatMap(wholePart)), apart }
}

const lineFeed = Buffer.from('\n')
// What was cut off stays so: it is no damage.
const wholePart = ({ bytes, line, isEnded }: JournalPart): Uint8Array[] =>
  line || isEnded ? [lineFeed, bytes, lineFeed] : [lineFeed, bytes]
