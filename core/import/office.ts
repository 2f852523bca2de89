import { DeskError } from '../api/errors.ts'
import { docx } from './docx.ts'
import type { ImportSource } from './source.ts'
import { readWord } from './word/read-word.ts'

/** Files of LibreOffice and of old Word, and rich text. */
const ending = /\.(odt|ott|fodt|rtf|doc|dot)$/i

/**
 * What installed LibreOffice reads for Midad: it makes a Word file of it, which is read as any other. What a file is its first bytes
 * say and not its name: LibreOffice takes what it does not know for a text and would make letters of noise. A `.doc` that is a Word
 * file of today under an old name is read without it.
 */
export const office: ImportSource = {
  id: 'office',
  ...(docx.fields && { fields: docx.fields }),
  ...(docx.story && { story: docx.story }),
  accepts: ({ name }) => ending.test(name),
  read: async (file, tools) => {
    const { name, bytes, language } = file
    const named = ending.exec(name)?.[1]?.toLowerCase() ?? ''
    const isOld = /^do[ct]$/.test(named)
    const kind = kindOf(bytes)
    if (isOld && kind === 'zip') return docx.read(file, tools)
    const known = kind === 'rtf' || (kind === 'ole' && isOld) || (kind === 'zip' && !isOld && named !== 'rtf')
    if (!known) throw new DeskError('unreadable', `not what its name says: ${named}`)
    if (!tools.toDocx)
      throw new DeskError('office-missing', 'no office program can be run here', { looked: '' })
    const word = await tools.toDocx(bytes, kind === 'rtf' ? 'rtf' : named)
    return { articles: [await readWord(await tools.unzip(word), language)] }
  },
}

const starts = { zip: 'PK\u0003\u0004', rtf: '{\\rt', ole: '\u00d0\u00cf\u0011\u00e0' } as const

function kindOf(bytes: Uint8Array): keyof typeof starts | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  return (['zip', 'rtf', 'ole'] as const).find((kind) => starts[kind] === start)
}
