import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../core/model/article.ts'
import { migrate, migrations, schemaVersion, type Migration } from '../../../core/model/migrate.ts'

const fixture = (version: number) => join(import.meta.dirname, '../../fixtures/articles', `v${version}.json`)

describe('migrations', () => {
  test('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ from }) => from)).toEqual(migrations.map((_, index) => index + 1))
  })

  // Every version that was ever written, the present one too: it is the old one of tomorrow.
  test.each(Array.from({ length: schemaVersion }, (_, index) => index + 1))(
    'a stored file of version %i opens as an article of this version, with all its words',
    (version) => {
      expect(existsSync(fixture(version))).toBe(true)
      const file = JSON.parse(readFileSync(fixture(version), 'utf8')) as { schemaVersion: number }
      expect(file.schemaVersion).toBe(version)
      const read = readArticle(file)
      expect(read).toMatchObject({
        kind: 'article',
        article: { schemaVersion, fields: { headline: 'فيضان دجلة يغمر الأحياء القديمة' } },
      })
      expect(JSON.stringify(read)).toContain('قال شهود إن الماء بلغ العتبات')
    },
  )

  const steps: Migration[] = [
    { from: 1, what: 'mood', run: (file) => ({ ...file, mood: 'calm' }) },
    { from: 2, what: 'mood is a list', run: ({ mood, ...file }) => ({ ...file, moods: [mood] }) },
  ]
  test('run one after the other, from the version of the file on', () => {
    expect(migrate({ schemaVersion: 1, id: 'x' }, steps)).toEqual({
      schemaVersion: 3,
      id: 'x',
      moods: ['calm'],
    })
    expect(migrate({ schemaVersion: 2, mood: 'loud' }, steps)).toEqual({ schemaVersion: 3, moods: ['loud'] })
  })
  test('leave a file of this version, of a newer one, and what is no article as it is', () => {
    for (const file of [
      { schemaVersion: 3 },
      { schemaVersion: 9, x: 1 },
      { schemaVersion: '1' },
      null,
      [],
      7,
    ])
      expect(migrate(file, steps)).toEqual(file)
  })
})
