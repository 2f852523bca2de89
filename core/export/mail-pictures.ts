import type { Warning } from '../api/files.ts'
import type { PagePicture, PagePictures } from './page-pictures.ts'
import { toUtf8 } from './utf8.ts'

/** Bytes of a mail's HTML after which Gmail cuts it off and hides the rest behind a link (102 kB, its well-known limit). */
const mostBytes = 100_000

/**
 * The mail with as many of its pictures, in the order of the page, as leave its words whole in every mail program; what was left
 * out, and that some programs show none of those inside, is said.
 */
export function fittingMail(
  pictures: PagePictures,
  draw: (pictures: PagePictures) => string,
): { text: string; warnings: Warning[] } {
  let text = draw(new Map())
  let bytes = toUtf8(text).length
  const fitting = new Map<string, PagePicture>()
  for (const [key, picture] of pictures) {
    if (bytes + picture.src.length > mostBytes) continue
    // Drawn and measured: one picture may stand in several places.
    const larger = draw(new Map([...fitting, [key, picture]]))
    const size = toUtf8(larger).length
    if (size > mostBytes) continue
    fitting.set(key, picture)
    text = larger
    bytes = size
  }
  const leftOut = pictures.size - fitting.size
  const warnings: Warning[] = []
  if (leftOut > 0)
    warnings.push({ code: 'mail-pictures-out', message: `${leftOut} pictures would make the mail too long` })
  if (fitting.size > 0)
    warnings.push({ code: 'mail-pictures-inside', message: 'Gmail and Outlook show no pictures inside' })
  return { text, warnings }
}
