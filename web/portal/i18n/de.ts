import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  nav: {
    helpCenter: 'Hilfecenter',
    myRequests: 'Meine Anfragen',
    breadcrumb: 'Sie sind hier',
  },
  shell: {
    offline: 'Die Live-Aktualisierung ist unterbrochen. Die Verbindung wird wiederhergestellt …',
  },
  portal: {
    ask: 'Womit können wir Ihnen helfen?',
    otherTypes: 'Sonstiges',
    noTypes: 'Hier gibt es noch nichts anzufragen',
    noTypesText: 'Die Betreiber dieses Portals haben noch keine Art von Anfrage angelegt.',
    mayNotRaise: 'Sie können dieses Portal lesen, aber mit Ihrem Konto keine Anfragen stellen.',
  },
  request: {
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
    actions: 'Aktionen',
    confirmTitle: '{{name}}?',
    confirmText: 'Der Status von {{key}} ändert sich für Sie und für alle, die daran arbeiten.',
    confirmComment: 'Kommentar hinzufügen (darf leer bleiben)',
    cancel: 'Zurück',
    done: 'Erledigt: {{name}}.',
    newMessage: 'Neue Nachricht von {{name}}.',
    statusNow: 'Der Status ist jetzt {{status}}.',
  },
};
