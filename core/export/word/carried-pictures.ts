import type { Warning } from '../../api/files.ts'
import type { Article } from '../../model/article.ts'
import { mediaNames } from '../../model/map-story.ts'
import { isMoving, readPicture } from '../../model/picture.ts'
import type { ExportAssets } from '../format.ts'
import type { CarriedPicture } from './writing.ts'

/** By the name of their media. */
interface CarriedPictures {
  pictures: Map<string, CarriedPicture>
  warnings: Warning[]
}

/**
 * The pictures of an article as every Word draws them: a WebP as a JPEG, or a PNG where something of it is transparent. One that
 * cannot be made here goes as it is, and that is said.
 */
export async function carriedPictures(article: Article, assets: ExportAssets): Promise<CarriedPictures> {
  const pictures = new Map<string, CarriedPicture>()
  const warnings: Warning[] = []
  for (const name of mediaNames(article)) {
    const stored = await assets.picture(name)
    if (!stored) {
      warnings.push({ code: 'picture-missing', message: `the picture ${name} is not in the library` })
      continue
    }
    if (stored.mime !== 'image/webp') {
      pictures.set(name, stored)
      continue
    }
    const redrawn = await drawnByAll(name, stored.bytes, assets)
    pictures.set(name, redrawn ?? stored)
    if (!redrawn)
      warnings.push({
        code: 'picture-webp',
        message: `the picture ${name} is a WebP, which older versions of Word do not show`,
      })
    else if (isMoving(stored.bytes))
      warnings.push({
        code: 'picture-still',
        message: `of the moving picture ${name} the first frame is there`,
      })
  }
  return { pictures, warnings }
}

/** Pixels: 380 to the inch across a page of A4, where print asks for 300. A transparent PNG of all that a camera has would be a hundred megabytes. */
const mostWidth = 3200

async function drawnByAll(
  media: string,
  bytes: Uint8Array,
  assets: ExportAssets,
): Promise<CarriedPicture | undefined> {
  const size = readPicture(bytes)
  return size && assets.scaled?.(media, { width: Math.min(size.width, mostWidth) })
}
