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
  writer.later((own) => keepFacts(parts.documents, own))
  // A copy: more may go while the pieces are written.
  writer.raw(gone.slice())
  writer.later((own) => own.text(parts.terms.join('\n')))
  writer.numbers(parts.frequencies)
  for (const starts of [parts.gapsAt, parts.weightsAt, parts.placesAt])
    writer.later((own) => own.numbers(lengthsOf(starts)))
  for (const bytes of [parts.gaps, parts.weights, parts.places]) writer.raw(bytes)
}

/** Reads what `keepSegment` wrote. @throws RangeError where its parts do not fit each other */
export function keptSegment(reader: SectionReader): Segment {
  const documents = keptFacts(reader)
  const gone = reader.raw()
  const terms = linesOf(reader.text())
  const frequencies = reader.numbers()
  const [gapsAt, weightsAt, placesAt] = [startsIn(reader), startsIn(reader), startsIn(reader)]
  const [gaps, weights, places] = [reader.raw(), reader.raw(), reader.raw()]
  const isWhole =
    gone.length === documents.length &&
    frequencies.length === terms.length &&
    [gapsAt, weightsAt, placesAt].every(({ length }) => length === terms.length + 1) &&
    gapsAt.at(-1) === gaps.length &&
    weightsAt.at(-1) === weights.length &&
    placesAt.at(-1) === places.length
  if (!isWhole) throw new RangeError('parts that do not fit each other')
  const columns = { gapsAt, gaps, weightsAt, weights, placesAt, places }
  const segment = new Segment({ documents, terms, frequencies, ...columns })
  for (let at = gone.indexOf(1); at >= 0; at = gone.indexOf(1, at + 1)) segment.drop(at)
  return segment
}

/** How long each part is: where they begin tells them apart from each other, and cannot be squeezed. */
const lengthsOf = (starts: Uint32Array): Uint32Array =>
  starts.subarray(1).map((start, at) => start - (starts[at] ?? 0))

function startsIn(reader: SectionReader): Uint32Array {
  const lengths = reader.numbers()
  const starts = new Uint32Array(lengths.length + 1)
  for (let at = 0; at < lengths.length; at += 1) starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0)
  return starts
}

/** Each fact of all documents behind the other: so a library of any size is read in some milliseconds. */
function keepFacts(documents: readonly DocumentFacts[], writer: SectionWriter): void {
  writer.texts(documents.map(({ id }) => id))
  writer.texts(documents.map(({ day }) => (day.length === dayLength ? day : noDay)))
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
