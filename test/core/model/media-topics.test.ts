import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mediaTopics, topicName } from '../../../core/model/media-topics.ts'

const published = join(
  import.meta.dirname,
  '../../../../shared/standards/vocab/mediatopics-en-ar-derived.json',
)

test('there are seventeen subjects, in the order of their codes', () => {
  expect(mediaTopics.map(({ code }) => code)).toEqual(
    Array.from({ length: 17 }, (_, at) => `${String(at + 1).padStart(2, '0')}000000`),
  )
})

test('Kurdish names are written in Kurdish letters only', () => {
  for (const { names } of mediaTopics) {
    expect(names.ckb).toMatch(/^[ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ، ]+$/)
    expect(names.kmr).toMatch(/^[a-zçêîşû, ]+$/)
    expect(names.kmr).not.toMatch(/[äöüığ]/)
  }
})

test('every name is there once in each language', () => {
  for (const language of ['ar', 'ckb', 'kmr', 'en'] as const)
    expect(new Set(mediaTopics.map(({ names }) => names[language])).size).toBe(17)
})

test('a language without names of its own shows the English one, an unknown code itself', () => {
  expect(topicName('15000000', 'ckb')).toBe('وەرزش')
  expect(topicName('15000000', 'he')).toBe('sport')
  expect(topicName('99000000', 'ar')).toBe('99000000')
})

describe.runIf(existsSync(published))('against the published vocabulary', () => {
  interface Concept {
    qcode: string
    en: string
    ar: string
    broader: unknown[]
  }
  test('codes, English and Arabic names are IPTC’s', () => {
    const { concepts } = JSON.parse(readFileSync(published, 'utf8')) as { concepts: Concept[] }
    const top = concepts.filter(({ broader }) => broader.length === 0)
    expect(mediaTopics.map(({ code, names: { en, ar } }) => [`medtop:${code}`, en, ar])).toEqual(
      top.map(({ qcode, en, ar }) => [qcode, en, ar.replace(/\s+/g, ' ')]),
    )
  })
})
