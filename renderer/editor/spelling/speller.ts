import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { DictionarySource, SpellingAnswer, SpellingQuestion } from './spelling-messages.ts'

/** What a worker must do to be asked; the browser's own does. */
export interface SpellingWorker {
  postMessage(question: SpellingQuestion): void
  addEventListener(type: 'message', listener: (event: MessageEvent<SpellingAnswer>) => void): void
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void
  terminate(): void
}
/** What came of a language's dictionary; 'none' where there is none to load. */
export type DictionaryState = 'loading' | 'ready' | 'none' | 'failed'

export interface SpellerFault {
  language: LanguageCode
  /** What the desk or the worker said of it. */
  thrown: unknown
}

interface SpellerOptions {
  startWorker: () => SpellingWorker
  /** Null where the language has no dictionary. */
  sourceOf: (language: LanguageCode) => Promise<DictionarySource | null>
}

/** Words in one message: fewer than a tenth of a second's work, so that a suggestion never waits long. */
const batchSize = 400

type Question = SpellingQuestion extends infer One
  ? One extends unknown
    ? Omit<One, 'number'>
    : never
  : never

interface Asked {
  verdicts: Map<string, boolean>
  /** To be asked about at the end of this turn. */
  waiting: Set<string>
  /** Asked about, and not answered yet. */
  pending: Set<string>
  state: Promise<DictionaryState>
  shown: DictionaryState
  learnt: readonly string[]
}

/**
 * Asks dictionaries in a worker about words, each word once. The worker starts, and a dictionary is loaded, when the first
 * word of its language is asked about. Without a dictionary every word is right.
 */
export class Speller {
  readonly #options: SpellerOptions
  readonly #languages = new Map<LanguageCode, Asked>()
  readonly #answers = new Map<number, (answer: SpellingAnswer) => void>()
  readonly #listeners = new Set<() => void>()
  #faults: SpellerFault[] = []
  #worker: SpellingWorker | null = null
  #number = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: SpellerOptions) {
    this.#options = options
  }

  /** Undefined where nobody has asked yet: it is asked then, and listeners hear when the answer is there. */
  isRight(language: LanguageCode, plain: string): boolean | undefined {
    const asked = this.#of(language)
    if (asked.shown === 'none' || asked.shown === 'failed') return true
    const known = asked.verdicts.get(plain)
    if (known !== undefined) return known
    if (asked.pending.has(plain)) return undefined
    asked.waiting.add(plain)
    this.#timer ??= setTimeout(() => this.#flush())
    return undefined
  }

  /** What the dictionary would write instead, the likeliest first; nothing where it cannot be asked. */
  async suggestions(language: LanguageCode, plain: string): Promise<string[]> {
    if ((await this.#of(language).state) !== 'ready') return []
    return (await this.#ask({ kind: 'suggest', language, plain })).suggestions ?? []
  }

  /** These are the house's words of the language: offered among the suggestions. */
  learn(language: LanguageCode, words: readonly string[]): void {
    const asked = this.#languages.get(language)
    if (!asked || asked.learnt === words) return
    asked.learnt = words
    void this.#learnWhenReady(language, asked)
  }

  /** The dictionary of this language is another one now. */
  forget(language: LanguageCode): void {
    const asked = this.#languages.get(language)
    this.#languages.delete(language)
    if (asked?.shown === 'ready') void this.#ask({ kind: 'drop', language })
    this.#tell()
  }

  /** The dictionaries that could not be loaded, and that nobody has been told of. */
  takeFaults(): readonly SpellerFault[] {
    return this.#faults.splice(0)
  }

  /** Calls back whenever answers have come. */
  onAnswers(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = null
    this.#listeners.clear()
  }

  #of(language: LanguageCode): Asked {
    const known = this.#languages.get(language)
    if (known) return known
    const asked: Asked = {
      verdicts: new Map(),
      waiting: new Set(),
      pending: new Set(),
      state: this.#load(language),
      shown: 'loading',
      learnt: [],
    }
    this.#languages.set(language, asked)
    void this.#followState(asked)
    return asked
  }

  async #followState(asked: Asked): Promise<void> {
    asked.shown = await asked.state
    // Of a dictionary that is ready the answers themselves are told.
    if (asked.shown !== 'ready') this.#tell()
  }

  async #learnWhenReady(language: LanguageCode, asked: Asked): Promise<void> {
    const words = asked.learnt
    if ((await asked.state) === 'ready' && asked.learnt === words)
      await this.#ask({ kind: 'learn', language, words })
  }

  async #load(language: LanguageCode): Promise<DictionaryState> {
    try {
      const source = await this.#options.sourceOf(language)
      if (!source) return 'none'
      const { fault } = await this.#ask({ kind: 'load', language, source })
      if (fault === undefined) return 'ready'
      this.#faults.push({ language, thrown: fault })
    } catch (thrown) {
      this.#faults.push({ language, thrown })
    }
    return 'failed'
  }

  #flush(): void {
    this.#timer = undefined
    for (const [language, asked] of this.#languages) {
      const plain = [...asked.waiting]
      asked.waiting.clear()
      for (const word of plain) asked.pending.add(word)
      for (let at = 0; at < plain.length; at += batchSize)
        void this.#check(language, asked, plain.slice(at, at + batchSize))
    }
  }

  async #check(language: LanguageCode, asked: Asked, plain: string[]): Promise<void> {
    if ((await asked.state) === 'ready') {
      const { right } = await this.#ask({ kind: 'check', language, plain })
      // What cannot be said is not held against a word.
      for (const [index, word] of plain.entries()) asked.verdicts.set(word, right?.[index] ?? true)
    }
    for (const word of plain) asked.pending.delete(word)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #ask(question: Question): Promise<SpellingAnswer> {
    return new Promise((resolve) => {
      const number = (this.#number += 1)
      this.#answers.set(number, resolve)
      try {
        this.#started().postMessage({ ...question, number })
      } catch (thrown) {
        this.#answer({ number, fault: String(thrown) })
      }
    })
  }

  #started(): SpellingWorker {
    if (this.#worker) return this.#worker
    const worker = this.#options.startWorker()
    worker.addEventListener('message', ({ data }) => this.#answer(data))
    worker.addEventListener('error', ({ message }) => {
      for (const number of this.#answers.keys())
        this.#answer({ number, fault: message || 'the worker failed' })
    })
    this.#worker = worker
    return worker
  }

  #answer(answer: SpellingAnswer): void {
    const resolve = this.#answers.get(answer.number)
    this.#answers.delete(answer.number)
    resolve?.(answer)
  }
}
