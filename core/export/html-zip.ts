import { zipSync, type Zippable } from 'fflate'
import type { ExportFormat } from './format.ts'
import { writePage } from './html.ts'
import { htmlFields, htmlStory } from './html-carried.ts'
import { noDate } from './zip-date.ts'

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
    const entries: Zippable = { 'index.html': [page, { mtime: noDate, level: 6 }] }
    // Pictures are packed already.
    for (const [path, bytes] of files) entries[path] = [bytes, { mtime: noDate, level: 0 }]
    return { bytes: zipSync(entries), warnings }
  },
}
