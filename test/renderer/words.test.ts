import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import english from '../../assets/locales/en.json' with { type: 'json' }

const renderer = join(import.meta.dirname, '../../renderer')
const spoken = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'name',
  'about',
  'aria-description',
])
// A key of the catalogue, or a code that reads the same in every language.
const isCode = (text: string) => text in english || /^(?:https:\/\/|format|preview-width)$/.test(text)

/** Words that a person would read or hear, written into the code instead of the catalogue. */
function hardCodedWords(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const note = (node: ts.Node, text: string) => {
    if (/\p{L}/u.test(text) && !isCode(text.trim())) {
      found.push(
        `${fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`,
      )
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text)
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      ts.isStringLiteralLike(node.expression) &&
      ts.isJsxElement(node.parent)
    ) {
      note(node, node.expression.text)
    }
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (spoken.has(node.name.getText())) note(node, node.initializer.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

describe('words on screen', () => {
  test('none is written into a component', () => {
    const files = readdirSync(renderer, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files.length).toBeGreaterThan(20)
    expect(
      files.flatMap((file) => hardCodedWords(file.slice(renderer.length + 1), readFileSync(file, 'utf8'))),
    ).toEqual([])
  })

  test.each([
    ['text', '<p>Saved</p>'],
    ['Arabic text', '<p>محفوظ</p>'],
    ['an accessible name', '<button aria-label="Close" />'],
    ['a placeholder', '<input placeholder="Search" />'],
    ['a string in braces', "<p>{'Saved'}</p>"],
  ])('a planted one is found: %s', (_what, jsx) => {
    expect(hardCodedWords('planted.tsx', `export const planted = ${jsx}`)).toHaveLength(1)
  })
})
