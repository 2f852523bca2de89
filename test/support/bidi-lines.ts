import { directionOf } from '../../core/language/direction.ts'
import { languageCodes, type Direction, type LanguageCode } from '../../core/model/language-code.ts'

/** A line of a story and how the eye meets it. */
export interface BidiLine {
  language: LanguageCode
  /** The direction of the block it stands in. */
  direction: Direction
  text: string
  /** Its letters from left to right without white space; brackets and signs as they are typed, not as mirrored. */
  seen: string
}

/**
 * What people write, one sentence a line. `⟦…⟧` is read in the other direction than what is around it, so these marks are the
 * promise: all else runs as the line does. In ar, ckb, fa and ur a number behind a letter takes no sign along (UAX #9, W2:
 * «25%» has its sign on the left), in he it does; numbers in ٠–٩ are read from the right, one by one (rtl.md 1.7).
 */
const marked = {
  ar: [
    'اتصل على ⟦+964 770 123 4567⟧ قبل ⟦2024-05-08⟧ (⟦10-20⟧).',
    'فاز الفريق ⟦3-1⟧ على ⟦Inter⟧, ⟦Milan⟧، قالت ⟦BBC News⟧.',
    'خسرت ⟦Google⟧, ⟦Apple⟧, ⟦Meta⟧ نحو ⟦$50 million⟧ عند ⟦-5⟧ درجات',
    'انظر ⟦https://ex.com/a?b=1⟧ وراسل ⟦desk@agency.example⟧ و⟦@bbc_news⟧ و⟦#Iraq⟧.',
    'معادلة ⟦1+2=3⟧ في ⟦C++⟧ الساعة ⟦10:30 PM⟧ كما قالت ⟦Apple Inc.⟧',
    'قال «⟦Hello!⟧» في ⟦2019–2024⟧ ثم ⟦25⟧% و⟦08/05/2024⟧ #العراق',
    'يوم ⟦٠٨⟧-⟦٠٥⟧-⟦٢٠٢٤⟧ نُشر: ⟦"The war is over."⟧ (⟦Reuters⟧)',
  ],
  ckb: [
    'پەیوەندی بە ⟦+964 750 123 4567⟧ بکەن پێش ⟦2024-05-08⟧ (⟦10-20⟧).',
    'یانەکە ⟦3-1⟧ لە ⟦Inter⟧, ⟦Milan⟧ بردییەوە، ⟦BBC News⟧ وتی.',
    'نزیکەی ⟦$50 million⟧ و پلەی ⟦-5⟧ بە وتەی ⟦Apple Inc.⟧',
    'بڕوانە ⟦https://ex.com/a?b=1⟧ و ⟦desk@agency.example⟧ و ⟦@bbc_news⟧ و ⟦#Iraq⟧.',
    'هاوکێشەی ⟦1+2=3⟧ لە ⟦C++⟧ کاتژمێر ⟦10:30 PM⟧ لە ⟦2019–2024⟧',
    'ڕۆژی ⟦٠٨⟧-⟦٠٥⟧-⟦٢٠٢٤⟧ وتی «⟦Hello!⟧» #کوردستان بە ڕێژەی ⟦٢٥⟧٪',
  ],
  kmr: [
    'Li +964 750 123 4567 bigerin beriya 2024-05-08 (10-20).',
    'Tîmê 3-1 li Inter, Milan bi ser ket, BBC News got.',
    'Li ⟦بغداد⟧, ⟦أربيل⟧, ⟦دهوك⟧ $50 û -5 pile, got Apple Inc.',
    'Binêrin https://ex.com/a?b=1 û desk@agency.example, @bbc_news û #Iraq.',
    'Rojnameya ⟦البيشمركة: اجتماع مخمور⟧ 14 kes nivîsand 1+2=3 li C++.',
    'Gotina ⟦می‌شود⟧ bi farisî ye, ⟦#کوردستان⟧ jî heye.',
  ],
  fa: [
    'با ⟦+98 21 1234 5678⟧ تماس بگیرید پیش از ⟦2024-05-08⟧ (⟦۱۰-۲۰⟧).',
    'این تیم ⟦3-1⟧ از ⟦Inter⟧, ⟦Milan⟧ برد، به گزارش ⟦BBC News⟧.',
    'زیان ⟦$50 million⟧ در دمای ⟦-5⟧ درجه به گفتهٔ ⟦Apple Inc.⟧',
    'ببینید ⟦https://ex.com/a?b=1⟧ و ⟦desk@agency.example⟧ و ⟦@bbc_news⟧ و ⟦#Iran⟧.',
    'معادلهٔ ⟦1+2=3⟧ در ⟦C++⟧ ساعت ⟦10:30 PM⟧ می‌شود ⟦۲۰۱۹-۲۰۲۴⟧',
    'گفت «⟦Hello!⟧» و نوشت: ⟦"The war is over."⟧ #ایران',
  ],
  he: [
    'חייגו ⟦+972 3 123 4567⟧ לפני ⟦2024-05-08⟧ (⟦10-20⟧).',
    'הקבוצה ניצחה ⟦3-1⟧ את ⟦Inter⟧, ⟦Milan⟧, לפי ⟦BBC News⟧.',
    'הפסד של ⟦$50 million⟧ ב־⟦-5⟧ מעלות לדברי ⟦Apple Inc.⟧',
    'ראו ⟦https://ex.com/a?b=1⟧ או ⟦desk@agency.example⟧ או ⟦@bbc_news⟧ או ⟦#Israel⟧.',
    'נוסחה ⟦1+2=3⟧ בשפת ⟦C++⟧ בשעה ⟦10:30 PM⟧ בשנים ⟦2019–2024⟧',
    'צה"ל מסר ⟦25%⟧ ואמר ⟦"The war is over."⟧ #ירושלים',
  ],
  ur: [
    'رابطہ ⟦+92 300 123 4567⟧ پر ⟦2024-05-08⟧ سے پہلے (⟦10-20⟧)۔',
    'ٹیم نے ⟦3-1⟧ سے ⟦Inter⟧, ⟦Milan⟧ کو ہرایا، ⟦BBC News⟧ نے کہا۔',
    'نقصان ⟦$50 million⟧ اور ⟦-5⟧ ڈگری، بقول ⟦Apple Inc.⟧',
    'دیکھیں ⟦https://ex.com/a?b=1⟧ یا ⟦desk@agency.example⟧ یا ⟦@bbc_news⟧ یا ⟦#Pakistan⟧۔',
    'مساوات ⟦1+2=3⟧ برائے ⟦C++⟧ بوقت ⟦10:30 PM⟧ سال ⟦2019–2024⟧',
    'انہوں نے کہا «⟦Hello!⟧» اور ⟦"The war is over."⟧ #پاکستان',
  ],
  en: [
    'Call +964 770 123 4567 before 2024-05-08 (10-20), said Apple Inc.',
    'The word ⟦كردستان العراق⟧, and then 3-1 at 10:30 PM.',
    'He wrote ⟦قالت⟧ BBC ⟦العربية⟧ today for $50 at -5 degrees.',
    'From ⟦הממשלה (ירושלים)⟧ to #Iraq, @bbc_news and https://ex.com/a?b=1',
    'Cities ⟦بغداد⟧, ⟦أربيل⟧, ⟦دهوك⟧: desk@agency.example has 1+2=3 in C++.',
    'The «⟦سلام⟧» (⟦العراق⟧) of ⟦ماذا؟⟧ and ⟦#العراق⟧ in 2019–2024.',
  ],
} satisfies Record<LanguageCode, readonly string[]>

/** The letters from left to right: what runs from right to left is turned around, piece by piece. */
function readByEye(marked: string, direction: Direction): string {
  const pieces: string[] = []
  let within = ''
  let depth = 0
  for (const letter of marked) {
    if (letter === '⟧') depth -= 1
    if (letter === '⟧' && depth === 0) {
      pieces.push(readByEye(within, direction === 'rtl' ? 'ltr' : 'rtl'))
      within = ''
    } else if (depth > 0) within += letter
    else if (letter !== '⟦') pieces.push(letter)
    if (letter === '⟦') depth += 1
  }
  return (direction === 'rtl' ? pieces.toReversed() : pieces).join('')
}

/** What is not looked at on a line: white space, marks on letters, characters without a glyph. */
const unseen = /[\s\p{M}\p{Cf}]/gu

/** THE lines that the story on screen, the exported page and the recogniser are all held to. */
export const bidiLines: readonly BidiLine[] = languageCodes.flatMap((language) =>
  marked[language].map((line) => ({
    language,
    direction: directionOf(language),
    text: line.replace(/[⟦⟧]/g, ''),
    seen: readByEye(line, directionOf(language)).replace(unseen, ''),
  })),
)
