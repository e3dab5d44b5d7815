import { nameFormat } from '#i18n/formats.ts';
import { type Language, languageName, nameIn } from '#i18n/languages.ts';

/** Languages that people are likely to name, as BCP 47 tags: ISO 639-1, and others with many speakers. */
const known =
  'aa ab af ak am an ar as av ay az ba be bg bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy id ig ii is it iu ja jv ka kg kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my nb nd ne nl nn nv ny oc oj om or os pa pl ps pt pt-BR pt-PT qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr sr-Latn ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug uk ur uz ve vi wa wo xh yi yo za zh-Hans zh-Hant zu ace arz ast bal bci bem ceb ckb din fil fon fur gsw hil hmn hne ilo kab kam kmb kok lad lus luo mad mai mni mos nap nds nso pap rif rom sat scn shi sid srn swb syr szl tet tig tiv tpi tum umb vec war yue zgh zza'.split(
    ' ',
  );

/** What these languages are called in one of ours, in its alphabetical order. */
export function languageNames(here: Language): string[] {
  return known.map((tag) => nameIn(here, tag)).toSorted(new Intl.Collator(here).compare);
}

/**
 * The BCP 47 tag of a language that somebody named: by its name in the language they read in, by its own
 * name, or by the tag itself. Nothing where no language is called so.
 */
export function languageCalled(typed: string, here: Language): string | undefined {
  const wanted = folded(typed);
  if (wanted === '') return undefined;
  const named = known.find((tag) =>
    [nameIn(here, tag), languageName(tag)].some((name) => folded(name) === wanted),
  );
  return named ?? tagOf(typed.trim());
}

function tagOf(typed: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(typed)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(typed);
    const names = nameFormat('en', { type: 'language', fallback: 'none' });
    return tag && names.of(tag) && names.of(tag.split('-')[0] ?? '') ? tag : undefined;
  } catch {
    return undefined; // a tag that is not well formed
  }
}

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
