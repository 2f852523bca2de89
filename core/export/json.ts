import type { Warning } from '../api/files.ts'
import { toBase64 } from '../model/base64.ts'
import { allFields, allParts } from '../model/carried.ts'
import { mediaNames } from '../model/map-story.ts'
import type { ExportFormat } from './format.ts'
import { notesOption } from './notes-option.ts'
import { toUtf8 } from './utf8.ts'

/**
 * The article, to open in another Midad or to be read by a program: its article.json with the pictures inside
 * (core/import/midad-json.ts). Its notes stay at home unless its option asks for them, and that is said: whoever goes on
 * with it elsewhere may have counted on them.
 */
export const json: ExportFormat = {
  id: 'json',
  label: 'Midad article (JSON)',
  extension: 'json',
  mime: 'application/json',
  fields: allFields('kept'),
  story: { ...allParts('kept'), note: 'leave-out' },
  options: [notesOption],
  async write({ article, notesLeftOut = 0, assets }) {
    const media: Record<string, string> = {}
    const warnings: Warning[] = []
    for (const name of mediaNames(article)) {
      const picture = await assets.picture(name)
      if (picture) media[name] = toBase64(picture.bytes)
      else warnings.push({ code: 'picture-missing', message: `${name} is not in the library` })
    }
    if (notesLeftOut > 0) {
      warnings.push({
        code: 'notes-left-out',
        message: `${notesLeftOut} notes in the story are not in the file`,
      })
    }
    return { bytes: toUtf8(`${JSON.stringify({ ...article, media }, null, 1)}\n`), warnings }
  },
}
