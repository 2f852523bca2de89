import { languageCodes } from '../../model/language-code.ts'
import { statuses } from '../../model/fields.ts'
import type { DocumentFacts } from './document.ts'
import type { SectionReader, SectionWriter } from './sections.ts'
import { Segment } from './segment.ts'

/** Letters of an id, and of a day. */
const idLength = 26
const dayLength = 10
const noDay = ' '.repeat(dayLength)

/** Writes all of a segment, with what has gone out of it. */
export function keepSegment({ parts, gone }: Segment, writer: SectionWriter): void {
  keepFacts(parts.documents, writer)
  // A copy: more may go while the pieces are written.
  writer.raw(gone.slice())
  writer.text(parts.terms.join('\n'))
  for (const numbers of [parts.frequencies, parts.postingsAt, parts.placesAt]) writer.numbers(numbers)
  for (const bytes of [parts.postings, parts.places]) writer.raw(bytes)
}

/** Reads what `keepSegment` wrote. @throws RangeError where its parts do not fit each other */
export function keptSegment(reader: SectionReader): Segment {
  const documents = keptFacts(reader)
  const gone = reader.raw()
  const terms = linesOf(reader.text())
  const [frequencies, postingsAt, placesAt] = [reader.numbers(), reader.numbers(), reader.numbers()]
  const [postings, places] = [reader.raw(), reader.raw()]
  const isWhole =
    gone.length === documents.length &&
    frequencies.length === terms.length &&
    postingsAt.length === terms.length + 1 &&
    placesAt.length === terms.length + 1 &&
    postingsAt.at(-1) === postings.length &&
    placesAt.at(-1) === places.length
  if (!isWhole) throw new RangeError('parts that do not fit each other')
  const segment = new Segment({ documents, terms, frequencies, postingsAt, postings, placesAt, places })
  for (const [document, isGone] of gone.entries()) if (isGone === 1) segment.drop(document)
  return segment
}

/** Each fact of all documents behind the other: so a library of any size is read in some milliseconds. */
function keepFacts(documents: readonly DocumentFacts[], writer: SectionWriter): void {
  writer.text(documents.map(({ id }) => id).join(''))
  writer.text(documents.map(({ day }) => (day.length === dayLength ? day : noDay)).join(''))
  writer.numbers(Uint32Array.from(documents, ({ revision }) => revision))
  writer.raw(Uint8Array.from(documents, ({ language }) => languageCodes.indexOf(language)))
  writer.raw(Uint8Array.from(documents, ({ status }) => statuses.indexOf(status)))
  writer.wide(Float64Array.from(documents, ({ updatedMs }) => updatedMs))
  writer.wide(Float64Array.from(documents, ({ stamp }) => stamp.size))
  writer.wide(Float64Array.from(documents, ({ stamp }) => stamp.mtimeMs))
}

function keptFacts(reader: SectionReader): DocumentFacts[] {
  const [ids, days] = [reader.text(), reader.text()]
  const [revisions, languages, states] = [reader.numbers(), reader.raw(), reader.raw()]
  const [updated, sizes, times] = [reader.wide(), reader.wide(), reader.wide()]
  const count = revisions.length
  const areWhole =
    ids.length === count * idLength &&
    days.length === count * dayLength &&
    [languages, states, updated, sizes, times].every(({ length }) => length === count)
  if (!areWhole) throw new RangeError('facts that do not fit each other')
  const documents: DocumentFacts[] = []
  for (let at = 0; at < count; at += 1) {
    const [language, status] = [languageCodes[languages[at] ?? -1], statuses[states[at] ?? -1]]
    if (language === undefined || status === undefined) throw new RangeError('an unknown language or status')
    const day = days.slice(at * dayLength, (at + 1) * dayLength)
    documents.push({
      id: ids.slice(at * idLength, (at + 1) * idLength),
      revision: revisions[at] ?? 0,
      language,
      status,
      day: day === noDay ? '' : day,
      updatedMs: updated[at] ?? 0,
      stamp: { size: sizes[at] ?? 0, mtimeMs: times[at] ?? 0 },
    })
  }
  return documents
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))
