import { describe, expect, test } from 'vitest'
import { pageParts } from '../../../../core/model/theme.ts'
import {
  copyOfTheme,
  partsInOrder,
  withMoved,
  withPart,
} from '../../../../renderer/features/theme-editor/theme-copy.ts'
import {
  edited,
  editsOf,
  isChanged,
  kept,
  undone,
} from '../../../../renderer/features/theme-editor/theme-edits.ts'
import { plainTheme } from '../../../support/memory-ports.ts'

const theme = plainTheme()
const named = (name: string) => ({ ...theme, name })

describe('the steps of editing a theme', () => {
  test('letters typed into one field are one step back, another field is another', () => {
    let edits = editsOf(theme)
    for (const name of ['H', 'Ho', 'House']) edits = edited(edits, named(name), 'name')
    edits = edited(edits, { ...named('House'), layout: 'modern' }, 'layout')
    expect(edits.now).toMatchObject({ name: 'House', layout: 'modern' })
    edits = undone(edits)
    expect(edits.now).toMatchObject({ name: 'House', layout: 'classic' })
    edits = undone(edits)
    expect(edits.now).toEqual(theme)
    expect(undone(edits)).toBe(edits)
  })
  test('what is typed after a step back is a step of its own', () => {
    let edits = undone(
      edited(edited(editsOf(theme), named('a'), 'name'), { ...named('a'), layout: 'light' }, 'x'),
    )
    edits = edited(edits, named('b'), 'name')
    expect(undone(edits).now.name).toBe('a')
  })
  test('it is changed until it is kept, and when it is as it was', () => {
    const changed = edited(editsOf(theme), named('House'), 'name')
    expect(isChanged(editsOf(theme))).toBe(false)
    expect(isChanged(changed)).toBe(true)
    expect(isChanged(undone(changed))).toBe(false)
    const safe = kept(changed, changed.now)
    expect(isChanged(safe)).toBe(false)
    // What was kept can be taken back too.
    expect(isChanged(undone(safe))).toBe(true)
  })
  test('of very many steps the last ones are remembered', () => {
    let edits = editsOf(theme)
    for (let at = 0; at < 500; at += 1) edits = edited(edits, named(`${at}`), `${at}`)
    expect(edits.past).toHaveLength(200)
  })
})

describe('the order of a page', () => {
  test('shows the parts of the page first, then the others, each once', () => {
    const parts = partsInOrder({ ...theme, order: ['story', 'headline', 'story'] })
    expect(parts.slice(0, 2)).toEqual(['story', 'headline'])
    expect(parts.toSorted()).toEqual([...pageParts].toSorted())
  })
  test('a part moves by one place, and stops at either end', () => {
    const of = { ...theme, order: ['headline', 'lead', 'story'] as (typeof theme)['order'] }
    expect(withMoved(of, 'story', -1).order).toEqual(['headline', 'story', 'lead'])
    expect(withMoved(of, 'headline', 1).order).toEqual(['lead', 'headline', 'story'])
    expect(withMoved(of, 'headline', -1)).toBe(of)
    expect(withMoved(of, 'story', 1)).toBe(of)
    expect(withMoved(of, 'kicker', 1)).toBe(of)
  })
  test('a part comes on to the page where it stands in the list, and leaves it', () => {
    const of = { ...theme, order: ['headline', 'story'] as (typeof theme)['order'] }
    const on = withPart(of, 'kicker', true)
    expect(on.order).toContain('kicker')
    expect(partsInOrder(on).indexOf('kicker')).toBeLessThanOrEqual(partsInOrder(of).indexOf('kicker'))
    expect(withPart(on, 'kicker', false).order).toEqual(of.order)
    expect(withPart(of, 'headline', true).order).toEqual(of.order)
  })
})

test('a copy has an id that nothing has, and the name it is given', () => {
  expect(copyOfTheme(theme, 'Copy', ['classic'])).toMatchObject({ id: 'classic-2', name: 'Copy' })
  expect(copyOfTheme({ ...theme, id: 'classic-2' }, 'Copy', ['classic', 'classic-2']).id).toBe('classic-3')
  expect(copyOfTheme({ ...theme, id: 'x'.repeat(40) }, 'n'.repeat(100), []).id).toMatch(/^[a-z0-9-]{1,40}$/)
})
