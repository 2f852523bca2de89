import { expect, test } from 'vitest'
import { isolatedPath, nameOfPath, pathPieces } from '../../../core/language/paths.ts'

const bare = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '')

test.each([
  ['/home/سارة/مكتبة الأخبار', 'مكتبة الأخبار', ['home', 'سارة', 'مكتبة الأخبار']],
  ['C:\\Users\\Azad\\Midad', 'Midad', ['C:', 'Users', 'Azad', 'Midad']],
  ['\\\\server\\share\\هەواڵ', 'هەواڵ', ['server', 'share', 'هەواڵ']],
  ['/odd\\name/here', 'here', ['odd\\name', 'here']],
  ['/', '/', []],
])('%s has a name, and its pieces make it whole again', (path, name, names) => {
  expect(nameOfPath(path)).toBe(name)
  expect(
    pathPieces(path)
      .map(({ text }) => text)
      .join(''),
  ).toBe(path)
  expect(
    pathPieces(path)
      .filter(({ isName }) => isName)
      .map(({ text }) => text),
  ).toEqual(names)
  expect(bare(isolatedPath(path))).toBe(path)
})

test('in a sentence it reads from the left, each name by itself', () => {
  expect(isolatedPath('/سارة/news')).toBe('\u2066/\u2068سارة\u2069/\u2068news\u2069\u2069')
})
