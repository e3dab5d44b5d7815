import { oddJson } from '#test/odd.ts';
import { headerOf, pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { newcomer, type Person } from './people.ts';
import { askForMail } from './signing-in.ts';
import type { Trial } from './trial.ts';

/** JSON with `__proto__`, ten thousand deep, 1e400, a byte order mark, the same name twice. */
export const jsonGroup: Attack = async (trial, { nora, elias }) => {
  const { stranger } = trial.place;
  let refused = 0;
  await trial.unchanged('odd JSON', async () => {
    for (const body of oddJson) {
      for (const path of ['/sign-in/passkey', '/home/you/passkeys']) {
        const asked = { path, body, type: 'application/json', headers: { accept: 'application/json' } };
        const answer = await trial.refused(nora, asked, [413, 422], `${path} ${body.slice(0, 30)}`);
        if (/^\{"error":"[^"]+\."\}$/.test(pageOf(answer))) refused++;
        // The same where a form carries JSON along: a page that waited through signing in.
        const form = {
          email: `nobody${refused}@family.example`,
          kept: body.slice(0, 50_000),
          to: body.slice(0, 1000),
        };
        trial.must(
          (await trial.attack(stranger(), { path: '/sign-in', form })).status === 200,
          `kept: ${body.slice(0, 30)}`,
        );
      }
      const form = { path: '/home/you', body, type: 'application/json' };
      await trial.refused(nora, form, [422], `a form that is JSON ${body.slice(0, 30)}`);
    }
  });
  trial.must(
    (await trial.ask(elias, { path: '/host/reports' })).status === 404,
    'JSON has made somebody the host',
  );
  await keptForm(trial, await newcomer(trial, nora));
  return arrived(refused, 30, 'were refused by the code that reads JSON, in a sentence as JSON');
};

/** A form that waits may be of any shape, and is only ever sent to a page of this site. */
async function keptForm(trial: Trial, { name, email }: Person): Promise<void> {
  const browser = trial.place.stranger(name);
  const { attempt, code } = await askForMail(trial, browser, email);
  const kept =
    '{"path":"/home/you","fields":{"__proto__":"x","constructor":"y","name":"</textarea><script>"},"files":1e400}';
  const answer = await trial.attack(browser, { path: '/sign-in/code', form: { attempt, code, kept } });
  trial.came(answer, [200, 303], `a kept form with __proto__`);
  trial.must(!pageOf(answer).includes('<script>'), 'a kept form is HTML');
  trial.must(headerOf(answer, 'location') !== 'undefined', 'a kept form leads nowhere');
}
