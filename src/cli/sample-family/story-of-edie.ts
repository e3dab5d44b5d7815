import type { SamplePiece } from '#cli/sample-family/family.ts';

/** The chapters of Edie's story, in their order, and the farewell. */
export const storyOfEdie: SamplePiece[] = [
  {
    kind: 'chapter',
    by: 'rima',
    title: 'The winter before',
    text: `You were a secret until the clocks went back.

I told your father in the garden, because Sami was in the kitchen and Sami cannot keep a thing. It was raining a little. He said “Oh,” and then he put the rake down very carefully, as if it were full.

We were not easy people to give good news to by then. We had had it once before and had to give it back. So we made a rule that nothing would be bought and nothing would be said before Christmas, and we kept to it, and in the evenings we sat on the stairs and talked about you in low voices, like two people planning a robbery.

You began to move at the end of November, in the queue at the post office. I bought stamps I did not need so as to stay where it had happened.`,
    memory: { year: 2021, month: 11 },
    audience: 'everyone',
    at: '2022-05-14T20:10:00.000Z',
  },
  {
    kind: 'chapter',
    by: 'rima',
    title: 'Wednesday',
    text: `On the Wednesday you were quiet.

I had something cold to drink and lay on my left side, as the leaflet says. I counted. I moved the counting to the sofa, and then to the bed, and then I rang.

They were not busy, and they were very kind on the telephone, and they said to come in, just to be on the safe side. I want to remember that sentence as it was meant. Sami went next door with his pyjamas over his uniform. Your father drove.

The young doctor looked for a long time, and then she went to fetch an older one, who looked for a short time. He turned the chair round so that he was sitting as low as I was, and asked what you were called. Then he said, “I am so sorry. Edie’s heart has stopped.”

I have wondered whether he knew what he was doing, asking first. I think that he did.`,
    memory: { year: 2022, month: 3, day: 2 },
    audience: 'everyone',
    at: '2022-05-15T21:30:00.000Z',
  },
  {
    kind: 'chapter',
    by: 'callum',
    title: 'The first photograph',
    text: `People have asked about the photograph of the snowdrops, and why that one.

There is a strip of ground under the windows on that side, with a drain in it, and a sign about not smoking. On the Thursday, before it got dark, we were allowed to take you down as far as the door. The snow had settled at last. I had the camera with me. I had brought it to photograph you, and in that room I found that I could not lift it. Your mother did that, and those are hers.

So I stood in the doorway and photographed what was in front of it. Somebody must have planted them. Somebody had gone out one autumn with a bag of bulbs, to the side of the building where the drain is, and thought of people coming through that door.

It was the first thing that we showed to anybody. It is the one thing that all four of us looked at together. Sami said that they looked cold, and went back up to see to your scarf.`,
    memory: { year: 2022, month: 3, day: 3 },
    audience: 'everyone',
    at: '2022-05-21T22:02:00.000Z',
    pointsTo: [{ title: 'Outside the door', words: 'this is the day of that first photograph' }],
  },
  {
    kind: 'chapter',
    by: 'callum',
    title: 'What they could tell us',
    text: `Eight weeks later there was an appointment. We parked in the same place without meaning to.

The consultant had three pages. She went through them in order and did not hurry. There was a knot in the cord, a true one, she called it, as if there were the other kind. She said that it happens when a baby is small and swimming, long before, and that it lies there harmless until one day it is pulled tight. Nobody could have seen it. Nobody could have felt it.

I asked what would have happened if we had come on the Tuesday. She said, “The same. I have thought about it too.”

I had not expected her to have thought about it. I have been grateful ever since, and I have never known how to write and say so.`,
    memory: { year: 2022, month: 4, day: 28 },
    audience: 'only-us',
    at: '2022-05-22T22:40:00.000Z',
  },
  {
    kind: 'chapter',
    by: 'rima',
    title: 'Coming home',
    text: `The milk came on the Sunday. Nobody had said that it would, or they had and I was not listening. My body had gone on without asking, like somebody laying a table in an empty house.

The neighbours left things on the step. There was a lasagne, and a lasagne, and a pot of soup with a label that said “You need not return the pot.” There was a card with nothing in it but a name, from the man at number nine, who has not spoken to anyone since his wife died. I think that it was the best one.

The health visitor rang to arrange a time to see the baby. Your father took the telephone into the hall. I heard him say, “No, you weren’t to know,” three times, each time more gently, until she had stopped crying.

After that it was the ordinary week. The bins went out. It was astonishing that they did.`,
    memory: { year: 2022, month: 3 },
    audience: 'everyone',
    at: '2022-06-05T14:15:00.000Z',
  },
  {
    kind: 'farewell',
    by: 'rima',
    signed: ['rima', 'callum'],
    title: 'The eleventh of March',
    text: `There were nine of us. We had asked for no black, and Grandad had come in his gardening jacket, which is green.

Your father carried you himself. It is not a long way, and he would not let it be made shorter.

Sami had drawn a map of our street on the back of a school letter, so that you would know where everything was: our house, the bus stop, the dog called Heidi. He explained it to you and put it in. The rest of us had brought speeches and could not improve on that.

Afterwards there was tea. Somebody’s small boy ran up and down the whole time, and nobody stopped him.`,
    place: 'In the small chapel by the allotments',
    memory: { year: 2022, month: 3, day: 11 },
    audience: 'everyone',
    at: '2022-03-19T16:00:00.000Z',
  },
];
