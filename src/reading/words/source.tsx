/** Where a quotation is from, on one line: each part read in its own direction. */
export function Source({ parts }: { parts: readonly string[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <>
          {index > 0 && ' · '}
          <bdi>{part}</bdi>
        </>
      ))}
    </>
  );
}
