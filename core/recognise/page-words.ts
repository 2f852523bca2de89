// What news pages write around and into a story. Our own lists, in the seven languages.
const invitations = [
  'read also|also read|read more|see also|more on this|related|recommended|you may also like|most read|share this|follow us|subscribe|sign up|advertisement|sponsored',
  'اقرأ أيضا|إقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|اقرأ المزيد|للمزيد|شاهد أيضا|شاهد أيضًا|مواضيع ذات صلة|موضوعات ذات صلة|أخبار ذات صلة|مقالات ذات صلة|قد يعجبك|قد يهمك|الأكثر قراءة|تابعونا|تابعنا|شارك|مشاركة|اشترك|إعلان',
  'زیاتر بخوێنەوە|هەروەها بخوێنەوە|ئەمەش بخوێنەوە|بابەتی پەیوەندیدار|بابەتە پەیوەندیدارەکان|هەواڵی پەیوەندیدار|هەواڵە پەیوەندیدارەکان|زۆرترین خوێندنەوە|هاوبەشی بکە|بڵاوی بکەرەوە|ڕیکلام',
  'bêtir bixwîne|zêdetir bixwîne|herwiha bixwîne|nûçeyên têkildar|gotarên têkildar|parve bike|reklam',
  'بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|پربازدیدترین|به اشتراک بگذارید|اشتراک‌گذاری|آگهی|تبلیغات',
  'קראו גם|קרא גם|כתבות נוספות|כתבות קשורות|אולי יעניין אותך|שתפו|שיתוף|פרסומת|עקבו אחרינו',
  'یہ بھی پڑھیں|مزید پڑھیں|متعلقہ خبریں|شیئر کریں|اشتہار',
].join('|')
const invitation = new RegExp(String.raw`^[\s•·▪◾►▶»«\-–—|:]*(?:${invitations})(?![\p{L}\p{M}])`, 'iu')
const cookieWord = /\bcookies?\b|ملفات تعريف الارتباط|الكوكيز|کوکی|کووکی|עוגיות|çerez/iu
const consent =
  /\b(?:accept|agree|consent|preferences|privacy)\b|أوافق|نوافق|قبول|موافق|الخصوصية|ڕازی|قبووڵ|تایبەتمەندی|می‌پذیرم|حریم خصوصی|אישור|פרטיות|qebûl|nepenî/iu

/** An invitation is one line; a longer one is a sentence of the story that begins with such a word. */
const longestInvitation = 160
const longestConsent = 500

/** Whether a line only invites to read or share something else, by how it begins: "Read also: …". */
export const isInvitation = (line: string): boolean =>
  line.length <= longestInvitation && invitation.test(line)

/** Whether a paragraph asks for consent to cookies. */
export const asksForConsent = (text: string): boolean =>
  text.length <= longestConsent && cookieWord.test(text) && consent.test(text)

const creditWord = new RegExp(
  String.raw`^[\s([•·-]*(?:source|المصدر|مصدر|سەرچاوە|çavkanî|منبع|מקור|ماخذ)\s*[::]\s*(\S.{0,80}?)[\s.)\]]*$`,
  'iu',
)

/** The name in a line of credit ("Source: …", "المصدر: …"); null where it is none. */
export const creditIn = (line: string): string | null => creditWord.exec(line)?.[1] ?? null
