import type { Warning } from '../api/files.ts'
import { toBase64 } from '../model/base64.ts'
import { mediaNames } from '../model/map-story.ts'
import type { ExportFormat } from './format.ts'
import { toUtf8 } from './utf8.ts'

/**
 * The article, to open in another Midad: its article.json with the pictures inside (core/import/article-file.ts). Its notes
 * stay at home, as in any other format, and that is said: whoever goes on with it elsewhere may have counted on them.
 */
export const articleFile: ExportFormat = {
  id: 'midad',
  label: 'Midad article',
  extension: 'midad',
  mime: 'application/vnd.midad.article+json',
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
