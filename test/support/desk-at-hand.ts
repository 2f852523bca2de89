import type { DeskEvent, MethodName } from '../../core/api/contract.ts'
import { createDesk } from '../../core/desk/desk.ts'
import { dispatch } from '../../core/desk/dispatch.ts'
import { DeskRoom } from '../../core/desk/room.ts'
import { emptyFields, type ArticleFields } from '../../core/model/fields.ts'
import type { Article } from '../../core/model/article.ts'
import { createDeskClient, type DeskClient } from '../../renderer/desk/client.ts'
import { memoryPorts, type MemoryPorts } from './memory-ports.ts'
import { article, idOf } from './temp-library.ts'

type Laid = Partial<ArticleFields> & Partial<Pick<Article, 'status' | 'language' | 'updatedAt'>>

/** The whole desk in memory, as a page asks it. */
export interface DeskAtHand {
  client: DeskClient
  ports: MemoryPorts
  /** What was asked, in its order; `hold` keeps the answers back until what it answers is called. */
  asked: { method: MethodName; input: unknown }[]
  hold: () => () => void
  /** The desk answers nothing until it is told to again. */
  away: (isAway: boolean) => void
  /** The library has, or is told of, article number so. */
  lay: (number: number, laid?: Laid) => Article
  forget: (id: string) => void
}

export function deskAtHand(): DeskAtHand {
  const ports = memoryPorts()
  const listeners = new Set<(event: DeskEvent) => void>()
  const tell = ports.tell.bind(ports)
  ports.tell = (event) => {
    tell(event)
    for (const listener of listeners) listener(event)
  }
  const room = new DeskRoom(ports)
  const desk = createDesk(ports, room)
  const asked: DeskAtHand['asked'] = []
  let held: Promise<void> = Promise.resolve()
  let isAway = false
  const client = createDeskClient({
    call: async (method, input) => {
      asked.push({ method, input })
      if (isAway) return { ok: false, error: { code: 'unreachable', message: 'planted' } as never }
      const answer = await dispatch(desk, method, input)
      await held
      return structuredClone(answer)
    },
    on: (listener) => {
      const hear = ({ name, data }: DeskEvent) => listener(name, data)
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
  })
  return {
    client,
    ports,
    asked,
    hold: () => {
      let letGo: () => void = () => undefined
      held = new Promise((resolve) => (letGo = resolve))
      return () => letGo()
    },
    away: (now) => {
      isAway = now
    },
    lay: (number, { status, language, updatedAt, ...fields } = {}) => {
      const id = idOf(number)
      const shell = {
        ...(status && { status }),
        ...(language && { language }),
        updatedAt: updatedAt ?? new Date(Date.UTC(2026, 10, 1) + number * 60_000).toISOString(),
      }
      const laid = article(id, { ...shell, fields: { ...emptyFields(), headline: `n${number}`, ...fields } })
      ports.articles.files.set(id, { kind: 'article', article: laid })
      room.announce(laid)
      return laid
    },
    forget: (id) => room.forget(id),
  }
}
