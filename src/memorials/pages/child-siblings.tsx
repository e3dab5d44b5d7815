import { languageHere } from '#i18n/spoken.ts';
import type { Memorial, Sibling } from '#memorials/memorial.ts';
import { isTyped, type PartProps } from '#memorials/pages/child-names.tsx';
import { newRow, rowsIn } from '#memorials/read-part.ts';
import { seenBy } from '#memorials/seen-by.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Select, TextField } from '#ui/fields.tsx';

/** Brothers and sisters, twins, later children: a name, a page of their own, or both; in no order that says anything. */
export function ChildSiblings(props: PartProps & { others: readonly Memorial[] }) {
  const { say, memorial, filled } = props;
  const typed = rowsIn(filled.values, 'sibling', 'name').filter(
    (row) => row.startsWith('new-') && isTyped(filled, `sibling-${row}-`),
  );
  return (
    <details class="else" open={memorial.siblings.length > 0 || isTyped(filled, 'sibling-')}>
      <summary>{say('about-child.siblings')}</summary>
      <div class="stack">
        <p class="hint">
          {say('about-child.siblings-hint')} {seenBy(say, memorial, 'siblings')}
        </p>
        {memorial.siblings.map((sibling) => (
          <SiblingFields {...props} row={sibling.id} sibling={sibling} />
        ))}
        {[...typed, newRow()].map((row) => (
          <SiblingFields {...props} row={row} sibling={undefined} />
        ))}
      </div>
    </details>
  );
}

type SiblingFieldsProps = PartProps & {
  others: readonly Memorial[];
  row: string;
  sibling: Sibling | undefined;
};

function SiblingFields({ say, filled, others, row, sibling }: SiblingFieldsProps) {
  const fields = { say, filled };
  return (
    <div class="beside">
      <TextField
        {...fields}
        name={`sibling-${row}-name`}
        label={say('about-child.sibling-name')}
        value={sibling?.name}
      />
      {(others.length > 0 || `sibling-${row}-memorial` in filled.errors) && (
        <Select
          {...fields}
          name={`sibling-${row}-memorial`}
          label={say('about-child.sibling-memorial')}
          value={sibling?.ownMemorialId ?? ''}
          options={[
            { value: '', label: say('about-child.sibling-none') },
            ...others.map((other) => ({ value: other.id, label: calledIn(other, languageHere()) })),
          ]}
        />
      )}
    </div>
  );
}
