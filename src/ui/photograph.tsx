type Source = { type: string; srcset: string };

export type PictureProps = {
  /** Best format first; the last one every browser shows. */
  sources: Source[];
  src: string;
  width: number;
  height: number;
  alternative: string;
  /** A tiny picture as a data URL that stands until the real one is there; empty for none. */
  placeholder: string;
  first?: boolean;
};

/** No higher than wide, or not by more than a third: such a photograph can keep its place before it comes. */
function shapeOf(width: number, height: number): 'lies' | 'stands' | '' {
  if (height <= width) return 'lies';
  return height * 3 <= width * 4 ? 'stands' : '';
}

/** A photograph in its own proportions, with a soft idea of itself until it comes. */
export function Photo({
  sources,
  src,
  width,
  height,
  alternative,
  placeholder,
  first = false,
}: PictureProps) {
  return (
    <span class={`photo ${shapeOf(width, height)}`.trim()}>
      {placeholder !== '' && (
        <img class="placeholder" src={placeholder} width={width} height={height} alt="" aria-hidden="true" />
      )}
      <picture>
        {sources.map(({ type, srcset }) => (
          <source type={type} srcset={srcset} sizes="(min-width: 36rem) 34rem, 92vw" />
        ))}
        <img
          src={src}
          width={width}
          height={height}
          alt={alternative}
          decoding="async"
          {...(first ? { fetchpriority: 'high' } : { loading: 'lazy' })}
        />
      </picture>
    </span>
  );
}
