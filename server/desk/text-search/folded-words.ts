/** All that is no part of a word: as `folded_text` in the database has it. */
const punctuation = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~„“”‚‘’«»‹›–—…·•€£§©®™¡¿。、「」]/gu;

/** Longer words are in no index, and more of them in a row nobody looks for. */
const maxWordLength = 200;
const maxWords = 100;

/**
 * The words of a text as the index has them: in small letters, without accents, split at all punctuation; each character of a script
 * without blanks by itself; a hundred at most. The same as `folded_text` in the database.
 */
export function foldedWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll(/([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])/g, ' $1 ')
    .replaceAll(punctuation, ' ')
    .replaceAll(/\p{Cc}/gu, ' ')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, maxWords)
    .map((word) => word.slice(0, maxWordLength));
}
