import type { Block, Inline, Paragraph, StoryBody } from '../../core/model/body.ts'
import { escaped, wrapped } from './story-html.ts'

// A class and a style on every block and every run, as Word 16 for the desktop writes them.
const runStyle =
  "font-size:14.0pt;line-height:107%;font-family:'Arial',sans-serif;mso-ascii-font-family:Calibri;mso-bidi-language:AR-IQ"
const blockStyle =
  'margin-top:0in;margin-right:0in;margin-bottom:8.0pt;margin-left:0in;text-align:right;direction:rtl;unicode-bidi:embed'

const runs = (content: readonly Inline[] = []): string =>
  content
    .map((inline) => {
      if (inline.type !== 'text') throw new Error(`the corpus has no ${inline.type}`)
      const span = `<span lang=AR-IQ dir=RTL style="${runStyle}">${escaped(inline.text)}</span>`
      return (inline.marks ?? []).reduce(wrapped, span)
    })
    .join('')

const block = (name: string, className: string, inside: string, style = ''): string =>
  `<${name} class=${className} dir=RTL style="${blockStyle}${style}">${inside}<o:p></o:p></${name}>`

/** A list has no element of its own in Word: its paragraphs say list, level and number, and draw their mark as text. */
function listItem(mark: string, list: number, content: readonly Inline[] = []): string {
  const drawn = `<![if !supportLists]><span style="mso-list:Ignore">${mark}<span style="font:7.0pt 'Times New Roman'">&nbsp;&nbsp; </span></span><![endif]>`
  return block(
    'p',
    'MsoListParagraph',
    drawn + runs(content),
    `;text-indent:-.25in;mso-list:l${list} level1 lfo${list + 1}`,
  )
}

const inlineOf = (blocks: readonly Block[]): readonly Inline[] =>
  blocks.flatMap((each) => (each as Paragraph).content ?? [])

function wordBlock(node: Block): string {
  if (node.type === 'paragraph') return block('p', 'MsoNormal', runs(node.content))
  if (node.type === 'heading') return block(`h${node.attrs.level}`, 'MsoNormal', runs(node.content))
  if (node.type === 'blockquote') return block('p', 'MsoQuote', runs(inlineOf(node.content)))
  if (node.type === 'bulletList')
    return node.content.map(({ content }) => listItem('·', 0, inlineOf(content))).join('\n')
  if (node.type === 'orderedList')
    return node.content
      .map(({ content }, index) => listItem(`${index + 1}.`, 1, inlineOf(content)))
      .join('\n')
  throw new Error(`the corpus has no ${node.type}`)
}

const head = `<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15"><style><!--
p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-unhide:no; mso-style-qformat:yes; margin:0in; mso-pagination:widow-orphan; direction:rtl; unicode-bidi:embed;}
@list l0 {mso-list-id:1; mso-list-type:hybrid;}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:·;}
@list l1 {mso-list-id:2; mso-list-type:hybrid;}
@list l1:level1 {mso-level-tab-stop:none; mso-level-number-position:left;}
--></style></head>`

/** The story as Word puts it on the clipboard. */
export const wordHtml = ({ content }: StoryBody): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
${head}
<body lang=EN-US style="tab-interval:.5in;word-wrap:break-word">
<!--StartFragment-->
${content.map(wordBlock).join('\n')}
<!--EndFragment-->
</body>
</html>`
