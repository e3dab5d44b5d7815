import type { SamplePiece } from '#cli/sample-family/family.ts';

/** The first three letters. */
export const lettersToNour: SamplePiece[] = [
  {
    by: 'rima',
    signed: ['rima'],
    language: 'ar',
    title: 'رسالة إلى نور',
    text: `نور،

لم تكن لكِ أيام كثيرة، فلا أعرف من أين أبدأ.

عرفتُ بكِ في صباح من صباحات آخر الصيف، وأنا واقفة في المطبخ والماء يغلي. لم أقل لأحد. بقيتِ سرّي نهارًا كاملًا، نهارًا واحدًا كنتُ فيه وحدي أعرف أنكِ في الدنيا. وفي المساء أخبرتُ أباك، فجلس على الدرج.

لم يستطع أحد أن يقول لنا أصبيًّا كنتِ أم بنتًا. أنا أخاطبك كما أخاطب بنتًا، لأنكِ جئتِني هكذا مرّة في المنام، فإن أخطأتُ فسامحيني.

وحين انتهى كلّ شيء قال لي الناس كلامًا طيّبًا، وكان كلّه عن الأيام القادمة. لم يقل أحد شيئًا عنكِ أنتِ، كأنكِ كنتِ موعدًا تأجّل. لم تكوني موعدًا. كنتِ أنتِ.

أمّي وحدها سألتني على الهاتف: ماذا سمّيتِها؟ قلتُ: نور. قالت: نور. ثم سكتت، ثم قالتها مرّة أخرى، فسمعتُ اسمك أوّل مرّة بصوتٍ غير صوتي.

منذ ذلك المساء أضيء شمعة عند النافذة كلّ ليلة خميس. سامي يطفئها قبل النوم، ويظنّ أنها للزينة. سأقول له يومًا لمن هي.`,
    memory: { year: 2019, month: 10 },
    audience: 'everyone',
    at: '2023-10-12T20:10:00.000Z',
    photographs: [
      {
        picture: 'window',
        after: 7,
        caption: 'نافذتك.',
        alternative: 'شمعة مضاءة على حافّة نافذة، وخلفها سماء المساء وقمر صغير.',
      },
    ],
  },
  {
    by: 'callum',
    signed: ['callum'],
    language: 'en',
    title: 'In mine',
    text: `Your mother writes to you in the language she counts in. I have about sixty words of it, and most of them are food, so this is in mine.

I knew about you for one autumn, and I was shy of you the whole time. I thought that we would have years to be introduced.

I have learned to say your name as it should be said, with the long sound in the middle. It means light. I say it when I am feeling for the switch in the dark.`,
    memory: { year: 2020 },
    audience: 'everyone',
    at: '2023-10-15T21:44:00.000Z',
    photographs: [],
  },
  {
    by: 'rima',
    signed: ['rima'],
    language: 'ar',
    title: 'عن أختك',
    text: `كنتُ أخاف أن أفرح بأختك. كنتُ أمشي في الأيام كمن يمشي على الجليد، لا أشتري شيئًا، ولا أقول اسمًا.

والآن أقول اسميكما معًا: نور وإيدي. لا أعرف إن كنتما معًا في مكان، ولا أدّعي أنني أعرف. لكنكما معًا على لساني كلّ مساء.`,
    memory: { year: 2021 },
    audience: 'only-us',
    at: '2023-11-09T22:20:00.000Z',
    photographs: [],
  },
];
