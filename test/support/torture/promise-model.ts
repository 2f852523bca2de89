import { windowNames, type WindowName } from './newsroom.ts'

interface ModelWindow {
  words: string[]
  /** The file that it was opened from, or saved last, by its number. */
  file: number
  /** Words that no save has taken along. */
  isDirty: boolean
}

/** What is promised of one article: no more than a person who saw the answers would expect. */
export class PromiseModel {
  /** Every word that the desk has acknowledged, by a save, a journal or a refusal that kept it; and those of other programs. */
  readonly acknowledged = new Set<string>()
  file: { words: string[]; number: number } = { words: [], number: 0 }
  /** What was journaled last, over which file, by whom. */
  journal: { words: string[]; file: number; window: WindowName } | undefined
  /** A window whose journaled words are its own still. */
  live: WindowName | undefined
  isTrashed = false
  readonly windows = new Map<WindowName, ModelWindow>()
  #words = 0

  constructor() {
    for (const name of windowNames) this.open(name)
  }

  newWord(): string {
    return `كلمة${(this.#words += 1)}`
  }

  window(name: WindowName): ModelWindow {
    const window = this.windows.get(name)
    if (!window) throw new Error(`the ${name} window has nothing open`)
    return window
  }

  /** The words that this window shows when it opens the article now. */
  open(name: WindowName): string[] {
    const isOthers = this.live !== undefined && this.live !== name
    const isRecovered = !isOthers && this.journal?.file === this.file.number
    const words = isRecovered ? [...(this.journal?.words ?? [])] : [...this.file.words]
    // Words over a file that is no more were put among the conflicts.
    if (!isOthers && !isRecovered) this.journal = undefined
    this.windows.set(name, { words, file: this.file.number, isDirty: isRecovered })
    return words
  }

  acknowledge(words: Iterable<string>): void {
    for (const word of words) this.acknowledged.add(word)
  }

  replaceFile(words: readonly string[]): void {
    this.file = { words: [...words], number: this.file.number + 1 }
  }

  /** The process is gone, and with it what only its windows knew. */
  forgetWindows(): void {
    this.live = undefined
    this.windows.clear()
  }
}
