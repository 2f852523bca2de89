import { packedText, type PackedBytes, type Packer } from '../zip-file.ts'

/** So many parts are remembered, and none that is called by more than so many UTF-16 units. */
const kept = 64
const longestKey = 2000

// By what packed them: the same article gives the same bytes, whoever has written before.
const remembered = new WeakMap<object, Map<string, PackedBytes>>()
const own = {}

/**
 * A part that many articles have alike, packed as small as can be when it is first needed. `key` names all that `xml` is made of.
 * A thousand Word files of one desk then pay for their styles once.
 */
export function fixedPart(key: string, xml: () => string, packer: Packer | undefined): PackedBytes {
  const parts = remembered.get(packer ?? own) ?? new Map<string, PackedBytes>()
  remembered.set(packer ?? own, parts)
  const known = parts.get(key)
  if (known) return known
  const part = alone(packedText(xml(), 9, { packer }))
  if (key.length <= longestKey) parts.set(key, part)
  const oldest = parts.keys().next().value
  if (parts.size > kept && oldest !== undefined) parts.delete(oldest)
  return part
}

/** What was packed may lie in a larger piece of memory, which would be kept with it. */
const alone = ({ packed, ...said }: PackedBytes): PackedBytes => ({ ...said, packed: new Uint8Array(packed) })
