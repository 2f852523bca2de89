import { expect, test } from 'vitest'
import { addressesBeside, readBrought } from '../../../core/desk/reading.ts'
import { toBase64 } from '../../../core/model/base64.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { png } from '../export/story.ts'

const page = `<!doctype html><html lang="ar"><title>خبر</title><header><img src="page_files/logo.png"></header>
<article><h1>خبر</h1><p>فقرة من الخبر.</p><figure><img src="./page_files/a%20b.png" alt="صورة"><figcaption>تعليق</figcaption></figure>
<p>فقرة أخرى.</p><img src="https://evil.example/1.png"><img src="page_files/none.png"></article>`
const file = { name: 'page.html', base64: toBase64(new TextEncoder().encode(page)) }

test('a page says what its story calls beside it, and nothing of the web', async () => {
  expect(await addressesBeside(file, readingTools)).toEqual(['./page_files/a%20b.png', 'page_files/none.png'])
})

test('a picture that lies beside a page comes into its story; what does not is told', async () => {
  const beside = [{ address: './page_files/a%20b.png', base64: toBase64(png) }]
  const { articles } = await readBrought({ ...file, beside }, readingTools)
  expect(articles[0]?.pictures).toEqual([{ bytes: png, mime: '' }])
  expect(articles[0]?.body.content).toContainEqual(
    expect.objectContaining({
      type: 'image',
      attrs: expect.objectContaining({ media: 'import:0', alt: 'صورة', caption: 'تعليق' }),
    }),
  )
  expect(articles[0]?.warnings).toEqual([
    { code: 'picture-elsewhere', message: '2 pictures lie outside the file and were left out' },
  ])
})

test('what is sent as lying beside must be base64', async () => {
  const beside = [{ address: './page_files/a%20b.png', base64: '***' }]
  await expect(readBrought({ ...file, beside }, readingTools)).rejects.toMatchObject({ code: 'bad-request' })
})
