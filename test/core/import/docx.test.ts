import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { docx as docxOut } from '../../../core/export/docx.ts'
import { docx } from '../../../core/import/docx.ts'
import { office } from '../../../core/import/office.ts'
import { sourceFor } from '../../../core/import/registry.ts'
import type { ImportedArticle, ImportTools } from '../../../core/import/source.ts'
import type { Article } from '../../../core/model/article.ts'
import { storyBody, type Block, type BodyNode, type Inline, type TableRow } from '../../../core/model/body.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'
import type { Feature } from '../../../core/model/story-blocks.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { readingTools } from '../../../electron/node/reading-tools.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { wordFile, wp, wr } from '../../support/word-file.ts'
import { article, fullArticle, media, onePixel, p, png } from '../export/story.ts'
import { note } from '../../support/story.ts'

const tools: ImportTools = { ...readingTools, inside: () => Promise.reject(new Error('nothing inside')) }
async function read(bytes: Uint8Array, language?: LanguageCode): Promise<ImportedArticle> {
  const { articles } = await docx.read({ name: 'story.docx', bytes, language }, tools)
  const [only] = articles
  if (!only) throw new Error('no article')
  expect(storyBody.safeParse(only.body).success).toBe(true)
  return only
}
const readBody = async (...given: Parameters<typeof wordFile>) =>
  (await read(wordFile(...given))).body.content
const codesOf = ({ warnings }: ImportedArticle) => warnings.map(({ code }) => code)

/** As another node tree says the same: neighbours with the same marks as one text, spans of one left out. */
function normal(node: BodyNode): unknown {
  const content = 'content' in node ? (node.content ?? []) : []
  const merged: BodyNode[] = []
  for (const each of content) {
    const last = merged.at(-1)
    const isSame =
      last?.type === 'text' &&
      each.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(each.marks)
    if (isSame && each.type === 'text' && last.type === 'text')
      merged[merged.length - 1] = { ...last, text: last.text + each.text }
    else merged.push(each)
  }
  const attrs = 'attrs' in node ? Object.entries(node.attrs ?? {}) : []
  const kept = attrs.filter(([name, value]) => !(value === 1 && name.endsWith('span')))
  return {
    ...node,
    ...('attrs' in node && { attrs: kept.length > 0 ? Object.fromEntries(kept) : undefined }),
    ...(merged.length > 0 && { content: merged.map(normal) }),
  }
}
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('"import:0"', JSON.stringify(media)))

describe.each(languageCodes)('an article with everything in %s, out to Word and in again', (code) => {
  test('is the same, but for the note to the desk', async () => {
    const before = fullArticle(code)
    const { bytes } = await docxOut.write({
      article: before,
      theme: shippedThemes[0] as HouseTheme,
      now: 0,
      assets: onePixel,
    })
    const after = await read(bytes)
    expect(plain(after.body.content.map(normal))).toEqual(plain(before.body.content.map(normal)))
    expect(plain({ ...after.fields, deskNote: '' })).toEqual(plain({ ...before.fields, deskNote: '' }))
    expect(after).toMatchObject({ language: code, original: before.id, warnings: [] })
    expect(after.pictures).toEqual([{ bytes: png, mime: 'image/png' }])
  })
})

const outAndIn = async (
  of: Article,
  change: (document: string) => string = (document) => document,
  notes = false,
) => {
  const { bytes } = await docxOut.write({
    article: of,
    theme: shippedThemes[0] as HouseTheme,
    now: 0,
    assets: onePixel,
    notes,
  })
  const files = unzipSync(bytes)
  const document = change(new TextDecoder().decode(files['word/document.xml']))
  return read(zipSync({ ...files, 'word/document.xml': strToU8(document) }))
}
test('what somebody mended in Word is what comes in', async () => {
  const before = article('ar', { headline: 'عنوان', byline: ['سارة', 'علي'], place: 'أربيل' }, p('قال'))
  const after = await outAndIn(before, (document) =>
    document.replace('عنوان', 'عنوان آخر').replace('علي', 'عمر'),
  )
  expect(after.fields).toMatchObject({ headline: 'عنوان آخر', byline: ['سارة', 'عمر'], place: 'أربيل' })
})
test('notes that went out as comments come in as notes', async () => {
  const before = article('ar', {}, p('قال'), note(p('اسأل عن الرقم')), p('ثم'))
  expect((await outAndIn(before, undefined, true)).body.content).toEqual(before.body.content)
})
test('a cell without words of its own stays the head, and one with a picture the cell, that it was', async () => {
  const image: Block = {
    type: 'image',
    attrs: { media, alt: '', caption: '', credit: '', width: 1, height: 1 },
  }
  const list: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [p('بند')] }] }
  const quote: Block = { type: 'pullQuote', content: [p('قال')] }
  const row = (type: 'tableCell' | 'tableHeader', ...blocks: Block[]): TableRow => ({
    type: 'tableRow',
    content: blocks.map((each) => ({ type, content: [each] })),
  })
  const table: Block = {
    type: 'table',
    content: [row('tableHeader', list, image), row('tableCell', image, quote)],
  }
  // Alone in a table nothing but pictures would be a gallery of a program that drops our styles.
  const pictures: Block = { type: 'table', content: [row('tableCell', image, image)] }
  const timeline: Feature = {
    type: 'timeline',
    content: [{ type: 'timelineEntry', content: [{ type: 'when', content: [] }, table] }],
  }
  const before = article('ar', {}, p('خبر'), table, pictures, timeline)
  const after = await outAndIn(before)
  const withoutEmpty = (value: unknown) => JSON.stringify(value).replaceAll(',"content":[]', '')
  const named = withoutEmpty(after.body.content).replaceAll('import:0', media)
  expect(JSON.parse(named)).toEqual(JSON.parse(withoutEmpty(before.body.content)))
})

describe('direction', () => {
  test('is what the paragraph, its style or what that is based on says, and stored where it differs', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:bidi/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    const blocks = await readBody(
      wp(wr('قالت الحكومة في بيان يوم الأحد إن العمل مستمر.'), '<w:pStyle w:val="B"/>') +
        wp(wr('The government said that it goes on.'), '<w:bidi w:val="0"/>') +
        wp(wr('Reuters و AFP'), '<w:pStyle w:val="B"/>'),
      { styles },
    )
    expect(blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'paragraph', attrs: { dir: 'ltr' } },
      { type: 'paragraph' },
    ])
    expect(blocks[0]).not.toHaveProperty('attrs')
  })
  test('comes from the letters where the file says nothing', async () => {
    const blocks = await readBody(
      wp(wr('قالت الحكومة في بيان إن العمل مستمر في كل مكان.')) + wp(wr('It goes on and on.')),
    )
    expect(blocks[0]).not.toHaveProperty('attrs')
    expect(blocks[1]).toHaveProperty('attrs', { dir: 'ltr' })
  })
  test('of a run that Word embeds is a person’s own', async () => {
    const [block] = await readBody(wp(`${wr('قال ')}<w:dir w:val="ltr">${wr('C++')}</w:dir>${wr(' هنا.')}`))
    expect(block).toMatchObject({
      content: [{}, { text: 'C++', marks: [{ type: 'bdi', attrs: { dir: 'ltr' } }] }, {}],
    })
  })
})

const marks = (node: Inline | undefined) => node?.marks?.map(({ type }) => type)
describe('runs', () => {
  test('are bold by the letter kind that they have: w:bCs from right to left, w:b else', async () => {
    const [block] = await readBody(
      wp(wr('قال', '<w:b/><w:rtl/>') + wr(' نعم', '<w:bCs/><w:rtl/>') + wr(' yes', '<w:b/>') + wr('.')),
    )
    const content = (block as { content: Inline[] }).content
    expect(content.map((node) => [node.type === 'text' && node.text, marks(node)])).toEqual([
      ['قال', undefined],
      [' نعم yes', ['bold']],
      ['.', undefined],
    ])
  })
  test('tracked changes are taken: what was put in stays, what was taken out goes, two paragraphs become one', async () => {
    const story = await read(
      wordFile(
        wp(
          `${wr('one ')}<w:ins>${wr('two ')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`,
          '<w:rPr><w:del/></w:rPr>',
        ) + wp(`${wr('three.')}<w:moveFrom>${wr('moved')}</w:moveFrom>`),
      ),
    )
    expect(story.body.content).toEqual([p('one two three.')])
    expect(codesOf(story)).toEqual(['changes-taken'])
  })
  test('links are those that a link may be, also in fields', async () => {
    const field = (address: string, words: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "${address}"</w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${wr(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const [block] = await readBody(
      wp(
        `<w:hyperlink r:id="a">${wr('a')}</w:hyperlink><w:hyperlink r:id="b">${wr('b')}</w:hyperlink>` +
          `${field('https://example.org/c', 'c')}${field('javascript:alert(1)', 'd')}.`,
      ),
      {},
      [
        { id: 'a', type: 'hyperlink', target: 'https://example.org/a', isExternal: true },
        { id: 'b', type: 'hyperlink', target: 'javascript:alert(1)', isExternal: true },
      ],
    )
    const content = (block as { content: Inline[] }).content
    expect(content.map((node) => [node.type === 'text' && node.text, marks(node)])).toEqual([
      ['a', ['link']],
      ['b', undefined],
      ['c', ['link']],
      ['d', undefined],
    ])
  })
  test('signs of symbol fonts, hyphens, tabs and breaks are letters; soft hyphens and hidden text are not', async () => {
    const story = await read(
      wordFile(
        wp(
          `<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c\u00ad</w:t><w:br/><w:t>d.</w:t></w:r>${wr('secret', '<w:vanish/>')}`,
        ),
      ),
    )
    expect(story.body.content).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '• a\u2011bc' }, { type: 'hardBreak' }, { type: 'text', text: 'd.' }],
      },
    ])
    expect(codesOf(story)).toEqual(['hidden-characters', 'hidden-text'])
  })
})

describe('blocks', () => {
  const numbering = (formats: string[]) =>
    formats
      .map(
        (format, at) =>
          `<w:abstractNum w:abstractNumId="${at}">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`,
      )
      .join('') +
    formats.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`).join('')
  const li = (words: string, list: number, level = 0) =>
    wp(wr(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
  test('lists nest, and one that goes on behind a paragraph goes on counting', async () => {
    const blocks = await readBody(
      li('one', 1) + li('inner', 1, 1) + li('two', 1) + wp(wr('Between.')) + li('three', 1) + li('dot', 2),
      { numbering: numbering(['decimal', 'bullet']) },
    )
    const item = (...content: unknown[]) => ({ type: 'listItem', content })
    expect(blocks).toEqual([
      {
        type: 'orderedList',
        content: [item(p('one'), { type: 'orderedList', content: [item(p('inner'))] }), item(p('two'))],
      },
      p('Between.'),
      { type: 'orderedList', attrs: { start: 3 }, content: [item(p('three'))] },
      { type: 'bulletList', content: [item(p('dot'))] },
    ])
  })
  test('tables keep cells over rows and columns, and the side that they begin on', async () => {
    const tc = (words: string, about = '') =>
      `<w:tc><w:tcPr>${about}</w:tcPr>${wp(wr(words), '<w:bidi/>')}</w:tc>`
    const story = await read(
      wordFile(
        `<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('المدينة', '<w:vMerge w:val="restart"/>')}${tc('عدد السكان فيها', '<w:gridSpan w:val="2"/>')}</w:tr>` +
          `<w:tr>${tc('', '<w:vMerge/>')}${tc('قبل')}${tc('بعد')}</w:tr></w:tbl>`,
      ),
    )
    expect(story.body.content).toMatchObject([
      {
        type: 'table',
        content: [
          {
            content: [
              { type: 'tableHeader', attrs: { rowspan: 2 } },
              { type: 'tableHeader', attrs: { colspan: 2 } },
            ],
          },
          { content: [{ type: 'tableCell' }, { type: 'tableCell' }] },
        ],
      },
    ])
    expect(story.body.content[0]).not.toHaveProperty('attrs')
  })
  const styles = ['Title', 'heading 1', 'heading 2', 'Quote', 'caption']
    .map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/><w:rPr><w:b/></w:rPr></w:style>`,
    )
    .join('')
  const styled = (style: string, words: string) => wp(wr(words), `<w:pStyle w:val="${style}"/>`)
  test('the title is the headline, headings have the levels that stories have, and what their style makes bold is not bold', async () => {
    const story = await read(
      wordFile(
        styled('Title', 'Rain') +
          styled('heading1', 'First') +
          wp(wr('Words.')) +
          styled('heading2', 'Deeper') +
          styled('Quote', 'Said.') +
          styled('Quote', 'And so on.'),
        { styles },
      ),
    )
    expect(story.fields.headline).toBe('Rain')
    expect(story.body.content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'First' }] },
      p('Words.'),
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Deeper' }] },
      { type: 'blockquote', content: [p('Said.'), p('And so on.')] },
    ])
  })
  test('pictures of the file stand with their words; those that lie elsewhere are left out', async () => {
    const picture = (relation: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A lake"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${relation}/><a:srcRect l="25000" r="25000"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const story = await read(
      wordFile(
        wp(picture('r:embed="in"')) + styled('caption', 'The lake in autumn') + wp(picture('r:link="out"')),
        { styles },
        [
          { id: 'in', type: 'image', target: 'media/a.png' },
          { id: 'out', type: 'image', target: 'http://example.org/a.png', isExternal: true },
        ],
        { 'word/media/a.png': png },
      ),
    )
    expect(story.body.content).toMatchObject([
      {
        type: 'image',
        attrs: {
          media: 'import:0',
          alt: 'A lake',
          caption: 'The lake in autumn',
          crop: { x: 0.25, width: 0.5 },
        },
      },
    ])
    expect(codesOf(story)).toEqual(['picture-elsewhere'])
  })
  test('a text box stands once, behind the paragraph that holds it', async () => {
    const box = `<w:txbxContent>${wp(wr('Boxed.'))}</w:txbxContent>`
    const blocks = await readBody(
      wp(
        `${wr('Words.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    )
    expect(blocks).toEqual([p('Words.'), p('Boxed.')])
  })
  test('footnotes and endnotes are sources, comments are notes with the name of who wrote them', async () => {
    const blocks = await readBody(
      wp(
        `${wr('Words.')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
      {
        footnotes: `<w:footnote w:type="separator" w:id="0">${wp(wr('x'))}</w:footnote><w:footnote w:id="2">${wp(`<w:r><w:footnoteRef/></w:r>${wr(' A book.')}`)}</w:footnote>`,
        endnotes: `<w:endnote w:id="1">${wp(wr('A site.'))}</w:endnote>`,
        comments: `<w:comment w:id="0" w:author="Sara">${wp(wr('Really?'))}</w:comment>`,
      },
    )
    expect(blocks).toMatchObject([
      { type: 'paragraph', content: [{ text: 'Words.' }, { attrs: { id: 'f1' } }, { attrs: { id: 'e2' } }] },
      { type: 'note', content: [{ content: [{ text: 'Sara: ' }, { text: 'Really?' }] }] },
      { type: 'sources', content: [{ content: [{ text: 'A book.' }] }, { content: [{ text: 'A site.' }] }] },
    ])
  })
})

describe('a file that means harm', () => {
  const codeOf = async (bytes: Uint8Array): Promise<string> => {
    try {
      await read(bytes)
      return 'read'
    } catch (error) {
      return error instanceof DeskError ? error.code : String(error)
    }
  }
  test('styles that are based on each other and notes that name each other come to an end', async () => {
    const styles = ['A', 'B']
      .map(
        (id, at) =>
          `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${'BA'[at]}"/></w:style>`,
      )
      .join('')
    const footnote = (id: number, other: number) =>
      `<w:footnote w:id="${id}">${wp(`${wr('note')}<w:r><w:footnoteReference w:id="${other}"/></w:r>`)}</w:footnote>`
    const blocks = await readBody(
      wp(`${wr('x.')}<w:r><w:footnoteReference w:id="1"/></w:r>`, '<w:pStyle w:val="A"/>'),
      { styles, footnotes: footnote(1, 2) + footnote(2, 1) },
    )
    expect(blocks.at(-1)).toMatchObject({ type: 'sources', content: [{}, {}] })
  })
  test('tables in tables become flat, and what is nested beyond all reason is refused', async () => {
    const nested = (depth: number) =>
      `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${wp(wr('deep.'))}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`
    expect(await codeOf(wordFile(nested(40)))).toBe('read')
    expect(JSON.stringify((await read(wordFile(nested(40)))).body)).toContain('deep.')
    expect(await codeOf(wordFile(nested(10_000)))).toBe('unreadable')
    expect(
      await codeOf(wordFile(`<w:p>${'<w:ins>'.repeat(100_000)}${'</w:ins>'.repeat(100_000)}</w:p>`)),
    ).toBe('unreadable')
  })
  test('entities are refused, as is a package without a document or with too many parts', async () => {
    const entities = zipSync({
      'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="x">&a;</w:document>'),
    })
    expect(await codeOf(entities)).toBe('unreadable')
    expect(await codeOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('unreadable')
    const many = Object.fromEntries(
      Array.from({ length: 2001 }, (_, at) => [`word/p${at}.xml`, strToU8('<a/>')]),
    )
    expect(await codeOf(zipSync(many))).toBe('too-large')
  })
  test('a relation that leads out of the package leads nowhere', async () => {
    const story = await read(
      wordFile(
        wp('<w:r><w:pict><v:shape><v:imagedata r:id="a"/></v:shape></w:pict></w:r>') + wp(wr('Words.')),
        {},
        [{ id: 'a', type: 'image', target: '../../../etc/passwd' }],
      ),
    )
    expect(story.pictures).toEqual([])
    expect(codesOf(story)).toEqual(['picture-left-out'])
  })
  // Beside the repository, or beside the folder of its worktrees.
  const found = ['../../../..', '../../../../..']
    .map((up) => join(import.meta.dirname, up, 'shared/suites/security'))
    .find((folder) => existsSync(folder))
  const files = ['mammoth-docx', 'poi-docx', 'zips'].flatMap((folder) =>
    found
      ? readdirSync(join(found, folder))
          .filter((name) => /\.(?:docx|zip)$/.test(name))
          .map((name) => join(found, folder, name))
      : [],
  )
  test.skipIf(!found).each(files)(
    '%s of the public suites is read or refused by name (skipped where ../shared is absent)',
    async (path) => {
      const before = Object.getOwnPropertyNames(Object.prototype)
      expect(['read', 'unreadable', 'too-large']).toContain(await codeOf(readFileSync(path)))
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    },
  )
})

describe('files that LibreOffice opens', () => {
  test('are said to need it where it cannot be run', async () => {
    const bare: ImportTools = { ...tools, toDocx: undefined }
    const asked = office.read({ name: 'story.odt', bytes: strToU8('PK\u0003\u0004') }, bare)
    await expect(asked).rejects.toMatchObject({ code: 'office-missing' })
  })
  test('come in as the Word file that it makes of them', async () => {
    const toDocx = (_: Uint8Array, ending: string) => Promise.resolve(wordFile(wp(wr(`from ${ending}.`))))
    const { articles } = await office.read(
      { name: 'STORY.RTF', bytes: strToU8('{\\rtf1}') },
      { ...tools, toDocx },
    )
    expect(articles[0]?.body.content).toEqual([p('from rtf.')])
  })
  test.each(['odt', 'rtf', 'doc'])(
    'are refused where they are no %s: LibreOffice would make letters of noise',
    async (kind) => {
      const toDocx = () => Promise.reject(new Error('asked'))
      const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)
      const asked = office.read({ name: `a.${kind}`, bytes: noise }, { ...tools, toDocx })
      await expect(asked).rejects.toMatchObject({ code: 'unreadable' })
    },
  )
  test('but for a .doc that is a Word file of today', async () => {
    const { articles } = await office.read(
      { name: 'a.doc', bytes: wordFile(wp(wr('Words.'))) },
      { ...tools, toDocx: undefined },
    )
    expect(articles[0]?.body.content).toEqual([p('Words.')])
  })
  test('are known by their names', () => {
    const idOf = (name: string) => sourceFor({ name, bytes: new Uint8Array() })?.id
    expect(['a.odt', 'b.RTF', 'c.doc', 'd.docx', 'e.DOTX'].map(idOf)).toEqual([
      'office',
      'office',
      'office',
      'docx',
      'docx',
    ])
  })
})
test('a headline in which somebody has pressed Enter keeps all of its words', async () => {
  const before = article('ar', { headline: 'أمطار الخريف' }, p('قال'))
  const line = /<w:p><w:pPr><w:pStyle w:val="Title"\/>.*?<\/w:p>/
  const after = await outAndIn(before, (document) =>
    document.replace(line, (title) => title + title.replace('أمطار', 'سيول')),
  )
  expect(after.fields.headline).toBe('أمطار الخريف سيول الخريف')
})
