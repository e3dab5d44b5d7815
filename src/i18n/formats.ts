/** So many of a kind are kept: every language with a few shapes, not every zone of the world in each. */
const most = 200;

/** A date format of `Intl`. Making one takes longer than a whole page; using one does not. */
export const dateFormat = kept(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
);
export const listFormat = kept(
  (language, options: Intl.ListFormatOptions) => new Intl.ListFormat(language, options),
);
export const numberFormat = kept(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);

export const nameFormat = kept(
  (language, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames([language], options),
);
/** What a language calls another one, by its tag. Asking takes long too: a page names five at its foot. */
export const languageNamed = kept(
  (language, tag: string) =>
    nameFormat(language, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag,
);

/** Makes a format once for its language and options; the one that was used longest ago goes first. */
function kept<Options, Format>(
  make: (language: string, options: Options) => Format,
): (language: string, options: Options) => Format {
  const formats = new Map<string, Format>();
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`;
    const format = formats.get(key) ?? make(language, options);
    formats.delete(key);
    formats.set(key, format);
    if (formats.size > most) formats.delete(formats.keys().next().value!);
    return format;
  };
}
