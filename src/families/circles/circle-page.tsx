import { languageHere } from '#i18n/spoken.ts';
import type { Circle } from '#families/circles/circle.ts';
import type { Member } from '#families/family.ts';
import { circlePath, familyOfPath, memberPath } from '#families/paths.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';

type CirclePageProps = {
  say: Say;
  circle: Circle;
  people: readonly (Member & { name: string })[];
  filled: Filled;
};

/** One circle, for parents: who is in it, its name, and that it is no more. */
export function CirclePage({ say, circle, people, filled }: CirclePageProps) {
  return (
    <Document title={circle.name} language={languageHere()}>
      <main class="home">
        <nav class="quiet back">
          <a href={familyOfPath(circle.familyId)}>{say('family.title')}</a>
        </nav>
        <header>
          <h1>
            <bdi>{circle.name}</bdi>
          </h1>
          <p class="quiet">{say('circle.says')}</p>
        </header>
        <section class="part">
          {people.length === 0 && <p>{say('circle.nobody')}</p>}
          <ul class="list">
            {people.map((member) => (
              <li>
                <a class="item" href={memberPath(member)}>
                  <bdi class="what">{member.name}</bdi>
                  <span class="means">{say(`role.${member.role}`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <form class="stack" method="post" action={circlePath(circle)}>
          <FormKey />
          <TextField name="circle" label={say('circle.name')} say={say} filled={filled} value={circle.name} />
          <div class="acts">
            <button class="act">{say('you.keep')}</button>
          </div>
        </form>
        <form class="stack" method="post" action={`${circlePath(circle)}&_method=delete`}>
          <FormKey />
          <h2>{say('circle.remove-title')}</h2>
          <p>{say('circle.remove-says')}</p>
          <div class="acts">
            <button class="act">{say('circle.remove')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}
