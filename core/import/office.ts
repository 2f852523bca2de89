import { DeskError } from '../api/errors.ts'
import { docx } from './docx.ts'
import type { ImportInput, ImportSource } from './source.ts'
import { readWord } from './word/read-word.ts'

/** Files of LibreOffice and of old Word, and rich text. */
const ending = /\.(odt|ott|fodt|rtf|doc|dot)$/i

/**
 * What installed LibreOffice reads for Midad: it makes a Word file of it, which is read as any other. A `.doc` that is a Word file of
 * today under an old name is read without it.
 */
export const office: ImportSource = {
  id: 'office',
  ...(docx.fields && { fields: docx.fields }),
  ...(docx.story && { story: docx.story }),
  accepts: ({ name }) => ending.test(name),
  read: async (file, tools) => {
    const { name, bytes, language } = file
    const kind = ending.exec(name)?.[1]?.toLowerCase() ?? ''
    if (isZip(file) && /^do[ct]$/.test(kind)) return docx.read(file, tools)
    if (!tools.toDocx)
      throw new DeskError('office-missing', 'no office program can be run here', { looked: '' })
    const word = await tools.toDocx(bytes, kind)
    return { articles: [await readWord(await tools.unzip(word), language)] }
  },
}

const isZip = ({ bytes }: ImportInput): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
