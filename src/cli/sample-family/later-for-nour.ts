import type { SamplePiece } from '#cli/sample-family/family.ts';

const window = 'شمعة مضاءة على حافّة نافذة، وخلفها سماء المساء وقمر صغير.';

/** Everything for Nour after the first three letters: her story, what there is to keep, the farewell, photographs, letters. */
export const laterForNour: SamplePiece[] = [
  {
    kind: 'chapter',
    by: 'rima',
    language: 'ar',
    title: 'يوم السرّ',
    text: `كان صباحًا عاديًّا. سامي يبحث عن فردة حذائه، والخبز في المحمصة.

رأيتُ الخطّين، ووضعتُ الفحص في جيب المئزر، وقطعتُ التفّاحة لسامي كما يحبّها، نجومًا. لم ترتجف يدي. كنتُ أقول في سرّي: نحن الآن أربعة في هذا المطبخ.`,
    memory: { year: 2019, month: 8 },
    audience: 'everyone',
    at: '2023-11-18T20:00:00.000Z',
  },
  {
    kind: 'chapter',
    by: 'rima',
    language: 'ar',
    title: 'الممرّ',
    text: `في الممرّ أربعة كراسٍ زرقاء وساعة متوقّفة. جلسنا على كرسيّين، ووضع أبوك معطفه على الثالث، كأنّه يحجزه.

قالت الطبيبة إنّ القلب لا يُرى. قالتها مرّتين، لأنّنا لم نفهم في المرّة الأولى، أو لأنّها هي أيضًا كانت تحتاج إلى أن تسمعها.

خرجنا والشمس طالعة، وكان ذلك غريبًا.`,
    memory: { year: 2019, month: 10, day: 21 },
    audience: 'everyone',
    at: '2023-11-19T21:10:00.000Z',
  },
  {
    kind: 'chapter',
    by: 'rima',
    language: 'ar',
    title: 'ما بعد',
    text: `عدتُ إلى العمل يوم الاثنين. سألني الجميع إن كانت الإنفلونزا قد ذهبت.

قلتُ نعم. ثم جلستُ أمام الشاشة، وكتبتُ اسمك في خانة البحث، لأراه مكتوبًا في مكانٍ ما.`,
    memory: { year: 2019, month: 10, day: 28 },
    audience: 'only-us',
    at: '2023-11-25T22:05:00.000Z',
  },
  {
    kind: 'farewell',
    by: 'rima',
    signed: ['rima', 'callum'],
    language: 'ar',
    title: 'شجرة التين',
    text: `لم يكن هناك ما يُحمَل، فحملنا شجرة.

اخترنا تينة صغيرة في أصيص، وغرسناها حيث تصل الشمس بعد الظهر. حفر أبوك، وسقى سامي أكثر ممّا يلزم، وقلتُ أنا اسمك.

قالوا إنّ التين لا يعيش هنا. هو حيّ.`,
    place: 'آخر الحديقة، عند الجدار',
    memory: { year: 2019, month: 11 },
    audience: 'everyone',
    at: '2023-12-02T17:30:00.000Z',
  },
  {
    kind: 'keepsake',
    keepsake: 'scan',
    by: 'rima',
    language: 'ar',
    title: 'الصورة الوحيدة',
    text: 'نقطة ضوء في حقل رماديّ، أصغر من حبّة عدس. منها جاء اسمك.',
    memory: { year: 2019, month: 9 },
    audience: 'only-us',
    at: '2023-12-03T21:45:00.000Z',
  },
  {
    kind: 'keepsake',
    by: 'callum',
    title: 'A return ticket',
    text: 'I was on a train when your mother rang, and I got out at the next station and went back the other way. I found the unused half last week in my winter coat. It is the only thing I own that has your date on it.',
    memory: { year: 2019, month: 10, day: 21 },
    audience: 'everyone',
    at: '2023-12-10T19:50:00.000Z',
  },
  {
    kind: 'photograph',
    by: 'rima',
    language: 'ar',
    title: 'كلّ خميس',
    text: 'عرف سامي اليوم لمن هي. قال: إذن لا تطفئيها، سأنام والباب مفتوح.',
    memory: { year: 2023, month: 12, day: 14 },
    audience: 'everyone',
    at: '2023-12-14T20:30:00.000Z',
    photographs: [{ picture: 'window', after: 0, caption: 'ليلة خميس.', alternative: window }],
    pointsTo: [{ title: 'رسالة إلى نور', words: 'هنا كتبتُ أنّني سأخبره يومًا' }],
  },
  {
    by: 'callum',
    title: 'Sixty-one',
    text: `I have learned another word. Your grandmother taught me it, on the telephone, after several goes. It is what you say to somebody you miss: that their place is empty.

You do not say “I miss you.” You say, “Your place is visible.” I may have the grammar wrong. I do not think that I have the rest wrong.`,
    memory: { year: 2024, month: 1 },
    audience: 'everyone',
    at: '2024-01-14T22:10:00.000Z',
  },
  {
    by: 'rima',
    language: 'ar',
    addressee: 'أمّي',
    title: 'إلى أمّي',
    text: `أمّي،

أنتِ الوحيدة التي سألت عن اسمها. لم أقل لكِ يومها ماذا فعل بي سؤالك.

كنتُ قد بدأتُ أصدّق أنّني أحزن على لا شيء. ثم قلتِ: ماذا سمّيتِها؟ كأنّ من الطبيعيّ أن يكون لها اسم. فصار طبيعيًّا.`,
    memory: { year: 2024, month: 3, day: 21 },
    audience: 'everyone',
    at: '2024-03-21T10:00:00.000Z',
  },
  {
    by: 'rima',
    language: 'ar',
    title: 'سامي يعدّ',
    text: `طلبت المعلّمة أن يرسموا العائلة. رسم ثلاثة تحت السقف، واثنتين فوقه، تجلسان كما يجلس الحمام.

سألته: ألا تخافان أن تقعا؟
قال: لا، هما خفيفتان.`,
    memory: { year: 2024, month: 5 },
    audience: 'everyone',
    at: '2024-05-16T19:40:00.000Z',
  },
  {
    kind: 'photograph',
    by: 'callum',
    title: 'Under the fig',
    text: 'I put a few bulbs round the foot of your tree from the ones that spread at the front. These are your sister’s, visiting.',
    memory: { year: 2024, month: 2 },
    audience: 'everyone',
    at: '2024-02-25T12:00:00.000Z',
    photographs: [
      {
        picture: 'winter garden',
        after: 0,
        caption: '',
        alternative: 'Three snowdrops standing close together in the snow.',
      },
    ],
    pointsTo: [{ title: 'شجرة التين', words: 'the day we planted it' }],
  },
  {
    by: 'rima',
    language: 'ar',
    title: 'خريف',
    text: `أوراق التين تسقط واحدةً واحدة،
    كأنّها تستأذن.
أجمعها في الصباح عن العتبة،
    وأضعها في كتابٍ لا أقرؤه.

في الربيع القادم
    لن أبحث عنكِ في الأغصان.
سأمرّ فقط،
    وأقول: صباح النور.`,
    memory: { year: 2024, month: 10 },
    audience: 'everyone',
    at: '2024-10-20T07:30:00.000Z',
  },
  {
    by: 'rima',
    language: 'ar',
    onlyForMe: true,
    title: '',
    text: `حلمتُ أنّكِ تطرقين الباب وأنا أبحث عن المفتاح.

لن أريه لأحد. أتركه هنا فقط، كي لا أكون وحدي معه.`,
    memory: { year: 2024, month: 11 },
    audience: 'only-me',
    at: '2024-11-08T05:20:00.000Z',
  },
  {
    by: 'callum',
    signed: ['rima', 'callum'],
    title: 'Five autumns',
    text: `We have never known which day to keep for you, so we keep the fig. When the last leaf is down we have supper out there in our coats, whatever the weather, and each of us says one thing.

This year Sami’s was, “She’d be nearly as tall as the tree.” We went and stood against it, all three, to see.`,
    memory: { year: 2024, month: 11, day: 24 },
    audience: 'everyone',
    at: '2024-11-24T21:35:00.000Z',
    pointsTo: [{ title: 'شجرة التين', words: '' }],
  },
  {
    kind: 'photograph',
    by: 'rima',
    language: 'ar',
    title: 'أوّل ثلج',
    text: 'لم تعرفي الثلج. هذا هو: يجيء ليلًا، ولا يوقظ أحدًا.',
    memory: { year: 2025, month: 1, day: 5 },
    audience: 'everyone',
    at: '2025-01-05T09:15:00.000Z',
    photographs: [
      {
        picture: 'snow field',
        after: 0,
        caption: '',
        alternative: 'حقل يغطّيه الثلج عند شروق الشمس، فيه شجرة عارية واحدة وآثار أقدام تمضي إليها.',
      },
    ],
  },
  {
    by: 'rima',
    language: 'ar',
    title: '',
    text: 'صباح النور يا نور. هذا كلّ شيء اليوم.',
    memory: { year: 2025, month: 4, day: 2 },
    audience: 'everyone',
    at: '2025-04-02T06:45:00.000Z',
  },
];
