import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm'
import { askedForms } from '../../../core/language/spelling/asked-forms.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { DictionarySource, SpellingAnswer, SpellingQuestion } from './spelling-messages.ts'

interface Loaded {
  hunspell: Hunspell
  /** Of the house's, those that the dictionary itself did not know. */
  learnt: Set<string>
}
const loaded = new Map<LanguageCode, Loaded>()
const mostSuggestions = 12

async function textOf(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`)
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text()
}

async function load(language: LanguageCode, source: DictionarySource): Promise<number> {
  const startedAt = performance.now()
  drop(language)
  const [affixes, words] =
    source.kind === 'texts'
      ? [source.affixes, source.words]
      : await Promise.all([textOf(source.affixes), textOf(source.words)])
  loaded.set(language, { hunspell: await createHunspellFromStrings(affixes, words), learnt: new Set() })
  return performance.now() - startedAt
}

function drop(language: LanguageCode): void {
  loaded.get(language)?.hunspell.dispose()
  loaded.delete(language)
}

function need(language: LanguageCode): Loaded {
  const found = loaded.get(language)
  if (!found) throw new Error(`no dictionary of ${language} is loaded`)
  return found
}

function learn({ hunspell, learnt }: Loaded, words: readonly string[]): void {
  const wanted = new Set(words)
  // Taken back only what was put in: the dictionary's own words stay.
  for (const word of learnt) {
    if (wanted.has(word)) continue
    hunspell.removeWord(word)
    learnt.delete(word)
  }
  for (const word of wanted) {
    if (learnt.has(word) || hunspell.testSpelling(word)) continue
    hunspell.addWord(word)
    learnt.add(word)
  }
}

async function answer(question: SpellingQuestion): Promise<Omit<SpellingAnswer, 'number'>> {
  const { kind, language } = question
  switch (kind) {
    case 'load':
      return { loadedMs: await load(language, question.source) }
    case 'drop':
      drop(language)
      return {}
    case 'check': {
      const { hunspell } = need(language)
      const isRight = (plain: string) => askedForms(plain).some((form) => hunspell.testSpelling(form))
      return { right: question.plain.map(isRight) }
    }
    case 'suggest':
      return {
        suggestions: need(language).hunspell.getSpellingSuggestions(question.plain).slice(0, mostSuggestions),
      }
    case 'learn':
      learn(need(language), question.words)
      return {}
  }
}

async function answerAloud(question: SpellingQuestion): Promise<void> {
  const { number } = question
  try {
    postMessage({ number, ...(await answer(question)) } satisfies SpellingAnswer)
  } catch (thrown) {
    postMessage({ number, fault: String(thrown) } satisfies SpellingAnswer)
  }
}

// One after the other: what is asked of a dictionary waits until it is loaded.
let line: Promise<unknown> = Promise.resolve()
globalThis.addEventListener('message', ({ data }: MessageEvent<SpellingQuestion>) => {
  line = line.then(() => answerAloud(data))
})
