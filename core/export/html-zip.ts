import type { ExportFormat } from './format.ts'
import { writePage } from './html.ts'
import { htmlFields, htmlStory } from './html-carried.ts'
import { packedBytes, zipOf } from './zip-file.ts'

/** The page and its pictures beside it, as a web server has them: `index.html` and `media/`, packed in one file. */
export const htmlZip: ExportFormat = {
  id: 'html-zip',
  label: 'Page for a web server',
  extension: 'zip',
  mime: 'application/zip',
  fields: htmlFields,
  story: htmlStory,
  write: async (input) => {
    const { page, files, warnings } = await writePage(input, 'beside')
    const index = { path: 'index.html', ...packedBytes(page, 6, input.packer) }
    // Pictures are packed already.
    const pictures = Array.from(files, ([path, bytes]) => ({ path, ...packedBytes(bytes, 0, input.packer) }))
    return { bytes: zipOf([index, ...pictures]), warnings }
  },
}
