import { expect, test } from 'vitest'
import { asksForConsent, creditIn, isInvitation } from '../../../core/recognise/page-words.ts'

test.each([
  'Read also: The dam',
  'اقرأ أيضا: السد',
  '» هەروەها بخوێنەوە: بەنداو',
  'Bêtir bixwîne',
  'بیشتر بخوانید: سد',
  'קראו גם: הסכר',
  'مزید پڑھیں',
])('%s invites to something else', (line) => expect(isInvitation(line)).toBe(true))
test.each([
  'Relatedness is a word',
  'The ministry said: read also this',
  'إعلانات الحكومة كثيرة',
  `Related ${'x'.repeat(200)}`,
])('%s does not', (line) => expect(isInvitation(line)).toBe(false))
test('a question for consent speaks of cookies and of agreeing', () => {
  expect(asksForConsent('We use cookies. Accept all')).toBe(true)
  expect(asksForConsent('نستخدم ملفات تعريف الارتباط، هل أنت موافق؟')).toBe(true)
  expect(asksForConsent('She baked cookies for the whole street.')).toBe(false)
})
test.each([
  ['Source: Reuters', 'Reuters'],
  ['المصدر: وكالة النهر.', 'وكالة النهر'],
  ['(سەرچاوە: ڕووداو)', 'ڕووداو'],
  ['The source: nobody knows', null],
])('the credit in %s', (line, credit) => expect(creditIn(line)).toBe(credit))
