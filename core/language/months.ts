import type { LanguageCode } from '../model/language-code.ts'
import type { ArabicMonths } from '../model/theme.ts'

export interface MonthOptions {
  /** Arabic only; the Levantine and Iraqi set by default (rtl.md Recommendation 15). */
  arabicMonths?: ArabicMonths
}

type Names = readonly string[]

// CLDR 48 unless said otherwise. Levantine: CLDR ar-IQ; Egyptian: CLDR ar.
const levantine: Names = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
]
const egyptian: Names = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
]

const months: Readonly<Record<Exclude<LanguageCode, 'ar'>, Names>> = {
  // CLDR with its two spellings of December's first word evened out (rtl.md 5.2).
  ckb: [
    'کانوونی دووەم',
    'شوبات',
    'ئازار',
    'نیسان',
    'ئایار',
    'حوزەیران',
    'تەمووز',
    'ئاب',
    'ئەیلوول',
    'تشرینی یەکەم',
    'تشرینی دووەم',
    'کانوونی یەکەم',
  ],
  kmr: [
    'rêbendan',
    'sibat',
    'adar',
    'nîsan',
    'gulan',
    'hezîran',
    'tîrmeh',
    'tebax',
    'îlon',
    'cotmeh',
    'mijdar',
    'berfanbar',
  ],
  fa: [
    'ژانویه',
    'فوریه',
    'مارس',
    'آوریل',
    'مه',
    'ژوئن',
    'ژوئیه',
    'اوت',
    'سپتامبر',
    'اکتبر',
    'نوامبر',
    'دسامبر',
  ],
  he: [
    'ינואר',
    'פברואר',
    'מרץ',
    'אפריל',
    'מאי',
    'יוני',
    'יולי',
    'אוגוסט',
    'ספטמבר',
    'אוקטובר',
    'נובמבר',
    'דצמבר',
  ],
  ur: ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

const days: Readonly<Record<LanguageCode, Names>> = {
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  // CLDR writes ھەینی with U+06BE; the Kurdish letter is ه (rtl.md 5.2).
  ckb: ['یەکشەممە', 'دووشەممە', 'سێشەممە', 'چوارشەممە', 'پێنجشەممە', 'هەینی', 'شەممە'],
  kmr: ['yekşem', 'duşem', 'sêşem', 'çarşem', 'pêncşem', 'înî', 'şemî'],
  fa: ['یکشنبه', 'دوشنبه', 'سه\u200cشنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'],
  he: ['יום ראשון', 'יום שני', 'יום שלישי', 'יום רביעי', 'יום חמישי', 'יום שישי', 'יום שבת'],
  ur: ['اتوار', 'پیر', 'منگل', 'بدھ', 'جمعرات', 'جمعہ', 'ہفتہ'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** The twelve Gregorian months as they stand alone, January first. Arabic 'both' is "أيار / مايو". */
export function monthNames(code: LanguageCode, { arabicMonths = 'levantine' }: MonthOptions = {}): Names {
  if (code !== 'ar') return months[code]
  if (arabicMonths === 'both') return levantine.map((name, month) => `${name} / ${egyptian[month]}`)
  return arabicMonths === 'egyptian' ? egyptian : levantine
}

/** The seven days of the week, Sunday first, as `Date.getUTCDay` counts them. */
export function dayNames(code: LanguageCode): Names {
  return days[code]
}
