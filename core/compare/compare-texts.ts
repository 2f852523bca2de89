import { directionOf } from '../language/direction.ts'
import type { Comparison } from '../model/comparison.ts'
import { isSameText, patchOf, type ArticleText } from '../model/draft-patch.ts'
import type { Block } from '../model/body.ts'
import { compareFields } from './compare-fields.ts'
import { compareLines, countLines, sameLine, type Change } from './compare-lines.ts'
import { storyLines, type StoryLine } from './story-lines.ts'

/**
 * How two texts of one article differ, word by word, in their fields and their story; how lines find each other is told
 * in pair-lines.ts. Two stories of 200,000 words that share nothing take about a second.
 */
export function compareTexts(older: ArticleText, newer: ArticleText): Comparison {
  const { before, removed, inserted, after } = changedStretch(older, newer)
  const head = linesOf(newer, before)
  const lines = compareLines(linesOf(older, removed), linesOf(newer, inserted)).map((line) =>
    line.stood === undefined ? line : { ...line, stood: line.stood + head.length },
  )
  const foot = linesOf(newer, after)
  return {
    // Both ways round: a field that only one of them has is a difference too.
    isSame: isSameText(older, newer) && isSameText(newer, older),
    language: newer.language,
    direction: directionOf(newer.language),
    fields: compareFields(older, newer),
    lines: [...head.map(sameLine), ...lines, ...foot.map(sameLine)],
    ...countLines(lines),
  }
}

/** Only the words of the story that came and went: the numbers of `compareTexts`, without what is the same around them. */
export function countChange(older: ArticleText, newer: ArticleText): Change {
  const { removed, inserted } = changedStretch(older, newer)
  return countLines(compareLines(linesOf(older, removed), linesOf(newer, inserted)))
}

const linesOf = (text: ArticleText, blocks: readonly Block[]): StoryLine[] =>
  storyLines(blocks, directionOf(text.language))

interface ChangedStretch {
  before: Block[]
  removed: Block[]
  inserted: Block[]
  after: Block[]
}

function changedStretch(older: ArticleText, newer: ArticleText): ChangedStretch {
  const { content } = newer.body
  const change = patchOf({ ...older, fields: newer.fields }, newer)?.story
  if (!change) return { before: content, removed: [], inserted: [], after: [] }
  const { from, remove, insert } = change
  return {
    before: content.slice(0, from),
    removed: older.body.content.slice(from, from + remove),
    inserted: insert,
    after: content.slice(from + insert.length),
  }
}
