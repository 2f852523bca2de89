import { describe, expect, test } from 'vitest'
import { placeBeside } from '../../../renderer/ui/place-beside.ts'

const room = { left: 0, right: 1000, top: 0, bottom: 800 }
const box = { width: 200, height: 100 }
const line = (top: number, left = 400, right = 500) => ({ left, right, top, bottom: top + 30 })

describe('a box beside a line of text', () => {
  test('begins where the line begins, in either direction, and stands over its middle', () => {
    const place = (align: 'ltr' | 'rtl' | 'middle') =>
      placeBeside({ stretch: line(300), box, room, align, side: 'under' })?.x
    expect([place('ltr'), place('rtl'), place('middle')]).toEqual([400, 300, 350])
  })
  test('stands on the side that is asked for where that has room, else on the other one', () => {
    const place = (top: number, side: 'over' | 'under') =>
      placeBeside({ stretch: line(top), box, room, align: 'ltr', side })?.y
    expect([place(300, 'under'), place(300, 'over')]).toEqual([336, 194])
    expect([place(700, 'under'), place(50, 'over')]).toEqual([594, 86])
  })
  test('never leaves its room, and never covers its line: it is not shown rather', () => {
    const place = (left: number, right: number) =>
      placeBeside({ stretch: line(300, left, right), box, room, align: 'middle', side: 'over' })?.x
    expect([place(0, 20), place(980, 1000)]).toEqual([8, 792])
    const tall = { left: 0, right: 10, top: 60, bottom: 740 }
    expect(placeBeside({ stretch: tall, box, room, align: 'ltr', side: 'over' })).toBeNull()
    for (const top of [-200, 900])
      expect(placeBeside({ stretch: line(top), box, room, align: 'ltr', side: 'under' })).toBeNull()
  })
})
