import type { DeskEvent, EventName, Input, MethodName, Output } from '../../core/api/contract.ts'
import { DeskError, deskErrorCodes, type DeskErrorCode, type Result } from '../../core/api/errors.ts'

/** What carries calls and events: the Electron bridge (`window.desk`) or HTTP to the loopback host. */
export interface Carrier {
  call(method: MethodName, input: unknown): Promise<Result<unknown>>
  /** Events as they come; answers how to stop listening. */
  on(listener: (name: string, data: unknown) => void): () => void
}

/** What a carrier says, among the events, when it has found the desk again: what was told meanwhile was not heard. */
export const reconnected = 'reconnected'

/** The desk, asked from the page: one typed call, one stream of events. */
export interface DeskClient {
  /** @throws DeskError with the code the desk gave, or 'unreachable' when it did not answer. */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  listen(listener: (event: DeskEvent) => void, onReconnected?: () => void): () => void
}

/** Makes typed calls of a carrier's messages; failures become DeskErrors again. */
export function createDeskClient(carrier: Carrier): DeskClient {
  return {
    async call(method, input) {
      const result = await carrier.call(method, input)
      if (!result.ok) throw asDeskError(result.error)
      return result.value as Output<typeof method>
    },
    listen(listener, onReconnected) {
      return carrier.on((name, data) => {
        if (name === reconnected) return onReconnected?.()
        const event = readEvent(name, data)
        return event && listener(event)
      })
    },
  }
}

// The desk checks by its schemas what it is asked and what it tells; here it is only seen to be an answer of the desk.
function asDeskError(data: unknown): DeskError {
  const { code, message, details } = (data ?? {}) as Record<string, unknown>
  if (!isCode(code)) return new DeskError('internal', 'the desk answered something else')
  return new DeskError(code, String(message), (details ?? {}) as DeskError['details'])
}

const isCode = (code: unknown): code is DeskErrorCode => (deskErrorCodes as readonly unknown[]).includes(code)

// Not `eventNames`: with it all schemas of the contract would be read before the desk is asked.
const heard: Record<EventName, true> = {
  'article.changed': true,
  'article.removed': true,
  'trash.changed': true,
  'settings.changed': true,
  'spelling.changed': true,
  'names.changed': true,
  'source.noted': true,
  'types.changed': true,
  'themes.changed': true,
  'window.command': true,
  'window.open': true,
  'window.flush': true,
  'library.changed': true,
  'library.moving': true,
  'library.moved': true,
  notice: true,
}

function readEvent(name: string, data: unknown): DeskEvent | undefined {
  const isEvent = Object.hasOwn(heard, name) && typeof data === 'object' && data !== null
  return isEvent ? ({ name, data } as DeskEvent) : undefined
}
