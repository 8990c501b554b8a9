/** What is said around the page of somebody else: in the language of who looks, which is not always that of the page. */
const en = {
  label: 'You see the portal as somebody else',
  seen: 'You see the portal as {name}.',
  readOnly: 'Nothing can be changed.',
  until: 'Ends at {time}.',
  end: 'End',
  notEnded: 'It could not be ended. Try again.',
  hint: 'Not possible: you see the portal as {name}.',
  over: 'You no longer see the portal as {name}',
  overNobody: 'You no longer see the portal as somebody else',
  why: {
    hand: 'It was ended.',
    time: 'The time was over.',
    session: 'The session in which you began is over.',
    role: 'You are no administrator any more.',
    account: 'The account was deactivated, or works here now.',
    unknown: 'It was begun in a session that is over, or by somebody else.',
  },
  overText:
    'This tab shows nothing any more. If you need to, begin again from the person in the administration.',
  person: 'Back to {name}',
  people: 'Back to the administration',
};

const de: typeof en = {
  label: 'Sie sehen das Portal als jemand anderes',
  seen: 'Sie sehen das Portal als {name}.',
  readOnly: 'Ändern lässt sich nichts.',
  until: 'Endet um {time}.',
  end: 'Beenden',
  notEnded: 'Das Beenden hat nicht geklappt. Versuchen Sie es noch einmal.',
  hint: 'Nicht möglich: Sie sehen das Portal als {name}.',
  over: 'Sie sehen das Portal nicht mehr als {name}',
  overNobody: 'Sie sehen das Portal nicht mehr als jemand anderes',
  why: {
    hand: 'Es wurde beendet.',
    time: 'Die Zeit war um.',
    session: 'Die Sitzung, in der Sie begonnen haben, ist zu Ende.',
    role: 'Sie gehören nicht mehr zur Verwaltung.',
    account: 'Das Konto wurde deaktiviert oder arbeitet jetzt hier.',
    unknown: 'Begonnen wurde in einer Sitzung, die zu Ende ist, oder von jemand anderem.',
  },
  overText:
    'Dieser Tab zeigt nichts mehr. Wenn nötig, beginnen Sie in der Verwaltung bei der Person von Neuem.',
  person: 'Zurück zu {name}',
  people: 'Zurück zur Verwaltung',
};

export type SeenAsWords = typeof en;

export const words = { en, de } as const;

/** Puts values in place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
