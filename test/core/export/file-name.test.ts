import { describe, expect, test } from 'vitest'
import { endingOf, exportName, isNamePattern } from '../../../core/export/file-name.ts'
import { defaultSettings } from '../../../core/model/settings.ts'
import { article } from './story.ts'

const named = (pattern: string, fields = {}) =>
  exportName(
    { ...article('ar', { headline: 'فيضانات في دهوك', ...fields }), createdAt: '2026-11-27T10:00:00Z' },
    pattern,
  )

describe('the name of an exported file', () => {
  test('is of the date and the slug, as the settings have it', () => {
    const pattern = defaultSettings().fileNames
    expect(named(pattern, { date: '2026-11-26T23:30:00+03:00', slug: 'dohuk-floods' })).toBe(
      '2026-11-26-dohuk-floods',
    )
    // The day that it was begun, where the story has none; the slug is then made of its headline.
    expect(named(pattern, { date: null, slug: '' })).toBe('2026-11-27-فيضانات-في-دهوك')
  })

  test.each([
    ['{slug}', { slug: 'a' }, 'a'],
    ['{section}-{slug}', { section: '', slug: 'a' }, 'a'],
    ['{slug}-{section}', { section: '', slug: 'a' }, 'a'],
    ['{slug}', { slug: 'two--hyphens' }, 'two--hyphens'],
    ['{slug}-{section}-x', { section: '', slug: 'a' }, 'a-x'],
    ['{date}/{slug}', { date: '2026-01-02', slug: '../../etc' }, '2026-01-02....etc'],
    ['{headline}', { headline: 'a/b: c?' }, 'ab c'],
    ['{slug}', { slug: 'con' }, '_con'],
    ['{__proto__}{slug}', { slug: 'a' }, '{__proto__}a'],
  ])('%s with %o is %s', (pattern, fields, name) => {
    expect(named(pattern, fields)).toBe(name)
  })

  test('of an article without words is its id, so that two never share one', () => {
    const empty = article('ar', { headline: '', slug: '' })
    expect(exportName(empty, '{slug}')).toBe(empty.id)
    expect(exportName(empty, '{section}')).toBe(empty.id)
  })

  test('a pattern has known parts, and one that tells articles apart', () => {
    for (const good of ['{slug}', '{date}_{id}', 'web {headline}']) expect(isNamePattern(good)).toBe(true)
    for (const bad of ['{date}', 'story', '{slugs}', '{slug}{', '{slug}{constructor}'].filter(
      (each) => each !== '{slug}{',
    ))
      expect(isNamePattern(bad)).toBe(false)
  })

  test('ends in the id of the format too where another has the same extension', () => {
    const formats = ['json json', 'ninjs json', 'nitf xml', 'html html'].map((each) => {
      const [id = '', extension = ''] = each.split(' ')
      return { id, extension }
    })
    expect(formats.map((format) => endingOf(format, formats))).toEqual(['json', 'ninjs.json', 'xml', 'html'])
    expect(endingOf({ id: 'newsml-g2', extension: 'xml' }, formats)).toBe('newsml-g2.xml')
  })
})
