import type { Filled } from '#http/forms.ts';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { CheckAnswer } from '#reading/words/check-answer.tsx';
import { assetPath } from '#ui/assets.ts';
import { TextArea, TextField } from '#ui/fields.tsx';
import type { Answered } from '#quotations/answer-quotation.ts';
import { checkBeneath } from '#quotations/paths.ts';

type CheckPageProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  childPath: string;
  filled: Filled;
  answered: Answered | undefined;
  /** Of this page, for a link that brings the quotation along. */
  address: string;
  /** Where the family can be told of a wrong quotation, as long as it wants to be. */
  tellPath?: string | undefined;
};

/** Where anybody sees whether the family wrote what somebody printed: the answer first, then the form again. */
export function CheckPage(props: CheckPageProps) {
  const { say, language, memorial, childPath, filled, answered, address, tellPath } = props;
  const called = calledIn(memorial, language);
  return (
    <>
      <script type="module" src={assetPath('browser/check.ts')}></script>
      <nav class="quiet back">
        <a href={childPath}>{called}</a>
      </nav>
      <h1>{say('check.title')}</h1>
      {answered && (
        <CheckAnswer
          say={say}
          language={language}
          zone={memorial.zone || 'UTC'}
          childPath={childPath}
          answered={answered}
          quoted={filled.values}
          address={address}
          tellPath={tellPath}
        />
      )}
      <check-quotation>
        <form class="stack check" method="post" action={checkBeneath(childPath)}>
          {answered ? <h2>{say('check.another')}</h2> : <p>{say('check.says')}</p>}
          <TextArea name="text" label={say('check.text')} say={say} filled={filled} rows={6} />
          <TextField
            name="from"
            label={say('check.from')}
            hint={say('check.from-hint')}
            say={say}
            filled={filled}
            isCode
          />
          <div class="acts">
            <button class="act first">{say('check.do')}</button>
          </div>
          <p class="hint">{say('check.kept-nowhere')}</p>
          <p class="hint without-script">{say('check.without-script')}</p>
        </form>
      </check-quotation>
    </>
  );
}
