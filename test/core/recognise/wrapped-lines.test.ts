import { describe, expect, test } from 'vitest'
import { joinSetLines } from '../../../core/recognise/wrapped-lines.ts'

const width = (letters: number, end = 'n') => 'word '.repeat(40).slice(0, letters - 1) + end

describe('lines of a set page', () => {
  test('are paragraphs that end with a short line and a full stop', () => {
    const lines = [width(60), width(58), 'the end.', width(59), width(60), width(57), 'second end.']
    expect(joinSetLines(lines)).toEqual({
      paragraphs: [`${lines[0]} ${lines[1]} the end.`, lines.slice(3).join(' ')],
      joined: 5,
    })
  })
  test('cut words are whole, but not at an Arabic dash', () => {
    const { paragraphs } = joinSetLines([
      width(60),
      `${width(55)} gov-`,
      'ernment works on and on and on until it is very late.',
      'It ends.',
    ])
    expect(paragraphs.join('')).toContain(' government works')
    const arabic = 'كلمة '.repeat(11).trim()
    expect(joinSetLines([arabic, `${arabic}-`, arabic, 'انتهى.']).paragraphs).toEqual([
      `${arabic} ${arabic}- ${arabic} انتهى.`,
    ])
  })
  test.each([
    ['headlines of one length', Array.from({ length: 6 }, () => width(60))],
    ['sentences of one length', Array.from({ length: 6 }, () => width(60, '.'))],
    ['short lines', ['One two', 'Three four', 'Five six', 'Seven eight.']],
    ['verses', [width(34), width(36), width(33), width(35, '.')]],
    ['long paragraphs', [width(180, '.'), width(170, '.'), width(190, '.'), width(160, '.')]],
  ])('%s stay a paragraph a line', (_name, lines) => {
    expect(joinSetLines(lines)).toEqual({ paragraphs: lines, joined: 0 })
  })
})
