import { describe, expect, test } from 'vitest'
import { readWhatsApp } from '../../../core/recognise/whatsapp.ts'

const read = (...lines: string[]) => readWhatsApp(lines)
const sent = (...lines: string[]) => read(...lines)?.messages

describe('stamps', () => {
  test.each([
    ['an iPhone', '[12/05/2024, 10:30:15] Rawa: Words'],
    ['an iPhone with half days and a narrow space', '[5/12/24, 10:30:15\u202fPM] Rawa: Words'],
    ['a German iPhone', '[12.05.24, 10:30:15] Rawa: Words'],
    ['an iPhone in Arabic', '\u200f[١٢\u200f/٥\u200f/٢٠٢٤، ١٠:٣٠:١٥ ص] Rawa: Words'],
    ['an attachment line of an iPhone', '\u200e[12/05/2024, 10:30:15] Rawa: Words'],
    ['WhatsApp Web', '[10:30, 12/05/2024] Rawa: Words'],
    ['WhatsApp Web with half days', '[10:30 AM, 5/12/2024] Rawa: Words'],
    ['WhatsApp Web in Arabic', '[10:30 ص، 12/5/2024] Rawa: Words'],
    ['WhatsApp Web in Persian', '[10:30 ق.ظ, ۱۴۰۳/۲/۲۳] Rawa: Words'],
  ])('of %s', (_name, line) => {
    expect(sent(line)).toEqual([{ sender: 'Rawa', lines: ['Words'] }])
  })
  test.each([
    ['day first', '12/05/2024, 10:30 - '],
    ['year first', '2024-05-12, 10:30 - '],
    ['dots and half days', '12.5.24, 10:30 a. m. - '],
    ['Arabic digits', '١٢/٠٥/٢٠٢٤، ١٠:٣٠ م - '],
    ['Sorani half days', '12/5/2024, 10:30 پ.ن - '],
  ])('of Android, %s', (_name, stamp) => {
    expect(sent(`${stamp}Rawa: Words`, `${stamp}Awat: Others`)).toHaveLength(2)
  })
})

describe('messages', () => {
  test('have several lines, and their digits stay as they were', () => {
    expect(sent('[12/05/2024, 10:30:15] سلمى: الأولى ١٢', 'الثانية', '', 'الثالثة')).toEqual([
      { sender: 'سلمى', lines: ['الأولى ١٢', 'الثانية', 'الثالثة'] },
    ])
  })
  test('of numbers and of people who are no contacts have a plain name', () => {
    expect(
      sent(
        '[12/05/2024, 10:30:15] ~\u202fRawa Aziz: A',
        '[12/05/2024, 10:31:15] \u202a+964 750 000 11 22\u202c: B',
      ),
    ).toEqual([
      { sender: 'Rawa Aziz', lines: ['A'] },
      { sender: '+964 750 000 11 22', lines: ['B'] },
    ])
  })
  test.each([
    '<Media omitted>',
    '\u200f<تم استبعاد الوسائط>',
    '<رسانه حذف شد>',
    '<המדיה לא נכללה>',
    '\u200eimage omitted',
    '\u200eوێنە لابرا',
    '\u200e<attached: 00000012-PHOTO.jpg>',
    'IMG-20240512-WA0001.jpg (file attached)',
    'IMG-20240512-WA0001.jpg (الملف مرفق)',
  ])('%s is left out and counted', (words) => {
    expect(read(`[12/05/2024, 10:30:15] Rawa: ${words}`, 'A caption')).toEqual({
      app: 'whatsapp',
      messages: [{ sender: 'Rawa', lines: ['A caption'] }],
      media: 1,
      service: 0,
    })
  })
  test('that were deleted, and lines of the app, are counted apart', () => {
    expect(
      read(
        '12/05/2024, 10:30 - Rawa created the group',
        '12/05/2024, 10:31 - Rawa: This message was deleted',
        '12/05/2024, 10:32 - Rawa: تم حذف هذه الرسالة',
        '12/05/2024, 10:33 - Rawa: Words \u200e<This message was edited>',
      ),
    ).toEqual({
      app: 'whatsapp',
      messages: [{ sender: 'Rawa', lines: ['Words'] }],
      media: 0,
      service: 3,
    })
  })
})

describe('no chat is', () => {
  test.each([
    ['a story', ['The minister said: nothing.', '[12/05/2024, 10:30] Rawa: quoted']],
    ['one line of a programme', ['12/05/2024, 10:30 - Erbil: opening']],
    ['a heading with a date', ['[12/05/2024]', 'Words']],
    ['lines of the app alone', ['12/05/2024, 10:30 - Rawa left', '12/05/2024, 10:31 - Awat left']],
    ['nothing', []],
  ])('%s', (_name, lines) => {
    expect(readWhatsApp(lines)).toBeNull()
  })
})
