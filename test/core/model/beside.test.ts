import { describe, expect, test } from 'vitest'
import { findBeside, foldedPath, pathBeside } from '../../../core/model/beside.ts'

describe('what an address in a file means', () => {
  test.each([
    ['a/page.html', 'page_files/1.jpg', 'a/page_files/1.jpg'],
    ['a/page.html', './page_files//1.jpg?x=1#y', 'a/page_files/1.jpg'],
    ['a/b/page.html', '../media/1.jpg', 'a/media/1.jpg'],
    ['page.html', 'page_files\\1.jpg', 'page_files/1.jpg'],
  ])('from %s, %s lies at %s', (from, address, path) => {
    expect(pathBeside(from, address)).toBe(path)
  })

  test.each([
    '../1.jpg',
    'a/../../1.jpg',
    '/etc/passwd',
    '\\\\server\\1.jpg',
    '//evil.example/1.jpg',
    'C:/1.jpg',
    'C:1.jpg',
    'file:///etc/passwd',
    'https://evil.example/1.jpg',
    ' https://evil.example/1.jpg',
    'data:image/png;base64,xx',
    'javascript:alert(1)',
    '',
    '#a',
  ])('%j is nothing that came along', (address) => {
    expect(pathBeside('page.html', address)).toBeUndefined()
  })

  test('a name is found in whatever form it is written, and as it stands before its percent signs are read', () => {
    const files = new Map(
      ['a/صورة 1.jpg', 'a/cafe\u0301.JPG', 'a/100%25.png'].map((path) => [foldedPath(path), path]),
    )
    const find = (address: string) => findBeside(files, 'a/page.html', address)
    expect(find('%D8%B5%D9%88%D8%B1%D8%A9%201.jpg')).toBe('a/صورة 1.jpg')
    expect(find('صورة 1.jpg')).toBe('a/صورة 1.jpg')
    expect(find('caf\u00e9.jpg')).toBe('a/cafe\u0301.JPG')
    expect(find('100%25.png')).toBe('a/100%25.png')
    expect(find('100%.png')).toBeUndefined()
    expect(find('%2e%2e/%2e%2e/x')).toBeUndefined()
  })
})
