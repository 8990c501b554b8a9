import { LintError, readTags, type Tag } from '../saml/lint.ts';
import { MetadataProblem } from './problem.ts';

/** Largest metadata, in bytes of UTF-8. A provider's own has 5 to 100 kB; more is that of a whole federation. */
export const maxMetadataBytes = 1_000_000;

const declaration = /^<\?xml[ \t\r\n][^?<>]*\?>/;
/** A comment between two tags. What is left of them is inside of a value. */
const harmlessComment = /(?<=^|>)[ \t\r\n]*<!--(?:(?!--)[\s\S])*-->[ \t\r\n]*(?=<|$)/g;

/**
 * The root element of metadata that somebody pasted, uploaded or published, read with the same strict reader as
 * responses: no document type, so no entities; no processing instructions, not too large, too deep or of too many
 * elements. Comments may stand between tags, but not inside of a value: readers disagree on what the value is then.
 *
 * @throws MetadataProblem
 */
export function parseMetadata(text: string): Tag {
  const xml = text.replace(/^\uFEFF/, '').trim();
  refuseOthers(xml);
  if (Buffer.byteLength(xml) > maxMetadataBytes) throw tooLarge();
  const body = xml.replace(declaration, '').replace(harmlessComment, '').trim();
  refuseMarkup(body);
  try {
    return readTags(body);
  } catch (error) {
    if (!(error instanceof LintError)) throw error;
    const reason = error.message.replace(/^The response/, 'It');
    throw new MetadataProblem(`${reason}. Copy the whole of it from the provider, unchanged.`, {
      cause: error,
    });
  }
}

/** Metadata over the limit, also when that is known before it has been read whole. */
export function tooLarge(): MetadataProblem {
  return new MetadataProblem(
    `This is larger than ${maxMetadataBytes / 1_000_000} MB, so it is probably that of a whole federation. Use the metadata of the one provider.`,
  );
}

/** What people paste in place of metadata. */
function refuseOthers(xml: string): void {
  if (xml === '') throw new MetadataProblem('There is no metadata: the text is empty.');
  if (/^(<!doctype html|<html|<head|<body)/i.test(xml)) {
    throw new MetadataProblem(
      'This is a web page, not metadata. The address may need a sign-in, or lead to a page about the metadata: use the one from which the XML itself is downloaded.',
    );
  }
  if (/^-----BEGIN /.test(xml)) {
    throw new MetadataProblem(
      'This is a certificate, not metadata. Enter it in the certificates of the provider instead.',
    );
  }
  if (/^https?:\/\/\S+$/i.test(xml)) {
    throw new MetadataProblem('This is an address, not metadata. Import from the address instead.');
  }
  if (xml.startsWith('{')) {
    throw new MetadataProblem(
      'This is JSON, not SAML metadata. A provider that shows an OpenID configuration is added as an OpenID Connect provider.',
    );
  }
  if (!xml.startsWith('<')) throw new MetadataProblem('This is not XML: metadata begins with <.');
}

function refuseMarkup(body: string): void {
  if (body.includes('<!--')) {
    throw new MetadataProblem('There is a comment inside of a value, which is not taken.');
  }
  if (body.includes('<![CDATA['))
    throw new MetadataProblem('It contains a CDATA section, which is not taken.');
  if (body.includes('<!')) {
    throw new MetadataProblem('It contains a document type or entity declaration, which is not taken.');
  }
  if (body.includes('<?')) {
    throw new MetadataProblem('It contains a processing instruction, which is not taken.');
  }
}
