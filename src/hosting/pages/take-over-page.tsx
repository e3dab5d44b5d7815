import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { ArrivalPage, WhoArrives } from '#people/arrival-page.tsx';

type TakeOverPageProps = {
  say: Say;
  path: string;
  /** Who looks after the site until then. */
  host: string;
  filled: Filled;
  signedInAs: string | undefined;
};

/** Being asked to look after the site from now on. */
export function TakeOverPage({ say, path, host, filled, signedInAs }: TakeOverPageProps) {
  return (
    <ArrivalPage path={path} title={say('take-over.title')} does={say('take-over.do')}>
      <p>{say('take-over.says', { name: host })}</p>
      <WhoArrives say={say} filled={filled} signedInAs={signedInAs} />
    </ArrivalPage>
  );
}
