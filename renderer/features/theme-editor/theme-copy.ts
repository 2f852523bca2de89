import { pageParts, type HouseTheme, type PagePart } from '../../../core/model/theme.ts'

/** A theme like this one under another name and an id that nothing has. */
export function copyOfTheme(theme: HouseTheme, name: string, taken: readonly string[]): HouseTheme {
  const stem = theme.id.replace(/-\d+$/, '').slice(0, 30)
  let id = `${stem}-2`
  for (let count = 3; taken.includes(id); count += 1) id = `${stem}-${count}`
  return { ...theme, id, name: name.slice(0, 80) }
}

/** All parts in the order in which they can be moved: those on the page, then the others. */
export const partsInOrder = ({ order }: HouseTheme): PagePart[] => [...new Set([...order, ...pageParts])]

/** The order with a part on the page or off it; the story is always there. */
export function withPart(theme: HouseTheme, part: PagePart, isOn: boolean): HouseTheme {
  const order = [...new Set(theme.order)].filter((each) => each !== part)
  if (!isOn) return { ...theme, order }
  // Where it stands in the list: before the first of those behind it there.
  const list = partsInOrder(theme)
  const behind = new Set(list.slice(list.indexOf(part) + 1))
  const at = order.findIndex((each) => behind.has(each))
  return { ...theme, order: order.toSpliced(at === -1 ? order.length : at, 0, part) }
}

/** The order with a part of the page one place up (-1) or down (1); the same at either end. */
export function withMoved(theme: HouseTheme, part: PagePart, step: 1 | -1): HouseTheme {
  const order = [...new Set(theme.order)]
  const at = order.indexOf(part)
  const to = at + step
  if (at === -1 || to < 0 || to >= order.length) return theme
  return { ...theme, order: order.toSpliced(at, 1).toSpliced(to, 0, part) }
}
