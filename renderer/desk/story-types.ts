import { useSyncExternalStore } from 'react'
import type { StoryTypes } from '../../core/api/starts.ts'
import type { StoryType } from '../../core/model/story-type.ts'
import type { DeskClient } from './client.ts'
import { useDesk } from './desk-context.tsx'

const none: StoryTypes = { types: [], house: [] }

/** The kinds of story that the desk knows: one for all who ask in this window. */
export class KnownTypes {
  readonly #desk: DeskClient
  readonly #listeners = new Set<() => void>()
  #state = none

  constructor(desk: DeskClient) {
    this.#desk = desk
    desk.listen(
      (event) => event.name === 'types.changed' && void this.#ask(),
      () => void this.#ask(),
    )
    void this.#ask()
  }

  /** Empty until the desk has answered; another object whenever something has changed. */
  state = (): StoryTypes => this.#state
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #ask(): Promise<void> {
    try {
      this.#state = await this.#desk.call('types.list', {})
    } catch {
      // Stories are written without types too; the next connection asks again.
      return
    }
    for (const listener of this.#listeners) listener()
  }
}

const known = new WeakMap<DeskClient, KnownTypes>()

/** The story types of this desk, asked for when they are first wanted. */
function knownTypesOf(desk: DeskClient): KnownTypes {
  const there = known.get(desk)
  if (there) return there
  const made = new KnownTypes(desk)
  known.set(desk, made)
  return made
}

/** The story types as they are now. */
export function useStoryTypes(): StoryTypes {
  const types = knownTypesOf(useDesk())
  return useSyncExternalStore(types.subscribe, types.state)
}

/** Those that a new story may have. */
export const offered = ({ types }: StoryTypes): StoryType[] => types.filter(({ isOffered }) => isOffered)
