import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Article } from '../../../core/model/article.ts'
import { callHost } from '../../support/call-host.ts'
import { builtMidad, midadJson, serving, testFolder, type Serving } from '../../support/midad.ts'
import { story } from '../../support/temp-library.ts'

let folder: string
let remove: () => void
let host: Serving
beforeAll(builtMidad)
beforeEach(async () => {
  ;({ folder, remove } = testFolder())
  host = await serving(['--library', join(folder, 'library')])
})
afterEach(async () => {
  await host.stop()
  remove()
})

test('an editor types in a window while another process imports 200 files: all articles are there, and every save', async () => {
  const inbox = join(folder, 'inbox')
  await mkdir(inbox)
  for (let file = 0; file < 200; file += 1)
    await writeFile(
      join(inbox, `${String(file).padStart(3, '0')}.txt`),
      `خبر ${file}\n\nفقرة من الخبر ${file}.\n`,
    )
  const ask = async <T>(method: string, input: unknown) =>
    ((await callHost(host.url, method, input, 30_000)) as { value: T }).value
  const { article } = await ask<{ article: Article }>('article.create', { headline: 'ما أكتب الآن' })
  const { id, language, status, fields } = article
  const state = { isOver: false }
  const importing = midadJson(['import', inbox, '--library', join(folder, 'library')]).finally(
    () => (state.isOver = true),
  )
  let revision = 0
  while (!state.isOver) {
    const body = story(`الحفظ ${revision + 1}`)
    const saved = await ask<{ revision: number }>('article.save', {
      id,
      language,
      status,
      fields,
      body,
      revision,
    })
    expect(saved.revision).toBe(revision + 1)
    revision += 1
  }
  const { code, json } = await importing
  expect(code).toBe(0)
  expect((json as { articles: unknown[] }).articles).toHaveLength(200)
  expect(revision).toBeGreaterThan(0)
  expect((await ask<{ total: number }>('article.list', {})).total).toBe(201)
  const { article: stored } = await ask<{ article: Article }>('article.open', { id })
  expect([stored.revision, stored.body]).toEqual([revision, story(`الحفظ ${revision}`)])
  const verified = await midadJson(['verify', '--library', join(folder, 'library')])
  expect([verified.code, verified.json]).toEqual([0, { ok: true, articles: 201, problems: [] }])
})
