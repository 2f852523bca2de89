import { expect, test } from 'vitest'
import { readBrought } from '../../../core/desk/reading.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { png } from '../export/story.ts'

const boundary = '----MultipartBoundary--x----'
const quoted = (text: string) =>
  Array.from(Buffer.from(text), (byte) =>
    byte === 61 || byte > 126
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
    .join('')
    .replaceAll(/(.{60}[^=]{2})/g, '$1=\r\n')
const file = (page: string, ...parts: string[]) =>
  [
    'From: <Saved by Blink>',
    'Subject: =?utf-8?Q?=D8=AE=D8=A8=D8=B1?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    `\tboundary="${boundary}"`,
    '',
    '',
    `--${boundary}`,
    'Content-Type: text/html',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/news/1.html',
    '',
    quoted(page),
    ...parts,
    `--${boundary}--`,
    '',
  ].join('\r\n')
const picture = (header: string) =>
  [
    `--${boundary}`,
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    header,
    '',
    base64(png),
  ].join('\r\n')
const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n')
const read = (text: string) =>
  readBrought({ name: 'خبر.mhtml', base64: Buffer.from(text).toString('base64') }, readingTools)
const page = (src: string) =>
  `<!doctype html><html lang="ar"><body><article><h1>الخبر = هنا</h1><p>${'فقرة من الخبر. '.repeat(20)}</p><img src="${src}"></article>`

test.each([
  ['https://example.org/media/1.png', 'Content-Location: https://example.org/media/1.png'],
  ['/media/1.png', 'Content-Location: https://example.org/media/1.png'],
  ['1.png', 'Content-Location: https://example.org/news/1.png'],
  ['cid:p1@x', 'Content-ID: <p1@x>'],
])('a page saved as one file brings the picture that it calls %s', async (src, header) => {
  const { articles } = await read(file(page(src), picture(header)))
  expect(articles[0]).toMatchObject({ fields: { headline: 'الخبر = هنا' }, language: 'ar', warnings: [] })
  expect(articles[0]?.pictures[0]?.bytes).toEqual(png)
})

test('what is cut off anywhere comes in as far as it reads, or is refused in words', async () => {
  const whole = file(page('1.png'), picture('Content-Location: https://example.org/news/1.png'))
  for (let at = 0; at < whole.length; at += 37) {
    const code = await read(whole.slice(0, at)).then(
      () => 'read',
      ({ code: why }: { code: string }) => why,
    )
    expect(['read', 'unreadable', 'bad-request', 'unsupported-file']).toContain(code)
  }
})

test('parts within parts without end, and parts without number, are refused', async () => {
  const nested = 'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n'.repeat(50)
  await expect(read(nested)).rejects.toMatchObject({ code: 'unreadable' })
  const many = `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\n\r\nx\r\n'.repeat(6000)}`
  await expect(read(many)).rejects.toMatchObject({ code: 'unreadable' })
})
