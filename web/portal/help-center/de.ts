import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  title: 'Wie können wir Ihnen helfen?',
  search: 'Hilfe suchen',
  searchPortal: 'In diesem Portal suchen',
  searchPlaceholder: 'Was brauchen Sie?',
  portals: 'Portale',
  results: 'Ergebnisse für „{{query}}“',
  found_one: 'Ein Treffer',
  found_other: '{{count}} Treffer',
  nothingFound: 'Nichts passt zu „{{query}}“',
  nothingFoundText:
    'Versuchen Sie es mit weniger oder anderen Wörtern, oder öffnen Sie ein Portal, um sein ganzes Angebot zu sehen.',
  nothingFoundInPortal:
    'Versuchen Sie es mit weniger oder anderen Wörtern, oder leeren Sie das Feld, um das ganze Angebot dieses Portals zu sehen.',
  signInToSearch: 'Melden Sie sich an, um das Angebot zu durchsuchen.',
  inPortal: 'in {{portal}}',
  empty: 'Für Sie ist noch kein Portal offen',
  emptyText: 'Bitten Sie die Menschen, deren Hilfe Sie brauchen, Ihr Konto oder Ihre Firma zuzulassen.',
  emptySignedOut: 'Melden Sie sich an, um Ihre Portale zu sehen',
  emptySignedOutText: 'Portale sehen nur die Kundinnen und Kunden, für die sie da sind.',
  notSetUp: 'Diese Seite ist noch nicht eingerichtet',
  notSetUpText:
    'Wer sie gestartet hat, findet im Terminal einen Link zum Einrichten; damit entsteht das erste Verwaltungskonto.',
  types: 'Was Sie anfragen können',
  requests: 'Ihre Anfragen',
  allRequests: 'Alle passenden Anfragen von Ihnen',
  keys: 'Mit den Pfeiltasten gehen Sie durch die Ergebnisse, mit Escape zurück zur Suche.',
};
