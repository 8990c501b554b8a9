/**
 * Words that guessed passwords here are made of, and that the list of leaked passwords (@zxcvbn-ts/language-common, mostly
 * English) lacks: those of help desks, and German ones.
 */
export const commonWords: readonly string[] =
  `portico helpdesk servicedesk service-desk support customer ticket administrator correcthorsebatterystaple
  correct-horse-battery-staple passwort kennwort geheim geheimnis willkommen fruehling frühling sommer herbst winter schatz
  hallo hallohallo ichliebedich qwertz qwertzuiop qwertzuiopü yxcvbnm kunde kundendienst firma deutschland berlin hamburg
  münchen muenchen fussball fußball schalke borussia bayern motdepasse bonjour contraseña contrasena senha parola wachtwoord
  januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag
  freitag samstag sonntag`
    .split(/\s+/)
    .filter(Boolean);
