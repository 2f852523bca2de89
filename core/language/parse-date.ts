import { languageCodes } from '../model/language-code.ts'
import { fold } from './fold.ts'
import { dayNames, monthNames } from './months.ts'

// What pages write beside the names of months.ts: abbreviations, second spellings, the Maghreb's and Rojava's months.
const otherMonths: readonly (readonly string[])[] = [
  ['jan', 'çile', 'جانفي', 'کانونی دووەم'],
  ['feb', 'şubat', 'şibat', 'reşemî', 'فيفري'],
  ['mar', 'avdar', 'مارت'],
  ['apr', 'أفريل'],
  ['ماي', 'مایس'],
  ['jun', 'جوان'],
  ['jul', 'جويلية', 'يوليه', 'temmûz', 'تەموز'],
  ['aug', 'أوت', 'آگوست'],
  ['sep', 'sept', 'شتنبر', 'ئەیلول', 'eylûl'],
  ['oct'],
  ['nov', 'نونبر'],
  ['dec', 'دجنبر', 'کانونی یەکەم', 'kanûn'],
]
const otherDays = [
  'sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat|ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת',
  'yekşemb|duşemb|sêşemb|çarşemb|pêncşemb|în|şemb|یەک شەممە|دوو شەممە|سێ شەممە|چوار شەممە|پێنج شەممە',
  'یک شنبه|دو شنبه|سه شنبه|چهار شنبه|پنج شنبه',
].flatMap((names) => names.split('|'))

const monthNumber = new Map<string, number>()
const learn = (names: readonly string[]) =>
  names.forEach((name, month) => monthNumber.set(fold(name), month + 1))
for (const code of languageCodes) learn(monthNames(code))
learn(monthNames('ar', { arabicMonths: 'egyptian' }))
otherMonths.forEach((names, month) => names.forEach((name) => monthNumber.set(fold(name), month + 1)))

// The longest first, so that "تشرين الأول" is not read as a shorter name and a rest.
const anyOf = (names: Iterable<string>) =>
  [...new Set([...names].map(fold))]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/\s+/g, '\\s+'))
    .join('|')

const weekdays = anyOf([...languageCodes.flatMap(dayNames), ...otherDays])
const joint = '(?:\\s*[,،./|–—-]\\s*|\\s+(?:of|من)\\s+|\\s+)'
const day = "(\\d{1,2})(?:st|nd|rd|th|\\s?ی|'?ê)?"
const year = "(\\d{4})(?:'?an|\\s?م|\\s?ء)?"
const oneMonth = `ב?(${anyOf(monthNumber.keys())})(?:ی|a|ê)?\\.?`
// Both Arabic names of a month: «أيار / مايو», "سبتمبر/ أيلول", "مايو (أيار)".
const month = `${oneMonth}(?:\\s*[/(–-]\\s*${oneMonth}\\)?)?`
const numbers = '(\\d{1,2})\\s*([/.|-])\\s*(\\d{1,2})\\s*\\2\\s*'

const written = {
  dayMonthYear: new RegExp(`^${day}${joint}${month}${joint}${year}$`),
  monthDayYear: new RegExp(`^${month}${joint}${day}${joint}${year}$`),
  yearMonthDay: new RegExp(`^${year}${joint}${month}${joint}${day}$`),
  dayFirst: new RegExp(`^${numbers}${year}$`),
  yearFirst:
    /^(\d{4})\s*([/.|-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:t\d{2}:\d{2}[\d:.]*(?:z|[+-]\d{2}:?\d{2})?)?$/,
}
const hour = '\\d{1,2}:\\d{2}(?::\\d{2})?'
const dayHalf = '(?:\\s*(?:[ap]\\.?m\\.?|ص|م|صباحا|مساء|[بد]\\.ن\\.?|[قب]\\.ظ\\.?|bn|pn))?'
const zone = '(?:\\s*\\(?(?:gmt|utc)(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?\\)?)?'
const between = `[\\s,،|•·–—-]*`
const clock = `(?:(?:at|في|الساعه|ساعت|کاتژمێر|saet|בשעה)\\s+){0,2}${hour}${dayHalf}${zone}`
const timeBehind = new RegExp(`${between}${clock}$`)
const timeBefore = new RegExp(`^${clock}${between}`)
const weekdayBefore = new RegExp(
  `^(?:(?:اليوم|یوم|روژی|roja|on)\\s+)?(?:${weekdays})(?:\\s*[,،.|:–—-]+\\s*|\\s+)`,
)
const weekdayBehind = new RegExp(`(?:\\s*[,،.|–—-]+\\s*|\\s+)(?:${weekdays})$`)
const frameBefore = /^[\s•·●▪◦‣*|[(–—-]+/
const frameBehind = /[\s•·●▪◦‣*|\])–—،,.-]+$/

const longestLine = 120

/**
 * The ISO day (`2024-05-08`) of a line that is a date and nothing else: in any of the seven languages, any digits, Gregorian,
 * with or without bullet, weekday and time. Numbers are day first ("08/05/2024") unless only the other order is a date.
 * Anything else, other calendars and days that do not exist included, is undefined.
 */
export function parseDate(text: string): string | undefined {
  if (text.length > longestLine) return undefined
  let line = fold(text).replace(frameBefore, '').replace(frameBehind, '')
  const wordsOfDay = line.replace(weekdayBefore, '')
  if (written.yearFirst.test(wordsOfDay)) return readNumbers(wordsOfDay)
  line = line.replace(timeBehind, '').replace(timeBefore, '').replace(frameBehind, '')
  line = line.replace(weekdayBefore, '').replace(weekdayBehind, '')
  return readNumbers(line) ?? readNames(line)
}

function readNumbers(line: string): string | undefined {
  const first = written.yearFirst.exec(line)
  if (first) return isoDay(first[1], first[3], first[4])
  const last = written.dayFirst.exec(line)
  return last ? (isoDay(last[4], last[3], last[1]) ?? isoDay(last[4], last[1], last[3])) : undefined
}

function readNames(line: string): string | undefined {
  const dayFirst = written.dayMonthYear.exec(line)
  if (dayFirst) return isoDay(dayFirst[4], oneMonthOf(dayFirst[2], dayFirst[3]), dayFirst[1])
  const monthFirst = written.monthDayYear.exec(line)
  if (monthFirst) return isoDay(monthFirst[4], oneMonthOf(monthFirst[1], monthFirst[2]), monthFirst[3])
  const yearFirst = written.yearMonthDay.exec(line)
  return yearFirst ? isoDay(yearFirst[1], oneMonthOf(yearFirst[2], yearFirst[3]), yearFirst[4]) : undefined
}

/** The number of a month written once, or twice under two names that mean the same. */
function oneMonthOf(name: string | undefined, second: string | undefined): number | undefined {
  const numberOf = (written: string | undefined) => monthNumber.get((written ?? '').replaceAll(/\s+/g, ' '))
  return second === undefined || numberOf(second) === numberOf(name) ? numberOf(name) : undefined
}

function isoDay(year?: string, month?: string | number, day?: string): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  // Earlier "years" are Hijri and Persian ones (1445, 1403), later ones the Kurdish count (2724).
  if (!(y >= 1800 && y < 2200 && m >= 1 && m <= 12 && d >= 1)) return undefined
  if (d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}
