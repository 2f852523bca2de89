import { addSample } from '../../../core/samples/add-sample.ts'
import type { SampleArticle } from '../../../core/samples/sample-article.ts'
import { DeskError } from '../../../core/api/errors.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { DeskClient } from '../../desk/client.ts'
import { base64Of } from '../../desk/pictures.ts'

interface SampleSource {
  language: LanguageCode
  read: () => Promise<{ default: unknown }>
  /** The address of its lead picture. */
  picture: URL
}

// Each is a file of its own in the build, read when somebody asks for it.
const sources: readonly SampleSource[] = [
  {
    language: 'ar',
    read: () => import('../../../assets/samples/ar.json', { with: { type: 'json' } }),
    picture: new URL('../../../assets/samples/ferry.jpg', import.meta.url),
  },
  {
    language: 'ckb',
    read: () => import('../../../assets/samples/ckb.json', { with: { type: 'json' } }),
    picture: new URL('../../../assets/samples/archive.jpg', import.meta.url),
  },
  {
    language: 'kmr',
    read: () => import('../../../assets/samples/kmr.json', { with: { type: 'json' } }),
    picture: new URL('../../../assets/samples/bus.jpg', import.meta.url),
  },
  {
    language: 'en',
    read: () => import('../../../assets/samples/en.json', { with: { type: 'json' } }),
    picture: new URL('../../../assets/samples/shepherds.jpg', import.meta.url),
  },
]

/** The languages of the samples in the order they are made: the last one stands on top of the list. */
export const orderFor = (first: LanguageCode): LanguageCode[] =>
  sources
    .map(({ language }) => language)
    .toReversed()
    .toSorted((one, other) => Number(one === first) - Number(other === first))

/**
 * Adds the sample stories that are not in the library yet (told by their headlines), that of `first` on top; answers
 * how many it added and the id of the topmost. @throws DeskError
 */
export async function addSampleStories(
  desk: DeskClient,
  first: LanguageCode,
  readPicture: (address: URL) => Promise<Blob> = fetchPicture,
): Promise<{ count: number; top: string | undefined }> {
  const { articles } = await desk.call('article.list', {})
  const there = new Set(articles.map(({ headline }) => headline))
  let count = 0
  let top: string | undefined
  for (const language of orderFor(first)) {
    const source = sources.find((each) => each.language === language)
    if (!source) continue
    // Ours, and held to its schema by a test; the desk checks what it keeps.
    const sample = (await source.read()).default as SampleArticle
    if (there.has(sample.fields.headline)) continue
    // Before the article is made: where there is no picture, nothing is left half.
    const picture = await base64Of(await readPicture(source.picture))
    top = await addSample((method, input) => desk.call(method, input), sample, picture)
    count += 1
  }
  return { count, top }
}

async function fetchPicture(address: URL): Promise<Blob> {
  try {
    const answer = await fetch(address)
    if (answer.ok) return await answer.blob()
  } catch {
    // Said below: the host has gone away.
  }
  throw new DeskError('unreachable', `no picture at ${address.pathname}`)
}
