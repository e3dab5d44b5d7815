import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { ArrivalPage, WhoArrives } from '#people/arrival-page.tsx';
import { Choice, TextField } from '#ui/fields.tsx';

/** The one-time address of a new site, looked at. */
export function ClaimPage({ say, path, filled }: { say: Say; path: string; filled: Filled }) {
  return (
    <ArrivalPage path={path} title={say('claim.title')} does={say('claim.do')}>
      <p>{say('claim.says')}</p>
      <WhoArrives say={say} filled={filled} signedInAs={undefined}>
        <Choice
          name="own"
          legend={say('claim.own')}
          say={say}
          filled={filled}
          options={['yes', 'no'].map((own) => ({
            value: own,
            label: say(`claim.own-${own}`),
            hint: say(`claim.own-${own}-means`),
          }))}
        />
        <TextField
          name="signs-as"
          label={say('family.signs')}
          hint={say('family.signs-hint')}
          say={say}
          filled={filled}
        />
      </WhoArrives>
    </ArrivalPage>
  );
}
