import { expect, test } from 'vitest'
import type { Block } from '../../../core/model/body.ts'
import { headlineOf } from '../../../core/model/take-headline.ts'
import { story } from '../../support/temp-library.ts'

const heading = (text: string): Block => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
})
const lines = (...texts: string[]) => story(...texts).content

test('a first heading is the headline, also where nothing follows', () => {
  expect(headlineOf([heading('فيضان دجلة'), ...lines('بلغ الماء العتبات.')])).toBe('فيضان دجلة')
  expect(headlineOf([heading(' فيضان \n دجلة ')])).toBe('فيضان دجلة')
})
test('so is a short first line over a story, and no line that is the whole text', () => {
  expect(headlineOf(lines('فيضان دجلة', 'بلغ الماء العتبات.'))).toBe('فيضان دجلة')
  expect(headlineOf(lines('بلغ الماء العتبات.'))).toBeNull()
})
test('a long first line belongs to the story, and what begins with neither has no headline', () => {
  expect(headlineOf(lines('م'.repeat(201), 'ب'))).toBeNull()
  expect(headlineOf(lines('', 'ب'))).toBeNull()
  expect(headlineOf([{ type: 'horizontalRule' }, ...lines('ب')])).toBeNull()
  expect(headlineOf([])).toBeNull()
})
