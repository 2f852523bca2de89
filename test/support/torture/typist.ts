import { setTimeout as pause } from 'node:timers/promises'
import type { OpenArticle } from '../../../core/api/contract.ts'
import type { Article } from '../../../core/model/article.ts'
import type { Block, StoryBody } from '../../../core/model/body.ts'
import type { Status } from '../../../core/model/fields.ts'
import { createDeskClient, type Carrier } from '../../../renderer/desk/client.ts'
import { ArticleSession } from '../../../renderer/features/article/session.ts'
import { image, p, story } from '../story.ts'
import type { Dice } from './chance.ts'

/** What was typed, in one line that can be compared. */
export interface TypedState {
  /** Milliseconds since 1970: when the key went down. */
  at: number
  text: string
}

type Text = Pick<Article, 'status' | 'fields' | 'body'>
/** All that the typist changes of a text. */
export const lineOf = ({ status, fields, body }: Text): string => {
  const pictures = body.content.flatMap((block) => (block.type === 'image' ? [block.attrs.media] : []))
  const paragraphs = body.content.filter(({ type }) => type !== 'image').map(wordsOf)
  return JSON.stringify([status, fields.headline, fields.deskNote, paragraphs.join('\n'), ...pictures])
}

function wordsOf(block: Block): string {
  const content = 'content' in block ? (block.content ?? []) : []
  return content.map((each) => (each.type === 'text' ? each.text : wordsOf(each as Block))).join('')
}

const words =
  'قال وزير الخارجية العراقي إن المحادثات التي جرت في أربيل أمس تناولت ملف النفط والموازنة وأكد الجانبان مواصلة الحوار'.split(
    ' ',
  )

export const nextWords = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => dice.one(words)).join(' ')

/**
 * Somebody who types fast in the very session that the page has, over HTTP: letters, lines, pastes, deletions, the headline and
 * the note. Records each state with its time, and what was acknowledged of it.
 */
export class Typist {
  readonly states: TypedState[] = []
  /** The last state that an answered save took along; -1 before the first. */
  saved = -1
  /** The last that was there when the badge came to say Saved. */
  shownSaved = -1
  /** The last that an answered journal took along. */
  journaled = -1
  /** Strokes so far. */
  keys = 0
  /** How late the timers of this process were lately, at most, in milliseconds: how busy the machine is. */
  lateMs = 0
  readonly session: ArticleSession
  readonly #indexOf = new Map<string, number>()
  readonly #dice: Dice
  #paragraphs: string[]
  #pictures: Block[]
  readonly #undoable: { paragraphs: string[]; pictures: Block[] }[] = []
  #ahead = ''
  #isStopped = false

  constructor(carrier: Carrier, opened: OpenArticle, dice: Dice) {
    this.#dice = dice
    const { content } = opened.article.body
    this.#paragraphs = content.filter(({ type }) => type !== 'image').map(wordsOf)
    this.#pictures = content.filter(({ type }) => type === 'image')
    this.session = new ArticleSession(createDeskClient(this.#watch(carrier)), opened)
    this.session.readStoryFrom(() => this.#story())
    this.#record()
    this.session.onSaveState(() => {
      if (this.session.saveState().kind === 'saved') this.shownSaved = this.states.length - 1
    })
  }

  /** Types until it is stopped; `keyMs` is the usual time between two keys. */
  async type(keyMs: number): Promise<void> {
    while (!this.#isStopped) {
      this.press()
      const wait = this.#dice.between(keyMs * 0.3, keyMs * 1.7)
      const due = performance.now() + wait
      await pause(wait)
      this.lateMs = Math.max(this.lateMs * 0.98, performance.now() - due)
    }
  }

  stop(): void {
    this.#isStopped = true
    this.session.close()
  }

  /** One key, or one stroke that changes much. */
  press(): void {
    const dice = this.#dice
    const last = Math.max(0, this.#paragraphs.length - 1)
    const at = dice.happens(0.9) ? last : dice.below(this.#paragraphs.length)
    const percent = dice.between(0, 100)
    if (percent < 2) return this.#pressInField('headline')
    if (percent < 4) return this.#pressInField('deskNote')
    if (percent < 5) this.#undo(1 + dice.below(30))
    else this.#remember()
    if (percent > 99) this.#paragraphs.splice(at, 0, ...this.#pasted())
    else if (percent > 96) this.#paragraphs.splice(at + 1, 0, '')
    else if (percent > 91) this.#replace(at, (words) => words.slice(0, -1))
    // A big stroke of the delete key, so that the story stays as long as stories are.
    else if (this.#paragraphs.length > 60) this.#paragraphs.splice(0, 40)
    else if (percent > 5) this.#pressLetter(at)
    this.#edited()
  }

  #pressLetter(at: number): void {
    this.#ahead ||= `${this.#dice.one(words)} `
    this.#replace(at, (words) => words + this.#ahead.slice(0, 1))
    this.#ahead = this.#ahead.slice(1)
  }

  /** A picture that the desk has taken. */
  insertPicture(media: string): void {
    this.#remember()
    this.#pictures = [...this.#pictures.slice(-5), image(media)]
    this.#edited()
  }

  setStatus(status: Status): void {
    this.#record({ status })
    this.session.setStatus(status)
  }

  /** All states but the last; what was acknowledged of them is not counted any more. */
  forget(): void {
    this.states.splice(0, this.states.length - 1)
    this.#indexOf.clear()
    this.saved = this.shownSaved = this.journaled = -1
  }

  get last(): string {
    return this.states.at(-1)?.text ?? ''
  }

  /** The last state with this text; -1 where nobody typed that. */
  indexOf(text: string): number {
    return this.#indexOf.get(text) ?? -1
  }

  #edited(): void {
    this.#record()
    this.session.storyEdited()
  }

  #remember(): void {
    this.#undoable.push({ paragraphs: [...this.#paragraphs], pictures: this.#pictures })
    if (this.#undoable.length > 100) this.#undoable.shift()
  }

  #undo(steps: number): void {
    const before = this.#undoable.splice(-steps)[0]
    if (!before) return
    this.#paragraphs = before.paragraphs
    this.#pictures = before.pictures
  }

  #replace(at: number, change: (words: string) => string): void {
    this.#paragraphs[at] = change(this.#paragraphs[at] ?? '')
  }

  #pressInField(field: 'headline' | 'deskNote'): void {
    const value = this.session.details().fields[field]
    const next = value.length > 90 ? '' : `${value} ${this.#dice.one(words)}`.trim()
    this.#record({ [field]: next })
    this.session.setField(field, next)
  }

  #pasted(): string[] {
    return Array.from({ length: 2 + this.#dice.below(4) }, () => nextWords(this.#dice, 40))
  }

  #story(): StoryBody {
    return story(...this.#paragraphs.map((words) => (words ? p(words) : p())), ...this.#pictures)
  }

  #record({
    status,
    ...changed
  }: Partial<Record<'headline' | 'deskNote', string>> & { status?: Status } = {}): void {
    const details = this.session.details()
    const fields = { ...details.fields, ...changed }
    const text = lineOf({ status: status ?? details.status, fields, body: this.#story() })
    this.keys += 1
    this.#indexOf.set(text, this.states.length)
    this.states.push({ at: Date.now(), text })
  }

  #watch(carrier: Carrier): Carrier {
    return {
      on: (listener) => carrier.on(listener),
      call: async (method, input) => {
        // What a journal takes along is what stands there when it is asked.
        const before = this.states.length - 1
        const sent = method === 'article.save' ? this.indexOf(lineOf(input as Text)) : -1
        const answer = await carrier.call(method, input)
        if (answer.ok && method === 'article.save') this.saved = Math.max(this.saved, sent)
        if (answer.ok && method === 'article.journal') this.journaled = Math.max(this.journaled, before)
        return answer
      },
    }
  }
}
