import { fold } from '../../core/language/fold.ts'
import { searchablePieces } from '../../core/search/article-text.ts'
import type { Article } from '../../core/model/article.ts'
import { chanceFrom } from '../corpus/chance.ts'
import { makeArticle } from '../corpus/article.ts'
import { articleWords } from './library-files.ts'

/** An article as every index takes it, its letters as they were written. */
export interface SearchDocument {
  number: number
  id: string
  headline: string
  byline: string
  text: string
}

/** What Midad searches in an article, for the indexes beside it. */
export function documentOf(article: Article, number: number): SearchDocument {
  const { id, fields } = article
  return {
    number,
    id,
    headline: fields.headline,
    byline: fields.byline.join(' '),
    text: searchablePieces(article).join('\n'),
  }
}

/** The words of a text as Midad compares them (core/language/fold.ts): every index here gets the same ones. */
export const wordsIn = (text: string): string[] =>
  fold(text)
    .split(/[\s\p{P}\p{S}]+/u)
    .filter(Boolean)

export interface Query {
  text: string
  /** The last word is only begun. */
  isPrefix: boolean
}

/** Queries of one to three neighbouring words out of random articles of so many, a third of them with a begun last word. */
export function makeQueries(count: number, size: number, seed = 4242): Query[] {
  const chance = chanceFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const article = makeArticle(Math.floor(chance() * size), articleWords)
    const words = wordsIn(searchablePieces(article).join(' ')).filter((word) => word.length >= 3)
    const length = 1 + Math.floor(chance() * 3)
    const from = Math.floor(chance() * (words.length - length))
    const chosen = words.slice(from, from + length)
    const isPrefix = index % 3 === 0
    const last = chosen.pop() ?? ''
    const begun = last.slice(0, Math.max(3, Math.ceil(last.length * 0.6)))
    return { text: [...chosen, isPrefix ? begun : last].join(' '), isPrefix }
  })
}
