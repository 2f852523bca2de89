const words = (text: string): readonly string[] => text.trim().split(/\s+/)
const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())

/** Masculine nouns without the article, the common ones first. */
export const nouns = words(`
  يوم مشروع مجلس عام مكتب مسؤول فريق قطاع إقليم مواطن مركز عدد وقت عمل حقل موسم مزارع نهر بيت خبير
  طريق ميناء مصدر تقرير مستشفى متحف معرض سد مطر صيف شتاء ربيع خريف بستان مخزن سوق تاجر صياد قارب
  شاطئ جبل وادي سهل حي شارع جسر نفق ملعب نادي مدرب لاعب حكم دوري كأس فنان مسرح فيلم كتاب ناشر شاعر
  معهد طالب أستاذ صف درس امتحان مختبر باحث قمر كوكب قياس جهاز حاسوب برنامج هاتف خادم مستخدم تطبيق بريد
  عقد سعر راتب مصرف دين قرض ربح رأسمال سهم معدن حديد نحاس زيت قمح شعير رمان عنب تمر جوز عسل حليب لحم
  طبيب ممرض دواء فحص مرض علاج طفل شاب شيخ جار ضيف عرس عيد سفر قطار مطار رصيف سائق راكب وقود خزان بئر
  نبع حوض أنبوب محرك مولد تيار مصباح سلك برج سقف جدار باب حجر خشب نسيج صوف ثوب خيط إبرة لون رسم خط ورق`)

/** Verbs in the third person of the past, the common ones first. */
export const verbs = words(`
  قال أعلن أكد أضاف ذكر بدأ أوضح شهد وصل تابع أنهى افتتح زار نشر بحث ناقش وقع تسلم أرسل جمع
  رفع خفض زاد نقص باع اشترى زرع حصد بنى رمم أصلح أغلق فتح عبر سلك قطع حمل نقل خزن وزع قاس سجل
  راقب درس علم كتب قرأ طبع رسم صور عرض فاز خسر تعادل سافر عاد استقبل ودع شكر دعا رفض قبل طلب منح`)

/** Adjectives, the common ones first. */
export const adjectives = words(`
  الجديد الكبير المحلي الأول الأخير القديم الوطني المقبل الماضي الصغير العام الخاص السريع الطويل
  القصير العالي العميق الجاف الرطب البارد الحار الشمالي الجنوبي الشرقي الغربي الزراعي الصناعي الصحي
  الرقمي المالي الثقافي الرياضي العلمي البحري الجبلي الريفي النادر المشترك المؤقت الدائم المفتوح المغلق`)

/** Between a verb and what follows, and between clauses. */
export const ties = words(`في من على إلى عن مع بعد قبل خلال منذ حول قرب عند بين ضمن حتى`)
export const joins = words(`فيما بينما لكن حيث كما إذ حين بعدما ثم لأن`)

/** Places, of one or two words. */
export const places = lines(`
  أربيل
  السليمانية
  دهوك
  كركوك
  بغداد
  البصرة
  حلبجة
  زاخو
  عقرة
  رانية
  قلعة دزة
  دوكان
  عمّان
  بيروت
  مسقط`)

/** Made-up people: a given name and a family name are put together. */
export const givenNames = words(
  `آزاد سارة هيوا نوروز دلشاد كوران شيلان ريبوار لانا باران هدى منير سلوى عادل رغد`,
)
export const familyNames = words(
  `الجاف البرزنجي الطالباني الحيدري النقشبندي الهورامي الراوي السامرائي الدوسكي القرداغي`,
)

/** Latin names inside right-to-left text, of one or two words. */
export const latinNames = lines(`
  NATO
  UNESCO
  iPhone 17
  Reuters
  Linux
  COP31
  Wi-Fi
  GitHub
  OPEC+
  A380
  World Bank
  FIFA`)
