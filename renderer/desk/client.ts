import {
  eventNames,
  events,
  type DeskEvent,
  type EventName,
  type Input,
  type MethodName,
  type Output,
} from '../../core/api/contract.ts'
import { DeskError, errorData, type Result } from '../../core/api/errors.ts'

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

function asDeskError(data: unknown): DeskError {
  const read = errorData.safeParse(data)
  if (!read.success) return new DeskError('internal', 'the desk answered something else')
  return new DeskError(read.data.code, read.data.message, read.data.details)
}

function readEvent(name: string, data: unknown): DeskEvent | undefined {
  if (!(eventNames as string[]).includes(name)) return undefined
  const known = name as EventName
  const read = events[known].safeParse(data)
  return read.success ? ({ name: known, data: read.data } as DeskEvent) : undefined
}
