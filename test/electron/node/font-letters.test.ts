import { describe, expect, test } from 'vitest'
import type { FontFace } from '../../../core/model/theme.ts'
import { lettersOf, rememberFaces } from '../../../electron/node/font-letters.ts'

const face = (): FontFace => ({
  bytes: Uint8Array.of(1),
  weight: { min: 400, max: 700 },
  unicodeRange: 'U+0-7F',
})

test('letters come by the group, and by themselves where they are of none', () => {
  expect(lettersOf('سم')).toEqual(lettersOf('أعلنت'))
  expect(lettersOf('س').has('ع')).toBe(true)
  expect([...lettersOf('☃')]).toEqual(['☃'])
})

describe('faces that were asked for before', () => {
  const asking = () => {
    const asked: string[] = []
    const ask = async (family: string, text: string) => {
      asked.push(`${family} ${text}`)
      return [face()]
    }
    return { asked, ask }
  }
  test('are handed out as they are, for the same letters and no others', async () => {
    const { asked, ask } = asking()
    const faces = rememberFaces(8)
    const first = await faces('naskh', 'نص', ask)
    expect(await faces('naskh', 'نص آخر', ask)).not.toBe(first)
    expect(await faces('naskh', 'صن', ask)).toBe(first)
    await faces('kufi', 'نص', ask)
    await faces('naskh', 'نص☃', ask)
    await faces('naskh', '☃ن', ask)
    expect(asked).toEqual(['naskh نص', 'naskh نص آخر', 'kufi نص', 'naskh نص☃'])
  })
  test('are forgotten when they are too many, the one asked for last at the end', async () => {
    const { asked, ask } = asking()
    const faces = rememberFaces(2)
    for (const text of ['☀', '☁', '☀', '☂', '☀', '☁']) await faces('inter', text, ask)
    expect(asked.map((each) => each.at(-1))).toEqual(['☀', '☁', '☂', '☁'])
  })
  test('that failed are asked for anew', async () => {
    const faces = rememberFaces(2)
    await expect(faces('inter', 'a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect(await faces('inter', 'a', async () => [face()])).toHaveLength(1)
  })
})
