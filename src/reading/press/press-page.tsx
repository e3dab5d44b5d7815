import { isSeen } from '#lib/seen.ts';
import { PressCorrections } from '#reading/press/press-corrections.tsx';
import { Own, Part, type PressPageProps } from '#reading/press/press-part.tsx';
import { PressPhotographs } from '#reading/press/press-photographs.tsx';
import { PressWords } from '#reading/press/press-words.tsx';
import { tellCorrectionPath } from '#visitors/paths.ts';
import { checkBeneath } from '#quotations/paths.ts';

/** For the press: what may be used and how, whom to ask, the exact words, the photographs, corrections. */
export function PressPage(props: PressPageProps) {
  const { say, language, memorial, called, childPath, press, pieces } = props;
  return (
    <>
      <nav class="quiet back">
        <a href={childPath}>{called}</a>
      </nav>
      <h1>{say('press.title')}</h1>
      <div class="press">
        {(['uses', 'credit', 'contact'] as const).map(
          (part) =>
            isSeen(press[part]) && (
              <Part heading={say(`press.${part}`)}>
                <Own press={press} page={language} words={press[part]} />
              </Part>
            ),
        )}
        <PressWords say={say} language={language} called={called} childPath={childPath} pieces={pieces} />
        <PressPhotographs {...props} />
        <PressCorrections say={say} language={language} press={press} corrections={props.corrections} />
        <div class="acts start">
          <a class="act" href={checkBeneath(childPath)}>
            {say('check.title')}
          </a>
          <a class="act" href={tellCorrectionPath(memorial, language)} rel="nofollow">
            {say('press.tell')}
          </a>
        </div>
      </div>
    </>
  );
}
