import shipped from '../../assets/vocab/story-types.json' with { type: 'json' }
import { readHouseTypes, type StoryType } from './story-type.ts'

/** The story types that come with Midad, in the shape of a house's own file. */
export const shippedTypes: readonly StoryType[] = readHouseTypes(shipped)?.types ?? []
