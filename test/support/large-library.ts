import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../core/model/article.ts'
import { emptyFields, leadImage, type Status } from '../../core/model/fields.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { schemaVersion } from '../../core/model/migrate.ts'
import { tinyPng } from './drawn-picture.ts'

interface Desk {
  language: LanguageCode
  who: string[]
  what: string[]
  where: string[]
  sections: string[]
  bylines: string[]
}
const desks: readonly Desk[] = [
  {
    language: 'ar',
    who: ['رئيس الوزراء', 'وزير النفط', 'مجلس المحافظة', 'الدفاع المدني', 'جامعة صلاح الدين'],
    what: [
      'يعلن خطة جديدة لتأهيل الطرق',
      'يبحث ملف الرواتب مع وفد بغداد',
      'يفتتح محطة للمياه قرب الزاب الأعلى بعد انتظار دام ثلاث سنوات',
      'ينفي ما تداولته وسائل التواصل',
    ],
    where: ['أربيل', 'بغداد', 'كركوك', 'الموصل'],
    sections: ['سياسة', 'اقتصاد', 'محليات'],
    bylines: ['سارة الجاف', 'عمر الدوري'],
  },
  {
    language: 'ckb',
    who: ['سەرۆکی حکوومەت', 'وەزیری پەروەردە', 'پارێزگای هەولێر', 'یانەی هەولێر', 'ڕێکخراوێکی خۆبەخش'],
    what: [
      'پڕۆژەیەکی نوێ ڕادەگەیەنێت',
      'لەگەڵ شاندێکی بەغدا کۆ دەبێتەوە',
      'پێشانگایەکی کتێب لە پارکی سامی عەبدولڕەحمان دەکاتەوە کە دوو هەفتە بەردەوام دەبێت',
    ],
    where: ['هەولێر', 'سلێمانی', 'دهۆک'],
    sections: ['سیاسەت', 'ئابووری', 'کولتوور'],
    bylines: ['هێمن عەزیز', 'شیلان ڕەسوڵ'],
  },
  {
    language: 'en',
    who: ['Erbil council', 'Oil ministry', 'Peshmerga', 'A start-up from Duhok'],
    what: [
      'signs a deal on power lines',
      'opens its first school for coders as demand for places runs far ahead of supply',
      'denies a report',
    ],
    where: ['Erbil', 'Duhok'],
    sections: ['Politics', 'Business'],
    bylines: ['Sara Jaff'],
  },
]
const statuses: readonly Status[] = ['published', 'published', 'published', 'draft', 'ready', 'killed']
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T
/** The same for a number each time, and no neighbour of it. */
const mixed = (number: number, salt: number): number =>
  (Math.imul(number + salt * 7919, 0x9e3779b1) >>> 0) >>> 9

/** The id of the article of this number. */
export const largeId = (number: number): string => String(number).padStart(26, '0')

/** An article of a large library: each of another headline; the higher the number, the newer. */
export function largeArticle(
  number: number,
  { newestMs, picture }: { newestMs: number; picture?: string | undefined },
): Article {
  const desk = pick(desks, number)
  const at = new Date(newestMs - (1_000_000 - number) * 47 * 60_000).toISOString()
  const headline = `${pick(desk.who, mixed(number, 1))} ${pick(desk.what, mixed(number, 2))} ${number}`
  const fields = {
    ...emptyFields(),
    headline,
    place: number % 11 === 0 ? '' : pick(desk.where, mixed(number, 3)),
    section: pick(desk.sections, mixed(number, 4)),
    byline: [pick(desk.bylines, mixed(number, 5))],
  }
  return {
    schemaVersion,
    id: largeId(number),
    revision: 1,
    language: desk.language,
    status: pick(statuses, mixed(number, 6)),
    createdAt: at,
    updatedAt: at,
    fields: picture ? { ...fields, leadImage: leadImage.parse({ media: picture }) } : fields,
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: `${pick(desk.what, number)} ${headline}` }] },
      ],
    },
  }
}

interface LargeLibrary {
  count: number
  /** When the newest of them was changed. */
  newestMs: number
  /** One in so many has a lead picture. */
  picturesEvery?: number
}

/** Writes a library of so many articles as their files lie on a disk, numbered so that the last is the newest. */
export function layLargeLibrary(library: string, { count, newestMs, picturesEvery = 0 }: LargeLibrary): void {
  const pictures = [
    [178, 92, 60],
    [60, 110, 120],
    [120, 120, 70],
  ].map((rgb) => tinyPng(320, 180, rgb as [number, number, number]))
  for (let at = 0; at < count; at += 1) {
    const number = 1_000_000 - count + 1 + at
    const folder = join(library, 'articles', largeId(number))
    const bytes = picturesEvery > 0 && at % picturesEvery === 0 ? pick(pictures, at) : undefined
    const picture = bytes && `${createHash('sha256').update(bytes).digest('hex')}.png`
    mkdirSync(bytes ? join(folder, 'media') : folder, { recursive: true })
    if (bytes && picture) writeFileSync(join(folder, 'media', picture), bytes)
    writeFileSync(
      join(folder, 'article.json'),
      `${JSON.stringify(largeArticle(number, { newestMs, picture }))}\n`,
    )
  }
}
