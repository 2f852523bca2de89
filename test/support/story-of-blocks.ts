import type { Block } from '../../core/model/body.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import {
  factBox,
  fn,
  h,
  li,
  ol,
  p,
  pullQuote,
  quote,
  rowOf,
  source,
  sources,
  table,
  td,
  th,
  ul,
} from './story.ts'

interface Words {
  headline: string
  opening: string
  heading: string
  /** A list of three levels, from the outside in, and its last line. */
  steps: readonly [string, string, string, string]
  quoted: string
  pulled: string
  speaker: string
  city: string
  people: string
  change: string
  cities: readonly [string, string]
  box: string
  fact: string
  source: string
}

const words: Record<'ar' | 'ckb' | 'he' | 'en', Words> = {
  ar: {
    headline: 'ثلاث مدن تتقاسم مياه البحيرة',
    opening: 'اتفقت المجالس على توزيع المياه بين 10-20 مترا مكعبا للبيت، والرقم +964 750 000 1234 مفتوح.',
    heading: 'ما الذي سيتغير',
    steps: [
      'تبدأ المرحلة الأولى في الربيع',
      'تُركّب عدادات Kamstrup في الأحياء القديمة',
      'وتُقرأ كل شهر',
      'ثم تُراجع الأسعار',
    ],
    quoted: 'لم نعد نملك عاما آخر نضيعه، قالت رئيسة المجلس للصحافيين في دهوك.',
    pulled: 'الماء لا ينتظر الاجتماع المقبل',
    speaker: 'سارة الجاف، مهندسة',
    city: 'المدينة',
    people: 'السكان',
    change: 'التغير',
    cities: ['دهوك', 'زاخو'],
    box: 'البحيرة في أرقام',
    fact: 'ارتفع المنسوب 3-5 أمتار منذ 2024-05-08، وفق Rivermark Systems.',
    source: 'تقرير المياه السنوي، https://example.org/water',
  },
  ckb: {
    headline: 'سێ شار ئاوی دەریاچەکە دابەش دەکەن',
    opening: 'ئەنجوومەنەکان لەسەر 10-20 مەتر سێجا بۆ هەر ماڵێک ڕێککەوتن، ژمارەی +964 750 000 1234 کراوەیە.',
    heading: 'چی دەگۆڕێت',
    steps: [
      'قۆناغی یەکەم لە بەهاردا دەست پێ دەکات',
      'پێوەری Kamstrup لە گەڕەکە کۆنەکان دادەنرێت',
      'و هەموو مانگێک دەخوێنرێتەوە',
      'پاشان نرخەکان پێداچوونەوەیان بۆ دەکرێت',
    ],
    quoted: 'ساڵێکی دیکەمان نییە بیدۆڕێنین، سەرۆکی ئەنجوومەن لە دهۆک بە ڕۆژنامەنووسانی وت.',
    pulled: 'ئاو چاوەڕێی کۆبوونەوەی داهاتوو ناکات',
    speaker: 'سارا جاف، ئەندازیار',
    city: 'شار',
    people: 'دانیشتووان',
    change: 'گۆڕان',
    cities: ['دهۆک', 'زاخۆ'],
    box: 'دەریاچەکە بە ژمارە',
    fact: 'ئاستی ئاو 3-5 مەتر بەرز بووەتەوە لە 2024-05-08، بەپێی Rivermark Systems.',
    source: 'ڕاپۆرتی ساڵانەی ئاو، https://example.org/water',
  },
  he: {
    headline: 'שלוש ערים מתחלקות במי האגם',
    opening: 'המועצות הסכימו על 10-20 מטרים מעוקבים לבית; המספר +964 750 000 1234 פתוח.',
    heading: 'מה ישתנה',
    steps: [
      'השלב הראשון מתחיל באביב',
      'מדי Kamstrup יותקנו בשכונות הוותיקות',
      'וייקראו בכל חודש',
      'לאחר מכן ייבחנו המחירים',
    ],
    quoted: 'אין לנו עוד שנה לבזבז, אמרה ראש המועצה לעיתונאים בדהוכ.',
    pulled: 'המים לא מחכים לישיבה הבאה',
    speaker: 'שרה ג׳אף, מהנדסת',
    city: 'עיר',
    people: 'תושבים',
    change: 'שינוי',
    cities: ['דהוכ', 'זאחו'],
    box: 'האגם במספרים',
    fact: 'המפלס עלה ב־3-5 מטרים מאז 2024-05-08, לפי Rivermark Systems.',
    source: 'הדוח השנתי על המים, https://example.org/water',
  },
  en: {
    headline: 'Three towns share the water of the lake',
    opening: 'The councils agreed on 10-20 cubic metres a house; call +964 750 000 1234 or صفاء at the desk.',
    heading: 'What changes',
    steps: [
      'The first stage begins in spring',
      'Kamstrup meters go into the old quarters',
      'and are read every month',
      'Then the prices are looked at again',
    ],
    quoted: 'We have no other year to lose, the head of the council told reporters in Duhok.',
    pulled: 'The water does not wait for the next meeting',
    speaker: 'Sara Jaf, engineer',
    city: 'Town',
    people: 'People',
    change: 'Change',
    cities: ['Duhok', 'Zakho'],
    box: 'The lake in numbers',
    fact: 'The level rose by 3-5 metres since 2024-05-08, says Rivermark Systems.',
    source: 'The yearly report on water, https://example.org/water',
  },
}

/** A short story with lists of three levels, quotes, a table, a fact box and a footnote, for people to look at. */
export function storyOfBlocks(of: keyof typeof words): {
  language: LanguageCode
  headline: string
  blocks: Block[]
} {
  const said = words[of]
  const [one, two, three, last] = said.steps
  return {
    language: of,
    headline: said.headline,
    blocks: [
      p(said.opening, fn('w1')),
      h(2, said.heading),
      ol(li(p(one), ul(li(p(two), ol(li(p(three)), li(p(last)))))), li(p(last))),
      ul(li(p(one), ul(li(p(two), ul(li(p(three)))))), li(p(last))),
      quote(p(said.quoted)),
      pullQuote(said.speaker, p(said.pulled)),
      table(
        rowOf(th(said.city), th(said.people), th(said.change)),
        rowOf(td(said.cities[0]), td('340,900'), td('+12%')),
        rowOf(td(said.cities[1]), td('211,964'), td('-5%')),
      ),
      factBox(said.box, p(said.fact), ul(li(p(one)), li(p(last)))),
      p(said.quoted),
      sources(source('w1', said.source)),
    ],
  }
}
