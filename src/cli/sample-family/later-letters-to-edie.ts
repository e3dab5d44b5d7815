import type { SamplePiece } from '#cli/sample-family/family.ts';

/** What was written to Edie after the first year, and to some of those who were there. */
export const laterLettersToEdie: SamplePiece[] = [
  {
    by: 'callum',
    onlyForMe: true,
    title: '',
    text: `I sat in the car at the far end of the car park, where we were, and ate a sandwich, and went back to work. I do it about once a month. It is not sad exactly. It is the last place I drove you to.

I have not told Rima, and I think that she knows.`,
    memory: { year: 2022, month: 9 },
    audience: 'only-me',
    at: '2022-09-21T12:55:00.000Z',
  },
  {
    by: 'rima',
    signed: ['rima', 'callum'],
    addressee: 'Grace',
    title: 'To the midwife',
    text: `Dear Grace,

You will have had many others since. We wanted to tell you three things that you did, in case nobody has said which ones matter.

You opened the curtain. You said “your daughter,” every time, so that by the evening we could say it too. And when your shift was over you came in with your coat on and said goodnight to her, by name, and turned the lamp a little so that it would not be in her eyes.

We have been told since that there was no need to turn the lamp. There was.`,
    memory: { year: 2022, month: 12 },
    audience: 'everyone',
    at: '2022-12-18T20:00:00.000Z',
  },
  {
    by: 'callum',
    addressee: 'Grandad',
    title: 'About the name',
    text: `Dad,

We let it be known that it comes from your great-aunt, and you have told it so well since, with the bicycle and the bishop, that I have begun to believe it.

You will find the truth of it elsewhere on this page, if you ever ask us to open that one for you. You gave her the name. You did it by not wearing your hearing aid. I have never been so glad of anybody’s stubbornness.`,
    memory: { year: 2023, month: 1 },
    audience: 'only-us',
    at: '2023-01-08T11:20:00.000Z',
    pointsTo: [{ title: 'Your name', words: 'what really happened' }],
  },
  {
    by: 'rima',
    title: 'At the gate',
    text: `There is a new mother at the gate, and she asked me the question with her head on one side: is Sami your only one?

I have answered it nineteen different ways. I have said yes and felt sick until supper. I have said no and watched a stranger’s face fall in. Today I said, “He has two sisters. They’re not with us,” and she said, “What are they called?”

I told her. She said them both over, to get them right.

We stood there so long that we were the last.`,
    memory: { year: 2023, month: 9 },
    audience: 'everyone',
    at: '2023-09-12T16:40:00.000Z',
  },
  {
    by: 'callum',
    title: 'Stock-taking',
    text: `One hat. Half a blanket. Eleven bolts.
One card, two feet, one of them blurred.
One rail of a cot, with towels.
    One half of the back seat.

A song that I know the tune of.
Nine guests, of whom one wore green.
A map of our street, in your keeping.

Nineteen hours. I have been over the figures.
    They are correct,
and they come, each time, to the same:
    not enough, and yours.`,
    memory: { year: 2023, month: 10 },
    audience: 'everyone',
    at: '2023-10-01T23:10:00.000Z',
  },
  {
    by: 'rima',
    language: 'ar',
    title: 'بلغة أمّي',
    text: `إيدي،

أكتب إليكِ بالإنكليزيّة لأنّ أباكِ يقرأ، ولأنّ الكلمات فيها أبعد عنّي قليلًا، فأحتملها. لكنّ الأغنية التي غنّيتها لكِ تلك الليلة لا تُكتب إلّا هكذا.

لم أغنّها كلّها. نسيتُ البيت الثالث، فاتّصلتُ بأمّي عند منتصف الليل وغنّته لكِ هي، من مكانها، والهاتف على الوسادة بيني وبينكِ. فأنتِ تعرفين صوت جدّتك.`,
    memory: { year: 2022, month: 3, day: 3 },
    audience: 'everyone',
    at: '2023-12-07T22:30:00.000Z',
  },
  {
    by: 'rima',
    signed: ['rima', 'callum'],
    title: 'Two years',
    text: `You would be in everything by now.

We know what two is like, we have had one. There would be no plant on the low sill. There would be a gate on the stairs that your father swore at. You would have a word for your brother that was not quite his name, and he would answer to it.

We do not think of you as two. We know how it is. But the house makes room on its own, a child’s width, at about the height of the door handle, and we go round it.`,
    memory: { year: 2024, month: 3, day: 3 },
    audience: 'everyone',
    at: '2024-03-03T20:40:00.000Z',
  },
  {
    by: 'callum',
    title: 'The concert',
    text: `Your brother played in the summer concert. He announced it himself, which was not planned. He said, “This is for my sister Edie, who liked it,” and then he played all of it, including the part where the tune gets away from him.

Nobody on our row could clap properly. The headmistress did it for us.`,
    memory: { year: 2024, month: 7, day: 5 },
    audience: 'everyone',
    at: '2024-07-05T21:25:00.000Z',
    pointsTo: [{ title: 'What Sami asks', words: 'how he knows that you liked it' }],
  },
  {
    by: 'rima',
    title: 'Good days',
    text: `Nobody warns you about the good days. I was swimming in the sea, in September, with nobody watching. I turned on my back and the whole sky was there. I was happy for as long as it takes to say so, and it did not feel like leaving you anywhere.

I wanted to put that down too. It belongs with the rest.`,
    memory: { year: 2024, month: 9 },
    audience: 'everyone',
    at: '2024-09-15T19:05:00.000Z',
  },
  {
    by: 'rima',
    signed: ['rima', 'callum'],
    title: 'Three years',
    text: `This year we did not go to the tree. Sami had a temperature, and so we stayed in, all of us on the big bed with the curtains open, and watched it try to snow.

He asked for the story of the day you were born. He knows it by heart and corrects us. When we came to the scarf he said, “And she kept it,” and we said, “And she kept it,” and he went to sleep.`,
    memory: { year: 2025, month: 3, day: 3 },
    audience: 'everyone',
    at: '2025-03-03T21:15:00.000Z',
  },
  {
    by: 'rima',
    addressee: 'Sami',
    title: 'For when you are older',
    text: `You asked me last night whether you had been a good brother to her, in the time there was.

You told her about the boy who ate the glue. Nobody else in her life ever told her anything so interesting.

Some day you may think that you should have been quieter, or sadder. I was there. You were exactly right.`,
    memory: { year: 2024, month: 11 },
    audience: 'only-us',
    at: '2024-11-10T22:20:00.000Z',
    pointsTo: [{ title: 'The hours we had', words: 'the afternoon I mean' }],
  },
];
