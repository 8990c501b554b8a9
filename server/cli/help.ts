import { type Setting, settings } from '../platform/config/settings.ts';
import { alignRows } from './progress.ts';

/** What can be asked of the command line. */
export const commands: Readonly<Record<string, string>> = {
  start: 'start Portico                                  npm start',
  demo: 'the same, with demo companies, people and data  npm run demo',
  migrate: 'bring the database to this version, then end   npm run migrate',
  help: 'this text                                      npm start -- help',
};

/** The text of `npm start -- help`. */
export function helpText(): string {
  const all: Setting[] = Object.values(settings);
  return [
    'Portico, a service desk whose customers sign in with their own company’s login',
    '',
    'Usage: node server/main.ts <command> [--setting value …]',
    '   or: npm start -- [--setting value …]',
    '',
    'Commands',
    alignRows(Object.entries(commands).map(([label, value]) => ({ label, value }))),
    '',
    'Settings: an environment variable each, most also a flag, which goes first',
    ...all.map(describe),
    '',
  ].join('\n');
}

function describe(setting: Setting): string {
  const { name, flag, description, defaultText } = setting;
  const title = `\n  ${name}${flag === undefined ? '' : `, --${flag}`}`;
  const usual = defaultText ?? setting.default ?? 'none';
  return [title, ...wrap(description, 100), `Default: ${usual}`].join('\n      ');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
