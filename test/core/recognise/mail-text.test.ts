import { describe, expect, test } from 'vitest'
import { readMail } from '../../../core/recognise/mail-text.ts'

describe('a mail as plain text', () => {
  test('is quotes by their depth', () => {
    expect(readMail(['Yes.', '> One', '> > Two', '>> Still two', '> One again'])?.parts).toEqual([
      { level: 0, paragraphs: ['Yes.'] },
      { level: 1, paragraphs: ['One'] },
      { level: 2, paragraphs: ['Two', 'Still two'] },
      { level: 1, paragraphs: ['One again'] },
    ])
  })
  test('keeps paragraphs of a quote apart and joins the lines of each', () => {
    const full = 'x'.repeat(50)
    expect(readMail([`> ${full}`, `> ${full}`, '> end', '>', `> ${full}`, '> end'])?.parts).toEqual([
      { level: 1, paragraphs: [`${full} ${full} end`, `${full} end`] },
    ])
  })
  test('loses its signature, in a quote too', () => {
    expect(readMail(['Words.', '-- ', 'Rawa', '0750', '> Quoted', '> -- ', '> Awat'])).toEqual({
      parts: [
        { level: 0, paragraphs: ['Words.'] },
        { level: 1, paragraphs: ['Quoted'] },
      ],
      signatures: 2,
    })
  })
  test('a rule over a page of text is no signature, nor is one line with a > a mail', () => {
    const page = Array.from({ length: 20 }, (_line, at) => `Line ${at}`)
    expect(readMail(['Words.', '-- ', ...page])).toBeNull()
    expect(readMail(['5 is', '> 4'])).toBeNull()
    expect(readMail(['Words', '--', 'more'])).toBeNull()
  })
})
