import { DeskError } from '../../../core/api/errors.ts'
import type { Draft } from '../../../core/api/contract.ts'
import type { ArticleFields } from '../../../core/model/fields.ts'
import type { SampleArticle } from '../../../core/samples/sample-article.ts'
import { base64Of } from '../../desk/pictures.ts'

/** A text to look at a theme with, and the picture that stands in it where the library has none. */
export interface ShownText {
  draft: Draft
  picture?: string
}

export const sampleLanguages = ['ar', 'ckb', 'kmr', 'en'] as const
export type SampleLanguage = (typeof sampleLanguages)[number]

// Each is a file of its own in the build, read when somebody asks for it.
const sources: Record<SampleLanguage, { read: () => Promise<{ default: unknown }>; picture: URL }> = {
  ar: {
    read: () => import('../../../assets/samples/ar.json', { with: { type: 'json' } }),
    picture: new URL('../../../assets/samples/ferry.jpg', import.meta.url),
  },
  ckb: {
    read: () => import('../../../assets/samples/ckb.json', { with: { type: 'json' } }),
    picture: new URL('../../../assets/samples/archive.jpg', import.meta.url),
  },
  kmr: {
    read: () => import('../../../assets/samples/kmr.json', { with: { type: 'json' } }),
    picture: new URL('../../../assets/samples/bus.jpg', import.meta.url),
  },
  en: {
    read: () => import('../../../assets/samples/en.json', { with: { type: 'json' } }),
    picture: new URL('../../../assets/samples/shepherds.jpg', import.meta.url),
  },
}
/** Of no article and no file: they are drawn and kept nowhere. */
const noArticle = '00000000000000000000000000'
const noMedia = `${'0'.repeat(64)}.jpg`
/** All sample pictures are of this size. */
const size = { width: 1600, height: 900 }

/** The sample of a language as a text that is open nowhere. @throws DeskError 'unreachable' */
export async function sampleText(language: SampleLanguage): Promise<ShownText> {
  const { read, picture } = sources[language]
  // Ours, and held to its schema by a test.
  const sample = (await read()).default as SampleArticle
  const answer = await fetch(picture).catch(() => undefined)
  if (!answer?.ok) throw new DeskError('unreachable', `no picture at ${picture.pathname}`)
  const leadImage = { ...sample.fields.leadImage, media: noMedia, ...size }
  // The desk fills in what a sample leaves out.
  const fields = { ...sample.fields, leadImage } as unknown as ArticleFields
  const { status, body } = sample
  return {
    draft: { id: noArticle, language: sample.language, status, fields, body },
    picture: await base64Of(await answer.blob()),
  }
}
