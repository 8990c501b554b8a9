import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { de as confirmDe } from '../../kit/confirm/de.ts';
import { en as confirmEn } from '../../kit/confirm/en.ts';
import { de as kitDe } from '../../kit/i18n/de.ts';
import { en as kitEn } from '../../kit/i18n/en.ts';
import { de as otherSessionDe } from '../../kit/other-session/de.ts';
import { en as otherSessionEn } from '../../kit/other-session/en.ts';
import { de as fieldsDe } from '../../kit/request-form/fields/de.ts';
import { en as fieldsEn } from '../../kit/request-form/fields/en.ts';
import { de as accountDe } from '../account/de.ts';
import { en as accountEn } from '../account/en.ts';
import { tokensDe } from '../account/tokens-de.ts';
import { tokensEn } from '../account/tokens-en.ts';
import { de as sharingDe } from '../create/de.ts';
import { en as sharingEn } from '../create/en.ts';
import { de as homeDe } from '../help-center/de.ts';
import { en as homeEn } from '../help-center/en.ts';
import { de as linkDe } from '../link/de.ts';
import { en as linkEn } from '../link/en.ts';
import { de as besideDe } from '../request/beside/de.ts';
import { en as besideEn } from '../request/beside/en.ts';
import { de as requestDe } from '../request/de.ts';
import { en as requestEn } from '../request/en.ts';
import { de as requestsDe } from '../requests/de.ts';
import { en as requestsEn } from '../requests/en.ts';
import { de as secondFactorDe } from '../second-factor/de.ts';
import { en as secondFactorEn } from '../second-factor/en.ts';
import { de as signInDe } from '../sign-in/de.ts';
import { en as signInEn } from '../sign-in/en.ts';
import { de as signUpDe } from '../sign-up/de.ts';
import { en as signUpEn } from '../sign-up/en.ts';
import { de as portalDe } from './de.ts';
import { en as portalEn } from './en.ts';

type Words = { readonly [key: string]: string | Words };

function flat(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

const web = path.join(import.meta.dirname, '../..');
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)(en|de)\.ts$|\.test\.|\.d\.ts$/.test(name))
  .map((name) => readFileSync(path.join(web, name), 'utf8'))
  .join('\n');

function isSaid(key: string): boolean {
  const plain = key.replace(/_(one|other)$/, '');
  if (new RegExp(`['"\`]${plain.replaceAll('.', '\\.')}['"\`]`).test(sources)) return true;
  // t(`${kind}.text`)
  if (sources.includes(`}${plain.slice(plain.lastIndexOf('.'))}\``) && plain.includes('.')) return true;
  // t(`status.category.${category}`)
  return sources.includes(`\`${plain.slice(0, plain.lastIndexOf('.') + 1)}\${`) && plain.includes('.');
}

describe.each<[string, Words, Words]>([
  ['kit', kitEn, kitDe],
  ['portal', portalEn, portalDe],
  ['sign-in', signInEn, signInDe],
  ['sign-up', signUpEn, signUpDe],
  ['account', accountEn, accountDe],
  ['tokens', tokensEn, tokensDe],
  ['fields', fieldsEn, fieldsDe],
  ['link', linkEn, linkDe],
  ['requests', requestsEn, requestsDe],
  ['request', requestEn, requestDe],
  ['beside', besideEn, besideDe],
  ['home', homeEn, homeDe],
  ['sharing', sharingEn, sharingDe],
  ['confirm', confirmEn, confirmDe],
  ['second-factor', secondFactorEn, secondFactorDe],
  ['other-session', otherSessionEn, otherSessionDe],
])('the words of %s', (_, en, de) => {
  const german = new Map(flat(de));

  test('German has exactly the keys of English', () => {
    expect([...german.keys()]).toEqual(flat(en).map(([key]) => key));
  });

  test('German says the same values', () => {
    for (const [key, text] of flat(en)) {
      expect([key, placeholders(german.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  test('German does not say "du", and no word is left in English or empty', () => {
    for (const [key, text] of german) {
      expect([key, /\b(du|dich|dir|dein\w*)\b/i.test(text)]).toEqual([key, false]);
      expect([key, text.trim()]).not.toEqual([key, '']);
    }
  });

  test('every word is said somewhere', () => {
    expect(flat(en).flatMap(([key]) => (isSaid(key) ? [] : [key]))).toEqual([]);
  });
});
