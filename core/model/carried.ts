import type { BodyNode, Mark } from './body.ts'
import type { FieldId } from './fields.ts'

/**
 * Where a format puts each metadata field, or a source finds it: the name of an element or property in the format's own words,
 * `kept` where it has no name of its own. Read by people (docs/formats.md is made of it) and by the compiler, which stops in each format
 * when a field is added.
 */
export type FieldMap = Readonly<Record<FieldId, Carried>>

/** The parts of a story: its nodes and marks by their type. */
export type StoryPart = Exclude<BodyNode['type'], 'text'> | Mark['type'] | 'dir'
/** The same of each kind of node and mark; `dir` is the direction of a block. */
export type StoryMap = Readonly<Record<StoryPart, Carried>>

/** `leave-out`: it is not in the file. Anything else says what stands there; `as: …` where it comes back as something else. */
export type Carried = 'kept' | 'leave-out' | (string & {})
