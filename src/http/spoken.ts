import type { Context, MiddlewareHandler } from 'hono';
import { secretCookie } from '#http/cookies.ts';
import { interfaceLanguages, isLanguage, type Language } from '#i18n/languages.ts';
import { speaking } from '#i18n/spoken.ts';

type Site = { url: string };

const cookie = secretCookie('snowdrop-language', 400 * 24 * 60 * 60, 'Lax');

/**
 * The private space speaks the language that was asked for (`?language=`), else the one that this browser
 * asked for before, else what its reader's browser prefers. Never for a page that a shared cache keeps.
 */
export function speakWithVisitor(site: Site): MiddlewareHandler {
  return (c, next) => {
    const asked = c.req.method === 'GET' ? c.req.query('language') : undefined;
    if (asked !== undefined && isLanguage(asked)) {
      keepLanguage(c, site, asked);
      return speaking(asked, next);
    }
    const kept = cookie.read(c, site) ?? '';
    return speaking(isLanguage(kept) ? kept : preferred(c.req.header('accept-language')), next);
  };
}

/** This browser goes on in a language, also when nobody is signed in on it. */
export function keepLanguage(c: Context, site: Site, language: Language): void {
  cookie.put(c, site, language);
}

/** The first language of ours among those that a browser asks for, by weight (RFC 9110, 12.5.4). */
export function preferred(header = ''): Language {
  const asked = header.split(',', 20).map((one) => {
    const [tag = '', ...rest] = one.trim().toLowerCase().split(';');
    const weight = /^\s*q=(\d(?:\.\d{1,3})?)\s*$/.exec(rest.join(';'))?.[1];
    return { language: tag.trim().split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = asked.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return known.map(({ language }) => language).find(isLanguage) ?? interfaceLanguages[0];
}
