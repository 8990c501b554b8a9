import { FieldGroup } from './field-group.tsx';
import { around, type Choice, type ControlProps, type FieldModule } from './field-module.ts';
import classes from './fields.module.css';
import { listIn, listState } from './line.ts';

/** What fields have in common of which several options are chosen: the list of their ids is kept. */
export const someOptions: Omit<FieldModule, 'Control'> = {
  initial: ({ defaultValues }) => listState(defaultValues.map(({ value }) => value)),
  isEmpty: (state) => listIn(state).length === 0,
  problem(state, { _portico: { settings } }) {
    const { maxValues } = settings;
    return maxValues !== undefined && listIn(state).length > maxValues
      ? { problem: 'tooMany', count: maxValues }
      : null;
  },
  sent: (state) => listIn(state).map((id) => ({ id })),
  terms: listIn,
};

/** Boxes to be ticked. */
export const checkboxesField: FieldModule = { ...someOptions, Control };

function Control({ field, state, error, onChange }: ControlProps) {
  return (
    <FieldGroup {...around({ field, error })}>
      <Boxes choices={field.validValues} state={state} onChange={onChange} />
    </FieldGroup>
  );
}

/** A box for each choice. */
export function Boxes({
  choices,
  state,
  onChange,
}: {
  choices: readonly Choice[];
  state: string;
  onChange: (state: string) => void;
}) {
  const chosen = listIn(state);
  return (
    <div className={classes['choices']}>
      {choices.map(({ value, label }) => (
        <label key={value} className={classes['choice']}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(
                listState(
                  event.currentTarget.checked ? [...chosen, value] : chosen.filter((id) => id !== value),
                ),
              )
            }
          />
          {label}
        </label>
      ))}
    </div>
  );
}
