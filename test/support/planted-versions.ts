import type { Page } from 'playwright-core'
import type { Output } from '../../core/api/contract.ts'
import type { Recovered, VersionInfo, VersionReason } from '../../core/api/versions.ts'
import type { ComparedLine, LineStyle, Piece } from '../../core/model/comparison.ts'
import type { Status } from '../../core/model/fields.ts'

/** Answers in the place of the desk's, so that a view has everything in it that there may be. */
type Planted = {
  'versions.list': Output<'versions.list'>
  'versions.compare': Output<'versions.compare'>
  'recovery.list': Output<'recovery.list'>
  'media.read': Output<'media.read'>
}

const answers = <M extends keyof Planted>(page: Page, method: M, value: Planted[M]) =>
  page.route(`**/api/${method}`, (route) => route.fulfill({ json: { ok: true, value } }))
export const unplant = (page: Page): Promise<void> => page.unrouteAll({ behavior: 'ignoreErrors' })

interface Kept {
  minutesAgo: number
  reason: VersionReason
  label?: string
  status?: Status
  inserted?: number
  deleted?: number
}
function version(
  { minutesAgo, reason, label = '', status = 'draft', ...sizes }: Kept,
  at: number,
): VersionInfo {
  const keptAt = new Date(Date.now() - minutesAgo * 60_000).toISOString()
  const sized = { inserted: 0, deleted: 0, ...sizes }
  return {
    name: `v${at}`,
    reason,
    label,
    keptAt,
    revision: 90 - at,
    status,
    headline: '',
    words: 320,
    ...sized,
  }
}
const versions = [
  { minutesAgo: 4, reason: 'timed', inserted: 42, deleted: 3 },
  { minutesAgo: 15, reason: 'named', label: 'قبل الاختصار — v2 (WHO)', inserted: 12, deleted: 1280 },
  { minutesAgo: 31, reason: 'status', status: 'ready' },
  { minutesAgo: 60, reason: 'before-paste', status: 'ready', inserted: 7 },
  { minutesAgo: 1500, reason: 'before-recovery', deleted: 24 },
  { minutesAgo: 1510, reason: 'conflict', status: 'published', inserted: 2, deleted: 2 },
  { minutesAgo: 1520, reason: 'synced-copy', status: 'killed' },
  { minutesAgo: 700_000, reason: 'before-migration', inserted: 300 },
] satisfies Kept[]

const style = (part: Partial<LineStyle> = {}): LineStyle => ({
  type: 'paragraph',
  within: [],
  direction: 'rtl',
  ...part,
})
const piece = (kind: Piece['kind'], text: string, marks: string[] = [], was?: string[]): Piece => ({
  kind,
  text,
  marks,
  ...(was ? { was } : {}),
})
const line = (
  kind: ComparedLine['kind'],
  pieces: Piece[],
  part: Partial<ComparedLine> = {},
): ComparedLine => ({
  kind,
  style: style(),
  pieces,
  ...part,
})
const same = (text: string) => line('same', [piece('same', text)])

const lines: ComparedLine[] = [
  line('same', [piece('same', 'السليمانية تستعد للشتاء')], { style: style({ type: 'heading', level: 2 }) }),
  line('changed', [
    piece('same', 'قال '),
    piece('deleted', 'مسؤول '),
    piece('inserted', 'مدير دائرة المياه في السليمانية '),
    piece('same', 'إن منسوب بحيرة دوكان ارتفع '),
    piece('deleted', '3 أمتار'),
    piece('inserted', '4 أمتار', ['bold']),
    piece('same', ' منذ مطلع الشهر، بحسب تقرير '),
    piece('formatted', 'منظمة الصحة العالمية', ['bold', 'link'], ['italic']),
    piece('same', '.'),
  ]),
  ...Array.from({ length: 14 }, (_, at) => same(`فقرة لم تتغيّر، رقمها ${at + 1}، وفيها كلمات كثيرة.`)),
  line('inserted', [piece('inserted', 'وأضاف أن الأمطار المتوقعة في الأسبوع المقبل ستزيد المخزون.')]),
  line('deleted', [piece('deleted', 'ولم يُدلِ بتفاصيل أخرى عن خطة الطوارئ.')]),
  line('moved', [piece('same', 'وكانت المحافظة قد أعلنت حالة الاستعداد قبل أسبوعين.')]),
  line('restyled', [piece('same', 'ما الذي تغيّر؟')], {
    style: style({ type: 'heading', level: 3 }),
    was: style(),
  }),
  line('same', [piece('same', 'تنظيف المجاري')], { style: style({ within: ['bulletList'] }) }),
  line('inserted', [piece('inserted', 'فتح الطرق الجبلية')], { style: style({ within: ['bulletList'] }) }),
  line('same', [piece('same', '«لسنا بحاجة إلى القلق، بل إلى العمل.»')], {
    style: style({ within: ['pullQuote'] }),
  }),
  line('restyled', [piece('same', 'Reuters reported the same on Monday.')], {
    style: style({ direction: 'ltr' }),
    was: style(),
  }),
  line(
    'changed',
    [piece('same', 'سدّ دوكان '), piece('inserted', 'صباح اليوم'), piece('same', '\nتصوير: آري حسن')],
    {
      style: style({ type: 'image' }),
      media: `${'0'.repeat(64)}.png`,
    },
  ),
  line('same', [], { style: style({ type: 'horizontalRule' }) }),
  ...Array.from({ length: 5 }, (_, at) => same(`خاتمة ${at + 1}.`)),
]

const compared: Output<'versions.compare'> = {
  isSame: false,
  language: 'ar',
  direction: 'rtl',
  inserted: 24,
  deleted: 11,
  olderAt: '2026-11-26T09:00:00Z',
  newerAt: '2026-11-26T10:00:00Z',
  fields: [
    {
      field: 'headline',
      before: 'ارتفاع منسوب دوكان',
      after: 'ارتفاع منسوب بحيرة دوكان',
      pieces: [piece('same', 'ارتفاع منسوب '), piece('inserted', 'بحيرة '), piece('same', 'دوكان')],
    },
    {
      field: 'status',
      before: 'draft',
      after: 'ready',
      pieces: [piece('deleted', 'draft'), piece('inserted', 'ready')],
    },
    {
      field: 'embargoUntil',
      before: '2026-11-27T08:00+03:00',
      after: '2026-11-28T08:00+03:00',
      pieces: [],
    },
    {
      field: 'slug',
      before: 'dukan-level',
      after: 'dukan-lake-level',
      pieces: [piece('deleted', 'dukan-level'), piece('inserted', 'dukan-lake-level')],
    },
  ],
  lines,
}

/** Versions of every kind, and a comparison with every mark there is. */
export async function plantVersions(page: Page): Promise<void> {
  await answers(page, 'versions.list', { versions: versions.map(version), total: versions.length + 40 })
  await answers(page, 'versions.compare', compared)
}

/** A comparison in which only the picture that leads is another one. */
export async function plantPictures(page: Page): Promise<void> {
  const media = { before: `${'1'.repeat(64)}.png`, after: `${'2'.repeat(64)}.png` }
  const fields = [{ field: 'leadImage' as const, before: '', after: '', pieces: [], media }]
  await answers(page, 'versions.compare', { ...compared, fields, lines: [] })
  await answers(page, 'media.read', { mime: 'image/png', base64: onePixel })
}
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export const recoveredIds = ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '01ARZ3NDEKTSV4RRFFQ69G5FAW'] as const
const at = new Date(Date.now() - 7 * 60_000).toISOString()
const recovered: Recovered[] = [
  {
    id: recoveredIds[0],
    headline: 'ارتفاع منسوب بحيرة دوكان',
    language: 'ar',
    at,
    inserted: 24,
    deleted: 11,
  },
  {
    id: recoveredIds[1],
    headline: 'Grain prices fall for a third week',
    language: 'en',
    at,
    inserted: 180,
    deleted: 0,
  },
]
/** Two articles that an interruption has left words of. */
export async function plantRecovery(page: Page): Promise<void> {
  await answers(page, 'recovery.list', { recovered })
  await answers(page, 'versions.compare', compared)
}

const plantedTexts = [
  ...versions.map((each) => ('label' in each ? each.label : '')),
  ...recovered.map(({ headline }) => headline),
  ...[...compared.fields, ...lines].flatMap(({ pieces }) => pieces.map(({ text }) => text)),
].join('\n')
/** Whether this is of the texts that are planted, and no word of the interface. */
export const isPlanted = (text: string): boolean => plantedTexts.includes(text.trim())
