import { TextInput } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { line } from './line.ts';

/** The address of a web page. */
export const urlField: FieldModule = {
  ...line,
  problem: (state) => (webAddress(state) === null ? { problem: 'notUrl' } : null),
  terms(state) {
    const address = webAddress(state);
    return address === null ? [] : [address];
  },
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  return (
    <TextInput
      {...around({ field, error })}
      type="url"
      inputMode="url"
      autoComplete="url"
      autoCapitalize="none"
      placeholder="https://"
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The address as the server stores it, with https:// where nothing was said; null: none, or one of something else. */
function webAddress(state: string): string | null {
  const text = state.trim();
  if (text === '' || /\s/u.test(text)) return null;
  const full =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(\/|$)/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.username === '' && url.password === '' && url.hostname.includes('.') ? url.href : null;
}
