import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  created: 'Ihre Anfrage ist gesendet',
  createdText:
    'Sie finden sie hier und unter „Meine Anfragen“. Was weiter geschieht, erscheint von selbst auf dieser Seite.',
  titleWithKey: '{{key}} {{summary}}',
  openAsAgent: 'Am Arbeitsplatz öffnen',
  conversation: 'Verlauf',
  raisedThis: 'hat diese Anfrage gestellt',
  agent: 'Support-Team',
  you: 'Sie',
  reply: 'Antwort schreiben',
  replyPlaceholder: 'Kommentieren oder eine Frage beantworten',
  attach: 'Dateien zu Ihrer Antwort',
  send: 'Antwort senden',
  sent: 'Ihre Antwort ist gesendet.',
  uploading: 'Dateien werden übertragen …',
  removeFailed:
    'Entfernen Sie die Dateien, die nicht hochgeladen werden konnten, oder versuchen Sie sie erneut.',
  emptyReply: 'Schreiben Sie etwas, oder fügen Sie eine Datei hinzu.',
  noReplies: 'Noch hat niemand geantwortet. Sobald eine Antwort kommt, sehen Sie sie hier.',
  loadMore: 'Spätere Nachrichten anzeigen',
  details: 'Einzelheiten',
  history: 'Status',
  organization: 'Organisation',
  raisedBy: 'Gestellt von',
  raisedAt: 'Erstellt',
  type: 'Art der Anfrage',
  newMessage: 'Neue Nachricht von {{name}}.',
  statusNow: 'Der Status ist jetzt {{status}}.',
};
