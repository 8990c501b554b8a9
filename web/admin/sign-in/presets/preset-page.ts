import { signIn } from '../en.ts';
import type { Preset, PresetInstructions } from './preset.ts';

const fieldNames: Readonly<Record<string, string>> = signIn.fields;

/** The page of the documentation on a preset, in Markdown: the very steps that the set-up shows. */
export function presetPage(preset: Preset): string {
  const parts = [
    `# Connect ${preset.name}`,
    `In Portico, open **Administration → Sign-in → Connect a provider** and choose **${preset.name}**. Give the name and the e-mail domains of the company. Portico then shows the steps below with your own addresses in them, ready to copy; here they stand as names in \`{braces}\`.`,
    ...preset.instructions.flatMap((instructions) => instructionParts(instructions)),
    ...(preset.traps.length > 0 ? ['## Known traps', list(preset.traps)] : []),
    '## Then',
    '1. Under **Domains**, prove that the e-mail domain is the company’s, with the TXT record that is shown there.\n2. Under **Test**, make a complete sign-in that signs nobody in, and look at what came.\n3. **Enable** the provider.',
    'What each setting means: [Sign-in](../sign-in.md). All providers: [Identity providers](README.md).',
  ];
  return `${parts.join('\n\n')}\n`;
}

function instructionParts({
  protocol,
  steps,
  hints,
  defaults = {},
  texts = [],
  traps = [],
  documentation,
}: PresetInstructions): string[] {
  const named = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([field, value]) => `| ${fieldNames[field] ?? field} | ${value} |`);
  const hintRows = named(hints);
  const defaultRows = named(defaults).map((row) => row.replace(/\| ([^|]+) \|$/, '| `$1` |'));
  return [
    `## ${signIn[protocol]}`,
    steps.map((step, index) => `${index + 1}. ${withNamesAsCode(step)}`).join('\n'),
    ...texts.flatMap(({ label, text }) => [`${label}:`, `\`\`\`\n${text}\n\`\`\``]),
    ...(hintRows.length > 0
      ? [['| In Portico | Over there |', '| --- | --- |', ...hintRows].join('\n')]
      : []),
    ...(defaultRows.length > 0
      ? [['| In Portico | Value |', '| --- | --- |', ...defaultRows].join('\n')]
      : []),
    ...(traps.length > 0 ? ['Good to know:', list(traps)] : []),
    ...(documentation ? [`The vendor’s own page: <${documentation}>`] : []),
  ];
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** A step in Markdown: the names of our values as code, like what is to be typed, which is so already. */
function withNamesAsCode(step: string): string {
  return step.replaceAll(/`[^`]+`|\{[a-zA-Z]+\}/g, (part) => (part.startsWith('`') ? part : `\`${part}\``));
}

/** The documentation’s list of all presets, in Markdown. */
export function presetIndex(presets: readonly Preset[]): string {
  const rows = presets.map(
    ({ id, name, instructions }) =>
      `| [${name}](${id}.md) | ${instructions.map(({ protocol }) => signIn[protocol]).join(', ')} |`,
  );
  return `# Identity providers

One page for each kind of provider that Portico has set-up instructions for. The same steps stand in the administration, with your own addresses in them, under **Administration → Sign-in → Connect a provider**.

| Provider | Protocols |
| --- | --- |
${rows.join('\n')}

Where both are offered, the first is the one that we advise.
`;
}
