/** What is wrong with an address at a provider, as a sentence, or null. */
export function problemOfAddress(text: string, allowsPrivate: boolean): string | null {
  if (!URL.canParse(text))
    return 'This is no web address. Write it in full, such as https://login.company.com/sso.';
  const url = new URL(text);
  const isAllowed = url.protocol === 'https:' || (allowsPrivate && url.protocol === 'http:');
  if (!isAllowed) return 'Use an address that begins with https://';
  if (url.username !== '' || url.password !== '') return 'Leave user name and password out of the address.';
  if (url.hash !== '') return 'Leave out the part from # on.';
  return null;
}

/** Puts a text that was given into an object to be spread; an empty one is left out. */
export function optional<Key extends string>(key: Key, value: string | undefined): { [key in Key]?: string } {
  const trimmed = value?.trim();
  return trimmed ? ({ [key]: trimmed } as { [key in Key]?: string }) : {};
}

/** The attribute names that were given. */
export function readAttributeNames(input: {
  emailAttribute?: string;
  nameAttribute?: string;
  groupsAttribute?: string;
}) {
  return {
    ...optional('emailAttribute', input.emailAttribute),
    ...optional('nameAttribute', input.nameAttribute),
    ...optional('groupsAttribute', input.groupsAttribute),
  };
}
