import { describe, expect, test } from 'vitest'
import { readTelegram } from '../../../core/recognise/telegram.ts'

describe('what Telegram copies', () => {
  test.each([
    '12.05.2024 10:30',
    '12.05.24 10:30',
    '5/12/24 10:30 AM',
    'May 12, 2024 at 10:30 AM',
    '١٢.٠٥.٢٠٢٤ ١٠:٣٠',
  ])('is known by its headings: [%s]', (stamp) => {
    expect(
      readTelegram([`Rawa Aziz, [${stamp}]`, 'Words', 'More', '', `Awat, [${stamp}]`, 'Others'])?.messages,
    ).toEqual([
      { sender: 'Rawa Aziz', lines: ['Words', 'More'] },
      { sender: 'Awat', lines: ['Others'] },
    ])
  })
  test('loses pictures and files, and counts them; who forwarded what stays', () => {
    expect(
      readTelegram([
        'Rawa, [12.05.2024 10:30]',
        '[Forwarded from Awat]',
        '[ Photo ]',
        'Words',
        '[ File : plan.pdf ]',
      ]),
    ).toEqual({
      app: 'telegram',
      messages: [{ sender: 'Rawa', lines: ['[Forwarded from Awat]', 'Words'] }],
      media: 2,
      service: 0,
    })
  })
  test('is nothing else', () => {
    expect(readTelegram(['In Erbil, [the capital]', 'Words'])).toBeNull()
    expect(readTelegram([])).toBeNull()
  })
})
