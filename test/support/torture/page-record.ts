import type { Page } from 'playwright-core'
import type { Article } from '../../../core/model/article.ts'
import type { Block } from '../../../core/model/body.ts'
import type { Typed } from './figures.ts'
import type { TypedState } from './typist.ts'

type Text = Pick<Article, 'fields' | 'body'>

/** The headline and the paragraphs of a text, as the page shows them. */
export const pageLineOf = ({ fields, body }: Text): string =>
  JSON.stringify([fields.headline, body.content.map(wordsOf).join('\n')])

function wordsOf(block: Block): string {
  const content = 'content' in block ? (block.content ?? []) : []
  return content.map((each) => (each.type === 'text' ? each.text : wordsOf(each as Block))).join('')
}

interface PageRecord {
  states: TypedState[]
  /** Texts of saves that were answered. */
  saves: Text[]
  /** The state that stood there when the last answered journal was asked for. */
  journaled: number
  lateMs: number
}

/** To be called before the page is loaded: it will note each text that it shows, and what its desk has acknowledged. */
export async function recordPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const record: PageRecord = { states: [], saves: [], journaled: -1, lateMs: 0 }
    Object.assign(window, { record })
    const ask = window.fetch.bind(window)
    window.fetch = async (...asked) => {
      const before = record.states.length - 1
      const answer = await ask(...asked)
      const [path, body] = [asked[0], asked[1]?.body]
      if (typeof path !== 'string' || typeof body !== 'string') return answer
      if (!/article\.(save|journal)$/.test(path)) return answer
      const { ok } = (await answer.clone().json()) as { ok: boolean }
      if (ok && path.endsWith('save')) record.saves.push(JSON.parse(body) as Text)
      if (ok && path.endsWith('journal')) record.journaled = Math.max(record.journaled, before)
      return answer
    }
    let beat = performance.now()
    setInterval(() => {
      record.lateMs = Math.max(record.lateMs * 0.98, performance.now() - beat - 20)
      beat = performance.now()
    }, 20)
  })
}

const storyName = '[contenteditable][aria-label="Story"]'
const headlineName = '[aria-label="Headline"]'

/** From now on each text of the open article is noted, this one first; answers it. */
export async function beginRecord(page: Page): Promise<string> {
  await page.locator(storyName).waitFor()
  return page.evaluate(
    ({ storyName, headlineName }) => {
      const { record } = window as unknown as { record: PageRecord }
      const story = document.querySelector(storyName) as HTMLElement
      const note = (): void => {
        const { value } = document.querySelector(headlineName) as HTMLTextAreaElement
        const words = [...story.children].map((block) => block.textContent).join('\n')
        const text = JSON.stringify([value, words])
        if (record.states.at(-1)?.text !== text) record.states.push({ at: Date.now(), text })
      }
      new MutationObserver(note).observe(story, { childList: true, characterData: true, subtree: true })
      document.addEventListener('input', note, true)
      note()
      return record.states[0]?.text ?? ''
    },
    { storyName, headlineName },
  )
}

/** What was noted until this moment. */
export async function readRecord(page: Page, until: number): Promise<Typed> {
  const record = await page.evaluate(() => (window as unknown as { record: PageRecord }).record)
  const texts = record.states.map(({ text }) => text)
  const indexOf = (text: string): number => texts.lastIndexOf(text)
  const saved = Math.max(-1, ...record.saves.map((text) => indexOf(pageLineOf(text))))
  const { journaled, lateMs } = record
  const typed = record.states.findLastIndex(({ at }) => at <= until) + 1
  const states = record.states.slice(0, Math.max(typed, saved + 1, journaled + 1))
  return { states, saved, shownSaved: saved, journaled, lateMs, indexOf }
}

/** Only the last text is kept; answers how many there were. */
export function forgetRecord(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { record } = window as unknown as { record: PageRecord }
    record.saves.length = 0
    return record.states.splice(0, record.states.length - 1).length
  })
}
