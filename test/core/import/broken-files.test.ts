import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskErrorCodes, toErrorData } from '../../../core/api/errors.ts'
import { readBrought } from '../../../core/desk/reading.ts'
import { formats } from '../../../core/export/registry.ts'
import { cleanArticle } from '../../../core/model/clean-body.ts'
import { storyBody } from '../../../core/model/body.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { fullArticle, onePixel } from '../export/story.ts'

const known = new Set<string>(deskErrorCodes.filter((code) => code !== 'internal'))

/** `read` with a story that the model knows, or the code of its refusal. */
async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const { articles, failed = [] } = await readBrought(
      { name, base64: Buffer.from(bytes).toString('base64') },
      readingTools,
    )
    for (const { body } of articles) storyBody.parse(body)
    return failed.find(({ error }) => !known.has(error.code))?.error.message ?? 'read'
  } catch (thrown) {
    const { code, message } = toErrorData(thrown)
    return known.has(code) ? 'refused' : message
  }
}

describe.each(formats)('a file of the format $id', (format) => {
  const theme = shippedThemes[0]
  if (!theme) throw new Error('no theme')
  const whole = async (language: 'ar' | 'en') => {
    const article = cleanArticle(fullArticle(language))
    return (await format.write({ article, theme, now: 0, assets: onePixel })).bytes
  }
  const name = `a.${format.extension}`

  test('that is cut off anywhere is read as far as it goes, or refused', async () => {
    const bytes = await whole('ar')
    const cuts = Array.from({ length: 60 }, (_, n) => Math.floor((bytes.length * (n + 1)) / 61))
    for (const at of [1, 2, 3, ...cuts, bytes.length - 1])
      expect(['read', 'refused'], `cut after ${at}`).toContain(await outcome(name, bytes.subarray(0, at)))
  })

  test('with bytes changed anywhere is read, or refused', async () => {
    const bytes = await whole('en')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (changes) => {
          const changed = Uint8Array.from(bytes)
          for (const [at, byte] of changes) changed[at] = byte
          expect(['read', 'refused']).toContain(await outcome(name, changed))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('in another encoding than it says is read, or refused', async () => {
    const words = new TextDecoder().decode(await whole('ar'))
    const encoded = [
      Buffer.from(words, 'utf16le'),
      Buffer.from(`\ufeff${words}`, 'utf16le'),
      Buffer.from(`\ufeff${words}`, 'utf16le').swap16(),
      Buffer.from(words, 'latin1'),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(words)]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words)]),
    ]
    for (const [at, bytes] of encoded.entries())
      expect(['read', 'refused'], `encoding ${at}`).toContain(await outcome(name, bytes))
  })
})

test('a page of ours that lost any one of its tags still gives a story that opens again', async () => {
  const html = formats.find(({ id }) => id === 'html')
  const theme = shippedThemes[0]
  if (!html || !theme) throw new Error('no pages')
  const { bytes } = await html.write({
    article: cleanArticle(fullArticle('en')),
    theme,
    now: 0,
    assets: onePixel,
  })
  const page = new TextDecoder().decode(bytes)
  const story = page.indexOf('class="story"')
  expect(story).toBeGreaterThan(0)
  for (const { 0: tag, index } of page.matchAll(/<\/?[a-z]+[^>]*>/g)) {
    if (index < story) continue
    const lost = page.slice(0, index) + page.slice(index + tag.length)
    expect(await outcome('a.html', Buffer.from(lost)), `without ${tag} at ${index}`).toBe('read')
  }
})
