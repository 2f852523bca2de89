import { limits } from '../model/limits.ts'
import { endingOf } from './names.ts'

const packed = new Set(['.zip', '.docx', '.odt'])

/**
 * How large a file may be that goes over no border of the desk (reliability.md §5): an archive as much as it may unpack to, any other as much
 * as is read of an article.
 */
export const mostBytesHere = (name: string): number =>
  packed.has(endingOf(name)) ? limits.archiveBytes : limits.storedBytes
