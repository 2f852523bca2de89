import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { StoryTypes } from '../api/starts.ts'
import { decodeText } from '../import/decode.ts'
import { limits } from '../model/limits.ts'
import { shippedTypes } from '../model/shipped-types.ts'
import { mergedTypes } from '../model/story-start.ts'
import { readHouseTypes, type HouseTypes, type StoryType } from '../model/story-type.ts'
import { bytesOf } from './pictures.ts'
import type { DeskRoom } from './room.ts'

type Types = Pick<DeskApi, Extract<keyof DeskApi, `types.${string}`>>

/** The kinds of story: listing them, and the house's own. Whatever changes them is told to all windows. */
export function typeCalls(room: DeskRoom): Types {
  const change = async (changed: (house: HouseTypes) => HouseTypes): Promise<StoryTypes> => {
    room.requireWritable()
    const state = stateOf(await room.ports.types.change(changed))
    room.ports.tell({ name: 'types.changed', data: { house: state.house } })
    return state
  }
  return {
    'types.list': () => storyTypes(room),
    'types.change': ({ put, remove, order }) =>
      change((house) => {
        const kept = house.types.filter(({ id }) => id !== remove)
        return { order: order ?? house.order, types: put ? withTypes(kept, [put]) : kept }
      }),
    'types.merge': async ({ base64 }) => {
      room.requireWritable()
      const { odd, ...other } = typesIn(bytesOf(base64))
      const state = await change((house) => ({
        // The order of a house that has one is its own.
        order: house.order.length > 0 ? house.order : other.order,
        types: withTypes(house.types, other.types),
      }))
      return { state, taken: other.types.length, odd }
    },
  }
}

/** The shipped types and the house's own, as they are now. */
export const storyTypes = async (room: DeskRoom): Promise<StoryTypes> =>
  stateOf(await room.ports.types.house())

/** The type of an article; undefined where it has none, or one that nobody knows. */
export async function typeOf(room: DeskRoom, id: string): Promise<StoryType | undefined> {
  return id === '' ? undefined : (await storyTypes(room)).types.find((type) => type.id === id)
}

const stateOf = (house: HouseTypes): StoryTypes => ({
  types: mergedTypes(shippedTypes, house),
  house: house.types.map(({ id }) => id),
})

/** Those of `types` in the place of the ones with their ids, the others behind them. @throws DeskError 'too-large' */
function withTypes(before: readonly StoryType[], types: readonly StoryType[]): StoryType[] {
  const all = [...new Map([...before, ...types].map((type) => [type.id, type])).values()]
  if (all.length <= limits.storyTypes) return all
  throw new DeskError('too-large', `a house has at most ${limits.storyTypes} types of its own`, {
    limit: 'storyTypes',
    most: limits.storyTypes,
  })
}

/** @throws DeskError 'too-large' | 'not-story-types' */
function typesIn(bytes: Uint8Array): HouseTypes & { odd: number } {
  const most = limits.storyTypesBytes
  if (bytes.length > most)
    throw new DeskError('too-large', 'the file is too large', { limit: 'storyTypesBytes', most })
  const read = readHouseTypes(parsed(bytes))
  if (read && read.types.length > 0) return read
  throw new DeskError('not-story-types', 'the file holds no story types')
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text)
  } catch {
    return undefined
  }
}
