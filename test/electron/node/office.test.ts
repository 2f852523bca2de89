import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { docx as docxOut } from '../../../core/export/docx.ts'
import { docx } from '../../../core/import/docx.ts'
import { office } from '../../../core/import/office.ts'
import type { ImportTools } from '../../../core/import/source.ts'
import { childrenOf, parseXml, xmlAttribute, type XmlElement } from '../../../core/import/xml-tree.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { blockText } from '../../../core/model/measure.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { convertedByOffice, officeProgram } from '../../../electron/node/office.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { tempFolder } from '../../support/temp-library.ts'
import { pIn, rowOf, table, td, th } from '../../support/story.ts'
import { article, fullArticle, ol, onePixel, p, ul } from '../../core/export/story.ts'

const tools: ImportTools = { ...readingTools, inside: () => Promise.reject(new Error('nothing inside')) }
const write = async (of: Parameters<typeof docxOut.write>[0]['article']) =>
  (await docxOut.write({ article: of, theme: shippedThemes[0] as HouseTheme, now: 0, assets: onePixel }))
    .bytes

describe.skipIf(process.platform === 'win32')('a program that stands in for LibreOffice', () => {
  const planted = async (script: string): Promise<string> => {
    const path = join(await tempFolder(), 'soffice')
    await writeFile(path, `#!/bin/sh\n${script}\n`)
    await chmod(path, 0o755)
    return path
  }
  const asked = async (script: string, mostMs = 20_000) =>
    convertedByOffice(new Uint8Array([1]), 'odt', 'docx', { program: await planted(script), mostMs })

  test('that hangs is ended with what it has started, and leaves nothing behind', async () => {
    const folder = await tempFolder()
    // A place of its own: others of this machine may be converting too.
    const place = await tempFolder()
    vi.stubEnv('TMPDIR', place)
    onTestFinished(() => void vi.unstubAllEnvs())
    const script = `sleep 300 & echo $! > ${join(folder, 'child')}\nwait`
    await expect(asked(script, 1500)).rejects.toMatchObject({ code: 'unreadable' })
    const child = Number(await readFile(join(folder, 'child'), 'utf8'))
    const isGone = () => {
      try {
        process.kill(child, 0)
        return false
      } catch {
        return true
      }
    }
    for (let tries = 0; tries < 100 && !isGone(); tries += 1) await wait(50)
    expect(isGone()).toBe(true)
    expect((await readdir(place)).filter((name) => name.startsWith('midad-office-'))).toEqual([])
  })
  test.each([
    ['fails', 'exit 3'],
    ['writes nothing', 'true'],
  ])('that %s makes the file unreadable', async (_, script) => {
    await expect(asked(script)).rejects.toMatchObject({ code: 'unreadable' })
  })
  test('gets a profile and a home of its own, in which no macro runs', async () => {
    const bytes = await asked(
      'for each; do case $each in -env:UserInstallation=file://*) profile=${each#*file://};; esac; done\n' +
        'cp "$profile/user/registrymodifications.xcu" out/story.docx; test "$HOME" = "$(dirname "$profile")" || rm out/story.docx',
    )
    expect(new TextDecoder().decode(bytes)).toContain('DisableMacrosExecution')
  })
  test('that is not there is said, with the places where it was looked for', async () => {
    expect(officeProgram(['/nowhere/soffice'])).toBeUndefined()
    const missing = convertedByOffice(new Uint8Array(), 'odt', 'docx', { program: '/nowhere/soffice' })
    await expect(missing).rejects.toMatchObject({ code: 'unreadable' })
  })
})

const hasOffice = officeProgram() !== undefined
const long = 180_000

/** The paragraphs of an OpenDocument text in their order, with the direction that their styles give them. */
function linesOf(content: XmlElement, sheet: XmlElement): [string, string][] {
  const all = (root: XmlElement, name: string): XmlElement[] =>
    childrenOf(root).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
  const styles = new Map(
    [...all(sheet, 'style'), ...all(content, 'style')].map((each) => [xmlAttribute(each, 'name'), each]),
  )
  const modeOf = (name: string | undefined): string => {
    const style = styles.get(name)
    if (!style) return ''
    const said = childrenOf(style, 'paragraph-properties').map((each) =>
      xmlAttribute(each, 'writing-mode'),
    )[0]
    return said ?? modeOf(xmlAttribute(style, 'parent-style-name'))
  }
  const walk = (root: XmlElement): XmlElement[] =>
    childrenOf(root).flatMap((child) => (child.name === 'p' || child.name === 'h' ? [child] : walk(child)))
  const spoken = (element: XmlElement): string =>
    element.children
      .map((child) => (typeof child === 'string' ? child : child.name === 's' ? ' ' : spoken(child)))
      .join('')
  return all(content, 'body')
    .flatMap(walk)
    .map((line): [string, string] => [
      spoken(line).replaceAll(/[\u200e\u200f]/g, ''),
      modeOf(xmlAttribute(line, 'style-name')).startsWith('rl') ? 'rtl' : 'ltr',
    ])
    .filter(([words]) => words.trim() !== '')
}

const words: Partial<Record<LanguageCode, { text: string; other: string }>> = {
  ar: {
    text: 'قالت شركة Rivermark Systems إن الرقم +964 750 000 1234 مفتوح منذ 2024-05-08، ونسبة 25%.',
    other: 'It said so.',
  },
  ckb: {
    text: 'کۆمپانیای Rivermark Systems گوتی ژمارەی +964 750 000 1234 لە 2024-05-08 کراوەیە.',
    other: 'It said so.',
  },
  he: {
    text: 'חברת Rivermark Systems אמרה שהמספר +964 750 000 1234 פתוח מאז 2024-05-08.',
    other: 'It said so.',
  },
  en: {
    text: 'The firm شركة المياه العامة said +964 750 000 1234 is open since 2024-05-08.',
    other: 'قالت الحكومة ذلك.',
  },
}

describe.skipIf(!hasOffice)('LibreOffice (skipped where it is not installed)', () => {
  test.each(Object.keys(words) as LanguageCode[])(
    'opens an article in %s with its words, their order and their direction',
    async (code) => {
      const { text = '', other = '' } = words[code] ?? {}
      const own = code === 'en' ? 'ltr' : 'rtl'
      const opposite = code === 'en' ? 'rtl' : 'ltr'
      const of = article(
        code,
        { headline: text },
        p(text),
        pIn(opposite, other),
        ol(3, [p(text)], [p(other), ul([p(text)])]),
        table(rowOf(th('1'), th(text)), rowOf(td('2'), td('3'))),
      )
      const odt = await tools.unzip(await convertedByOffice(await write(of), 'docx', 'odt'))
      const part = async (name: string) => parseXml(new TextDecoder().decode(await odt.read(name)))
      expect(linesOf(await part('content.xml'), await part('styles.xml'))).toEqual([
        [text, own],
        [text, own],
        [other, opposite],
        [text, own],
        [other, own],
        [text, own],
        ['1', own],
        [text, own],
        ['2', own],
        ['3', own],
      ])
      // Its profile costs seconds: once is enough for the numbers.
      if (code !== 'ar') return
      const numbered = await convertedByOffice(await write(of), 'docx', 'txt')
      expect(new TextDecoder().decode(numbered)).toMatch(/^\s*3\. .*\n\s*4\. /m)
    },
    long,
  )
  test.each(['odt', 'rtf', 'doc'])(
    'reads %s for us: words, direction, lists, tables',
    async (ending) => {
      const { text = '', other = '' } = words.ar ?? {}
      const of = article(
        'ar',
        { headline: 'عنوان' },
        p(text),
        pIn('ltr', other),
        ul([p('أ')], [p('ب')]),
        table(rowOf(td('1'), td('2'))),
      )
      const file = await convertedByOffice(await write(of), 'docx', ending)
      const { articles } = await office.read({ name: `story.${ending}`, bytes: file }, tools)
      const [read] = articles
      expect(read?.language).toBe('ar')
      expect(read?.fields.headline).toBe('عنوان')
      const content = read?.body.content ?? []
      expect(content.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'bulletList', 'table'])
      expect(content.slice(0, 2).map((block) => blockText(block).replaceAll(/[\u200e\u200f]/g, ''))).toEqual([
        text,
        other,
      ])
      expect(content[1]).toHaveProperty('attrs', { dir: 'ltr' })
    },
    long,
  )
  test(
    'writes a file of ours anew without losing a word of the story',
    async () => {
      const before = fullArticle('ckb')
      const again = await convertedByOffice(await write(before), 'docx', 'docx')
      const { articles } = await docx.read({ name: 'a.docx', bytes: again }, tools)
      const said = (blocks: readonly Parameters<typeof blockText>[0][]) =>
        blocks.map(blockText).join('\n').split(/\s+/).filter(Boolean)
      expect(said(articles[0]?.body.content ?? [])).toEqual(said(before.body.content))
      const { deskNote: _, leadImage, ...fields } = before.fields
      expect(articles[0]?.fields).toMatchObject(fields)
      expect(articles[0]?.fields.leadImage).toMatchObject({
        alt: leadImage?.alt,
        caption: leadImage?.caption,
        credit: leadImage?.credit,
      })
    },
    long,
  )
})
