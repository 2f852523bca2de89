import { analyze } from '../language/analyze.ts'
import type { LanguageCode } from '../model/language-code.ts'

const stemmed: ReadonlySet<LanguageCode> = new Set(['ar', 'ckb', 'fa'])

/** The stems of a written word, by which an index groups words; none in a language that `analyze` only folds. */
export function stemsOf(written: string, language: LanguageCode): readonly string[] {
  return stemmed.has(language) ? analyze(written, language, 'apart') : []
}
