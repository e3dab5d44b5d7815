import type { SamplePiece } from '#cli/sample-family/family.ts';

/** What was written to Edie in the first year, and a draft. */
export const lettersToEdie: SamplePiece[] = [
  {
    by: 'callum',
    signed: ['rima', 'callum'],
    language: 'en',
    title: 'For everyone who is waiting to hear',
    text: 'Our daughter Edie was born on Thursday before dawn, and she had already died. We have held her, her brother has met her, and we would be glad if you said her name to us.',
    memory: { year: 2022, month: 3, day: 6 },
    audience: 'everyone',
    at: '2022-03-06T20:31:00.000Z',
    photographs: [],
  },
  {
    by: 'rima',
    signed: ['rima', 'callum'],
    language: 'en',
    title: 'Your name',
    text: `We had a list on the fridge with four names on it, and we did not agree on any of them. Edie was not on the list.

It was your grandfather who said it, on the telephone, in February: “And how is Edie today?” He had misheard. We had said Heidi, and Heidi is the dog next door. We laughed about it all evening, and by the morning you were Edie and there was no list.

We have told everybody that you are called after his great-aunt. Let this be the one place where it says what happened.`,
    memory: { year: 2022, month: 2 },
    audience: 'only-us',
    at: '2022-03-20T21:05:00.000Z',
    photographs: [],
  },
  {
    by: 'rima',
    signed: ['rima'],
    language: 'en',
    title: 'The hours we had',
    text: `I want to write down the hours before they wear smooth.

You were born on a Thursday, at ten past four in the morning. It had been snowing since midnight, the wet kind that does not settle, and the midwife, whose name was Grace, had opened the curtain so that there would be something to look at that was not the clock. I remember the quiet. I had been told about the quiet and I had thought that I was ready for it, and then it was simply the room, with you in it.

She did not ask whether we wanted to hold you. She said, “Here is your daughter,” and gave you to me.

You were warm. Nobody had told me that you would be warm.

Your father took you to the window when it began to get light. He told you what was out there, because you would have wanted to know: the car park, the bins, two magpies, a man in a dressing gown smoking in the snow. He told you that the tall chimney was the brewery and that the wind was from the west. He has always been a man who explains things. At first he held you the way he used to hold Sami, as if somebody might come and correct him, and after a while the way he holds Sami now.

You have his hands. I did not know that hands like that came so small. You have my mother’s forehead, and a crease in your left ear that belongs to nobody we know, and which is therefore yours.

Grace came back with a box of hats. They are knitted by people who never see where they go. I turned them over for a long time, as if it mattered, and it did matter: it was the one thing I was ever going to choose for you. I chose the oatmeal one with the ridiculous bobble. You looked like somebody on her way out into the snow.

Sami came after school. We had not known what to tell him, so we told him what was true: that you had died, that nobody had done anything wrong, and that he could look at you or not. He looked. He asked if you were cold and laid his scarf over your feet, and then he told you about Year One, at length, and about the boy who ate the glue. It is the only conversation you ever had with your brother, and it was a good one.

In the evening we were alone with you again. I sang the song that my mother sang, in the language that I only sing in. Your father read to you from the book he had with him, which was about bridges.

I am not going to write down how we left. Two people know it, and that is enough people.

What I want to keep is this. There were nineteen hours, and in all of them you were held. I counted once, because somebody asked whether we had been given any time with you, and I wanted to be exact.`,
    memory: { year: 2022, month: 3, day: 3 },
    audience: 'everyone',
    at: '2022-03-27T13:20:00.000Z',
    photographs: [
      {
        picture: 'hat',
        after: 7,
        caption: 'Whoever knitted it: thank you. She wore it all day.',
        alternative:
          'A small knitted hat the colour of oatmeal, with a white bobble, on a folded blue blanket.',
      },
    ],
  },
  {
    by: 'callum',
    signed: ['callum'],
    language: 'en',
    title: 'Eleven bolts',
    text: `Edie,

I took the cot down today. I did it with the radio on. There are eleven bolts. I put them in a jar and wrote on the jar what they are for, so that whoever opens it will know.

Your mum wanted one thing of it where she could see it, so the rail is on the landing now with the towels over it. Nobody who comes up the stairs would think anything. The hat is in the drawer underneath.

I keep going over the drive. I took the ring road, because of the works at the bridge. I know that it made no difference. Three people have told me that it made no difference. I am only telling you which way we went.`,
    memory: { year: 2022, month: 4 },
    audience: 'only-us',
    at: '2022-04-24T22:48:00.000Z',
    photographs: [
      {
        picture: 'hat',
        after: 3,
        caption: 'In with the good gloves.',
        alternative:
          'A small knitted hat the colour of oatmeal, with a white bobble, on a folded blue blanket.',
      },
    ],
  },
  {
    by: 'rima',
    signed: ['rima'],
    language: 'en',
    title: 'Not for anyone',
    text: `There was a woman in front of me in the queue with one hand on the small of her back, the way I used to stand. She was complaining about her ankles. I wanted her to have her baby, and I wanted her to stop talking about her ankles, and I stood there with the shampoo until it was my turn, and said thank you, and cried in the car with the engine running.

I was kind to everybody this week. I would like one person to know that I did not mean it.

You, then.`,
    memory: { year: 2022, month: 6 },
    audience: 'only-me',
    at: '2022-06-18T23:55:00.000Z',
    photographs: [],
  },
  {
    by: 'callum',
    signed: ['callum'],
    language: 'en',
    title: 'What Sami asks',
    text: `He asks in the car, because in the car nobody has to look at anybody.

Can Edie hear us. We do not think so, but we talk to her all the same.
Is she still a baby. Yes.
When I am ten, will she be a baby. Yes.
Will you still be crying when I am ten. Now and then, I should think.
Did she like me.

I had to pull over for that one. I said that she had listened to him through the wall every day of her life, the singing and the shouting and the recorder, and that whenever he got going she used to kick.

He was quiet as far as the roundabout.

“She liked the recorder,” he said.`,
    memory: { year: 2022, month: 11 },
    audience: 'everyone',
    at: '2022-11-27T17:02:00.000Z',
    photographs: [],
  },
  {
    by: 'rima',
    signed: ['rima', 'callum'],
    language: 'en',
    title: 'A year',
    text: `It snowed again, properly this time.

The three of us walked out to the tree past the allotments. Sami went ahead and made the footprints, so that there would be some.

We had thought that we would say something when we got there. Your father had a piece of paper in his pocket. In the end we ate the sandwiches and told you the news: that Sami can nearly swim, that Grandad’s knee is better, that we have stopped saying we are fine when we are not, to some people anyway.

They were kind, the ones who said that it would get smaller. It has not got smaller. The house has got a little larger round it, and there are mornings when everyone is in it at once, you as well, and somebody is burning the toast.

We walked home in the same footprints.`,
    memory: { year: 2023, month: 3, day: 3 },
    audience: 'everyone',
    at: '2023-03-03T19:15:00.000Z',
    photographs: [
      {
        picture: 'snow field',
        after: 2,
        caption: 'Out to the tree. The small ones are his.',
        alternative:
          'A snow-covered field at sunrise with one bare tree, and a line of footprints leading to it.',
      },
    ],
  },
  {
    by: 'rima',
    signed: ['rima'],
    language: 'en',
    title: 'Snow in March',
    text: `Nobody plants for March. It comes up out of the wet ground by itself,
    late, with its head down,
white on the verge by the bus stop, white behind the garages,
    in all the places where I have not asked it to.

The woman next door says that they spread if you leave them alone.
    I leave them alone.
I take your brother to school the long way, by the wall
    where there are nine of them, and then eleven,
    and then more than we can count before the bell.

He says, that one is for Edie.
He says, that one too.`,
    memory: { year: 2023, month: 3 },
    audience: 'everyone',
    at: '2023-03-19T08:26:00.000Z',
    photographs: [],
  },
  {
    by: 'rima',
    signed: ['rima'],
    language: 'en',
    title: '',
    text: `Sami lost a tooth tonight, the one at the bottom. He wants to know whether somebody comes for yours as well. I said that I would ask, and then I`,
    memory: undefined,
    audience: undefined,
    at: '2023-11-02T22:37:00.000Z',
    photographs: [],
  },
];
