import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Block } from '../../core/model/body.ts'
import type { ArticleFields } from '../../core/model/fields.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { article } from '../core/export/story.ts'

const samples = join(import.meta.dirname, '../../assets/samples')

/** A picture of the samples as a library keeps it: its name, its bytes and its pixels. */
export function samplePicture(file: 'archive' | 'bus' | 'ferry' | 'shepherds') {
  const bytes = readFileSync(join(samples, `${file}.jpg`))
  const media = `${createHash('sha256').update(bytes).digest('hex')}.jpg`
  return { media, bytes, path: join(samples, `${file}.jpg`), width: 1600, height: 900 }
}

interface Planted {
  language: LanguageCode
  blocks: Block[]
  fields?: Partial<ArticleFields>
  pictures?: { media: string; bytes: Uint8Array }[]
}

/** Lays articles into the folder of a library before a host opens it; answers their ids. */
export function plantStories(library: string, stories: readonly Planted[]): string[] {
  return stories.map(({ language, blocks, fields = {}, pictures = [] }, at) => {
    const id = `01HX${String(at).padStart(22, '0')}`
    const folder = join(library, 'articles', id)
    mkdirSync(join(folder, 'media'), { recursive: true })
    const planted = { ...article(language, fields, ...blocks), id, status: 'draft' }
    writeFileSync(join(folder, 'article.json'), JSON.stringify(planted))
    for (const { media, bytes } of pictures) writeFileSync(join(folder, 'media', media), bytes)
    return id
  })
}
