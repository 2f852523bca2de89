import { languageCodes } from '../../model/language-code.ts'
import { statuses } from '../../model/fields.ts'
import type { DocumentFacts } from './document.ts'
import type { SectionReader, SectionWriter } from './sections.ts'
import { Segment } from './segment.ts'

/** Writes all of a segment, with what has gone out of it. */
export function keepSegment({ parts, gone }: Segment, writer: SectionWriter): void {
  writer.text(parts.documents.map(factsLine).join('\n'))
  // A copy: more may go while the pieces are written.
  writer.raw(gone.slice())
  writer.text(parts.terms.join('\n'))
  for (const numbers of [parts.frequencies, parts.postingsAt, parts.placesAt]) writer.numbers(numbers)
  for (const bytes of [parts.postings, parts.places]) writer.raw(bytes)
}

/** Reads what `keepSegment` wrote. @throws RangeError where its parts do not fit each other */
export function keptSegment(reader: SectionReader): Segment {
  const documents = linesOf(reader.text()).map(factsOf)
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

const factsLine = ({ id, revision, language, status, day, updatedMs, stamp }: DocumentFacts): string =>
  [id, revision, languageCodes.indexOf(language), statuses.indexOf(status), day, updatedMs, stamp].join('\t')

function factsOf(line: string): DocumentFacts {
  const [id = '', revision, language, status, day = '', updatedMs, stamp = ''] = line.split('\t')
  const [code, state] = [languageCodes[Number(language)], statuses[Number(status)]]
  if (code === undefined || state === undefined) throw new RangeError('an unknown language or status')
  return {
    id,
    revision: Number(revision),
    language: code,
    status: state,
    day,
    updatedMs: Number(updatedMs),
    stamp,
  }
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))
