import { useState } from 'react'
import type { FormatInfo, OptionValues } from '../../core/api/files.ts'
import { knownFormats, type ExportChoice, type ExportTarget } from '../../core/model/export-target.ts'

interface Chosen {
  isSeveral: boolean
  /** Where one is chosen; several are remembered beside it while somebody looks at the other. */
  one: string
  several: readonly string[]
  options: Readonly<Record<string, OptionValues>>
  isZip: boolean
  /** The destination that it was taken from, as long as nothing is changed. */
  target: string | undefined
}

const begun = (formats: readonly FormatInfo[]): Chosen => ({
  isSeveral: false,
  one: formats[0]?.id ?? 'html',
  several: [],
  options: {},
  isZip: false,
  target: undefined,
})

function taken(before: Chosen, target: ExportTarget, formats: readonly FormatInfo[]): Chosen {
  const known = knownFormats(target, formats)
  const isSeveral = known.length > 1
  return {
    isSeveral,
    one: isSeveral ? before.one : (known[0] ?? before.one),
    several: isSeveral ? known : [],
    options: target.options,
    isZip: target.isZip,
    target: target.id,
  }
}

/** What goes out, as it is being chosen in a dialog. */
export function useExportChoice(formats: readonly FormatInfo[]) {
  const [chosen, setChosen] = useState<Chosen>(() => begun(formats))
  const { isSeveral, one, several, options, isZip, target } = chosen
  const change = (part: Partial<Chosen>) => setChosen({ ...chosen, target: undefined, ...part })
  const ids = isSeveral ? several : [one]
  const choice: ExportChoice = {
    formats: [...ids],
    options: Object.fromEntries(ids.flatMap((id) => (options[id] ? [[id, options[id]]] : []))),
    isZip: isSeveral && isZip,
  }
  return {
    choice,
    isSeveral,
    isZip,
    /** One of them is to lie in a folder with what belongs to it. */
    isInFolder: ids.some((id) => options[id]?.packaged === 'folder'),
    target,
    /** In the order of the formats. */
    formats: formats.filter(({ id }) => ids.includes(id)),
    optionsOf: (format: string): OptionValues => options[format] ?? {},
    choose: (id: string, isChosen: boolean) => {
      if (!isSeveral) return change({ one: id })
      const others = several.filter((each) => each !== id)
      return change({ several: isChosen ? [...others, id] : others })
    },
    // Whoever wants several means the one that they see too.
    chooseSeveral: (wanted: boolean) =>
      change({ isSeveral: wanted, several: several.length > 0 ? several : [one] }),
    setOption: (format: string, id: string, value: string | boolean) =>
      change({ options: { ...options, [format]: { ...options[format], [id]: value } } }),
    setZip: (wanted: boolean) => change({ isZip: wanted }),
    take: (taking: ExportTarget) => setChosen(taken(chosen, taking, formats)),
    /** It has this name now. */
    named: (id: string) => setChosen({ ...chosen, target: id }),
  }
}
export type Choosing = ReturnType<typeof useExportChoice>
