import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { languageOf } from '../../language/registry.ts'
import type { Warning } from '../../api/files.ts'
import type { Article } from '../../model/article.ts'
import type { StoryMap } from '../../model/carried.ts'
import { mediaNames } from '../../model/map-story.ts'
import type { ExportFormat } from '../format.ts'
import { opening } from '../markup.ts'
import { toUtf8 } from '../utf8.ts'
import { frontKeys, frontMatter } from './front-matter.ts'
import { storyTree, type PathOf } from './story.ts'

const story = {
  paragraph: 'paragraph',
  heading: '##',
  bulletList: '-',
  orderedList: '1.',
  listItem: 'item',
  blockquote: '>',
  pullQuote: '<figure class="pull-quote">',
  horizontalRule: '***',
  table: 'table, or <table>',
  tableRow: 'row',
  tableHeader: 'head of the table, or <th>',
  tableCell: 'cell, or <td>',
  image: '![](media/…), or <figure>',
  gallery: '<figure class="gallery">',
  embed: '<figure class="embed">',
  factBox: '<aside class="fact-box">',
  factTitle: '<h2>',
  questions: '<dl class="questions">',
  questionAnswer: '<div>',
  question: '<dt>',
  answer: '<dd>',
  timeline: '<ol class="timeline">',
  timelineEntry: '<li>',
  when: '<p class="when">',
  footnote: '[^id]',
  sources: 'definitions of footnotes',
  source: '[^id]:',
  note: 'leave-out',
  hardBreak: '\\ at the end of the line',
  bold: '**',
  italic: '*',
  underline: '<u>',
  strike: '~~',
  subscript: '<sub>',
  superscript: '<sup>',
  link: '[](…)',
  bdi: '<bdi class="set">',
  dir: '<div dir>',
} as const satisfies StoryMap

/**
 * CommonMark with the tables, footnotes and strikethrough of GFM, and the fields as YAML front matter. A text that runs from right to
 * left stands in `<div dir="rtl">`, since Markdown itself always runs from left to right. Pictures are named as `media/<name>`.
 */
export const markdown: ExportFormat = {
  id: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mime: 'text/markdown',
  fields: frontKeys,
  story,
  write({ article, beside }) {
    const pathOf = beside ?? ((media: string) => `media/${media}`)
    const text = `${frontMatter(article, pathOf)}\n${storyMarkdown(article, pathOf)}`
    return Promise.resolve({ bytes: toUtf8(text), warnings: beside ? [] : notInside(article) })
  },
}

function storyMarkdown(article: Article, pathOf: PathOf): string {
  const { tag, direction } = languageOf(article.language)
  const children = storyTree(article, pathOf)
  const text = toMarkdown(
    { type: 'root', children },
    { bullet: '-', rule: '*', extensions: [gfmToMarkdown({ firstLineBlank: false, tablePipeAlign: false })] },
  )
  return direction === 'ltr' ? text : `${opening('div', { dir: direction, lang: tag })}\n\n${text}\n</div>\n`
}

function notInside(article: Article): Warning[] {
  const count = mediaNames(article).length
  if (count === 0) return []
  return [
    { code: 'pictures-beside', message: `${count} pictures are named as media/…, and are not in the file` },
  ]
}
